#!/usr/bin/env python3
"""Copies of calendars stay equal to the calendars, whatever happens: writers create, patch, delete, move between two
calendars, make series and exceptions, invite and answer, while readers mirror both by listChanges with random page
sizes and waits, lose their work, start again from older tokens, apply pages twice, begin anew. At the end every copy
is what listEvents shows, member for member.

    mirror.py [WRITES [WRITERS [READERS [SEED [RESTARTS]]]]]        WRITES by each writer

RESTARTS: how often PostgreSQL is restarted meanwhile, as after a crash (-m immediate); with it run
`CLUSTER_FAST= tests/system/with_server.sh …`, or PostgreSQL itself forgets commits that it has confirmed."""
import collections
import datetime
import http.client
import multiprocessing
import os
import pathlib
import random
import subprocess
import sys
import threading
import time

from wire import KEY, Checks, connect, make_calendar, make_user, request

ARGUMENTS = [int(each) for each in sys.argv[1:]]
WRITES, WRITERS, READERS, SEED, RESTARTS = (ARGUMENTS + [150, 8, 4, 7, 0][len(ARGUMENTS):])[:5]
START = datetime.datetime(2026, 12, 1, 9)
RULES = ["FREQ=DAILY;COUNT=6", "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=9", "FREQ=WEEKLY", "FREQ=MONTHLY;COUNT=4"]
PEOPLE = [f"p{n}@example.com" for n in range(4)]
check = Checks()
BUSY = (429, 503, 504)


class Peer:
    """A connection that is made again when it breaks; what the service cannot do now is asked again."""

    def __init__(self, key):
        self.key, self.link, self.again, self.statuses = key, connect(60), 0, collections.Counter()

    def __call__(self, method, path, body=None, until_good=True):
        for _ in range(400):
            try:
                answer = request(method, path, body, key=self.key, connection=self.link)
                self.statuses[answer.status] += 1
                if answer.status not in BUSY or not until_good:
                    return answer
            except (OSError, http.client.HTTPException):
                self.link.close()
            self.again += 1
            time.sleep(0.05)
        raise AssertionError(f"{method} {path}: no answer any more")


# ---- writing ------------------------------------------------------------------------------------------------

class World:
    """What the writers know of each other: where an event lies now, if it is there at all. It may be wrong."""

    def __init__(self, calendars):
        self.calendars, self.lock, self.singles, self.series = calendars, threading.Lock(), {}, {}

    def pick(self, random_, kind):
        with self.lock:
            known = list(getattr(self, kind).items()) if len(getattr(self, kind)) < 400 else None
            if known is None:
                every = getattr(self, kind)
                known = [(each, every[each]) for each in random_.sample(list(every), 5)]
        return random_.choice(known) if known else (None, None)

    def put(self, kind, event, value):
        with self.lock:
            getattr(self, kind)[event] = value

    def forget(self, event):
        with self.lock:
            self.singles.pop(event, None)
            self.series.pop(event, None)


