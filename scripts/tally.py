#!/usr/bin/env python3
"""tally.py LOG: count meson's testlog.json, list what failed or was skipped and why, end with one line.

With CI=true a skipped test counts as a failure: nothing may be skipped there for want of a tool.
"""
import json
import os
import sys

passed, failed, skipped = 0, [], []
with open(sys.argv[1], encoding="utf-8") as log:
    for line in log:
        test = json.loads(line)
        if test["result"] == "SKIP":
            reason = (test.get("stderr") or test.get("stdout") or "no reason given").strip().splitlines()
            skipped.append((test["name"], reason[-1] if reason else "no reason given"))
        elif test["result"] in ("OK", "EXPECTEDFAIL"):
            passed += 1
        else:
            failed.append((test["name"], test["result"]))
for name, reason in skipped:
    print(f"skipped  {name}: {reason}")
for name, result in failed:
    print(f"failed   {name}: {result}")
print(f"{passed} passed, {len(failed)} failed, {len(skipped)} skipped")
if passed == 0 or failed or (skipped and os.environ.get("CI") == "true"):
    sys.exit(1)
