#!/usr/bin/env bash
# coverage.sh [all]: which branches of libapi/wire and server/domain the unit and differential tests take; with all, the
# system tests too. Prints the table and, by file, the lines with branches that none took.
set -uo pipefail
. scripts/lib.sh
build="build-coverage"
suites=(--suite unit --suite differential)
[ "${1:-}" != all ] || suites+=(--suite system)

# Programs of those suites alone: the bindings would cost minutes and run none of this.
targets() {
	ninja -C $build -t targets all 2>/dev/null |
		sed -nE 's/^((tests\/(unit|differential|system)|server|libapi|cli)\/[^:]*): (c_LINKER|STATIC_LINKER|cpp_LINKER).*/\1/p'
}

# Tests under sanitizers run programs of other build folders.
names() {
	meson test -C $build --no-rebuild --list "${suites[@]}" 2>/dev/null | sed -n 's/^.* \/ //p' | grep -viE '\((asan|tsan)'
}

figures() {
	.dev/bench-venv/bin/gcovr --root . --object-directory $build --filter 'libapi/wire/' --filter 'server/domain/' \
		--exclude-unreachable-branches --gcov-ignore-parse-errors=suspicious_hits.warn_once_per_file -j 2 "$@" $build/libapi/wire $build/server
}

BUILD_TARGETS=server/api-server build $build -Db_coverage=true || exit 1
BUILD_TARGETS=$(targets | tr '\n' ' ') build $build || exit 1
find $build -name '*.gcda' -delete
mapfile -t wanted < <(names)
echo "${#wanted[@]} tests of ${suites[*]}"
meson test -C $build --no-rebuild --num-processes 2 --timeout-multiplier 5 "${wanted[@]}" >.dev/coverage-tests.log 2>&1
status=$?
grep -E "^(Ok|Fail|Timeout):| FAIL | TIMEOUT " .dev/coverage-tests.log
mkdir -p .dev/coverage
figures --txt .dev/coverage/branches.txt --txt-metric branch --txt-summary --json .dev/coverage/all.json \
	--html-details .dev/coverage/index.html || exit 1
/usr/bin/python3 scripts/uncovered.py .dev/coverage/all.json | tee .dev/coverage/uncovered.txt
echo "pages: .dev/coverage/index.html"
exit $status