class Writer:
    def __init__(self, world, number):
        self.world, self.random = world, random.Random(SEED * 1000 + number)
        self.ask, self.acts = Peer(KEY), collections.Counter()

    def when(self):
        start = START + datetime.timedelta(minutes=15 * self.random.randrange(4000))
        return {"start_time": start.isoformat(), "end_time": (start + datetime.timedelta(minutes=45)).isoformat()}

    def look(self):
        more = {"title": f"t{self.random.randrange(10**9)}"}
        if self.random.random() < 0.3:
            more["visibility"] = self.random.choice(["private", "public"])
        if self.random.random() < 0.2:
            more["description"] = "x" * self.random.randrange(300)
        return more

    def people(self):
        return [{"email": each} for each in self.random.sample(PEOPLE, self.random.randrange(3))]

    def create(self):
        calendar = self.random.choice(self.world.calendars)
        made = self.ask("POST", f"/v1/calendars/{calendar}/events",
                        {**self.when(), **self.look(), "attendees": self.people()})
        if made.status == 201:
            self.world.put("singles", made.json()["id"], calendar)
        return made

    def create_series(self):
        calendar, when = self.random.choice(self.world.calendars), self.when()
        made = self.ask("POST", f"/v1/calendars/{calendar}/events",
                        {**when, **self.look(), "attendees": self.people(),
                         "recurrence": {"rrule": self.random.choice(RULES)}})
        if made.status == 201:
            self.world.put("series", made.json()["id"], calendar)
        return made

    def any(self):
        return self.world.pick(self.random, self.random.choice(["singles", "series"]))

    def patch(self):
        event, calendar = self.any()
        body = {**self.look(), **(self.when() if self.random.random() < 0.3 else {})}
        return event and self.ask("PATCH", f"/v1/calendars/{calendar}/events/{event}?drop_exceptions=true", body)

    def put(self):
        event, calendar = self.any()
        got = event and self.ask("GET", f"/v1/calendars/{calendar}/events/{event}")
        if not got or got.status != 200:
            return got
        old = got.json()
        body = {**{key: old[key] for key in ("start_time", "end_time")}, "recurrence": old["recurrence"],
                **self.look(), "attendees": self.people()}
        link = self.ask.link
        try:
            return request("PUT", f"/v1/calendars/{calendar}/events/{event}", body, connection=link,
                           headers={"If-Match": f'"{old["version"]}"'})
        except (OSError, http.client.HTTPException):
            link.close()
            return None

    def move(self):
        event, calendar = self.any()
        if not event:
            return None
        there = next(each for each in self.world.calendars if each != calendar)
        moved = self.ask("PATCH", f"/v1/calendars/{calendar}/events/{event}", {"calendar_id": there})
        if moved.status == 200:
            self.world.put("series" if moved.json().get("recurrence") else "singles", event, there)
        return moved

    def delete(self):
        event, calendar = self.any()
        gone = event and self.ask("DELETE", f"/v1/calendars/{calendar}/events/{event}")
        if gone and gone.status == 204:
            self.world.forget(event)
        return gone

    def slot(self):
        """A series, its path, and one of its first slots."""
        event, calendar = self.world.pick(self.random, "series")
        got = event and self.ask("GET", f"/v1/calendars/{calendar}/events/{event}/instances?limit=6"
                                        "&from=2026-11-01T00:00:00Z")
        items = got.json()["items"] if got and got.status == 200 else []
        return (event, calendar, self.random.choice(items)["recurrence_id"]) if items else (None, None, None)

    def patch_instance(self):
        event, calendar, slot = self.slot()
        return event and self.ask("PATCH", f"/v1/calendars/{calendar}/events/{event}/instances/{slot}", self.look())

    def delete_instance(self):
        event, calendar, slot = self.slot()
        return event and self.ask("DELETE", f"/v1/calendars/{calendar}/events/{event}/instances/{slot}")

    def split(self):
        event, calendar, slot = self.slot()
        done = event and self.ask("POST", f"/v1/calendars/{calendar}/events/{event}/split",
                                  {"recurrence_id": slot, "drop_exceptions": True,
                                   **self.random.choice([{"patch": self.look()}, {"delete_following": True}])})
        if done and done.status == 200 and done.json()["after"]:
            self.world.put("series", done.json()["after"]["id"], calendar)
        return done

    def to_days(self):
        """A series from midnight to midnight becomes one of whole days, and by that its exceptions get new ids."""
        event, calendar = self.world.pick(self.random, "series")
        day = (START + datetime.timedelta(days=self.random.randrange(30))).date()
        return event and self.ask("PATCH", f"/v1/calendars/{calendar}/events/{event}?drop_exceptions=true",
                                  {"is_all_day": True, "start_time": None, "end_time": None, "start_date": str(day),
                                   "end_date": str(day + datetime.timedelta(days=1))})

    def attendee(self):
        event, calendar, slot = self.slot() if self.random.random() < 0.5 else (*self.any(), None)
        email = self.random.choice(PEOPLE)
        path = f"/v1/calendars/{calendar}/events/{event}/attendees/{email}" + (f"?recurrence_id={slot}" if slot else "")
        if not event:
            return None
        return self.ask("PUT", path, {"role": "optional"}) if self.random.random() < 0.6 else self.ask("DELETE", path)

    def settings(self):
        return self.ask("PATCH", f"/v1/calendars/{self.random.choice(self.world.calendars)}",
                        {"name": f"n{self.random.randrange(1000)}"})

    def run(self):
        acts = [(self.create, 20), (self.create_series, 6), (self.patch, 18), (self.put, 6), (self.move, 12),
                (self.delete, 14), (self.patch_instance, 10), (self.delete_instance, 3), (self.split, 3),
                (self.to_days, 1), (self.attendee, 10), (self.settings, 1)]
        for _ in range(WRITES):
            act = self.random.choices([each for each, _ in acts], [weight for _, weight in acts])[0]
            answer = act()
            self.acts[act.__name__, answer.status if answer else 0] += 1


