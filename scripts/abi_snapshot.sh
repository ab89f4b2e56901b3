#!/usr/bin/env bash
# abi_snapshot.sh: what this release promises, for later ones to be held to: its headers and libabigail's dump.
set -euo pipefail
release=tests/abi/$(cut -d. -f1,2 VERSION)
rm -rf "$release"
mkdir -p "$release/include"
cp -r include/api "$release/include/"
abidw --headers-dir include --drop-private-types --no-corpus-path --no-comp-dir-path \
	--out-file "$release/libapi.abi" build/libapi/libapi.so.1
echo "$release"
