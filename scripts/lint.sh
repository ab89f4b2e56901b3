#!/usr/bin/env bash
# lint.sh [CHECK…]: what `./dev lint` checks after a build, or those named by their functions. Every check runs; the
# first line of each names it.
set -uo pipefail
. scripts/lib.sh
faults=0
wanted=" $* "

check() {
	local name=$1 log
	shift
	[ "$wanted" = "  " ] || [[ $wanted == *" $1 "* ]] || return 0
	log=$(mktemp)
	if "$@" >"$log" 2>&1; then
		echo "ok      $name"
		# A check of several parts names what this machine has no tool for.
		grep '^skipped' "$log"
	else
		echo "FAULT   $name"
		sed 's/^/        /' "$log" | tail -n 40
		faults=$((faults + 1))
	fi
	rm -f "$log"
}

format() { c_sources | xargs clang-format-14 --dry-run -Werror; }
tidy() {
	git ls-files -- 'libapi/*.c' 'testing/*.c' 'server/*.c' 'cli/*.c' | xargs -P 2 -n 12 clang-tidy-14 -p build --quiet
}
crosscheck() {
	cppcheck --quiet --error-exitcode=1 --enable=warning,portability --inline-suppr --std=c11 -I. -Iinclude \
		-Ibuild/generator --suppress=missingInclude --suppress=unknownMacro -j 2 libapi cli examples
}
drift() { /usr/bin/python3 generator/generate.py committed --check; }
shell() { git ls-files -- dev .ci/run '*.sh' | xargs shellcheck -x -s bash -e SC2317,SC1091,SC2012; }
yaml() { yamllint -d '{extends: default, rules: {truthy: disable, line-length: disable, document-start: disable, braces: disable, brackets: disable, colons: disable, commas: disable, comments: disable}}' openapi; }
validate() { .dev/venv/bin/openapi-spec-validator --subschema-errors all build/generator/openapi.json; }
spectral() {
	mkdir -p .dev/spectral
	if [ ! -x .dev/spectral/node_modules/.bin/spectral ]; then
		command -v npm >/dev/null || need node
		npm install --silent --no-fund --no-audit --prefix .dev/spectral @stoplight/spectral-cli@6.16.3
	fi
	.dev/spectral/node_modules/.bin/spectral lint --ruleset openapi/.spectral.yaml --fail-severity warn \
		build/generator/openapi.json
}
reference() { rm -rf build/doc && mkdir -p build/doc && doxygen docs/Doxyfile; }
long_files() {
	git ls-files -- '*.c' '*.h' '*.py' | grep -vE '^tests/' | xargs grep -L 'Written by generator/' | xargs wc -l | awk '$1 > 400 && $2 != "total" { print; bad = 1 } END { exit bad }'
}

workflows() { CI='' scripts/deliver.sh names workflows; }

for word in "$@"; do
	[ "$(type -t "$word")" = function ] || {
		echo "no check is called '$word'" >&2
		exit 64
	}
done
venv || exit 1
check "the contract is OpenAPI 3.1 (openapi-spec-validator)" validate
check "the contract's style (Spectral)" spectral
check "generated files are as the contract says" drift
check "YAML (yamllint)" yaml
check "C is formatted (clang-format 14)" format
check "C (clang-tidy 14)" tidy
check "C (cppcheck)" crosscheck
check "shell (shellcheck)" shell
check "the reference (Doxygen)" reference
check "the workflows and their scripts" workflows
check "no source past 400 lines" long_files
[ "$faults" = 0 ] || echo "$faults lint checks failed"
exit "$((faults > 0))"
