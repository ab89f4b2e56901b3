#!/usr/bin/env bash
# smoke_environment.sh HOW ENVIRONMENT: the smoke test where the environment is reached. After a rollback any version is
# right but it must be one.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
[ $# = 2 ] || usage "smoke_environment.sh HOW ENVIRONMENT"
check_environment "$2"
read_parameters "$2"
parameter url
if [ "$1" = rollback ]; then
	export SMOKE_VERSION=any
fi
exec "$(dirname "$0")/smoke.sh" "$value"
