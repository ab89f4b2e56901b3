/* 03_conflict.c: two people change one calendar. If-Match lets the second one notice instead of overwriting: read
 * again, decide again, try again. */
#include <api/api.h>
#include <stdio.h>

static int32_t rename_if_unchanged(libapi_client *client, const libapi_calendar *seen,
	const char *name, libapi_calendar **out, libapi_error **error) {
	LIBAPI_AUTO(calendar_patch) *patch = NULL;
	LIBAPI_AUTO(call_options) *options = NULL;

	if (libapi_calendar_patch_new(&patch) || libapi_calendar_patch_set_name(patch, name) ||
		libapi_call_options_new(&options) ||
		libapi_call_options_set_if_match_version(options, libapi_calendar_version(seen))) {
		return LIBAPI_E_MEMORY;
	}
	return libapi_calendar_update(client, libapi_calendar_id(seen), patch, options, out, error);
}

static int fail(const libapi_error *error) {
	fprintf(stderr, "%s\n", libapi_error_text(error));
	return 1;
}

int main(void) {
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(calendar_draft) *draft = NULL;
	LIBAPI_AUTO(calendar) *seen = NULL;
	LIBAPI_AUTO(calendar) *theirs = NULL;
	LIBAPI_AUTO(calendar) *ours = NULL;
	LIBAPI_AUTO(calendar) *fresh = NULL;
	LIBAPI_AUTO(error) *stale = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	if (libapi_client_open(NULL, &client, &error) || libapi_calendar_draft_new(&draft) ||
		libapi_calendar_draft_set_name(draft, "Plans") ||
		libapi_calendar_create(client, draft, NULL, &seen, &error) ||
		rename_if_unchanged(client, seen, "Their plans", &theirs, &error)) {
		return fail(error);
	}
	if (rename_if_unchanged(client, seen, "Our plans", &ours, &stale) != LIBAPI_E_STALE) {
		return fail(stale);
	}
	printf("somebody was faster; now at %s\n", libapi_error_etag(stale));
	if (libapi_calendar_get(client, libapi_calendar_id(seen), NULL, &fresh, &error) ||
		rename_if_unchanged(client, fresh, "Our plans", &ours, &error)) {
		return fail(error);
	}
	printf("%s, version %lld\n", libapi_calendar_name(ours),
		(long long)libapi_calendar_version(ours));
	return 0;
}
