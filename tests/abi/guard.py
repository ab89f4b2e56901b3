#!/usr/bin/env python3
"""The guard itself is guarded: an added function passes, a removed, a changed and a narrowed one do not.

    guard.py LIBAPI_JSON CC
"""
import copy
import json
import pathlib
import sys
import tempfile

import compare
import stub


def find(described, name):
    return next(function for function in described["functions"] if function["name"] == name)


def add(described):
    described["functions"].append(find(described, "libapi_event_get") | {"name": "libapi_event_frobnicate"})


def remove(described):
    described["functions"].remove(find(described, "libapi_event_get"))


def change_parameter(described):
    find(described, "libapi_error_name")["params"][0]["c"] = "const char *"


def narrow_result(described):
    find(described, "libapi_error_retry_after_ms")["result"]["c"] = "int32_t"


def drop_parameter(described):
    find(described, "libapi_event_get")["params"].pop()


CASES = [(add, None), (remove, "1 Removed"), (change_parameter, "parameter 1 of type"),
         (narrow_result, "return type changed"), (drop_parameter, "parameter")]


def main():
    if compare.missing_tool():
        print(compare.missing_tool())
        return 1
    described = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        old = stub.build(described, pathlib.Path(folder, "old"), sys.argv[2].split())
        for change, words in CASES:
            other = copy.deepcopy(described)
            change(other)
            said = compare.changes(old, stub.build(other, pathlib.Path(folder, change.__name__), sys.argv[2].split()))
            if (said is None) != (words is None) or words is not None and words not in said:
                failures.append(f"{change.__name__}: expected {words!r}, abidiff said {said!r}")
    print("\n".join(failures) or f"{len(CASES)} changes judged as they should be")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
