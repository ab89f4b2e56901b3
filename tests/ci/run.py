#!/usr/bin/env python3
"""The scripts of scripts/ci against a scripted AWS; then every call they made against AWS's own description of it."""
import json
import os
import pathlib
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE)]
# botocore comes with the tools of scripts/requirements.txt.
sys.path += [str(path) for path in (HERE.parents[1] / ".dev" / "venv" / "lib").glob("python3*/site-packages")]


def main():
    with tempfile.NamedTemporaryFile("r", prefix="libapi-calls-") as noted:
        os.environ["CI_CALLS"] = noted.name
        suite = unittest.defaultTestLoader.discover(str(HERE), pattern="*_test.py")
        if not unittest.TextTestRunner(verbosity=1).run(suite).wasSuccessful():
            return 1
        calls = [json.loads(line) for line in noted]
    try:
        import real_calls
    except ImportError:
        print("botocore is not installed, so no call was held against AWS's description; ./dev test installs it")
        return 1
    faults = real_calls.faults_of(calls)
    print("\n".join(faults) or f"{len(calls)} calls of {len({tuple(call[:2]) for call in calls})} operations are AWS's")
    return 1 if faults or not calls else 0


sys.exit(main())
