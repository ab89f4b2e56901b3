/* sync.c: an entry of this list is the sync itself, read while it stands there. */
#include "sync.h"

#include "fill.h"
#include "json.h"
#include "settings.h"

#include <string.h>

/* ---- what is found -------------------------------------------------------------------------------------- */

static const char *kind(const void *sync) {
	static const char *const names[] = { [LIBAPI_SYNC_NOTHING] = "nothing",
		[LIBAPI_SYNC_RESET] = "reset",
		[LIBAPI_SYNC_CALENDAR] = "calendar",
		[LIBAPI_SYNC_ACL] = "acl",
		[LIBAPI_SYNC_DELETED] = "deleted",
		[LIBAPI_SYNC_EVENT] = "event",
		[LIBAPI_SYNC_TOKEN] = "token" };

	return names[libapi_sync_kind(sync)];
}

static const char *token(const void *sync) {
	return libapi_sync_token(sync);
}

static const void *event(const void *sync) {
	return libapi_sync_event(sync);
}

static const void *deleted(const void *sync) {
	return libapi_sync_deleted(sync);
}

static const void *calendar(const void *sync) {
	return libapi_sync_calendar(sync);
}

static struct getter getters[] = {
	{ "kind", TEXT, .text = kind },
	{ "token", TEXT, .text = token },
	{ "event", RECORD, .record = event },
	{ "deleted", RECORD, .record = deleted },
	{ "calendar", RECORD, .record = calendar },
};
enum { EVENT = 2, DELETED, CALENDAR };

/* Held by the scene. */
static void *ref(const void *sync) {
	return (void *)sync;
}

static void unref(void *sync) {
	(void)sync;
}

static struct reader found = { "sync", getters, sizeof(getters) / sizeof(getters[0]), ref, unref };

/* ---- the walk ------------------------------------------------------------------------------------------- */

static int32_t next(void *pager, void **out, libapi_error **error) {
	*out = pager;
	return libapi_sync_next(pager, error);
}

static void stop(void *pager) {
	libapi_sync_free(pager);
}

const struct row sync_row = { .id = "sync", .item = &found, .next = next, .stop = stop };

static struct reader *reader_called(const char *name) {
	size_t i = 0;

	while (strcmp(readers[i]->name, name) != 0) {
		i++;
	}
	return readers[i];
}

static int32_t set(libapi_sync *sync, struct json_object *step) {
	struct json_object *value = NULL;
	int32_t code = LIBAPI_OK;

	if (json_object_object_get_ex(step, "limit", &value)) {
		code = libapi_sync_set_limit(sync, json_object_get_int(value));
	}
	if (code == LIBAPI_OK && json_object_object_get_ex(step, "wait", &value)) {
		code = libapi_sync_set_wait(sync, json_object_get_int(value));
	}
	return code;
}

int32_t sync_open(
	void **out, libapi_client *client, struct json_object *step, libapi_error **error) {
	struct json_object *given = NULL;
	void *options = NULL;
	int32_t code = LIBAPI_OK;

	getters[EVENT].child = reader_called("event");
	getters[DELETED].child = reader_called("deleted_event");
	getters[CALENDAR].child = reader_called("calendar");
	if (json_object_object_get_ex(step, "options", &given)) {
		code = fill_builder(&settings_options, given, &options);
	}
	if (code == LIBAPI_OK) {
		code = libapi_sync_new(client, json_text_of(step, "sync"),
			json_text_of(step, "token"), options, (libapi_sync **)out, error);
	}
	if (code == LIBAPI_OK) {
		code = set(*out, step);
	}
	libapi_call_options_free(options);
	return code;
}
