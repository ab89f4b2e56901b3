#!/usr/bin/env bash
# Row 17: 100 PATCHes at once with one ETag; beside it 50 POSTs at once with one Idempotency-Key.
. tests/fault/by_system_test.sh
row "1 × 200, 99 × 412; one row" races.py
