#!/usr/bin/env bash
# url.sh ENVIRONMENT: where the environment is reached, as Terraform wrote it down.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
[ $# = 1 ] || usage "url.sh ENVIRONMENT"
check_environment "$1"
read_parameters "$1"
parameter url
result url "$value"
