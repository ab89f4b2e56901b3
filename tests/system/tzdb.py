#!/usr/bin/env python3
"""The time zone database changes: Europe/Berlin goes to UTC+2 for good in 2030. Wall times stay, what is stored in UTC
follows, once, also when the server is killed at it; and never back to an older database."""
import http.client
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse
import wire
from waiting import until
from wire import Checks, make_calendar, make_event, request, sql

check = Checks()
work = tempfile.TemporaryDirectory()
SYSTEM = pathlib.Path("/usr/share/zoneinfo/tzdata.zi")


def tree(name, version, change=lambda text: text):
    """A zoneinfo folder, compiled from the system's source with a change."""
    folder = pathlib.Path(work.name, name)
    folder.mkdir()
    text = re.sub(r"\A# version \S+", f"# version {version}", change(SYSTEM.read_text(encoding="utf-8")))
    source = folder / "tzdata.zi"
    source.write_text(text, encoding="utf-8")
    subprocess.run(["/usr/sbin/zic", "-b", "fat", "-d", folder, source], check=True, stderr=subprocess.DEVNULL)
    return folder


def to_the_east(text):
    berlin = re.search(r"^Z Europe/Berlin .*\n(?:[^ZLR].*\n)*", text, re.MULTILINE).group()
    changed = re.sub(r"^1 E CE%sT\n", "1 E CE%sT 2030\n2 - EET\n", berlin, flags=re.MULTILINE)
    assert changed != berlin, berlin
    return text.replace(berlin, changed)


class Server:
    """A second one over the same database, with zones of its own."""

    def __init__(self, zones):
        with socket.socket() as one, socket.socket() as two:
            one.bind(("127.0.0.1", 0))
            two.bind(("127.0.0.1", 0))
            self.port, admin = one.getsockname()[1], two.getsockname()[1]
        self.log = open(pathlib.Path(work.name, f"log-{self.port}"), "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [os.environ["SERVER_PROGRAM"], "serve"], stdout=self.log, stderr=self.log,
            env={**os.environ, "TZDIR": str(zones), "API_LISTEN": f"127.0.0.1:{self.port}", "API_ADMIN_LISTEN": f"127.0.0.1:{admin}"})

    def wait(self, condition, what):
        check.that(until(condition), f"in time: {what}; {pathlib.Path(self.log.name).read_text(encoding='utf-8')[-800:]}")

    def said(self, text):
        return pathlib.Path(self.log.name).read_text(encoding="utf-8").count(text)

    def finished(self):
        return self.said("stored times follow the time zone database\"")

    def ready(self):
        try:
            link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
            link.request("GET", "/readyz")
            return link.getresponse().status == 200
        except OSError:
            return False

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        status = self.process.wait(60)
        check.that(how != signal.SIGTERM or status == 0, f"ends with {status}")


def stored(event):
    row = sql(f"SELECT json_build_object('start', start_utc, 'end', end_utc, 'last', upper(span), 'first', lower(span), "
              f"'seq', seq, 'version', version, 'local', start_local) FROM events WHERE id = '{event}'")
    return json.loads(row)


def hours(before, after, key):
    at = [sql(f"SELECT extract(epoch FROM timestamptz '{each[key]}')::bigint") for each in (before, after)]
    return (int(at[1]) - int(at[0])) / 3600


def seq(calendar):
    return int(sql(f"SELECT seq FROM calendars WHERE id = '{calendar}'"))


def timed(day, **more):
    return {"title": day, "start_time": f"{day}T09:00:00", "end_time": f"{day}T10:00:00", **more}


same, changed = tree("same", "2097a"), tree("changed", "2098a", to_the_east)
C = make_calendar()["id"]
quiet = make_calendar()["id"]
single = make_event(C, **timed("2031-01-15"))["id"]
summer = make_event(quiet, **timed("2031-07-15"))["id"]
elsewhere = make_event(quiet, **timed("2031-01-15", time_zone="Asia/Tokyo"))["id"]
past = make_event(quiet, **timed("2020-01-15"))["id"]
day = make_event(quiet, title="day", start_time=None, end_time=None, start_date="2031-01-15", end_date="2031-01-16")["id"]
floating = make_event(quiet, **timed("2031-01-15", floating=True))["id"]
series = make_event(C, **timed("2029-01-15", recurrence={"rrule": "FREQ=WEEKLY;COUNT=105"}))["id"]
endless = make_event(C, **timed("2029-01-15", recurrence={"rrule": "FREQ=DAILY"}))["id"]


def patch(slot, body):
    answer = request("PATCH", f"/v1/calendars/{C}/events/{series}/instances/{slot}", body)
    check.that(answer.status == 200, answer)
    return sql(f"SELECT id FROM events WHERE series_id = '{series}' AND recurrence_id = '{slot}'")


titled = patch("20301209T090000", {"title": "follows its series"})
moved = patch("20301216T090000", {"start_time": "2030-12-16T11:00:00", "end_time": "2030-12-16T12:00:00"})
abroad = patch("20301223T090000", {"time_zone": "America/New_York", "start_time": "2030-12-23T05:00:00-05:00", "end_time": "2030-12-23T06:00:00-05:00"})
EVENTS = {"single": single, "summer": summer, "elsewhere": elsewhere, "past": past, "day": day, "floating": floating,
          "series": series, "endless": endless, "titled": titled, "moved": moved, "abroad": abroad}

