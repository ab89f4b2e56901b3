#!/usr/bin/env python3
"""A file of 10,000 events is one transaction, and no turn of a loop is long for it (turns.py); ten files at once
are all imported, and meanwhile others read. ical_large.py [EVENTS], so many in each of the ten; `./dev bench imports`
measures what the readers notice."""
import sys
import threading
import time

from turns import long_turn_lines, turns
from wire import Checks, connect, make_calendar, make_event, request, sql

AT_ONCE = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
check = Checks()
TEXT = "some longer text that people write into the description of a meeting; " * 3


def large(count):
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}@example.com\r\nDTSTAMP:20260101T000000Z\r\n"
        f"DTSTART;TZID=Europe/Berlin:2026{1 + n % 12:02}{1 + n % 28:02}T{n % 24:02}0000\r\nDURATION:PT1H\r\n"
        f"SUMMARY:Meeting {n}\r\nDESCRIPTION:{TEXT}\r\n{'RRULE:FREQ=WEEKLY;COUNT=10' if n % 10 == 0 else 'LOCATION:Room'}\r\n"
        "END:VEVENT\r\n" for n in range(count))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n".encode()


def send(calendar, body):
    return request("POST", f"/v1/calendars/{calendar}/import", body, timeout=120,
                   headers={"Content-Type": "text/calendar"})


body = large(10000)
check.that(3 << 20 < len(body) <= 4 << 20, f"the file has {len(body)} bytes")
calendar = make_calendar()["id"]
began = time.monotonic()
answer = send(calendar, body)
took = time.monotonic() - began
check.that(answer.status == 200 and answer.json()["created"] == 10000 and not answer.json()["failed"], str(answer)[:300])
check.that(sql(f"SELECT count(DISTINCT xmin::text) FROM events WHERE calendar_id = '{calendar}'") == "1", "more than one transaction")
check.that(sql(f"SELECT count(DISTINCT seq) FROM events WHERE calendar_id = '{calendar}'") == "10000", "a seq stands twice")
print(f"10,000 events, {len(body)} bytes: {10000 / took:.0f} events/s")
began = time.monotonic()
export = request("GET", f"/v1/calendars/{calendar}/export.ics", timeout=120)
check.that(export.status == 200 and export.body.count(b"BEGIN:VEVENT") == 10000, f"{export.status}")
print(f"exported at {10000 / (time.monotonic() - began):.0f} events/s")

# ---- ten at once ----------------------------------------------------------------------------------------------------
quiet = make_calendar()["id"]
read = f"/v1/calendars/{quiet}/events/{make_event(quiet)['id']}"
answers, stop, reads, part = {}, threading.Event(), [], large(AT_ONCE)


def reader():
    connection = connect(timeout=30)
    while not stop.is_set():
        reads.append(request("GET", read, connection=connection).status)
        time.sleep(0.002)


def importer(number):
    answers[number] = send(make_calendar()["id"], part)


threads = [threading.Thread(target=importer, args=(number,)) for number in range(10)]
for thread in (watch := threading.Thread(target=reader), *threads):
    thread.start()
for thread in threads:
    thread.join()
stop.set()
watch.join()
done = [each for each in answers.values() if each.status == 200 and each.json()["created"] == AT_ONCE]
check.that(len(done) == 10, [str(each)[:200] for each in answers.values()])
check.that(set(reads) == {200}, "a read failed meanwhile")
stored = int(sql("SELECT count(*) FROM events")) - 10001
check.that(stored == AT_ONCE * len(done), f"{stored} events are stored of {len(done)} imports")
count, slow = turns()
check.that(slow <= 3, f"{slow} of {count} turns were long:\n{long_turn_lines()}")  # each file brings what one brings
print(f"ten at once: {len(done)} done, {len(reads)} reads beside them; {count} turns")
check.done()
