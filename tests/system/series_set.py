"""series_set.py: a stored series as plain Python sees it: slots by python-dateutil, instants by zoneinfo, exceptions in a
dict. What it knows of recurrence is tests/differential/rrule_oracle.py, which shares nothing with the server."""
import dataclasses
import datetime
import pathlib
import sys
import zoneinfo

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / ".dev/venv/lib" / f"python3.{sys.version_info.minor}/site-packages"),
                str(ROOT / "tests/differential")]
try:
    import rrule_oracle as oracle
except ImportError:
    print("skipped: python-dateutil is not installed in .dev/venv: ./dev test installs it")
    sys.exit(77)

DAY, HOUR, SECOND = (datetime.timedelta(**{unit: 1}) for unit in ("days", "hours", "seconds"))
MOST = 10000  # slots of one series, as the service has it
SEEN = 420 * DAY  # from the start on: every rule of the model that ends does so by then
NEAR = 90 * DAY  # of what may go on past that, the last part is left alone


def skipped(zone, wall):
    """Whether the zone's clock never shows this."""
    info = zoneinfo.ZoneInfo(zone)
    return wall.replace(tzinfo=info).astimezone(datetime.UTC).astimezone(info).replace(tzinfo=None) != wall


def instant(zone, wall):
    """A time that is skipped is read at the offset before the gap, one that is shown twice is the first."""
    return int(wall.replace(tzinfo=zoneinfo.ZoneInfo(zone)).timestamp())


@dataclasses.dataclass
class Form:
    """What of an event does not change in its life. kind: z in its zone, f floating, a whole days."""
    kind: str
    zone: str  # the calendar's, which is also whose days and floating times are looked at
    length: datetime.timedelta

    def slot_text(self, slot):
        return slot.strftime("%Y%m%d" if self.kind == "a" else "%Y%m%dT%H%M%S")

    def slot(self, text):
        return datetime.datetime.strptime(text, "%Y%m%d" if self.kind == "a" else "%Y%m%dT%H%M%S")

    def names(self):
        return ("start_date", "end_date") if self.kind == "a" else ("start_time", "end_time")

    def wall_text(self, wall):
        return wall.date().isoformat() if self.kind == "a" else wall.isoformat()

    def times(self, wall):
        """The members that say when, for a request. The end of a time in a zone is an instant: a wall time would be
        another length over a change of the clock."""
        end = self.wall_text(wall + self.length)
        if self.kind == "z":
            end = datetime.datetime.fromtimestamp(self.when(wall)[1], zoneinfo.ZoneInfo(self.zone)).isoformat()
        return dict(zip(self.names(), (self.wall_text(wall), end)))

    def when(self, wall):
        """(start, end) as the service must show them: instants in a zone, walls elsewhere."""
        if self.kind == "z":
            at = instant(self.zone, wall)
            return at, at + int(self.length.total_seconds())
        return wall, wall + self.length

    def shown(self, item):
        """The same from an answer."""
        start, end = (item[name] for name in self.names())
        read = datetime.datetime.fromisoformat
        if self.kind == "z":
            return int(read(start).timestamp()), int(read(end).timestamp())
        return read(start), read(end)

    def instants(self, when):
        return when if self.kind == "z" else tuple(instant(self.zone, wall) for wall in when)


class Series:
    """One stored series. `case` is its rule; or `fixed`: the slots that it must have, whatever rule says so."""

    def __init__(self, form, title, case=None, rdates=(), exdates=(), exceptions=None):
        self.form, self.title, self.case, self.fixed = form, title, case, None
        if case:
            self.endless, self.seen = not case.count and not case.until, case.start + SEEN
        self.rdates, self.exdates, self.exceptions = set(rdates), set(exdates), dict(exceptions or {})
        self.known = None

    def half(self, slots, title):
        """A part of it as a series of its own; as far as this one is known."""
        part = Series(self.form, title, exceptions={at: own for at, own in self.exceptions.items() if at in set(slots)})
        part.fixed, part.seen = slots, self.seen
        part.endless = self.endless and slots[-1:] == self.slots()[-1:]
        return part

    @property
    def start(self):
        return self.case.start if self.case else self.fixed[0]

    def everything(self):
        """The slots in order of time, those of EXDATE among them, those that fall on another's instant not."""
        if self.fixed is not None:
            return self.fixed
        if self.known is None:
            case = dataclasses.replace(self.case, rdates=sorted(self.rdates), exdates=[])
            found = oracle.occurrences(case, oracle.rule_slots(case, self.seen, MOST))
            self.known = [oracle.EPOCH + slot * SECOND for _, slot in found]
        return self.known

    def slots(self):
        return [slot for slot in self.everything() if slot not in self.exdates]

    def near_slots(self):
        """Those that a step may be about."""
        return [slot for slot in self.slots()[:40] if not self.endless or slot < self.seen - NEAR]

    def occurrence(self, slot):
        """(start instant, name, title, when)"""
        own = self.exceptions.get(slot, {})
        when = self.form.when(own.get("start", slot))
        return self.form.instants(when)[0], self.form.slot_text(slot), own.get("title", self.title), when

    def window(self, low, high):
        """What overlaps low ≤ t < high, in order."""
        rows = [self.occurrence(slot) for slot in self.slots()]
        return sorted(row for row in rows if row[0] < high and self.form.instants(row[3])[1] > low)
