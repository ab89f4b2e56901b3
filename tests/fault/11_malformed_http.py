#!/usr/bin/env python3
"""HTTP that two readers could read in two ways: none of it makes the server answer a request that was hidden in another, and
the next answer on a connection, or on the next connection, is nobody else's. Then thousands of broken variants of good
requests, of a fixed seed: 11_malformed_http.py [short] [SEED]. FAULT_SERVER=build-asan/server/api-server watches memory."""
import random
import re
import select
import sys

from attack import SHORT, alive, connect, figure, reset, with_server
from waiting import until

ROUNDS = 400 if SHORT else 30_000
with_server()



from wire import KEY, Checks, make_calendar, raw, request, sql  # noqa: E402

check = Checks()
seed = next((int(word) for word in sys.argv[1:] if word.isdigit()), 20261123)
calendar = make_calendar()["id"]
HOST = b"Host: x\r\n"
WHO = HOST + f"X-API-Key: {KEY}\r\n".encode()
# What must never be carried out: it stands where only a second reader would see a request.
HIDDEN = (b"POST /v1/calendars HTTP/1.1\r\n" + WHO + b"Content-Type: application/json\r\nContent-Length: 37\r\n\r\n"
          b'{"name":"smuggled","time_zone":"UTC"}')
POST = f"POST /v1/calendars/{calendar}/events HTTP/1.1\r\n".encode() + WHO + b"Content-Type: application/json\r\n"
ME = b"GET /v1/users/me HTTP/1.1\r\n" + WHO


def chunk(data):
    return b"%x\r\n" % len(data) + data + b"\r\n0\r\n\r\n"


