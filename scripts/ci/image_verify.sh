#!/usr/bin/env bash
# image_verify.sh DIGEST: the image may go to production: built from this source tree, scanned without a grave finding,
# and attested by the staging workflow to have passed the staging tests.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
needs IMAGE_REPOSITORY GITHUB_REPOSITORY
[ $# = 1 ] || usage "image_verify.sh DIGEST"
check_digest "$1"
predicate=${STAGING_PREDICATE:-https://libapi.net/attestations/staging-tests/v1}

[ -n "$(digest_of imageDigest "$1")" ] || fail "no image $1 in $IMAGE_REPOSITORY"
tree=$("$(dirname "$0")/tree_hash.sh")
found=$(digest_of imageTag "tree-$tree")
[ "$found" = "$1" ] || fail "tree-$tree is ${found:-no image}, not $1: another source was built"

scan=$(aws ecr describe-image-scan-findings --repository-name "$(repository_name)" --image-id "imageDigest=$1" --output json) ||
	fail "$1 was not scanned"
state=$(jq -r '.imageScanStatus.status' <<<"$scan")
[[ $state =~ ^(COMPLETE|ACTIVE)$ ]] || fail "the scan of $1 is not complete: $state"
grave=$(jq -r '.imageScanFindings.findingSeverityCounts // {} | (.CRITICAL // 0) + (.HIGH // 0)' <<<"$scan")
[ "$grave" = 0 ] || fail "the scan of $1 has $grave critical or high findings"

gh attestation verify "oci://$IMAGE_REPOSITORY@$1" --repo "$GITHUB_REPOSITORY" --predicate-type "$predicate" \
	--signer-workflow "$GITHUB_REPOSITORY/.github/workflows/staging.yml" >&2 ||
	fail "$1 has no attestation of the staging workflow: it did not pass the staging tests"
say "$1: of this tree, scanned, attested"
