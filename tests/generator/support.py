"""A small contract that is right, so that each test breaks exactly one thing in it."""

import os
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "generator"))

with open(os.path.join(HERE, "small.yaml"), encoding="utf-8") as file:
    SMALL = file.read()


def edit(old, new):
    """SMALL with the first `old` replaced; and the line where it stood."""
    at = SMALL.index(old)
    return SMALL[:at] + new + SMALL[at + len(old) :], SMALL.count("\n", 0, at) + 1
