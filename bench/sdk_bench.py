#!/usr/bin/env python3
"""sdk_bench.py BUILD TOOLS: the library beside what one would write without it, over plain HTTP/1.1 and over TLS with
HTTP/1.1 and HTTP/2 (sdk_fronts.py), all in one run, each figure a ratio of two that were measured in turns.

BENCH_CALLS calls a round (400), BENCH_ROUNDS rounds (35): short ones, so that both of a pair meet the same mood of the
machine. TOOLS: the folder of openapi-generator-cli."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(root / "tests/system"), str(root / "bench")]
import sdk_generated
from kept import Kept
from machine import Figures, spread
from sdk_fronts import Fronts
from wire import make_calendar, make_event

build, tools = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
CALLS, ROUNDS = os.environ.get("BENCH_CALLS", "400"), os.environ.get("BENCH_ROUNDS", "35")
figures = Figures(Kept("sdk"))
# shape → what its ratio of calls/s is called, and the least that is wanted
SHAPES = {"sync": ("sync calls/s / a reused libcurl handle with json-c", 0.9),
          "threads": ("calls/s of 8 threads on one client / on 8 such handles", 0.8),
          "async": ("calls/s with 64 in flight / sync", 3)}
# Of a connected client, by front: OpenSSL's part of it, and nghttp2's, are most of what is more.
CLIENT_KIB = {"HTTP/1.1": 64, "TLS, HTTP/1.1": 160, "TLS, HTTP/2": 192}


def run(command, environment):
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode != 0:
        raise RuntimeError(f"{command}: {done.stderr[-2000:]}")
    return done


def table(command, environment):
    return [[float(field) for field in line.split()] for line in run(command, environment).stdout.splitlines()]


def rates(name, limit, command, environment, where):
    rows = table(command, environment)
    for column, who in ((2, "ours"), (3, "theirs")):
        print(f"    {f'{where}: client CPU us a call, {who}':76s} {spread([row[column] for row in rows])}")
    figures.say(f"{where}: {name}", [row[0] / row[1] for row in rows], limit)


def instructions(function, at, environment, calls=300):
    """Instructions of one call of that function, libraries included: the same on any machine's day."""
    done = run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--toggle-collect={function}",
                build / "bench/sdk_shapes", "sync", *at, str(calls), "0"], environment)
    return int(re.search(r"Collected : (\d+)", done.stderr)[1]) / calls


def bench_front(where, at, environment):
    program = build / "bench/sdk_shapes"
    for shape, (name, limit) in SHAPES.items():
        rates(name, limit, [program, shape, *at, CALLS, ROUNDS], environment, where)
    ours, bare = (instructions(name, at, environment) for name in ("sdk_call", "bare_call"))
    print(f"    {f'{where}: instructions a call':76s} {ours:,.0f} and {bare:,.0f}")
    figures.say(f"{where}: instructions of a sync call / of that handle and json-c", [ours / bare], 1.15, at_least=False)
    memory = [table([program, "memory", *at, "1", "1"], environment)[0] for _ in range(3)]
    figures.say(f"{where}: KiB of a connected client", [row[0] / 1024 for row in memory], CLIENT_KIB[where], at_least=False)
    figures.say(f"{where}: KiB of a call in flight", [row[1] / 1024 for row in memory], 32, at_least=False)


def bench_generated(fronts, at, scratch):
    program, sources, refused = sdk_generated.build(tools, build / "generator/openapi.json", scratch, (build / "libapi").resolve())
    print(f"    openapi-generator's client: {refused} of its {sources} sources do not compile and were left out")
    for where, environment in fronts.all():
        rates("sync calls/s / openapi-generator's C client", 1, [program, *at, CALLS, ROUNDS], environment, where)


def bench_decode():
    rows = table([build / "bench/decode_vs_jsonc", "200", ROUNDS], None)
    figures.say("CPU of a page of 200 events into records / json-c's tree alone", [row[2] for row in rows], 1, at_least=False)


def main():
    calendar = make_calendar()["id"]
    at = (calendar, make_event(calendar)["id"])
    bench_decode()
    with tempfile.TemporaryDirectory(prefix="libapi-bench-") as scratch, Fronts(os.environ["LIBAPI_URL"], scratch) as fronts:
        for where, environment in fronts.all():
            bench_front(where, at, environment)
        bench_generated(fronts, at, scratch)
    return figures.finish()


sys.exit(main())
