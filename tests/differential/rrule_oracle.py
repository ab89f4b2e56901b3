"""What a recurrence set is, by libraries that are not ours: naive python-dateutil, then zoneinfo.

dateutil reads rules as docs/recurrence.md does, but for some corners. Those are put to it in other words:

  1      BYDAY of the start is said
  3      it starts at the first moment of the start's week, and what comes before the start is dropped
  4      plain weekdays are numbered: TU is 1TU,2TU,...
  5 6 8  a year by its weeks is expanded here (by_weeks); where dateutil means the same it must agree
  7 9    the start is put in, COUNT and UNTIL are applied here

The clock: zoneinfo with fold=0 reads a skipped time at the offset before the gap and the first of two.
"""
import dataclasses
import datetime
import itertools
import zoneinfo

import dateutil.rrule

DAY = datetime.timedelta(days=1)
EPOCH = datetime.datetime(1970, 1, 1)
FREQS = {"YEARLY": dateutil.rrule.YEARLY, "MONTHLY": dateutil.rrule.MONTHLY, "WEEKLY": dateutil.rrule.WEEKLY,
         "DAILY": dateutil.rrule.DAILY, "HOURLY": dateutil.rrule.HOURLY}
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


class Bounded:
    """The datetime module with an earlier last year: dateutil looks for an instance until MAXYEAR."""

    MAXYEAR = 9999

    def __getattr__(self, name):
        return getattr(datetime, name)


bounded = Bounded()
dateutil.rrule.datetime = bounded


@dataclasses.dataclass
class Case:
    freq: str
    start: datetime.datetime
    kind: str  # a: dates, f: floating, z: zoned
    parts: dict = dataclasses.field(default_factory=dict)  # BYMONTH → [1, 2]; BYDAY → [(n or 0, day)]
    interval: int = 1
    wkst: int = 0
    count: int = 0
    until: datetime.datetime | None = None
    zone: str = "-"
    second: bool = False
    rdates: list = dataclasses.field(default_factory=list)
    exdates: list = dataclasses.field(default_factory=list)
    duration_s: int = 3600

    def text(self):
        out = [f"FREQ={self.freq}"]
        if self.interval != 1:
            out.append(f"INTERVAL={self.interval}")
        if self.count:
            out.append(f"COUNT={self.count}")
        if self.until:
            shape = {"a": "%Y%m%d", "f": "%Y%m%dT%H%M%S", "z": "%Y%m%dT%H%M%SZ"}[self.kind]
            out.append("UNTIL=" + self.until.strftime(shape))
        for name, values in self.parts.items():
            if name == "BYDAY":
                values = [f"{n or ''}{DAYS[day]}" for n, day in values]
            out.append(f"{name}={','.join(map(str, values))}")
        if self.wkst:
            out.append(f"WKST={DAYS[self.wkst]}")
        return ";".join(out)


def seconds(moment):
    return (moment - EPOCH) // datetime.timedelta(seconds=1)


def week_one(year, wkst):
    fourth = datetime.datetime(year, 1, 4)
    return fourth - ((fourth.weekday() - wkst) % 7) * DAY


def from_ends(values, number, size):
    return number in values or number - size - 1 in values


