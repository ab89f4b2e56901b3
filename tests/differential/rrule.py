#!/usr/bin/env python3
"""Random recurrence sets: server/domain/rrule against python-dateutil and zoneinfo (rrule_oracle.py).

    rrule.py DRIVER [--rules N] [--seed S]

DRIVER is the program built from rrule.c. Each set is expanded whole (up to a horizon that the oracle can reach) and
in random windows; its extent and, now and then, single occurrences by their slots are compared too. A difference is
printed with all it takes to repeat it; --seed S --rules N repeats a run.
"""
import argparse
import datetime
import functools
import os
import pathlib
import random
import subprocess
import sys
import time
import zoneinfo

# python-dateutil as scripts/requirements.txt pins it, not as the machine happens to have it.
VENV = pathlib.Path(__file__).resolve().parents[2] / ".dev/venv/bin/python"
if sys.prefix == sys.base_prefix and VENV.exists():
    os.execv(VENV, [str(VENV), *sys.argv])
try:
    import rrule_oracle as oracle
    from rrule_oracle import DAY, EPOCH, Case, seconds
except ImportError as missing:
    print(f"{missing.name} is not installed: ./dev test installs it under .dev/venv", file=sys.stderr)
    sys.exit(77)

ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia",
         "Asia/Kathmandu", "UTC"]
HORIZON_DAYS = {"HOURLY": 60, "DAILY": 500, "WEEKLY": 1500, "MONTHLY": 4000, "YEARLY": 8000}
MOST = 150  # slots of one set
MINUTE = datetime.timedelta(minutes=1)


@functools.cache
def changes(zone):
    """The days on which a clock changes."""
    info, found = zoneinfo.ZoneInfo(zone), []
    day = datetime.datetime(1995, 1, 1)
    while day.year < 2045:
        if day.replace(tzinfo=info).utcoffset() != (day + DAY).replace(tzinfo=info).utcoffset():
            found.append(day)
        day += DAY
    return found


def some(rng, low, high, most, ends=False):
    values = {rng.randint(low, high) * (rng.choice((1, 1, -1)) if ends else 1) for _ in range(rng.randint(1, most))}
    return rng.sample(sorted(values), len(values))


def byday(rng, freq, parts):
    numbered = freq in ("MONTHLY", "YEARLY") and "BYWEEKNO" not in parts and rng.random() < 0.6
    last = 5 if freq == "MONTHLY" or "BYMONTH" in parts else 53
    days = set()
    for _ in range(rng.randint(1, 4)):
        n = rng.randint(1, last) * rng.choice((1, -1)) if numbered and rng.random() < 0.7 else 0
        days.add((n, rng.randint(0, 6)))
    return rng.sample(sorted(days), len(days))


def hours(rng):
    # Clocks change at night.
    return sorted({rng.choice((0, 1, 2, 2, 3, rng.randint(0, 23))) for _ in range(rng.randint(1, 4))})


def by_parts(rng, freq, kind):
    parts, chance = {}, rng.choice((0.1, 0.25, 0.5))
    if rng.random() < chance:
        parts["BYMONTH"] = some(rng, 1, 12, 5)
    if freq == "YEARLY" and rng.random() < chance:
        parts["BYWEEKNO"] = rng.choice((some(rng, 1, 53, 4, True), some(rng, 1, 2, 2, True),
                                        [rng.choice((52, 53, -53))]))
    if freq in ("YEARLY", "HOURLY") and rng.random() < chance / 2:
        parts["BYYEARDAY"] = some(rng, 1, 366, 60 if freq == "HOURLY" else 30, True)
    if freq != "WEEKLY" and rng.random() < chance:
        parts["BYMONTHDAY"] = some(rng, 1, 31, 12, True)
    if rng.random() < max(chance, 0.4):
        parts["BYDAY"] = byday(rng, freq, parts)
    if kind != "a" and rng.random() < chance:
        parts["BYHOUR"] = hours(rng)
    if kind != "a" and rng.random() < chance:
        parts["BYMINUTE"] = some(rng, 0, 59, 3) if rng.random() < 0.5 else [0, 30]
    if parts and rng.random() < 0.3:
        parts["BYSETPOS"] = some(rng, 1, rng.choice((3, 10, 366)), 4, True)
    names = rng.sample(list(parts), len(parts))
    return {name: parts[name] for name in names}


