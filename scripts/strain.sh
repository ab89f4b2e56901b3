#!/usr/bin/env bash
# strain.sh [NAME…]: the long forms of what ./dev test does briefly; each tells its figures. Without a name all.
set -euo pipefail
export LIBAPI_TEST_SEED=${LIBAPI_TEST_SEED:-$(date +%s)}
names="balancer interleavings memory threads"

# 100,000 calls over two connections through HAProxy, which is reloaded three times.
balancer() {
	tests/system/with_server.sh build/server/api-server /usr/bin/python3 tests/system/balancer.py \
		build/tests/system/system_balancer 100000 3
}

# Starts, answers, losses, deadlines, cancels and releases in 100,000 random orders.
interleavings() {
	LIBAPI_TEST_ROUNDS=100000 build/tests/unit/libapi/libapi_interleaving_test
}

# Every call of the conformance cases, each of its allocations failing in turn.
memory() {
	build/tests/conformance/starved tests/conformance all
}

# Eight threads, 20,000 calls each, libcurl and the server; under ThreadSanitizer.
threads() {
	BUILD_TARGETS=tests/system/system_threads build build-tsan -Db_sanitize=thread -Db_lundef=false
	LIBAPI_TEST_CALLS=20000 tests/system/with_server.sh build/server/api-server build-tsan/tests/system/system_threads
}

. scripts/lib.sh
# shellcheck disable=SC2086 # a list of words
[ $# -gt 0 ] || set -- $names
for name in "$@"; do
	case " $names " in
	*" $name "*) "$name" ;;
	*)
		echo "strain.sh: no run '$name'; known are $names" >&2
		exit 64
		;;
	esac
done
