#!/usr/bin/env bash
# test.sh [--suite SUITE | --no-suite SUITE | NAME…]: run the tests of build/ and say what happened in one line at the end.
set -uo pipefail
venv_log=.dev/venv.log
. scripts/lib.sh
venv >"$venv_log" 2>&1 || {
	cat "$venv_log" >&2
	exit 1
}

# The same code, watched: the system tests run these too.
build build-asan -Db_sanitize=address,undefined -Db_lundef=false || exit 1
# Under the thread sanitizer only what has threads.
watched="tests/system/system_threads tests/unit/server/server_turns_test tests/conformance/conformance \
	tests/unit/testing/testing_server_test tests/unit/libapi/libapi_interleaving_test \
	tests/unit/libapi/libapi_transport_test bindings/cpp/tests/cpp-binding"
BUILD_TARGETS=$watched build build-tsan -Db_sanitize=thread -Db_lundef=false || exit 1
# Names are given by their beginnings; meson wants them whole.
names=()
if [[ ${1:-} == --suite || ${1:-} == --no-suite ]] && [ -n "${2:-}" ]; then
	names=("$1" "$2")
	shift 2
fi
for wanted in "$@"; do
	mapfile -t -O "${#names[@]}" names < <(meson test -C build --no-rebuild --list 2>/dev/null |
		sed 's/^.* \/ //' | grep -F -- "$wanted" | grep "^$wanted")
	[ ${#names[@]} -gt 0 ] || {
		echo "no test's name begins with '$wanted'" >&2
		exit 64
	}
done
rm -f build/meson-logs/testlog.json
meson test -C build --no-rebuild --print-errorlogs --num-processes 3 --timeout-multiplier 3 "${names[@]}" || true
scripts/tally.py build/meson-logs/testlog.json
