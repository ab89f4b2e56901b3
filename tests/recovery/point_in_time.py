#!/usr/bin/env python3
"""A table is dropped under writers; the database comes back as it was one second before.

Every write acknowledged before that second is there, none begun after it is. Prints RPO (the drop minus the last thing
that was kept) and RTO (from the drop to the first answer of the restored service); fails past 5 and 30 minutes. An
archive with a gap must not restore at all. DRILL_SECONDS: how long is written before the drop."""
import contextlib
import datetime
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

RPO_S, RTO_S = 300, 1800
BIN = os.environ.get("PG_BIN", "/usr/lib/postgresql/15/bin")
OWNER = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
CLUSTER = str(ROOT / "scripts" / "cluster.sh")
check = Checks()
home = pathlib.Path(tempfile.mkdtemp(prefix="libapi-pit-", dir="/var/tmp"))
archive, base = home / "wal", home / "base"
stop, written, lock = threading.Event(), [], threading.Lock()


def as_owner(*words, **more):
    return subprocess.run([*OWNER, *map(str, words)], cwd="/", text=True, capture_output=True, check=True, **more).stdout


def archive_wal():
    """Archiving wants a restart; the server finds its database again by itself."""
    if OWNER:
        shutil.chown(home, "postgres")
    as_owner("mkdir", archive)
    sql("ALTER SYSTEM SET archive_mode = on")
    sql(f"ALTER SYSTEM SET archive_command = 'test ! -f {archive}/%f && cp %p {archive}/%f'")
    for action in ("stop", "start"):
        subprocess.run([CLUSTER, action, os.environ["CLUSTER_DIR"]], check=True)
    wait_for(lambda: request("GET", "/readyz", key=None).status == 200, "the service is back after the restart")
    socket = sql("SHOW unix_socket_directories").strip()
    as_owner(f"{BIN}/pg_basebackup", "-h", socket, "-U", "api", "-D", base, "-X", "none", "-c", "fast", "--no-manifest")


def wait_for(holds, said, seconds=120):
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            sys.exit(f"not in {seconds} s: {said}")
        time.sleep(0.05)


def write(calendar):
    connection = connect()
    while not stop.is_set():
        began = time.time()
        try:
            answer = request("POST", f"/v1/calendars/{calendar}/events", EVENT, connection=connection)
        except OSError:
            connection.close()
            continue
        if answer.status == 201:
            with lock:
                written.append((began, time.time(), answer.json()["id"]))
        time.sleep(0.02)


def drop_under_load(calendar):
    """The moment of the drop, by PostgreSQL's clock, which is this machine's."""
    threads = [threading.Thread(target=write, args=(calendar,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    time.sleep(float(os.environ.get("DRILL_SECONDS", "6")))
    dropped = float(sql("SELECT extract(epoch FROM clock_timestamp())"))
    sql("DROP TABLE events CASCADE")
    time.sleep(1)
    stop.set()
    for thread in threads:
        thread.join()
    return dropped


def last_segment_archived():
    name = sql("SELECT pg_walfile_name(pg_switch_wal())").strip()
    wait_for((archive / name).exists, f"segment {name} is archived")
    return archive / name


def restore(target, new, wal=archive):
    at = datetime.datetime.fromtimestamp(target, datetime.timezone.utc).isoformat()
    return subprocess.run([ROOT / "scripts/recovery/restore_to.sh", base, wal, at, new], text=True, capture_output=True, check=False,
                          env=os.environ | {"RESTORE_SECONDS": "300"})


@contextlib.contextmanager
def served(data):
    """The restored database under a server again."""
    socket = as_owner("mktemp", "-d", "/tmp/libapi-pit-XXXXXX").strip()
    as_owner(f"{BIN}/pg_ctl", "-D", data, "-l", f"{data}/log", "-w", "-o", f"-c unix_socket_directories={socket}", "start")
    url = f"postgresql:///api?host={socket}&user=api"
    try:
        subprocess.run([os.environ["SERVER_PROGRAM"], "new-sync-epoch"], env=os.environ | {"DATABASE_URL": url}, check=True,
                       capture_output=True)
        server = Second(DATABASE_URL=url)
        try:
            yield server
        finally:
            server.stop()
    finally:
        as_owner(f"{BIN}/pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(socket, ignore_errors=True)


def main():
    archive_wal()
    calendar = make_calendar()["id"]
    dropped = drop_under_load(calendar)
    target = dropped - 1
    last = last_segment_archived()
    kept = [(ended, event) for began, ended, event in written if ended < target]
    after = [event for began, ended, event in written if began > target]
    check.that(len(kept) > 20 and after, f"written before and after: {len(kept)}, {len(after)}")

    gap = home / "gap"
    as_owner("cp", "-a", archive, gap)
    (gap / last.name).unlink()
    refused = restore(target, home / "short", gap)
    check.that(refused.returncode == 1 and "did not reach" in refused.stderr, f"a gap in the archive: {refused}")
    done = restore(target, home / "new")
    check.that(done.returncode == 0, done.stderr)
    check.that("exists; nothing is written over it" in restore(target, home / "new").stderr, "not restored over a database")
    with served(home / "new") as server:
        connection = server.connection()

        def status(event):
            return request("GET", f"/v1/calendars/{calendar}/events/{event}", connection=connection).status

        wait_for(lambda: status(kept[-1][1]) == 200, "the restored service answers with the last kept event")
        rto = time.time() - dropped
        lost = [event for _, event in kept if status(event) != 200]
        check.that(not lost, f"{len(lost)} of {len(kept)} acknowledged writes are lost")
        early = [event for event in after if status(event) != 404]
        check.that(not early, f"{len(early)} of {len(after)} writes are from after the time that was asked for")
    rpo = dropped - max(ended for ended, _ in kept)
    check.that(rpo <= RPO_S and rto <= RTO_S, f"RPO {rpo:.1f} s of {RPO_S}, RTO {rto:.1f} s of {RTO_S}")
    print(f"{len(kept)} acknowledged writes kept, {len(after)} of the last second given up; RPO {rpo:.1f} s (at most {RPO_S}), "
          f"RTO {rto:.1f} s (at most {RTO_S}); {done.stdout.strip()}")


try:
    main()
finally:
    stop.set()
    shutil.rmtree(home, ignore_errors=True)
check.done()
