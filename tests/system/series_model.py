#!/usr/bin/env python3
"""Random lives of series against a model that knows no database: create, patch and delete instances, split, change
the rule, the start or the title, in zones whose clocks change, floating and all-day; after each step all stored series
of the life say the same as the model (series_set.py).

    series_model.py [COUNT [SEED [FIRST]]]      LIVES_PROCESSES: how many at a time

Each life has a random state of its own, from the seed and its number: a difference is printed with the number, and
`series_model.py 1 SEED NUMBER` lives that one again."""
import json
import multiprocessing
import os
import random
import sys

from series_rules import random_case, random_dates, random_form, random_start
from series_set import DAY, HOUR, Series, instant, oracle, skipped
from wire import connect, make_calendar, request

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 300
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 32)
FIRST = int(sys.argv[3]) if len(sys.argv) > 3 else 0
PROCESSES = int(os.environ.get("LIVES_PROCESSES", "2"))
PIECE = 25  # lives in one calendar


class Difference(Exception):
    """The service and the model do not say the same."""


class Life:
    def __init__(self, number, calendars, connection):
        self.random = random.Random(f"{SEED}:{number}")
        self.form = random_form(self.random)
        if self.form.zone not in calendars:
            calendars[self.form.zone] = make_calendar(time_zone=self.form.zone)["id"]
        self.base, self.connection = f"/v1/calendars/{calendars[self.form.zone]}/events", connection
        self.stored, self.log, self.steps = {}, [f"life {number} of seed {SEED}: {self.form}"], 0

    def ask(self, method, path, body=None):
        answer = request(method, self.base + path, body, connection=self.connection)
        self.log.append(f"{method} {path} {json.dumps(body)} -> {answer}")
        return answer

    def must(self, fact, said):
        if not fact:
            raise Difference(f"{said}\n" + "\n".join(self.log))

    def expect(self, answer, status, code=None):
        self.must(answer.status == status and (code is None or answer.code == code), f"wanted {status} {code}")
        return answer

    def refused_time(self, answer, wall):
        """A write must not name a time that the clock skips."""
        if self.form.kind == "z" and skipped(self.form.zone, wall):
            self.expect(answer, 422, "nonexistent_local_time")
            return True
        return False

    def rule_of(self, case):
        return {"rrule": case.text()}

    # ---- steps

    def create(self):
        start = random_start(self.random, self.form)
        series = Series(self.form, "Series", random_case(self.random, self.form, start),
                        rdates=random_dates(self.random, self.form, start))
        recurrence = {"rrule": series.case.text(), "rdates": [self.form.slot_text(each) for each in sorted(series.rdates)]}
        body = {"title": "Series", **self.form.times(start), "recurrence": recurrence}
        body.update({"z": {"time_zone": self.form.zone}, "f": {"floating": True}, "a": {"is_all_day": True}}[self.form.kind])
        answer = self.ask("POST", "", body)
        if not self.refused_time(answer, start):
            self.stored[self.expect(answer, 201).json()["id"]] = series

    def pick(self):
        event = self.random.choice(sorted(self.stored))
        return event, self.stored[event]

    def pick_occurrence(self):
        event, series = self.pick()
        slots = series.near_slots()
        return event, series, self.random.choice(slots) if slots else None

    def patch_instance(self):
        event, series, slot = self.pick_occurrence()
        if slot is None:
            return
        patch, new = {}, {}
        if self.random.random() < 0.6:
            patch["title"] = new["title"] = f"Own {self.random.randrange(1000)}"
        if not patch or self.random.random() < 0.4:
            step = DAY if self.form.kind == "a" else 0.5 * HOUR
            new["start"] = slot + self.random.randint(-50, 50) * step
            patch.update(self.form.times(new["start"]))
        answer = self.ask("PATCH", f"/{event}/instances/{self.form.slot_text(slot)}", patch)
        if "start" in new and self.refused_time(answer, new["start"]):
            return
        self.expect(answer, 200)
        series.exceptions[slot] = {**series.exceptions.get(slot, {}), **new}

    def patch_no_instance(self):
        event, series = self.pick()
        slot = min(series.everything()) - DAY
        if self.form.kind != "a":  # between the half hours
            slot += self.random.randrange(30) * DAY + HOUR / 8
        path = f"/{event}/instances/{self.form.slot_text(slot)}"
        self.expect(self.ask("PATCH", path, {"title": "x"}), 404, "not_an_occurrence")

    def delete_instance(self):
        event, series, slot = self.pick_occurrence()
        if slot is None:
            return
        answer = self.ask("DELETE", f"/{event}/instances/{self.form.slot_text(slot)}")
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
        start = series.start + self.random.choice([0, 0, 1]) * (DAY if self.form.kind == "a" else HOUR)
        new = Series(self.form, series.title, random_case(self.random, self.form, start), series.rdates,
                     series.exdates, series.exceptions)
        patch = {"recurrence": self.rule_of(new.case), **self.form.times(start)}
        if series.fixed is not None:  # its dates are the service's own matter
            new.exdates, new.rdates = set(), set()
            patch["recurrence"].update(rdates=[], exdates=[])
        answer = self.ask("PATCH", f"/{event}", patch)
        if self.refused_time(answer, start):
            return
        left = set(new.slots())
        lost = sorted(set(series.exceptions) - left)
        if not left:
            self.expect(answer, 422, "rrule_no_instances")
            return
        if lost:
            self.expect(answer, 409, "would_drop_exceptions")
            answer = self.ask("PATCH", f"/{event}?drop_exceptions=true", patch)
        dropped = self.expect(answer, 200).json().get("dropped_exceptions", [])
        self.must(dropped == [self.form.slot_text(each) for each in lost], f"dropped {dropped}, wanted {lost}")
        new.exceptions = {slot: own for slot, own in series.exceptions.items() if slot in left}
        self.stored[event] = new

    def split(self):
        event, series, slot = self.pick_occurrence()
        if slot is None:
            return
        only_before = self.random.random() < 0.3
        body = {"recurrence_id": self.form.slot_text(slot), "delete_following": only_before}
        if not only_before and self.random.random() < 0.5:
            body["patch"] = {"title": f"After {self.random.randrange(1000)}"}
        answer = self.ask("POST", f"/{event}/split", body)
        slots = series.slots()
        if slot <= slots[0]:
            self.expect(answer, 409, "first_occurrence")
            return
        after = self.expect(answer, 200).json()["after"]
        self.must((after is None) == only_before, "after")
        title = body.get("patch", {}).get("title", series.title)
        self.stored[event] = series.half([each for each in slots if each < slot], series.title)
        if after:
            late = series.half([each for each in slots if each >= slot], title)
            if after["recurrence"]:
                self.stored[after["id"]] = late
            else:  # the last one alone is no series any more
                self.must(late.slots() == [slot] and (after["title"], self.form.shown(after)) == late.occurrence(slot)[2:],
                          f"one is left: {late.occurrence(slot)}")

    def split_with_rule(self):
        """What follows goes on by a rule of its own, perhaps from another start; exceptions that it does not have are
        named before they go."""
        event, series, slot = self.pick_occurrence()
        if slot is None or slot <= series.slots()[0]:
            return
        start = slot + self.random.choice([0, 0, -1, 1]) * (DAY if self.form.kind == "a" else HOUR)
        late = Series(self.form, series.title, random_case(self.random, self.form, start))
        later = {at: own for at, own in series.exceptions.items() if at >= slot}
        lost = set(later) - set(late.slots())
        body = {"recurrence_id": self.form.slot_text(slot),
                "patch": {"recurrence": {"rrule": late.case.text(), "rdates": [], "exdates": []}}}
        if start != slot:
            body["patch"].update(self.form.times(start))
        answer = self.ask("POST", f"/{event}/split", body)
        if start != slot and self.refused_time(answer, start):
            return
        if not late.slots():
            self.expect(answer, 422, "rrule_no_instances")
            return
        if lost:
            self.expect(answer, 409, "would_drop_exceptions")
            answer = self.ask("POST", f"/{event}/split", {**body, "drop_exceptions": True})
        after = self.expect(answer, 200).json()["after"]
        self.must(after.get("dropped_exceptions", []) == [self.form.slot_text(each) for each in sorted(lost)], "dropped")
        late.exceptions = {at: own for at, own in later.items() if at not in lost}
        self.stored[event] = series.half([each for each in series.slots() if each < slot], series.title)
        self.stored[after["id"]] = late

    # ---- after each

    def compare(self):
        """The stored series, in a window around what changes; then the exceptions that were moved anywhere."""
        for event, series in self.stored.items():
            first = min(series.everything())
            low, high = instant("UTC", first - 4 * DAY), instant("UTC", min(first + 75 * DAY, series.seen))
            low_text, high_text = (oracle.EPOCH + at * oracle.datetime.timedelta(seconds=1) for at in (low, high))
            answer = self.ask("GET", f"/{event}/instances?from={low_text.isoformat()}Z&to={high_text.isoformat()}Z&limit=1000")
            self.log.pop()
            self.must(answer.status == 200, f"{event}: {answer}")
            got = [(each["recurrence_id"], each["title"], self.form.shown(each)) for each in answer.json()["items"]]
            wanted = [row[1:] for row in series.window(low, high)]
            self.must(answer.json()["next_cursor"] is None, "more than a page")
            if got != wanted:
                self.must(False, f"{event}\nonly stored: {sorted(set(got) - set(wanted))[:5]}\n"
                                 f"only in the model: {sorted(set(wanted) - set(got))[:5]}\nset equal: {set(got) == set(wanted)}")

    def live(self):
        self.create()
        for _ in range(self.random.randint(3, 8)):
            if self.stored:
                self.compare()
                self.random.choice(STEPS)(self)
                self.steps += 1
        self.compare()


