/* request.h: a request of every operation for libFuzzer: opened once, its call made anew for each input. */
#ifndef TESTS_FUZZ_REQUEST_H
#define TESTS_FUZZ_REQUEST_H

#include <CUnit/CUnit.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "server/flow/bind.h"
#include "server/flow/enter.h"
#include "server/flow/router.h"
#include "tests/unit/server/flow/rig.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static inline void must(bool held) {
	if (!held) {
		abort();
	}
}

/* What CUnit would note in its suite; there is none here. */
CU_BOOL CU_assertImplementation(CU_BOOL held, unsigned line, const char *condition,
	const char *file, const char *function, CU_BOOL fatal) {
	(void)line;
	(void)condition;
	(void)file;
	(void)function;
	(void)fatal;
	must(held);
	return held;
}

/* A call of the operation that `number` chooses. What does not change from call to call is made once. */
static inline struct rig *request_open(size_t number) {
	static struct rig rig;
	static struct call first;

	if (rig.router == NULL) {
		rig_open(&rig, routes[0].operation->id);
		first.on_answered = rig.call->on_answered;
		first.caller = rig.call->caller;
	} else {
		rig.call = call_new(&rig.flow);
		rig.call->on_answered = first.on_answered;
		rig.call->caller = first.caller;
		rig.call->has_caller = true;
		rig.call->owner = &rig;
	}
	rig.answers = 0;
	rig.call->route = &routes[number % route_count];
	return &rig;
}

static inline void request_close(struct rig *rig) {
	call_unref(rig->call);
	must(rig->flow.live_count == 0);
}

/* A refusal is one answer of status 4xx with a code; what passed has none yet. */
static inline void request_check(const struct rig *rig, bool passed) {
	must(rig->answers == (passed ? 0 : 1));
	must(passed ||
		(rig->call->status >= 400 && rig->call->status < 500 && rig->call->code != NULL));
}

/* Text that goes to the database: no NUL in it, and UTF-8 where the contract says text. */
static inline bool is_plain(const char *text, size_t len) {
	return text != NULL && memchr(text, 0, len) == NULL && text[len] == 0;
}

#endif
