/* enter.c: the steps drawn in enter.h. */
#include "server/flow/enter.h"

#include <string.h>

#include "server/flow/problem.h"
#include "server/flow/router.h"
#include "server/flow/scope.h"

bool enter_route(struct call *call) {
	struct route_match match;

	router_find(call->flow->router, call->method.text, call->method.len, call->path.text,
		call->path.len, &match);
	call->route = match.route;
	call->head = call->method.len == 4 && memcmp(call->method.text, "HEAD", 4) == 0;
	if (match.route == NULL && match.allow == NULL) {
		problem_answer(call, "not_found", "there is nothing at this path");
		return false;
	}
	if (match.route == NULL) {
		call->allow = match.allow;
		problem_answer(call, "method_not_allowed", "this path takes %s", match.allow);
		return false;
	}
	memcpy(call->segments, match.segments, sizeof(call->segments));
	return true;
}

bool enter_rate(struct call *call) {
	struct flow *flow = call->flow;

	if (flow->take_token == NULL || flow->take_token(call)) {
		return true;
	}
	problem_answer(call, "rate_limited", "this key sends requests faster than its limit");
	return false;
}

void enter_operation(struct call *call) {
	if ((call->route->scope & call->caller.scopes) != call->route->scope) {
		problem_answer(call, "insufficient_scope", "%s needs the scope %s",
			call->route->operation->id, scope_name(call->route->scope));
		return;
	}
	flow_run(call);
}
