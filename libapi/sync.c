/* sync.c: pages of changes, taken apart into items.
 *
 *   FETCH ─> CALENDAR ─> ACL ─> DELETED ─> EVENTS ─> TOKEN ─> END ─> FETCH …
 *     └─ token too old: RESET, then FETCH without one
 *
 * The token moves in TOKEN, when everything before it was told: whoever saves it then has missed nothing. Deleted
 * events come before the others, so that a copy that is keyed by uid is not in the way of itself. */
#include "api/sync.h"

#include "api/error.h"
#include "libapi/client.h"
#include "libapi/error.h"
#include "libapi/options.h"
#include "libapi/text.h"
#include "libapi/wire/memory.h"

#include <string.h>

enum step { FETCH, CALENDAR, ACL, DELETED, EVENTS, TOKEN, END };

struct libapi_sync {
	libapi_client *client;
	char *calendar_id, *token;
	libapi_call_options *options;
	int32_t wait_s, limit; /* limit 0: the server's */
	enum step step;
	libapi_changes *page; /* NULL in FETCH */
	size_t at; /* next entry of DELETED or EVENTS */
	int32_t kind;
	const libapi_event *event; /* the item's; of page */
	const libapi_deleted_event *deleted;
};

void libapi_sync_free(libapi_sync *sync) {
	if (sync == NULL) {
		return;
	}
	libapi_changes_unref(sync->page);
	libapi_call_options_free(sync->options);
	libapi_client_unref(sync->client);
	wire_free(sync->calendar_id);
	wire_free(sync->token);
	wire_free(sync);
}

int32_t libapi_sync_new(libapi_client *client, const char *calendar_id, const char *token,
	const libapi_call_options *options, libapi_sync **out, libapi_error **error) {
	libapi_sync *sync = NULL;
	int32_t code = LIBAPI_OK;

	if (error != NULL) {
		*error = NULL;
	}
	if (out == NULL || calendar_id == NULL) {
		return libapi__fail(
			error, LIBAPI_E_INVALID, "%s is NULL", out == NULL ? "out" : "calendar_id");
	}
	*out = NULL;
	code = libapi__client_check(client, error);
	if (code != LIBAPI_OK) {
		return code;
	}
	sync = wire_calloc(1, sizeof(*sync));
	if (sync == NULL || !libapi__text_set(&sync->calendar_id, calendar_id) ||
		!libapi__text_set(&sync->token, token) ||
		!libapi__call_options_copy(options, &sync->options)) {
		libapi_sync_free(sync);
		return libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	}
	sync->client = libapi_client_ref(client);
	*out = sync; /* the caller's from here */
	return LIBAPI_OK;
}

int32_t libapi_sync_set_wait(libapi_sync *sync, int32_t seconds) {
	if (sync == NULL || seconds < 0 || seconds > 30) {
		return LIBAPI_E_INVALID;
	}
	sync->wait_s = seconds;
	return LIBAPI_OK;
}

int32_t libapi_sync_set_limit(libapi_sync *sync, int32_t limit) {
	if (sync == NULL || limit < 1 || limit > 500) {
		return LIBAPI_E_INVALID;
	}
	sync->limit = limit;
	return LIBAPI_OK;
}

/* ---- asking ----------------------------------------------------------------------------------------------- */

static int32_t ask(libapi_sync *sync, libapi_error **error) {
	LIBAPI_AUTO(change_list_query) *query = NULL;

	if (libapi_change_list_query_new(&query) != LIBAPI_OK ||
		(sync->token != NULL &&
			libapi_change_list_query_set_token(query, sync->token) != LIBAPI_OK) ||
		(sync->limit != 0 &&
			libapi_change_list_query_set_limit(query, sync->limit) != LIBAPI_OK) ||
		libapi_change_list_query_set_wait(query, sync->wait_s) != LIBAPI_OK) {
		return libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	}
	return libapi_change_list(
		sync->client, sync->calendar_id, query, sync->options, &sync->page, error);
}

static bool is_expired(const libapi_sync *sync, int32_t code, const libapi_error *error) {
	const char *problem = libapi_error_problem(error);
	return code == LIBAPI_E_GONE && sync->token != NULL && problem != NULL &&
	       strcmp(problem, "sync_token_expired") == 0;
}

static int32_t give(libapi_sync *sync, int32_t kind) {
	sync->kind = kind;
	return 1;
}

