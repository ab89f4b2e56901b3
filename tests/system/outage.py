#!/usr/bin/env python3
"""PostgreSQL stopped under load and started again: 503 + Retry-After at once, /livez 200 throughout, service back
within 2 s of PostgreSQL accepting connections, the server not restarted. OUTAGE_S: how long (20)."""
import collections
import os
import pathlib
import subprocess
import threading
import time

from wire import EVENT, KEY, Checks, connect, make_calendar, make_event, request

check = Checks()
outage_s = float(os.environ.get("OUTAGE_S", "20"))
cluster = [str(pathlib.Path(__file__).resolve().parents[2] / "scripts" / "cluster.sh")]
calendar = make_calendar()["id"]
event = make_event(calendar)
path = f"/v1/calendars/{calendar}/events/{event['id']}"
seen, lock, stop = [], threading.Lock(), threading.Event()


def load(act):
    connection = connect(timeout=10)
    while not stop.is_set():
        began = time.monotonic()
        try:
            answer = act(connection)
            what = answer.status, answer.headers.get("Retry-After"), answer.code
        except OSError as error:
            connection.close()
            what = (type(error).__name__, None, None)
        with lock:
            seen.append((began, time.monotonic() - began, act.__name__, *what))
        time.sleep(0.01)


def read(connection):
    return request("GET", path, connection=connection)


def write(connection):
    return request("POST", f"/v1/calendars/{calendar}/events", EVENT, connection=connection)


def live(connection):
    return request("GET", "/livez", key=None, connection=connection)


threads = [threading.Thread(target=load, args=(act,)) for act in (read, read, write, live)]
for thread in threads:
    thread.start()
time.sleep(1)
stopping = time.monotonic()
subprocess.run(cluster + ["stop", os.environ["CLUSTER_DIR"]], check=True)
down = time.monotonic()
time.sleep(outage_s)
check.that(request("GET", "/readyz", key=None).status == 503, "not ready while the database is down")
health = request("GET", "/health", key=None)
check.that(health.status == 503 and health.json()["status"], f"/health says so: {health}")
check.that(request("GET", path, key="cal_abcdefgh_" + "B" * 43).status in (401, 503), "an unknown key")
starting = time.monotonic()
subprocess.run(cluster + ["start", os.environ["CLUSTER_DIR"]], check=True)
up = time.monotonic()
time.sleep(4)
stop.set()
for thread in threads:
    thread.join()

lives = [row for row in seen if row[2] == "live"]
check.that(len(lives) > outage_s * 20 and all(row[3] == 200 for row in lives), f"/livez: {collections.Counter(r[3] for r in lives)}")
during = [row for row in seen if row[2] != "live" and down + 0.1 < row[0] < starting]
check.that(len(during) > outage_s * 20, f"{len(during)} answers during the outage")
check.that({row[3] for row in during} == {503}, f"during: {collections.Counter((r[3], r[5]) for r in during)}")
check.that(all(row[4] for row in during), "each with Retry-After")
slow = sorted(row[1] for row in during)
check.that(slow[int(len(slow) * 0.99)] < 0.25, f"at once: p99 {slow[int(len(slow) * 0.99)]:.3f} s")
edge = [row for row in seen if row[2] != "live" and stopping - 0.5 < row[0] <= down + 0.1]
check.that({row[3] for row in edge} <= {200, 201, 503, 504}, f"at the edge: {collections.Counter(r[3] for r in edge)}")
for act in ("read", "write"):
    good = [row[0] + row[1] for row in seen if row[2] == act and row[0] > starting and row[3] in (200, 201)]
    back = good[0] - up if good else float("inf")
    print(f"{act} back {back:+.2f} s after PostgreSQL accepted connections")
    check.that(back <= 2, f"{act} back within 2 s: {back}")
after = [row for row in seen if row[0] > up + 2]
check.that({row[3] for row in after} == {200, 201}, f"after: {collections.Counter(r[3] for r in after)}")
os.kill(int(os.environ["SERVER_PID"]), 0)
check.that(request("GET", path).json() == event, "the same server, the same event")
check.done()
