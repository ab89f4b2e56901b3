#!/bin/sh
# installed.sh QUICKSTART_FOLDER BUILD: the quickstart built by strangers, who have nothing but an installed prefix:
# with pkg-config by each compiler in each language, without exceptions, and with CMake; and run against LIBAPI_URL.
set -eu
source=$1 build=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
DESTDIR="$work/root" meson install -C "$build" --no-rebuild --quiet
config=$(find "$work/root" -name libapi.pc)
prefix=$(sed -n 's/^prefix=//p' "$config")
library=$(dirname "$(dirname "$config")")
PKG_CONFIG_PATH=$(dirname "$config")
PKG_CONFIG_SYSROOT_DIR="$work/root"
LD_LIBRARY_PATH=$library
export PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR LD_LIBRARY_PATH

cat >"$work/expected" <<'END'
Lunch at 2026-06-01T12:00:00+00:00
calendar: Quickstart
deleted: 404
caught: LIBAPI_E_NOT_FOUND
END

check() {
	"$1" >"$work/got"
	diff "$work/expected" "$work/got"
}

built=0
for compiler in g++ clang++; do
	command -v "$compiler" >/dev/null || continue
	for standard in 17 20; do
		# shellcheck disable=SC2046 # two lists of flags
		"$compiler" "-std=c++$standard" -Wall -Wextra -Wpedantic -Werror $(pkg-config --cflags libapi) \
			"$source/quickstart.cpp" -o "$work/quickstart" $(pkg-config --libs libapi)
		check "$work/quickstart"
		built=$((built + 1))
	done
done
[ "$built" -gt 0 ] || { echo "no C++ compiler" >&2; exit 1; }

if ! { cmake -S "$source" -B "$work/cmake" -DCMAKE_PREFIX_PATH="$work/root$prefix" &&
	cmake --build "$work/cmake"; } >"$work/cmake.log" 2>&1; then
	cat "$work/cmake.log" >&2
	exit 1
fi
check "$work/cmake/quickstart"
echo "quickstart: $built times with pkg-config, once with CMake"
