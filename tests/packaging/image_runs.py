#!/usr/bin/env python3
"""The image as a cloud runs it: nobody, nothing writable, no capability, against a real PostgreSQL. It migrates, answers,
is healthy, and on SIGTERM it drains and ends with 0. Started by scripts/image/image.sh under with_server.sh."""
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "system"))
from wire import EVENT, KEY, Checks  # noqa: E402

check = Checks()
ENGINE, IMAGE = os.environ["ENGINE"], os.environ["IMAGE"]
CLUSTER = pathlib.Path(os.environ["CLUSTER_DIR"]).resolve()
LOCKED = ["--network=host", "--no-healthcheck", "--read-only", "--read-only-tmpfs=false", "--cap-drop=all",
          "--security-opt=no-new-privileges", "--ulimit=nofile=1024:1024", "--ulimit=nproc=1024:1024",
          f"--volume={CLUSTER}/s:/run/postgresql", "--env=DATABASE_URL=postgresql:///api?host=/run/postgresql&user=api",
          "--env=API_LAME_DUCK=10s"]


def engine(*arguments, timeout=120):
    return subprocess.run([ENGINE, *arguments], capture_output=True, text=True, timeout=timeout, check=False)


def once(*arguments):
    """A command of the server's in a container of its own."""
    return engine("run", "--rm", *LOCKED, IMAGE, *arguments)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def ask(port, path, body=None):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", body and json.dumps(body).encode(),
                                     {"X-API-Key": KEY, "Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)
    except OSError:
        return 0, None


def until(what, question, seconds=90):
    end = time.monotonic() + seconds
    while not question():
        if time.monotonic() > end:
            check.that(False, f"not so after {seconds} s: {what}")
            return False
        time.sleep(0.1)
    return True


def process_facts(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)


def is_locked_in(pid):
    facts = process_facts(pid)
    check.that(facts["Uid"].split() == ["10001"] * 4 and facts["Gid"].split() == ["10001"] * 4, f"nobody: {facts['Uid']}")
    for name in ("CapEff", "CapPrm", "CapBnd", "CapAmb"):
        check.that(int(facts[name], 16) == 0, f"{name} {facts[name]}")
    check.that(facts["NoNewPrivs"] == "1", "no new privileges")
    root = next(line.split() for line in pathlib.Path(f"/proc/{pid}/mountinfo").read_text(encoding="utf-8").splitlines()
                if line.split()[4] == "/")
    check.that("ro" in root[5].split(","), f"the root is read-only: {root[5]}")
    check.that(engine("exec", "libapi-image-test", "/bin/sh").returncode != 0, "no shell")


def works(port):
    status, calendar = ask(port, "/v1/calendars", {"name": "in a container", "time_zone": "Europe/Berlin"})
    check.that(status == 201, f"a calendar: {status} {calendar}")
    status, event = ask(port, f"/v1/calendars/{calendar['id']}/events", EVENT)
    check.that(status == 201 and ask(port, f"/v1/calendars/{calendar['id']}/events/{event['id']}")[0] == 200, f"an event: {status}")
    check.that(ask(port, "/v1/calendars", {"name": "x", "time_zone": "Mars/Base"})[0] == 422, "a zone that is none is refused")
    check.that(engine("exec", "libapi-image-test", "/usr/bin/api-server", "health").returncode == 0, "healthy")


def drains(port, pid, container):
    os.kill(pid, signal.SIGTERM)
    until("draining", lambda: ask(port, "/livez")[0] == 503)
    check.that(engine("exec", "libapi-image-test", "/usr/bin/api-server", "health").returncode == 1, "not healthy while draining")
    check.that(ask(port, "/v1/users/me")[0] == 200, "still answers while draining")
    status = container.wait(120)
    check.that(status == 0, f"ends with 0: {status}")


def pid_of(name):
    """0 as long as the engine has not started it."""
    said = engine("inspect", "--format={{.State.Pid}}", name).stdout.strip()
    return int(said) if said.isdigit() else 0


def serves():
    port, admin = free_port(), free_port()
    began = time.monotonic()
    with tempfile.TemporaryFile("w+") as log, subprocess.Popen(
            [ENGINE, "run", "--name=libapi-image-test", *LOCKED, f"--env=API_LISTEN=0.0.0.0:{port}",
             f"--env=API_ADMIN_LISTEN=127.0.0.1:{admin}", IMAGE], stdout=log, stderr=log) as container:
        try:
            if until("ready", lambda: ask(port, "/readyz")[0] == 200):
                print(f"image: ready {time.monotonic() - began:.1f} s after the engine was asked")
                pid = pid_of("libapi-image-test")
                is_locked_in(pid)
                works(port)
                drains(port, pid, container)
            else:
                log.seek(0)
                print(log.read()[-2000:], file=sys.stderr)
        finally:
            engine("rm", "--force", "libapi-image-test")


(CLUSTER / "s").chmod(0o755)
said = once("--version")
version = (pathlib.Path(__file__).resolve().parents[2] / "VERSION").read_text(encoding="utf-8").strip()
check.that(said.stdout == f"api-server {version}\n", f"its version: {said.stdout}{said.stderr}")
said = once("migrate")
check.that(said.returncode == 0, f"migrates: {said.stderr}")
said = engine("run", "--rm", *LOCKED, "--env=API_LOOPS=none", IMAGE, "--check-config")
check.that(said.returncode == 78 and "API_LOOPS" in said.stderr, f"a wrong setting is named: {said.stderr}")
said = once("create-admin", "--username", "x", "--key-file", "/key")
check.that(said.returncode == 1 and "cannot write /key" in said.stderr, f"nothing can be written: {said.stderr}")
serves()
check.done()
