"""A small HTTP server that answers what a test tells it and remembers what was asked."""
import http.server
import json
import threading


class Scripted:
    """with Scripted({("GET", "/v1/users"): (200, {…})}) as server: …; a value may be a function of the query."""

    def __init__(self, answers):
        self.answers = answers
        self.requests = []

    def __enter__(self):
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                path, _, query = self.path.partition("?")
                outer.requests.append((self.command, path, query, dict(self.headers), body))
                found = outer.answers.get((self.command, path), (404, {"code": "not_found", "title": "No such thing",
                                                                       "status": 404, "request_id": "r1"}))
                status, content = found(query) if callable(found) else found
                text = b"" if content is None else json.dumps(content).encode()
                kind = "application/json" if status < 400 else "application/problem+json"
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # a client that leaves early is no fault
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
