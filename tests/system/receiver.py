"""receiver.py: somebody to deliver webhooks to, who can also fail, hang, talk too much and send elsewhere."""
import hashlib
import hmac
import http.server
import json
import threading
import time


def verified(secrets, header, body, now=None, tolerance_s=300):
    """Which of the secrets signed this; [] for none."""
    parts = [part.split("=", 1) for part in header.split(",")]
    at = next(value for name, value in parts if name == "t")
    if abs((now or time.time()) - int(at)) > tolerance_s:
        return []
    given = [value for name, value in parts if name == "v1"]
    return [secret for secret in secrets
            if hmac.new(secret.encode(), at.encode() + b"." + body, hashlib.sha256).hexdigest() in given]


class Receiver:
    """Listens on a port of its own. `behave` is a function of the path and the message; what it returns is the status, or
    (status, headers, body); None hangs until the receiver is released."""

    def __init__(self, behave=lambda path, message: 204, address="127.0.0.1"):
        self.behave, self.got, self.lock = behave, [], threading.Lock()
        self.released = threading.Event()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                message = json.loads(body)
                with outer.lock:
                    outer.got.append((self.path, message, dict(self.headers), body))
                answer = outer.behave(self.path, message)
                if answer is None:
                    outer.released.wait(60)
                    answer = 204
                status, headers, text = answer if isinstance(answer, tuple) else (answer, {}, b"")
                try:
                    self.send_response(status)
                    for name, value in headers.items():
                        self.send_header(name, value)
                    if status != 204:
                        self.send_header("Content-Length", str(len(text)))
                    self.end_headers()
                    self.wfile.write(text)
                except OSError:
                    self.close_connection = True

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads, request_queue_size = True, 256

            def handle_error(self, *_):
                pass

        self.server = Server((address, 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.released.set()
        self.server.shutdown()
        self.server.server_close()

    def url(self, path="/hook"):
        return f"http://127.0.0.1:{self.port}{path}"

    def messages(self, path=None, kind=None):
        with self.lock:
            return [message for at, message, _, _ in self.got
                    if (path is None or at == path) and (kind is None or message["type"] == kind)]

    def wait(self, enough, timeout=60, **which):
        """Until `enough` messages came, or time is up; those that came."""
        due = time.monotonic() + timeout
        while len(self.messages(**which)) < enough and time.monotonic() < due:
            time.sleep(0.05)
        return self.messages(**which)
