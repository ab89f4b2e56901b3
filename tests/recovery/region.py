#!/usr/bin/env python3
"""The region is gone: the replica is promoted, given a new sync epoch, and serves.

The replica here is PostgreSQL's streaming standby on this machine, as RDS's is in another region. Prints what the replica
had not received (RPO) and how long nobody was served (RTO); every write that it had received is there, each once, the old
token of a mirror is refused rather than believed, and the database that was left behind takes no writes."""
import contextlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "system")]

from second import Second  # noqa: E402 (after the path above)
from wire import EVENT, Checks, connect, make_calendar, request, sql  # noqa: E402

RTO_S = 1800
BIN = os.environ.get("PG_BIN", "/usr/lib/postgresql/15/bin")
OWNER = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
CLUSTER = str(ROOT / "scripts" / "cluster.sh")
check = Checks()
home = pathlib.Path(tempfile.mkdtemp(prefix="libapi-region-", dir="/var/tmp"))
stop, written = threading.Event(), []


def as_owner(*words):
    return subprocess.run([*OWNER, *map(str, words)], cwd="/", text=True, capture_output=True, check=True).stdout


def ask(statement):
    return subprocess.run(["psql", replica_url(), "-Atc", statement], text=True, capture_output=True, check=True).stdout.strip()


def replica_url():
    return f"postgresql:///api?host={home}/s&user=api"


def wait_for(holds, what, seconds=120):
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            sys.exit(f"not in {seconds} s: {what}")
        time.sleep(0.05)


def make_replica():
    if OWNER:
        shutil.chown(home, "postgres")
    as_owner("mkdir", home / "s")
    socket = sql("SHOW unix_socket_directories").strip()
    as_owner(f"{BIN}/pg_basebackup", "-h", socket, "-U", "api", "-D", home / "data", "-R", "-X", "stream", "-c", "fast")
    as_owner(f"{BIN}/pg_ctl", "-D", home / "data", "-l", home / "log", "-w", "-o", f"-c unix_socket_directories={home}/s", "start")
    wait_for(lambda: sql("SELECT count(*) FROM pg_stat_replication").strip() == "1", "the replica follows")


def write(calendar):
    connection = connect()
    while not stop.is_set():
        try:
            answer = request("POST", f"/v1/calendars/{calendar}/events", EVENT, connection=connection)
        except OSError:
            return
        if answer.status == 201:
            written.append((time.time(), answer.json()["id"]))
        time.sleep(0.01)


def lose_the_region(calendar):
    """The primary and its server stop without a word, under load."""
    threads = [threading.Thread(target=write, args=(calendar,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    wait_for(lambda: len(written) > 100, "writes before the loss")
    subprocess.run([CLUSTER, "stop", os.environ["CLUSTER_DIR"]], check=True, env=os.environ | {"CLUSTER_STOP": "immediate"})
    lost_at = time.time()
    stop.set()
    for thread in threads:
        thread.join()
    return lost_at


@contextlib.contextmanager
def promoted():
    """As docs/runbooks/region.md says: promote, a new epoch, the service."""
    as_owner(f"{BIN}/pg_ctl", "-D", home / "data", "-w", "promote")
    check.that(ask("SELECT pg_is_in_recovery()") == "f", "the replica takes writes")
    subprocess.run([os.environ["SERVER_PROGRAM"], "new-sync-epoch"], env=os.environ | {"DATABASE_URL": replica_url()}, check=True,
                   capture_output=True)
    with Second(DATABASE_URL=replica_url()) as server:
        yield server


def main():
    calendar = make_calendar()["id"]
    make_replica()
    changes = f"/v1/calendars/{calendar}/changes"
    token = request("GET", changes).json()["next_token"]
    lost_at = lose_the_region(calendar)
    with promoted() as server:
        connection = server.connection()

        def status(path):
            return request("GET", path, connection=connection).status

        wait_for(lambda: status("/readyz") == 200, "the service answers")
        made = request("POST", f"/v1/calendars/{calendar}/events", EVENT, connection=connection)
        check.that(made.status == 201, f"a write: {made.status}")
        rto = time.time() - lost_at
        missing = [at for at, event in written if status(f"/v1/calendars/{calendar}/events/{event}") != 200]
        kept = len(written) - len(missing)
        check.that(int(ask(f"SELECT count(*) FROM events WHERE calendar_id = '{calendar}'")) >= kept + 1, "each write once")
        check.that(status(f"{changes}?token={token}") == 410, "a token of the old database is refused")
    check.that(request_fails(), "the old region serves nobody")
    rpo = lost_at - min(missing) if missing else 0
    check.that(rpo < 5 and rto < RTO_S, f"RPO {rpo:.2f} s, RTO {rto:.1f} s")
    print(f"{kept} of {len(written)} acknowledged writes were received; RPO {rpo:.2f} s, RTO {rto:.1f} s (at most {RTO_S}; here without "
          "making a stack)")


def request_fails():
    answer = request("GET", "/readyz", key=None)
    return answer.status == 503


try:
    main()
finally:
    stop.set()
    subprocess.run([*OWNER, f"{BIN}/pg_ctl", "-D", home / "data", "-m", "immediate", "-w", "stop"], cwd="/", capture_output=True, check=False)
    shutil.rmtree(home, ignore_errors=True)
check.done()
