"""second.py: another server process on the same database, for tests that need several or kill one."""
import os
import socket
import subprocess
import time

import wire


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Second:
    def __init__(self, before=(), log=subprocess.DEVNULL, **settings):
        self.port, self.admin_port = free_port(), free_port()
        self.process = subprocess.Popen(
            [*before, os.environ["SERVER_PROGRAM"], "serve"], stdout=log, stderr=subprocess.DEVNULL,
            env={**os.environ, "API_LISTEN": f"127.0.0.1:{self.port}",
                 "API_ADMIN_LISTEN": f"127.0.0.1:{self.admin_port}", **settings})
        for _ in range(1200):
            try:
                if wire.request("GET", "/readyz", key=None, connection=self.connection()).status == 200:
                    return
            except OSError:
                time.sleep(0.025)

    def connection(self):
        return wire.http.client.HTTPConnection("127.0.0.1", self.port, timeout=40)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        return self.process.wait(timeout=60)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
