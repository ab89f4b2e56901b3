"""rrule_dateutil.py: the same work by python-dateutil; rules from standard input, a line each, answers as
rrule_rules.h says. dateutil cannot jump: it walks the fifty years, so it is asked to only once."""
import datetime
import itertools
import sys
import time
import zoneinfo

from dateutil.rrule import rrulestr

ZONE = zoneinfo.ZoneInfo("America/New_York")
START = datetime.datetime(2001, 1, 1, 9, tzinfo=ZONE)
FIFTY_YEARS_ON_S = 2556205200
WALKS, JUMPS, CHECKED = 500, 1, 90


def walk(rule):
    """(ns an occurrence, the sum of the first instants after the start)"""
    began, instants = time.process_time_ns(), []
    while len(instants) < WALKS:
        before = len(instants)
        instants += [int(at.timestamp()) for at in itertools.islice(rule, WALKS - before)]
        if len(instants) == before:
            return 0, 0  # nothing until the year 9999: the sums tell
    took = (time.process_time_ns() - began) / len(instants)
    later = [at for at in instants if at != int(START.timestamp())]
    return took, sum(later[:CHECKED])


def jump(rule):
    found = 0
    began = time.process_time_ns()
    for day in range(JUMPS):
        at = rule.after(datetime.datetime.fromtimestamp(FIFTY_YEARS_ON_S + day * 86400, ZONE), inc=True)
        found += int(at.timestamp()) if at else 0
    return (time.process_time_ns() - began) / JUMPS, found


for text in sys.stdin.read().split():
    # Not cached: the second walk would read a list.
    asked = rrulestr(text, dtstart=START, cache=False)
    walk_ns, walked = walk(asked)
    jump_ns, jumped = jump(asked) if walked else (0, 0)
    print(text, f"{walk_ns:.1f}", f"{jump_ns:.1f}", walked, jumped, 0, sep="\t", flush=True)