# ---- mirroring ----------------------------------------------------------------------------------------------

class Copy:
    """One calendar as one user sees it."""

    def __init__(self, calendar):
        self.path, self.token, self.events, self.calendar = f"/v1/calendars/{calendar}", None, {}, None
        self.saved = (None, {}, None)

    def apply(self, page):
        for gone in page["deleted"]:
            self.events.pop(gone["id"], None)
        for event in page["events"]:
            self.events[event["id"]] = event
        self.calendar = page["calendar"] or self.calendar
        self.token = page["next_token"]

    def save(self):
        self.saved = (self.token, dict(self.events), self.calendar)

    def go_back(self):
        self.token, self.events, self.calendar = self.saved[0], dict(self.saved[1]), self.saved[2]

    def begin_anew(self):
        self.token, self.events, self.calendar = None, {}, None
        self.save()


class Reader:
    def __init__(self, key, calendars, number):
        self.ask, self.random, self.counts = Peer(key), random.Random(SEED * 77 + number), collections.Counter()
        self.copies = [Copy(each) for each in calendars]

    def step(self, copy, wait, mishaps=True):
        """One page. True: there is no more for now."""
        random_ = self.random
        token = f"&token={copy.token}" if copy.token else ""
        answer = self.ask("GET", f"{copy.path}/changes?limit={random_.choice([1, 3, 20, 100, 500])}&wait={wait}{token}")
        self.counts[answer.status] += 1
        if answer.status == 410:
            copy.begin_anew()
            return False
        if answer.status != 200:
            raise AssertionError(f"listChanges: {answer}")
        page, before = answer.json(), copy.token
        self.counts["pages"] += 1
        self.counts["events"] += len(page["events"])
        self.counts["deleted"] += len(page["deleted"])
        if {each["id"] for each in page["events"]} & {each["id"] for each in page["deleted"]}:
            self.counts["an id in both lists"] += 1
        copy.apply(page)
        luck = random_.random() if mishaps else 1
        if luck < 0.03 and before:
            copy.token = before  # it crashed before it could save the token
        elif luck < 0.05:
            copy.go_back()
        elif luck < 0.051:
            copy.begin_anew()
        elif luck < 0.2:
            copy.save()
        return not page["has_more"] and not page["events"] and not page["deleted"]

    def run(self, stopped, answers):
        try:
            while not stopped.is_set():
                self.step(self.random.choice(self.copies), self.random.choice([0, 0, 1]))
            for copy in self.copies:
                while not self.step(copy, 0, mishaps=False):
                    pass
            answers.put(([(copy.events, copy.calendar) for copy in self.copies], dict(self.counts)))
        except BaseException as fault:
            answers.put(([], {"fault": repr(fault)}))
            raise


def truth(key, calendar):
    ask, events, cursor = Peer(key), {}, ""
    while True:
        page = ask("GET", f"/v1/calendars/{calendar}/events?limit=200{cursor}").json()
        events.update({each["id"]: each for each in page["items"]})
        if not page["next_cursor"]:
            return events, ask("GET", f"/v1/calendars/{calendar}").json()
        cursor = f"&cursor={page['next_cursor']}"


def differences(mirrored, due):
    for event in sorted(set(mirrored) | set(due)):
        if mirrored.get(event) != due.get(event):
            have, want = mirrored.get(event) or {}, due.get(event) or {}
            yield event, {key: (have.get(key), want.get(key)) for key in set(have) | set(want)
                          if have.get(key) != want.get(key)}


def without_seq(calendar):
    return {key: value for key, value in (calendar or {}).items() if key != "seq"}