def random_start(rng, zone, kind):
    if zone in ZONES[:5] and rng.random() < 0.7:
        day = rng.choice(changes(zone)) - rng.randint(0, rng.choice((2, 40, 400))) * DAY
    elif rng.random() < 0.8:
        day = datetime.datetime(1990, 1, 1) + rng.randint(0, 20000) * DAY
    else:
        day = datetime.datetime(1901, 1, 1) + rng.randint(0, 93000) * DAY
    if kind == "a":
        return day
    return day + rng.choice(hours(rng)) * 60 * MINUTE + rng.choice((0, 0, 30, rng.randint(0, 59))) * MINUTE + \
        datetime.timedelta(seconds=rng.choice((0, 0, 0, 59)))


def is_shown_twice(start, zone):
    info = zoneinfo.ZoneInfo(zone)
    first, second = (start.replace(tzinfo=info, fold=fold).utcoffset() for fold in (0, 1))
    return first > second


@functools.lru_cache(maxsize=100000)
def clock_skips(zone, slot):
    info, wall = zoneinfo.ZoneInfo(zone), EPOCH + datetime.timedelta(seconds=slot)
    there = wall.replace(tzinfo=info).astimezone(datetime.UTC)
    return there.astimezone(info).replace(tzinfo=None) != wall


def random_end(rng, case, horizon):
    draw = rng.random()
    if draw < 0.35:
        case.count = rng.choice((1, 2, rng.randint(1, 30), rng.randint(1, 400), 10000))
    elif draw < 0.7:
        case.until = case.start + rng.randint(-1, horizon.days) * DAY
        if case.kind == "a":
            return
        if rng.random() < 0.5:
            case.until += rng.randint(0, 86400) * datetime.timedelta(seconds=1)
        elif case.kind == "z":
            # On a slot, so that "inclusive" shows.
            offset = case.until.replace(tzinfo=zoneinfo.ZoneInfo(case.zone)).utcoffset()
            case.until -= datetime.timedelta(seconds=int(offset.total_seconds()))


def night_case(rng):
    """Many slots in the night of a change: gaps with more than one, overlaps, slots that fall on others."""
    zone = rng.choice(ZONES[:5])
    start = rng.choice(changes(zone)) + rng.choice((-2, -1, 0, 0, 0, 1)) * DAY + rng.randint(0, 3) * 60 * MINUTE
    case = Case(rng.choice(("DAILY", "HOURLY", "HOURLY")), start + rng.choice((0, 15, 30)) * MINUTE, "z", zone=zone)
    if case.freq == "DAILY" or rng.random() < 0.3:
        case.parts["BYHOUR"] = some(rng, 0, 4, 5)
    case.parts["BYMINUTE"] = [minute for minute in (0, 15, 30, 45) if rng.random() < 0.6] or [0]
    if rng.random() < 0.4:
        case.parts["BYSETPOS"] = some(rng, 1, 6, 4, True)
    return case


def random_case(rng):
    if rng.random() < 0.1:
        case = night_case(rng)
        case.second = is_shown_twice(case.start, case.zone) and rng.random() < 0.5
        return case
    freq = rng.choices(list(HORIZON_DAYS), (3, 4, 4, 5, 4))[0]
    zone = rng.choice(ZONES)
    kind = "f" if freq == "HOURLY" and rng.random() < 0.2 else rng.choice("affzzz") if freq != "HOURLY" else "z"
    case = Case(freq, random_start(rng, zone, kind), kind, zone=zone if kind == "z" else "-")
    case.parts = by_parts(rng, freq, kind)
    case.interval = rng.choice((1, 1, 1, 2, 3, rng.randint(1, 12), rng.choice((24, 100, 1000))))
    case.wkst = rng.choice((0, 0, 6, rng.randint(0, 6)))
    case.second = kind == "z" and is_shown_twice(case.start, zone) and rng.random() < 0.5
    if kind == "a":
        case.duration_s = 86400 * rng.choice((1, 1, 3, 30))
    else:
        case.duration_s = rng.choice((0, 60, 3600, 3600, 90000, 86400 * 20))
    return case


def add_dates(rng, case, slots, horizon):
    def near():
        slot = rng.choice(slots) if slots else case.start
        return slot + (rng.randint(-3, 3) * DAY if case.kind == "a" else rng.choice((0, 30, 60, 1440, -1440)) * MINUTE)

    last = case.start + horizon
    if rng.random() < 0.3:
        case.rdates = [day for day in (near() for _ in range(rng.randint(1, 5))) if day <= last]
    if rng.random() < 0.3:
        case.exdates = [near() for _ in range(rng.randint(1, 8))]
        case.exdates += [slot for slot in slots if rng.random() < 0.1]


