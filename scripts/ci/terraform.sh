#!/usr/bin/env bash
# terraform.sh check | plan|apply|drift ENVIRONMENT
#
# check asks no cloud: format, validity of every root, the modules' mocked tests. apply applies the plan that it showed.
# drift fails when what runs differs from what is written.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"

check() {
	local root
	terraform fmt -check -recursive terraform || fail "not formatted: the files above"
	for root in terraform/bootstrap terraform/environments/*/; do
		[ -d "$root" ] || fail "no $root"
		terraform -chdir="$root" init -backend=false -input=false >&2
		terraform -chdir="$root" validate || fail "$root is not valid"
	done
	for root in terraform/modules/*/; do
		compgen -G "$root/tests/*.tftest.hcl" >/dev/null || fail "$root has no test"
		terraform -chdir="$root" init -backend=false -input=false >&2
		terraform -chdir="$root" test || fail "$root: a test failed"
	done
}

# plan: 0 nothing to do, 2 something; another status is a failure.
plan() {
	local status=0
	terraform -chdir="$root" plan -input=false -lock-timeout=5m -detailed-exitcode -out=plan.bin || status=$?
	[ "$status" = 0 ] || [ "$status" = 2 ] || fail "no plan for $environment"
	changes=$status
}

[[ ${1:-} =~ ^(check|plan|apply|drift)$ ]] || usage "terraform.sh check | plan|apply|drift ENVIRONMENT"
[ "$1" != check ] || {
	check
	exit
}
environment=${2:-}
check_environment "$environment"
needs STATE_BUCKET
root=terraform/environments/$environment
[ -d "$root" ] || fail "no $root"
terraform -chdir="$root" init -input=false -backend-config="bucket=$STATE_BUCKET" >&2
plan
case "$1 $changes" in
"drift 2") fail "$environment differs from what is written, as shown above" ;;
"apply 2") terraform -chdir="$root" apply -input=false plan.bin ;;
esac
