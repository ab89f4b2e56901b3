/* 10_series.c: a meeting every Monday, one of them moved, and a new time from the middle on. */
#include <api/api.h>
#include <stdio.h>

static int fail(const libapi_error *error) {
	fprintf(stderr, "%s\n", libapi_error_text(error));
	return 1;
}

static int32_t make_series(libapi_event_draft *draft) {
	LIBAPI_AUTO(recurrence_draft) *recurrence = NULL;
	int32_t code = libapi_recurrence_draft_new(&recurrence);

	if (code == LIBAPI_OK) {
		code = libapi_recurrence_draft_set_rrule(recurrence, "FREQ=WEEKLY;COUNT=6");
	}
	if (code == LIBAPI_OK) {
		code = libapi_event_draft_set_recurrence(draft, recurrence);
	}
	return code != LIBAPI_OK || libapi_event_draft_set_title(draft, "Standup") ||
	       libapi_event_draft_set_time_zone(draft, "Europe/Berlin") ||
	       libapi_event_draft_set_start_time(draft, "2026-10-12T09:00:00") ||
	       libapi_event_draft_set_end_time(draft, "2026-10-12T09:15:00");
}

/* Occurrences are named by their original local time, which no later edit changes. */
static int32_t move_one(
	libapi_client *client, const char *calendar, const char *series, libapi_error **error) {
	LIBAPI_AUTO(event_patch) *patch = NULL;
	LIBAPI_AUTO(event) *moved = NULL;

	if (libapi_event_patch_new(&patch) ||
		libapi_event_patch_set_start_time(patch, "2026-10-20T14:00:00")) {
		return LIBAPI_E_MEMORY;
	}
	return libapi_instance_update(
		client, calendar, series, "20261019T090000", patch, NULL, &moved, error);
}

static int32_t later_from(
	libapi_client *client, const char *calendar, const char *series, libapi_error **error) {
	LIBAPI_AUTO(split_draft) *draft = NULL;
	LIBAPI_AUTO(event_patch) *patch = NULL;
	LIBAPI_AUTO(split) *split = NULL;

	if (libapi_event_patch_new(&patch) || libapi_split_draft_new(&draft) ||
		libapi_event_patch_set_start_time(patch, "2026-11-02T10:00:00") ||
		libapi_split_draft_set_recurrence_id(draft, "20261102T090000") ||
		libapi_split_draft_set_patch(draft, patch)) {
		return LIBAPI_E_MEMORY;
	}
	return libapi_series_split(client, calendar, series, draft, NULL, &split, error);
}

static int32_t print_all(libapi_client *client, const char *calendar, libapi_error **error) {
	LIBAPI_AUTO(event_list_query) *query = NULL;
	LIBAPI_AUTO(event_pager) *pager = NULL;
	libapi_event *event = NULL;
	int32_t got =
		libapi_event_list_query_new(&query) ||
		libapi_event_list_query_set_expand(query, LIBAPI_EVENT_LIST_EXPAND_OCCURRENCES) ||
		libapi_event_list_query_set_from(query, "2026-10-01T00:00:00Z") ||
		libapi_event_list_query_set_to(query, "2026-12-01T00:00:00Z") ||
		libapi_event_pager_new(client, calendar, query, NULL, &pager, error);

	while (got == 0 && libapi_event_pager_next(pager, &event, error) == 1) {
		printf("%s\n", libapi_event_start_time(event));
		libapi_event_unref(event);
	}
	return got;
}

int main(void) {
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(calendar_draft) *team = NULL;
	LIBAPI_AUTO(calendar) *calendar = NULL;
	LIBAPI_AUTO(event_draft) *draft = NULL;
	LIBAPI_AUTO(event) *series = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	if (libapi_client_open(NULL, &client, &error) || libapi_calendar_draft_new(&team) ||
		libapi_calendar_draft_set_name(team, "Team") ||
		libapi_calendar_create(client, team, NULL, &calendar, &error) ||
		libapi_event_draft_new(&draft) || make_series(draft) ||
		libapi_event_create(
			client, libapi_calendar_id(calendar), draft, NULL, &series, &error) ||
		move_one(client, libapi_calendar_id(calendar), libapi_event_id(series), &error) ||
		later_from(client, libapi_calendar_id(calendar), libapi_event_id(series), &error) ||
		print_all(client, libapi_calendar_id(calendar), &error)) {
		return fail(error);
	}
	return 0;
}
