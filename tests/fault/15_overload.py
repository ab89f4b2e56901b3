#!/usr/bin/env python3
"""Three times as many requests as the server can do, sent whether or not the ones before were answered: what it does does not
get less, every answer comes soon, and memory stays. The peak is measured first, in the same run; rounds take turns."""
import re
import select
import socket
import statistics
import time

from attack import SHORT, address, alive, figure, rss_mb, with_server

ROUNDS, SECONDS, LISTENED_S = (1, 3, 60) if SHORT else (5, 15, 60)
# One loop and a short queue, so that one Python can send three times the peak.
with_server(API_LOOPS="1", API_READ_CONNECTIONS="1", API_PIPELINE_DEPTH="4", API_QUEUE="128")
from wire import KEY, make_calendar, make_event, request  # noqa: E402

calendar = make_calendar()["id"]
for number in range(40):
    make_event(calendar, title=f"event {number}", recurrence={"rrule": "FREQ=DAILY"})
ASK = (f"GET /v1/calendars/{calendar}/events?expand=occurrences&from=2027-01-01T00:00:00Z&to=2027-02-01T00:00:00Z&limit=20 HTTP/1.1\r\n"
       f"Host: x\r\nX-API-Key: {KEY}\r\n\r\n").encode()


class Client:
    """Connections that are asked on when they are free; each request is timed from when it was due, not from when it was sent."""

    def __init__(self):
        self.poll, self.free, self.busy, self.answers = select.epoll(), [], {}, []

    def ask(self, due):
        one = self.free.pop() if self.free else socket.create_connection(address(), timeout=60)
        one.send(ASK)
        if one.fileno() not in self.busy:
            self.poll.register(one, select.EPOLLIN)
        self.busy[one.fileno()] = [one, due, bytearray()]

    def take(self, timeout_s):
        for fd, _ in self.poll.poll(timeout_s):
            one, due, got = self.busy[fd]
            try:
                piece = one.recv(1 << 18)
            except ConnectionError:
                piece = b""
            got += piece
            length = re.search(rb"(?i)content-length: (\d+)\r\n", got)
            if not piece or (length and len(got) >= got.index(b"\r\n\r\n") + 4 + int(length[1])):
                self.answers.append((int(got[9:12] or 0), time.monotonic() - due))
                self.poll.unregister(fd)
                del self.busy[fd]
                if piece:
                    self.free.append(one)
                else:
                    one.close()

    def wait_for_all(self):
        end = time.monotonic() + LISTENED_S
        while self.busy and time.monotonic() < end:
            self.take(0.1)
        answers, lost = self.answers, len(self.busy)
        self.answers = []
        return answers, lost


def peak(client):
    """Answers a second when sixteen wait for each of theirs."""
    began = time.monotonic()
    while time.monotonic() - began < SECONDS:
        while len(client.busy) < 16:
            client.ask(time.monotonic())
        client.take(0.1)
    took = time.monotonic() - began
    answers, _ = client.wait_for_all()
    return sum(status == 200 for status, _ in answers) / took


def overload(client, rate):
    """How many were good a second, and all times, with `rate` due a second."""
    began, sent = time.monotonic(), 0
    while (now := time.monotonic()) - began < SECONDS:
        while sent < (now - began) * rate:
            client.ask(began + sent / rate)
            sent += 1
        client.take(0.001)
    took = time.monotonic() - began
    answers, lost = client.wait_for_all()
    good = sum(status == 200 for status, _ in answers) / took
    return good, sorted(age for _, age in answers), {s for s, _ in answers}, lost, sent / took


assert request("GET", ASK.split()[1].decode()).status == 200
client, ratios, slowest, kinds, lost, sizes, factors = Client(), [], [], set(), 0, [], []
for _ in range(ROUNDS):
    best = peak(client)
    good, ages, statuses, gone, rate = overload(client, 3 * best)
    ratios.append(good / best)
    factors.append(rate / best)
    slowest.append(ages[len(ages) * 99 // 100])
    kinds, lost = kinds | statuses, lost + gone
    sizes.append(rss_mb())
    print(f"peak {best:.0f}/s, {rate:.0f}/s sent, {good:.0f}/s good, p99 {slowest[-1]:.2f} s, {statuses}, {sizes[-1]:.0f} MB", flush=True)
ratio, p99, grown = statistics.median(ratios), statistics.median(slowest), sizes[-1] - sizes[0]
holds = alive() and lost == 0 and kinds <= {200, 503} and grown <= 16
figure(f"{statistics.median(factors):.1f} × the peak: goodput {100 * ratio:.0f} %, p99 {p99:.2f} s, {grown:+.0f} MB, {lost} lost",
       "0 lost, ≤ +16 MB" if SHORT else "≥ 90 %, ≤ 1.5 s, ≤ +16 MB, 0 lost",
       holds and (SHORT or (ratio >= 0.9 and p99 <= 1.5 and min(factors) > 2.5)))
