#!/usr/bin/env python3
"""Batches under bad conditions: they never deadlock each other, what is atomic is whole or not there at all, and a
batch that was cut short is finished by sending it again. Run with API_LOCK_TIMEOUT=2500ms, so that a deadlock is
noticed before the wait is over."""
import json
import os
import pathlib
import re
import socket
import struct
import subprocess
import threading
import time
import urllib.request
import uuid

from waiting import until
from wire import EVENT, KEY, URL, Checks, connect, make_calendar, request, sql

check = Checks()
cluster = str(pathlib.Path(__file__).resolve().parents[2] / "scripts" / "cluster.sh")


def create(calendar, name, **more):
    return {"id": name, "method": "POST", "path": f"/v1/calendars/{calendar}/events", "body": {**EVENT, "title": name, **more}}


def batch(requests, atomic=True, key=None, **more):
    headers = {"Idempotency-Key": key} if key else {}
    return request("POST", "/v1/batch", {"requests": requests, "atomic": atomic}, headers=headers, timeout=40, **more)


def count(calendar):
    return int(sql(f"SELECT count(*) FROM events WHERE calendar_id = '{calendar}'"))


def seq(calendar):
    return int(sql(f"SELECT seq FROM calendars WHERE id = '{calendar}'"))


def statuses(answer):
    return [one["status"] for one in answer.json()["responses"]]


def patiently(act):
    """503 is right while the database is away."""
    for _ in range(100):
        answer = act()
        if answer.status not in (503, 504):
            break
        time.sleep(0.1)
    return answer


def in_threads(*acts):
    threads = [threading.Thread(target=act) for act in acts]
    for thread in threads:
        thread.start()
    return threads


