#!/usr/bin/env python3
"""A dump of the database holds no key; a createUser sent again gets the identical answer, key included."""
import hashlib
import os
import subprocess

from wire import KEY, Checks, make_calendar, make_event, request

check = Checks()
keys = [KEY]
headers = {"Idempotency-Key": "create-ada"}
first = request("POST", "/v1/users", {"username": "ada", "email": "ada@example.org"}, headers=headers)
again = request("POST", "/v1/users", {"username": "ada", "email": "ada@example.org"}, headers=headers)
check.that((first.status, again.status) == (201, 201), f"{first} {again}")
check.that(first.body == again.body, "identical, key included")
check.that(again.headers["Idempotent-Replayed"] == "true", "and says that it is a replay")
keys.append(first.json()["api_key"])
check.that(request("GET", "/v1/users/me", key=keys[-1]).json()["username"] == "ada", "the key works")

# Another key of the same user must not be able to open what was sealed for the first.
second = request("POST", "/v1/users/me/keys", {"name": "second", "scopes": ["admin", "calendars:read", "events:read"]},
                 headers={"Idempotency-Key": "second"})
check.that(second.status == 201, second)
keys.append(second.json()["key"])
stolen = request("POST", "/v1/users", {"username": "ada", "email": "ada@example.org"}, headers=headers, key=keys[-1])
check.that(keys[1] not in stolen.body.decode(), f"the secret stays with the key that asked: {stolen}")

calendar = make_calendar(key=keys[1])
make_event(calendar["id"], key=keys[1])
dump = subprocess.run(["pg_dump", os.environ["DATABASE_URL"]], capture_output=True, text=True, check=True).stdout
check.that("ada@example.org" in dump and len(dump) > 10000, "the dump is one")
for key in keys:
    check.that(key not in dump, "no key")
    check.that(key[len("cal_12345678_"):] not in dump, "nor its secret part")
    check.that(hashlib.sha256(key.encode()).hexdigest() in dump, "only its SHA-256")
log = open(os.environ["SERVER_LOG"], encoding="utf-8").read()
check.that(all(key[13:] not in log for key in keys), "no key in the log")
check.done()
