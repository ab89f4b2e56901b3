#!/usr/bin/env bash
# deliver.sh [--full] [NAME…]: what `./dev deliver` checks, all of it or the steps whose name begins with one given. Everything
# here is proved without a cloud account; docs/deployment.md says what only AWS can prove.
#
# A step is a line in STEPS and a program: 0 is good, 77 is "cannot be checked here", its last line the reason.
# With CI=true a skipped step counts as a failure. The last line is "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/.." || exit
python=.dev/venv/bin/python
logs=.dev/deliver
mkdir -p "$logs"
. scripts/deliver_steps.sh

STEPS=(
	"names               $python tests/ci/names.py"
	"workflows-order     $python tests/ci/workflows.py"
	"workflows-valid     workflows_valid"
	"workflows-safe      workflows_safe"
	"workflows-style     workflows_style"
	"workflows-scripts   workflows_scripts"
	"desk                $python tests/ci/run.py"
	"terraform-format    with_terraform terraform fmt -check -diff -recursive terraform"
	"terraform-rules     $python terraform/tests/policy.py"
	"terraform-breaks    $python terraform/tests/policy_test.py"
	"terraform-readmes   $python terraform/tests/readme.py --check"
	"terraform-roots     terraform/tests/run.sh bootstrap environments/dev"
	"terraform-modules   terraform/tests/run.sh modules/state modules/github-oidc modules/registry modules/network modules/edge modules/database modules/secrets modules/service modules/observability modules/cost"
	"terraform-stack     terraform/tests/run.sh stack:production stack:staging stack:dev stack:preview"
	"alerts              with_promtool packaging/prometheus alerts.yaml alerts_test.yaml"
)

# Minutes, not seconds: all of it applied, deployed and destroyed on a fake AWS.
if [ "${1:-}" = --full ]; then
	shift
	STEPS+=(
		"full-state          /usr/bin/python3 tests/recovery/state_file.py"
		"full-account        terraform/tests/fake/rehearse.py"
	)
fi

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
	began=$SECONDS
	# shellcheck disable=SC2086 # a command and its arguments
	$command >"$logs/$name.log" 2>&1
	status=$?
	took="$((SECONDS - began)) s"
	case $status in
	0)
		echo "ok      $name, $took"
		[[ "$name" != full-* ]] || sed 's/^/        /' "$logs/$name.log"
		passed=$((passed + 1))
		;;
	77)
		echo "skipped $name: $(tail -n 1 "$logs/$name.log")"
		skipped=$((skipped + 1))
		;;
	*)
		echo "FAULT   $name, $took"
		tail -n 60 "$logs/$name.log" | sed 's/^/        /'
		failed=$((failed + 1))
		;;
	esac
done
echo "$passed passed, $failed failed, $skipped skipped, $SECONDS s"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ] && { [ "$skipped" = 0 ] || [ "${CI-}" != true ]; }
