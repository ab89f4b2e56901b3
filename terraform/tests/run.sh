#!/usr/bin/env bash
# run.sh [DIR…]: validates every root and runs every module's tests with a mocked provider; no account, no network.
# Without arguments all; with arguments only those (modules/network, stack, environments/dev, …). Two at a time.
#
# LIBAPI_TF_PLUGINS names a folder with the aws provider where the registry cannot be reached.
# Ends 77 where terraform or the provider is absent, after saying so.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/.." || exit
root=$(cd .. && pwd)
work=$root/.dev/terraform
mkdir -p "$work"
# A configuration of the user's must not decide what is tested, nor may one that is missing break it.
: >"$work/terraform.rc"
export TF_CLI_CONFIG_FILE=$work/terraform.rc TF_IN_AUTOMATION=1 CHECKPOINT_DISABLE=1
# Terraform and its provider live for seconds here; a fifth of their CPU was collecting garbage.
export GOGC=${GOGC:-400}
plugins=${LIBAPI_TF_PLUGINS:-/opt/tf-plugins}

command -v terraform >/dev/null || {
	echo "terraform is not installed: 1.11 or later is needed" >&2
	exit 77
}

# init DIR: its plugins into a folder of the build's own.
init() {
	export TF_DATA_DIR=$work/${1//\//-}
	local options=(-backend=false -input=false -no-color)
	[ ! -d "$plugins" ] || options+=("-plugin-dir=$plugins")
	terraform -chdir="$1" init "${options[@]}" >"$TF_DATA_DIR.init.log" 2>&1
}

# check DIR: what there is to check depends on what it is.
check() {
	local log=$work/${1//\//-}.log status=0
	{
		init "$1" || grep -q 'missing provider provider' "$work/${1//\//-}.init.log" || cat "$work/${1//\//-}.init.log"
		case "$1" in
		modules/*) terraform -chdir="$1" test -no-color ;;
		environments/* | bootstrap) terraform -chdir="$1" validate -no-color ;;
		esac
	} >"$log" 2>&1 || status=1
	report "$1" "$status" "$log"
}

# check_stack ENVIRONMENT: the whole of it, planned and applied to the mocks with what that environment sets.
check_stack() {
	local log=$work/stack-$1.log status=0 more=()
	[ "$1" != preview ] || more=(-var=instance=7)
	TF_DATA_DIR=$work/stack terraform -chdir=stack test -no-color \
		-var-file="../environments/$1/terraform.tfvars" "${more[@]}" >"$log" 2>&1 || status=1
	report "stack as $1" "$status" "$log"
}

report() {
	if [ "$2" = 0 ]; then
		echo "ok      $1: $(grep -E '^Success' "$3" | tail -n 1)"
	else
		echo "FAULT   $1"
		grep -vE '"(.*)"\.\.\. pass$|in progress|tearing down' "$3" | sed 's/^/        /' | tail -n 60
		return 1
	fi
}

one() {
	case "$1" in
	stack:*) check_stack "${1#stack:}" ;;
	*) check "$1" ;;
	esac
}
export -f init check check_stack report one
export work plugins

if ! init modules/cost; then
	if ! grep -q "Failed to query available provider packages\|Could not retrieve the list of available versions\|locked provider" \
		"$work/modules-cost.init.log"; then
		cat "$work/modules-cost.init.log"
		exit 1
	fi
	echo "the aws provider is neither under $plugins (LIBAPI_TF_PLUGINS) nor to be had from the registry" >&2
	exit 77
fi
[ $# -gt 0 ] || set -- stack:production stack:staging stack:dev stack:preview modules/* bootstrap environments/{dev,staging,production,preview}
[[ " $* " != *" stack:"* ]] || init stack || grep -q 'missing provider provider' "$work/stack.init.log" || cat "$work/stack.init.log"
# shellcheck disable=SC2016 # the inner shell expands it
printf '%s\n' "$@" | xargs -P 2 -I{} bash -c 'one "$1"' one {}
