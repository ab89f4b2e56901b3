#!/bin/sh
# amalgamation.sh LIBAPI_C CC: what a user types who takes libapi.c, and nothing else, into a folder.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r "$(dirname "$1")"/. "$folder"
cd "$folder"
$2 -Wall -Wextra -Werror app.c libapi.c -lcurl
./a.out | tee out
grep -q '^Standup at 20' out
