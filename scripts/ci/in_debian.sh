#!/usr/bin/env bash
# in_debian.sh COMMAND…: here if this is Debian 12, else in a container of it, over the same folder.
set -euo pipefail
[ $# -gt 0 ] || {
	echo "usage: in_debian.sh COMMAND…" >&2
	exit 64
}
. /etc/os-release
if [ "$ID $VERSION_ID" = "debian 12" ]; then
	exec "$@"
fi
# The folder belongs to another user than the container's root, which git asks about. Names alone: values stay out of
# the process list.
exec docker run --rm --init --volume "$PWD:/src" --workdir /src --env CI --env GITHUB_OUTPUT= --env LIBAPI_URL --env LIBAPI_KEY \
	--env GIT_CONFIG_COUNT=1 --env GIT_CONFIG_KEY_0=safe.directory --env GIT_CONFIG_VALUE_0='*' \
	"${DEBIAN_IMAGE:-debian:12}" sh -c 'apt-get -q update >/dev/null && apt-get -q install -y --no-install-recommends \
		git ca-certificates jq curl >/dev/null && exec "$@"' in_debian "$@"
