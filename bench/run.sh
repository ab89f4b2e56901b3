#!/usr/bin/env bash
# bench/run.sh [NAME…]: the limits and the peers beside us, in one run on this machine.
#
#   read create list memory fair bombs ical imports against pgbench and COPY, over an empty database (bench.py)
#   sdk                                the library beside a hand-written and a generated client (sdk_bench.py)
#   rrule                              the expander beside libical and python-dateutil (rrule_bench.py)
# Only by their names:
#   calendar [SHAPE…]                  questions over time in 2,000,000 events (calendar_bench.py); fills a database
#                                      first; what stands behind it are names of shapes
#   scale [AXIS…]                      what a request costs as connections, events and loops grow (scale.py); fills too
#   peers                              beside Radicale: store, fetch one, fetch a week (peers.py)
#   profile                            instructions of a point read by part, by callgrind (profile.py)
#   lean                               start to ready, RSS idle and with 5,000 connections, held to the promise
#   plot                               the newest kept runs as SVG under docs/img (plot.py)
#
# Without a name: all of the first line, sdk and rrule. What is measured is kept under .dev/bench.
set -euo pipefail
cd "$(dirname "$0")/.."
build="build-release"
python=/usr/bin/python3

with_server() {
	CLUSTER_FAST="" tests/system/with_server.sh $build/server/api-server "$@"
}

run_rrule() {
	ninja -C $build bench/rrule bench/rrule_libical >/dev/null
	$python bench/rrule_bench.py $build
}

run_limits() {
	ninja -C $build server/api-server >/dev/null
	with_server $python bench/bench.py $build "$@"
}

run_sdk() {
	ninja -C $build server/api-server generator/openapi.json bench/sdk_shapes bench/decode_vs_jsonc >/dev/null
	with_server $python bench/sdk_bench.py $build .dev/venv/bin
}

case "${1:-}" in
calendar | scale) $python "bench/${1/calendar/calendar_bench}.py" $build "${@:2}" ;;
rrule) run_rrule ;;
sdk) run_sdk ;;
peers) with_server $python bench/peers.py ;;
profile) with_server $python bench/profile.py $build ;;
lean) with_server $python tests/system/lean.py promised ;;
plot) .dev/bench-venv/bin/python bench/plot.py ;;
"")
	run_limits
	run_sdk
	run_rrule
	;;
*) run_limits "$@" ;;
esac
