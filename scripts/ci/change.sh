#!/usr/bin/env bash
# change.sh deploy|canary|rollback ENVIRONMENT [DIGEST]: the one of the three that a workflow was asked for.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
[[ ${1:-} =~ ^(deploy|canary|rollback)$ ]] || usage "change.sh deploy|canary|rollback ENVIRONMENT [DIGEST]"
[ -n "${3:-}" ] || set -- "$1" "${2:-}"
exec "$(dirname "$0")/$1.sh" "${@:2}"
