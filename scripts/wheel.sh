#!/usr/bin/env bash
# wheel.sh BUILD_DIR: the Python package as build/wheel/dist/libapi-*.tar.gz and .whl, the wheel made from the sdist.
#
# Nothing is done while the inputs are as they were.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh
build_dir=$1
work=$build_dir/wheel
amalgamation=$build_dir/packaging/amalgamation
mkdir -p "$work"
stamp=$(find bindings/python/libapi bindings/python/*.* "$amalgamation/libapi.c" "$amalgamation/api" VERSION LICENSE \
	-type f ! -name '*.pyc' -print0 | sort -z | xargs -0 sha256sum | sha256sum)
[ "$(cat "$work/stamp" 2>/dev/null)" != "$stamp" ] || exit 0
venv >&2
rm -rf "$work/source" "$work/dist"
mkdir -p "$work/source/csrc"
cp -r bindings/python/{libapi,pyproject.toml,setup.py,MANIFEST.in,README.md} VERSION LICENSE "$work/source/"
cp -r "$amalgamation/libapi.c" "$amalgamation/api" "$work/source/csrc/"
.dev/venv/bin/python -m build --outdir "$work/dist" "$work/source" >"$work/log" 2>&1 || {
	tail -n 40 "$work/log" >&2
	exit 1
}
echo "$stamp" >"$work/stamp"
