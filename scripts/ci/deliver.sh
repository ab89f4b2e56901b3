#!/usr/bin/env bash
# deliver.sh NAME…: steps of `./dev deliver`, where one that cannot be checked counts as failed.
set -euo pipefail
CI=true exec ./dev deliver "$@"
