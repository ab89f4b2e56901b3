#!/usr/bin/env bash
# preview.sh up NUMBER DIGEST | down NUMBER|closed: a pull request's own environment. Its state has a key of its own;
# "closed" takes away those whose pull request is no longer open.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
root=terraform/environments/preview

at() {
	account_settings preview
	domain=$(jq -er .domain "$root/account.auto.tfvars.json")
	terraform -chdir="$root" init -input=false -reconfigure -backend-config="bucket=$STATE_BUCKET" \
		-backend-config="key=preview/pr-$1/terraform.tfstate" >&2
}

up() {
	check_digest "$2"
	at "$1"
	terraform -chdir="$root" apply -input=false -auto-approve -var "instance=$1" -var "domain=pr-$1.$domain" -var "image_digest=$2"
	result url "$(terraform -chdir="$root" output -raw url)"
	SMOKE_SECONDS=${SMOKE_SECONDS:-600} "$(dirname "$0")/smoke.sh" "$(terraform -chdir="$root" output -raw url)"
}

down() {
	at "$1"
	terraform -chdir="$root" destroy -input=false -auto-approve -var "instance=$1" -var "domain=pr-$1.$domain" \
		-var "image_digest=sha256:$(printf '0%.0s' {1..64})"
	aws s3 rm "s3://$STATE_BUCKET/preview/pr-$1/terraform.tfstate" >&2
}

# One that cannot be asked about is left alone; one that cannot be destroyed does not stop the others.
down_closed() {
	local number state faults=0
	for number in $(aws s3 ls "s3://$STATE_BUCKET/preview/" | sed -nE 's/^ *PRE pr-([0-9]+)\/$/\1/p'); do
		state=$(gh pr view "$number" --json state --jq .state) || state=UNKNOWN
		case "$state" in
		CLOSED | MERGED) (down "$number") || faults=$((faults + 1)) ;;
		OPEN) ;;
		*) say "pull request $number: state $state, left alone" && faults=$((faults + 1)) ;;
		esac
	done
	[ "$faults" = 0 ] || fail "$faults previews are not settled"
}

needs STATE_BUCKET
case "${1:-} ${2:-}" in
"down closed") down_closed ;;
*)
	[[ ${2:-} =~ ^[0-9]{1,9}$ ]] || usage "preview.sh up NUMBER DIGEST | down NUMBER|closed"
	case "$1" in
	up) up "$2" "${3:-}" ;;
	down) down "$2" ;;
	*) usage "preview.sh up NUMBER DIGEST | down NUMBER|closed" ;;
	esac
	;;
esac
