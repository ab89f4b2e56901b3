# ecs.sh: one revision of a service, and the truth about its deployment. Sourced after lib.sh.
#
# "services-stable" is not asked: after the breaker rolled back the service is stable too, on the old revision.
DEPLOY_SECONDS=${DEPLOY_SECONDS:-1800}

# register_revision TERRAFORM_REVISION CONTAINER DIGEST: the same task with another image in that container; sets `revision`.
register_revision() {
	local task
	task=$(aws ecs describe-task-definition --task-definition "$1" --output json) || fail "no task definition $1"
	task=$(jq -e --arg image "$IMAGE_REPOSITORY@$3" --arg name "$2" '.taskDefinition
		| if any(.containerDefinitions[]; .name == $name) then . else error("no such container") end
		| (.containerDefinitions[] | select(.name == $name)).image = $image
		| del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities, .registeredAt,
			.registeredBy, .deregisteredAt)' <<<"$task") || fail "$1 has no container named $2"
	revision=$(aws ecs register-task-definition --cli-input-json "$task" --output json |
		jq -er .taskDefinition.taskDefinitionArn) || fail "the revision could not be registered"
	say "revision $revision"
}

# start_deployment CLUSTER SERVICE REVISION [COUNT]: sets `deployment`.
start_deployment() {
	local count=()
	[ -z "${4:-}" ] || count=(--desired-count "$4")
	deployment=$(aws ecs update-service --cluster "$1" --service "$2" --task-definition "$3" "${count[@]}" \
		--force-new-deployment --output json |
		jq -er --arg revision "$3" '.service.deployments[] | select(.status == "PRIMARY" and .taskDefinition == $revision).id') ||
		fail "$2 did not begin a deployment of $3"
	say "deployment $deployment of $2"
}

# deployment_state CLUSTER SERVICE DEPLOYMENT: "STATE REVISION PRIMARY-REVISION why", or GONE.
deployment_state() {
	aws ecs describe-services --cluster "$1" --services "$2" --output json | jq -er --arg id "$3" '.services[0]
		| ([.deployments[] | select(.status == "PRIMARY")][0].taskDefinition // "none") as $primary
		| [.deployments[] | select(.id == $id)][0]
		| if . == null then "GONE none \($primary) it is no longer listed"
		  else "\(.rolloutState) \(.taskDefinition) \($primary) \(.rolloutStateReason // "no reason given")" end'
}

# wait_deployment CLUSTER SERVICE DEPLOYMENT REVISION: 0 only when this deployment is complete on this revision.
wait_deployment() {
	local end=$((SECONDS + DEPLOY_SECONDS)) state="UNSEEN" on primary why
	while [ "$SECONDS" -lt "$end" ]; do
		read -r state on primary why < <(deployment_state "$1" "$2" "$3") || state=UNSEEN
		case "$state $on" in
		"COMPLETED $4")
			[ "$primary" = "$4" ] && return 0
			fail "deployment $3 completed, but $2 now runs $primary: somebody deployed meanwhile"
			;;
		FAILED* | GONE*) fail "deployment $3 of $2 did not stay: ${state,,}: $why; the service runs $primary" ;;
		COMPLETED*) fail "deployment $3 completed on $on, wanted $4" ;;
		esac
		sleep "$POLL_SECONDS"
	done
	fail "deployment $3 of $2 is not complete after $DEPLOY_SECONDS s: last state ${state,,}: ${why:-no answer}"
}
