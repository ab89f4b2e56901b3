"""scene.py: what a row of tests/fault plays on: a primary and its standbys, servers, a balancer, and a record of all
that clients sent and got. Everything lies in one folder and is gone at the end."""
import contextlib
import http.client
import json
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SERVER_PROGRAM", str(ROOT / "build/server/api-server"))
BIN = "/usr/lib/postgresql/15/bin"
SHORT = "short" in sys.argv[1:]
EVENT = {"title": "Standup", "start_time": "2026-12-01T10:00:00", "end_time": "2026-12-01T10:15:00"}
PATIENCE_S = 60


def figure(text, limit, good):
    """The row's line, and its end."""
    print(f"FIGURE {text} | {limit}", flush=True)
    sys.exit(0 if good else 1)


def until(fact, what, patience_s=PATIENCE_S):
    """What `fact` gives as soon as it is true."""
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        if got := fact():
            return got
        time.sleep(0.02)
    raise AssertionError(f"still not after {patience_s} s: {what}")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


# ---- PostgreSQL ----------------------------------------------------------------------------------------------

def as_owner(*words, check=True):
    """PostgreSQL refuses to run as root."""
    before = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    return subprocess.run([*before, *map(str, words)], cwd="/", check=check, capture_output=True, text=True, timeout=120)


class Cluster:
    """One server of PostgreSQL on a socket in a folder of its own. `fast`: as it may be when nothing is to survive."""

    def __init__(self, folder, name, fast=True):
        self.home, self.name, self.fast = folder / name, name, fast
        self.data, self.sockets = self.home / "data", self.home / "s"
        self.home.mkdir()
        self.sockets.mkdir()
        if os.getuid() == 0:
            owner = pwd.getpwnam("postgres")
            for each in (self.home, self.sockets):
                os.chown(each, owner.pw_uid, owner.pw_gid)

    @property
    def url(self):
        return f"postgresql:///api?host={self.sockets}&user=api"

    def _configure(self, *lines):
        lines = [f"unix_socket_directories = '{self.sockets}'", *lines]
        as_owner("sh", "-c", 'printf "%s\\n" "$@" >> "$0/postgresql.conf"', self.data, *lines)

    def create(self):
        as_owner(f"{BIN}/initdb", "-D", self.data, "-U", "api", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
                 "--no-instructions", "--no-sync")
        hasty = ["fsync = off", "full_page_writes = off"] if self.fast else []
        self._configure("listen_addresses = ''", "max_connections = 100", "shared_buffers = 128MB", "wal_level = replica",
                        "hot_standby = on", "max_wal_senders = 4", "log_line_prefix = '%m '", *hasty)
        self.start()
        self.sql("CREATE DATABASE api", database="postgres")
        return self

    def standby_of(self, primary, *settings):
        as_owner(f"{BIN}/pg_basebackup", "-D", self.data, "-h", primary.sockets, "-U", "api", "-c", "fast", "--no-sync",
                 "-R", "-X", "stream")
        conninfo = f"host={primary.sockets} user=api application_name={self.name}"
        self._configure(f"primary_conninfo = '{conninfo}'", *settings)
        as_owner("sed", "-i", "/primary_conninfo/d", self.data / "postgresql.auto.conf")
        self.start()
        return self

    def start(self):
        as_owner(f"{BIN}/pg_ctl", "-D", self.data, "-l", self.home / "log", "-w", "-t", "60", "start")

    def stop(self, mode="fast"):
        as_owner(f"{BIN}/pg_ctl", "-D", self.data, "-m", mode, "-w", "-t", "60", "stop", check=False)

    def restart(self):
        as_owner(f"{BIN}/pg_ctl", "-D", self.data, "-l", self.home / "log", "-m", "fast", "-w", "-t", "60", "restart")

    def promote(self):
        as_owner(f"{BIN}/pg_ctl", "-D", self.data, "-w", "-t", "60", "promote")

    def processes(self):
        """The postmaster and its children."""
        try:
            postmaster = int((self.data / "postmaster.pid").read_text(encoding="utf-8").split()[0])
            children = pathlib.Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text(encoding="utf-8").split()
        except (FileNotFoundError, ValueError):
            return []
        return [postmaster, *map(int, children)]

    def kill(self):
        """As when its machine is gone: nobody says good-bye, no process of it is left."""
        for pid in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def sql(self, text, database="api", check=True):
        done = subprocess.run(["psql", "-qAtX", "-v", "ON_ERROR_STOP=1", "-h", str(self.sockets), "-U", "api", "-d", database,
                               "-c", text], capture_output=True, text=True, check=False, timeout=120)
        if check and done.returncode != 0:
            raise AssertionError(done.stderr)
        return done.stdout.strip()

    def is_up(self):
        return self.sql("SELECT 1", check=False) == "1"


# ---- servers ---------------------------------------------------------------------------------------------------

