#!/usr/bin/env bash
# hostile.sh: the short forms of rows 9, 10, 11 and 13 against one server, since most of their seconds are its start.
set -euo pipefail
cd "$(dirname "$0")/../.."
export API_STATEMENT_TIMEOUT=50s API_DATABASE_DEADLINE=55s # for the machine that is busy, in making what is asked for
export API_HEAD_TIMEOUT=1s API_BODY_TIMEOUT=2s API_READER_TIMEOUT=2s API_BODY_BUDGET=24MiB FAULT_SHARED=1
# shellcheck disable=SC2016 # expanded by the inner shell
exec tests/system/with_server.sh "${1:-build/server/api-server}" bash -c '
	for row in 09_slow_clients 10_large_requests 11_malformed_http 13_no_http2; do
		/usr/bin/python3 "tests/fault/$row.py" short || { echo "row $row failed" && exit 1; }
	done'
