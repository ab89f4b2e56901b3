#!/usr/bin/python3
"""Runs every *_test.py here on a private cluster: run.py [part of a name]. Each function is a test."""

import glob
import importlib
import inspect
import os
import sys
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import cluster  # noqa: E402
import world  # noqa: E402


def tests(wanted):
    for path in sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), "*_test.py"))):
        module = importlib.import_module(os.path.basename(path)[:-3])
        for name, function in inspect.getmembers(module, inspect.isfunction):
            is_test = function.__module__ == module.__name__ and name.count("_") > 2 \
                and not inspect.signature(function).parameters
            if is_test and wanted in f"{module.__name__}.{name}":
                yield f"{module.__name__}: {name.replace('_', ' ')}", function


def main(wanted):
    failed = count = 0
    for name, function in tests(wanted):
        count += 1
        try:
            function()
        except Exception:
            failed += 1
            print(f"FAIL {name}\n{traceback.format_exc(limit=-4)}")
            world.sessions[:] = [cluster.Session()]
    print(f"{count - failed} passed, {failed} failed")
    return 1 if failed or not count else 0


if __name__ == "__main__":
    if not os.path.exists(f"{cluster.BIN}/initdb"):
        print(f"skipped: no PostgreSQL server programs in {cluster.BIN}")
        sys.exit(77)
    cluster.start()
    try:
        cluster.load(cluster.Session(setup=False))
        status = main(sys.argv[1] if len(sys.argv) > 1 else "")
    finally:
        cluster.stop()
    sys.exit(status)
