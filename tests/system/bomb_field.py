"""bomb_field.py: series whose rules are made to be expensive, and the requests that ask for them in every way."""
import itertools
import random

from wire import EVENT, make_calendar, make_user, request

MINUTES = ",".join(map(str, range(60)))
HOURS = ",".join(map(str, range(24)))
WEEK = "MO,TU,WE,TH,FR,SA,SU"
# rule, start: never, once in a lifetime, far away, very often, a needle in a large group
BOMBS = [
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "1900-01-01T10:00:00"),
    ("FREQ=YEARLY;BYWEEKNO=53;BYMONTH=7", "1900-01-01T10:00:00"),
    ("FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2;COUNT=10000", "1900-01-01T10:00:00"),
    ("FREQ=DAILY;INTERVAL=7;BYDAY=TU", "1900-01-01T10:00:00"),
    ("FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", "1900-01-01T10:00:00"),
    ("FREQ=HOURLY;INTERVAL=24;BYHOUR=11", "1900-01-01T10:00:00"),
    ("FREQ=HOURLY;INTERVAL=997;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;BYHOUR=3;COUNT=10000", "1900-01-01T03:00:00"),
    ("FREQ=HOURLY", "1926-01-01T10:00:00"),
    ("FREQ=HOURLY;COUNT=10000;BYMONTH=1;BYMONTHDAY=1", "1926-01-01T10:00:00"),
    ("FREQ=DAILY;COUNT=10000;BYDAY=MO;BYMONTHDAY=13", "1900-01-01T10:00:00"),
    ("FREQ=WEEKLY;COUNT=10000;BYDAY=" + WEEK + ";BYSETPOS=-1", "1926-01-01T10:00:00"),
    ("FREQ=YEARLY;COUNT=10000;BYDAY=" + WEEK + f";BYHOUR={HOURS};BYMINUTE={MINUTES};BYSETPOS=366,-366",
     "1926-01-01T10:00:00"),
    (f"FREQ=DAILY;COUNT=10000;BYHOUR={HOURS};BYMINUTE={MINUTES};BYSETPOS=1,366,-1", "2026-01-01T10:00:00"),
    (f"FREQ=DAILY;BYHOUR={HOURS};BYMINUTE={MINUTES}", "2026-01-01T10:00:00"),
    ("FREQ=HOURLY;BYMINUTE=" + ",".join(map(str, range(0, 60, 2))), "2026-01-01T10:00:00"),
    ("FREQ=HOURLY;COUNT=10000;BYMINUTE=" + ",".join(map(str, range(1, 60, 2))), "2026-01-01T10:00:00"),
    ("FREQ=YEARLY;BYYEARDAY=366;BYDAY=MO;COUNT=10000", "1900-01-01T10:00:00"),
    ("FREQ=MONTHLY;BYDAY=5FR;BYSETPOS=-366", "1900-01-01T10:00:00"),
]
WIDE = '"\\\t' * 2000  # each of these takes two bytes in JSON
WINDOW = "from=2026-01-01T00:00:00Z&to=2027-02-01T00:00:00Z"
FREE = {"from": "2026-03-01T00:00:00Z", "to": "2026-06-01T00:00:00Z"}
NEVER = "21500101T100007"  # a slot that no rule has


def times(start):
    """One minute long, so that many of them stay apart."""
    return {"start_time": start, "end_time": start[:-5] + "01:00"}


def series(rule, start, **more):
    return {**times(start), "title": "Bomb", "time_zone": "Europe/Berlin", "recurrence": {"rrule": rule}, **more}


def dated(rule, start):
    """The same with as many dates as may be."""
    slots = [f"2026{month:02d}{day:02d}T{hour:02d}0000" for month in range(1, 13) for day in range(1, 29)
             for hour in (10, 11, 12, 13)]
    body = series(rule, start)
    body["recurrence"].update(rdates=slots[1:257], exdates=slots[257:257 + 1024])
    return body


