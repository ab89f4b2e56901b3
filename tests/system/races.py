#!/usr/bin/env python3
"""One Idempotency-Key sent 50 times at once makes one row; one ETag lets one PATCH of 100 through."""
import collections
import threading
import time

from wire import EVENT, Checks, connect, make_calendar, make_event, request, sql

check = Checks()


def at_once(count, act):
    """Run act(n) on `count` threads that all start together; return what they gave."""
    gate, got = threading.Barrier(count), [None] * count

    def run(n):
        connection = connect()
        connection.connect()
        gate.wait()
        got[n] = act(n, connection)
        connection.close()

    threads = [threading.Thread(target=run, args=(n,)) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


calendar = make_calendar()["id"]
events = f"/v1/calendars/{calendar}/events"
for turn in range(5):
    key = {"Idempotency-Key": f"race-{turn}"}
    title = f"raced {turn}"
    answers = at_once(50, lambda n, c: request("POST", events, {**EVENT, "title": title}, headers=key, connection=c))
    statuses = collections.Counter(a.status for a in answers)
    bodies = {a.body for a in answers if a.status == 201}
    check.that(set(statuses) <= {201, 409} and statuses[201], f"statuses {statuses}")
    check.that(all(a.code == "idempotency_in_progress" for a in answers if a.status == 409), "why 409")
    check.that(len(bodies) == 1, f"{len(bodies)} different answers")
    check.that(sum(a.headers.get("Idempotent-Replayed") != "true" for a in answers if a.status == 201) == 1, "one is the first")
    check.that(sql(f"SELECT count(*) FROM events WHERE title = '{title}'") == "1", "one row")
    later = request("POST", events, {**EVENT, "title": title}, headers=key)
    check.that(later.status == 201 and {later.body} == bodies, f"sent again: {later}")
    check.that(later.headers["ETag"] and later.headers["Location"], "a replay has its headers")
    other = request("POST", events, {**EVENT, "title": "another"}, headers=key)
    check.that((other.status, other.code) == (422, "idempotency_key_reused"), f"another body: {other}")

for turn in range(3):
    made = make_event(calendar)
    path, tag = f"{events}/{made['id']}", {"If-Match": '"1"'}
    answers = at_once(100, lambda n, c: request("PATCH", path, {"title": f"mine {n}"}, headers=tag, connection=c))
    statuses = collections.Counter(a.status for a in answers)
    check.that(statuses == {200: 1, 412: 99}, f"statuses {statuses}")
    check.that(all(a.headers["ETag"] == '"2"' for a in answers), "each answer carries the current ETag")
    winner = next(a for a in answers if a.status == 200).json()
    check.that(request("GET", path).json() == winner, "what is stored is what the winner got")
    print(f"one ETag: {dict(statuses)}")

# The same with the answer lost: a second PATCH with the key gets the first one's answer, not a 412.
made = make_event(calendar)
path = f"{events}/{made['id']}"
headers = {"If-Match": '"1"', "Idempotency-Key": f"lost-{time.time_ns()}"}
first = request("PATCH", path, {"title": "once"}, headers=headers)
again = request("PATCH", path, {"title": "once"}, headers=headers)
check.that((first.status, again.status) == (200, 200) and first.body == again.body, f"{first} {again}")
check.done()
