#!/usr/bin/env python3
"""Bodies as large as they may be, and larger: whatever is in them, no turn of a loop takes more than 5 ms of CPU.
large_bodies.py [ROUNDS]

Each is the largest of its kind: text that is read, text that is refused in every component, JSON that is one string, one
list, nothing but faults, or fifty requests in one."""
import json
import sys

from turns import LIMIT, PASSES, long_turn_lines, turns
from wire import EVENT, Checks, connect, make_calendar, request

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 1
MIB = 1 << 20
check = Checks()


def ics(component, size=4 * MIB, most=10000):
    """As many as there is room for."""
    parts, left, number = [], size - 100, 0
    while number < most and (left := left - len(part := component.format(n=number))) > 0:
        parts.append(part)
        number += 1
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(parts)}END:VCALENDAR\r\n".encode()


def vevent(more):
    return "BEGIN:VEVENT\r\nUID:{n}@example.com\r\n" + more + "END:VEVENT\r\n"


def chunks(body):
    for at in range(0, len(body), 60000):
        yield body[at:at + 60000]


def imports():
    """name, body, expected status, Idempotency-Key"""
    when = "DTSTART;TZID=Europe/Berlin:20260301T090000\r\nDURATION:PT1H\r\nSUMMARY:x\r\n"
    people = "".join(f"ATTENDEE;CN=Person {n}:mailto:p{n}@example.com\r\n" for n in range(400))
    kept = "".join(f"X-OTHER-{n}:{'y' * 60}\r\n" for n in range(1000))
    large = ics(vevent(when + kept))
    yield "kept lines", large, 200, None
    yield "with a key", large, 200, "large-1"
    yield "chunked", large, 200, None
    yield "crowds", ics(vevent(when + people + kept), most=30), 200, None
    yield "long texts", ics(vevent(when + "DESCRIPTION:" + "\\n" * 8000 + "\r\n")), 200, None
    yield "all refused", ics(vevent("SUMMARY:x\r\n")), 200, None
    yield "all of another kind", ics("BEGIN:VTODO\r\nUID:{n}\r\nEND:VTODO\r\n"), 200, None
    yield "one occurrence each", ics("BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20260101T000000Z\r\nDTSTART:20260101T000000Z\r\n"
                                     "END:VEVENT\r\n"), 200, None
    yield "no text", b"\xff" * (4 * MIB - 10), 400, None
    yield "no calendar", b"x\n" * (2 * MIB - 10), 400, None
    yield "too many", ics("BEGIN:VEVENT\r\nEND:VEVENT\r\n", most=20000), 422, None
    yield "a little too large", b"x" * (4 * MIB + 1), 413, None
    yield "much too large", b"x" * (5 * MIB), 413, None


def fill(text, room):
    return text * (room // len(text))


def bodies(calendar):
    """name, path, body, allowed statuses"""
    events = f"/v1/calendars/{calendar}/events"
    one = {"id": "1", "method": "POST", "path": events, "body": {**EVENT, "description": "é" * 8000}}
    person = {"email": "p{}@example.com", "name": "n" * 100}
    yield "one string", events, json.dumps({**EVENT, "title": "x" * (MIB - 300)}), (422,)
    yield "escapes", events, '{"title":"' + fill("\\u00e9", MIB - 300) + '"}', (422,)
    yield "too many values", events, '{"title":"x","rdates":[' + fill("1,", MIB - 300) + "1]}", (400,)
    yield "one list", events, '{"title":"x","categories":[' + fill(f'"{"y" * 50}",', MIB - 300) + '"z"]}', (422,)
    yield "unknown members", events, "{" + ",".join(f'"{"m" * 40}{n}":{n}' for n in range(19000)) + "}", (422,)
    yield "the same member", events, "{" + fill('"title":"x",', MIB - 300) + '"title":"x"}', (400, 422)
    yield "brackets", events, "[" * (MIB - 10), (400,)
    yield "spaces", events, " " * (MIB - 10), (400,)
    yield "no UTF-8", events, b'"' + b"\xc3" * (MIB - 10), (400,)
    yield "500 people", events, json.dumps({**EVENT, "attendees": [
        {**person, "email": person["email"].format(n)} for n in range(500)]}), (201,)
    yield "people without end", events, json.dumps({**EVENT, "attendees": [{"email": f"{'p' * 80}{n}"} for n in range(9000)]}), (422,)
    yield "empty people", events, '{"attendees":[' + fill("{" + " " * 60 + "},", MIB - 300) + "{}]}", (422,)
    yield "metadata", events, json.dumps({**EVENT, "metadata": {f"{'k' * 30}{n}": "v" for n in range(19000)}}), (422,)
    yield "fifty requests", "/v1/batch", json.dumps({"requests": [{**one, "id": str(n)} for n in range(50)]},
                                                    ensure_ascii=False), (200,)
    yield "fifty wrong ones", "/v1/batch", json.dumps({"requests": [
        {**one, "id": str(n), "body": {f"{'m' * 30}{k}": k for k in range(300)}} for n in range(50)]}), (200,)
    yield "requests without end", "/v1/batch", '{"requests":[' + fill('{"id":"1"' + " " * 200 + "},", MIB - 300) + "{}]}", (422,)
    yield "a little too large", events, " " * (MIB + 1), (413,)


def send(name, path, body, statuses, **head):
    """Once; again while a turn was long, which may be the machine's doing (turns.py)."""
    for _ in range(PASSES):
        before = turns()[1]
        refused = "chunked" in name or 413 in statuses  # these end their connection
        answer = request("POST", path, chunks(body) if "chunked" in name else body, headers=head, timeout=150,
                         connection=None if refused else connection)
        check.that(answer.status in statuses, f"{name}: {answer.status} {answer.body[:300]}")
        slow = turns()[1] - before
        if slow == 0:
            return
    check.that(False, f"{name}: {slow} long turns, each time\n{long_turn_lines()}")


connection = connect(timeout=150)
for _ in range(ROUNDS):
    for name, body, status, key in imports():
        send(f"import, {name}", f"/v1/calendars/{make_calendar()['id']}/import", body, (status,),
             **{"Content-Type": "text/calendar", **({"Idempotency-Key": key} if key else {})})
    for name, path, body, statuses in bodies(make_calendar()["id"]):
        text = body if isinstance(body, bytes) else body.encode()
        check.that(len(text) <= MIB or "too large" in name, f"{name}: {len(text)} bytes")
        send(name, path, text, statuses, **{"Content-Type": "application/json"})
count, slow = turns()
print(f"{count} turns, {slow} of them with more than {LIMIT} s of CPU")
check.done()
