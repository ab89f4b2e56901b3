#!/usr/bin/env python3
"""`api-server health` says what a container's engine asks: 0 for a server that lives, 1 for one that drains, hangs or is
not there, with the reason; the proxy of the environment has no say in it."""
import os
import signal
import socket
import subprocess
import time

from wire import Checks

check = Checks()


def health(**settings):
    environment = {**os.environ, "http_proxy": "http://127.0.0.1:9", **settings}
    done = subprocess.run([os.environ["SERVER_PROGRAM"], "health"], env=environment, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stderr


def wrong(wanted, status, **settings):
    code, said = health(**settings)
    check.that(code == status and wanted in said, f"{wanted!r}: {code} {said!r}")


def draining():
    """A second server with a long lame duck; asked until it says so."""
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        listen, admin = (f"127.0.0.1:{each.getsockname()[1]}" for each in (one, two))
    settings = {"API_LISTEN": listen, "API_ADMIN_LISTEN": admin, "API_LAME_DUCK": "10m", "API_DRAIN_DEADLINE": "10m"}
    with subprocess.Popen([os.environ["SERVER_PROGRAM"]], env={**os.environ, **settings}, stdout=subprocess.DEVNULL) as server:
        try:
            until("lives", lambda: health(API_LISTEN=listen)[0] == 0)
            server.send_signal(signal.SIGTERM)
            until("drains", lambda: "HTTP/1.1 503" in health(API_LISTEN=listen)[1])
            wrong("/livez at 127.0.0.1", 1, API_LISTEN=listen)
        finally:
            server.kill()


def until(what, question):
    end = time.monotonic() + 60
    while not question():
        if time.monotonic() > end:
            check.that(False, f"after 60 s it is still not so: {what}")
            return
        time.sleep(0.05)


host, port = os.environ["API_LISTEN"].rsplit(":", 1)
check.that(health() == (0, ""), "a server that lives")
check.that(health(API_LISTEN=f"0.0.0.0:{port}") == (0, ""), "as a container listens")
check.that(health(API_LISTEN=f"*:{port}") == (0, ""), "any address")
draining()
with socket.create_server(("127.0.0.1", 0)) as silent:
    wrong("no answer within 3 s", 1, API_LISTEN=f"127.0.0.1:{silent.getsockname()[1]}")
    stranger = silent.getsockname()[1]
wrong("nothing answers at 127.0.0.1", 1, API_LISTEN=f"127.0.0.1:{stranger}")
wrong("nothing answers at no.such.host.invalid", 1, API_LISTEN="no.such.host.invalid:8080")
wrong("API_LISTEN", 78, API_LISTEN="nowhere")
check.done()
