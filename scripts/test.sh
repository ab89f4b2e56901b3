#!/usr/bin/env bash
# test.sh [NAME…]: run the tests of build/ and say what happened in one line at the end.
set -uo pipefail
venv_log=.dev/venv.log
. scripts/lib.sh
venv >"$venv_log" 2>&1 || {
	cat "$venv_log" >&2
	exit 1
}

# The same code, watched: the system tests run these too.
build build-asan -Db_sanitize=address,undefined -Db_lundef=false || exit 1
BUILD_TARGETS=tests/system/system_threads build build-tsan -Db_sanitize=thread -Db_lundef=false || exit 1
names=()
for name in "$@"; do
	names+=("$name*")
done
meson test -C build --no-rebuild --print-errorlogs --num-processes 2 --timeout-multiplier 3 "${names[@]}" || true
scripts/tally.py build/meson-logs/testlog.json
