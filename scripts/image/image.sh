#!/usr/bin/env bash
# image.sh: what `./dev image` does: HEAD's image built twice from nothing, the same; looked through, run, signed.
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/image/lib.sh
# What containers/storage binds onto itself and leaves: rm could not remove it.
trap 'umount "$store/overlay" 2>/dev/null || true' EXIT

git diff --quiet HEAD -- || echo "image: the working tree differs from HEAD; HEAD is built" >&2
commit=$(git rev-parse HEAD)
first=$(scripts/image/build.sh first "$commit" --no-cache)
second=$(scripts/image/build.sh second "$commit" --no-cache)
[ "$first" = "$second" ] || {
	diff -r "$folder/first" "$folder/second" >&2 || true
	fail "built twice, two images: $first and $second; both are in $folder"
}
echo "image: $first; built again it is the same"

rm -rf build/image && mkdir -p build/image
/usr/bin/python3 tests/packaging/image_content.py "$folder/first" build/image
engine="$PWD/scripts/image/engine.sh"
ENGINE=$engine IMAGE="$image:first" CLUSTER_FAST=1 tests/system/with_server.sh build/server/api-server \
	/usr/bin/python3 tests/packaging/image_runs.py
skopeo copy --quiet "dir:$folder/first" "docker-archive:build/image/api-server.tar:api-server:$(tr -d '[:space:]' <VERSION)"
echo "$first" >build/image/digest
scripts/sign.sh build/image/sbom.spdx.json build/image/digest
echo "image: build/image/api-server.tar; take it with docker load or podman load"
