"""wire.py: plain HTTP to the server under test, for the system tests that the SDK would be too polite for."""
import collections.abc
import http.client
import json
import os
import socket
import subprocess
import sys
import urllib.parse

URL = urllib.parse.urlsplit(os.environ["LIBAPI_URL"])
KEY = os.environ["LIBAPI_KEY"]


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        return self.json().get("code") if self.status >= 400 and self.body else None

    def pointers(self):
        return sorted(error["pointer"] for error in self.json().get("errors", []))

    def __repr__(self):
        return f"<{self.status} {self.body[:600]!r}>"


def request(method, path, body=None, key=KEY, headers=None, timeout=20, connection=None):
    """One request; `body` is an object (sent as JSON), bytes (sent as they are), or an iterator of them (in chunks)."""
    sent = {"X-API-Key": key} if key else {}
    if body is not None and not isinstance(body, (bytes, collections.abc.Iterator)):
        body = json.dumps(body).encode()
    if body is not None:
        sent["Content-Type"] = "application/json"
    sent.update(headers or {})
    own = connection is None
    connection = connection or http.client.HTTPConnection(URL.hostname, URL.port, timeout=timeout)
    try:
        connection.request(method, path, body=body, headers=sent)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        if own:
            connection.close()


def connect(timeout=20):
    return http.client.HTTPConnection(URL.hostname, URL.port, timeout=timeout)


def raw(data, timeout=5):
    """Send bytes as they are, return what comes until the server closes or falls silent."""
    with socket.create_connection((URL.hostname, URL.port), timeout=timeout) as peer:
        got = b""
        try:
            peer.sendall(data)
            while chunk := peer.recv(65536):
                got += chunk
        except (TimeoutError, ConnectionError):
            pass
        return got


def make_user(name, **more):
    answer = request("POST", "/v1/users", {"username": name, **more})
    assert answer.status == 201, answer
    return answer.json()


def make_calendar(key=KEY, **more):
    answer = request("POST", "/v1/calendars", {"name": "Team", "time_zone": "Europe/Berlin", **more}, key=key)
    assert answer.status == 201, answer
    return answer.json()


EVENT = {"title": "Standup", "start_time": "2026-12-01T10:00:00", "end_time": "2026-12-01T10:15:00"}


def make_event(calendar, key=KEY, **more):
    answer = request("POST", f"/v1/calendars/{calendar}/events", {**EVENT, **more}, key=key)
    assert answer.status == 201, answer
    return answer.json()


def sql(text):
    """Ask the database behind the server's back."""
    done = subprocess.run(["psql", "-qAtX", "-v", "ON_ERROR_STOP=1", "-d", os.environ["DATABASE_URL"], "-c", text],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


class Checks:
    """Collects what does not hold, so that one run tells everything."""

    def __init__(self):
        self.count, self.faults = 0, []

    def that(self, fact, said):
        self.count += 1
        if not fact:
            self.faults.append(str(said))
            print("FAULT", said, flush=True)

    def done(self):
        print(f"{self.count} checks, {len(self.faults)} faults")
        sys.exit(1 if self.faults or not self.count else 0)
