#!/usr/bin/env python3
"""checker.py RECORD…: what clients were promised, proved from what they sent and got (scene.Record) and from what is there
in the end. Says every breach in a line and ends with 1 if there is one.

  lost     an acknowledged write is not there
  double   a write is there more than once, or one Idempotency-Key was answered in two ways
  order    a write that was sent after another's answer stands before it in the calendar
  stale    a read that carried a token does not have the write that gave it

A write that was not acknowledged may be there or not; a second time it may not. A record is a line of JSON:

  write    client, calendar, key, value, sent, answered, status; of an answer: event, version, got_token, answer
  read     client, event, sent_token, sent, answered, status; of an answer: version
  state    calendar, event, value, version, seq
"""
import collections
import json
import sys


def good(row):
    return 200 <= row["status"] < 300


def lost(rows):
    """An event whose value was overwritten later is there in a later version."""
    there = {row["event"]: row["version"] for row in rows["state"]}
    for row in rows["write"]:
        if good(row) and there.get(row["event"], 0) < row["version"]:
            yield f"lost: {row['key']} was answered {row['status']} with version {row['version']} of {row['event']}, " \
                  f"and there is {there.get(row['event'], 'nothing')}"


def double(rows):
    values = collections.Counter((row["calendar"], row["value"]) for row in rows["state"])
    for (calendar, value), count in values.items():
        if count > 1:
            yield f"double: {value} is {count} times in {calendar}"
    answers = collections.defaultdict(set)
    for row in rows["write"]:
        if good(row):
            answers[row["key"]].add(row["answer"])
    for key, different in answers.items():
        if len(different) > 1:
            yield f"double: {key} was answered in {len(different)} ways"


def order(rows):
    """Of writes to one event by version, of events that were made and not touched again by seq."""
    made = {row["event"]: row["seq"] for row in rows["state"] if row["version"] == 1}
    places = collections.defaultdict(list)
    for row in rows["write"]:
        if not good(row) or row.get("replayed"):
            continue
        places[row["event"]].append((row["sent"], row["answered"], row["version"], row["key"]))
        if row["event"] in made:
            places[row["calendar"]].append((row["sent"], row["answered"], made[row["event"]], row["key"]))
    for place, writes in places.items():
        yield from _order_of(place, writes)


def _order_of(place, writes):
    """What was answered before a write was sent must stand before it: the furthest of those is enough."""
    by_answer, highest, at = sorted(writes, key=lambda one: one[1]), (0, None), 0
    for sent, _, number, key in sorted(writes):
        while at < len(by_answer) and by_answer[at][1] < sent:
            highest = max(highest, (by_answer[at][2], by_answer[at][3]), key=lambda one: one[0])
            at += 1
        if number <= highest[0]:
            yield f"order: {key} is {number} of {place}, and was sent after the answer to {highest[1]}, which is {highest[0]}"


def stale(rows):
    """Tokens compare as text. A token covers every write whose own is not greater."""
    writes = collections.defaultdict(list)
    for row in rows["write"]:
        if good(row) and row["got_token"]:
            writes[row["event"]].append((row["got_token"], row["version"]))
    for row in rows["read"]:
        if not row["sent_token"] or row["status"] not in (200, 404):
            continue
        due = max((version for token, version in writes[row["event"]] if token <= row["sent_token"]), default=0)
        seen = row.get("version") or 0
        if seen < due:
            yield f"stale: {row['event']} was read in version {seen} with the token of version {due}"


def breaches(lines):
    rows = collections.defaultdict(list)
    for line in lines:
        rows[line["kind"]].append(line)
    return [said for law in (lost, double, order, stale) for said in law(rows)]


def main():
    found = []
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            found += breaches(json.loads(line) for line in file)
    print("\n".join(found[:20]))
    print(f"{len(found)} breaches")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
