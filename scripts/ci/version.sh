#!/usr/bin/env bash
# version.sh BASE: VERSION may be released: x.y.z, greater than at BASE unless nothing that ships changed, with an
# entry in CHANGELOG.md, a SONAME that fits and, where an older release is kept under tests/abi/, its promise kept.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
[ $# = 1 ] || usage "version.sh BASE"
shipped='^(openapi|include|libapi|server|cli|testing|generator|packaging|VERSION)(/|$)'

version=$(tr -d '[:space:]' <VERSION)
[[ $version =~ ^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$ ]] || fail "VERSION '$version': three numbers, x.y.z"
major=${BASH_REMATCH[1]}
before=$(git show "$1:VERSION" 2>/dev/null | tr -d '[:space:]') || fail "no VERSION at '$1'"

changed=$(git diff --name-only "$1...HEAD")
newest=$(printf '%s\n%s\n' "$before" "$version" | sort -V | tail -n 1)
[ "$newest" = "$version" ] || fail "VERSION went back from $before to $version"
if [ "$version" = "$before" ] && grep -qE "$shipped" <<<"$changed" &&
	git rev-parse --verify --quiet "refs/tags/v$version" >/dev/null; then
	fail "v$version is released, and $(grep -cE "$shipped" <<<"$changed") shipped files changed: raise VERSION"
fi

entry=$(awk -v version="$version" '$0 == "## " version { found = 1; next } /^## / { found = 0 } found && NF' CHANGELOG.md)
[ -n "$entry" ] || fail "CHANGELOG.md has no entry under '## $version'"

# Until 1.0.0 the SONAME is 1; from then on it is the major version.
soname=$(sed -nE "s/.*soversion: *'?([0-9]+)'?.*/\1/p" libapi/meson.build | sort -u)
[ "$soname" = "$((major > 0 ? major : 1))" ] || fail "SONAME libapi.so.${soname:-?} does not fit VERSION $version"

# What an earlier release of the same major version promised is kept; tests/abi/release.py is the judge.
library=${ABI_LIBRARY:-build/libapi/libapi.so.1}
for release in tests/abi/"$major".*/; do
	[ -d "$release" ] || continue
	[ -f "$library" ] || fail "$library is not built: the ABI cannot be compared with $release"
	/usr/bin/python3 tests/abi/release.py "$release" "$library" include "${CC:-cc}" || fail "the ABI breaks $release"
done
result version "$version"
