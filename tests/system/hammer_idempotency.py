#!/usr/bin/env python3
"""Corners of Idempotency-Key: other users, other operations, refused writes, a first request that still runs, a locked
calendar, a server killed in the middle. Run with API_LOCK_TIMEOUT=2500ms, so that the first can outlast a second
server's patience."""
import collections
import json
import os
import random
import signal
import subprocess
import threading
import time

import wire
from second import Second
from wire import EVENT, KEY, Checks, make_calendar, make_event, make_user, request, sql

check = Checks()
calendar = make_calendar()["id"]
events = f"/v1/calendars/{calendar}/events"
serial = iter(range(1, 10**6))


def fresh():
    return {"Idempotency-Key": f"hammer-{next(serial)}"}


# One key, two users: two requests.
other = make_user("hammer-two")["api_key"]
key = fresh()
mine, theirs = (request("POST", "/v1/calendars", {"name": "x"}, key=who, headers=key) for who in (KEY, other))
check.that((mine.status, theirs.status) == (201, 201) and mine.json()["id"] != theirs.json()["id"], f"{mine} {theirs}")
check.that("Idempotent-Replayed" not in theirs.headers, "the other user's is no replay")

# One key, another operation, path, condition or query: refused, and without effect.
key, made = fresh(), make_event(calendar)
first = request("PATCH", f"{events}/{made['id']}", {"title": "once"}, headers=key)
check.that(first.status == 200, first)
for method, path, body, more in (("POST", events, EVENT, {}), ("DELETE", f"{events}/{made['id']}", None, {}),
                                 ("PATCH", f"{events}/{made['id']}", {"title": "twice"}, {}),
                                 ("PATCH", f"{events}/{made['id']}", {"title": "once"}, {"If-Match": '"1"'})):
    answer = request(method, path, body, headers={**key, **more})
    check.that((answer.status, answer.code) == (422, "idempotency_key_reused"), f"{method} {path}: {answer}")
check.that(request("GET", f"{events}/{made['id']}").json()["version"] == 2, "no effect")

# A refused write is refused alike, also when it would be granted by now.
key = {**fresh(), "If-Match": '"7"'}
stale = request("PATCH", f"{events}/{made['id']}", {"title": "x"}, headers=key)
again = request("PATCH", f"{events}/{made['id']}", {"title": "x"}, headers=key)
check.that((stale.status, again.status) == (412, 412) and again.headers.get("Idempotent-Replayed") == "true", f"{stale} {again}")
check.that(again.headers["ETag"] == stale.headers["ETag"] == '"2"', "with its ETag")
key, user = fresh(), request("GET", "/v1/users/me", key=other).json()["id"]
denied = request("POST", events, EVENT, key=other, headers=key)
request("PUT", f"/v1/calendars/{calendar}/acl/{user}", {"role": "editor"})
replay = request("POST", events, EVENT, key=other, headers=key)
check.that((denied.status, replay.status) == (404, 404) and replay.headers.get("Idempotent-Replayed") == "true", f"{denied} {replay}")
check.that(request("POST", events, EVENT, key=other, headers=fresh()).status == 201, "a new key asks anew")
# What never reached the database is not stored: the body may be mended under the same key.
key = fresh()
check.that(request("POST", events, {**EVENT, "title": 7}, headers=key).status == 422, "a wrong body")
check.that(request("POST", events, EVENT, headers=key).status == 201, "mended")

# The calendar's row is held: 503 and nothing stored; the key's first request still runs: 409.
hasty = Second(API_LOCK_TIMEOUT="400ms")
holder = subprocess.Popen(["psql", "-qAtX", "-d", os.environ["DATABASE_URL"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
holder.stdin.write(f"BEGIN; SELECT 'held' FROM calendars WHERE id = '{calendar}' FOR UPDATE;\n")
holder.stdin.flush()
holder.stdout.readline()
locked = request("POST", events, {**EVENT, "title": "locked"}, headers=fresh(), connection=hasty.connection())
check.that((locked.status, locked.code) == (503, "unavailable") and locked.headers["Retry-After"], f"a locked calendar: {locked}")
key, got = fresh(), []
runner = threading.Thread(target=lambda: got.append(request("POST", events, {**EVENT, "title": "held"}, headers=key)))
runner.start()
time.sleep(0.3)
began = time.monotonic()
running = request("POST", events, {**EVENT, "title": "held"}, headers=key, connection=hasty.connection())
check.that((running.status, running.code) == (409, "idempotency_in_progress"), f"while the first runs: {running}")
check.that(0.3 < time.monotonic() - began < 1.5, "after its own lock_timeout")
holder.stdin.write("COMMIT;\n\\q\n")
holder.stdin.close()
holder.wait()
runner.join()
check.that(got[0].status == 201, f"the first: {got[0]}")
replay = request("POST", events, {**EVENT, "title": "held"}, headers=key, connection=hasty.connection())
check.that((replay.status, replay.body) == (201, got[0].body) and replay.headers["Idempotent-Replayed"] == "true", f"then: {replay}")
check.that(sql("SELECT count(*) FROM events WHERE title = 'locked'") == "0", "the locked one left nothing")
hasty.kill()

# kill -9 in the middle, again and again; each key is sent until it is answered.
random.seed(3)
answers, lock = collections.defaultdict(set), threading.Lock()
server, done = [Second()], threading.Event()


def insist(number):
    for turn in range(15):
        title = f"killed {number} {turn}"
        headers = {"Idempotency-Key": title.replace(" ", "-")}
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                answer = request("POST", events, {**EVENT, "title": title}, headers=headers, connection=server[0].connection())
            except (OSError, wire.http.client.HTTPException):
                time.sleep(0.02)
                continue
            if answer.status == 201:
                with lock:
                    answers[title].add(answer.body)
                if len(answers[title]) > 1 or random.random() < 0.5:
                    break
            time.sleep(0.02)


def killer():
    while not done.wait(random.uniform(0.1, 0.4)):
        server[0].kill()
        server[0] = Second()


killing = threading.Thread(target=killer)
threads = [threading.Thread(target=insist, args=(n,)) for n in range(8)]
for thread in [killing, *threads]:
    thread.start()
for thread in threads:
    thread.join()
done.set()
killing.join()
server[0].kill()
rows = json.loads(sql("SELECT json_object_agg(title, n) FROM (SELECT title, count(*) AS n FROM events WHERE title LIKE 'killed %' GROUP BY 1) t"))
check.that(len(rows) == 8 * 15 and set(rows.values()) == {1}, f"one row a key: {len(rows)} titles, {collections.Counter(rows.values())}")
check.that(len(answers) == 8 * 15 and all(len(each) == 1 for each in answers.values()), "all answers to one key are the same bytes")

# The house work: what is a day old goes, without anybody asking for it.
sql("INSERT INTO idempotency SELECT gen_random_uuid(), 'old', 'h', now() - interval '25 hours', 'ok' FROM generate_series(1, 2500)")
cleaner = Second()
for _ in range(100):
    if sql("SELECT count(*) FROM idempotency WHERE key = 'old'") == "0":
        break
    time.sleep(0.05)
check.that(sql("SELECT count(*) FROM idempotency WHERE key = 'old'") == "0", "old answers are purged by a server that starts")
cleaner.process.send_signal(signal.SIGTERM)
check.that(cleaner.process.wait(15) == 0, "and it still ends well")
check.done()