# Name and bytes; at most one answer each.
CASES = (
    ("CL.TE", POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN),
    ("TE.CL", POST + b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n" + chunk(HIDDEN)),
    ("two lengths", POST + b"Content-Length: 0\r\nContent-Length: %d\r\n\r\n" % len(HIDDEN) + HIDDEN),
    ("two equal lengths", POST + b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}" + HIDDEN),
    ("a list of lengths", POST + b"Content-Length: 0, 0\r\n\r\n" + HIDDEN),
    ("a signed length", POST + b"Content-Length: +0\r\n\r\n" + HIDDEN),
    ("a length in hex", POST + b"Content-Length: 0x0\r\n\r\n" + HIDDEN),
    ("a negative length", POST + b"Content-Length: -1\r\n\r\n" + HIDDEN),
    ("a length past 64 bits", POST + b"Content-Length: 18446744073709551616\r\n\r\n" + HIDDEN),
    ("a length and a space", POST + b"Content-Length : 0\r\n\r\n" + HIDDEN),
    ("a tab before the colon", POST + b"Transfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n" + HIDDEN),
    ("an unknown coding", POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + HIDDEN),
    ("two codings", POST + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" + HIDDEN),
    ("coding twice", POST + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + HIDDEN),
    ("coding in HTTP/1.0", POST.replace(b"/1.1", b"/1.0") + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN),
    ("a vertical tab", POST + b"Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n" + HIDDEN),
    ("a folded coding", POST + b"Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n" + HIDDEN),
    ("a folded header", ME + b"X-A: b\r\n c\r\n\r\n" + HIDDEN),
    ("a header that begins folded", b"GET /livez HTTP/1.1\r\n X-A: b\r\n" + HOST + b"\r\n" + HIDDEN),
    ("bare LF", (ME + b"\r\n").replace(b"\r\n", b"\n") + HIDDEN),
    ("bare LF in a head", ME + b"A: b\nContent-Length: %d\r\n\r\n" % len(HIDDEN) + HIDDEN),
    ("bare CR", ME + b"A: b\rContent-Length: %d\r\n\r\n" % len(HIDDEN) + HIDDEN),
    ("NUL in a value", ME + b"A: b\0c\r\n\r\n" + HIDDEN),
    ("NUL in a name", ME + b"A\0: b\r\n\r\n" + HIDDEN),
    ("NUL in the target", b"GET /v1/users/me\0 HTTP/1.1\r\n" + WHO + b"\r\n" + HIDDEN),
    ("no name", ME + b": b\r\n\r\n" + HIDDEN),
    ("no colon", ME + b"abc\r\n\r\n" + HIDDEN),
    ("two hosts", ME + HOST + b"\r\n" + HIDDEN),
    ("no host", b"GET /livez HTTP/1.1\r\n\r\n" + HIDDEN),
    ("two keys", ME + b"X-Api-Key: x\r\n\r\n" + HIDDEN),
    ("absolute form", b"GET http://elsewhere/v1/users/me HTTP/1.1\r\n" + WHO + b"\r\n" + HIDDEN),
    ("authority form", b"CONNECT elsewhere:443 HTTP/1.1\r\n" + WHO + b"\r\n" + HIDDEN),
    ("two spaces", b"GET  /v1/users/me HTTP/1.1\r\n" + WHO + b"\r\n" + HIDDEN),
    ("a space in the target", b"GET /v1/users/me x HTTP/1.1\r\n" + WHO + b"\r\n" + HIDDEN),
    ("HTTP/0.9", b"GET /v1/users/me\r\n" + HIDDEN),
    ("HTTP/2.0", b"GET /v1/users/me HTTP/2.0\r\n" + WHO + b"\r\n" + HIDDEN),
    ("HTTP/1.10", b"GET /v1/users/me HTTP/1.10\r\n" + WHO + b"\r\n" + HIDDEN),
    ("a tab for a space", b"GET\t/v1/users/me HTTP/1.1\r\n" + WHO + b"\r\n" + HIDDEN),
    # These may be answered; the connection ends with the answer, so that nothing behind it counts.
    ("chunk lines that end in LF", POST + b"Transfer-Encoding: chunked\r\n\r\n2\n{}\r\n0\n\r\n" + HIDDEN),
    ("a chunk of hex words", POST + b"Transfer-Encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n" + HIDDEN),
    ("a negative chunk", POST + b"Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n" + HIDDEN),
    ("a chunk past 64 bits", POST + b"Transfer-Encoding: chunked\r\n\r\n10000000000000002\r\n{}\r\n0\r\n\r\n" + HIDDEN),
    ("an extension that hides a line", POST + b"Transfer-Encoding: chunked\r\n\r\n2;a\nxx\r\n{}\r\n0\r\n\r\n" + HIDDEN),
    ("a trailer that is a header", POST + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nContent-Length: 9\r\n\r\n" + HIDDEN),
    ("an unknown expectation", POST + b"Expect: 200-ok\r\nContent-Length: 2\r\n\r\n{}" + HIDDEN),
)


def smuggled():
    return int(sql("SELECT count(*) FROM calendars WHERE name = 'smuggled'"))


def is_me(answer):
    return answer.status == 200 and answer.json()["username"] == "admin"


check.that(smuggled() == 0, "nothing is there yet")
for name, data in CASES:
    answers = raw(data, timeout=0.3 if SHORT else 2)
    said = re.findall(rb"HTTP/1\.1 (\d\d\d)", answers)
    check.that(len(said) <= 1, f"{name}: {said}")
    check.that(not said or said[0] != b"201", f"{name}: {said}")
    if not SHORT:
        check.that(smuggled() == 0, f"{name}: the hidden request was carried out")
    check.that(is_me(request("GET", "/v1/users/me")), f"{name}: the next answer")

# ---- who comes next on the same connection -----------------------------------------------------------------
got = raw(ME + b"\r\n" + b"GET /v1/nothing HTTP/1.1\r\n" + WHO + b"\r\n" + ME + b"Connection: close\r\n\r\n")
check.that(re.findall(rb"HTTP/1\.1 (\d\d\d)", got) == [b"200", b"404", b"200"], f"requests in a row: {got[:80]!r}")

# ---- broken variants of good requests ---------------------------------------------------------------------
random.seed(seed)
GOOD = (ME + b"\r\n", POST + b'Content-Length: 13\r\n\r\n{"title":"a"}', POST + b"Transfer-Encoding: chunked\r\n\r\n" + chunk(b"{}"),
        f"GET /v1/calendars/{calendar}/events?limit=2&from=2026-01-01T00:00:00Z HTTP/1.1\r\n".encode() + WHO + b"\r\n")
BITS = (b"\0", b"\r", b"\n", b"\r\n", b" ", b"\t", b":", b"\xff", b"%00", b"%", b"?", b"#", b"\x7f", b"Content-Length: 1\r\n",
        b"Transfer-Encoding: chunked\r\n", b"0\r\n\r\n", b"Expect: 100-continue\r\n", b"A" * 70_000, b"Connection: keep-alive\r\n")


def broken():
    data = bytearray(random.choice(GOOD))
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(data))
        what = random.randrange(4)
        if what == 0:
            data[at:at] = random.choice(BITS)
        elif what == 1:
            data[at] = random.randrange(256)
        elif what == 2:
            del data[at:at + random.randint(1, 8)]
        else:
            data[at:at] = data[max(0, at - random.randint(1, 40)):at]
    return bytes(data)


def throw(data):
    one = connect()
    try:
        one.send(data)
        if select.select([one], [], [], 0.002)[0]:
            one.recv(65536)
    except OSError:
        pass
    reset(one)


for number in range(ROUNDS):
    throw(broken())
    if number % 100 == 0:
        check.that(is_me(request("GET", "/v1/users/me", timeout=60)), f"seed {seed}, about variant {number}: the next answer")
        if not alive():
            break
check.that(until(alive, 1), "the server lives")
check.that(smuggled() == 0, "a hidden request was carried out")
figure(f"{len(CASES)} cases, {ROUNDS} variants: {len(check.faults)} of {check.count} checks failed", "0 crashes, 0 altered answers",
       not check.faults)