class Session:
    """A psql that holds locks."""

    def __init__(self):
        self.psql = subprocess.Popen(["psql", "-qAtX", "-d", os.environ["DATABASE_URL"]], stdin=subprocess.PIPE,
                                     stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def say(self, text):
        self.psql.stdin.write(text + ";\n")
        self.psql.stdin.flush()

    def run(self, text):
        self.say(text + ";\nSELECT 'done'")
        while self.psql.stdout.readline().strip() != "done":
            pass

    def end(self):
        self.psql.stdin.close()
        self.psql.wait()


def waiting():
    """Backends that wait for a lock."""
    return int(sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"))


# ---- 50 writes, one calendar -------------------------------------------------------------------------------
for atomic in (False, True):
    calendar = make_calendar()["id"]
    answer = batch([create(calendar, f"n{n}") for n in range(50)], atomic)
    check.that(answer.status == 200 and statuses(answer) == [201] * 50, f"50 writes: {answer}")
    check.that((count(calendar), seq(calendar)) == (50, 51), f"atomic {atomic}: {count(calendar)} events, seq {seq(calendar)}")
check.that(batch([create(calendar, f"n{n}") for n in range(51)]).status == 422, "51 are too many")
check.that(batch([]).status == 422, "none are too few")

# ---- A before B, and B before A ----------------------------------------------------------------------------
a, b = make_calendar()["id"], make_calendar()["id"]
got = []


def cross(first, second, tag):
    connection = connect(timeout=40)
    for n in range(20):
        requests = [create(first, f"{tag}{n}-1"), create(second, f"{tag}{n}-2"), create(first, f"{tag}{n}-3")]
        got.append(patiently(lambda: batch(requests, key=f"{tag}{n}", connection=connection)).status)


for thread in in_threads(lambda: cross(a, b, "x"), lambda: cross(b, a, "y"), lambda: cross(a, b, "z"), lambda: cross(b, a, "w")):
    thread.join()
check.that(got == [200] * 80, f"crossed batches: {sorted(got)}")
check.that((count(a), count(b)) == (120, 120), f"{count(a)} and {count(b)} events")
check.that(sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()") == "0", "no deadlock at all")

# A move locks the target too, in the same order.
moved = json.loads(request("POST", f"/v1/calendars/{b}/events", EVENT).body)["id"]
answer = batch([{"id": "m", "method": "PATCH", "path": f"/v1/calendars/{b}/events/{moved}", "body": {"calendar_id": a}},
                create(a, "after the move")])
check.that(answer.status == 200, f"a move: {answer}")

# ---- a deadlock with somebody else is survived ---------------------------------------------------------------
low, high = sorted([make_calendar()["id"], make_calendar()["id"]])
other = Session()
other.run(f"BEGIN; SELECT FROM calendars WHERE id = '{high}' FOR UPDATE")
answers = []
thread = in_threads(lambda: answers.append(batch([create(low, "l"), create(high, "h")])))[0]
check.that(until(lambda: waiting() == 1), "the batch waits for the second calendar")
other.say(f"SELECT FROM calendars WHERE id = '{low}' FOR UPDATE")  # and holds the first: one of the two must give way
check.that(until(lambda: sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()") != "0"), "a deadlock")
other.end()
thread.join()
check.that(answers[0].status == 200 and (count(low), count(high)) == (1, 1), f"begun again: {answers[0]}")

# ---- a calendar that somebody keeps locked ----------------------------------------------------------------
other = Session()
other.run(f"BEGIN; SELECT FROM calendars WHERE id = '{low}' FOR UPDATE")
answer = batch([create(high, "no"), create(low, "nor")])
check.that(answer.status == 503 and answer.headers["Retry-After"], f"a locked calendar: {answer}")
loose = batch([create(high, "yes"), create(low, "no")], atomic=False)
check.that(loose.status == 200 and statuses(loose) == [201, 503], f"not atomic: {loose}")
check.that(loose.json()["responses"][1]["headers"]["Retry-After"], "when to come back")
other.end()
check.that(count(low) == 1 and count(high) == 2, "nothing of the first, half of the second")

# ---- the client hangs up ----------------------------------------------------------------------------------


def in_flight():
    """Requests that the server has not done with; the number is from its last second."""
    with urllib.request.urlopen(os.environ["ADMIN_URL"] + "/metrics", timeout=30) as page:
        return int(re.search(r"^api_requests_in_flight (\d+)$", page.read().decode(), re.M).group(1))


def hang_up(requests, atomic, key, rudely):
    """Send a batch that has to wait for `low`, and leave while it does: with an orderly end, or with a reset."""
    holder = Session()
    holder.run(f"BEGIN; SELECT FROM calendars WHERE id = '{low}' FOR UPDATE")
    connection = connect()
    connection.request("POST", "/v1/batch", json.dumps({"requests": requests, "atomic": atomic}),
                       {"X-API-Key": KEY, "Content-Type": "application/json", "Idempotency-Key": key})
    check.that(until(lambda: waiting() == 1), "the batch waits")
    if rudely:
        connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
    time.sleep(0.3)
    holder.end()
    check.that(until(lambda: waiting() == 0 and sql("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'") == "0"),
               "the transaction is over")
    check.that(until(lambda: in_flight() == 0), "nobody is answered any more")


# The first of two that are not atomic runs already (on a slow machine until its lock times out); nothing else is begun.
for rudely in (False, True):
    before, requests = count(low), [create(low, "first"), create(low, "second")]
    hang_up(requests, True, f"left-atomic-{rudely}", rudely)
    stayed = count(low) - before
    check.that(stayed == 0, f"atomic: nothing stays: {stayed}")
    answer = batch(requests, True, f"left-atomic-{rudely}")
    check.that(answer.status == 200 and count(low) == before + 2, f"sent again: {answer}")
    before = count(low)
    hang_up(requests, False, f"left-loose-{rudely}", rudely)
    until(lambda: count(low) == before + 1, 5)
    check.that(count(low) - before <= 1, f"not atomic: what ran stays, the rest is not begun: {count(low) - before}")
    answer = batch(requests, False, f"left-loose-{rudely}")
    check.that(statuses(answer) == [201, 201] and count(low) == before + 2, f"the same batch goes on from there: {answer}")

# ---- PostgreSQL dies in the middle --------------------------------------------------------------------------
kill = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'api-server' AND wait_event_type = 'Lock'"
for name, end in (("the connection", lambda: sql(kill)), ("PostgreSQL", lambda: subprocess.run(
        # Fast, not immediate: what was committed without waiting for the disk must not get lost.
        [cluster, "stop", os.environ["CLUSTER_DIR"]], check=True, env={**os.environ, "CLUSTER_STOP": "fast"}))):
    before, answers = (count(low), count(high)), []
    holder = Session()
    holder.run(f"BEGIN; SELECT FROM calendars WHERE id = '{low}' FOR UPDATE")
    requests = [create(high, "torn"), create(low, "too")]
    key = str(uuid.uuid4())
    thread = in_threads(lambda: answers.append(batch(requests, True, key)))[0]
    until(lambda: waiting() == 1)
    end()
    thread.join()
    holder.psql.stdin.close()
    holder.psql.wait()
    subprocess.run([cluster, "start", os.environ["CLUSTER_DIR"]], check=True)
    check.that(answers[0].status in (503, 504), f"{name} is gone: {answers[0]}")
    # A PostgreSQL that ends may end the holder first: then the batch gets its lock, is committed, and only its answer is
    # lost. So both are there or neither, and once however often it is sent. A holder that lives lets nothing through.
    stayed = (count(low) - before[0], count(high) - before[1])
    check.that(stayed in ([(0, 0)] if name == "the connection" else [(0, 0), (1, 1)]), f"{name}: whole or not there: {stayed}")
    answer = patiently(lambda: batch(requests, True, key))
    check.that(answer.status == 200 and (count(low), count(high)) == (before[0] + 1, before[1] + 1), f"{name} is back: {answer}")

# ---- who waits for changes hears of them once they are committed ----------------------------------------------
calendar = make_calendar()["id"]
token = request("GET", f"/v1/calendars/{calendar}/changes").json()["next_token"]
heard = []


def listen():
    began = time.monotonic()
    answer = request("GET", f"/v1/calendars/{calendar}/changes?token={token}&wait=25", timeout=40)
    heard.append((time.monotonic() - began, len(answer.json()["events"])))


thread = in_threads(listen)[0]
time.sleep(1)
check.that(batch([create(calendar, "news"), create(calendar, "more")]).status == 200, "a batch with news")
thread.join()
check.that(heard[0][0] < 20 and heard[0][1] == 2, f"heard after {heard[0][0]:.1f} s of {heard[0][1]} events, both at once")

# ---- answers that are too much ------------------------------------------------------------------------------
calendar = make_calendar()["id"]
for _ in range(2):
    check.that(batch([create(calendar, f"big{n}", description="x" * 8192) for n in range(50)]).status == 200, "100 large events")
answer = batch([{"id": str(n), "method": "GET", "path": f"/v1/calendars/{calendar}/events?limit=200"} for n in range(50)], False)
got = statuses(answer)
check.that(answer.status == 200 and set(got) == {200, 413} and len(answer.body) < 20 << 20, f"{len(answer.body)} bytes, {got}")
check.that(got == sorted(got), "the first ones are answered")

# ---- many at once: turned away or done, never half ----------------------------------------------------------
calendar = make_calendar()["id"]
got = []


def one(n):
    got.append(batch([create(calendar, f"m{n}-{part}") for part in range(3)], True).status)


for thread in in_threads(*[lambda n=n: one(n) for n in range(60)]):
    thread.join()
# After a 504 nobody knows.
check.that(set(got) <= {200, 503, 504} and 200 in got, f"60 at once: {sorted(got)}")
made = count(calendar)
check.that(made % 3 == 0 and 0 <= made // 3 - got.count(200) <= got.count(504), f"{made} events of {sorted(got)}")
check.that(request("GET", "/v1/users/me").status == 200 and URL.port, "the server lives")
check.done()
