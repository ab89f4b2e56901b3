#!/usr/bin/env python3
"""A file of 10,000 events is one transaction; ten of them at once are all there or not at all, and meanwhile others
read. Says the figures; judges only what must hold on any machine."""
import threading
import time
import urllib.request
import os
import re

from wire import KEY, Checks, connect, make_calendar, make_event, request, sql

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


def turns():
    """Turns of the loops by their upper bound in seconds of CPU: on a busy machine a turn may wait in its middle."""
    text = urllib.request.urlopen(os.environ["ADMIN_URL"] + "/metrics").read().decode()
    found = {}
    for bound, count in re.findall(r'api_loop_turn_cpu_seconds_bucket\{[^}]*le="([^"]+)"[^}]*\} (\d+)', text):
        found[bound] = found.get(bound, 0) + int(count)
    return found


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
answers, stop, reads = {}, threading.Event(), []


def reader():
    connection = connect(timeout=30)
    while not stop.is_set():
        began = time.monotonic()
        got = request("GET", read, connection=connection)
        reads.append((got.status, time.monotonic() - began))
        time.sleep(0.002)


def importer(number):
    answers[number] = send(make_calendar()["id"], body)


def p99():
    times = sorted(took for _, took in reads)
    return times[int(len(times) * 0.99)] * 1000


watch = threading.Thread(target=reader)
watch.start()
time.sleep(5)
alone = p99()
del reads[:]
before = turns()
threads = [threading.Thread(target=importer, args=(number,)) for number in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
stop.set()
watch.join()
done = [each for each in answers.values() if each.status == 200 and each.json()["created"] == 10000]
refused = [each for each in answers.values() if each.status in (503, 504)]
check.that(len(done) + len(refused) == 10 and done, [str(each)[:200] for each in answers.values()])
check.that(all(status == 200 for status, _ in reads), "a read failed meanwhile")
stored = int(sql("SELECT count(*) FROM events")) - 10001
check.that(stored == 10000 * len(done), f"{stored} events are stored of {len(done)} imports")
print(f"ten at once: {len(done)} done, {len(refused)} refused; reads p99 {alone:.1f} ms alone, {p99():.1f} ms beside")
late = {bound: count - before.get(bound, 0) for bound, count in turns().items()}
print("turns of the loops meanwhile, by upper bound:", {bound: count for bound, count in late.items() if bound in ("0.005", "0.01", "0.025", "0.05", "+Inf")})
check.done()
