"""calctl free and find-time: people by name, times in their zone, and what is refused."""
import json

from test_calctl import Case
from scripted import Scripted

ME, ADA, BO = (f"0193590a-0000-7000-8000-00000000000{digit}" for digit in "123")
WINDOW = ("--from", "2026-11-23T00:00:00Z", "--to", "2026-11-30T00:00:00Z")


def user(identity, username, name, **more):
    return {"id": identity, "username": username, "display_name": name, "time_zone": "Europe/Berlin", "is_admin": False,
            "created_at": "2026-11-01T00:00:00Z", "updated_at": "2026-11-01T00:00:00Z", "version": 1, **more}


USERS = [user(ADA, "ada", "Ada Lovelace", email="ada@example.com"), user(BO, "bo", "Sam Smith"),
         user(ME, "adam", "Sam Smith")]
BUSY = {"subjects": [
    {"user_id": ADA, "calendar_id": None, "error": None, "busy": [
        {"start": "2026-11-24T09:30:00+01:00", "end": "2026-11-24T09:45:00+01:00", "status": "confirmed"},
        {"start": "2026-11-24T22:00:00+01:00", "end": "2026-11-25T06:00:00+01:00", "status": "tentative"}]},
    {"user_id": BO, "calendar_id": None, "error": None, "busy": []},
    {"user_id": ME, "calendar_id": None, "error": "not_found", "busy": []}]}
SLOTS = {"slots": [{"start": "2026-11-24T08:30:00Z", "end": "2026-11-24T09:00:00Z", "score": 100, "unavailable": []},
                   {"start": "2026-11-23T23:30:00Z", "end": "2026-11-24T00:00:00Z", "score": 50, "unavailable": [BO]}],
         "empty_reason": None}


def found(query):
    said = query.split("q=")[1].split("&")[0].replace("%20", " ").replace("%40", "@").lower()
    return 200, {"next_cursor": None, "items": [
        one for one in USERS if said in (one["username"] + "|" + one["display_name"] + "|" + one.get("email", "")).lower()]}