STEPS = [Life.patch_instance] * 4 + [Life.delete_instance] * 3 + [Life.patch_no_instance] + [Life.change_title] \
    + [Life.change_rule] * 3 + [Life.split] * 2 \
    + [Life.split_with_rule]


def live_some(first):
    """Lives with the numbers from first on: (lives, steps, what differed)."""
    connection, calendars, steps, faults = connect(timeout=120), {}, 0, []
    numbers = range(first, min(first + PIECE, FIRST + COUNT))
    for number in numbers:
        life = Life(number, calendars, connection)
        try:
            life.live()
        except Difference as fault:
            faults.append(str(fault))
        steps += life.steps
    connection.close()
    return len(numbers), steps, faults


def main():
    print(f"{COUNT} lives, seed {SEED}", flush=True)
    lives = steps = different = 0
    with multiprocessing.Pool(PROCESSES) as pool:
        for done, some_steps, faults in pool.imap_unordered(live_some, range(FIRST, FIRST + COUNT, PIECE)):
            lives, steps, different = lives + done, steps + some_steps, different + len(faults)
            for fault in faults:
                print("FAULT", fault, flush=True)
            if different >= 10:
                pool.terminate()
                break
    print(f"{lives} lives, {steps} steps, {different} that differ")
    sys.exit(1 if different or lives < COUNT or not steps else 0)


if __name__ == "__main__":
    main()
