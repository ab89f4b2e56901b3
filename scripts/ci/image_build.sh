#!/usr/bin/env bash
# image_build.sh rc|pr-N: build and push the image of this source tree, or find it built before.
#
# A release candidate is tagged tree-HASH, by which main finds it, and the next vVERSION-rc.N. It is never the image of
# a pull request: whoever opens one decides what its workflow pushes. Tags do not move in this registry, so a second
# run cannot push over the first; it takes what is there.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
needs IMAGE_REPOSITORY
dockerfile=${DOCKERFILE:-packaging/container/Dockerfile}

next_candidate() {
	local prefix last
	prefix=v$(tr -d '[:space:]' <VERSION)-rc.
	last=$(aws ecr list-images --repository-name "$(repository_name)" --filter tagStatus=TAGGED --output json |
		jq -r --arg prefix "$prefix" '[.imageIds[].imageTag | select(startswith($prefix)) | ltrimstr($prefix)
			| select(test("^[0-9]+$")) | tonumber] | max // 0')
	echo "$prefix$((last + 1))"
}

# The channel is a label because a build is reproducible: without it both channels would be one digest, and the expiry
# of pr-… images would take a released one.
build_and_push() {
	local name tags=()
	[ -f "$dockerfile" ] || fail "no $dockerfile"
	for name in "$@"; do
		tags+=(--tag "$IMAGE_REPOSITORY:$name")
	done
	docker buildx build --file "$dockerfile" --push --provenance=false "${tags[@]}" \
		--build-arg "SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)" --label "net.libapi.channel=$channel" \
		--label "net.libapi.source-tree=$tree" --label "org.opencontainers.image.revision=$(git rev-parse HEAD)" . >&2
}

channel=${1:-}
[[ $channel =~ ^(rc|pr-[0-9]{1,9})$ ]] || usage "image_build.sh rc|pr-N"
git diff --quiet HEAD -- || fail "the working tree differs from HEAD: its hash would name another image"
tree=$("$(dirname "$0")/tree_hash.sh")
tags=("$channel-${tree:0:12}")
if [ "$channel" = rc ]; then
	candidate=$(next_candidate)
	tags=("tree-$tree" "$candidate")
fi
digest=$(digest_of imageTag "${tags[0]}")
if [ -z "$digest" ]; then
	build_and_push "${tags[@]}"
	digest=$(digest_of imageTag "${tags[0]}")
	check_digest "$digest"
fi
result digest "$digest"