def week_days(case, year):
    """The days of one year by its weeks, as the parts leave them."""
    first, after = week_one(year, case.wkst), week_one(year + 1, case.wkst)
    weeks = (after - first).days // 7
    parts = case.parts
    weekdays = [day for _, day in parts.get("BYDAY", [])]
    if not ("BYDAY" in parts or "BYMONTHDAY" in parts or "BYYEARDAY" in parts):
        weekdays = [case.start.weekday()]
    for i in range((after - first).days):
        day = first + i * DAY
        month_end = (day.replace(day=28) + 4 * DAY).replace(day=1) - DAY
        year_len = datetime.date(day.year, 12, 31).timetuple().tm_yday
        if (from_ends(parts["BYWEEKNO"], i // 7 + 1, weeks)
                and (not weekdays or day.weekday() in weekdays)
                and ("BYMONTH" not in parts or day.month in parts["BYMONTH"])
                and ("BYMONTHDAY" not in parts or from_ends(parts["BYMONTHDAY"], day.day, month_end.day))
                and ("BYYEARDAY" not in parts
                     or from_ends(parts["BYYEARDAY"], day.timetuple().tm_yday, year_len))):
            yield day


def by_weeks(case, end):
    year = next(y for y in (case.start.year + 1, case.start.year, case.start.year - 1)
                if week_one(y, case.wkst) <= case.start)
    hours = sorted(set(case.parts.get("BYHOUR", [case.start.hour])))
    minutes = sorted(set(case.parts.get("BYMINUTE", [case.start.minute])))
    for now in range(year, end.year + 2, case.interval):
        found = [day.replace(hour=h, minute=m, second=case.start.second)
                 for day in week_days(case, now) for h in hours for m in minutes]
        if "BYSETPOS" in case.parts:
            found = [slot for i, slot in enumerate(found) if from_ends(case.parts["BYSETPOS"], i + 1, len(found))]
        yield from found


def weekday_arguments(case):
    days = case.parts.get("BYDAY")
    if days and any(n for n, _ in days) and any(not n for n, _ in days):
        last = 5 if case.freq == "MONTHLY" or "BYMONTH" in case.parts else 53
        days = [(n, day) for n, day in days if n] + [(n, day) for m, day in days if not m for n in range(1, last + 1)]
    return days and [dateutil.rrule.weekday(day, n or None) for n, day in days]


def by_dateutil(case, end):
    start, parts = case.start, case.parts
    more = {"byhour": parts.get("BYHOUR"), "byminute": parts.get("BYMINUTE"), "byweekday": weekday_arguments(case)}
    if "BYWEEKNO" in parts and not ("BYDAY" in parts or "BYMONTHDAY" in parts or "BYYEARDAY" in parts):
        more["byweekday"] = [start.weekday()]
    if case.freq == "WEEKLY" and "BYSETPOS" in parts:
        more["byhour"] = more["byhour"] or [start.hour]
        more["byminute"] = more["byminute"] or [start.minute]
        more["byweekday"] = more["byweekday"] or [start.weekday()]
        start = start.replace(hour=0, minute=0) - ((start.weekday() - case.wkst) % 7) * DAY
    bounded.MAXYEAR = end.year
    try:
        return dateutil.rrule.rrule(
            FREQS[case.freq], dtstart=start, interval=case.interval, wkst=case.wkst, bymonth=parts.get("BYMONTH"),
            bymonthday=parts.get("BYMONTHDAY"), byyearday=parts.get("BYYEARDAY"), byweekno=parts.get("BYWEEKNO"),
            bysetpos=parts.get("BYSETPOS"), **more)
    except ValueError as fault:
        if "generates an empty set" in str(fault):
            return []  # hours that never meet
        raise


def rule_slots(case, end, most):
    """The rule's own slots after the start, up to `end` or `most` of them."""

    def cut(slots):
        later = itertools.dropwhile(lambda slot: slot <= case.start, slots)
        return list(itertools.islice(itertools.takewhile(lambda slot: slot <= end, later), most))

    if "BYWEEKNO" not in case.parts:
        return cut(by_dateutil(case, end))
    found = cut(by_weeks(case, end))
    alike = case.interval == 1 and "BYSETPOS" not in case.parts
    # dateutil 2.9 looks for -52 and -53 only from the year's own first day, and counts the weeks of last year by
    # this year's length: it has 2050-01-02 in a week 53 of 2049, where date.isocalendar() has week 52.
    if alike and not {52, 53, -52, -53} & set(case.parts["BYWEEKNO"]):
        assert found == cut(by_dateutil(case, end)), f"the oracles differ on {case.text()} from {case.start}"
    return found


class Clock:
    def __init__(self, case):
        self.zone = None if case.zone == "-" else zoneinfo.ZoneInfo(case.zone)
        self.start, self.first = case.start, None
        if case.second:
            self.first = self.read(case.start, 1)

    def read(self, slot, fold):
        return int((slot.replace(tzinfo=self.zone, fold=fold) - datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC))
                   .total_seconds())

    def instant(self, slot):
        """(instant, whether the clock skipped the slot)"""
        if self.zone is None:
            return seconds(slot), False
        at = self.read(slot, 0)
        if self.first is not None and slot >= self.start and at < self.first:
            at = self.read(slot, 1)
        shown = datetime.datetime.fromtimestamp(at, self.zone).replace(tzinfo=None)
        return at, shown != slot


def occurrences(case, from_rule):
    """[(instant, slot)…] in order, of the start and what rule_slots() gave."""
    slots = [case.start] + from_rule
    if case.count:
        slots = slots[:case.count]
    clock = Clock(case)
    placed = {}
    for slot in sorted({*slots, *case.rdates}):
        at, skipped = clock.instant(slot)
        if case.until and slot != case.start and slot not in case.rdates:
            limit = seconds(case.until) + (86399 if case.kind == "a" else 0)
            if (at if case.kind == "z" else seconds(slot)) > limit:
                continue
        placed[slot] = at, skipped
    shown = {at for at, skipped in placed.values() if not skipped}
    out = [(at, seconds(slot)) for slot, (at, skipped) in placed.items()
           if slot not in case.exdates and not (skipped and at in shown)]
    return sorted(out)
