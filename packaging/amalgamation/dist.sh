#!/bin/sh
# Run by `meson dist`: the amalgamation travels in the tarball, so that it can be taken without building anything; with
# it what CMake, Conan and vcpkg need to make a library of it.
set -eu
ninja -C "$MESON_BUILD_ROOT" packaging/amalgamation/libapi.c >/dev/null
mkdir -p "$MESON_DIST_ROOT/amalgamation"
cd "$MESON_BUILD_ROOT/packaging/amalgamation"
cp -r libapi.c app.c api "$MESON_DIST_ROOT/amalgamation/"
cd "$MESON_SOURCE_ROOT"
cp -r packaging/amalgamation/CMakeLists.txt packaging/conan/conanfile.py packaging/conan/test_package libapi/libapi.syms VERSION LICENSE \
	"$MESON_DIST_ROOT/amalgamation/"
