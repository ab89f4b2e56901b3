/* 09_patch.c: change what you mean and nothing else: untouched, null and set are three things. */
#include <api/api.h>
#include <stdio.h>

static int fail(const libapi_error *error) {
	fprintf(stderr, "%s\n", libapi_error_text(error));
	return 1;
}

/* Name it, and take the colour away; the time zone stays, because nobody touches it. */
static int32_t change(libapi_calendar_patch *patch) {
	int32_t code = libapi_calendar_patch_set_name(patch, "Team Berlin");

	return code != LIBAPI_OK ? code : libapi_calendar_patch_set_color_null(patch);
}

int main(void) {
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(calendar_draft) *draft = NULL;
	LIBAPI_AUTO(calendar_patch) *patch = NULL;
	LIBAPI_AUTO(calendar) *calendar = NULL;
	LIBAPI_AUTO(calendar) *changed = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	if (libapi_client_open(NULL, &client, &error) || libapi_calendar_draft_new(&draft) ||
		libapi_calendar_draft_set_name(draft, "Team") ||
		libapi_calendar_draft_set_color(draft, "#2266AA") ||
		libapi_calendar_draft_set_time_zone(draft, "Europe/Berlin") ||
		libapi_calendar_create(client, draft, NULL, &calendar, &error)) {
		return fail(error);
	}
	if (libapi_calendar_patch_new(&patch) || change(patch) ||
		libapi_calendar_update(
			client, libapi_calendar_id(calendar), patch, NULL, &changed, &error)) {
		return fail(error);
	}
	printf("%s, %s, color %s\n", libapi_calendar_name(changed),
		libapi_calendar_time_zone(changed),
		libapi_calendar_color(changed) != NULL ? libapi_calendar_color(changed) : "none");
	return 0;
}
