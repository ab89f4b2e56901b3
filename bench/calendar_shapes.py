"""calendar_shapes.py: the four questions, as requests to the server and as the bare query for their candidates.

The bare query is the plain SELECT of ids that the GiST index events_span answers, for the calendars and the window
of the question: no roles, no order, no columns, no expansion. What the server costs beyond it is what is
promised to the client."""
import dataclasses
import datetime
import random
import urllib.parse

MIDDLE = datetime.datetime(2026, 6, 1)
BEFORE_AFTER = 180  # days: a window begins at most so far from the middle
TEAM = 50

# One calendar of the team, or the first N people's; :team, :one, :day come from pgbench.
BARE = """\\set team random(0, {teams} - 1)
\\set one random(1, 50)
\\set day random(-{days}, {days})
SELECT e.calendar_id, e.id FROM unnest((SELECT t.calendar_ids[{slice}] FROM bench.team t WHERE t.team = :team)) c (id)
CROSS JOIN LATERAL (SELECT e.calendar_id, e.id FROM events e
	WHERE e.calendar_id = c.id AND e.deleted_at IS NULL AND e.span && tstzrange(
		timestamptz '2026-06-01Z' + :day * interval '1 day',
		timestamptz '2026-06-01Z' + (:day + {length}) * interval '1 day') OFFSET 0) e;
"""


def instant(at):
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclasses.dataclass
class Shape:
    name: str
    title: str
    days: int
    slice: str  # of the team's calendars, in the bare query
    request: callable  # (world, team, from, to) -> method, path, body

    def bare(self, world):
        return BARE.format(teams=world.teams, days=BEFORE_AFTER, slice=self.slice, length=self.days)

    def ask(self, world, rng):
        """A question on a random team and window, as Client.ask takes it."""
        team = rng.randrange(world.teams)
        first = MIDDLE + datetime.timedelta(days=rng.randint(-BEFORE_AFTER, BEFORE_AFTER))
        window = {"from": instant(first), "to": instant(first + datetime.timedelta(days=self.days))}
        method, path, body = self.request(world, team * TEAM, window, rng)
        return method, path, world.lead_keys[team], body


def one_calendar(world, base, window, rng):
    query = urllib.parse.urlencode({**window, "expand": "occurrences", "limit": 200})
    return "GET", f"/v1/calendars/{world.calendars[base + rng.randrange(TEAM)]}/events?{query}", None


def agenda(world, base, window, _):
    query = urllib.parse.urlencode({**window, "limit": 200, "calendar_ids": ",".join(world.calendars[base:base + TEAM])})
    return "GET", f"/v1/agenda?{query}", None


def free_busy(world, base, window, _):
    return "POST", "/v1/free-busy", {**window, "subjects": [{"user_id": each} for each in world.users[base:base + TEAM]]}


def find_times(world, base, window, _):
    people = [{"user_id": each} for each in world.users[base:base + 8]]
    return "POST", "/v1/find-times", {**window, "attendees": people, "duration_minutes": 30}


SHAPES = (Shape("list", "one calendar, 7 days", 7, ":one::int:(:one::int)", one_calendar),
          Shape("agenda", "agenda of 50 calendars, 14 days", 14, "1:50", agenda),
          Shape("freebusy", "free/busy of 50 people, 14 days", 14, "1:50", free_busy),
          Shape("times", "times for 8 people, 14 days", 14, "1:8", find_times))


def randomness(seed):
    return random.Random(seed)
