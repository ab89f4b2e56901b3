#!/usr/bin/env python3
"""The corpus of tests/ics through the server: what is imported and what is not, export → import → export as a fixed
point, a second import that changes nothing; and the same occurrences as other people's readers find.

    ical.py [--readers]     --readers: with icalendar and recurring_ical_events, in random windows
"""
import datetime
import pathlib
import random
import re
import sys

from wire import Checks, connect, make_calendar, request

corpus = pathlib.Path(__file__).resolve().parents[1] / "ics"
check = Checks()
connection = connect(timeout=120)
STAMPS = re.compile(rb"^(DTSTAMP|CREATED|LAST-MODIFIED):.*\r\n", re.M)


def send(calendar, body, query="", **headers):
    return request("POST", f"/v1/calendars/{calendar}/import{query}", body, connection=connection,
                   headers={"Content-Type": "text/calendar", **headers})


def export(calendar, query=""):
    answer = request("GET", f"/v1/calendars/{calendar}/export.ics{query}", connection=connection)
    assert answer.status == 200, answer
    check.that(answer.headers["Content-Type"] == "text/calendar; charset=utf-8", answer.headers)
    return answer.body


def counts(answer):
    found = answer.json()
    return found["created"], found["updated"], found["skipped"]


def is_well_formed(name, text):
    lines = text.split(b"\r\n")
    check.that(lines[-1] == b"" and b"\n" not in b"".join(lines), f"{name}: a line does not end with CRLF")
    check.that(all(len(line) <= 75 for line in lines), f"{name}: a line is longer than 75 octets")
    for line in lines:
        line.decode()  # no character is cut


def fixed_point(name, first):
    again = make_calendar()["id"]
    answer = send(again, first)
    check.that(answer.json()["failed"] == [], f"{name}: our own export is refused: {answer}")
    second = export(again)
    check.that(STAMPS.sub(b"", second) == STAMPS.sub(b"", first), f"{name}: no fixed point\n{first.decode()}\n{second.decode()}")


def expected():
    for line in (corpus / "expected.tsv").read_text().splitlines()[1:]:
        name, created, codes = line.split("\t")
        yield name, int(created), [code for code in codes.split(",") if code]


def try_file(name, created, codes):
    body = (corpus / f"{name}.ics").read_bytes()
    calendar = make_calendar()["id"]
    dry = send(calendar, body, "?dry_run=true")
    check.that(dry.status == 200 and dry.json()["dry_run"], f"{name}: {dry}")
    check.that(b"VEVENT" not in export(calendar), f"{name}: a dry run left something")
    answer = send(calendar, body)
    check.that(answer.status == 200 and counts(answer) == (created, 0, 0), f"{name}: {answer}")
    failed = answer.json()["failed"]
    check.that(sorted(each["code"] for each in failed) == codes, f"{name}: {failed}")
    check.that({**dry.json(), "dry_run": False} == answer.json(), f"{name}: a dry run counts otherwise: {dry} {answer}")
    lines = body.split(b"\n")
    for each in failed:
        check.that(lines[each["line"] - 1].startswith(b"BEGIN:"), f"{name}: line {each['line']} begins nothing")
        check.that(each["detail"], f"{name}: {each}")
    again = send(calendar, body)
    check.that(counts(again) == (0, 0, created), f"{name}: a second import: {again}")
    text = export(calendar)
    is_well_formed(name, text)
    fixed_point(name, text)
    return calendar, text


# ---- other readers ----------------------------------------------------------------------------------------------

def ours(calendar, start, end):
    found, cursor = [], ""
    while cursor is not None:
        window = f"from={start:%Y-%m-%dT%H:%M:%SZ}&to={end:%Y-%m-%dT%H:%M:%SZ}&time_zone=UTC"
        answer = request("GET", f"/v1/calendars/{calendar}/events?expand=occurrences&limit=200&{window}{cursor}",
                         connection=connection)
        assert answer.status == 200, answer
        page = answer.json()
        found += [(each.get("start_date") or each["start_time"][:19], each["title"]) for each in page["items"]
                  if each["status"] != "cancelled"]
        cursor = f"&cursor={page['next_cursor']}" if page["next_cursor"] else None
    return sorted(found)


def theirs(readers, text, start, end):
    icalendar, recurring = readers
    found = []
    for event in recurring.of(icalendar.Calendar.from_ical(text), skip_bad_series=False).between(start, end):
        at = event["DTSTART"].dt
        if event.get("STATUS") == "CANCELLED":
            continue
        if isinstance(at, datetime.datetime) and at.tzinfo is not None:
            at = at.astimezone(datetime.timezone.utc)
        found.append((at.strftime("%Y-%m-%dT%H:%M:%S") if isinstance(at, datetime.datetime) else at.isoformat(),
                      str(event["SUMMARY"])))
    return sorted(found)


def compare(readers, name, calendar, text, dice):
    years = [int(year) for year in re.findall(rb"DTSTART[^:\r]*:(\d{4})\d{4}[T\r]", text.split(b"BEGIN:VEVENT", 1)[-1])]
    for _ in range(2 if years else 0):
        start = datetime.datetime(dice.choice(years), dice.randint(1, 12), dice.randint(1, 28),
                                  dice.randint(0, 23), tzinfo=datetime.timezone.utc)
        end = start + datetime.timedelta(days=dice.randint(1, 390))
        here, there = ours(calendar, start, end), theirs(readers, text, start, end)
        check.that(here == there, f"{name} {start} {end}: we {sorted(set(here) - set(there))[:5]}, "
                                  f"they {sorted(set(there) - set(here))[:5]}")


def load_readers():
    venv = corpus.parents[1] / ".dev/venv/lib"
    sys.path[:0] = [str(path) for path in venv.glob("python3*/site-packages")]
    import icalendar
    import recurring_ical_events
    return icalendar, recurring_ical_events


readers = load_readers() if "--readers" in sys.argv else None
seed = random.randrange(1 << 30)
dice = random.Random(seed)
names = 0
# Where others read otherwise: two slots on one instant are one occurrence here (docs/recurrence.md), and a parameter
# of our own is nothing to them.
OTHERWISE = {"apia-skipped-day", "overlap-second"}
for name, created, codes in expected():
    calendar, text = try_file(name, created, codes)
    names += 1
    if readers and name not in OTHERWISE:
        compare(readers, name, calendar, text, dice)
print(f"{names} files, windows of seed {seed}")
check.that(names >= 60, "the corpus is not there")
check.done()
