#!/usr/bin/env python3
"""What holds of any series, asked of the server itself. series_laws.py [RULES [SEED]]

  a window is the union of its days              a window is the expansion from the start, filtered
  COUNT and UNTIL forms of a rule are alike      before ∪ after of a split is the original
  an exception changes no other occurrence

No model stands beside: the server is compared with the server, so the rules may be as strange as
tests/differential/rrule.py makes them."""
import datetime
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "differential"))
import rrule as strange  # in the tests' own Python, which it starts if need be
from series_set import DAY, HOUR, Form, instant, oracle, skipped
from wire import Checks, connect, make_calendar, request

RULES = int(sys.argv[1]) if len(sys.argv) > 1 else 150
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 32)
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu")
check = Checks()


def text(moment):
    return moment.isoformat() + "Z"


class Subject:
    """One series on the server, and what it was made from."""

    def __init__(self, rng, calendars, connection):
        self.rng, self.connection = rng, connection
        kind, zone = rng.choice("zzzfa"), rng.choice(ZONES)
        if zone not in calendars:
            calendars[zone] = make_calendar(time_zone=zone)["id"]
        self.form = Form(kind, zone, rng.choice((1, 3)) * DAY if kind == "a" else rng.choice((0.5, 1, 25)) * HOUR)
        self.base = f"/v1/calendars/{calendars[zone]}/events"
        freq = rng.choice(("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "DAILY") + (("HOURLY",) if kind != "a" else ()))
        start = strange.random_start(rng, zone, kind)
        # Offsets had seconds once, and RFC 3339 has not.
        while start.year > 2190 or (kind == "z" and (start.year < 1973 or skipped(zone, start))):
            start = strange.random_start(rng, zone, kind)
        self.case = oracle.Case(freq, start, kind, strange.by_parts(rng, freq, kind), rng.choice((1, 1, 2, 5)),
                                zone=zone if kind == "z" else "-")
        # Night after night, or half a year: a few hundred occurrences at most.
        self.low = start - DAY
        self.high = self.low + (6 if freq == "HOURLY" else 390) * DAY
        self.event, self.said = None, f"seed {SEED}: {self.case} {self.form}"

    def ask(self, method, path, body=None):
        return request(method, self.base + path, body, connection=self.connection, timeout=120)

    def create(self, rule):
        how = {"z": {"time_zone": self.form.zone}, "f": {"floating": True}, "a": {"is_all_day": True}}[self.form.kind]
        answer = self.ask("POST", "", {"title": "Law", "recurrence": {"rrule": rule}, **self.form.times(self.case.start), **how})
        self.that(answer.status == 201, f"{rule} {answer}")
        return answer.json()["id"] if answer.status == 201 else None

    def that(self, fact, said):
        check.that(fact, f"{said}\n{self.said}")

    def window(self, event, low, high, limit=1000):
        """All pages of it: (name, title, when) in order."""
        rows, cursor = [], ""
        while True:
            answer = self.ask("GET", f"/{event}/instances?from={text(low)}&to={text(high)}&limit={limit}{cursor}")
            self.that(answer.status == 200, answer)
            page = answer.json()
            rows += [(each["recurrence_id"], each["title"], self.form.shown(each)) for each in page["items"]]
            if page["next_cursor"] is None:
                return rows
            cursor = f"&cursor={page['next_cursor']}"


def same(subject, law, got, wanted):
    subject.that(got == wanted, f"{law}: {len(got)} and {len(wanted)} occurrences; only in one "
                 f"{sorted(set(got) - set(wanted), key=str)[:3]}, only in the other {sorted(set(wanted) - set(got), key=str)[:3]}")


def window_is_the_union_of_its_days(subject, whole):
    first = subject.low + subject.rng.randrange(20) * DAY
    days = [first + n * DAY for n in range(15)]
    found = {row for day in days for row in subject.window(subject.event, day, day + DAY)}
    same(subject, "days", found, set(subject.window(subject.event, days[0], days[-1] + DAY, limit=7)))


def window_is_the_whole_filtered(subject, whole):
    width = (subject.high - subject.low) / DAY
    low = subject.low + subject.rng.random() * width * DAY
    high = min(low + subject.rng.random() * 30 * DAY, subject.high)
    low, high = (each.replace(microsecond=0) for each in (low, max(high, low + DAY)))
    if high > subject.high:
        return
    at = [instant("UTC", each) for each in (low, high)]
    spans = [(row, subject.form.instants(row[2])) for row in whole]
    same(subject, "filtered", subject.window(subject.event, low, high),
         [row for row, (start, end) in spans if start < at[1] and end > at[0]])


def count_and_until_are_alike(subject, whole):
    """UNTIL at the instant of the nth, or COUNT=n: the same n. Where slots that a clock skips fall on others, COUNT
    counts what is not seen, so such series are left out."""
    if len(whole) < 2 or any(skipped(subject.form.zone, subject.form.slot(row[0])) for row in whole if subject.form.kind == "z"):
        return
    count = subject.rng.randint(2, min(len(whole), 60))
    rows = whole[:count]
    last = subject.form.slot(rows[-1][0])
    until = {"a": f"{last:%Y%m%d}", "f": f"{last:%Y%m%dT%H%M%S}", "z": None}[subject.form.kind]
    if until is None:
        until = f"{datetime.datetime.fromtimestamp(rows[-1][2][0], datetime.UTC):%Y%m%dT%H%M%SZ}"
    events = [subject.create(f"{subject.case.text()};{end}") for end in (f"COUNT={count}", f"UNTIL={until}")]
    if None not in events:
        one, other = (subject.window(event, subject.low, subject.high) for event in events)
        same(subject, f"COUNT={count}", one, rows)
        same(subject, f"UNTIL={until}", other, rows)


def an_exception_changes_no_other(subject, whole):
    if not whole:
        return
    row = subject.rng.choice(whole)
    patch = {"title": "Own"}
    if subject.rng.random() < 0.5:
        start = subject.low + subject.rng.randint(2, 60) * DAY + (0 if subject.form.kind == "a" else 1) * 12 * HOUR
        patch.update(subject.form.times(start))
    answer = subject.ask("PATCH", f"/{subject.event}/instances/{row[0]}", patch)
    subject.that(answer.status == 200, answer)
    wanted = [each for each in whole if each[0] != row[0]]
    found = subject.window(subject.event, subject.low, subject.high)
    same(subject, f"without {row[0]}", [each for each in found if each[0] != row[0]], wanted)
    changed = [each for each in found if each[0] == row[0]]
    subject.that("start_time" in patch or "start_date" in patch or changed == [(row[0], "Own", row[2])], f"changed {changed}")
    answer = subject.ask("DELETE", f"/{subject.event}/instances/{row[0]}")
    if answer.code == "last_occurrence" and len(whole) == 1:
        return
    subject.that(answer.status == 204, answer)
    same(subject, f"deleted {row[0]}", subject.window(subject.event, subject.low, subject.high), wanted)
    whole[:] = wanted


def halves_are_the_whole(subject, whole):
    """Last, as it ends the subject's life."""
    order = sorted(whole, key=lambda row: row[0])
    if len(order) < 2:
        return  # there may be none before the cut
    cut = subject.rng.choice(order[1:])[0]
    answer = subject.ask("POST", f"/{subject.event}/split", {"recurrence_id": cut})
    if answer.code == "first_occurrence" and cut <= whole[0][0]:
        return  # what an hour that is skipped put before it
    subject.that(answer.status == 200, f"split at {cut}: {answer}")
    if answer.status != 200:
        return
    before, after = (subject.window(answer.json()[name]["id"], subject.low, subject.high) for name in ("before", "after"))
    same(subject, f"before {cut}", sorted(before), sorted(row for row in whole if row[0] < cut))
    same(subject, f"after {cut}", sorted(after), sorted(row for row in whole if row[0] >= cut))


LAWS = (window_is_the_union_of_its_days, window_is_the_whole_filtered, count_and_until_are_alike,
        an_exception_changes_no_other, halves_are_the_whole)


def main():
    print(f"{RULES} rules, seed {SEED}", flush=True)
    connection, calendars, seen = connect(timeout=120), {}, 0
    for number in range(RULES):
        subject = Subject(random.Random(f"{SEED}:{number}"), calendars, connection)
        subject.event = subject.create(subject.case.text())
        if subject.event is None:
            continue
        whole = subject.window(subject.event, subject.low, subject.high)
        seen += len(whole)
        for law in LAWS:
            law(subject, whole)
        if len(check.faults) > 10:
            break
    check.that(seen > RULES, f"only {seen} occurrences: these laws said nothing")
    check.done()


main()
