#!/usr/bin/env bash
# rollback.sh ENVIRONMENT [DIGEST]: back to the image before, or to DIGEST. No canary: what runs now is what is wrong.
#
# The database stays as it is: a release must be able to work on the tables of the next one (CONTRIBUTING.md).
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
[ $# = 1 ] || [ $# = 2 ] || usage "rollback.sh ENVIRONMENT [DIGEST]"
check_environment "$1"
read_parameters "$1"
digest=${2:-}
if [ -z "$digest" ]; then
	parameter image_digest_previous
	digest=$value
fi
[ "$digest" != none ] || fail "$1 has no image before this one"
parameter image_digest
[ "$digest" != "$value" ] || fail "$1 already runs $digest: name another one"
check_digest "$digest"
say "$1: from $value back to $digest"
exec "$(dirname "$0")/deploy.sh" "$1" "$digest"
