"""A server that answers as the path says, for tests of the client.

    /s/CASE/STEP,STEP,…/v1/…   the n-th request of CASE is answered by the n-th STEP (the last one repeats)
    /log/CASE                  the requests of CASE so far: JSON lines {method, path, headers, body}

A STEP is a word with an optional number: 200, 201, 204, 304, page1, page2, slow300 (200 after 300 ms), hang,
close (no answer), reset (cut off in the middle of the body), busy1 (503 with Retry-After: 1), dated (503 with a
date), running (409 idempotency_in_progress), conflict, invalid (422), html (502 of a proxy), garbage, array,
redirect, big5000 (a body of so many bytes), gzip, bomb9 (spaces, so many MiB before they were packed), text (200 text/plain).

Prints its port, serves until its standard input ends."""
import email.utils
import gzip
import json
import os
import socket
import struct
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

CALENDAR = {"id": "01935a5e-0000-7000-8000-000000000001", "name": "Team", "time_zone": "Europe/Berlin",
            "public_read": False, "public_write": False, "my_role": "owner", "seq": 1, "version": 7,
            "owner_user_id": "01935a5e-0000-7000-8000-000000000002",
            "created_at": "2026-11-23T10:00:00Z", "updated_at": "2026-11-23T10:00:00Z"}
lock = threading.Lock()
counts, logs = {}, {}


def problem(status, code, **more):
    return {"type": "/problems/" + code, "title": code.replace("_", " "), "status": status, "code": code,
            "request_id": "req-1", **more}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def log_message(self, *arguments):
        pass

    def send(self, status, body=None, kind="application/json", **headers):
        data = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("X-Request-Id", "req-1")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if status not in (204, 304):
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)
        self.wfile.flush()

    def send_problem(self, status, code, headers=None, **more):
        self.send(status, problem(status, code, **more), "application/problem+json", **(headers or {}))

    def cut(self):
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def step_hang(self, _):
        time.sleep(20)
        self.close_connection = True

    def step_close(self, _):
        self.close_connection = True

    def step_reset(self, _):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b'{"id":')
        self.cut()

    def step_slow(self, ms):
        time.sleep(int(ms) / 1000)
        self.send(200, CALENDAR)

    def step_busy(self, seconds):
        self.send_problem(503, "unavailable", {"Retry_After": seconds})

    def step_dated(self, _):
        when = email.utils.formatdate(time.time() + 1.5, usegmt=True)
        self.send_problem(503, "unavailable", {"Retry_After": when})

    def step_running(self, _):
        self.send_problem(409, "idempotency_in_progress")

    def step_conflict(self, _):
        self.send_problem(409, "uid_exists")

    def step_stale(self, _):
        self.send_problem(412, "stale", {"ETag": '"9"'})

    def step_invalid(self, _):
        self.send_problem(422, "invalid_fields", errors=[
            {"pointer": "/end_time", "code": "not_after", "message": "10:00 is before start_time 11:00"},
            {"pointer": "/recurrence/rrule", "code": "rrule_invalid", "message": "BYDAY=XX: not a weekday"}])

    def step_html(self, _):
        self.send(502, b"<html>bad gateway</html>", "text/html")

    def step_garbage(self, _):
        self.send(200, b'{"id": nonsense')

    def step_gzip(self, _):
        self.send(200, gzip.compress(json.dumps(CALENDAR).encode()), Content_Encoding="gzip")

    def step_bomb(self, megabytes):
        self.send(200, gzip.compress(b" " * (int(megabytes) << 20)), Content_Encoding="gzip")

    def step_array(self, _):
        self.send(200, b"[1]")

    def step_text(self, _):
        self.send(200, b"hello", "text/plain")

    def step_redirect(self, _):
        self.send(302, b"", Location="/elsewhere")

    def step_big(self, size):
        self.send(200, {**CALENDAR, "description": "x" * int(size)})

    def step_page(self, number):
        items = [{**CALENDAR, "name": f"{number}-{i}"} for i in range(3)]
        self.send(200, {"items": items, "next_cursor": "second" if number == "1" else None})

    def answer(self, step):
        word = step.rstrip("0123456789")
        if word:
            getattr(self, "step_" + word)(step[len(word):])
        elif step in ("204", "304"):
            self.send(int(step), ETag='"7"')
        else:
            self.send(int(step), CALENDAR, ETag='"7"')

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        parts = self.path.split("/")
        if parts[1] == "log":
            with lock:
                lines = "".join(json.dumps(each) + "\n" for each in logs.get(parts[2], []))
            self.send(200, lines.encode(), "text/plain")
            return
        case, steps = parts[2], parts[3].split(",")
        with lock:
            at = counts[case] = counts.get(case, 0) + 1
            logs.setdefault(case, []).append({"method": self.command, "path": "/" + "/".join(parts[4:]),
                                              "headers": dict(self.headers), "body": body})
        self.answer(steps[min(at, len(steps)) - 1])

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = handle_any


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, request, address):
        pass


server = Server(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
os.write(1, b"%d\n" % server.server_port)  # in one piece, whatever PYTHONUNBUFFERED says
sys.stdin.buffer.read()
os._exit(0)
