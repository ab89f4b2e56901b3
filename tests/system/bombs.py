#!/usr/bin/env python3
"""Rules made to be expensive, 16 clients at a time, through every operation that expands: each request ends with a
result or rrule_too_complex, and no turn of a loop takes more than 5 ms of CPU. bombs.py [ROUNDS]

All is asked up to three times, until a pass has no long turn (turns.py says why)."""
import concurrent.futures
import json
import sys

from bomb_field import NEVER, Field
from turns import LIMIT, PASSES, long_turn_lines, turns
from wire import KEY, Checks, request

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 1
check = Checks()


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
    check.that(slow == 0, f"long turns in every pass:\n{long_turn_lines()}")
    check.done()


main()
