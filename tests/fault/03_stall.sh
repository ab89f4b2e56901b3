#!/usr/bin/env bash
# Row 3: all processes of PostgreSQL stand still (SIGSTOP) for 30 s under load.
. tests/fault/by_system_test.sh
[ "${1:-}" = short ] || export STALL_S=30
row "every answer 4.5 s; /livez p99 50 ms; back 2 s" hammer_stall.py
