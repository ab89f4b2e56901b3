#!/usr/bin/env bash
# build.sh NAME COMMIT [buildah's options]: the image of a commit's source as localhost/api-server:NAME, without a daemon.
#
# Of a commit and not of the working tree: its labels say what it was built from.
# The base is made with mmdebstrap once and upgraded by each build, so no registry of images is asked either.
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/image/lib.sh
name=$1
commit=$(git rev-parse --verify "$2^{commit}")
shift 2
source=$folder/source
rm -rf "$source" && mkdir -p "$source"
git archive "$commit" | tar -x -C "$source"

if ! storage podman image exists "$base"; then
	echo "image: making a Debian to build in" >&2
	SOURCE_DATE_EPOCH=0 mmdebstrap --quiet --variant=minbase bookworm "$folder/base.tar" 2>"$folder/base.log" || {
		tail -n 20 "$folder/base.log" >&2
		fail "no base was made"
	}
	storage podman import --quiet "$folder/base.tar" "$base" >/dev/null
	rm "$folder/base.tar"
fi
# The form that keeps HEALTHCHECK. A time for all files, the commit's, so that the same source is the same digest.
made=$(git log -1 --format=%ct "$commit")
storage buildah bud --format docker --isolation chroot --network host --pull-never --timestamp "$made" "$@" \
	--file "$source/packaging/container/Dockerfile" --ignorefile "$source/packaging/container/Dockerfile.dockerignore" \
	--build-arg BASE_IMAGE="$base" --build-arg SOURCE_DATE_EPOCH="$made" \
	--label org.opencontainers.image.version="$(tr -d '[:space:]' <"$source/VERSION")" \
	--label org.opencontainers.image.revision="$commit" \
	--label net.libapi.source-tree="$(scripts/ci/tree_hash.sh "$commit")" \
	--tag "$image:$name" "$source" >"$folder/build-$name.log" 2>&1 || {
	tail -n 40 "$folder/build-$name.log" >&2
	fail "the build failed; all of it: $folder/build-$name.log"
}
rm -rf "${folder:?}/$name"
stored="containers-storage:[overlay@$store+$run]$image:$name"
skopeo copy --quiet --dest-compress --dest-compress-format gzip "$stored" "dir:$folder/$name"

# The form with HEALTHCHECK also keeps the name of the container that buildah built in, another one each time.
settle() (
	cd "$1"
	config=$(jq -r '.config.digest | ltrimstr("sha256:")' manifest.json)
	jq -Sc 'del(.container, .container_config, .config.Hostname)' "$config" >settled
	digest=$(sha256sum settled | cut -d' ' -f1)
	jq -Sc --arg digest "sha256:$digest" --argjson size "$(stat -c %s settled)" '.config += {$digest, $size}' manifest.json >written
	rm "$config"
	mv settled "$digest"
	mv written manifest.json
)
settle "$folder/$name"

# Back, so that what is run is what the digest names; skopeo refuses bytes that are not those of their digest.
skopeo copy --quiet "dir:$folder/$name" "$stored"
storage podman image prune --force >/dev/null
skopeo inspect "dir:$folder/$name" --format '{{.Digest}}'
