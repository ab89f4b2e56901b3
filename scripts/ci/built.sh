#!/usr/bin/env bash
# built.sh COMMAND…: the project built with what it needs, then COMMAND.
set -euo pipefail
. scripts/lib.sh
need run test
build build
exec "$@"
