#!/usr/bin/env bash
# bench/run.sh [NAME…]: the limits and the peers beside us, in one run on this machine (see bench/README.md).
set -euo pipefail
cd "$(dirname "$0")/.."
ninja -C build-release bench/sdk_vs_curl >/dev/null
CLUSTER_FAST="" tests/system/with_server.sh build-release/server/api-server \
	/usr/bin/python3 bench/bench.py build-release "$@"