def renamed_elsewhere():
    """An exception leaves with its series, is given to another one by a split there, and comes back with that: who was
    away meanwhile hears that the old name is gone. The long run found it lost."""
    here, there = make_calendar()["id"], make_calendar()["id"]

    def ask(method, calendar, path, body=None):
        answer = request(method, f"/v1/calendars/{calendar}{path}", body)
        assert answer.status in (200, 201), answer
        return answer.json()

    series = ask("POST", here, "/events", {"title": "S", "start_time": "2026-12-01T09:00:00", "end_time": "2026-12-01T10:00:00",
                                           "recurrence": {"rrule": "FREQ=DAILY;COUNT=9"}})["id"]
    name = ask("PATCH", here, f"/events/{series}/instances/20261205T090000", {"title": "x"})["id"]
    token = ask("GET", here, "/changes")["next_token"]
    ask("PATCH", here, f"/events/{series}", {"calendar_id": there})
    after = ask("POST", there, f"/events/{series}/split", {"recurrence_id": "20261203T090000", "patch": {"title": "later"}})["after"]
    ask("PATCH", there, f"/events/{after['id']}", {"calendar_id": here})
    page = ask("GET", here, f"/changes?token={token}")
    check.that(name in [each["id"] for each in page["deleted"]], f"{name} is gone, and nobody says so: {page['deleted']}")
    check.that(name.replace(series, after["id"]) in [each["id"] for each in page["events"]], f"its new name is told: {page['events']}")


def restart_postgres(writers):
    """In the middle of everything; PostgreSQL recovers as after a crash."""
    cluster = str(pathlib.Path(__file__).resolve().parents[2] / "scripts" / "cluster.sh")
    for number in range(RESTARTS):
        due = WRITES * WRITERS * (number + 1) // (RESTARTS + 1)
        while sum(sum(each.acts.values()) for each in writers) < due:
            time.sleep(0.1)
        how = {**os.environ, "CLUSTER_STOP": "immediate"}
        subprocess.run([cluster, "stop", os.environ["CLUSTER_DIR"]], check=True, env=how)
        subprocess.run([cluster, "start", os.environ["CLUSTER_DIR"]], check=True, env=how)


def main():
    calendars = [make_calendar()["id"], make_calendar()["id"]]
    other = make_user(f"reader-{os.getpid()}")
    for calendar in calendars:
        assert request("PUT", f"/v1/calendars/{calendar}/acl/{other['id']}", {"role": "reader"}).status == 201
    renamed_elsewhere()
    began, keys = time.monotonic(), [KEY, other["api_key"]]
    stopped, answers = multiprocessing.Event(), multiprocessing.Queue()
    readers = [multiprocessing.Process(target=Reader(keys[n % 2], calendars, n).run, args=(stopped, answers))
               for n in range(READERS)]
    world = World(calendars)
    writers = [Writer(world, number) for number in range(WRITERS)]
    threads = [threading.Thread(target=each.run) for each in writers]
    for reader in readers:
        reader.start()
    for thread in threads:
        thread.start()
    restart_postgres(writers)
    for thread in threads:
        thread.join()
    wrote_s = time.monotonic() - began
    stopped.set()
    found = [answers.get(timeout=600) for _ in readers]
    for reader in readers:
        reader.join()
    acts = sum((writer.acts for writer in writers), collections.Counter())
    check.that(sum(acts.values()) == WRITES * WRITERS, f"every writer did its part: {sum(acts.values())}")
    check.that(not [key for key in acts if key[1] >= 500 and key[1] not in BUSY], f"no 5xx: {dict(acts)}")
    dues = {key: [truth(key, calendar) for calendar in calendars] for key in keys}
    for copies, counts in found:
        check.that("fault" not in counts and "an id in both lists" not in counts, counts)
        key = KEY if copies and (copies[0][1] or {}).get("my_role") == "owner" else other["api_key"]
        for (events, shown), (due, calendar) in zip(copies, dues[key]):
            wrong = list(differences(events, due))
            check.that(not wrong, f"{len(wrong)} of {len(due)} differ: {wrong[:3]}")
            check.that(without_seq(shown) == without_seq(calendar), f"the calendar: {shown} {calendar}")
        print(f"a reader: {counts}")
    done = collections.Counter()
    for (name, status), count in acts.items():
        done[name, "done" if 200 <= status < 300 else "refused"] += count
    print("writes:", {f"{name} {how}": count for (name, how), count in sorted(done.items())})
    print(f"{WRITERS} x {WRITES} writes in {wrote_s:.0f} s, {RESTARTS} restarts, asked again "
          f"{sum(writer.ask.again for writer in writers)} times; {[len(due[0]) for due in dues[KEY]]} events at the end")
    check.done()


main()