class Server:
    """A process of the service. `before`: what comes ahead of it on the command line."""

    def __init__(self, folder, url, wait=True, program=PROGRAM, port=None, **settings):
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("API_", "DATABASE_", "AWS_"))}
        self.settings = {**clean, "DATABASE_URL": url, "API_RATE_LIMIT": "0", "API_AUTH_FAILURES": "0", "API_LAME_DUCK": "0s", **settings}
        self.folder, self.program, self.fixed_port = folder, program, port
        self._start()
        if wait:
            self.wait_ready()

    def _start(self):
        self.port, self.admin_port = self.fixed_port or free_port(), free_port()
        self.log_path = self.folder / f"server-{self.admin_port}.log"
        with open(self.log_path, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [self.program, "serve"], stdout=log, stderr=subprocess.STDOUT,
                env={**self.settings, "API_LISTEN": f"127.0.0.1:{self.port}", "API_ADMIN_LISTEN": f"127.0.0.1:{self.admin_port}"})

    def wait_ready(self):
        until(self.is_ready, "the server is ready")
        return self

    def is_ready(self):
        if self.process.poll() is not None:
            said = self.log_path.read_text(encoding="utf-8")
            assert "cannot listen" in said, f"the server ended: {said[-2000:]}"
            self._start()  # somebody else on this machine took the port first
        return self.status("/readyz") == 200

    def status(self, path, port=None):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=20)
            connection.request("GET", path)
            return connection.getresponse().status
        except OSError:
            return 0

    def metric(self, start):
        """The sum of the samples whose line begins so."""
        connection = http.client.HTTPConnection("127.0.0.1", self.admin_port, timeout=20)
        connection.request("GET", "/metrics")
        lines = connection.getresponse().read().decode().splitlines()
        return sum(float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(start))

    def log(self):
        return [json.loads(line) for line in self.log_path.read_text(encoding="utf-8").splitlines() if line.startswith("{")]

    def told_to_end(self):
        self.told = time.monotonic()
        self.process.send_signal(signal.SIGTERM)

    def end(self, within_s=60):
        """Exit status and seconds since it was told."""
        try:
            status = self.process.wait(within_s)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        return status, time.monotonic() - self.told

    def kill(self):
        self.process.kill()
        self.process.wait()


def make_admin(url, name="admin", program=PROGRAM):
    """A key with every scope."""
    environment = {**os.environ, "DATABASE_URL": url}
    return subprocess.run([program, "create-admin", "--username", name], check=True, capture_output=True, text=True,
                          env=environment).stdout.split()[0]


class Balancer:
    """HAProxy over servers by their ports, in front of which clients stand: round robin, checked by /livez as a load balancer
    in a cloud does it, connections to the servers kept. Who does not listen gets nothing; no answer is asked for twice."""

    def __init__(self, folder, ports):
        self.port, self.stats_port, path = free_port(), free_port(), folder / "haproxy.cfg"
        rows = "\n".join(f"  server s{each} 127.0.0.1:{each} check inter 200ms fall 2 rise 1" for each in ports)
        path.write_text(f"""
global
  maxconn 2000
  nbthread 1
defaults
  mode http
  timeout connect 2s
  timeout client 60s
  timeout server 60s
  option redispatch
  retries 3
  retry-on conn-failure
frontend front
  bind 127.0.0.1:{self.port}
  default_backend back
frontend stats
  bind 127.0.0.1:{self.stats_port}
  stats enable
  stats uri /
backend back
  balance roundrobin
  option httpchk GET /livez
  http-check expect status 200
{rows}
""", encoding="utf-8")
        self.process = subprocess.Popen(["haproxy", "-db", "-q", "-f", str(path)])
        until(self.takes_connections, "HAProxy listens")

    def takes_connections(self):
        with socket.socket() as one:
            return one.connect_ex(("127.0.0.1", self.port)) == 0

    def has(self, server):
        """Its check found the server alive."""
        connection = http.client.HTTPConnection("127.0.0.1", self.stats_port, timeout=20)
        connection.request("GET", "/;csv")
        rows = connection.getresponse().read().decode().splitlines()
        return any(row.startswith(f"back,s{server.port},") and ",UP," in row and ",L7OK," in row for row in rows)

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


# ---- clients ---------------------------------------------------------------------------------------------------

class Client:
    """One connection, made again when it breaks. `send` gives what came, or None when nothing did."""

    def __init__(self, port, key, timeout=20):
        self.link, self.key = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout), key

    def send(self, method, path, body=None, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items() if value is not None}
        try:
            self.link.request(method, path, None if body is None else json.dumps(body),
                              {"X-API-Key": self.key, "Content-Type": "application/json", **headers})
            answer = self.link.getresponse()
            answer.body = answer.read()
            return answer
        except (OSError, http.client.HTTPException):
            self.link.close()
            return None


class Record:
    """JSON lines, one an exchange, as checker.py reads them."""

    def __init__(self, path):
        self.path, self.lock, self.lines = path, threading.Lock(), []

    def add(self, **fields):
        with self.lock:
            self.lines.append(fields)

    def exchange(self, client, act, **fields):
        """Runs `act` and keeps when it was sent and answered, and with what."""
        sent = time.monotonic()
        answer = act()
        fields |= {"client": client, "sent": sent, "answered": time.monotonic(), "status": answer.status if answer else 0}
        if answer is not None:
            got = json.loads(answer.body) if answer.body else {}
            fields |= {"got_token": answer.headers.get("X-Consistency-Token"), "version": got.get("version"),
                       "event": got.get("id") or fields.get("event"), "value": got.get("title") or fields.get("value"),
                       "answer": answer.body.decode(), "replayed": answer.headers.get("Idempotent-Replayed") == "true"}
        self.add(**fields)
        return answer

    def add_state(self, cluster):
        """What is there in the end, asked behind the service's back."""
        rows = cluster.sql("SELECT json_build_object('kind', 'state', 'calendar', calendar_id, 'event', id, 'value', title, "
                           "'version', version, 'seq', seq) FROM events WHERE deleted_at IS NULL")
        for row in rows.splitlines():
            self.add(**json.loads(row))

    def write(self):
        with open(self.path, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in self.lines)


@contextlib.contextmanager
def stage():
    """A folder that PostgreSQL's user may enter; at its end all that was started is ended."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="libapi-fault-", dir="/var/tmp"))
    folder.chmod(0o755)
    cast = []
    try:
        yield folder, cast
    finally:
        for each in reversed(cast):
            if isinstance(each, Server) and each.process.poll() is None:
                each.kill()
            elif isinstance(each, Balancer):
                each.stop()
            elif isinstance(each, Cluster):
                each.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)
