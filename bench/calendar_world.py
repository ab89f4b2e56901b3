"""calendar_world.py: the private PostgreSQL of the calendar bench, its two databases, and a server over each."""
import contextlib
import os
import pathlib
import socket
import subprocess
import time
import urllib.request

import calendar_fill

root = pathlib.Path(__file__).resolve().parents[1]
HOME = root / ".dev/calendar-bench"
BUFFERS = os.environ.get("BENCH_BUFFERS", "4GB")


def cluster(action):
    done = subprocess.run([root / "scripts/cluster.sh", action, HOME], capture_output=True, text=True, check=False,
                          env={**os.environ, "CLUSTER_FAST": "1"})
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class World:
    """One size: `people` calendars in the database `name`, and the server over it."""

    def __init__(self, build, admin_url, name, people):
        self.name, self.people, self.program = name, people, build / "server/api-server"
        self.url = admin_url.replace("/api?", f"/{name}?")
        self.filled_s = calendar_fill.fill(admin_url, self.url, name, people, self.migrate)
        self.migrate(self.url)  # another build has functions of its own
        calendar_fill.warm(self.url)
        self.teams = people // 50
        self.lead_keys = calendar_fill.ask(self.url, "SELECT lead_key FROM bench.team ORDER BY team").split()
        rows = calendar_fill.ask(self.url, "SELECT calendar_id, user_id FROM bench.person ORDER BY n").splitlines()
        self.calendars, self.users = zip(*(row.split("|") for row in rows))

    def migrate(self, url):
        done = subprocess.run([self.program, "migrate"], env={**os.environ, "DATABASE_URL": url}, capture_output=True,
                              text=True, check=False)
        assert done.returncode == 0, done.stdout[-2000:]

    @contextlib.contextmanager
    def served(self, **settings):
        self.port = free_port()
        setting = {"DATABASE_URL": self.url, "API_LISTEN": f"127.0.0.1:{self.port}",
                   "API_ADMIN_LISTEN": f"127.0.0.1:{free_port()}", "API_RATE_LIMIT": "0", "API_AUTH_FAILURES": "0",
                   "API_LAME_DUCK": "0s", **settings}
        with open(HOME.parent / f"calendar-{self.name}.log", "w", encoding="utf-8") as log:
            server = subprocess.Popen([self.program, "serve"], env={**os.environ, **setting}, stdout=log,
                                      stderr=subprocess.STDOUT)
            try:
                self.wait_ready(server)
                self.pid = server.pid
                yield self
            finally:
                server.terminate()
                server.wait(60)

    def wait_ready(self, server):
        end = time.monotonic() + 60
        while time.monotonic() < end and server.poll() is None:
            with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5):
                return
            time.sleep(0.05)
        raise RuntimeError(f"the server over {self.name} did not become ready: see {HOME.parent}")


def size_buffers(admin_url):
    """Room for both databases: what is measured is the work, not how much of them happens to be in memory."""
    if calendar_fill.ask(admin_url, "SHOW shared_buffers") != BUFFERS:
        calendar_fill.ask(admin_url, f"ALTER SYSTEM SET shared_buffers = '{BUFFERS}'")
        cluster("stop")
        cluster("start")


@contextlib.contextmanager
def running():
    """The cluster; the URL by which databases are made."""
    cluster("start")
    try:
        admin_url = cluster("url")
        size_buffers(admin_url)
        yield admin_url
    finally:
        cluster("stop")


def postmaster():
    data = pathlib.Path(cluster("data"))
    return int((data / "postmaster.pid").read_text(encoding="ascii").split()[0])


@contextlib.contextmanager
def worlds(build, people):
    """Both sizes: a tenth of the people, and all."""
    with running() as admin_url:
        with World(build, admin_url, "tenth", people // 10).served() as tenth, \
                World(build, admin_url, "whole", people).served() as whole:
            yield tenth, whole