def overlaps(start, end, window):
    return start < window[1] and (end > window[0] or start == end == window[0])


def question(case, windows):
    return "\t".join([
        case.text(), case.kind, case.zone, str(seconds(case.start)), str(int(case.second)),
        ",".join(str(seconds(day)) for day in case.rdates), ",".join(str(seconds(day)) for day in case.exdates),
        str(case.duration_s), ",".join(f"{low}:{high}" for low, high in windows)])


def expected_extent(case, found, complete):
    """None: the oracle did not see it all."""
    endless = not case.count and not case.until
    if not found:
        return "none" if complete and not endless else None
    if endless:
        return f"{found[0][0]} endless"
    return f"{found[0][0]} {found[-1][0] + case.duration_s}" if complete else None


class Run:
    def __init__(self, driver, seed):
        self.seed, self.rng = seed, random.Random(seed)
        self.driver = subprocess.Popen([driver], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.slots = self.differences = self.empty = self.skipped = self.turned = 0

    def ask(self, line):
        self.driver.stdin.write(line + "\n")
        self.driver.stdin.flush()
        return self.driver.stdout.readline().rstrip("\n")

    def differ(self, what, case, line, wanted, given):
        self.differences += 1
        if self.differences <= 5:
            print(f"DIFFERENT {what}: {case.text()} from {case.start} {case.zone}\n  asked  {line!r}\n"
                  f"  oracle {wanted[:600]}\n  ours   {given[:600]}", flush=True)

    def one(self):
        rng, case = self.rng, random_case(self.rng)
        horizon = HORIZON_DAYS[case.freq] * DAY
        random_end(rng, case, horizon)
        end = min(case.start + horizon + 10 * DAY, datetime.datetime(2200, 12, 31, 23, 59, 59))
        from_rule = oracle.rule_slots(case, end, MOST)
        add_dates(rng, case, from_rule, horizon)
        slots = oracle.occurrences(case, from_rule)
        end_seen = from_rule[-1] if len(from_rule) == MOST else end
        # Two days: no clock is that far from UTC, and a day's gap may put slots out of order.
        safe = seconds(end_seen) - 2 * 86400
        low = seconds(min([case.start, *case.rdates])) - 5 * 86400
        windows = [(low, max(safe, low + 1))]
        for _ in range(3):
            a, b = sorted(rng.randint(low, max(safe, low + 1)) for _ in range(2))
            b = min(b, a + rng.choice((3600, 86400, 7 * 86400, 400 * 86400)))
            windows.append((a, b))
        line = question(case, windows)
        answer = self.ask(line).split(" |")
        ended = len(from_rule) + 1 >= case.count > 0 or \
            (case.until is not None and case.until + 2 * DAY < end_seen)
        complete = (ended or not (case.count or case.until)) and all(at < safe for at, _ in slots)
        extent = expected_extent(case, slots, complete)
        if extent is not None and answer[0] != extent:
            self.differ("extent", case, line, extent, answer[0])
        for window, given in zip(windows, answer[1:] + [None] * 4):
            wanted = "".join(f" {slot}:{at}" for at, slot in slots if overlaps(at, at + case.duration_s, window))
            if given != wanted:
                self.differ(f"window {window}", case, line, wanted, str(given or answer))
                break
        self.slots += len(slots)
        self.empty += len(slots) <= 1
        self.skipped += case.zone != "-" and any(clock_skips(case.zone, slot) for _, slot in slots)
        self.turned += any(slots[i][1] > slots[i + 1][1] for i in range(len(slots) - 1))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("driver")
    arguments.add_argument("--rules", type=int, default=3000)
    arguments.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    given = arguments.parse_args()
    print(f"seed {given.seed}", flush=True)
    run, began = Run(given.driver, given.seed), time.monotonic()
    for i in range(given.rules):
        run.one()
        if (i + 1) % 10000 == 0:
            print(f"{i + 1} rules, {run.differences} differences, {time.monotonic() - began:.0f} s", flush=True)
    print(f"{given.rules} rules, {run.slots} instances, {run.empty} rules with one or none, {run.skipped} with one in "
          f"a gap, {run.turned} with one that a gap puts after the next: {run.differences} differences")
    return 1 if run.differences or run.driver.poll() is not None else 0


if __name__ == "__main__":
    sys.exit(main())
