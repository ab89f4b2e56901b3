# lib.sh: shared by scripts/ci/*.sh. Sourced; nothing here talks to anybody by itself.
#
# What an environment is made of is written by Terraform to the parameter store under /PROJECT/ENVIRONMENT/, so that no
# script repeats a name; terraform/stack/deployment.tf lists them.

# IMAGE_REPOSITORY is the registry's host and the repository's name, without tag or digest.
export AWS_PAGER=
POLL_SECONDS=${POLL_SECONDS:-10}
PROJECT=${PROJECT:-libapi}
digest_form='^sha256:[0-9a-f]{64}$'
environments='^(dev|staging|production)$'

say() { printf '%s\n' "$*" >&2; }

fail() {
	say "$(basename "$0"): $*"
	exit 1
}

usage() {
	say "usage: $*"
	exit 64
}

# needs NAME…: the settings that the script cannot do without, all missing ones in one message.
needs() {
	local name missing=()
	for name in "$@"; do
		[ -n "${!name:-}" ] || missing+=("$name")
	done
	[ ${#missing[@]} = 0 ] || fail "not set: ${missing[*]}"
}

check_environment() { [[ $1 =~ $environments ]] || fail "environment '$1': one of dev, staging, production"; }

check_digest() { [[ $1 =~ $digest_form ]] || fail "digest '$1': sha256: and 64 hexadecimal digits, never a tag"; }

# result NAME VALUE: for the next step of a workflow, and for the reader.
result() {
	echo "$1=$2"
	[ -z "${GITHUB_OUTPUT:-}" ] || echo "$1=$2" >>"$GITHUB_OUTPUT"
}

repository_name() { echo "${IMAGE_REPOSITORY#*/}"; }

# digest_of KEY VALUE: the digest of the image that has imageTag or imageDigest VALUE. Nothing: there is none.
digest_of() {
	local answer
	if answer=$(aws ecr describe-images --repository-name "$(repository_name)" --image-ids "$1=$2" --output json 2>&1); then
		jq -er '.imageDetails[0].imageDigest' <<<"$answer"
	elif [[ $answer != *ImageNotFoundException* ]]; then
		fail "the registry does not answer: $answer"
	fi
}

# The parameters of an environment, read once into `parameters`.
read_parameters() {
	declare -gA parameters=()
	local name value lines
	lines=$(aws ssm get-parameters-by-path --path "/$PROJECT/$1" --output json |
		jq -er '.Parameters[] | (.Name | split("/") | last) + "\t" + .Value') ||
		fail "no parameters under /$PROJECT/$1: was Terraform applied, and in this region?"
	while IFS=$'\t' read -r name value; do
		parameters[$name]=$value
	done <<<"$lines"
}

# parameter NAME: sets `value`; a missing one ends the script, which a subshell could not do.
parameter() {
	value=${parameters[$1]:-}
	[ -n "$value" ] || fail "no parameter '$1': apply Terraform to this environment first"
}

write_parameter() {
	aws ssm put-parameter --name "/$PROJECT/$1/$2" --value "$3" --type String --overwrite --output json >/dev/null ||
		fail "parameter /$PROJECT/$1/$2 could not be written"
}

# account_settings ENVIRONMENT: what Terraform is told of the account, from ACCOUNT, which bootstrap wrote down. Without
# it the environment's own account.auto.tfvars.json stands, as on a desk.
account_settings() {
	local file=terraform/environments/$1/account.auto.tfvars.json
	if [ -n "${ACCOUNT:-}" ]; then
		jq -e --arg environment "$1" '.[$environment] // empty' <<<"$ACCOUNT" >"$file" ||
			fail "ACCOUNT has nothing for $1: scripts/ci/github_setup.sh writes it"
	fi
	[ -f "$file" ] || fail "no $file and no ACCOUNT: docs/deployment.md says where they come from"
}
