#!/usr/bin/env python3
"""version.sh: what may be released, and smoke.sh: what may stay."""
import http.server
import json
import threading
import unittest

from desk import Desk

MESON = "library('api', soversion: '1')\n"


class Version(Desk):
    def setUp(self):
        super().setUp()
        self.write("CHANGELOG.md", "# Changes\n\n## 0.2.0\n\n- First.\n")
        self.write("libapi/meson.build", MESON)
        self.commit()
        self.git("tag", "v0.2.0")
        self.git("branch", "base")

    def change(self, version, entry=True):
        self.write("VERSION", version + "\n")
        if entry:
            self.write("CHANGELOG.md", f"# Changes\n\n## {version}\n\n- More.\n")
        self.write("libapi/call.c", "int call;\n")
        self.commit()

    def test_raised_with_an_entry(self):
        self.change("0.3.0")
        self.assertIn("version=0.3.0", self.works("version.sh", "base"))

    def test_documents_alone_need_no_version(self):
        self.write("docs/operations.md", "words\n")
        self.commit()
        self.works("version.sh", "base")

    def test_the_next_release_grows_under_one_number(self):
        self.git("tag", "-d", "v0.2.0")
        self.change("0.2.0")
        self.works("version.sh", "base")

    def test_what_is_released_does_not_change(self):
        self.change("0.2.0")
        self.fails("v0.2.0 is released, and 1 shipped files changed", "version.sh", "base")

    def test_numbers(self):
        self.fails("no VERSION at 'nowhere'", "version.sh", "nowhere")
        self.change("0.10.0")
        self.works("version.sh", "base")
        self.change("0.1.9")
        self.fails("went back from 0.2.0 to 0.1.9", "version.sh", "base")
        self.change("0.3")
        self.fails("three numbers", "version.sh", "base")

    def test_no_entry(self):
        self.change("0.3.0", entry=False)
        self.fails("no entry under '## 0.3.0'", "version.sh", "base")
        self.write("CHANGELOG.md", "# Changes\n\n## 0.3.0\n\n## 0.2.0\n\n- First.\n")
        self.fails("no entry under '## 0.3.0'", "version.sh", "base")

    def test_the_soname_follows_the_major_version(self):
        self.change("2.0.0")
        self.fails("SONAME libapi.so.1 does not fit VERSION 2.0.0", "version.sh", "base")

    def test_a_promise_is_held_to(self):
        self.change("0.3.0")
        self.write("tests/abi/0.2/libapi.abi", "")
        self.fails("is not built", "version.sh", "base")
        self.write("build/libapi/libapi.so.1", "")
        self.write("tests/abi/release.py", "import sys\nsys.exit(1)\n")
        self.fails("the ABI breaks tests/abi/0.2/", "version.sh", "base")
        self.write("tests/abi/release.py", "import sys\nsys.exit(0)\n")
        self.works("version.sh", "base")


class Service(http.server.BaseHTTPRequestHandler):
    answers = {}

    def do_GET(self):
        status, body = self.answers.get(self.path, (404, {}))
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *_):
        pass


class Smoke(Desk):
    def setUp(self):
        super().setUp()
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.url = f"http://127.0.0.1:{server.server_port}"
        Service.answers = {"/health": (200, {}), "/version": (200, {"version": "0.2.0"}), "/v1/users/me": (401, {})}

    def test_good(self):
        self.works("smoke.sh", self.url)

    def test_another_version(self):
        Service.answers["/version"] = (200, {"version": "0.1.0"})
        self.fails("is version 0.1.0, wanted 0.2.0", "smoke.sh", self.url)

    def test_not_ready(self):
        Service.answers["/health"] = (503, {})
        self.fails("is not ready after 1 s", "smoke.sh", self.url, SMOKE_SECONDS="1")

    def test_open_to_everybody(self):
        Service.answers["/v1/users/me"] = (200, {})
        self.fails("without a key: 200, wanted 401", "smoke.sh", self.url)


if __name__ == "__main__":
    unittest.main()
