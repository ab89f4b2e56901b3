#!/usr/bin/env python3
"""scale.py BUILD [AXIS…]: what a request costs as work grows, along one axis at a time while the others stand:

    connections   1, 10, 100, 1,000, 5,000 clients that read one event after the other
    events        10,000 … 3,162,000 in the database (calendar_fill.sql; kept for the next run)
    loops         1 to 4

Of each point the time of a request (p50, p99), CPU of the server and of PostgreSQL a request, and the server's RSS.
What to compare are ratios to the first point of the axis. BENCH_CONNECTIONS, BENCH_EVENTS, BENCH_LOOPS (commas),
BENCH_SECONDS (5), BENCH_ROUNDS (3)."""
import contextlib
import os
import pathlib
import statistics
import sys
import tempfile

import calendar_fill
from calendar_world import World, postmaster, running
from kept import Kept
from machine import cpu_seconds, rss_mib
from wrk import wrk

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
SECONDS = int(os.environ.get("BENCH_SECONDS", "5"))
EVENTS_A_PERSON, TEAM = 210, 50  # of calendar_fill.sql


def numbers(name, default):
    return [int(each) for each in os.environ.get(f"BENCH_{name}", default).split(",")]


AXES = {
    "connections": numbers("CONNECTIONS", "1,10,100,1000,5000"),
    "events": numbers("EVENTS", "10000,100000,1000000,3162000"),
    "loops": numbers("LOOPS", "1,2,3,4"),
}
USUAL = {"connections": 64, "events": AXES["events"][min(1, len(AXES["events"]) - 1)], "loops": 2}
# As they are, the queue and its age refuse what 5,000 clients ask for at once.
PATIENCE = {"API_QUEUE": "10000", "API_QUEUE_AGE": "1m", "API_REQUEST_DEADLINE": "1m"}
COLUMNS = (("p50_ms", "ms"), ("p99_ms", "ms"), ("server_us", "µs of CPU"), ("database_us", "µs of CPU"), ("rss_mib", "MiB"),
           ("rate", "requests/s"))

READ_ANY = """
local paths = {%s}
local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", paths[n %% #paths + 1])
end
"""


def people_of(events):
    """Whole teams, the nearest number of them."""
    return max(1, round(events / EVENTS_A_PERSON / TEAM)) * TEAM


def paths_of(world):
    """Events of the first team, which its lead may read."""
    rows = calendar_fill.ask(world.url, "SELECT e.calendar_id, e.id FROM events e JOIN bench.person p USING (calendar_id)"
                             " WHERE p.team = 0 AND e.deleted_at IS NULL ORDER BY e.id LIMIT 500").splitlines()
    return [f"/v1/calendars/{calendar}/events/{event}" for calendar, event in (row.split("|") for row in rows)]


def measure(world, script, clients, database):
    """One round: the columns' values."""
    server, before = cpu_seconds(world.pid), cpu_seconds(database, True)
    run = wrk(f"http://127.0.0.1:{world.port}", script, clients, SECONDS, world.lead_keys[0])
    us = 1e6 / run.count
    return {"p50_ms": run.p50_ms, "p99_ms": run.p99_ms, "server_us": (cpu_seconds(world.pid) - server) * us,
            "database_us": (cpu_seconds(database, True) - before) * us, "rss_mib": rss_mib(world.pid), "rate": run.rate}


def point(build, admin_url, at, database):
    """All rounds of one point: column → values."""
    people = people_of(at["events"])
    world = World(build, admin_url, f"scale_{people}", people)
    with world.served(API_LOOPS=str(at["loops"]), **PATIENCE), tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(READ_ANY % ",".join(f'"{path}"' for path in paths_of(world)))
        script.flush()
        wrk(f"http://127.0.0.1:{world.port}", script.name, at["connections"], max(3, SECONDS), world.lead_keys[0])  # plans, caches
        rounds = [measure(world, script.name, at["connections"], database) for _ in range(ROUNDS)]
    return {name: [each[name] for each in rounds] for name, _ in COLUMNS}


def tell(axis, value, found, first):
    cells = (f"{statistics.median(found[name]):9.2f} {statistics.median(found[name]) / statistics.median(first[name]):5.2f}×"
             for name, _ in COLUMNS)
    print(f"{axis} {value:>9,}  " + "  ".join(cells), flush=True)


def along(axis, build, admin_url, kept, database):
    print("\n" + " " * (len(axis) + 12) + "  ".join(f"{name:>16s}" for name, _ in COLUMNS))
    first = None
    for value in AXES[axis]:
        found = point(build, admin_url, {**USUAL, axis: value}, database)
        first = first or found
        tell(axis, value, found, first)
        for name, unit in COLUMNS:
            kept.add(name, found[name], unit, axis=axis, x=value)


def main():
    build, wanted = pathlib.Path(sys.argv[1]).absolute(), sys.argv[2:] or list(AXES)
    unknown = set(wanted) - set(AXES)
    if unknown:
        sys.exit(f"scale: no axis {', '.join(sorted(unknown))}; there are {', '.join(AXES)}")
    with contextlib.ExitStack() as stack:
        admin_url = stack.enter_context(running())
        kept = Kept("scale")
        for axis in wanted:
            along(axis, build, admin_url, kept, postmaster())


main()
