/* 01_first.c: the first five minutes: a calendar, an event in it. LIBAPI_URL and LIBAPI_KEY say where. */
#include <api/api.h>
#include <stdio.h>

int main(void) {
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(calendar_draft) *new_calendar = NULL;
	LIBAPI_AUTO(calendar) *calendar = NULL;
	LIBAPI_AUTO(event_draft) *new_event = NULL;
	LIBAPI_AUTO(event) *event = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	if (libapi_client_open(NULL, &client, &error) || libapi_calendar_draft_new(&new_calendar) ||
		libapi_calendar_draft_set_name(new_calendar, "Team") ||
		libapi_event_draft_new(&new_event) ||
		libapi_event_draft_set_title(new_event, "Standup") ||
		libapi_event_draft_set_start_time(new_event, "2026-12-01T09:00:00Z") ||
		libapi_event_draft_set_end_time(new_event, "2026-12-01T09:15:00Z") ||
		libapi_calendar_create(client, new_calendar, NULL, &calendar, &error) ||
		libapi_event_create(
			client, libapi_calendar_id(calendar), new_event, NULL, &event, &error)) {
		fprintf(stderr, "%s\n", libapi_error_text(error));
		return 1;
	}
	printf("%s at %s\n", libapi_event_title(event), libapi_event_start_time(event));
}
