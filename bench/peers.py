#!/usr/bin/env python3
"""peers.py: this server beside Radicale, a CalDAV server of many users, on this machine and in turns.

    store        one more event in the calendar        POST …/events     PUT of a VEVENT
    fetch one    an event by its name                  GET …/events/ID   GET of its file
    fetch a week what happens in seven days            GET …/events      REPORT calendar-query

Both hold the same calendar of BENCH_STORED (500) single events, ask the disk to keep what is stored, and answer one
client over one connection, without TLS, to a known user. BENCH_REQUESTS (200 a round), BENCH_ROUNDS (5). They do not
speak the same protocol: what is compared is the same use of a calendar. Printed are medians of the rounds' medians."""
import base64
import datetime
import http.client
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

root = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(root / "tests/system"))
from kept import Kept
from machine import spread
from second import free_port
from wire import connect, make_calendar, request

STORED = int(os.environ.get("BENCH_STORED", "500"))
REQUESTS = int(os.environ.get("BENCH_REQUESTS", "200"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
FIRST = datetime.datetime(2026, 1, 5, 9)
QUERY = """<?xml version="1.0"?><C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop>
<C:calendar-data/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
<C:time-range start="{:%Y%m%dT%H%M%SZ}" end="{:%Y%m%dT%H%M%SZ}"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"""


def when(number):
    """Three a day, an hour each, so that a week has 21."""
    start = FIRST + datetime.timedelta(days=number // 3 % 350, hours=2 * (number % 3))
    return start, start + datetime.timedelta(hours=1)


def week(number):
    start = FIRST.replace(hour=0) + datetime.timedelta(days=number * 7 % (STORED // 3 - 7))
    return start, start + datetime.timedelta(days=7)


class Libapi:
    name = "libapi"

    def __init__(self):
        self.calendar = f"/v1/calendars/{make_calendar(time_zone='UTC')['id']}/events"
        self.connection, self.ids = connect(60), []

    def store(self, number):
        start, end = when(number)
        answer = request("POST", self.calendar, {"title": f"Meeting {number}", "start_time": start.isoformat(),
                                                 "end_time": end.isoformat()}, connection=self.connection)
        assert answer.status == 201, answer
        self.ids.append(answer.json()["id"])

    def fetch_one(self, number):
        answer = request("GET", f"{self.calendar}/{self.ids[number % STORED]}", connection=self.connection)
        assert answer.status == 200, answer

    def fetch_week(self, number):
        start, end = week(number)
        answer = request("GET", f"{self.calendar}?from={start.isoformat()}Z&to={end.isoformat()}Z&expand=occurrences&limit=100",
                         connection=self.connection)
        assert answer.status == 200, answer
        return answer.body.count(b'"title"')


class Radicale:
    name = "Radicale"

    def __init__(self, folder):
        port = free_port()
        self.process = subprocess.Popen(
            [root / ".dev/bench-venv/bin/python", "-m", "radicale", "--config", "", "--server-hosts", f"127.0.0.1:{port}",
             "--storage-filesystem-folder", folder, "--auth-type", "none", "--logging-level", "error"])
        self.connection, self.home = http.client.HTTPConnection("127.0.0.1", port, timeout=60), "/bench/calendar"
        due = time.monotonic() + 60
        while True:
            try:
                self.ask("MKCALENDAR", "/", "", 201)
                return
            except OSError:
                assert time.monotonic() < due and self.process.poll() is None, "Radicale does not start"
                self.connection.close()
                time.sleep(0.1)

    def ask(self, method, path, body, status):
        head = {"Authorization": "Basic " + base64.b64encode(b"bench:x").decode(), "Content-Type": "text/calendar"}
        self.connection.request(method, self.home + path, body=body.encode(), headers={**head, "Depth": "1"})
        answer = self.connection.getresponse()
        got = answer.read()
        assert answer.status == status, (method, path, answer.status, got[:500])
        return got

    def store(self, number):
        start, end = when(number)
        self.ask("PUT", f"/{number}.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\nBEGIN:VEVENT\r\n"
                 f"UID:{number}@bench\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:{start:%Y%m%dT%H%M%SZ}\r\n"
                 f"DTEND:{end:%Y%m%dT%H%M%SZ}\r\nSUMMARY:Meeting {number}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", 201)

    def fetch_one(self, number):
        self.ask("GET", f"/{number % STORED}.ics", "", 200)

    def fetch_week(self, number):
        return self.ask("REPORT", "/", QUERY.format(*week(number)), 207).count(b"BEGIN:VEVENT")


def median_ms(ask, numbers):
    times = []
    for number in numbers:
        began = time.perf_counter()
        ask(number)
        times.append((time.perf_counter() - began) * 1e3)
    return statistics.median(times)


def alike(ours, theirs):
    for number in range(3):
        here, there = ours.fetch_week(number), theirs.fetch_week(number)
        assert here == there == 21, f"week {number}: {here} events here, {there} there"


def compare(ours, theirs, kept):
    found = {}
    for turn in range(ROUNDS):
        first = STORED + turn * REQUESTS
        for what, numbers in (("store", range(first, first + REQUESTS)), ("fetch_one", range(REQUESTS)),
                              ("fetch_week", range(REQUESTS))):
            for peer in (ours, theirs):
                found.setdefault((what, peer.name), []).append(median_ms(getattr(peer, what), numbers))
    print(f"{'':12s}{'ms ' + ours.name:>30s}{'ms ' + theirs.name:>30s}{theirs.name + ' ÷ ' + ours.name:>30s}")
    for what in ("store", "fetch_one", "fetch_week"):
        columns = [found[what, ours.name], found[what, theirs.name]]
        columns.append([there / here for here, there in zip(*columns)])
        print(f"{what.replace('_', ' '):12s}" + "".join(f"{spread(column):>30s}" for column in columns))
        kept.add(what, columns[2], f"{theirs.name} / {ours.name}")


def main():
    with tempfile.TemporaryDirectory(prefix="libapi-peers-", dir=root / ".dev") as folder:
        ours, theirs = Libapi(), Radicale(folder)
        try:
            for number in range(STORED):
                ours.store(number)
                theirs.store(number)
            alike(ours, theirs)
            compare(ours, theirs, Kept("peers"))
        finally:
            theirs.process.terminate()
            theirs.process.wait(30)


main()
