"""calctl listen: what changes reaches a URL, in order, at least once, over failures and restarts."""
import json
import os
import pathlib
import signal
import subprocess
import time

from scripted import Scripted
from test_calctl import CALCTL, EVENT, Case

CHANGES = ("GET", "/v1/calendars/c1/changes")


def page(token, events=(), deleted=(), **more):
    return 200, {"events": [{**EVENT, "updated_at": "2026-11-23T10:00:00Z", **one} for one in events],
                 "deleted": [{"id": one, "uid": one} for one in deleted], "calendar_changed": False, "acl_changed": False,
                 "calendar": None, "next_token": token, "has_more": False, **more}


class Listen(Case):
    def setUp(self):
        super().setUp()
        self.state = pathlib.Path(self.home, "state")
        self.pages = {"": page("t0", [{"id": "old"}])}
        self.statuses = []
        hook = {("POST", "/hook"): lambda _: (self.statuses.pop(0) if self.statuses else 204, None)}
        self.server = self.enterContext(Scripted({CHANGES: self.answer}))
        self.receiver = self.enterContext(Scripted(hook))
        self.environment.update(LIBAPI_URL=self.server.url, LIBAPI_KEY="cal_x")

    def answer(self, query):
        token = query.split("token=")[1].split("&")[0] if "token=" in query else ""
        if token not in self.pages:
            time.sleep(0.2)
            return page(token)
        return self.pages[token]

    def start(self, *words):
        process = subprocess.Popen(
            [CALCTL, "listen", "c1", "--forward-to", self.receiver.url + "/hook", *words], env=self.environment,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    def got(self, count):
        for _ in range(400):
            if len(self.receiver.requests) >= count:
                break
            time.sleep(0.05)
        messages = [json.loads(body) for *_, body in self.receiver.requests]
        self.assertEqual(len(messages), count)
        return messages

    def asked(self, token):
        for _ in range(400):
            if any(f"token={token}" in query for _, _, query, *_ in self.server.requests):
                return
            time.sleep(0.05)
        self.fail(f"{token} is never asked for")

    def end(self, process, status=0):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
        self.assertEqual(process.returncode, status, err)
        return out, err

    def test_changes_are_told_and_the_snapshot_is_not(self):
        self.pages["t0"] = page("t1", [{"id": "new", "version": 1}, {"id": "old", "version": 4}], ["gone"])
        process = self.start("--state", str(self.state))
        messages = self.got(3)
        self.assertEqual([(one["type"], one["object_id"], one["version"], one["calendar_id"]) for one in messages],
                         [("event.deleted", "gone", None, "c1"), ("event.created", "new", 1, "c1"),
                          ("event.updated", "old", 4, "c1")])
        self.assertEqual(messages[1]["occurred_at"], "2026-11-23T10:00:00Z")
        self.assertRegex(messages[0]["id"], r"^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
        self.assertEqual(len({one["id"] for one in messages}), 3)
        self.asked("t1")
        out, _ = self.end(process)
        self.assertIn("event.updated old 204\n", out)
        self.assertEqual(json.loads(self.state.read_text()), {"calendar_id": "c1", "token": "t1"})

    def test_a_restart_goes_on_and_tells_what_was_not_accepted_under_the_same_id(self):
        self.pages["t0"] = page("t1", [{"id": "e", "version": 2}])
        self.statuses = [503] * 100
        process = self.start("--state", str(self.state))
        for _ in range(400):
            if self.receiver.requests:
                break
            time.sleep(0.05)
        _, err = self.end(process)
        self.assertIn("answered 503", err)
        self.assertEqual(json.loads(self.state.read_text())["token"], "t0")
        first = json.loads(self.receiver.requests[0][4])
        self.statuses.clear()
        self.receiver.requests.clear()
        process = self.start("--state", str(self.state))
        [again] = self.got(1)
        self.end(process)
        self.assertEqual(again, first)

    def test_failures_are_tried_again_in_order(self):
        self.pages["t0"] = page("t1", [{"id": "a"}, {"id": "b"}])
        self.statuses = [500, 302, 200]
        process = self.start()
        self.assertEqual([one["object_id"] for one in self.got(4)], ["a", "a", "a", "b"])
        self.end(process)

    def test_only_the_types_that_were_asked_for(self):
        self.pages["t0"] = page("t1", [{"id": "a", "version": 1}, {"id": "b", "version": 2}], ["c"])
        process = self.start("--type", "event.created,event.deleted", "-o", "jsonl")
        messages = self.got(2)
        self.asked("t1")
        out, _ = self.end(process)
        self.assertEqual([json.loads(line) for line in out.splitlines()], messages)
        self.assertEqual([one["type"] for one in messages], ["event.deleted", "event.created"])

    def test_a_calendar_that_goes_away_ends_it(self):
        self.pages["t0"] = (404, {"status": 404, "code": "not_found", "title": "No such thing"})
        process = self.start()
        self.assertEqual(process.wait(timeout=30), 6)

    def test_what_is_wrong_is_named(self):
        url = ("--forward-to", "http://127.0.0.1:1/")
        self.expect(2, "listen", *url, err="one calendar's id")
        self.expect(2, "listen", "c1", err="--forward-to URL")
        self.expect(2, "listen", "c1", "--forward-to", "file:///etc/passwd", err="--forward-to URL")
        self.expect(2, "listen", "c1", *url, "--type", "event.made", err="event.created, event.updated")
        self.expect(2, "listen", "c1", *url, "--all", err="--all does not apply")
        self.state.write_text("{}", encoding="utf-8")
        self.expect(1, "listen", "c1", *url, "--state", str(self.state), err="not written by calctl listen")
        self.state.write_text('{"calendar_id": "c2", "token": "t"}', encoding="utf-8")
        self.expect(1, "listen", "c1", *url, "--state", str(self.state), err="of another calendar")
        self.expect(1, "listen", "c1", *url, "--state", os.path.join(self.home, "no", "state"), err="No such file")