class Comfort(Case):
    def setUp(self):
        super().setUp()
        self.answers = {("GET", "/v1/users/me"): (200, USERS[2]), ("GET", "/v1/users"): found,
                        ("POST", "/v1/free-busy"): (200, BUSY), ("POST", "/v1/find-times"): (200, SLOTS)}
        self.server = self.enterContext(Scripted(self.answers))
        self.environment.update(LIBAPI_URL=self.server.url, LIBAPI_KEY="cal_x")

    def sent(self, path):
        bodies = [json.loads(body) for _, where, _, _, body in self.server.requests if where == path]
        self.assertEqual(len(bodies), 1)
        return bodies[0]

    def test_busy_times_read_by_person_and_day(self):
        shown = self.expect(0, "free", "ADA@example.com", "bo", "me", *WINDOW)
        self.assertEqual(shown, "Busy times\n\nADA@example.com\n  Tuesday, 24 November 2026\n    09:30–09:45\n"
                                "    22:00 → 2026-11-25 06:00  tentative\n\nbo\n  free\n\n"
                                "me\n  no such thing, or none whose times this key may see\n\n"
                                "Times in Europe/Berlin.\n")
        self.assertEqual(self.sent("/v1/free-busy"), {
            "from": "2026-11-23T01:00:00+01:00", "to": "2026-11-30T01:00:00+01:00", "time_zone": "Europe/Berlin",
            "subjects": [{"user_id": ADA}, {"user_id": BO}, {"user_id": ME}]})

    def test_json_is_what_the_server_said(self):
        self.assertEqual(json.loads(self.expect(0, "free", "ada", *WINDOW, "-o", "json")), BUSY)

    def test_dates_are_days_of_the_zone_and_a_week_is_the_default(self):
        self.expect(0, "free", "ada", "--from", "2026-11-23", "--time-zone", "America/New_York")
        body = self.sent("/v1/free-busy")
        self.assertEqual((body["from"], body["to"], body["time_zone"]),
                         ("2026-11-23T00:00:00-05:00", "2026-11-30T00:00:00-05:00", "America/New_York"))

    def test_slots_name_the_day_in_the_zone_and_who_cannot(self):
        shown = self.expect(0, "find-time", "ada", "bo", "--duration", "1h30m", "--no-within-working-hours", *WINDOW)
        self.assertEqual(shown, "Tuesday, 24 November 2026\n  09:30–10:00  100 %\n  00:30–01:00   50 %  without bo\n\n"
                                "Times in Europe/Berlin.\n")
        body = self.sent("/v1/find-times")
        self.assertEqual((body["duration_minutes"], body["within_working_hours"], body["attendees"]),
                         (90, False, [{"user_id": ADA}, {"user_id": BO}]))

    def test_a_zone_that_this_machine_does_not_know(self):
        self.expect(0, "find-time", "ada", "--duration", "30m", "--time-zone", "Mars/Base", *WINDOW,
                    out="  08:30–09:00  100 %\n\nMonday, 23 November 2026\n  23:30 → 2026-11-24 00:00   50 %  without " + BO +
                        "\n\nTimes in UTC: this machine does not know Mars/Base.\n")

    def test_the_rows_themselves_are_shown_so_too(self):
        busy = ("freebusy", "query", *WINDOW)
        self.expect(0, *busy, "--subject", f"user_id={BO}", out=f"{BO}\n  free\n")
        self.expect(0, *busy, "--subject", f"user_id={BO}", out="\nTimes in UTC.\n")
        self.expect(0, *busy, "--subject", f"user_id={BO}", "--time-zone", "Asia/Tokyo", out="\nTimes in Asia/Tokyo.\n")
        text = json.dumps({"from": WINDOW[1], "to": WINDOW[3], "subjects": [{"user_id": BO}], "time_zone": "Asia/Tokyo"})
        self.expect(0, "freebusy", "query", "--json", "-", text=text, out="\nTimes in Asia/Tokyo.\n")
        self.answers[("POST", "/v1/find-times")] = (200, {"slots": [], "empty_reason": "outside_hours"})
        self.expect(0, "times", "find", *WINDOW, "--duration-minutes", "5", "--attendee", "user_id=me",
                    out="no time: it lies outside working hours")

    def test_nobody_is_taken_for_somebody_else(self):
        self.expect(1, "free", "ad", err='nobody is called "ad"; near: ada, adam')
        self.expect(1, "free", "Sam Smith", err='"Sam Smith" are several: bo, adam; give the username')
        self.expect(1, "free", "ada", "zoe", err='nobody is called "zoe"')
        self.expect(1, "free", "zoe@example.com", err="only administrators")
        self.assertNotIn("/v1/free-busy", [path for _, path, *_ in self.server.requests])

    def test_what_is_missing_or_wrong_is_named(self):
        self.expect(2, "free", err="WHO is missing")
        self.expect(2, "find-time", "ada", err="--duration is missing")
        self.expect(2, "find-time", "ada", "--duration", "30x", err="like 30m")
        self.expect(2, "free", "ada", "--duration", "30m", err="no flag --duration")
        self.expect(2, "free", "ada", "--subject", "user_id=me", err="no flag --subject")
        self.expect(2, "free", "ada", "--json", "-", err="--json does not apply")
        self.expect(2, "free", *["ada"] * 51, err="too many people")
        self.expect(1, "free", "ada", "--from", "tomorrow", err="/from")
        self.assertEqual([path for method, path, *_ in self.server.requests if method == "POST"], [])

    def test_refusals_keep_their_exit_status(self):
        self.answers[("POST", "/v1/free-busy")] = (403, {"status": 403, "code": "missing_scope", "title": "No"})
        self.expect(5, "free", "ada", *WINDOW)
        self.answers[("GET", "/v1/users/me")] = (401, {"status": 401, "code": "unauthenticated", "title": "Who"})
        self.expect(5, "free", "ada", *WINDOW)

    def test_help_code_and_completion_know_them(self):
        self.expect(0, "free", "--help", out="Stands for: calctl freebusy query")
        self.expect(0, "help", "find-time", out="--duration TIME")
        self.expect(0, "free", "ada", "--code", "c", *WINDOW, out="libapi_freebusy_query(")
        self.expect(0, "completion", "bash", out="find-time) words=\"--duration")
        self.expect(0, "man", out=".SS calctl find\\-time WHO")
