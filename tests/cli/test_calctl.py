"""calctl from outside, without a calendar server: words, files, exit statuses, and against scripted answers.

CALCTL is the program, LIBAPI_DIR the folder with libapi.so, ROOT the source tree."""
import json
import os
import pathlib
import pty
import shutil
import subprocess
import tempfile
import unittest

from scripted import Scripted

CALCTL = os.environ["CALCTL"]
LIBRARY = os.environ["LIBAPI_DIR"]
ROOT = os.environ["ROOT"]
EVENT = {"id": "e1", "calendar_id": "c1", "title": "Standup", "is_all_day": False, "status": "confirmed",
         "transparency": "opaque", "version": 3, "start_time": "2026-11-24T09:30:00+01:00",
         "time_zone": "Europe/Berlin"}


class Case(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.home)
        self.environment = {"PATH": os.environ["PATH"], "HOME": self.home, "LD_LIBRARY_PATH": LIBRARY,
                            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}

    def run_calctl(self, *words, text=None, **environment):
        return subprocess.run([CALCTL, *words], input=text, capture_output=True, text=True, timeout=30,
                              env={**self.environment, **environment})

    def expect(self, status, *words, out=None, err=None, **more):
        done = self.run_calctl(*words, **more)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        if out is not None:
            self.assertIn(out, done.stdout)
        if err is not None:
            self.assertIn(err, done.stderr)
        if status:
            self.assertNotEqual(done.stderr, "")
        return done.stdout


