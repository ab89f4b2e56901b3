/* webhook_url.c
 *
 *   read ~~> look up the name ~~> private? ─> on_good
 *   422                           422
 */
#include "server/handlers/webhook_url.h"

#include "server/flow/problem.h"
#include "server/handlers/series_write.h"
#include "server/jobs/target.h"
#include "server/store/resolve.h"

struct url_check {
	struct call *call;
	void (*on_good)(struct call *call);
};

static void refuse(struct call *call, const char *code, const char *said) {
	wire_problems_add(&call->problems, "/url", code, "%s", said);
	problem_answer(call, problem_common_code(call), NULL);
}

static void judge(struct url_check *check, const char *addresses) {
	if (target_is_private(addresses)) {
		refuse(check->call, "private_address",
			"the URL leads to an address that is not public; use one that is, or ask "
			"the "
			"operator to allow it");
	} else {
		check->on_good(check->call);
	}
}

static void on_resolved(void *context, const struct resolved *names, const char *error) {
	struct url_check *check = context;
	struct call *call = check->call;
	(void)error;

	if (!call->gone) {
		judge(check, names == NULL ? NULL : names->hostaddr);
	}
	call_unref(call);
}

static void look_up(struct url_check *check, const struct target *target) {
	struct call *call = check->call;

	if (!resolve_needed(target->host)) {
		judge(check, target->host);
		return;
	}
	call_ref(call);
	if (resolve_start(call->flow->loop, target->host, target->port, on_resolved, check) ==
		NULL) {
		problem_answer(call, "unavailable", NULL);
		call_unref(call);
	}
}

void webhook_url_check(struct call *call, void (*on_good)(struct call *call)) {
	const char *url = body_text(call, "url");
	struct url_check *check = call_alloc(call, sizeof(*check));
	struct target target;

	if (url == NULL) {
		on_good(call);
		return;
	}
	if (check == NULL) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	*check = (struct url_check){ .call = call, .on_good = on_good };
	const char *wrong = target_read(call->flow->config, url, &target);
	if (wrong != NULL) {
		refuse(call, "format", wrong);
	} else {
		look_up(check, &target);
	}
}