# ---- a newer database with the same rules changes nothing --------------------------------------------------
before, seqs = {name: stored(event) for name, event in EVENTS.items()}, (seq(C), seq(quiet))
server = Server(same)
server.wait(lambda: server.finished() == 1, "the same rules")
server.end()
check.that({name: stored(event) for name, event in EVENTS.items()} == before, "nothing changed")
check.that((seq(C), seq(quiet)) == seqs, "and no mirror was woken")
check.that(sql("SELECT version FROM zone_refresh") == "2097a", "the version is remembered")

# ---- Berlin moves east -------------------------------------------------------------------------------------
sql("DELETE FROM time_zones WHERE name = 'Asia/Tokyo'")
server = Server(changed)
server.wait(lambda: server.finished() == 1, "new rules")
after = {name: stored(event) for name, event in EVENTS.items()}
for name, shift in {"single": -1, "summer": 0, "elsewhere": 0, "past": 0, "day": 0, "floating": 0, "series": 0,
                    "endless": 0, "titled": -1, "moved": -1, "abroad": 0}.items():
    check.that((hours(before[name], after[name], "start"), hours(before[name], after[name], "end")) == (shift, shift), f"{name}: {before[name]} {after[name]}")
    check.that(after[name]["local"] == before[name]["local"], f"{name} keeps its wall time")
    check.that(after[name]["version"] == before[name]["version"], f"{name} was not edited")
check.that(hours(before["series"], after["series"], "last") == -1, "the last occurrence of a series ends earlier")
check.that(after["series"]["seq"] == after["single"]["seq"] == seq(C) == seqs[0] + 1, "one seq for what changed in one calendar")
check.that(after["endless"]["seq"] == before["endless"]["seq"] and seq(quiet) == seqs[1], "what did not change is not touched")
check.that(sql("SELECT count(*) FROM time_zones WHERE name = 'Asia/Tokyo'") == "1", "new names are known")
server.wait(server.ready, "the server is ready")
wire.URL = urllib.parse.urlsplit(f"http://127.0.0.1:{server.port}")
seen = request("GET", f"/v1/calendars/{C}/events/{single}").json()
check.that(seen["start_time"] == "2031-01-15T09:00:00+02:00", seen["start_time"])
hour = request("GET", f"/v1/calendars/{C}/events?from=2031-01-15T07:00:00Z&to=2031-01-15T07:30:00Z&expand=occurrences").json()["items"]
check.that([item["start_time"] for item in hour] == ["2031-01-15T09:00:00+02:00"] * 2, "singles and series agree on the hour")
wire.URL = urllib.parse.urlsplit(os.environ["LIBAPI_URL"])
server.end()

# ---- an older database does not turn it back ---------------------------------------------------------------
server = Server(same)
server.wait(server.ready, "an older one")
time.sleep(1)
server.end()
check.that(server.finished() == 0 and stored(single) == after["single"], "never back")

# ---- killed at it: what is left is done by the next one ----------------------------------------------------
many, last = make_calendar()["id"], make_calendar()["id"]  # in the order of the work, which `last` can be held up at
assert many < last
for calendar, events in ((many, 3000), (last, 1)):
    sql(f"""INSERT INTO events (id, calendar_id, uid, seq, title, is_all_day, floating, tzid, start_local, duration_s, start_utc,
      end_utc, span, status, visibility, transparency, body, creator_user_id, created_at, updated_at)
    SELECT gen_random_uuid(), '{calendar}', n::text, 0, 'n', false, false, 'Europe/Berlin', at, 3600, u, u + interval '1 hour',
      tstzrange(u, u + interval '1 hour'), 'confirmed', 'default', 'opaque', '{{}}', owner_user_id, now(), now()
    FROM calendars, generate_series(1, {events}) n, LATERAL (SELECT timestamp '2031-01-01 09:00' + n % 60 * interval '1 day') a (at),
      LATERAL (SELECT at AT TIME ZONE 'Europe/Berlin') b (u) WHERE id = '{calendar}'""")
newer = tree("newer", "2099a", to_the_east)
WRONG = (f"SELECT count(*) FROM events WHERE calendar_id IN ('{many}', '{last}') "
         "AND start_utc <> (start_local - interval '2 hours') AT TIME ZONE 'UTC'")
LOCKS = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"


def kill(server):
    server.end(signal.SIGKILL)
    while sql(LOCKS) != "0":
        time.sleep(0.02)  # until PostgreSQL has seen that nobody is there any more


holder = subprocess.Popen(["psql", "-qAtX", "-d", os.environ["DATABASE_URL"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
holder.stdin.write(f"BEGIN; SELECT 1 FROM calendars WHERE id = '{last}' FOR UPDATE;\n")
holder.stdin.flush()
holder.stdout.readline()
server = Server(newer)
server.wait(lambda: sql("SELECT calendar_id IS NOT NULL FROM zone_refresh") == "t", "the first batch")
kill(server)
server = Server(newer)
server.wait(lambda: server.said("in part"), "held up by a locked calendar")
kill(server)
check.that(sql("SELECT version FROM zone_refresh") == "2098a" and sql(WRONG) != "0", "not done yet")
holder.stdin.close()
holder.wait()
server = Server(newer)
server.wait(lambda: server.finished() == 1, "the rest")
server.end()
check.that(sql(WRONG) == "0", f"{sql(WRONG)} wrong")
check.that(sql("SELECT version FROM zone_refresh") == "2099a", "done")
check.that(sql(f"SELECT max(seq) <= {seq(many)} AND min(seq) > 0 FROM events WHERE calendar_id = '{many}'") == "t", "all below the calendar's seq")
work.cleanup()
check.done()
