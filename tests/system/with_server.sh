#!/usr/bin/env bash
# with_server.sh SERVER COMMAND…: a throw-away PostgreSQL, a migrated schema, an admin, a running SERVER; then
# COMMAND with LIBAPI_URL, LIBAPI_KEY, DATABASE_URL, SERVER_PROGRAM, SERVER_PID, CLUSTER_DIR set. All is gone afterwards.
#
# The server's log is shown when the command fails. A server that does not end with 0 on SIGTERM, or that a
# sanitizer complains about, fails the run too.
set -uo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
SERVER_PROGRAM=$(realpath "$1")
shift
work=$(mktemp -d /tmp/libapi-system-XXXXXX)
export CLUSTER_FAST=${CLUSTER_FAST-1} CLUSTER_STOP=immediate CLUSTER_DIR="$work/pg" SERVER_PROGRAM
[ -n "$CLUSTER_FAST" ] || unset CLUSTER_FAST

stop_all() {
	[ -z "${SERVER_PID:-}" ] || kill -KILL "$SERVER_PID" 2>/dev/null
	"$root/scripts/cluster.sh" destroy "$CLUSTER_DIR"
	rm -rf "$work"
}
trap stop_all EXIT
trap 'exit 130' INT TERM

"$root/scripts/cluster.sh" start "$CLUSTER_DIR" || exit 1
DATABASE_URL=$("$root/scripts/cluster.sh" url "$CLUSTER_DIR")
export DATABASE_URL
"$SERVER_PROGRAM" migrate >"$work/migrate.log" 2>&1 || {
	cat "$work/migrate.log" >&2
	exit 1
}
"$SERVER_PROGRAM" create-admin --username admin --key-file "$work/key" >/dev/null || exit 1
read -r port admin_port < <(python3 -c '
import socket
a, b = socket.socket(), socket.socket()
a.bind(("127.0.0.1", 0)); b.bind(("127.0.0.1", 0))
print(a.getsockname()[1], b.getsockname()[1])')
export API_LISTEN=127.0.0.1:$port API_ADMIN_LISTEN=127.0.0.1:$admin_port
export API_RATE_LIMIT=${API_RATE_LIMIT:-0} API_ADDRESS_LIMIT=${API_ADDRESS_LIMIT:-0} API_AUTH_FAILURES=${API_AUTH_FAILURES:-0} API_LAME_DUCK=${API_LAME_DUCK:-0s}
export API_SECRET_KEY=${API_SECRET_KEY-the-operators-key-of-the-system-tests}
export SERVER_LOG="$work/server.log"
"$SERVER_PROGRAM" serve >"$SERVER_LOG" 2>&1 &
SERVER_PID=$!
export SERVER_PID LIBAPI_URL="http://$API_LISTEN" ADMIN_URL="http://$API_ADMIN_LISTEN"
LIBAPI_KEY=$(cat "$work/key")
export LIBAPI_KEY
for _ in $(seq 200); do
	curl -fs "$LIBAPI_URL/readyz" >/dev/null 2>&1 && break
	sleep 0.05
done

status=0
"$@" || status=$?
if [ "$status" = 0 ]; then
	kill -TERM "$SERVER_PID" 2>/dev/null
	wait "$SERVER_PID" || { status=$? && echo "the server ended with $status" >&2; }
	SERVER_PID=
	grep -E "ERROR: (Address|Leak)Sanitizer|runtime error:" "$SERVER_LOG" && status=1
fi
[ "$status" = 0 ] || [ "$status" = 77 ] || { echo "--- server log, last lines" >&2 && tail -n 15 "$SERVER_LOG" >&2; }
exit "$status"
