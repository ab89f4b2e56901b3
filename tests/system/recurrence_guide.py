#!/usr/bin/env python3
"""docs/recurrence.md says what the server does: each numbered example of the guide has its vectors in
tests/golden/rrule/corners.json, says the same as they do, and the server gives what they expect. So do the examples of
RFC 5545 (rfc5545.json)."""
import datetime
import json
import re
import zoneinfo

from series_set import DAY, HOUR, ROOT, Form, instant, skipped
from wire import Checks, connect, make_calendar, request

WINDOW = 395 * DAY
check = Checks()


def moment(text):
    return datetime.datetime.fromisoformat(text)


def vectors(name):
    return json.loads((ROOT / "tests/golden/rrule" / name).read_text(encoding="utf-8"))["vectors"]


# ---- the guide and the vectors


def guide():
    """number -> (case, instances) of the tables of corners and clocks"""
    rows = re.findall(r"^\| (\d+) \| (.*?) \| (.*?) \|", (ROOT / "docs/recurrence.md").read_text(encoding="utf-8"), re.M)
    return {int(number): cells for number, *cells in rows}


def dates_of(cell, year):
    found = []
    for own, rest in re.findall(r"\b(\d{4}-)?(\d\d-\d\d)\b", cell):
        year = own.rstrip("-") or year
        found.append(f"{year}-{rest}")
    return found


def says_the_same(number, case, instances, vector):
    rule = re.match(r"`(FREQ=[^`]*)`", case)
    if rule:
        check.that(rule[1] == vector["rrule"], f"{number}: the guide has {rule[1]}, the vector {vector['rrule']}")
    if number < 20:
        said = dates_of(instances, vector["start"][:4]) if rule else []
        given = [each[:10] for each in vector["expect"]]
    else:  # UTC times, as far as the cell begins with them
        said = re.findall(r"\d\d:\d\d", re.match(r"[\d:, ]*", re.sub(r" \([^)]*\)", "", instances))[0])
        given = [each[11:16] for each in vector.get("instants", [])] or said
    check.that(said == given[:len(said)], f"{number}: the guide has {said}, the vector {given}")
    return len(said)


def check_guide(found):
    rows = guide()
    numbered = {int(re.match(r"\d+", vector["name"])[0]): vector for vector in found}
    check.that(set(rows) == set(numbered), f"only in the guide or only in the vectors: {sorted(set(rows) ^ set(numbered))}")
    said = sum(says_the_same(number, *cells, numbered[number]) for number, cells in rows.items() if number in numbered)
    check.that(said >= 40, f"only {said} instances of the guide were understood")


# ---- the server and the vectors


class Asked:
    def __init__(self, vector, connection, calendars):
        self.vector, self.connection, zone = vector, connection, vector["zone"]
        self.form = Form("a" if "T" not in vector["start"] else "z" if zone else "f", zone or "UTC", HOUR / 2)
        self.form.length = DAY if self.form.kind == "a" else self.form.length
        if self.form.zone not in calendars:
            calendars[self.form.zone] = make_calendar(time_zone=self.form.zone)["id"]
        self.base = f"/v1/calendars/{calendars[self.form.zone]}/events"
        self.start, self.rule = moment(vector["start"]), vector["rrule"]

    def body(self):
        form = self.form
        body = {"title": "Vector", **form.times(self.start), "recurrence": {"rrule": self.rule}}
        body.update({"z": {"time_zone": form.zone}, "f": {"floating": True}, "a": {"is_all_day": True}}[form.kind])
        if self.vector.get("second"):
            shown = self.start.replace(tzinfo=zoneinfo.ZoneInfo(form.zone), fold=1)
            body.update(start_time=shown.isoformat(), end_time=(shown.astimezone(datetime.UTC) + form.length).isoformat())
        for name in ("rdates", "exdates"):
            body["recurrence"][name] = [re.sub("[-:]", "", each) for each in self.vector.get(name, [])]
        return body

    def post(self):
        return request("POST", self.base, self.body(), connection=self.connection)

    def listed(self, event):
        """(slot, start) from the start on: all that are expected, and a year past them if there must be no more."""
        wanted, rows, low = self.vector["expect"], [], self.start - DAY
        last = moment(wanted[-1]) + (DAY if self.vector.get("endless") else WINDOW)
        while low <= last:
            page = request("GET", f"{self.base}/{event}/instances?from={low.isoformat()}Z&to={(low + WINDOW).isoformat()}Z"
                                  "&limit=1000", connection=self.connection).json()
            rows += [(each["recurrence_id"], self.form.shown(each)[0]) for each in page["items"]
                     if not rows or rows[-1][0] != each["recurrence_id"]]
            low += WINDOW
        return rows[:len(wanted)] if self.vector.get("endless") else rows


def run(vector, connection, calendars):
    asked = Asked(vector, connection, calendars)
    before = 0
    refusal = vector.get("code") or (None if vector["expect"] else "rrule_no_instances")
    if refusal:
        check.that(asked.post().code == refusal, f"{vector['name']}: not refused as {refusal}")
        return
    if asked.form.kind == "z" and skipped(asked.form.zone, asked.start):
        # Nobody may create what starts at a time that no clock shows; the day before is one occurrence more.
        check.that(asked.post().code == "nonexistent_local_time", f"{vector['name']}: a start that is skipped")
        asked.start -= DAY
        asked.rule = re.sub(r"COUNT=(\d+)", lambda found: f"COUNT={int(found[1]) + 1}", asked.rule)
        before = 1
    answer = asked.post()
    check.that(answer.status == 201, f"{vector['name']}: {answer}")
    if answer.status != 201:
        return
    rows = asked.listed(answer.json()["id"])
    if before:
        del rows[0]
    slots = [asked.form.slot_text(moment(each)) for each in vector["expect"]]
    check.that([slot for slot, _ in rows] == slots, f"{vector['name']}: {rows[:12]}, wanted {slots[:12]}")
    if "instants" in vector:
        wanted = [instant("UTC", moment(each[:-1])) for each in vector["instants"]]
        check.that([start for _, start in rows] == wanted, f"{vector['name']}: {rows}, wanted {wanted}")


def main():
    corners, connection, calendars = vectors("corners.json"), connect(), {}
    check_guide(corners)
    for vector in corners + vectors("rfc5545.json"):
        run(vector, connection, calendars)
    check.done()


main()