class Field:
    """50 calendars full of bombs, five of each user; one more with wide events."""

    def __init__(self, each=len(BOMBS), calendars=50):
        self.users = [make_user(f"bomber-{random.randrange(1 << 40)}") for _ in range(10)]
        self.keys = [each["api_key"] for each in self.users]
        self.calendars, self.events, self.refused = [], [], []
        for n in range(calendars):
            key = self.keys[n % len(self.keys)]
            calendar = make_calendar(key=key, public_read=True)["id"]
            self.calendars.append(calendar)
            for rule, start in (BOMBS[(n + m) % len(BOMBS)] for m in range(each)):
                self.add(calendar, key, series(rule, start))
        self.wide = make_calendar(public_read=True)["id"]
        self.wide_series = request("POST", f"/v1/calendars/{self.wide}/events",
                                   series("FREQ=HOURLY", "2026-01-01T10:00:00", description=WIDE)).json()["id"]
        for _ in range(200):
            request("POST", f"/v1/calendars/{self.wide}/events", {**EVENT, "description": WIDE})

    def add(self, calendar, key, body):
        answer = request("POST", f"/v1/calendars/{calendar}/events", body, key=key)
        if answer.status == 201:
            self.events.append((calendar, key, answer.json()["id"], body["recurrence"]["rrule"]))
        else:
            self.refused.append((body["recurrence"]["rrule"], answer))

    def reads(self):
        """method, path, body, key"""
        everywhere = {"subjects": [{"calendar_id": each} for each in self.calendars], **FREE}
        people = {"attendees": [{"user_id": each["id"]} for each in self.users], "duration_minutes": 30,
                  "step_minutes": 5, "max_results": 100, **FREE}
        yield "GET", f"/v1/agenda?calendar_ids={','.join(self.calendars)}&{WINDOW}&limit=200", None, self.keys[0]
        yield "POST", "/v1/free-busy", everywhere, self.keys[0]
        yield "POST", "/v1/free-busy", {"subjects": [{"user_id": each["id"]} for each in self.users], **FREE}, None
        yield "POST", "/v1/find-times", people, None
        yield "GET", f"/v1/calendars/{self.wide}/events?limit=200", None, None
        yield "GET", f"/v1/calendars/{self.wide}/events?expand=occurrences&limit=200&{WINDOW}", None, None
        yield "GET", f"/v1/calendars/{self.wide}/events/{self.wide_series}/instances?limit=1000&{WINDOW}", None, None
        for calendar in self.calendars[:10]:
            yield "GET", f"/v1/calendars/{calendar}/events?expand=occurrences&limit=200&{WINDOW}", None, self.keys[0]
        for calendar, key, event, _ in self.events[:3 * len(BOMBS)]:
            base = f"/v1/calendars/{calendar}/events/{event}/instances"
            yield "GET", f"{base}?limit=1000&{WINDOW}", None, key
            yield "GET", f"{base}?limit=1000&from=2149-12-01T00:00:00Z&to=2150-12-01T00:00:00Z", None, key
            yield "GET", f"{base}/{NEVER}", None, key

    def writes(self):
        for number, (calendar, key, event, rule) in enumerate(self.events[:3 * len(BOMBS)]):
            base = f"/v1/calendars/{calendar}/events"
            other, start = BOMBS[number * 7 % len(BOMBS)]
            yield "POST", base, series(other, start), key
            yield "POST", base, dated(other, start), key
            yield "PATCH", f"{base}/{event}", {"recurrence": {"rrule": rule + ";WKST=SU"}}, key
            yield "PATCH", f"{base}/{event}/instances/{NEVER}", {"title": "x"}, key
            yield "DELETE", f"{base}/{event}/instances/{NEVER}", None, key
            yield "POST", f"{base}/{event}/split", {"recurrence_id": NEVER}, key

    def all(self):
        """Reads and writes in turns, so that they meet."""
        for pair in itertools.zip_longest(self.reads(), self.writes()):
            yield from filter(None, pair)
