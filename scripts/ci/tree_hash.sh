#!/usr/bin/env bash
# tree_hash.sh [COMMIT]: the hash of the source tree. A merge changes the commit's id but not this, so it names an image.
set -euo pipefail
git rev-parse --verify --quiet "${1:-HEAD}^{tree}" || {
	echo "tree_hash.sh: no commit '${1:-HEAD}'" >&2
	exit 1
}
