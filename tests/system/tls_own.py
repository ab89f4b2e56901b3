#!/usr/bin/env python3
"""The server ends TLS itself: which versions and protocols it speaks, that its certificate is read again on SIGHUP without
losing a connection, that a wrong file is named and changes nothing, and that it drains."""
import http.client
import os
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
import warnings

from certificates import self_signed
from second import Second, free_port
from waiting import until
from wire import EVENT, KEY, Checks, make_calendar
import json

warnings.simplefilter("ignore", DeprecationWarning)  # old versions are what is tried here
check = Checks()
calendar = make_calendar()["id"]
post = f"/v1/calendars/{calendar}/events"


def client(trusted, **limits):
    context = ssl.create_default_context(cafile=trusted)
    for name, value in limits.items():
        setattr(context, name, value)
    return context


def session(context):
    return http.client.HTTPSConnection("localhost", port, timeout=30, context=context)


def ask(connection, method="GET", path="/v1/users/me", body=None, **headers):
    connection.request(method, path, body, {"X-API-Key": KEY, "Content-Type": "application/json", **headers})
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read()


def shaken(context):
    """What a handshake comes to: (version, cipher, serial of the certificate, protocol), or why there is none."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=30) as raw, context.wrap_socket(raw, server_hostname="localhost") as tls:
            return tls.version(), tls.cipher()[0], tls.getpeercert()["serialNumber"], tls.selected_alpn_protocol()
    except ssl.SSLCertVerificationError:
        return "not trusted"
    except (ssl.SSLError, ConnectionError):
        return "refused"


def tried(**settings):
    """What --check-config says, and its status."""
    done = subprocess.run([os.environ["SERVER_PROGRAM"], "--check-config"], env={**os.environ, **settings}, capture_output=True, text=True,
                          check=False)
    return done.returncode, done.stderr


with tempfile.TemporaryDirectory() as folder:
    cert, key = self_signed(folder, "first")
    other, other_key = self_signed(folder, "other")
    settings = {"API_TLS_CERT_FILE": cert, "API_TLS_KEY_FILE": key}
    # ---- wrong files are named before anything starts
    for what, wrong, words in (
            ("no such file", {"API_TLS_CERT_FILE": folder + "/none"}, "API_TLS_CERT_FILE: cannot be used: No such file"),
            ("the key of another", {"API_TLS_KEY_FILE": other_key}, "API_TLS_KEY_FILE: cannot be used: key values mismatch"),
            ("no key", {"API_TLS_KEY_FILE": ""}, "belong together"),
            ("no certificate", {"API_TLS_CERT_FILE": ""}, "belong together"),
            ("a key for a certificate", {"API_TLS_CERT_FILE": key}, "API_TLS_CERT_FILE: cannot be used"),
            ("an address", {"API_TLS_LISTEN": "443"}, 'API_TLS_LISTEN: "443"'),
            ("an origin", {"API_CORS_ORIGINS": "https://a.example, *"}, 'API_CORS_ORIGINS: "*"')):
        status, said = tried(**{**settings, **wrong})
        check.that(status == 78 and words in said, f"{what}: {status} {said!r}")
    check.that(tried(**settings)[0] == 0, "good files")

    port = free_port()
    server = Second(API_TLS_LISTEN=f"127.0.0.1:{port}", API_LAME_DUCK="1s", **settings)
    trusting = client(cert)

    # ---- who is spoken to
    check.that(shaken(trusting)[0] == "TLSv1.3", shaken(trusting))
    twelve = shaken(client(cert, maximum_version=ssl.TLSVersion.TLSv1_2))
    check.that(twelve[0] == "TLSv1.2" and twelve[1].startswith("ECDHE-"), twelve)
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.load_verify_locations(cert)
    old.set_ciphers("ALL:@SECLEVEL=0")
    old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    check.that(shaken(old) == "refused", f"TLS 1.1: {shaken(old)}")
    static = client(cert, maximum_version=ssl.TLSVersion.TLSv1_2)
    static.set_ciphers("AES128-GCM-SHA256:AES256-SHA")
    check.that(shaken(static) == "refused", f"no forward secrecy: {shaken(static)}")
    theirs = client(cert, maximum_version=ssl.TLSVersion.TLSv1_2)
    theirs.set_ciphers("ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256")
    check.that(shaken(theirs)[1] == "ECDHE-ECDSA-AES128-GCM-SHA256", f"the server's order counts: {shaken(theirs)}")
    for offered, chosen in ((["http/1.1"], "http/1.1"), (["h2", "http/1.1"], "http/1.1")):
        context = client(cert)
        context.set_alpn_protocols(offered)
        check.that(shaken(context)[3] == chosen, f"{offered}: {shaken(context)}")
    only_h2 = client(cert)
    only_h2.set_alpn_protocols(["h2"])
    check.that(shaken(only_h2) == "refused", f"HTTP/2 alone: {shaken(only_h2)}")
    check.that(shaken(client(other)) == "not trusted", "who trusts another certificate does not connect")
    with socket.create_connection(("127.0.0.1", port), timeout=30) as plain:
        plain.sendall(b"GET /livez HTTP/1.1\r\nHost: x\r\n\r\n")
        try:
            got = plain.recv(4096)
        except ConnectionError:
            got = b""
        check.that(not got.startswith(b"HTTP/"), f"plain HTTP: {got[:40]!r}")

    # ---- what it says
    kept = session(trusting)
    status, headers, _ = ask(kept)
    check.that(status == 200 and headers["Strict-Transport-Security"] == "max-age=31536000", dict(headers))
    check.that(headers["X-Content-Type-Options"] == "nosniff" and "frame-ancestors 'none'" in headers["Content-Security-Policy"], dict(headers))
    check.that("Access-Control-Allow-Origin" not in ask(kept, Origin="https://a.example")[1], "no origin is allowed")
    large = {**EVENT, "description": "ü" * 8192}
    made = ask(kept, "POST", post, json.dumps(large))
    check.that(made[0] == 201 and json.loads(made[2])["description"] == large["description"], f"a body: {made[0]}")
    check.that(ask(kept, "POST", post, b"x" * 1_200_000)[0] == 413, "a body past its limit, over TLS")

    # ---- a new certificate
    before = shaken(trusting)[2]
    ask(kept)
    shutil.copy(other, cert)
    shutil.copy(other_key, key)
    server.process.send_signal(signal.SIGHUP)
    check.that(until(lambda: isinstance(shaken(client(other)), tuple)), f"the new certificate: {shaken(client(other))}")
    check.that(shaken(client(other))[2] != before, "it is another one")
    check.that(ask(kept)[0] == 200, "a connection from before goes on")
    with open(cert, "w", encoding="ascii") as broken:
        broken.write("nonsense\n")
    server.process.send_signal(signal.SIGHUP)
    time.sleep(0.5)
    check.that(isinstance(shaken(client(other)), tuple), f"a broken file changes nothing: {shaken(client(other))}")
    check.that(server.process.poll() is None, "the server lives")

    # ---- the end
    server.process.terminate()
    check.that(until(lambda: ask(kept)[1].get("Connection") == "close", 10), "while draining, answers close their connections")
    check.that(server.process.wait(timeout=60) == 0, "it drains")
check.done()