class Words(Case):
    def test_help_on_every_level(self):
        self.expect(0, "--help", out="calendar")
        self.expect(0, "event", "--help", out="calctl event create CALENDAR_ID --title TEXT")
        self.expect(0, "event", "create", "--help", out="--start-time TEXT")
        self.expect(0, "agenda", "list", "--help", out="calctl agenda list --from TEXT --to TEXT")
        occurrence = self.expect(0, "instance", "update", "--help", out="like 20261124T093000")
        for word in ("--uid", "--recurrence", "--calendar-id", "--attendee"):
            self.assertNotIn(f"  {word} ", occurrence)
        self.assertIn("minutes-before=10", self.expect(0, "event", "create", "--help"))
        self.expect(0, "help", "event", "create", out="Exit status: calctl help exits")
        self.expect(0, "help", "exits", out="  7  a conflict or a stale version")
        self.expect(2)
        self.expect(2, "event")

    def test_every_verb_has_help_with_an_example(self):
        nouns = [line.split()[0] for line in self.expect(0, "--help").split("Nouns:\n")[1].split("\n\n")[0].split("\n")]
        count = 0
        for noun in nouns:
            for line in self.expect(0, noun, "--help").splitlines():
                if line.startswith(f"  calctl {noun} "):
                    self.expect(0, noun, line.split()[2], "--help", out=f"Example:\n  calctl {noun} {line.split()[2]}")
                    count += 1
        self.assertGreaterEqual(count, 24)

    def test_examples_are_understood(self):
        for noun, verb in (("event", "create"), ("user", "update"), ("event", "update"), ("key", "create"),
                           ("batch", "run")):
            text = self.expect(0, noun, verb, "--help").split("Example:\n  ")[1].split("\n\n")[0]
            done = subprocess.run(["sh", "-c", text.replace("calctl", CALCTL, 1) + " --code curl"], text=True,
                                  capture_output=True, env=self.environment)
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_explains_fields_objects_and_codes(self):
        self.expect(0, "explain", "event.start_time", out="RFC 3339")
        self.expect(0, "explain", "event.title", out="1 to 255 characters")
        self.expect(0, "explain", "event.title", out="required when created")
        self.expect(0, "explain", "event.attendees.role", out="required optional chair")
        self.expect(0, "explain", "key", out="ApiKey")
        self.expect(0, "explain", "uid_exists", out="409")
        self.expect(0, "explain", "too_long", out="of a field")
        self.expect(0, "explain", "rrule_invalid", out="like FREQ=WEEKLY")
        for request in ("times.to", "freebusy.from", "series.recurrence_id", "series.patch.color"):
            self.expect(0, "explain", request, out="set by")
        self.expect(0, "explain", out="Error codes")
        self.expect(2, "explain", "event.titel", err="nearest is title")
        self.expect(2, "explain", "event.title.x", err="no members")
        self.expect(2, "explain", "uid_exist", err="nearest is uid_exists")
        self.expect(2, "explain", "event.", err="no field")

    def test_bash_can_read_the_completion(self):
        script = self.expect(0, "completion", "bash")
        probe = script + "\nCOMP_WORDS=(calctl event cr); COMP_CWORD=2; _calctl; echo \"${COMPREPLY[@]}\"\n" \
            "COMP_WORDS=(calctl event create X --status te); COMP_CWORD=5; _calctl; echo \"${COMPREPLY[@]}\"\n" \
            "COMP_WORDS=(calctl --output json eve); COMP_CWORD=3; _calctl; echo \"${COMPREPLY[@]}\"\n"
        done = subprocess.run(["bash", "-eu", "-c", probe], capture_output=True, text=True)
        self.assertEqual(done.stdout.split("\n")[:3], ["create", "tentative", "event"], done.stderr)

    def test_man_reads_the_page_without_a_warning(self):
        page = self.expect(0, "man")
        self.expect(2, "man", "event", err="calctl NOUN VERB --help")
        self.assertIn(".SS calctl event create CALENDAR_ID", page)
        if not shutil.which("groff"):
            self.skipTest("no groff")
        done = subprocess.run(["groff", "-man", "-ww", "-Tutf8", "-Kutf8", "-z"], input=page, text=True,
                              capture_output=True)
        self.assertEqual(done.stderr, "")

    def test_a_full_disk_is_an_error(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([CALCTL, "--help"], stdout=full, stderr=subprocess.PIPE, env=self.environment)
        self.assertEqual(done.returncode, 1)


class Local(Case):
    def test_an_agenda_reads_by_days(self):
        items = [{**EVENT, "start_time": "2026-11-24T09:30:00+01:00", "end_time": "2026-11-24T09:45:00+01:00",
                  "location": "Room 4"},
                 {**EVENT, "title": "Night", "start_time": "2026-11-24T22:00:00+01:00",
                  "end_time": "2026-11-25T06:00:00+01:00", "status": "tentative"},
                 {**EVENT, "title": "Wake", "start_time": "2026-11-25T07:00:00", "end_time": "2026-11-25T07:05:00",
                  "floating": True},
                 {**EVENT, "title": "Offsite\x1b[2J", "start_time": None, "start_date": "2026-11-26", "is_all_day": True}]
        window = ("--from", "2026-11-23T00:00:00Z", "--to", "2026-11-30T00:00:00Z")
        with Scripted({("GET", "/v1/agenda"): (200, {"items": items, "next_cursor": None})}) as server:
            known = {"LIBAPI_URL": server.url, "LIBAPI_KEY": "cal_x"}
            shown = self.expect(0, "agenda", "list", *window, **known)
            items[1]["time_zone"] = "Asia/Tokyo"
            self.expect(0, "agenda", "list", *window, **known, out="  Night (Asia/Tokyo) (tentative)\n")
            self.expect(0, "agenda", "list", *window, **known, out="\nTimes in Europe/Berlin, or in the zone beside them; "
                        "--time-zone ZONE shows all in one.\n")
            in_one = self.expect(0, "agenda", "list", *window, "--time-zone", "Asia/Tokyo", **known)
            self.assertTrue(in_one.endswith("\nTimes in Asia/Tokyo.\n") and "(Asia" not in in_one)
            self.assertIn('"Night"', self.expect(0, "agenda", "list", *window, "--output", "json", **known))
        self.assertEqual(shown, "Tuesday, 24 November 2026\n  09:30–09:45  Standup · Room 4\n"
                                "  22:00 →      Night (tentative)\n\nWednesday, 25 November 2026\n"
                                "  07:00–07:05  Wake\n\nThursday, 26 November 2026\n"
                                "  all day      Offsite\ufffd[2J\n\nTimes in Europe/Berlin.\n")

    def test_a_draft_that_breaks_a_rule_is_not_sent(self):
        with Scripted({}) as server:
            self.expect(1, "--server", server.url, "--key", "k", "event", "create", "c1", "--title", "x" * 256,
                        "--color", "red", err="/color")
            self.assertEqual(server.requests, [])

    def test_body_files(self):
        self.expect(1, "event", "create", "c1", "--json", "/nonexistent", err="/nonexistent: No such file")
        self.expect(1, "event", "create", "c1", "--json", "-", text="{", err="byte")
        self.expect(1, "event", "create", "c1", "--json", "-", text='{"titel":"x"}', err="titel")

    def test_no_server_is_known(self):
        self.expect(1, "calendar", "list", err="LIBAPI_URL")

    def test_a_key_does_not_travel_in_the_clear(self):
        self.expect(1, "--server", "http://example.com", "--key", "k", "calendar", "list", err="--server https://HOST")

    def test_without_a_key_the_refusal_says_where_one_goes(self):
        refused = 401, {"status": 401, "code": "unauthenticated", "title": "No valid API key"}
        with Scripted({("GET", "/v1/calendars"): refused, ("GET", "/v1/capabilities"): (200, {})}) as server:
            done = self.run_calctl("--server", server.url, "calendar", "list")
            self.assertEqual(done.returncode, 5)
            self.assertIn("no key was sent: set LIBAPI_KEY, or key in a profile", done.stderr)
            self.assertIn("--key", done.stderr)
            done = self.run_calctl("--server", server.url, "--key", "old", "calendar", "list")
            self.assertNotIn("no key was sent", done.stderr)
            self.expect(0, "--server", server.url, "api", "GET", "/v1/capabilities")

    def test_nothing_listens(self):
        self.expect(3, "--server", "http://127.0.0.1:1", "--key", "k", "--timeout", "2s", "calendar", "list")


class Profiles(Case):
    def path(self):
        return pathlib.Path(self.home, ".config/libapi/config")

    def test_configure_writes_a_closed_file_that_the_library_reads(self):
        with Scripted({("GET", "/v1/calendars"): (200, {"items": [], "next_cursor": None})}) as server:
            self.expect(0, "configure", "--server", server.url, "--key", "secret-key")
            self.assertEqual(self.path().stat().st_mode & 0o777, 0o600)
            self.expect(0, "calendar", "list", out="none")
            self.assertEqual(server.requests[0][3]["X-API-Key"], "secret-key")

    def test_other_profiles_stay(self):
        self.expect(0, "configure", "--server", "http://127.0.0.1:1", "--key", "a")
        self.expect(0, "configure", "--profile", "work", "--server", "http://127.0.0.1:2", "--key", "b")
        self.expect(0, "configure", "--server", "http://127.0.0.1:3", "--key", "c")
        self.assertEqual(self.path().read_text(), "[default]\nurl = http://127.0.0.1:3\nkey = c\n\n"
                                                  "[work]\nurl = http://127.0.0.1:2\nkey = b\n")

    def test_a_named_profile_wins_over_the_environment(self):
        with Scripted({("GET", "/v1/calendars"): (200, {"items": [], "next_cursor": None})}) as server:
            self.expect(0, "configure", "--profile", "work", "--server", server.url, "--key", "b")
            self.expect(0, "--profile", "work", "calendar", "list", LIBAPI_URL="http://127.0.0.1:1", LIBAPI_KEY="x")

    def test_answers_from_standard_input(self):
        self.expect(0, "configure", text="http://127.0.0.1:1\nkey\n")
        self.assertIn("key = key", self.path().read_text())
        self.expect(2, "configure", text="")

    def test_nothing_can_break_out_of_its_line(self):
        self.expect(1, "configure", "--server", "http://127.0.0.1:1", "--key", "a\nurl = http://evil")
        self.expect(1, "configure", "--profile", "a]\n[b", "--server", "http://127.0.0.1:1", "--key", "a")
        self.expect(1, "configure", "--server", "127.0.0.1", "--key", "a")
        self.assertFalse(self.path().exists())


class Answers(Case):
    def on(self, server, *words):
        return ("--server", server.url, "--key", "k", *words)

    def test_a_create_sends_what_was_given(self):
        with Scripted({("POST", "/v1/calendars/c%2F1/events"): (201, EVENT)}) as server:
            out = self.expect(0, *self.on(server, "event", "create", "c/1", "--title", "Standup", "--metadata", "k=v",
                                          "--request-id", "r7", "--idempotency-key", "i7"))
            self.assertIn("title", out)
            method, _, _, headers, body = server.requests[0]
            self.assertEqual((method, headers["X-Request-Id"], headers["Idempotency-Key"]), ("POST", "r7", "i7"))
            self.assertEqual(json.loads(body), {"title": "Standup", "metadata": {"k": "v"}})

    def test_if_match_is_an_etag(self):
        with Scripted({("PATCH", "/v1/calendars/c1/events/e1"): (412, {"status": 412, "code": "stale"})}) as server:
            self.expect(7, *self.on(server, "event", "update", "c1", "e1", "--title", "x", "--if-match", "3"))
            self.assertEqual(server.requests[0][3]["If-Match"], '"3"')
            self.assertEqual(server.requests[0][3]["Content-Type"], "application/merge-patch+json")

    def pages(self, query):
        if "cursor=two" in query:
            return 200, {"items": [dict(EVENT, id="e2")], "next_cursor": None}
        return 200, {"items": [EVENT], "next_cursor": "two"}

    def test_lists_page_by_page_or_whole(self):
        with Scripted({("GET", "/v1/calendars/c1/events"): self.pages}) as server:
            words = self.on(server, "event", "list", "c1", "--limit", "1")
            self.expect(0, *words, out="Standup", err="--cursor two")
            self.assertEqual([event["id"] for event in json.loads(self.expect(0, *words, "-o", "json"))], ["e1"])
            both = self.expect(0, *words, "--all", "--output", "json")
            self.assertEqual([event["id"] for event in json.loads(both)], ["e1", "e2"])
            lines = self.expect(0, *words, "--all", "--output", "jsonl").splitlines()
            self.assertEqual([json.loads(line)["id"] for line in lines], ["e1", "e2"])

    def test_fields_are_the_columns(self):
        with Scripted({("GET", "/v1/calendars/c1/events"): self.pages}) as server:
            out = self.expect(0, *self.on(server, "event", "list", "c1", "--fields", "title,start_time"))
            self.assertEqual(out.split("\n")[0].split(), ["TITLE", "START", "TIME"])

    def test_statuses_become_exit_statuses(self):
        for status, expected in ((400, 5), (401, 5), (403, 5), (404, 6), (409, 7), (410, 6), (412, 7), (422, 5),
                                 (428, 7), (500, 8)):
            with Scripted({("GET", "/v1/calendars/c1"): (status, {"status": status, "code": "x", "title": "T",
                                                                  "request_id": "r9"})}) as server:
                self.expect(expected, *self.on(server, "calendar", "get", "c1"), err="r9")

    def test_a_broken_answer(self):
        with Scripted({("GET", "/v1/calendars/c1"): (200, ["no"])}) as server:
            self.expect(4, *self.on(server, "calendar", "get", "c1"))

    def test_me_and_silence(self):
        with Scripted({("DELETE", "/v1/users/me/keys/k1"): (204, None)}) as server:
            self.assertEqual(self.expect(0, *self.on(server, "key", "revoke", "me", "k1")), "")

    def test_what_an_import_refused_is_told_from_top_to_bottom(self):
        failed = [{"line": line, "code": "rrule_invalid", "detail": "no"} for line in (30, 4, 112)]
        result = {"created": 1, "updated": 0, "skipped": 0, "failed": failed, "dry_run": False}
        path = pathlib.Path(self.home, "a.ics")
        path.write_text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
        with Scripted({("POST", "/v1/calendars/c1/import"): (200, result)}) as server:
            done = self.run_calctl(*self.on(server, "import", "c1", str(path)))
        self.assertEqual([line.split(":")[1] for line in done.stderr.splitlines()], ["4", "30", "112"])
        self.assertIn("CREATED", done.stdout)
        refused = {"status": 400, "code": "malformed_calendar", "title": "The body is not iCalendar text"}
        with Scripted({("POST", "/v1/calendars/c1/import"): (400, refused)}) as server:
            self.assertEqual(self.expect(5, *self.on(server, "import", "c1", str(path)), err="malformed_calendar"), "")

    def test_any_request(self):
        with Scripted({("GET", "/v1/odd"): (200, {"a": 1})}) as server:
            self.assertEqual(json.loads(self.expect(0, *self.on(server, "api", "GET", "/v1/odd?x=1"))), {"a": 1})
            self.expect(6, *self.on(server, "api", "GET", "/v1/none"))
            self.expect(2, "api", "GET")

    def test_a_terminal_gets_no_escape_from_a_title(self):
        event = dict(EVENT, title="evil\x1b]0;owned\x07")
        with Scripted({("GET", "/v1/calendars/c1/events/e1"): (200, event)}) as server:
            ours, theirs = pty.openpty()
            subprocess.run([CALCTL, *self.on(server, "event", "get", "c1", "e1")], stdout=theirs, timeout=30,
                           env={**self.environment, "TERM": "xterm", "NO_COLOR": "1"}, check=True)
            os.close(theirs)
            shown = os.read(ours, 65536)
            os.close(ours)
            self.assertNotIn(b"\x1b", shown)
            self.assertIn(b"evil", shown)


class Code(Case):
    WORDS = ("event", "create", "c1", "--title", 'A "b" ??/ \\n \né', "--category", "x", "--metadata", "k=v=w",
             "--attendee", "email=a@example.com,name=Smith, J,role=chair", "--no-location", "--floating",
             "--status", "tentative", "--idempotency-key", "i1")

    def test_both_programs_send_what_the_command_sends(self):
        with Scripted({("POST", "/v1/calendars/c1/events"): (201, EVENT)}) as server:
            where = {"LIBAPI_URL": server.url, "LIBAPI_KEY": "k"}
            self.expect(0, *self.WORDS, **where)
            source = self.expect(0, *self.WORDS, "--code", "c")
            self.assertLessEqual(len(source.splitlines()), 60)
            self.assertIn("libapi_error_name(code)", source)
            self.compile_and_run(source, where)
            curl = self.expect(0, *self.WORDS, "--code", "curl")
            subprocess.run(["sh", "-c", curl], check=True, capture_output=True, env={**self.environment, **where})
            bodies = [json.loads(request[4]) for request in server.requests]
            self.assertEqual(len(bodies), 3)
            self.assertEqual(bodies[0], bodies[1])
            self.assertEqual(bodies[0], bodies[2])
            self.assertEqual({request[3]["Idempotency-Key"] for request in server.requests}, {"i1"})

    def compile_and_run(self, source, where):
        path = pathlib.Path(self.home, "program")
        path.with_suffix(".c").write_text(source, encoding="utf-8")
        # A library built with AddressSanitizer wants a program that is, too.
        watched = b"__asan_init" in pathlib.Path(LIBRARY, "libapi.so").read_bytes()
        subprocess.run(["cc", "-Wall", "-Wextra", "-Werror", f"-I{ROOT}/include", path.with_suffix(".c"),
                        f"-L{LIBRARY}", "-lapi", *(["-fsanitize=address,undefined"] if watched else []), "-o", path],
                       check=True)
        done = subprocess.run([path], capture_output=True, text=True, env={**self.environment, **where}, check=True)
        self.assertEqual(json.loads(done.stdout)["id"], "e1")

    def test_every_kind_of_command_compiles(self):
        commands = (("event", "list", "c1", "--all", "--from", "2026-01-01T00:00:00Z"), ("event", "list", "c1"),
                    ("event", "delete", "c1", "e1", "--if-match", "3"), ("openapi", "get"), ("capabilities", "get"),
                    ("acl", "put", "c1", "me", "--role", "editor", "--timeout", "3s"),
                    ("user", "delete", "u1", "--transfer-to", "u2"))
        for words in commands:
            path = pathlib.Path(self.home, "p.c")
            path.write_text(self.expect(0, *words, "--code", "c"), encoding="utf-8")
            subprocess.run(["cc", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", f"-I{ROOT}/include", path], check=True)

    def test_half_a_program_is_none(self):
        for form in ("c", "curl"):
            done = self.run_calctl("event", "create", "c1", "--attendee", "mail=x", "--code", form)
            self.assertEqual((done.returncode, done.stdout), (2, ""))


if __name__ == "__main__":
    unittest.main()
