#!/usr/bin/env python3
"""PostgreSQL stands still (SIGSTOP) under load: every answer within 4.5 s, /livez as quick as ever, service back within
2 s of SIGCONT. STALL_S: for how long (8)."""
import collections
import os
import pathlib
import signal
import subprocess
import threading
import time

from wire import EVENT, Checks, connect, make_calendar, make_event, request

check = Checks()
stall_s = float(os.environ.get("STALL_S", "8"))
script = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "cluster.sh"
data = subprocess.run([script, "data", os.environ["CLUSTER_DIR"]], check=True, capture_output=True, text=True).stdout.strip()
postmaster = int(pathlib.Path(data, "postmaster.pid").read_text(encoding="utf-8").split()[0])
calendars = [make_calendar()["id"] for _ in range(4)]
event = make_event(calendars[0])
path = f"/v1/calendars/{calendars[0]}/events/{event['id']}"
seen, lock, stop = [], threading.Lock(), threading.Event()


def processes():
    children = pathlib.Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text(encoding="utf-8").split()
    return [postmaster, *map(int, children)]


def send(signum, pids):
    for pid in pids:
        try:
            os.kill(pid, signum)
        except ProcessLookupError:
            pass


def load(what, act, pause):
    connection = connect(timeout=20)
    while not stop.is_set():
        began = time.monotonic()
        try:
            status = act(connection).status
        except OSError as error:
            connection.close()
            status = type(error).__name__
        with lock:
            seen.append((what, began, time.monotonic() - began, status))
        time.sleep(pause)


def read(connection):
    return request("GET", path, connection=connection)


def writer(number):
    return lambda connection: request("POST", f"/v1/calendars/{calendars[number]}/events", EVENT, connection=connection)


threads = [threading.Thread(target=load, args=("read", read, 0.02)) for _ in range(20)]
threads += [threading.Thread(target=load, args=("write", writer(n), 0.02)) for n in range(4) for _ in range(2)]
threads += [threading.Thread(target=load, args=("live", lambda c: request("GET", "/livez", key=None, connection=c), 0.01))]
for thread in threads:
    thread.start()
time.sleep(1)
stopped = processes()
began = time.monotonic()
send(signal.SIGSTOP, stopped)
try:
    time.sleep(stall_s)
finally:
    send(signal.SIGCONT, processes())
again = time.monotonic()
time.sleep(4)
stop.set()
for thread in threads:
    thread.join()

lives = sorted(row[2] for row in seen if row[0] == "live" and began <= row[1] < again)
p99 = lives[int(len(lives) * 0.99)]
check.that(len(lives) > 30 * stall_s and p99 < 0.05, f"/livez during: {len(lives)} answers, p99 {p99 * 1000:.1f} ms")
check.that(all(row[3] == 200 for row in seen if row[0] == "live"), "/livez is 200 throughout")
work = [row for row in seen if row[0] != "live"]
slowest = max(row[2] for row in work)
kinds = collections.Counter((row[0], row[3]) for row in work if began - 1 <= row[1] < again)
check.that(slowest <= 4.5, f"the slowest answer took {slowest:.2f} s")
check.that({row[3] for row in work} <= {200, 201, 503, 504}, f"answers: {kinds}")
check.that(sum(row[3] == 503 for row in work) > 50, f"503 at once, once it is known: {kinds}")
backs = []
for what in ("read", "write"):
    good = [row[1] + row[2] for row in work if row[0] == what and row[1] + row[2] > again and row[3] in (200, 201)]
    backs.append(min(good, default=float("inf")) - again)
    check.that(backs[-1] <= 2, f"{what} back after {backs[-1]:.2f} s")
late = [row for row in work if row[1] > again + 2]
check.that(late and {row[3] for row in late} <= {200, 201}, f"2 s later: {collections.Counter(row[3] for row in late)}")
print(f"slowest {slowest:.2f} s, /livez p99 {p99 * 1000:.1f} ms, read back {backs[0]:.2f} s, write {backs[1]:.2f} s, {dict(kinds)}")
check.done()
