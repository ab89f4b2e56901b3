#!/usr/bin/env bash
# check.sh: the lints of the workflows and of the scripts they call. A tool that cannot be had is named and makes the
# check fail, unless ALLOW_SKIPPED=1; then it is named as skipped.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.." || exit
. scripts/lib.sh
faults=0
skipped=0

check() {
	local name=$1 status=0
	shift
	"$@" >.dev/check.log 2>&1 || status=$?
	if [ "$status" = 77 ] && [ -n "${ALLOW_SKIPPED:-}" ]; then
		skipped=$((skipped + 1))
		echo "skipped $name: $(tail -n 1 .dev/check.log)"
	elif [ "$status" != 0 ]; then
		faults=$((faults + 1))
		echo "FAULT   $name"
		sed 's/^/        /' .dev/check.log | tail -n 40
	else
		echo "ok      $name"
	fi
}

# actionlint runs shellcheck over every run: block by itself, if shellcheck is there.
workflows_are_valid() {
	local actionlint=.dev/go/bin/actionlint
	command -v shellcheck >/dev/null || { echo "no shellcheck" && return 77; }
	if [ ! -x "$actionlint" ]; then
		command -v go >/dev/null || { echo "no go (1.22 or later) to build actionlint with" && return 77; }
		GOBIN=$PWD/.dev/go/bin go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.7 || return 77
	fi
	"$actionlint" -no-color -shellcheck shellcheck
}
# Low findings are matters of taste, such as how a workflow of this repository is named.
workflows_are_safe() { .dev/venv/bin/zizmor --offline --no-progress --min-severity medium .github/workflows; }
yaml_is_good() {
	yamllint -s -d '{extends: default, rules: {truthy: disable, line-length: {max: 140}, document-start: disable, comments: {min-spaces-from-content: 1}}}' .github
}
scripts_are_good() {
	git ls-files -co --exclude-standard -- 'scripts/ci/*.sh' 'scripts/recovery/*.sh' |
		xargs shellcheck -x -s bash -e SC2317,SC1091,SC2012
}

mkdir -p .dev
venv
check "workflows are valid, their shell too (actionlint, shellcheck)" workflows_are_valid
check "workflows are safe (zizmor)" workflows_are_safe
check "workflows are YAML of one style (yamllint)" yaml_is_good
check "scripts of workflows (shellcheck)" scripts_are_good
check "jobs in order, actions pinned, forks stopped" /usr/bin/python3 tests/ci/workflows.py
echo "$faults failed, $skipped skipped"
exit "$((faults > 0))"
