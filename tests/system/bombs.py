#!/usr/bin/env python3
"""Rules made to be expensive, 16 clients at a time, through every operation that expands: each request ends with a
result or rrule_too_complex, and no turn of a loop takes more than 5 ms of CPU. bombs.py [ROUNDS]

What counts is CPU time, the loop's own doing: on a busy machine the clock also counts what others did. What a shared
core adds to it now and then (a cold cache, a neighbour on the same core) does not come back when the same is asked
again; what the loop does itself does: so all is asked up to three times, until a pass has no long turn. The server's log
says what a long turn was about ("a long turn of a loop"), and a test that fails prints it."""
import concurrent.futures
import json
import os
import re
import sys
import urllib.request

from bomb_field import NEVER, Field
from wire import KEY, Checks, request

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 1
PASSES = 3
LIMIT = "0.005"
check = Checks()


def turns(name="api_loop_turn_cpu_seconds"):
    """How many turns there were, and how many of them took longer than the limit."""
    with urllib.request.urlopen(os.environ["ADMIN_URL"] + "/metrics", timeout=60) as page:
        text = page.read().decode()
    count = int(re.search(rf"^{name}_count (\d+)$", text, re.M).group(1))
    return count, count - int(re.search(rf'^{name}_bucket{{le="{LIMIT}"}} (\d+)$', text, re.M).group(1))


def ends_well(method, path, body, key):
    """A result; or the words that a rule is too much. A slot that is none may be found out either way."""
    answer = request(method, path, body, key=key or KEY, timeout=120)
    fine = answer.status in (200, 201, 204) or answer.code == "rrule_too_complex" or (
        answer.code == "not_an_occurrence" and NEVER in path + json.dumps(body))
    check.that(fine, f"{method} {path[:200]} {json.dumps(body)[:300]} -> {answer}")
    return f"{answer.status} {answer.code or ''}"


def ask_all(field, ends):
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        for _ in range(ROUNDS):
            for end in pool.map(lambda each: ends_well(*each), field.all()):
                ends[end] = ends.get(end, 0) + 1


def main():
    field = Field()
    for rule, answer in field.refused:
        check.that(answer.code == "rrule_too_complex", f"{rule} -> {answer}")
    print(f"{len(field.events)} series laid out, {len(field.refused)} refused as too complex")
    ends, slow = {}, 0
    for number in range(1, PASSES + 1):
        before = turns()
        ask_all(field, ends)
        count, slow = (now - then for now, then in zip(turns(), before))
        print(f"pass {number}: {count} turns, {slow} of them with more than {LIMIT} s of CPU")
        if slow == 0:
            break
    print("answers:", ", ".join(f"{count} × {end}" for end, count in sorted(ends.items())))
    check.that("422 rrule_too_complex" in ends, "no rule was too complex: these are no bombs")
    check.that(slow == 0, "long turns in every pass:\n" + "".join(
        line for line in open(os.environ["SERVER_LOG"], encoding="utf-8") if "a long turn" in line)[-4000:])
    check.done()


main()
