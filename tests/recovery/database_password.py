#!/usr/bin/env python3
"""The database's password leaked: it is changed under load, the servers restarted one after the other, the thief put out.

What must hold: no acknowledged write is lost, no client is refused for good, the old password opens nothing any more and
the thief's session has ended. The statements are the runbook's."""
import os
import pathlib
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "system")]

from second import Second  # noqa: E402 (after the path above)
from wire import EVENT, Checks, make_calendar, request, sql  # noqa: E402

OLD, NEW = "the-old-one-that-leaked", "the-new-one"
CLUSTER = str(ROOT / "scripts" / "cluster.sh")
check = Checks()
servers, written, stop = [], [], threading.Event()
refused = {"503": 0, "other": 0}


def url(password):
    return os.environ["DATABASE_URL"].replace("user=api", f"user=calendar&password={password}")


def ask_for_passwords():
    """The role of the servers has a password from here on; the administrator of the drill keeps his way in."""
    sql(f"CREATE ROLE calendar LOGIN PASSWORD '{OLD}' IN ROLE api")
    data = subprocess.run([CLUSTER, "data", os.environ["CLUSTER_DIR"]], text=True, capture_output=True, check=True).stdout.strip()
    rules = pathlib.Path(data, "pg_hba.conf")
    rules.write_text("local all calendar scram-sha-256\n" + rules.read_text(encoding="utf-8"), encoding="utf-8")
    sql("SELECT pg_reload_conf()")


def logs_in(password):
    return subprocess.run(["psql", url(password), "-Atc", "SELECT 1"], capture_output=True, text=True, check=False)


def write(calendar):
    """A client behind a balancer: asks the first server that takes it, and asks again after a 503."""
    while not stop.is_set():
        for server in list(servers):
            connection = server.connection()
            try:
                answer = request("POST", f"/v1/calendars/{calendar}/events", EVENT, connection=connection)
            except OSError:
                continue
            finally:
                connection.close()
            if answer.status == 201:
                written.append(answer.json()["id"])
                break
            refused["503" if answer.status == 503 else "other"] += 1
        time.sleep(0.02)


def restart_one_after_the_other():
    for old in list(servers):
        servers.append(Second(DATABASE_URL=url(NEW)))
        servers.remove(old)
        check.that(old.stop() == 0, "a server ends with 0")


def wait_for(holds, what, seconds=60):
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            sys.exit(f"not in {seconds} s: {what}")
        time.sleep(0.05)


def thief():
    """psql with the old password, that stays."""
    session = subprocess.Popen(["psql", url(OLD), "-Atc", "SET application_name = 'thief'; SELECT pg_sleep(600)"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for(lambda: sql("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'thief'").strip() == "1", "the thief is in")
    return session


def rotate(calendar):
    """As docs/runbooks/database-password.md says, while clients write; returns the seconds until all was over."""
    intruder = thief()
    threads = [threading.Thread(target=write, args=(calendar,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    wait_for(lambda: len(written) > 30, "writes before the change")
    began = time.monotonic()
    sql(f"ALTER ROLE calendar PASSWORD '{NEW}'")
    check.that("password authentication failed" in logs_in(OLD).stderr, "the old password opens nothing")
    restart_one_after_the_other()
    at_restart = len(written)
    sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'calendar' AND application_name = 'thief'")
    check.that(intruder.wait(30) != 0, "the thief's session has ended")
    wait_for(lambda: len(written) > at_restart + 30, "writes after it")
    took = time.monotonic() - began
    stop.set()
    for thread in threads:
        thread.join()
    return took


def main():
    calendar = make_calendar()["id"]
    ask_for_passwords()
    check.that(logs_in(OLD).returncode == 0 and logs_in("a-wrong-one").returncode != 0, "the password counts")
    servers.extend(Second(DATABASE_URL=url(OLD)) for _ in range(2))
    took = rotate(calendar)
    connection = servers[0].connection()
    lost = [event for event in written
            if request("GET", f"/v1/calendars/{calendar}/events/{event}", connection=connection).status != 200]
    check.that(not lost, f"{len(lost)} of {len(written)} acknowledged writes are lost")
    check.that(refused["other"] == 0, f"{refused['other']} answers were neither 201 nor 503")
    print(f"{len(written)} acknowledged writes kept, {refused['503']} answers were 503; over after {took:.1f} s")


try:
    main()
finally:
    stop.set()
    for server in servers:
        server.stop()
check.done()
