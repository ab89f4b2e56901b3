# lib.sh: shared by scripts/ci/*.sh. Sourced; nothing here talks to anybody by itself.
#
# What an environment is made of is written by Terraform to the parameter store under /libapi/ENVIRONMENT/, so that no
# workflow repeats a name:
#   cluster service task_definition            what runs, and the revision that Terraform owns
#   canary_service listener_rule target_group canary_target_group alarms    what a canary needs; alarms by comma
#   url                                        where the smoke test asks
#   image_digest image_digest_previous         what runs now and what ran before; "none" at first

# IMAGE_REPOSITORY is the registry's host and the repository's name, without tag or digest.
export AWS_PAGER=
POLL_SECONDS=${POLL_SECONDS:-10}
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
	lines=$(aws ssm get-parameters-by-path --path "/libapi/$1/" --output json |
		jq -er '.Parameters[] | (.Name | split("/") | last) + "\t" + .Value') ||
		fail "no parameters under /libapi/$1/: was Terraform applied, and in this region?"
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
	aws ssm put-parameter --name "/libapi/$1/$2" --value "$3" --type String --overwrite --output json >/dev/null ||
		fail "parameter /libapi/$1/$2 could not be written"
}
