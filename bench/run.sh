#!/usr/bin/env bash
# bench/run.sh [NAME…]: the limits and the peers beside us, in one run on this machine.
#
#   read create list memory fair bombs ical imports against pgbench and COPY, over an empty database (bench.py)
#   sdk                                the library beside a hand-written and a generated client (sdk_bench.py)
#   rrule                              the expander beside libical and python-dateutil (rrule_bench.py)
#   calendar [SHAPE…]                  questions over time in 2,000,000 events (calendar_bench.py); only by its name,
#                                      as it fills a database first; what stands behind it are names of shapes
#
# Without a name: all of the first line, sdk and rrule.
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
	ninja -C $build server/api-server >/dev/null
	CLUSTER_FAST="" tests/system/with_server.sh $build/server/api-server $python bench/bench.py $build "$@"
}

run_sdk() {
	ninja -C $build server/api-server generator/openapi.json bench/sdk_shapes bench/decode_vs_jsonc >/dev/null
	CLUSTER_FAST="" tests/system/with_server.sh $build/server/api-server $python bench/sdk_bench.py $build .dev/venv/bin
}

case "${1:-}" in
calendar) shift && run_calendar "$@" ;;
rrule) run_rrule ;;
sdk) run_sdk ;;
"")
	run_limits
	run_sdk
	run_rrule
	;;
*) run_limits "$@" ;;
esac