/* 0: there is a page now. */
static int32_t fetch(libapi_sync *sync, libapi_error **error) {
	libapi_error *failure = NULL;
	int32_t code = ask(sync, &failure);

	if (is_expired(sync, code, failure)) {
		libapi_error_free(failure);
		wire_free(sync->token);
		sync->token = NULL;
		return give(sync, LIBAPI_SYNC_RESET);
	}
	if (code != LIBAPI_OK) {
		return -libapi__error_give(failure, error);
	}
	sync->step = CALENDAR;
	sync->at = 0;
	return 0;
}

/* ---- telling ---------------------------------------------------------------------------------------------- */

static int32_t tell_deleted(libapi_sync *sync) {
	sync->deleted = libapi_changes_deleted_at(sync->page, sync->at++);
	if (sync->deleted != NULL) {
		return give(sync, LIBAPI_SYNC_DELETED);
	}
	sync->at = 0;
	sync->step = EVENTS;
	return 0;
}

static int32_t tell_event(libapi_sync *sync) {
	sync->event = libapi_changes_event_at(sync->page, sync->at++);
	if (sync->event != NULL) {
		return give(sync, LIBAPI_SYNC_EVENT);
	}
	sync->step = TOKEN;
	return 0;
}

static int32_t move_token(libapi_sync *sync, libapi_error **error) {
	const char *next = libapi_changes_next_token(sync->page);

	if (next == NULL || (sync->token != NULL && strcmp(next, sync->token) == 0)) {
		if (next == NULL || libapi_changes_has_more(sync->page)) {
			return -libapi__fail(error, LIBAPI_E_MALFORMED,
				"a page of changes has no token to go on from");
		}
		sync->step = END;
		return 0;
	}
	if (!libapi__text_set(&sync->token, next)) {
		return -libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	}
	sync->step = END;
	return give(sync, LIBAPI_SYNC_TOKEN);
}

/* 1 an item, 0 go on with the step that is set now, negative an error. */
static int32_t take_step(libapi_sync *sync, libapi_error **error) {
	switch (sync->step) {
	case FETCH:
	case END:
		return fetch(sync, error);
	case CALENDAR:
		sync->step = ACL;
		return libapi_changes_calendar(sync->page) != NULL
			       ? give(sync, LIBAPI_SYNC_CALENDAR)
			       : 0;
	case ACL:
		sync->step = DELETED;
		return libapi_changes_acl_changed(sync->page) ? give(sync, LIBAPI_SYNC_ACL) : 0;
	case DELETED:
		return tell_deleted(sync);
	case EVENTS:
		return tell_event(sync);
	default:
		return move_token(sync, error);
	}
}

/* The page was told; 1: it was the last for now. */
static bool end_page(libapi_sync *sync) {
	bool last = libapi_changes_has_more(sync->page) == 0;

	libapi_changes_unref(sync->page);
	sync->page = NULL;
	sync->step = FETCH;
	return last;
}

int32_t libapi_sync_next(libapi_sync *sync, libapi_error **error) {
	int32_t got = 0;

	if (error != NULL) {
		*error = NULL;
	}
	if (sync == NULL) {
		return -libapi__fail(error, LIBAPI_E_INVALID, "sync is NULL");
	}
	sync->kind = LIBAPI_SYNC_NOTHING;
	sync->event = NULL;
	sync->deleted = NULL;
	while (got == 0) {
		if (sync->step == END && end_page(sync)) {
			return 0;
		}
		got = take_step(sync, error);
	}
	return got;
}

/* ---- the item --------------------------------------------------------------------------------------------- */

int32_t libapi_sync_kind(const libapi_sync *sync) {
	return sync == NULL ? LIBAPI_SYNC_NOTHING : sync->kind;
}

const libapi_event *libapi_sync_event(const libapi_sync *sync) {
	return sync == NULL ? NULL : sync->event;
}

const libapi_deleted_event *libapi_sync_deleted(const libapi_sync *sync) {
	return sync == NULL ? NULL : sync->deleted;
}

const libapi_calendar *libapi_sync_calendar(const libapi_sync *sync) {
	return sync == NULL || sync->kind != LIBAPI_SYNC_CALENDAR
		       ? NULL
		       : libapi_changes_calendar(sync->page);
}

const char *libapi_sync_token(const libapi_sync *sync) {
	return sync == NULL ? NULL : sync->token;
}
