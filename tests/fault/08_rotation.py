#!/usr/bin/env python3
"""Row 8: the database's password is rotated under load, and all connections are cut every 2 s, so that each is made anew.

Two users that take turns, the secret in a file: nobody is refused anything. One user, in a Secrets Manager: from the moment
the database knows the pending password until the server does there are 503s. No server is started again."""
import json
import os
import secrets
import time

import checker
from load import Load, failures
from scene import SHORT, Cluster, Record, Server, as_owner, figure, make_admin, stage, until
from secrets_service import SecretsService

ROTATIONS, CUT_S = (2, 0.5) if SHORT else (10, 2)


def make_database(folder):
    """Both users act as the one role that owns everything."""
    cluster = Cluster(folder, "db").create()
    cluster.sql("CREATE ROLE owner; ALTER DATABASE api OWNER TO owner; GRANT CREATE ON SCHEMA public TO owner;"
                + "".join(f"CREATE ROLE {name} LOGIN PASSWORD '{name}-0' IN ROLE owner; ALTER ROLE {name} SET role = owner;"
                          for name in ("app_a", "app_b")))
    as_owner("sed", "-i", "1i local all app_a,app_b scram-sha-256", cluster.data / "pg_hba.conf")
    cluster.sql("SELECT pg_reload_conf()")
    return cluster


def secret(user, password):
    return json.dumps({"engine": "postgres", "username": user, "password": password})


def put(path, text):
    fresh = path.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    os.replace(fresh, path)


def cut(cluster):
    return cluster.sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename IN ('app_a', 'app_b')")


def by_turns(cluster, path):
    """The user that is not in use gets a new password, then the secret names it."""
    for turn in range(1, ROTATIONS + 1):
        user = ("app_a", "app_b")[turn % 2]
        password = secrets.token_urlsafe(24)
        cluster.sql(f"ALTER ROLE {user} PASSWORD '{password}'")
        put(path, secret(user, password))
        time.sleep(CUT_S)
        cut(cluster)


def by_itself(cluster, service, record):
    """Pending, then known to the database, then current; the longest time from the database's change to service again."""
    outages = []
    for turn in range(1, ROTATIONS + 1):
        time.sleep(CUT_S)
        service.versions["AWSPENDING"] = secret("app_a", f"single-{turn}")
        changed = time.monotonic()
        cluster.sql(f"ALTER ROLE app_a PASSWORD 'single-{turn}'")
        cut(cluster)
        until(lambda: any(line["sent"] > changed + 0.2 and line["status"] == 201 for line in record.lines[-200:]), "writes again")
        time.sleep(0.5)
        bad = [line["answered"] - changed for line in failures(record) if line["sent"] > changed - 1]
        outages.append(max(bad, default=0))
        service.versions["AWSCURRENT"] = service.versions.pop("AWSPENDING")
    return max(outages)


def play(folder, cast, cluster, key, act, **settings):
    # A second would be too short for the connects of a machine that is shared.
    server = Server(folder, cluster.url.replace("user=api", "user=app_a"), API_QUEUE_AGE="5s", **settings)
    cast.append(server)
    record = Record(folder / f"{server.port}.jsonl")
    load = Load(server.port, key, record).start()
    try:
        result = act(record)
        # The last cut may have been a moment ago.
        until(lambda: any("the database's password was read again" in json.dumps(line) for line in server.log()),
              "the password is read again")
    finally:
        load.stop()
    assert server.process.poll() is None, "the server ended"
    wrong = [line for line in failures(record) if line["status"] != 503]
    assert not wrong, wrong[:3]
    record.add_state(cluster)
    found = checker.breaches(record.lines)
    assert not found, found[:5]
    server.told_to_end()
    assert server.end()[0] == 0
    return result, record


def main():
    with stage() as (folder, cast):
        cluster = make_database(folder)
        cast.append(cluster)
        path, service = folder / "secret.json", SecretsService()
        put(path, secret("app_a", "app_a-0"))
        os.environ["API_DATABASE_PASSWORD_FROM"] = f"file:{path}"
        key = make_admin(cluster.url.replace("user=api", "user=app_a"))
        _, turns = play(folder, cast, cluster, key, lambda record: by_turns(cluster, path), API_DATABASE_PASSWORD_FROM=f"file:{path}")
        cluster.sql("ALTER ROLE app_a PASSWORD 'single-0'")
        service.versions["AWSCURRENT"] = secret("app_a", "single-0")
        longest, single = play(folder, cast, cluster, key, lambda record: by_itself(cluster, service, record), **service.settings())
        assert service.refused == 0 and service.answered > 0, (service.refused, service.answered)
        for line in failures(turns)[:5]:
            print({name: line.get(name) for name in ("kind", "status", "sent", "answered", "answer")})
        limit_s = 10 if SHORT else 2
        slowest = max(line["answered"] - line["sent"] for line in turns.lines + single.lines if "sent" in line)
        figure(f"{ROTATIONS} times each: two users, {len(failures(turns))} of {len(turns.lines)} failed; one user, 503 for {longest:.2f} s; "
               f"slowest answer {slowest:.2f} s", f"0; {limit_s} s", not failures(turns) and longest <= limit_s)


main()
