#!/usr/bin/env python3
"""Requests that are too large, or never end, are refused or cut, and what the server keeps of them stays within its budget;
small requests beside them are answered."""
import select
import time

from attack import SHORT, alive, connect, figure, metric, reset, rss_mb, with_server
from waiting import until

MANY, PIECE_MB, BUDGET_MB = (30, 2, 24) if SHORT else (400, 5, 64)
with_server(API_BODY_BUDGET=f"{BUDGET_MB}MiB", API_BODY_TIMEOUT="2s" if SHORT else "10s")
from wire import KEY, Checks, make_calendar, raw, request  # noqa: E402

check = Checks()
calendar = make_calendar()["id"]
POST = f"POST /v1/calendars/{calendar}/events HTTP/1.1\r\nHost: x\r\nX-API-Key: {KEY}\r\nContent-Type: application/json\r\n".encode()


def endless(chunk):
    """Send until the server has had enough; what it said, and how much it took."""
    one, sent, got, end = connect(), 0, b"", time.monotonic() + 60
    try:
        one.send(POST + b"Transfer-Encoding: chunked\r\n\r\n")
        while time.monotonic() < end:
            readable, writable, _ = select.select([one], [one], [], 5)
            if readable:
                got += one.recv(65536) or b"|end"
                break
            if writable:
                sent += one.send(chunk)
    except ConnectionError:
        got += b"|reset"
    reset(one)
    return got, sent


# ---- one of each ----------------------------------------------------------------------------------------
for what, data, statuses in (
        ("a length past every limit", POST + b"Content-Length: 99999999\r\n\r\n{", (b"413",)),
        ("a length of 18 digits", POST + b"Content-Length: 999999999999999999\r\n\r\n{", (b"413",)),
        ("a length of 30 digits", POST + b"Content-Length: " + b"9" * 30 + b"\r\n\r\n{", (b"413", b"400")),
        ("a body past the operation's limit", POST + b"Connection: close\r\nContent-Length: 1200000\r\n\r\n" + b"x" * 1200000, (b"413",)),
        ("101 headers", b"GET /livez HTTP/1.1\r\nHost: x\r\n" + b"A: b\r\n" * 101 + b"\r\n", (b"400", b"431")),
        ("a head of 420 KB", b"GET /livez HTTP/1.1\r\nHost: x\r\nA: " + b"b" * 420_000, (b"400", b"431")),
        ("a target of 420 KB", b"GET /" + b"b" * 420_000, (b"400", b"414", b"431"))):
    got = raw(data, timeout=15)
    check.that(not got or got[9:12] in statuses, f"{what}: {got[:60]!r}")
got, sent = endless(b"10000\r\n" + b"x" * 65536 + b"\r\n")
check.that((got[9:12] == b"413" or got.startswith(b"|")) and sent < 32 << 20, f"chunks without end: {got[:40]!r} after {sent} bytes")
got, sent = endless(b"1;" + b"e" * 65536 + b"\r\nx\r\n")
# Nothing of an extension is kept, so that its time ends it.
check.that(got[9:12] in (b"413", b"400") or got.startswith(b"|"), f"extensions without end: {got[:40]!r} after {sent} bytes")

# ---- many at once, each with less than its limit, none of them finished ------------------------------------
before, held = rss_mb(), []
piece = b"x" * (PIECE_MB << 20)
small = slow = 0
for number in range(MANY):
    one = connect()
    at, data = 0, POST + b"Content-Length: %d\r\n\r\n" % (len(piece) + 1) + piece
    end = time.monotonic() + 10
    try:
        while at < len(data) and time.monotonic() < end:
            if select.select([], [one], [], 1)[1]:
                at += one.send(data[at:at + (1 << 20)])
    except ConnectionError:
        pass
    held.append(one)
    if number % 5 == 0:
        slow += 1
        small += request("POST", "/v1/calendars", {"name": f"small {number}", "time_zone": "UTC"}, timeout=60).status == 201
peak = rss_mb("VmHWM")
check.that(small == slow, f"small requests beside them: {small} of {slow}")
# The server looks every tenth of a second, and a fast loopback has brought everything before it looks once.
check.that(until(lambda: metric("api_bodies_refused_total") > 0), "the budget was never used up: this test tests nothing")
check.that(until(lambda: metric("api_request_bytes") <= BUDGET_MB << 20), f"{metric('api_request_bytes')} bytes are held")
for one in held:
    reset(one)
check.that(until(lambda: metric("api_connections") <= 2), f"{metric('api_connections')} connections are left")
check.that(alive(), "the server lives")
# What comes within the tenth of a second between two looks is above the budget: a loopback brings tens of megabytes.
spare = 96
grown = peak - before
text = f"{check.count - len(check.faults)} of {check.count} kept; {MANY * PIECE_MB} MB sent, {grown:.0f} MB kept at most; {small} of {slow} small ones"
figure(text, f"413, 4xx or closed; ≤ {BUDGET_MB + spare} MB; all small ones", not check.faults and grown <= BUDGET_MB + spare)
