"""series_rules.py: random starts and rules for series, near the nights on which clocks change."""
import datetime

from series_set import DAY, HOUR, Form, oracle, skipped

# Zones with a change of the clock within the model's months, where there is one: the day before it.
CHANGES = {"Europe/Berlin": ("2026-03-29", "2026-10-25"), "America/New_York": ("2026-03-08", "2026-11-01"),
           "Australia/Lord_Howe": ("2026-04-05", "2026-10-04"), "Pacific/Apia": ("2011-12-30", "2011-09-24"),
           "Asia/Kathmandu": ("2026-06-01",), "UTC": ("2026-06-01",)}
MO, TU, WE, TH, FR, SA, SU = range(7)
RULES = [  # FREQ, INTERVAL, parts
    ("DAILY", 1, {}), ("DAILY", 3, {}), ("DAILY", 1, {"BYDAY": [(0, SA), (0, SU)]}), ("WEEKLY", 1, {}),
    ("WEEKLY", 1, {"BYDAY": [(0, MO), (0, WE), (0, SU)]}), ("WEEKLY", 2, {"BYDAY": [(0, SU), (0, TU)]}),
    ("WEEKLY", 1, {"BYDAY": [(0, MO), (0, WE), (0, FR)], "BYSETPOS": [1, -1]}),
    ("MONTHLY", 1, {"BYMONTHDAY": [1, 15, -1]}), ("MONTHLY", 1, {"BYDAY": [(2, TU), (-1, SU)]}),
    ("MONTHLY", 1, {"BYDAY": [(0, MO), (0, TU), (0, WE), (0, TH), (0, FR)], "BYSETPOS": [-1]}),
    ("YEARLY", 1, {"BYMONTHDAY": [25, 29]}), ("MONTHLY", 1, {"BYMONTHDAY": [31]})]
TIMED = [
    ("DAILY", 1, {"BYHOUR": [2, 3], "BYMINUTE": [0, 30]}), ("DAILY", 1, {"BYHOUR": [1, 2, 3]}),
    ("DAILY", 2, {"BYHOUR": [2, 9], "BYMINUTE": [30]}),
    ("WEEKLY", 1, {"BYDAY": [(0, SA), (0, SU)], "BYHOUR": [1, 2, 3], "BYSETPOS": [-1, 2]})]
HOURLY = [("HOURLY", 1, {}), ("HOURLY", 1, {"BYMINUTE": [0, 30]}), ("HOURLY", 5, {}), ("HOURLY", 1, {"BYHOUR": [1, 2, 3]})]


def random_form(rng):
    kind = rng.choice("zzzzfa")
    length = rng.choice((1, 1, 3)) * DAY if kind == "a" else rng.choice((0.5, 0.5, 1, 3, 26)) * HOUR
    return Form(kind, rng.choice(list(CHANGES)), length)


def random_start(rng, form):
    day = datetime.datetime.fromisoformat(rng.choice(CHANGES[form.zone])) - rng.choice((0, 1, 2, rng.randint(0, 40))) * DAY
    if form.kind == "a":
        return day
    return day + rng.choice((1, 2, 2, 3, 9, 23)) * HOUR + rng.choice((0, 0, 0.5)) * HOUR


def random_case(rng, form, start):
    rules = RULES if form.kind == "a" else RULES + TIMED + HOURLY
    freq, interval, parts = rng.choice(rules)
    case = oracle.Case(freq, start, form.kind, dict(parts), interval, zone=form.zone if form.kind == "z" else "-")
    ending = rng.randrange(3)
    hourly = freq == "HOURLY" and "BYHOUR" not in parts
    if hourly or ending == 0:
        case.count = rng.randint(3, 60 if hourly else 12)
    elif ending == 1:
        case.until = start + rng.randint(0, 100) * DAY
        if form.kind != "a":
            case.until += rng.choice((0, 0, rng.randint(-86400, 86400))) * datetime.timedelta(seconds=1)
    if case.until and form.kind == "z" and rng.random() < 0.5:  # on a slot's very instant
        zone = oracle.zoneinfo.ZoneInfo(form.zone)
        case.until -= case.until.replace(tzinfo=zone).utcoffset()
        case.until = case.until.replace(microsecond=0)
    return case


def random_dates(rng, form, start):
    """RDATEs, of times that the clock shows."""
    if rng.random() > 0.3:
        return set()
    step = DAY if form.kind == "a" else rng.choice((HOUR, DAY, 0.5 * HOUR))
    found = {start + rng.randint(1, 60) * step for _ in range(rng.randint(1, 3))}
    return {each for each in found if form.kind != "z" or not skipped(form.zone, each)}
