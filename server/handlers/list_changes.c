/* GET …/changes: what changed since a token; without one, everything.
 *
 *   token ─> enter ─> read ~~> judge ─> page                                      200
 *    400              ^        410       └─ nothing new ─> wait ~~> news or time
 *                     └────────────────────────────────────────────────┘
 *
 * The read is the same each time: the same place, so that a change that was missed is found by the next one, and
 * the same checks, so that who may no longer read learns so when the poll wakes. */
#include <string.h>

#include "server/domain/ids.h"
#include "server/flow/problem.h"
#include "server/flow/run.h"
#include "server/handlers/change_page.h"
#include "server/handlers/handlers.h"
#include "server/handlers/stored_row.h"

struct poll {
	struct parked parked; /* PARKED_OUTSIDE for one that does not wait */
	struct call *call;
	char asked[SYNC_ASKED_ROOM]; /* what the token is bound to */
	struct slice given; /* the token as it came; text NULL: none */
	struct sync_token from;
};

static const struct wire_value *query_value(struct call *call, const char *name) {
	int field = wire_field_index(call->route->operation->query, name, strlen(name));
	return &call->query_record->values[field];
}

static void on_end(struct call *call) {
	parking_leave(&((struct poll *)call->handler_state)->parked);
}

/* ---- judging ---------------------------------------------------------------------------------------------- */

/* false: a problem was answered. */
static bool judge(struct poll *poll, const struct sync_state *state, const uint8_t *key) {
	const char *fault = NULL;

	if (!sync_token_is_genuine(
		    key, poll->asked, strlen(poll->asked), poll->given.text, poll->given.len)) {
		problem_answer(poll->call, "malformed_token",
			"token is not one that was given to you for this calendar");
		return false;
	}
	fault = sync_token_fault(&poll->from, state);
	if (fault != NULL) {
		problem_answer(poll->call, "sync_token_expired", "%s", fault);
	}
	return fault == NULL;
}

static void wait_or_answer(struct poll *poll) {
	if (poll->parked.state == PARKED_OUTSIDE ||
		!parking_wait(&poll->parked, poll->call->client_fd)) {
		change_page_reply_unchanged(poll->call, poll->given);
	}
}

static void show(struct poll *poll, const PGresult *rows) {
	const struct sync_state state = { .sees_all = row_bool(rows, 0, "sync_sees_all"),
		.epoch = row_number(rows, 0, "sync_epoch", 0),
		.seq = row_number(rows, 0, "sync_seq", 0),
		.min_seq = row_number(rows, 0, "sync_min_seq", 0),
		.granted = row_number(rows, 0, "sync_granted_seq", 0) };
	const char *secret = row_text(rows, 0, "sync_secret");
	bool is_first = poll->given.text == NULL;
	uint8_t key[CURSOR_KEY_BYTES];

	if (secret == NULL || !hex_read(secret, key, sizeof(key))) {
		problem_answer(poll->call, "internal", NULL);
		return;
	}
	if (!is_first && !judge(poll, &state, key)) {
		return;
	}
	struct change_page page =
		change_page_find(poll->call, rows, is_first ? NULL : &poll->from, &state);
	if (change_page_is_news(&page)) {
		change_page_reply(&page, key, poll->asked, strlen(poll->asked));
	} else {
		wait_or_answer(poll);
	}
}

static void on_rows(struct call *call, PGresult *rows) {
	const char *outcome = PQntuples(rows) == 0 ? "internal" : row_text(rows, 0, "outcome");

	if (strcmp(outcome, "ok") == 0) {
		show(call->handler_state, rows);
	} else {
		problem_answer(call, outcome, NULL);
	}
}

/* ---- reading ---------------------------------------------------------------------------------------------- */

/* The values are those of the first time. */
static void on_turn(struct parked *parked) {
	struct poll *poll = LIST_ENTRY(parked, struct poll, parked);

	if (parked->leaving || atomic_load(&news_ended)) {
		change_page_reply_unchanged(poll->call, poll->given);
	} else {
		run_submit(poll->call, poll->call->route->statement);
	}
}

/* false: a problem was answered. */
static bool read_token(struct poll *poll) {
	struct call *call = poll->call;
	const struct wire_value *token = query_value(call, "token");
	char *place = call_alloc(call, SYNC_PLACE_ROOM);

	if (token->state != WIRE_SET) {
		return true;
	}
	poll->given = (struct slice){ token->text, token->len };
	if (place == NULL) {
		problem_answer(call, "unavailable", NULL);
		return false;
	}
	if (!sync_token_read(token->text, token->len, &poll->from)) {
		problem_answer(call, "malformed_token", "token is not a sync token");
		return false;
	}
	sync_token_place(&poll->from, place);
	call->after = place;
	return true;
}

static struct poll *poll_new(struct call *call) {
	struct poll *poll = call_alloc(call, sizeof(*poll));

	if (poll == NULL) {
		problem_answer(call, "unavailable", NULL);
		return NULL;
	}
	memset(poll, 0, sizeof(*poll));
	poll->call = call;
	sync_token_asked(call->path_values[0], call->caller.user_id, poll->asked);
	return poll;
}

void handle_list_changes(struct call *call) {
	uint64_t wait_us = (uint64_t)query_value(call, "wait")->number * 1000000;
	struct poll *poll = poll_new(call);

	if (poll == NULL || !read_token(poll)) {
		return;
	}
	call->handler_state = poll;
	call->needs_primary =
		true; /* news of a change come when it is there, not when it is replayed */
	call->on_rows = on_rows;
	call->on_end = on_end;
	if (poll->given.text != NULL && wait_us > 0) { /* a snapshot has something to say at once */
		parking_enter(&call->flow->parking, &poll->parked, call->flow->loop,
			call->path_values[0], call->began_us + wait_us, on_turn);
	}
	run_statement(call);
}
