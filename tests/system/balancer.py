#!/usr/bin/env python3
"""balancer.py PROGRAM CALLS RELOADS: HAProxy with TLS and HTTP/2 before the server, reloaded while balancer.c calls."""
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time

import certificates
from wire import URL

HAPROXY = "/usr/sbin/haproxy"
CONFIG = """\
global
	stats socket {folder}/stats level admin expose-fd listeners
	hard-stop-after 30s
defaults
	mode http
	timeout connect 60s
	timeout client 120s
	timeout server 120s
frontend tls
	bind 127.0.0.1:{port} ssl crt {pem} alpn h2,http/1.1
	http-response set-header x-worker %pid
	http-response set-header x-http %[fc_http_major]
	default_backend server
backend server
	server one {host}:{there}
"""


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def wait_for(what, is_true):
    for _ in range(600):
        if is_true():
            return
        time.sleep(0.1)
    sys.exit(f"balancer.py: {what} did not happen within 60 s")


def workers(master):
    """Processes that the master has started, old ones that still finish included."""
    ids = pathlib.Path(f"/proc/{master.pid}/task/{master.pid}/children").read_text(encoding="ascii")
    return {int(each) for each in ids.split()}


def listens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def reload(master):
    before = workers(master)
    master.send_signal(signal.SIGUSR2)
    wait_for("a reload", lambda: workers(master) - before)


def follow(run, master, reloads):
    """Reload at so many of the program's tenths, none at its last."""
    due = {10 * (number + 1) // (reloads + 1) for number in range(reloads)}
    for line in run.stdout:
        if line.strip().isdigit():
            if int(line) in due:
                reload(master)
        else:
            sys.stdout.write(line)
    return run.wait()


def main(program, calls, reloads):
    with tempfile.TemporaryDirectory() as folder:
        port, authority = free_port(), certificates.Authority(folder, "balancer")
        config = pathlib.Path(folder, "haproxy.cfg")
        config.write_text(CONFIG.format(folder=folder, port=port, pem=authority.issue("server", "serverAuth"),
                                        host=URL.hostname, there=URL.port), encoding="ascii")
        with open(f"{folder}/log", "wb") as log:
            master = subprocess.Popen([HAPROXY, "-W", "-f", str(config)], stdout=log, stderr=log)
            try:
                wait_for("the balancer's start", lambda: listens(port))
                given = {**os.environ, "TLS_PORT": str(port), "TLS_CA": authority.ca, "BALANCER_CALLS": calls,
                         "BALANCER_RELOADS": reloads}
                with subprocess.Popen([program], env=given, stdout=subprocess.PIPE, text=True) as run:
                    status = follow(run, master, int(reloads))
            finally:
                master.terminate()
                master.wait()
        if status:
            sys.stderr.write(pathlib.Path(folder, "log").read_text(encoding="utf-8", errors="replace")[-2000:])
        return status


sys.exit(main(*sys.argv[1:]))
