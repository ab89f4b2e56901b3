#!/usr/bin/env python3
"""10,000 clients that hang up mid-request: the next answers are right, and (run on a sanitizer build) nothing
leaks and nothing that is gone is touched."""
import json
import os
import random
import socket
import struct
import sys
import time

from wire import EVENT, KEY, URL, Checks, make_calendar, make_event, request, sql

check = Checks()
count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
calendar = make_calendar()["id"]
event = make_event(calendar)
random.seed(7)
body = json.dumps({**EVENT, "title": "from one who left"}).encode()
head = f"Host: x\r\nX-API-Key: {KEY}\r\n"
get = f"GET /v1/calendars/{calendar}/events/{event['id']} HTTP/1.1\r\n{head}\r\n".encode()
listing = f"GET /v1/calendars/{calendar}/events?limit=200 HTTP/1.1\r\n{head}\r\n".encode()
post = f"POST /v1/calendars/{calendar}/events HTTP/1.1\r\n{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def leave(data, rudely):
    peer = socket.socket()
    peer.connect((URL.hostname, URL.port))
    if rudely:  # a reset instead of an orderly end
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.sendall(data)
    peer.close()


def open_files():
    return len(os.listdir(f"/proc/{os.environ['SERVER_PID']}/fd"))


def patiently(method, path, body=None):
    """Those who leave do not wait, so the queue may be full: 503 is right then, for a while."""
    for _ in range(100):
        answer = request(method, path, body)
        if answer.status != 503:
            break
        check.that(answer.headers["Retry-After"], "a 503 says when to come back")
        time.sleep(0.1)
    return answer


files_before = open_files()
for n in range(count):
    whole = random.choice([get, get, get, listing, post])
    cut = len(whole) if random.random() < 0.7 else random.randrange(1, len(whole))
    leave(whole[:cut], rudely=random.random() < 0.5)
    if n % 500 == 0:
        answer = patiently("GET", f"/v1/calendars/{calendar}/events/{event['id']}")
        check.that(answer.status == 200 and answer.json() == event, f"after {n}: {answer}")
for n in range(200):
    answer = patiently("GET", f"/v1/calendars/{calendar}/events/{event['id']}")
    check.that(answer.status == 200 and answer.json() == event, f"afterwards: {answer}")
    made = patiently("POST", f"/v1/calendars/{calendar}/events", {**EVENT, "title": f"after {n}"})
    check.that(made.status == 201 and made.json()["title"] == f"after {n}", made)
titles = set(sql("SELECT DISTINCT title FROM events").splitlines())
check.that(all(t in ("Standup", "from one who left") or t.startswith("after ") for t in titles), f"only whole bodies took effect: {titles}")
check.that(open_files() <= files_before + 4, f"open files {files_before} -> {open_files()}")
check.done()
