#!/usr/bin/env bash
# image_find.sh [COMMIT]: the digest of the image that was built from COMMIT's source tree. 3: there is none.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
needs IMAGE_REPOSITORY
tree=$("$(dirname "$0")/tree_hash.sh" "${1:-HEAD}")
digest=$(digest_of imageTag "tree-$tree")
[ -n "$digest" ] || {
	say "image_find.sh: no image of tree $tree"
	exit 3
}
result digest "$digest"
