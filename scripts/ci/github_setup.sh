#!/usr/bin/env bash
# github_setup.sh: the environments and variables of the repository on GitHub, as bootstrap's output `github` has them.
# Once, by a person with rights there (`gh auth login`). Approvals and the secret STAGING_KEY stay with that person.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
needs GITHUB_REPOSITORY
settings=$(terraform -chdir=terraform/bootstrap output -json github) || fail "bootstrap has no output: was it applied here?"

# set_variables FILTER [OPTION…]: the object that FILTER finds, each member a variable.
set_variables() {
	local filter=$1 name value
	shift
	while IFS=$'\t' read -r name value; do
		gh variable set "$name" --repo "$GITHUB_REPOSITORY" --body "$value" "$@" || fail "variable $name could not be set"
	done < <(jq -r "$filter | to_entries[] | \"\(.key)\t\(.value)\"" <<<"$settings")
}

set_variables .variables
for environment in $(jq -r '.environments | keys[]' <<<"$settings"); do
	# One that stands is left alone: made again it would lose its reviewers.
	place=repos/$GITHUB_REPOSITORY/environments/$environment
	gh api --silent "$place" 2>/dev/null || gh api --silent --method PUT "$place" || fail "no environment $environment"
	set_variables ".environments[\"$environment\"]" --env "$environment"
done
say "now by hand: reviewers for production and *-infrastructure, and the secret STAGING_KEY"
