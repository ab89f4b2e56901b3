#!/usr/bin/env python3
"""Wrong input of every kind: the right status, the pointer to the field, nothing stored."""
import json
import time

from wire import EVENT, KEY, Checks, make_calendar, make_event, make_user, raw, request, sql

check = Checks()
calendar = make_calendar()["id"]
events = f"/v1/calendars/{calendar}/events"


def stored():
    return sql("SELECT count(*) FROM events"), sql("SELECT sum(seq) FROM calendars"), sql("SELECT count(*) FROM users")


def refused(what, answer, status, code=None, pointers=None):
    check.that(answer.status == status, f"{what}: {status} expected, got {answer}")
    if answer.status != status:
        return
    check.that(answer.headers["Content-Type"] == "application/problem+json", f"{what}: {answer.headers['Content-Type']}")
    problem = answer.json()
    check.that(problem["status"] == status and problem["title"] and problem["type"], f"{what}: {problem}")
    check.that(problem["request_id"] == answer.headers["X-Request-Id"], f"{what}: request id {problem}")
    if code:
        check.that(problem["code"] == code, f"{what}: code {code} expected, got {problem}")
    if pointers is not None:
        check.that(answer.pointers() == sorted(pointers), f"{what}: {pointers} expected, got {answer.pointers()}")
        for error in problem["errors"]:
            check.that(error["code"] and error["message"], f"{what}: {error}")


def event(**more):
    body = {**EVENT, **more}
    return {name: value for name, value in body.items() if value is not ...}


before = stored()

# ---- not JSON -------------------------------------------------------------------------------------------
for what, body in {
    "invalid UTF-8": b'{"title":"\xff\xfe"}',
    "an overlong form": b'{"title":"\xc0\xaf"}',
    "a surrogate in UTF-8": b'{"title":"\xed\xa0\x80"}',
    "a lone surrogate escape": b'{"title":"\\ud800"}',
    "NUL": b'{"title":"a\x00b"}',
    "escaped NUL": b'{"title":"a\\u0000b"}',
    "1 MB of [": b"[" * 1_000_000,
    "NaN": b'{"title":NaN}',
    "Infinity": b'{"title":-Infinity}',
    "single quotes": b"{'title':'x'}",
    "number overflow": b'{"title":"x","reminders":[{"method":"display","minutes_before":1e999}]}',
    "an integer past 64 bits": b'{"title":"x","reminders":[{"method":"display","minutes_before":99999999999999999999}]}',
    "a duplicate member": b'{"title":"a","title":"b"}',
    "a duplicate by escape": b'{"title":"a","\\u0074itle":"b"}',
    "trailing text": b'{"title":"a"} x',
    "a trailing comma": b'{"title":"a",}',
    "a comment": b'{"title":"a"/**/}',
    "a leading zero": b'{"title":01}',
    "an empty body": b"",
    "only space": b"  \n",
    "half an object": b'{"title":"a"',
    "a byte order mark": b'\xef\xbb\xbf{"title":"a"}',
}.items():
    refused(what, request("POST", events, body), 400, "malformed_json")

