#!/usr/bin/env python3
"""A key that two servers know and use is revoked: both refuse it within a second, other keys go on.

Ten rounds; the slowest counts. The way is the runbook's: the prefix finds the key, calctl revokes it."""
import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "system")]

import wire  # noqa: E402 (after the path above)
from second import Second  # noqa: E402

PROMISE_S, ROUNDS = 1.0, 10
check = wire.Checks()


def status(key, connection):
    return wire.request("GET", "/v1/users/me", key=key, connection=connection).status


def revoke_as_the_runbook_says(key):
    found = wire.sql(f"SELECT user_id, id FROM api_keys WHERE prefix = '{key.split('_')[1]}'").strip()
    check.that(found.count("|") == 1, f"the prefix finds one key: {found!r}")
    user, key_id = found.split("|")
    done = subprocess.run([ROOT / "build/cli/calctl", "key", "revoke", user, key_id], capture_output=True, text=True, check=False,
                          env=os.environ)
    check.that(done.returncode == 0, done.stderr)


def seconds_until_refused(key, connections):
    """From the answer to the revocation until every server says 401."""
    began = time.monotonic()
    left = list(connections)
    while left and time.monotonic() - began < 20:
        left = [connection for connection in left if status(key, connection) != 401]
        time.sleep(0.005)
    return time.monotonic() - began


def main():
    other = Second()
    try:
        connections = [wire.connect(), other.connection()]
        user = wire.request("POST", "/v1/users", {"username": "ada", "email": "ada@example.org"}).json()["id"]
        slowest = 0
        for turn in range(ROUNDS):
            made = wire.request("POST", f"/v1/users/{user}/keys", {"name": f"key {turn}", "scopes": ["calendars:read"]}).json()
            check.that([status(made["key"], connection) for connection in connections] == [200, 200], "both know the key")
            revoke_as_the_runbook_says(made["key"])
            slowest = max(slowest, seconds_until_refused(made["key"], connections))
            check.that(status(wire.KEY, connections[1]) == 200, "another key goes on")
        check.that(slowest <= PROMISE_S, f"refused everywhere after {slowest:.3f} s, at most {PROMISE_S} s")
        print(f"{ROUNDS} keys revoked; the slowest was refused by both servers after {slowest:.3f} s (at most {PROMISE_S} s)")
    finally:
        other.stop()


main()
check.done()
