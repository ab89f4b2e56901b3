#!/usr/bin/env python3
"""There is no HTTP/2 here: its preface is refused, an Upgrade is not taken up, and a hundred thousand rapid resets (of
streams that do not exist, and of connections) leave nothing behind."""
import select
import struct
import time

from attack import SHORT, Honest, alive, connect, figure, honest, metric, reset, slowdown, with_server
from waiting import until

RESETS, TURNS, ASKED = (1000, 1, 100) if SHORT else (100_000, 5, 2000)
with_server()
from wire import Checks, make_calendar, make_event, raw  # noqa: E402

check = Checks()
calendar = make_calendar()["id"]
CALM = f"/v1/calendars/{calendar}/events/{make_event(calendar)['id']}"
PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
STREAMS = 500


def frame(kind, flags, stream, payload=b""):
    return struct.pack(">I", len(payload))[1:] + bytes((kind, flags)) + struct.pack(">I", stream) + payload


# SETTINGS, then HEADERS (GET / of the static table) and at once RST_STREAM (CANCEL) for stream after stream: CVE-2023-44487.
RAPID = PREFACE + frame(4, 0, 0) + b"".join(
    frame(1, 5, n, b"\x82\x84\x86\x41\x01x") + frame(3, 0, n, struct.pack(">I", 8)) for n in range(1, 2 * STREAMS, 2))


def refused(data):
    """How long until the server closed, whatever it was sent meanwhile."""
    one, began = connect(), time.monotonic()
    try:
        while data and time.monotonic() - began < 30:
            readable, writable, _ = select.select([one], [one], [], 1)
            if readable and not one.recv(65536):
                break
            if writable:
                data = data[one.send(data):]
        while select.select([one], [], [], 30)[0] and one.recv(65536):
            pass
    except ConnectionError:
        pass
    took = time.monotonic() - began
    reset(one)
    return took


def attack(quiet, each, limit):
    """`each` again and again while the honest client is busy, `limit` times in all at most; at a pace, or the attacker's own
    Python would be what slows the others on two cores."""
    done = 0
    while quiet.running() and done < limit:
        each()
        done += 1
        time.sleep(0.05)
    return done


times, turns, streams = [], [], 0
for _ in range(TURNS):
    calm, _ = honest(CALM, ASKED)
    quiet = Honest(CALM, ASKED)
    attack(quiet, lambda: times.append(refused(RAPID)), RESETS // STREAMS // TURNS + 1)
    p99, failed = quiet.result()
    turns.append((calm, p99))
    check.that(failed == 0, f"{failed} honest requests failed")
while len(times) * STREAMS < RESETS:
    times.append(refused(RAPID))
streams = len(times) * STREAMS
answer = raw(b"GET /livez HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n")
check.that(answer.startswith(b"HTTP/1.1 200 ") and b"101" not in answer[:12], f"an Upgrade is not taken up: {answer[:60]!r}")
check.that(max(times) < (30 if SHORT else 1), f"refused after {max(times):.2f} s at the latest")
for number in range(RESETS):
    one = connect()
    one.send(b"GET /v1/users/me HTTP/1.1\r\nHost: x\r\nX-API-Key: cal_" if number % 2 else b"GET /livez HTTP/1.1\r\nHost: x\r\n\r\n")
    reset(one)
check.that(until(lambda: metric("api_connections") <= 2 and metric("api_requests_in_flight") == 0), "all connections are gone")
check.that(alive(), "the server lives")
ratio = slowdown(turns)
print(turns)
figure(f"{streams} streams and {RESETS} connections reset; refused within {max(times):.2f} s; p99 × {ratio:.2f}",
       "0 crashes" + ("" if SHORT else "; ≤ 1 s; p99 ≤ 1.2 ×"), not check.faults and (SHORT or ratio <= 1.2))
