#!/usr/bin/env bash
# terraform.sh plan|apply|drift ENVIRONMENT
#
# apply applies the plan that it showed. drift fails when what runs differs from what is written. IMAGE_DIGEST is the
# image of the very first apply; none is needed afterwards.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"

# plan: sets `changes`: 0 nothing to do, 2 something; another status is a failure.
plan() {
	changes=0
	terraform -chdir="$root" plan -input=false -lock-timeout=5m -detailed-exitcode -out=plan.bin || changes=$?
	[ "$changes" = 0 ] || [ "$changes" = 2 ] || fail "no plan for $environment"
}

[[ ${1:-} =~ ^(plan|apply|drift)$ ]] || usage "terraform.sh plan|apply|drift ENVIRONMENT"
environment=${2:-}
check_environment "$environment"
needs STATE_BUCKET
root=terraform/environments/$environment
account_settings "$environment"
terraform -chdir="$root" init -input=false -reconfigure -backend-config="bucket=$STATE_BUCKET" >&2

# An environment that stands keeps its first image whatever is said here.
digest=${IMAGE_DIGEST:-sha256:$(printf '0%.0s' {1..64})}
check_digest "$digest"
if [ "$1" = apply ] && [ -z "${IMAGE_DIGEST:-}" ] && [ -z "$(terraform -chdir="$root" state list)" ]; then
	fail "$environment is applied for the first time: IMAGE_DIGEST is the image that it starts with"
fi
export TF_VAR_image_digest=$digest
plan
case "$1 $changes" in
"drift 2") fail "$environment differs from what is written, as shown above" ;;
"apply 2") terraform -chdir="$root" apply -input=false plan.bin ;;
esac
