"""sdk_fronts.py: the same server three ways: as it stands, and behind HAProxy over TLS with HTTP/1.1 and HTTP/2.

    with Fronts(url, folder) as fronts:
        for name, environment in fronts.all(): …    LIBAPI_URL, and BENCH_CA where there is a certificate to trust
"""
import os
import pathlib
import socket
import subprocess
import time

CONFIG = """global
    nbthread 1
defaults
    mode http
    timeout connect 10s
    timeout client 60s
    timeout server 60s
frontend h1
    bind 127.0.0.1:{h1} ssl crt {pem} alpn http/1.1
    default_backend server
frontend h2
    bind 127.0.0.1:{h2} ssl crt {pem} alpn h2,http/1.1
    default_backend server
backend server
    http-reuse always
    server calendar {server}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Fronts:
    def __init__(self, url, folder):
        self.url, self.folder = url, pathlib.Path(folder)
        self.ports = {"h1": free_port(), "h2": free_port()}

    def certificate(self):
        key, certificate = self.folder / "key.pem", self.folder / "ca.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                        "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out",
                        certificate], check=True, capture_output=True)
        both = self.folder / "both.pem"
        both.write_text(certificate.read_text() + key.read_text(), encoding="ascii")
        return both

    def __enter__(self):
        config = self.folder / "haproxy.cfg"
        config.write_text(CONFIG.format(pem=self.certificate(), server=self.url.removeprefix("http://"), **self.ports),
                          encoding="ascii")
        with open(self.folder / "haproxy.log", "wb") as log:
            self.proxy = subprocess.Popen(["/usr/sbin/haproxy", "-db", "-f", config], stdout=log, stderr=log)
        until = time.monotonic() + 30
        while not all(map(answers, self.ports.values())):
            if self.proxy.poll() is not None or time.monotonic() > until:
                raise RuntimeError((self.folder / "haproxy.log").read_text(encoding="utf-8"))
            time.sleep(0.05)
        return self

    def __exit__(self, *_):
        self.proxy.kill()
        self.proxy.wait()

    def all(self):
        trusted = {"BENCH_CA": str(self.folder / "ca.pem")}
        return [("HTTP/1.1", {**os.environ, "LIBAPI_URL": self.url})] + [
            (name, {**os.environ, **trusted, "LIBAPI_URL": f"https://127.0.0.1:{self.ports[front]}"})
            for front, name in (("h1", "TLS, HTTP/1.1"), ("h2", "TLS, HTTP/2"))]
