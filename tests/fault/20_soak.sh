#!/usr/bin/env bash
# Row 20: a million requests after a million do not make the server larger. Needs wrk.
. tests/fault/by_system_test.sh
[ "${1:-}" = short ] || export HAMMER_WARM=1000000 HAMMER_REQUESTS=1000000 HAMMER_LIMIT_KB=1024
row "${HAMMER_LIMIT_KB:-2048} kB" hammer_memory.py
