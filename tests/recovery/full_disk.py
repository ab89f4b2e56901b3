#!/usr/bin/env python3
"""The disk under the events is full: writes are refused, reads go on, nothing acknowledged is lost; with room again
writes go on without a restart. The disk is a small tmpfs, so this needs root."""
import os
import pathlib
import re
import secrets
import subprocess
import sys
import tempfile
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "system")]

from wire import EVENT, Checks, make_calendar, request, sql  # noqa: E402 (after the path above)

check = Checks()


def write(calendar):
    # Hexadecimal digits of chance: PostgreSQL cannot compress them to nothing.
    return request("POST", f"/v1/calendars/{calendar}/events", EVENT | {"description": secrets.token_hex(4000)})


def fill(calendar):
    """Writes until one is refused; returns the acknowledged ids and the refusal."""
    written = []
    for _ in range(3000):
        answer = write(calendar)
        if answer.status != 201:
            return written, answer
        written.append(answer.json()["id"])
    sys.exit("3000 writes did not fill the disk")


def drill(disk):
    sql(f"CREATE TABLESPACE small LOCATION '{disk}/pg'")
    sql("ALTER TABLE events SET TABLESPACE small")
    calendar = make_calendar()["id"]
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(14 << 20))
    written, refused = fill(calendar)
    path = f"/v1/calendars/{calendar}/events/"
    check.that(len(written) > 20, f"some writes fit: {len(written)}")
    check.that(refused.status in (500, 503) and b"space" not in refused.body, f"a refusal without PostgreSQL's words: {refused}")
    with urllib.request.urlopen(os.environ["ADMIN_URL"] + "/metrics", timeout=20) as answer:
        metrics = answer.read().decode()
    check.that(re.search(r'^api_database_errors_total\{.*"53".*\} [1-9]', metrics, re.M), "the metric counts class 53")
    check.that(request("GET", path + written[0]).status == 200, "reads go on")
    ballast.unlink()
    check.that(write(calendar).status == 201, "with room again writes go on")
    lost = [event for event in written if request("GET", path + event).status != 200]
    check.that(not lost, f"{len(lost)} of {len(written)} acknowledged writes are lost")
    print(f"{len(written)} writes until the disk was full, then {refused.status}; none lost, and writes go on with room again")


def main():
    if os.getuid() != 0:
        print("skipped: a small file system needs root")
        sys.exit(77)
    with tempfile.TemporaryDirectory(prefix="libapi-full-", dir="/var/tmp") as folder:
        os.chmod(folder, 0o755)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "libapi-full", folder], check=True)
        try:
            disk = pathlib.Path(folder)
            (disk / "pg").mkdir(mode=0o700)
            subprocess.run(["chown", "postgres", disk / "pg"], check=True)
            drill(disk)
        finally:
            subprocess.run([str(ROOT / "scripts/cluster.sh"), "stop", os.environ["CLUSTER_DIR"]], check=False)
            subprocess.run(["umount", folder], check=True)


main()
check.done()
