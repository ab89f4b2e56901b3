#!/usr/bin/env python3
"""A migration that fails, one that waits for a lock, and the way back to the release before, as the runbook tells it.

The last migration of this release is stopped after its first command, whatever that is: nothing of it may stay, and the
server says "schema behind" until the obstacle is gone. Then the tables are those of a later release, and this one must
serve on them."""
import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "system")]

import second  # noqa: E402 (after the path above)
import wire  # noqa: E402

LAST = sorted(path.name for path in (ROOT / "server" / "store" / "migrations").glob("*.sql"))[-1]
SERVER = os.environ["SERVER_PROGRAM"]
URL = os.environ["DATABASE_URL"].replace("///api?", "///bad?")
check = wire.Checks()


def ask(statement):
    return subprocess.run(["psql", URL, "-qAtXc", statement], text=True, capture_output=True, check=True).stdout.strip()


def migrate():
    return subprocess.run([SERVER, "migrate"], env=os.environ | {"DATABASE_URL": URL}, text=True, capture_output=True, check=False)


def stop_it(when):
    """An obstacle to the last migration: its first command fails at its `when`, start or end."""
    ask(f"""CREATE OR REPLACE FUNCTION obstacle() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
        IF to_regclass('schema_migrations') IS NOT NULL AND current_query() NOT LIKE '%IF NOT EXISTS public.schema_migrations%' THEN
            IF (SELECT max(number) FROM schema_migrations) = {int(LAST[:4]) - 1} THEN RAISE 'in the way'; END IF;
        END IF;
    END $$""")
    ask(f"CREATE EVENT TRIGGER obstacle ON ddl_command_{when} EXECUTE FUNCTION obstacle()")


def clear_the_way():
    ask("DROP EVENT TRIGGER obstacle")
    ask("DROP FUNCTION obstacle()")


def tables():
    """All that is defined; pg_dump's own commands have a random word."""
    text = subprocess.run(["pg_dump", "-s", URL], text=True, capture_output=True, check=True).stdout
    return [line.replace("ddl_command_end", "ddl_command_start") for line in text.splitlines() if not line.startswith("\\")]


def applied():
    return int(ask("SELECT max(number) FROM schema_migrations"))


class Waiting:
    """A server on the bad database; it lives and is not ready, so there is nothing to wait for at its start."""

    def __init__(self):
        self.port = second.free_port()
        self.process = subprocess.Popen(
            [SERVER, "serve"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=os.environ | {"API_LISTEN": f"127.0.0.1:{self.port}", "API_ADMIN_LISTEN": f"127.0.0.1:{second.free_port()}",
                              "DATABASE_URL": URL, "API_AUTO_MIGRATE": "false"})

    def answer(self, path):
        connection = wire.http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            return wire.request("GET", path, key=None, connection=connection)
        except OSError:
            return None
        finally:
            connection.close()

    def wait_for(self, status, path="/readyz", says="", seconds=60):
        end = time.monotonic() + seconds
        answer = self.answer(path)
        while (not answer or answer.status != status or says not in str(answer.body)) and time.monotonic() < end:
            time.sleep(0.05)
            answer = self.answer(path)
        check.that(answer and answer.status == status and says in str(answer.body), f"{path} is {status} {says}: {answer}")

    def stop(self):
        self.process.terminate()
        self.process.wait(60)


def fails_whole():
    stop_it("start")
    migrate()
    before = tables()
    clear_the_way()
    stop_it("end")
    done = migrate()
    check.that(done.returncode == 1 and LAST in done.stdout + done.stderr, f"the log names {LAST}: {done}")
    check.that(applied() == int(LAST[:4]) - 1, "what came before it is applied, it is not")
    check.that(tables() == before, "nothing of it stayed")


def waits_for_a_lock():
    """Five tries of five seconds, then it gives up and says why."""
    holder = subprocess.Popen(["psql", URL, "-qc", "BEGIN; LOCK TABLE schema_migrations IN SHARE MODE; SELECT pg_sleep(600)"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while ask("SELECT count(*) FROM pg_locks WHERE relation = 'schema_migrations'::regclass AND mode = 'ShareLock' AND granted") != "1":
        time.sleep(0.05)
    done = migrate()
    check.that(done.returncode == 1 and "55P03" in done.stdout + done.stderr, f"the lock is named: {done}")
    check.that(ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()")
               == "t", "who holds it is found in pg_stat_activity")
    holder.wait(30)


def the_release_before():
    """Tables of a later release: a migration that this one does not know, which only added."""
    ask("ALTER TABLE events ADD COLUMN of_a_later_release integer")
    ask(f"INSERT INTO schema_migrations (number, name, checksum) SELECT 9999, '9999_later.sql', checksum FROM schema_migrations WHERE number = {applied()}")


def main():
    wire.sql("CREATE DATABASE bad")
    fails_whole()
    server = Waiting()
    try:
        server.wait_for(200, "/livez")
        server.wait_for(503, says="schema behind")
        clear_the_way()
        waits_for_a_lock()
        began = time.monotonic()
        done = migrate()
        check.that(done.returncode == 0 and applied() == int(LAST[:4]), f"mended, it goes through: {done}")
        server.wait_for(200)
        took = time.monotonic() - began
    finally:
        server.stop()
    the_release_before()
    back = Waiting()
    try:
        back.wait_for(200)
    finally:
        back.stop()
    print(f"{LAST} failed whole, gave up on a lock, went through when both were gone: ready {took:.1f} s later; this release serves on "
          "the tables of a later one")


main()
check.done()
