/* 05_sync.c: a copy of a calendar that stays up to date: what changed since the last time, then what changes now.
 *
 *     05_sync CALENDAR_ID [TOKEN]
 *
 * The copy here is a line of output; yours stores the events and the token together. */
#include <api/api.h>
#include <stdio.h>

static void tell(const libapi_sync *sync) {
	const libapi_event *event = libapi_sync_event(sync);

	switch (libapi_sync_kind(sync)) {
	case LIBAPI_SYNC_RESET:
		puts("forget all: everything follows");
		break;
	case LIBAPI_SYNC_CALENDAR:
		printf("calendar %s\n", libapi_calendar_name(libapi_sync_calendar(sync)));
		break;
	case LIBAPI_SYNC_DELETED:
		printf("- %s\n", libapi_deleted_event_id(libapi_sync_deleted(sync)));
		break;
	case LIBAPI_SYNC_EVENT:
		printf("+ %s %s\n", libapi_event_id(event), libapi_event_title(event));
		break;
	case LIBAPI_SYNC_TOKEN:
		printf("go on from %s\n", libapi_sync_token(sync));
		break;
	}
}

/* Until there is nothing new for half a minute. */
static int32_t follow(libapi_sync *sync, libapi_error **error) {
	int32_t got = 0, told = 1;

	while (told > 0) {
		for (told = 0; (got = libapi_sync_next(sync, error)) == 1; told++) {
			tell(sync);
		}
		if (got < 0) {
			return got;
		}
		fflush(stdout);
	}
	return 0;
}

int main(int count, char **arguments) {
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(sync) *sync = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	if (count < 2) {
		fprintf(stderr, "usage: 05_sync CALENDAR_ID [TOKEN]\n");
		return 64;
	}
	if (libapi_client_open(NULL, &client, &error) ||
		libapi_sync_new(client, arguments[1], count > 2 ? arguments[2] : NULL, NULL, &sync,
			&error) ||
		libapi_sync_set_wait(sync, 30) || follow(sync, &error) < 0) {
		fprintf(stderr, "%s\n", libapi_error_text(error));
		return 1;
	}
	return 0;
}
