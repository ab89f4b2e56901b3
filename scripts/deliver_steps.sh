# deliver_steps.sh: the steps of deliver.sh that are a tool and its options. Sourced.

# absent TOOL WHY: 77, with words, when the tool is not here.
absent() {
	! command -v "$1" >/dev/null && echo "$1 is not installed: $2"
}

with_terraform() {
	! absent terraform "1.11 or later is needed" || return 77
	TF_CLI_CONFIG_FILE=/dev/null "$@"
}

# actionlint runs shellcheck over every run: block by itself, if shellcheck is there.
workflows_valid() {
	local actionlint=.dev/go/bin/actionlint
	! absent shellcheck "actionlint asks it" || return 77
	if [ ! -x "$actionlint" ]; then
		! absent go "1.22 or later builds actionlint" || return 77
		GOBIN=$PWD/.dev/go/bin go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.7 || return 77
	fi
	"$actionlint" -no-color -shellcheck shellcheck
}

# Low findings are matters of taste, such as how a workflow of this repository is named.
workflows_safe() { .dev/venv/bin/zizmor --offline --no-progress --min-severity medium .github/workflows; }

workflows_style() {
	yamllint -s -d '{extends: default, rules: {truthy: disable, line-length: {max: 140}, document-start: disable, comments: {min-spaces-from-content: 1}}}' .github
}

workflows_scripts() {
	git ls-files -co --exclude-standard -- 'scripts/ci/*.sh' 'scripts/recovery/*.sh' 'terraform/tests/*.sh' |
		xargs shellcheck -x -s bash -e SC2317,SC1091,SC2012
}

# promtool comes with Debian's prometheus, whose installation would start a server: so it is unpacked and not installed.
with_promtool() {
	local unpacked=$PWD/.dev/prometheus
	PATH=$PATH:$unpacked/usr/bin
	if ! command -v promtool >/dev/null; then
		mkdir -p "$unpacked"
		(cd "$unpacked" && apt-get download -q prometheus && dpkg -x prometheus_*.deb . && rm prometheus_*.deb)
	fi
	! absent promtool "Debian's package prometheus has it, and it could not be fetched" || return 77
	(cd "$1" && promtool check rules "$2" && promtool test rules "$3")
}
