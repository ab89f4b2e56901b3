#!/usr/bin/env bash
# sdk_build.sh: dist/ with the source tarball of this commit and its checksum.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
rm -rf dist build/meson-dist
meson dist -C build --no-tests --formats xztar >&2 || fail "no tarball"
mkdir dist
cp build/meson-dist/*.tar.xz dist/
(cd dist && sha256sum -- *.tar.xz >SHA256SUMS && cat SHA256SUMS)
