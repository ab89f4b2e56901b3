#!/usr/bin/env python3
"""Who gets in, and what they learn: a server whose connections are all taken, pages of browsers, requests without a key,
proxies, and what the log keeps of those that were refused."""
import json
import os
import secrets
import socket
import time

from second import Second
from waiting import until
from wire import KEY, Checks, request

check = Checks()


class Logged(Second):
    """Its log goes to a file that can be read while it runs."""

    def __init__(self, **settings):
        self.path = os.path.join(os.path.dirname(os.environ["SERVER_LOG"]), f"doors-{secrets.token_hex(4)}.log")
        super().__init__(before=("sh", "-c", f'exec "$0" "$@" >{self.path} 2>&1'), **settings)

    def lines(self, within_s=30, **wanted):
        """The lines with these members; waits for the first, since they are written by a thread of their own."""
        end = time.monotonic() + within_s
        while time.monotonic() < end:
            with open(self.path, encoding="utf-8") as log:
                found = [line for line in map(json.loads, log) if all(line.get(name) == value for name, value in wanted.items())]
            if found:
                return found
            time.sleep(0.05)
        return []

    def ask(self, path="/v1/users/me", method="GET", key=None, **headers):
        return request(method, path, key=key, connection=self.connection(), headers=headers)


# ---- all connections are taken ---------------------------------------------------------------------------
with Logged(API_MAX_CONNECTIONS="12", API_HEAD_TIMEOUT="1s") as server:
    idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(30)]
    check.that(server.ask(key=KEY).status == 200, "who says something gets in, though idle ones hold every place")
    for one in idle:
        one.settimeout(60)
    check.that(sum(one.recv(1) == b"" for one in idle[:12]) == 12, "those that said nothing gave way")
    for one in idle:
        one.close()
with Logged(API_MAX_CONNECTIONS="12") as server:
    idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(6)]
    check.that(server.ask(key=KEY).status == 200, "with places left")
    time.sleep(2.5)
    idle[0].setblocking(False)
    try:
        check.that(idle[0].recv(1) is None, "with places left an idle one is closed")
    except BlockingIOError:
        check.that(True, "with places left an idle one stays")

# ---- pages of browsers -------------------------------------------------------------------------------------
PREFLIGHT = {"Access-Control-Request-Method": "PATCH", "Access-Control-Request-Headers": "x-api-key"}
off = request("OPTIONS", "/v1/users/me", key=None, headers={"Origin": "https://app.example", **PREFLIGHT})
check.that(off.status == 405 and not [name for name in off.headers if name.lower().startswith("access-control")], f"off unless asked for: {off}")
with Logged(API_CORS_ORIGINS="https://app.example, https://b.example:8443") as server:
    answer = server.ask(method="OPTIONS", Origin="https://app.example", **PREFLIGHT)
    check.that(answer.status == 204 and answer.headers["Access-Control-Allow-Origin"] == "https://app.example", dict(answer.headers))
    check.that("PATCH" in answer.headers["Access-Control-Allow-Methods"] and "X-API-Key" in answer.headers["Access-Control-Allow-Headers"], "what it may do")
    for status, key in ((200, KEY), (401, None)):
        answer = server.ask(key=key, Origin="https://b.example:8443")
        check.that(answer.status == status and answer.headers["Access-Control-Allow-Origin"] == "https://b.example:8443", f"{status}: {dict(answer.headers)}")
        check.that(answer.headers["Vary"] == "Origin" and "ETag" in answer.headers["Access-Control-Expose-Headers"], f"{status}: for caches and scripts")
    check.that("Access-Control-Allow-Credentials" not in answer.headers, "no credentials")
    for origin in ("https://app.example.evil", "null", "http://app.example"):
        answer = server.ask(key=KEY, Origin=origin)
        check.that(answer.status == 200 and "Access-Control-Allow-Origin" not in answer.headers and answer.headers["Vary"] == "Origin", origin)
        check.that(server.ask(method="OPTIONS", Origin=origin, **PREFLIGHT).status == 405, f"preflight of {origin}")

# ---- without a key; behind a proxy; refused -------------------------------------------------------------------
UNKNOWN = "cal_abcdefgh_" + secrets.token_urlsafe(33)[:43]
with Logged(API_ADDRESS_LIMIT="3", API_AUTH_FAILURES="4", API_TRUSTED_PROXIES="127.0.0.1") as server:
    answers = [server.ask("/v1/openapi.json", **{"X-Forwarded-For": "6.6.6.6, 192.0.2.7"}) for _ in range(20)]
    refused = [answer for answer in answers if answer.status == 429]
    check.that(answers[0].status == 200 and refused, f"{[a.status for a in answers]}")
    check.that(refused and refused[0].code == "rate_limited" and int(refused[0].headers["Retry-After"]) >= 1, f"{refused[:1]}")
    check.that(server.ask("/v1/openapi.json", **{"X-Forwarded-For": "192.0.2.8"}).status == 200, "another client behind the proxy")
    check.that(server.ask(key=KEY, **{"X-Forwarded-For": "192.0.2.7"}).status == 200, "one with a key is not concerned")
    check.that([server.ask(**{"X-Forwarded-For": "192.0.2.9"}).status for _ in range(20)].count(429) > 0, "a forgotten key counts as none")
    check.that(server.ask(key=UNKNOWN, **{"X-Forwarded-For": "2001:db8::7"}).status == 401, "an unknown key")
    line = server.lines(status=401, refused_key_prefix="abcdefgh")
    check.that(line and line[0]["client"] == "2001:db8::7", f"the log knows who was refused: {line[:1]}")
    check.that(server.lines(status=429, client="192.0.2.7"), "and who was limited")
    check.that(server.ask(key="a-password-of-something-else", **{"X-Forwarded-For": "192.0.2.10"}).status == 401, "what is no key")
    line = server.lines(status=401, client="192.0.2.10")
    check.that(line and "refused_key_prefix" not in line[0], f"what is no key is not shown: {line[:1]}")
    with open(server.path, encoding="utf-8") as log:
        text = log.read()
    check.that("password-of" not in text and UNKNOWN not in text and UNKNOWN[13:] not in text, "no secret in the log")
with Logged(API_ADDRESS_LIMIT="3") as server:
    answers = [server.ask("/v1/openapi.json", **{"X-Forwarded-For": f"192.0.2.{n}"}).status for n in range(20)]
    check.that(429 in answers, f"nobody's word counts without a trusted proxy: {answers}")
    check.that(server.lines(status=429, client="127.0.0.1"), "the log has the peer")
check.done()
