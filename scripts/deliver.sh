#!/usr/bin/env bash
# deliver.sh [NAME…]: what `./dev deliver` checks, all of it or the steps whose name begins with one given. Everything
# here is proved without a cloud account; docs/deploy.md says what only AWS can prove.
#
# A step is a line in STEPS and a program: 0 is good, 77 is "cannot be checked here", its last line the reason.
# With CI=true a skipped step counts as a failure. The last line is "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/.." || exit
python=.dev/venv/bin/python
logs=.dev/deliver
mkdir -p "$logs"

STEPS=(
	"alerts             with_promtool packaging/prometheus alerts.yaml alerts_test.yaml"
	"terraform-format   with_terraform terraform fmt -check -diff -recursive terraform"
	"terraform-rules    $python terraform/tests/policy.py"
	"terraform-breaks   $python terraform/tests/policy_test.py"
	"terraform-readmes  $python terraform/tests/readme.py --check"
	"terraform-roots    terraform/tests/run.sh bootstrap environments/dev environments/staging environments/production environments/preview"
	"terraform-modules  terraform/tests/run.sh modules/state modules/github-oidc modules/registry modules/network modules/edge modules/database modules/secrets modules/service modules/observability modules/cost"
	"terraform-stack    terraform/tests/run.sh stack:production stack:staging stack:dev stack:preview"
)

with_terraform() {
	command -v terraform >/dev/null || {
		echo "terraform is not installed: 1.11 or later is needed"
		return 77
	}
	TF_CLI_CONFIG_FILE=/dev/null "$@"
}

with_promtool() {
	command -v promtool >/dev/null || {
		echo "promtool is not installed: Debian's package prometheus has it"
		return 77
	}
	(cd "$1" && promtool check rules "$2" && promtool test rules "$3")
}

wanted() {
	local name=$1 prefix
	shift
	[ $# -gt 0 ] || return 0
	for prefix in "$@"; do
		[[ "$name" != "$prefix"* ]] || return 0
	done
	return 1
}

passed=0 failed=0 skipped=0
for step in "${STEPS[@]}"; do
	read -r name command <<<"$step"
	wanted "$name" "$@" || continue
	# shellcheck disable=SC2086 # a command and its arguments
	$command >"$logs/$name.log" 2>&1
	case $? in
	0)
		echo "ok      $name"
		passed=$((passed + 1))
		;;
	77)
		echo "skipped $name: $(tail -n 1 "$logs/$name.log")"
		skipped=$((skipped + 1))
		;;
	*)
		echo "FAULT   $name"
		tail -n 60 "$logs/$name.log" | sed 's/^/        /'
		failed=$((failed + 1))
		;;
	esac
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ] && { [ "$skipped" = 0 ] || [ "${CI-}" != true ]; }
