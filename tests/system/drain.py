#!/usr/bin/env python3
"""drain.py [load|newcomers|idle…]: SIGTERM under load: every request that was accepted is answered, answers close their connections, the process ends
with 0 in time. And with idle, half-sent and stuck clients: it ends by its deadline all the same."""
import collections
import os
import signal
import socket
import subprocess
import sys
import threading
import time

from wire import EVENT, KEY, Checks, make_calendar, make_event
import http.client
import json

check = Checks()
calendar = make_calendar()["id"]
event = make_event(calendar)
get = f"/v1/calendars/{calendar}/events/{event['id']}"
post = f"/v1/calendars/{calendar}/events"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    """A second server process on the same database, so that its exit status is ours to read."""

    def __init__(self, **settings):
        self.port = free_port()
        self.log = open(os.path.join(os.path.dirname(os.environ["SERVER_LOG"]), f"drain-{self.port}.log"), "w", encoding="utf-8")
        self.process = subprocess.Popen(
            [os.environ["SERVER_PROGRAM"], "serve"], stdout=self.log, stderr=subprocess.STDOUT,
            env={**os.environ, "API_LISTEN": f"127.0.0.1:{self.port}", "API_ADMIN_LISTEN": f"127.0.0.1:{free_port()}", **settings})
        for _ in range(400):
            try:
                if self.ask("GET", "/readyz")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.025)
        raise AssertionError("the server is not ready")

    def connection(self, timeout=15):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def ask(self, method, path, body=None):
        connection = self.connection()
        try:
            connection.request(method, path, body and json.dumps(body), {"X-API-Key": KEY, "Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            return answer.status, answer.headers
        finally:
            connection.close()

    def terminate(self):
        self.told = time.monotonic()
        self.process.send_signal(signal.SIGTERM)

    def end(self, within_s):
        """Its exit status and how long it took."""
        try:
            status = self.process.wait(within_s)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        self.log.close()
        return status, time.monotonic() - self.told


def under_load(lame_duck_s):
    server = Server(API_LAME_DUCK=f"{lame_duck_s}s")
    seen, lock = [], threading.Lock()

    def client(number):
        connection = server.connection()
        for turn in range(1000):
            began = time.monotonic()
            fresh = connection.sock is None
            try:
                if fresh:
                    connection.connect()
            except ConnectionRefusedError:
                return  # no listener any more
            try:
                if (number + turn) % 4 == 0:
                    connection.request("POST", post, json.dumps({**EVENT, "title": f"{number} {turn}"}),
                                       {"X-API-Key": KEY, "Content-Type": "application/json"})
                else:
                    connection.request("GET", get, headers={"X-API-Key": KEY})
                answer = connection.getresponse()
                answer.read()
                what = answer.status, answer.headers.get("Connection", "")
            except (OSError, http.client.HTTPException) as error:
                connection.close()
                what = type(error).__name__, "fresh" if fresh else "kept"
            with lock:
                seen.append((began, *what))
            time.sleep(max(0, 0.1 - (time.monotonic() - began)))

    threads = [threading.Thread(target=client, args=(n,)) for n in range(20)]
    for number, thread in enumerate(threads):
        thread.start()
        time.sleep(0.005)
    time.sleep(1)
    server.terminate()
    for thread in threads:
        thread.join()
    status, took = server.end(20)
    kinds = collections.Counter(row[1] for row in seen)
    check.that(set(kinds) == {200, 201}, f"0 failed: {kinds} {[row for row in seen if row[1] not in (200, 201)][:5]}")
    after = [row for row in seen if row[0] > server.told + 0.05]
    check.that(len(after) > 150 * lame_duck_s, f"{len(after)} requests after the signal")
    check.that(all(row[2].lower() == "close" for row in after), "each answer after the signal says Connection: close")
    check.that(status == 0 and lame_duck_s <= took < lame_duck_s + 6, f"status {status} after {took:.2f} s")
    totals.append((kinds, len(after), took))
    print(f"under load: {dict(kinds)}, {len(after)} after the signal, status {status} after {took:.2f} s")


def newcomers():
    """Who connected while the listener was there, and speaks a moment later, is served."""
    server = Server(API_LAME_DUCK="0s")
    peers, answers = [], []
    server.terminate()
    until = time.monotonic() + 4
    while time.monotonic() < until:
        peer = socket.socket()
        peer.settimeout(5)
        try:
            peer.connect(("127.0.0.1", server.port))
        except ConnectionRefusedError:
            break
        peers.append((time.monotonic(), peer))
        time.sleep(0.01)
        while peers and time.monotonic() - peers[0][0] > 0.2:
            answers.append(speak(peers.pop(0)[1]))
    answers += [speak(peer) for _, peer in peers]
    status, took = server.end(20)
    check.that(len(answers) > 0 and set(answers) == {b"HTTP/1.1 200"}, f"newcomers: {collections.Counter(answers)}")
    check.that(status == 0 and took < 8, f"status {status} after {took:.2f} s")
    print(f"newcomers: {len(answers)} answered, status {status} after {took:.2f} s")


def speak(peer):
    try:
        peer.sendall(f"GET {get} HTTP/1.1\r\nHost: x\r\nX-API-Key: {KEY}\r\n\r\n".encode())
        return peer.recv(65536)[:12]
    except OSError as error:
        return type(error).__name__.encode()
    finally:
        peer.close()


def with_idle_slow_and_stuck():
    deadline_s = 7
    server = Server(API_LAME_DUCK="1s", API_DRAIN_DEADLINE=f"{deadline_s}s")
    server.ask("GET", get)
    idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(200)]
    half = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(20)]
    for number, peer in enumerate(half):
        peer.sendall([b"GET /v1/calen", b"POST " + post.encode() + b" HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"ti"][number % 2])
    time.sleep(0.3)
    holder = subprocess.Popen(["psql", "-qAtX", "-d", os.environ["DATABASE_URL"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    holder.stdin.write(f"BEGIN; SELECT 'held' FROM calendars WHERE id = '{calendar}' FOR UPDATE;\n")
    holder.stdin.flush()
    holder.stdout.readline()
    stuck = []
    threads = [threading.Thread(target=lambda: stuck.append(server.ask("POST", post, EVENT)[0])) for _ in range(3)]
    for thread in threads:
        thread.start()
    time.sleep(0.1)
    server.terminate()
    for thread in threads:
        thread.join()
    for peer in idle:
        peer.settimeout(10)
    closed = sum(peer.recv(1) == b"" for peer in idle)
    idle_s = time.monotonic() - server.told
    status, took = server.end(20)
    holder.kill()
    holder.wait()
    check.that(sorted(set(stuck)) == [503] and len(stuck) == 3, f"the stuck ones are answered: {stuck}")
    check.that(closed == 200 and idle_s < 5, f"{closed} idle connections closed after {idle_s:.2f} s")
    check.that(status == 0 and took < deadline_s + 1, f"status {status} after {took:.2f} s")
    print(f"idle, half-sent, stuck: idle closed after {idle_s:.2f} s, status {status} after {took:.2f} s")
    for peer in idle + half:
        peer.close()


def many_under_load():
    for _ in range(int(os.environ.get("DRAIN_TURNS", "3"))):
        under_load(1)
    statuses = sum((kinds for kinds, _, _ in totals), collections.Counter())
    print(f"{len(totals)} times: {dict(statuses)}, {sum(after for _, after, _ in totals)} of them after the signal, "
          f"the end after {max(took for _, _, took in totals):.2f} s at most")


totals = []
parts = {"load": many_under_load, "newcomers": newcomers, "idle": with_idle_slow_and_stuck}
for name in sys.argv[1:] or parts:
    parts[name]()
check.done()
