#!/usr/bin/env bash
# sdk_publish.sh: dist/ as the release vVERSION at this commit, with the words of CHANGELOG.md. A release that exists is
# left as it is, and must be of this commit.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
tag=v$(tr -d '[:space:]' <VERSION)
(cd dist && sha256sum --check --quiet SHA256SUMS) || fail "dist/ is not what was built"
if standing=$(git rev-parse --verify --quiet "refs/tags/$tag^{commit}"); then
	[ "$standing" = "$(git rev-parse HEAD)" ] || fail "$tag is $standing: a release never moves; raise VERSION"
	say "$tag is there already"
	exit
fi
awk -v version="${tag#v}" '$0 == "## " version { found = 1; next } /^## / { found = 0 } found' CHANGELOG.md |
	gh release create "$tag" dist/* --target "$(git rev-parse HEAD)" --title "$tag" --notes-file -
