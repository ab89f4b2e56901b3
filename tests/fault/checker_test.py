#!/usr/bin/env python3
"""The checker finds what it is for: a good record passes, and each of its doctored copies is told for what it is."""
import copy
import sys

import checker


def write(number, at, event, version, token, **more):
    return {"kind": "write", "client": "w", "calendar": "c", "key": f"k{number}", "value": f"v{number}", "sent": at, "answered": at + 1,
            "status": 201, "event": event, "version": version, "got_token": token, "answer": f"a{number}", **more}


def read(at, event, token, version, status=200):
    return {"kind": "read", "client": "r", "event": event, "sent_token": token, "sent": at, "answered": at + 1, "status": status,
            "version": version}


def state(event, value, version, seq):
    return {"kind": "state", "calendar": "c", "event": event, "value": value, "version": version, "seq": seq}


GOOD = [write(1, 0, "e", 1, "t1"), write(2, 2, "e", 2, "t2", status=200), write(3, 4, "f", 1, "t3"),
        write(4, 6, "g", 1, "t4"), write(5, 6.5, "h", 1, "t5"),  # at the same time: in any order
        write(6, 8, None, None, None, status=503), write(7, 9, None, None, None, status=0),
        write(4, 9, "g", 1, "t6", replayed=True),  # the answer again
        read(3, "e", "t1", 1), read(3, "e", "t2", 2), read(3, "e", None, 1), read(7, "f", "t2", None, 404), read(8, "g", "t3", 7, 503),
        state("e", "v2", 2, 2), state("f", "v3", 1, 3), state("g", "v4", 1, 5), state("h", "v5", 1, 4), state("i", "v7", 1, 6)]


def doctored(change):
    rows = copy.deepcopy(GOOD)
    change(rows)
    return checker.breaches(rows)


def remove_state(rows):
    rows[:] = [row for row in rows if row != state("f", "v3", 1, 3)]


def old_version(rows):
    rows[rows.index(state("e", "v2", 2, 2))]["version"] = 1


def twice(rows):
    rows.append(state("j", "v7", 1, 7))  # that write was not acknowledged, and even so


def two_answers(rows):
    rows[7]["answer"] = "another"


def version_backwards(rows):
    rows[1]["version"], rows[0]["version"] = 1, 2


def same_version(rows):
    rows[1]["version"] = 1


def seq_backwards(rows):
    rows[-4]["seq"], rows[-3]["seq"] = 5, 3


def stale(rows):
    rows[9]["version"] = 1


def stale_absent(rows):
    rows.append(read(9, "f", "t3", None, 404))


def stale_later_token(rows):
    rows.append(read(9, "e", "t9", 1))  # a later token covers earlier writes too


WRONG = [(remove_state, "lost"), (old_version, "lost"), (twice, "double"), (two_answers, "double"), (version_backwards, "order"),
         (same_version, "order"), (seq_backwards, "order"), (stale, "stale"), (stale_absent, "stale"), (stale_later_token, "stale")]

faults = [f"a good record: {said}" for said in checker.breaches(GOOD)]
for change, wanted in WRONG:
    found = doctored(change)
    if not found or not any(said.startswith(wanted + ":") for said in found):
        faults.append(f"{change.__name__}: wanted {wanted}, found {found}")
print("\n".join(faults) or f"{len(WRONG)} doctored records, each found out")
sys.exit(1 if faults else 0)
