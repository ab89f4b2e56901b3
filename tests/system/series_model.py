#!/usr/bin/env python3
"""Random lives of series against a model that knows no database: create, patch and delete instances, split, change
the rule or the title; after each step the stored series say the same as the model. series_model.py [COUNT [SEED]]

The model keeps local slots as naive datetimes and expands with python-dateutil. Its zone is one without changes of
the clock inside the window, so what differs here is bookkeeping, never a corner of expansion."""
import datetime
import json
import os
import random
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".dev", "venv", "lib",
                                f"python3.{sys.version_info.minor}", "site-packages"))
try:
    from dateutil import rrule as oracle
except ImportError:
    print("skipped: python-dateutil is not installed in .dev/venv")
    sys.exit(77)

from wire import Checks, connect, make_calendar, request  # noqa: E402

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 300
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 32)
HORIZON = datetime.datetime(2028, 1, 1)
STARTS = ("start_time", "end_time")
check = Checks()


def slot_text(slot):
    return slot.strftime("%Y%m%dT%H%M%S")


def wall(text):
    return datetime.datetime.fromisoformat(text).replace(tzinfo=None)


class Series:
    """What is stored of one series. The end of a rule is a COUNT, an UNTIL or nothing."""

    def __init__(self, start, rule, title, exdates=(), rdates=(), exceptions=None):
        self.start, self.rule, self.title = start, rule, title
        self.exdates, self.rdates, self.exceptions = set(exdates), set(rdates), dict(exceptions or {})

    def ruled(self):
        """The slots of the rule, DTSTART counted as the first, before EXDATE."""
        if not self.rule:
            return [self.start]
        found = oracle.rrulestr(self.rule, dtstart=self.start, ignoretz=True)
        slots = []
        for slot in found:
            if slot >= HORIZON:
                break
            slots.append(slot)
        if self.start not in slots:
            slots.insert(0, self.start)
            if "COUNT=" in self.rule:
                slots.pop()
        return slots

    def slots(self):
        return sorted((set(self.ruled()) | self.rdates) - self.exdates)

    def shown(self):
        """slot -> (title, start, length in minutes)"""
        got = {}
        for slot in self.slots():
            own = self.exceptions.get(slot, {})
            start = own.get("start", slot)
            got[slot] = (own.get("title", self.title), start, own.get("minutes", 30))
        return got


