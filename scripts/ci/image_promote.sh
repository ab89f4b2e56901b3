#!/usr/bin/env bash
# image_promote.sh DIGEST TAG: the same digest under one more tag, vX.Y.Z. Nothing is built or copied.
#
# A tag that already stands at another digest is refused, whether or not the registry would refuse it.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
needs IMAGE_REPOSITORY
[ $# = 2 ] || usage "image_promote.sh DIGEST TAG"
check_digest "$1"
[[ $2 =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "tag '$2': vX.Y.Z"
[ "$2" = "v$(tr -d "[:space:]" <VERSION)" ] || fail "tag '$2' is not VERSION $(cat VERSION)"

standing=$(digest_of imageTag "$2")
if [ -z "$standing" ]; then
	manifest=$(aws ecr batch-get-image --repository-name "$(repository_name)" --image-ids "imageDigest=$1" --output json)
	jq -e '.images | length == 1' <<<"$manifest" >/dev/null || fail "no image $1 in $IMAGE_REPOSITORY"
	aws ecr put-image --repository-name "$(repository_name)" --image-tag "$2" --image-digest "$1" \
		--image-manifest "$(jq -r '.images[0].imageManifest' <<<"$manifest")" \
		--image-manifest-media-type "$(jq -r '.images[0].imageManifestMediaType' <<<"$manifest")" \
		--output json >/dev/null || fail "the registry refused tag $2"
	standing=$(digest_of imageTag "$2")
fi
[ "$standing" = "$1" ] || fail "tag $2 stands at $standing, not $1: a tag never moves; raise VERSION"
result tag "$2"