# ---- JSON of another shape ------------------------------------------------------------------------------
refused("an array", request("POST", events, b"[]"), 422, None, [""])
refused("a string", request("POST", events, b'"x"'), 422, None, [""])
for what, body, code, pointers in [
    ("unknown member", event(titel="x"), "unknown_field", ["/titel"]),
    ("wrong type", event(title=5), None, ["/title"]),
    ("null where none may be", event(title=None), None, ["/title"]),
    ("too long", event(title="x" * 256), None, ["/title"]),
    ("empty title", event(title=""), None, ["/title"]),
    ("missing title", event(title=...), None, ["/title"]),
    ("missing times", {"title": "x"}, None, ["/start_time", "/end_time"]),
    ("end before start", event(end_time="2026-12-01T09:00:00"), None, ["/end_time"]),
    ("end before start over offsets", event(start_time="2026-12-01T10:00:00+01:00", end_time="2026-12-01T08:30:00Z"),
     None, ["/end_time"]),
    ("shorter than a minute", event(end_time="2026-12-01T10:00:30"), None, ["/end_time"]),
    ("longer than 366 days", event(end_time="2027-12-03T10:00:00"), None, ["/end_time"]),
    ("not a time", event(start_time="tomorrow"), None, ["/start_time"]),
    ("no such day", event(start_time="2026-02-30T10:00:00"), None, ["/start_time"]),
    ("a fraction of a second", event(start_time="2026-12-01T10:00:00.5"), None, ["/start_time"]),
    ("year 1899", event(start_time="1899-12-01T10:00:00", end_time="1899-12-01T11:00:00"), None, ["/start_time", "/end_time"]),
    ("dates and times", event(start_date="2026-12-01", end_date="2026-12-02"), None, None),
    ("no such zone", event(time_zone="Mars/Olympus"), "unknown_time_zone", ["/time_zone"]),
    ("a gap in the clock", event(start_time="2026-03-29T02:30:00", end_time="2026-03-29T04:00:00"),
     "nonexistent_local_time", ["/start_time"]),
    ("unknown enum value", event(status="maybe"), None, ["/status"]),
    ("a colour that is none", event(color="red"), None, ["/color"]),
    ("six reminders", event(reminders=[{"method": "display", "minutes_before": n} for n in range(6)]), None, ["/reminders"]),
    ("a reminder of another shape", event(reminders=[{"method": "smoke", "minutes_before": 40321, "x": 1}]), None,
     ["/reminders/0/method", "/reminders/0/minutes_before", "/reminders/0/x"]),
    ("an attendee without @", event(attendees=[{"email": "nobody"}]), None, ["/attendees/0/email"]),
    ("the same attendee twice", event(attendees=[{"email": "a@example.org"}, {"email": "A@example.org"}]), None,
     ["/attendees/1/email"]),
    ("too much metadata", event(metadata={f"k{n}": "v" for n in range(51)}), None, ["/metadata"]),
    ("a metadata key too long", event(metadata={"k" * 41: "v"}), None, ["/metadata/" + "k" * 41]),
    ("metadata that is no text", event(metadata={"k": 1}), None, ["/metadata/k"]),
    ("a category too long", event(categories=["x" * 65]), None, ["/categories/0"]),
    ("recurrence", event(recurrence={"rrule": "FREQ=SECONDLY"}), "rrule_unsupported", ["/recurrence/rrule"]),
    ("a read-only member", event(version=7), "read_only", ["/version"]),
    ("a malformed id", event(id="x"), None, ["/id"]),
    ("everything at once", event(title=7, end_time="x", titel=1, color="red", status="maybe"), "invalid_fields",
     ["/title", "/end_time", "/titel", "/color", "/status"]),
]:
    refused(what, request("POST", events, body), 422, code, pointers)
check.that(request("POST", events, event(title="x" * 255, description="ü" * 8192)).status == 201, "the limits themselves are fine")
check.that(int(sql("SELECT count(*) FROM events")) == int(before[0]) + 1, "nothing but that one is stored")
before = stored()

# ---- the frame ------------------------------------------------------------------------------------------
refused("another content type", request("POST", events, b"a=b", headers={"Content-Type": "text/plain"}), 415,
        "unsupported_media_type")
refused("a body past 1 MiB", request("POST", events, b'{"description":"' + b"x" * 1_100_000 + b'"}'), 413, "payload_too_large")
refused("an unknown path", request("GET", "/v1/nothing"), 404, "not_found")
refused("an unknown calendar", request("POST", "/v1/calendars/0190a1b2-0000-7000-8000-000000000000/events", EVENT), 404)
refused("a malformed calendar", request("GET", "/v1/calendars/12/events"), 404)
answer = request("DELETE", "/v1/calendars")
refused("a wrong method", answer, 405, "method_not_allowed")
check.that("GET" in answer.headers["Allow"] and "POST" in answer.headers["Allow"], f"Allow: {answer.headers['Allow']}")
refused("an unknown parameter", request("GET", events + "?form=1"), 400, "malformed_query", ["form"])
refused("a doubled parameter", request("GET", events + "?limit=1&limit=2"), 400, "malformed_query", ["limit"])
refused("a limit of 0", request("GET", events + "?limit=0"), 400, "malformed_query", ["limit"])
refused("a limit of 201", request("GET", events + "?limit=201"), 400, "malformed_query", ["limit"])
refused("a limit of x", request("GET", events + "?limit=x"), 400, "malformed_query", ["limit"])
refused("a time without offset", request("GET", events + "?from=yesterday"), 400, "malformed_query", ["from"])
refused("a broken escape", request("GET", events + "?uid=%zz"), 400, "malformed_query")
refused("NUL in a query", request("GET", events + "?uid=%00"), 400, "malformed_query")
refused("invalid UTF-8 in a query", request("GET", events + "?uid=%ff"), 400, "malformed_query")
refused("an idempotency key too long", request("POST", events, EVENT, headers={"Idempotency-Key": "k" * 65}), 400)

