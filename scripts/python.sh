#!/usr/bin/env bash
# python.sh BUILD_DIR COMMAND…: COMMAND with `python` of an environment that has the wheel, cffi and nothing else.
#
# MYPY is the type checker of the tests' own environment. LIBAPI_LIBRARY is unset: what counts is what is in the wheel.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
build_dir=$(realpath "$1")
shift
home=$build_dir/wheel/venv
mkdir -p "$build_dir/wheel"
(
	flock 9
	cd "$root"
	scripts/wheel.sh "$build_dir"
	if [ "$build_dir/wheel/stamp" -nt "$home/installed" ]; then
		rm -rf "$home"
		/usr/bin/python3 -m venv "$home"
		"$home/bin/pip" install -q --disable-pip-version-check -c scripts/requirements.txt "$build_dir"/wheel/dist/*.whl >&2
		touch "$home/installed"
	fi
) 9>"$build_dir/wheel/lock"
unset LIBAPI_LIBRARY PYTHONPATH LD_LIBRARY_PATH
PATH=$home/bin:$PATH MYPY=$root/.dev/venv/bin/mypy exec "$@"
