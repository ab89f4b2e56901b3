#!/usr/bin/env bash
# deploy.sh ENVIRONMENT DIGEST: the service runs DIGEST, or this fails and says why.
#
# It starts from the revision that Terraform owns and changes the image alone, so neither undoes the other's work.
# The parameter store is told last: what it holds has run.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=scripts/ci/ecs.sh
. "$(dirname "$0")/ecs.sh"
needs IMAGE_REPOSITORY
[ $# = 2 ] || usage "deploy.sh ENVIRONMENT DIGEST"
check_environment "$1"
check_digest "$2"
[ -n "$(digest_of imageDigest "$2")" ] || fail "no image $2 in $IMAGE_REPOSITORY"

read_parameters "$1"
parameter cluster && cluster=$value
parameter service && service=$value
parameter image_digest && before=$value
parameter container && container=$value
parameter task_definition && register_revision "$value" "$container" "$2"
start_deployment "$cluster" "$service" "$revision"
wait_deployment "$cluster" "$service" "$deployment" "$revision"

# Deployed again, it keeps the one before: a rollback must not lead to itself.
[ "$before" = "$2" ] || write_parameter "$1" image_digest_previous "$before"
write_parameter "$1" image_digest "$2"
say "$1 runs $2; before: $before"
