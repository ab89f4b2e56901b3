# by_system_test.sh, sourced: a row that a test of tests/system plays; its last line of words is the figure.
set -uo pipefail

# row LIMIT TEST [ARGUMENT…]
row() {
	local limit=$1 test=$2 said status
	shift 2
	said=$(tests/system/with_server.sh "${SERVER_PROGRAM:-build/server/api-server}" /usr/bin/python3 "tests/system/$test" "$@" 2>&1)
	status=$?
	printf '%s\n' "$said"
	[ "$status" != 0 ] || echo "FIGURE $(printf '%s\n' "$said" | grep -v ' checks, ' | tail -n 1) | $limit"
	exit "$status"
}
