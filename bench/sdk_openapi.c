/* sdk_openapi.c: getEvent through libapi and through the client that openapi-generator makes of the same contract, in
 * turns. sdk_bench.py generates that client into its scratch folder and builds this against it; nothing of it is kept.
 *
 * sdk_openapi CALENDAR EVENT CALLS ROUNDS: a line a round, calls/s of each and CPU us a call of each. */
#include "sdk_peer.h"

#include "api/EventAPI.h"

#include <stdio.h>
#include <stdlib.h>

static libapi_client *client;
static apiClient_t *generated;
static struct event_at at;

static void sdk_calls(long calls) {
	for (long n = 0; n < calls; n++) {
		sdk_call(client, at);
	}
}

static void generated_calls(long calls) {
	for (long n = 0; n < calls; n++) {
		event_t *event = EventAPI_getEvent(generated, (char *)at.calendar, (char *)at.id,
			NULL, NULL, NULL, NULL, NULL);

		if (event == NULL || event->title == NULL || *event->title == '\0') {
			fprintf(stderr, "generated client: status %ld, no event\n",
				generated->response_code);
			exit(1);
		}
		event_free(event);
	}
}

static void open_generated(void) {
	sslConfig_t *ssl = getenv("BENCH_CA") == NULL
				   ? NULL
				   : sslConfig_create(NULL, NULL, getenv("BENCH_CA"), 0);
	list_t *keys = list_createList();

	list_addElement(keys, keyValuePair_create("X-API-Key", getenv("LIBAPI_KEY")));
	generated = apiClient_create_with_base_path(getenv("LIBAPI_URL"), ssl, keys);
}

int main(int argc, char **argv) {
	if (argc != 5) {
		fprintf(stderr, "usage: sdk_openapi CALENDAR EVENT CALLS ROUNDS\n");
		return 64;
	}
	at = (struct event_at){ argv[1], argv[2] };
	client = sdk_open();
	open_generated();
	tell_rounds(sdk_calls, generated_calls, argv[3], argv[4]);
	libapi_client_unref(client);
	return 0;
}
