#!/usr/bin/env bash
# bench/run.sh [NAME…]: the limits and the peers beside us, in one run on this machine.
#
#   read create list sdk memory fair bombs ical imports against pgbench, libcurl and COPY, over an empty database (bench.py)
#   rrule                              the expander beside libical and python-dateutil (rrule_bench.py)
#   calendar [SHAPE…]                  questions over time in 2,000,000 events (calendar_bench.py); only by its name,
#                                      as it fills a database first; what stands behind it are names of shapes
#
# Without a name: all of the first line, and rrule.
set -euo pipefail
cd "$(dirname "$0")/.."
build="build-release"
python=/usr/bin/python3

run_calendar() {
	ninja -C $build server/api-server >/dev/null
	$python bench/calendar_bench.py $build "$@"
}

run_rrule() {
	ninja -C $build bench/rrule bench/rrule_libical >/dev/null
	$python bench/rrule_bench.py $build
}

run_limits() {
	ninja -C $build bench/sdk_vs_curl bench/decode_vs_jsonc >/dev/null
	CLUSTER_FAST="" tests/system/with_server.sh $build/server/api-server $python bench/bench.py $build "$@"
}

case "${1:-}" in
calendar) shift && run_calendar "$@" ;;
rrule) run_rrule ;;
"")
	run_limits
	run_rrule
	;;
*) run_limits "$@" ;;
esac