# ---- cursors --------------------------------------------------------------------------------------------
for n in range(4):
    make_event(calendar, title=f"event {n}")
cursor = request("GET", events + "?limit=2").json()["next_cursor"]
check.that(cursor, "a cursor for the second page")
check.that(request("GET", f"{events}?limit=2&cursor={cursor}").status == 200, "the cursor as it came")
swapped = ("B" if cursor[0] == "A" else "A") + cursor[1:]
refused("a tampered cursor", request("GET", f"{events}?cursor={swapped}"), 400, "malformed_cursor")
refused("a cut cursor", request("GET", f"{events}?cursor={cursor[:-4]}"), 400, "malformed_cursor")
refused("a cursor with other filters", request("GET", f"{events}?status=tentative&cursor={cursor}"), 400, "malformed_cursor")
refused("a cursor of another list", request("GET", f"/v1/users?cursor={cursor}"), 400, "malformed_cursor")
other_calendar = make_calendar()["id"]
refused("a cursor of another calendar", request("GET", f"/v1/calendars/{other_calendar}/events?cursor={cursor}"), 400,
        "malformed_cursor")

# ---- who ------------------------------------------------------------------------------------------------
eve = make_user("eve")
before = stored()
for what, key in {"no key": None, "an unknown key": "cal_abcdefgh_" + "A" * 43, "not a key": "x", "a key with a space": "a b"}.items():
    answer = request("GET", "/v1/users/me", key=key)
    refused(what, answer, 401, "unauthenticated")
    check.that(answer.headers["WWW-Authenticate"] == "ApiKey", f"{what}: WWW-Authenticate")
for method, path in [("GET", ""), ("PATCH", ""), ("DELETE", ""), ("GET", "/events"), ("POST", "/events"), ("GET", "/acl")]:
    body = {"name": "x"} if method == "PATCH" else EVENT if method == "POST" else None
    refused(f"a stranger's {method} {path}", request(method, f"/v1/calendars/{calendar}{path}", body, key=eve["api_key"]), 404)
refused("a user who makes users", request("POST", "/v1/users", {"username": "mallory"}, key=eve["api_key"]), 403)
check.that(stored() == before, f"nothing stored: {before} {stored()}")

made = request("POST", "/v1/users/me/keys", {"name": "short", "scopes": ["events:read"],
               "expires_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 2))})
check.that(made.status == 201, made)
short = made.json()
check.that(request("GET", events, key=short["key"]).status == 200, "a key of its scope")
refused("a scope that is missing", request("POST", events, EVENT, key=short["key"]), 403, "insufficient_scope")
time.sleep(3)
refused("an expired key", request("GET", events, key=short["key"]), 401, "unauthenticated")
revoked = request("POST", "/v1/users/me/keys", {"name": "gone", "scopes": ["events:read"]}).json()
check.that(request("GET", events, key=revoked["key"]).status == 200, "a key before it is revoked")
check.that(request("DELETE", f"/v1/users/me/keys/{revoked['id']}").status == 204, "revoking it")
deadline = time.monotonic() + 1
while request("GET", events, key=revoked["key"]).status == 200 and time.monotonic() < deadline:
    time.sleep(0.05)
refused("a revoked key", request("GET", events, key=revoked["key"]), 401, "unauthenticated")

# ---- bytes that are no HTTP -----------------------------------------------------------------------------
head = f"Host: x\r\nX-API-Key: {KEY}\r\n".encode()
for what, data in {
    "two lengths": b"POST /v1/calendars HTTP/1.1\r\n" + head + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x",
    "length and chunks": b"POST /v1/calendars HTTP/1.1\r\n" + head + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a folded header": b"GET /v1/users/me HTTP/1.1\r\n" + head + b"X-A: b\r\n c\r\n\r\n",
    "garbage": b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
}.items():
    got = raw(data + b"", timeout=2)
    check.that(got == b"" or got.startswith(b"HTTP/1.1 400"), f"{what}: {got[:80]!r}")
check.that(request("GET", "/v1/users/me").json()["username"] == "admin", "the next answer is right")
check.that(json.loads(sql("SELECT to_json(count(*)) FROM users WHERE username = 'mallory'")) == 0, "no mallory")
check.done()
