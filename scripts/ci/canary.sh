#!/usr/bin/env bash
# canary.sh ENVIRONMENT DIGEST: 5 % of the requests to DIGEST for ten minutes under the alarms, then all of them.
#
# However it ends, also by a signal, the weights go back and the canary's tasks are stopped.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=scripts/ci/ecs.sh
. "$(dirname "$0")/ecs.sh"
needs IMAGE_REPOSITORY
[ $# = 2 ] || usage "canary.sh ENVIRONMENT DIGEST"
check_environment "$1"
check_digest "$2"
CANARY_PERCENT=${CANARY_PERCENT:-5}
CANARY_SECONDS=${CANARY_SECONDS:-600}

set_weights() {
	local forward rule status=0
	forward=$(jq -nc --arg main "$main_group" --arg canary "$canary_group" --argjson percent "$1" '[{Type: "forward",
		ForwardConfig: {TargetGroups: [{TargetGroupArn: $main, Weight: (100 - $percent)},
			{TargetGroupArn: $canary, Weight: $percent}]}}]')
	for rule in "${rules[@]}"; do
		aws elbv2 modify-rule --rule-arn "$rule" --actions "$forward" --output json >/dev/null || status=1
	done
	return "$status"
}

put_back() {
	local status=$?
	trap - EXIT INT TERM
	set_weights 0 || {
		say "canary.sh: the weights could not be put back: look at the rules ${rules[*]} now"
		status=1
	}
	aws ecs update-service --cluster "$cluster" --service "$canary" --desired-count 0 --output json >/dev/null || {
		say "canary.sh: $canary could not be stopped"
		status=1
	}
	exit "$status"
}

# Alarms that do not exist would never ring, so all of them must be there.
check_alarms() {
	local answer ringing
	answer=$(aws cloudwatch describe-alarms --alarm-names "${alarms[@]}" --output json) || fail "the alarms cannot be read"
	[ "$(jq '(.MetricAlarms + (.CompositeAlarms // [])) | length' <<<"$answer")" = "${#alarms[@]}" ] ||
		fail "not all of these alarms exist: ${alarms[*]}"
	ringing=$(jq -r '[(.MetricAlarms + (.CompositeAlarms // []))[] | select(.StateValue == "ALARM").AlarmName] | join(", ")' <<<"$answer")
	[ -z "$ringing" ] || fail "$ringing: $1"
}

[ -n "$(digest_of imageDigest "$2")" ] || fail "no image $2 in $IMAGE_REPOSITORY"
read_parameters "$1"
parameter cluster && cluster=$value
parameter canary_service && canary=$value
parameter listener_rules && IFS=, read -ra rules <<<"$value"
parameter target_group && main_group=$value
parameter canary_target_group && canary_group=$value
parameter alarms && IFS=, read -ra alarms <<<"$value"
parameter container && container=$value
parameter task_definition
check_alarms "rings already; nothing was deployed"

register_revision "$value" "$container" "$2"
trap put_back EXIT
trap 'exit 130' INT TERM
start_deployment "$cluster" "$canary" "$revision" 1
wait_deployment "$cluster" "$canary" "$deployment" "$revision"
set_weights "$CANARY_PERCENT" || fail "the weights could not be set"
say "$CANARY_PERCENT % go to the canary for $CANARY_SECONDS s"
end=$((SECONDS + CANARY_SECONDS))
while [ "$SECONDS" -lt "$end" ]; do
	check_alarms "rang while $CANARY_PERCENT % went to $2; all goes to the release before"
	sleep "$POLL_SECONDS"
done
check_alarms "rang at the end of the canary; all goes to the release before"
"$(dirname "$0")/deploy.sh" "$1" "$2"
