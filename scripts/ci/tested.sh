#!/usr/bin/env bash
# tested.sh DIGEST: what is attested of an image after the staging tests, as JSON on one line. It refuses what staging
# does not run or what was built from another source.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
needs IMAGE_REPOSITORY
[ $# = 1 ] || usage "tested.sh DIGEST"
check_digest "$1"
tree=$("$(dirname "$0")/tree_hash.sh")
found=$(digest_of imageTag "tree-$tree")
[ "$found" = "$1" ] || fail "tree-$tree is ${found:-no image}, not $1"
read_parameters staging
parameter image_digest
[ "$value" = "$1" ] || fail "staging runs $value, not $1: what was tested is another image"
result predicate "$(jq -nc --arg tree "$tree" --arg version "$(tr -d '[:space:]' <VERSION)" \
	'{tree: $tree, version: $version, environment: "staging", tests: "passed"}')"
