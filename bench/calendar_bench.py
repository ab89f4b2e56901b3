#!/usr/bin/env python3
"""calendar_bench.py BUILD [SHAPE…]: what questions over time cost in a calendar of 2,000,000 events and 100,000 series
in 10,000 calendars (calendar_fill.sql), and in a tenth of it, of the same density.

SHAPEs: list agenda freebusy times. In every round each is put to both servers and, as the bare query for its
candidates, to pgbench (calendar_shapes.py); printed are medians of ROUNDS rounds. The databases stay for the next run
(./dev clean drops them). BENCH_CALENDARS (500 or more, 10,000), BENCH_REQUESTS (200 a round), BENCH_ROUNDS (5)."""
import os
import pathlib
import sys

import calendar_candidate
import calendar_fill
import calendar_report
from calendar_client import Client
from calendar_shapes import SHAPES, randomness
from calendar_world import worlds

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
REQUESTS = int(os.environ.get("BENCH_REQUESTS", "200"))
PEOPLE = int(os.environ.get("BENCH_CALENDARS", "10000"))


def tell_world(world):
    took = "kept from an earlier run" if world.filled_s is None else f"filled in {world.filled_s:.0f} s"
    print(f"{world.name}: {world.people:,} calendars, {world.people * 200:,} single events, {world.people * 10:,} series;"
          f" {took}", flush=True)


def ask_all(client, shape, world, seed, count):
    """Sorted milliseconds of `count` questions, and the mean size of an answer."""
    rng, times, size = randomness(seed), [], 0
    for _ in range(count):
        took, answer = client.ask(*shape.ask(world, rng))
        times.append(took)
        size += len(answer)
    return sorted(times), size / count


def measure(shapes, sizes):
    """(shape, world) -> Rounds."""
    clients = {world.name: Client(world.port) for world in sizes}
    found = {(shape.name, world.name): calendar_report.Rounds() for shape in shapes for world in sizes}
    for shape in shapes:
        for world in sizes:
            ask_all(clients[world.name], shape, world, 1000, REQUESTS // 4)  # plans, caches
    for number in range(ROUNDS):
        for shape in shapes:
            for world in sizes:
                times, size = ask_all(clients[world.name], shape, world, number, REQUESTS)
                bare = calendar_candidate.latencies(world.url, shape.bare(world), REQUESTS)
                found[shape.name, world.name].add(times, bare, size)
    for client in clients.values():
        client.close()
    return found


def report(shapes, sizes, found):
    """How many limits were missed."""
    calendar_report.header()
    for world in sizes:
        for shape in shapes:
            print(f"{world.name + ': ' + shape.title:42s} {found[shape.name, world.name].row()}")
    print("\np50 in the whole / in the tenth")
    kept = [calendar_report.growth(shape.title, *(found[shape.name, world.name] for world in sizes)) for shape in shapes]
    print(f"\n{len(kept)} limits, {kept.count(False)} missed")
    return kept.count(False)


def main():
    build, names = pathlib.Path(sys.argv[1]).absolute(), sys.argv[2:]
    unknown = set(names) - {shape.name for shape in SHAPES}
    if unknown or PEOPLE < 500 or PEOPLE % 500:
        sys.exit(f"calendar: no shape {', '.join(sorted(unknown))}" if unknown else
                 f"calendar: BENCH_CALENDARS is {PEOPLE}; a multiple of 500, so that a tenth is whole teams")
    shapes = [shape for shape in SHAPES if not names or shape.name in names]
    with worlds(build, PEOPLE) as sizes:
        for world in sizes:
            tell_world(world)
        print("\n".join(calendar_fill.sizes(sizes[1].url)))
        found = measure(shapes, sizes)
        missed = report(shapes, sizes, found)
    sys.exit(1 if missed else 0)


main()
