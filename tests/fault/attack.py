"""attack.py: what the rows about hostile clients share: the server they attack, the honest client beside them, many sockets.

The honest client is a process of its own, so that its times are not those of the attacker's Python. How much it is
slowed down is a ratio within one run: calm and attack take turns, and the median of the turns counts."""
import json
import os
import pathlib
import re
import select
import socket
import statistics
import struct
import subprocess
import sys
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "system"))
SHORT = "short" in sys.argv[1:]
CLIENT = """
import http.client, json, os, sys, time
sys.path.insert(0, sys.argv[1])
from wire import KEY, URL
took, failed, connection = [], 0, None
for _ in range(int(sys.argv[3])):
    began = time.monotonic()
    try:
        connection = connection or http.client.HTTPConnection(URL.hostname, URL.port, timeout=60)
        connection.request("GET", sys.argv[2], headers={"X-API-Key": KEY})
        answer = connection.getresponse()
        answer.read()
        failed += answer.status != 200
    except (OSError, http.client.HTTPException):
        failed, connection = failed + 1, None
    took.append(time.monotonic() - began)
    time.sleep(0.002)
print(json.dumps([sorted(took)[len(took) * 99 // 100], failed]))
"""


def with_server(**settings):
    """Run this script again under a server of its own, unless that is where it runs already, or one is shared (hostile.sh)."""
    if "FAULT_SHARED" not in os.environ and os.environ.get("FAULT_SCRIPT") != sys.argv[0]:
        os.chdir(ROOT)
        os.environ.update(settings, FAULT_SCRIPT=sys.argv[0])
        os.execv("tests/system/with_server.sh", ["with_server.sh", os.environ.get("FAULT_SERVER", "build/server/api-server"),
                                                 "/usr/bin/python3", *sys.argv])


class Honest:
    """Asks for one path, `count` times with small pauses; how long the slowest hundredth took, and how many failed."""

    def __init__(self, path, count):
        self.process = subprocess.Popen([sys.executable, "-c", CLIENT, str(ROOT / "tests/system"), path, str(count)],
                                        stdout=subprocess.PIPE, text=True)

    def running(self):
        return self.process.poll() is None

    def result(self):
        return json.loads(self.process.communicate(timeout=300)[0])


def honest(path, count):
    return Honest(path, count).result()


def slowdown(turns):
    """The median of attack / calm over (calm, attack) pairs of p99."""
    return statistics.median(attack / calm for calm, attack in turns)


def address():
    host, _, port = os.environ["LIBAPI_URL"].removeprefix("http://").partition(":")
    return host, int(port)


def connect(receive_buffer=None):
    one = socket.socket()
    if receive_buffer:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    one.settimeout(30)
    one.connect(address())
    one.setblocking(False)
    return one


def reset(one):
    """Close so that the other side is told by RST."""
    try:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    except OSError:
        pass
    one.close()


def served_ports():
    """The clients' ports of connections that the server holds, by the kernel's table; 1: established."""
    here = f"{address()[1]:04X}"
    rows = (line.split()[1:4] for line in pathlib.Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:])
    return {int(other[-4:], 16) for local, other, state in rows if local.endswith(f":{here}") and state == "01"}


class Many:
    """Sockets that are fed a byte now and then, and when each of them was closed by the server.

    Of one that does not read, the server's end is looked at: a kernel whose receive buffer is full may not believe a
    reset (RFC 5961 section 3), and the reader, who never says anything, would not hear of it again."""

    def __init__(self):
        self.poll, self.made, self.closed, self.drip, self.silent, self.looked = select.poll(), {}, {}, {}, {}, 0

    def add(self, one, kind, drip=b"", reads=True):
        self.made[one.fileno()] = (one, kind, time.monotonic())
        self.drip[one.fileno()] = drip
        if reads:
            self.poll.register(one, select.POLLIN | select.POLLRDHUP)
        else:
            self.silent[one.fileno()] = one.getsockname()[1]

    def look_at_silent(self):
        self.looked, served = time.monotonic(), served_ports()
        for fd in [fd for fd, port in self.silent.items() if port not in served]:
            del self.silent[fd]
            self.closed[fd] = (self.made[fd][1], time.monotonic() - self.made[fd][2])

    def step(self, timeout_s):
        for fd, event in self.poll.poll(int(timeout_s * 1000)):
            one, kind, since = self.made[fd]
            gone = event & (select.POLLHUP | select.POLLERR | select.POLLRDHUP)
            if not gone:
                try:
                    gone = not one.recv(65536)
                except BlockingIOError:
                    continue
                except OSError:
                    gone = True
            if gone:
                self.closed[fd] = (kind, time.monotonic() - since)
                self.poll.unregister(fd)
        if self.silent and time.monotonic() - self.looked > 0.2:
            self.look_at_silent()

    def feed(self):
        """One byte more to everybody who is still there."""
        for fd, drip in self.drip.items():
            if drip and fd not in self.closed:
                try:
                    self.made[fd][0].send(drip)
                except OSError:
                    pass

    def left(self):
        return len(self.made) - len(self.closed)

    def ages(self, kind):
        return [age for which, age in self.closed.values() if which == kind]

    def end(self):
        for one, *_ in self.made.values():
            reset(one)


def metric(name):
    with urllib.request.urlopen(os.environ["ADMIN_URL"] + "/metrics", timeout=60) as answer:
        return sum(float(n) for n in re.findall(rf"^{name}(?:{{[^}}]*}})? (\S+)$", answer.read().decode(), re.M))


def rss_mb(row="VmRSS"):
    """What the server holds in memory; VmHWM: the most it ever held."""
    status = pathlib.Path(f"/proc/{os.environ['SERVER_PID']}/status").read_text(encoding="ascii")
    return int(re.search(rf"{row}:\s+(\d+)", status).group(1)) / 1024


def alive():
    """A zombie counts as dead: with_server.sh has not waited for it yet."""
    try:
        return pathlib.Path(f"/proc/{os.environ['SERVER_PID']}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def figure(text, limit, holds):
    print(f"FIGURE {text} | {limit}", flush=True)
    sys.exit(0 if holds else 1)
