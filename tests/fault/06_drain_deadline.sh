#!/usr/bin/env bash
# Row 6: SIGTERM with 200 idle and 20 half-sent requests and writes behind a held lock.
. tests/fault/by_system_test.sh
row "status 0 by the deadline of 7 s, and 1 s" drain.py idle
