/* 11_find_time.c: when could I meet? Half an hour within my working hours, or the reason why not. */
#include <api/api.h>
#include <stdio.h>

static int fail(const libapi_error *error) {
	fprintf(stderr, "%s\n", libapi_error_text(error));
	return 1;
}

static int32_t ask(libapi_find_times_draft *draft) {
	LIBAPI_AUTO(find_times_attendee_draft) *me = NULL;

	return libapi_find_times_attendee_draft_new(&me) ||
	       libapi_find_times_attendee_draft_set_user_id(me, "me") ||
	       libapi_find_times_draft_add_attendee(draft, me) ||
	       libapi_find_times_draft_set_duration_minutes(draft, 30) ||
	       libapi_find_times_draft_set_from(draft, "2026-12-01T00:00:00Z") ||
	       libapi_find_times_draft_set_to(draft, "2026-12-08T00:00:00Z") ||
	       libapi_find_times_draft_set_max_results(draft, 3);
}

int main(void) {
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(find_times_draft) *draft = NULL;
	LIBAPI_AUTO(found_times) *found = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	if (libapi_client_open(NULL, &client, &error) || libapi_find_times_draft_new(&draft) ||
		ask(draft) || libapi_times_find(client, draft, NULL, &found, &error)) {
		return fail(error);
	}
	for (size_t i = 0; i < libapi_found_times_slot_count(found); i++) {
		printf("%s\n", libapi_found_time_start(libapi_found_times_slot_at(found, i)));
	}
	if (libapi_found_times_slot_count(found) == 0) {
		printf("no time: %s\n", libapi_found_times_empty_reason_text(found));
	}
	return 0;
}