def random_rule(random, start):
    rule = random.choice([
        "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY;BYMONTHDAY=1,15", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;BYDAY=-1FR"])
    kind = random.randrange(3)
    if kind == 0:
        return rule + f";COUNT={random.randint(3, 12)}"
    if kind == 1:
        until = (start + datetime.timedelta(days=random.randint(20, 200))).replace(hour=9, minute=0)
        return rule + f";UNTIL={until:%Y%m%dT%H%M%S}Z"
    return rule


class Life:
    def __init__(self, random, calendar, connection):
        self.random, self.base, self.connection = random, f"/v1/calendars/{calendar}/events", connection
        self.stored, self.log = {}, []

    def ask(self, method, path, body=None, headers=None):
        answer = request(method, self.base + path, body, headers=headers, connection=self.connection)
        self.log.append(f"{method} {path} {json.dumps(body)} -> {answer}")
        return answer

    def expect(self, answer, status, code=None):
        check.that(answer.status == status and (code is None or answer.code == code),
                   f"seed {SEED}: wanted {status} {code}\n" + "\n".join(self.log))

    def create(self):
        day = datetime.datetime(2026, 9, 1, 10) + datetime.timedelta(days=self.random.randrange(60))
        rule = random_rule(self.random, day)
        series = Series(day, rule, "Series")
        if self.random.random() < 0.3:
            series.rdates = {day + datetime.timedelta(days=self.random.randint(1, 90), hours=self.random.choice([0, 3]))}
        if not series.slots():
            return
        answer = self.ask("POST", "", {
            "title": "Series", "time_zone": "UTC", "start_time": day.isoformat(),
            "end_time": (day + datetime.timedelta(minutes=30)).isoformat(),
            "recurrence": {"rrule": rule, "rdates": [slot_text(each) for each in sorted(series.rdates)]}})
        self.expect(answer, 201)
        if answer.status == 201:
            self.stored[answer.json()["id"]] = series

    def pick(self):
        event = self.random.choice(sorted(self.stored))
        return event, self.stored[event]

    def pick_slot(self, series):
        slots = series.slots()
        return self.random.choice(slots[:40]) if slots else None

    def patch_instance(self):
        event, series = self.pick()
        slot = self.pick_slot(series)
        own = series.exceptions.get(slot, {})
        patch, new = {}, {}
        if self.random.random() < 0.5:
            patch["title"] = new["title"] = f"Own {self.random.randrange(1000)}"
        if not patch or self.random.random() < 0.4:
            new["start"] = slot + datetime.timedelta(hours=self.random.randint(-30, 30))
            patch["start_time"] = new["start"].isoformat()
        answer = self.ask("PATCH", f"/{event}/instances/{slot_text(slot)}", patch)
        self.expect(answer, 200)
        series.exceptions[slot] = {**own, **new}

    def patch_no_instance(self):
        event, series = self.pick()
        slot = series.start + datetime.timedelta(minutes=7, days=self.random.randrange(30))
        self.expect(self.ask("PATCH", f"/{event}/instances/{slot_text(slot)}", {"title": "x"}), 404, "not_an_occurrence")

    def delete_instance(self):
        event, series = self.pick()
        slot = self.pick_slot(series)
        answer = self.ask("DELETE", f"/{event}/instances/{slot_text(slot)}")
        if len(series.slots()) == 1:
            self.expect(answer, 409, "last_occurrence")
            return
        self.expect(answer, 204)
        series.exdates.add(slot)
        series.exceptions.pop(slot, None)

    def change_title(self):
        event, series = self.pick()
        series.title = f"All {self.random.randrange(1000)}"
        self.expect(self.ask("PATCH", f"/{event}", {"title": series.title}), 200)

    def change_rule(self):
        event, series = self.pick()
        start = series.start + datetime.timedelta(hours=self.random.choice([0, 0, 1]))
        rule = random_rule(self.random, series.start)
        new = Series(start, rule, series.title, series.exdates, series.rdates, series.exceptions)
        patch = {"recurrence": {"rrule": rule}, "start_time": start.isoformat()}
        if isinstance(series, Frozen):
            new.exdates, new.rdates = set(), set()
            patch["recurrence"].update(rdates=[], exdates=[])
        left = set(new.slots())
        lost = sorted(set(series.exceptions) - left)
        answer = self.ask("PATCH", f"/{event}", patch)
        if not left:
            self.expect(answer, 422, "rrule_no_instances")
            return
        if lost:
            self.expect(answer, 409, "would_drop_exceptions")
            answer = self.ask("PATCH", f"/{event}?drop_exceptions=true", patch)
        self.expect(answer, 200)
        if answer.status == 200:
            check.that(answer.json().get("dropped_exceptions", []) == [slot_text(each) for each in lost],
                       f"seed {SEED}: dropped {lost}\n" + "\n".join(self.log))
        new.exceptions = {slot: own for slot, own in series.exceptions.items() if slot in left}
        self.stored[event] = new

    def split(self):
        event, series = self.pick()
        slot = self.pick_slot(series)
        only_before = self.random.random() < 0.3
        body = {"recurrence_id": slot_text(slot), "delete_following": only_before}
        if not only_before and self.random.random() < 0.5:
            body["patch"] = {"title": f"After {self.random.randrange(1000)}"}
        answer = self.ask("POST", f"/{event}/split", body)
        slots = series.slots()
        if slot == slots[0]:
            self.expect(answer, 409, "first_occurrence")
            return
        self.expect(answer, 200)
        if answer.status != 200:
            return
        after = answer.json()["after"]
        check.that((after is None) == only_before, f"seed {SEED}: after\n" + "\n".join(self.log))
        title = body.get("patch", {}).get("title", series.title)
        self.stored[event] = Frozen([each for each in slots if each < slot], series, series.title)
        if after:
            self.stored[after["id"]] = Frozen([each for each in slots if each >= slot], series, title)

    def compare(self):
        for event, series in self.stored.items():
            answer = self.ask("GET", f"/{event}/instances?from=2026-01-01T00:00:00Z&to=2027-02-01T00:00:00Z&limit=1000")
            self.log.pop()
            wanted = {slot_text(slot): shown for slot, shown in series.shown().items()
                      if shown[1] < datetime.datetime(2027, 2, 1)}
            got = {} if answer.status != 200 else {
                each["recurrence_id"]: (each["title"], wall(each["start_time"]),
                                        (wall(each["end_time"]) - wall(each["start_time"])).seconds // 60)
                for each in answer.json()["items"]}
            check.that(got == wanted, f"seed {SEED}: {event} {answer.status}\nonly stored: "
                              f"{sorted(set(got.items()) - set(wanted.items()))[:5]}\nonly in the model: "
                              f"{sorted(set(wanted.items()) - set(got.items()))[:5]}\n" + "\n".join(self.log))
            if got != wanted:
                return False
        return True


class Frozen(Series):
    """A half of a split: the slots it must have, whatever rule says so. It is changed by its instances alone."""

    def __init__(self, slots, whole, title):
        super().__init__(slots[0], None, title)
        self.fixed = slots
        self.exceptions = {slot: own for slot, own in whole.exceptions.items() if slot in set(slots)}

    def slots(self):
        return [slot for slot in self.fixed if slot not in self.exdates]


STEPS = [Life.patch_instance] * 4 + [Life.delete_instance] * 3 + [Life.patch_no_instance] + [Life.change_title] \
    + [Life.change_rule] * 3 + [Life.split] * 2


def main():
    print(f"{COUNT} sequences, seed {SEED}")
    rng, connection = random.Random(SEED), connect()
    for turn in range(COUNT):
        if turn % 50 == 0:
            calendar = make_calendar(time_zone="UTC")["id"]
        life = Life(rng, calendar, connection)
        life.create()
        for _ in range(rng.randint(3, 8)):
            if life.stored:
                rng.choice(STEPS)(life)
                if not life.compare():
                    break
        if check.faults:
            break
    check.done()


main()
