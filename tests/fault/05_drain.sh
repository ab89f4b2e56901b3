#!/usr/bin/env bash
# Row 5: SIGTERM under load, 50 times: no request fails, the server ends with 0 in time.
. tests/fault/by_system_test.sh
[ "${1:-}" = short ] || export DRAIN_TURNS=50
row "0 failed; status 0 within 7 s" drain.py load
