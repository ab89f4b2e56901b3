#!/usr/bin/env bash
# sign.sh FILE…: FILE.minisig beside each, with the secret key at SIGNING_KEY. Without a key nothing is signed, which is
# said. Make one: minisign -G -s release.key -p release.pub, and publish release.pub.
#
# minisign and not OpenPGP: one key, one algorithm, no keyring, and a file can be checked with one command.
set -euo pipefail
[ $# -gt 0 ] || {
	echo "usage: sign.sh FILE…" >&2
	exit 64
}
if [ -z "${SIGNING_KEY:-}" ]; then
	echo "not signed: SIGNING_KEY does not name a key of minisign's"
	exit 0
fi
for file in "$@"; do
	minisign -S -q -s "$SIGNING_KEY" -m "$file" -t "libapi $(tr -d '[:space:]' <"$(dirname "$0")/../VERSION"), $(basename "$file")"
done
echo "signed: $*"
