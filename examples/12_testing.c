/* 12_testing.c: test your own program without a service: rename() is the program, main() is its test. */
#include <api/api.h>
#include <api/testing.h>
#include <stdio.h>
#include <string.h>

/* The program: rename a calendar unless somebody else changed it meanwhile. */
static int32_t rename_calendar(
	libapi_client *client, const char *id, const char *name, libapi_error **error) {
	LIBAPI_AUTO(calendar) *now = NULL;
	LIBAPI_AUTO(calendar) *renamed = NULL;
	LIBAPI_AUTO(calendar_patch) *patch = NULL;
	LIBAPI_AUTO(call_options) *options = NULL;
	int32_t code = libapi_calendar_get(client, id, NULL, &now, error);

	if (code != LIBAPI_OK || libapi_calendar_patch_new(&patch) ||
		libapi_calendar_patch_set_name(patch, name) || libapi_call_options_new(&options) ||
		libapi_call_options_set_if_match_version(options, libapi_calendar_version(now))) {
		return code != LIBAPI_OK ? code : LIBAPI_E_MEMORY;
	}
	return libapi_calendar_update(client, id, patch, options, &renamed, error);
}

#define ID "01935a5e-0000-7000-8000-000000000001"
#define CALENDAR(version)                                                                          \
	"{\"id\":\"" ID "\",\"name\":\"Team\",\"time_zone\":\"UTC\",\"public_read\":false,"        \
	"\"public_write\":false,\"my_role\":\"owner\",\"owner_user_id\":\"" ID "\",\"seq\":1,"     \
	"\"version\":" version ",\"created_at\":\"2026-01-01T00:00:00Z\","                         \
	"\"updated_at\":\"2026-01-01T00:00:00Z\"}"

/* The service is busy once; then somebody else is faster. */
static const char script[] =
	"{\"answers\": ["
	"{\"status\": 503, \"give_headers\": {\"Retry-After\": \"0\"}},"
	"{\"method\": \"GET\", \"path\": \"/v1/calendars/" ID
	"\", \"give\": " CALENDAR("7") "},"
				       "{\"method\": \"PATCH\", \"headers\": {\"If-Match\": "
				       "\"\\\"7\\\"\"}, \"body\": {\"name\": \"Crew\"},"
				       " \"status\": 412, \"give_headers\": {\"ETag\": "
				       "\"\\\"8\\\"\"}, \"give\": {\"code\": \"stale\"}}]}";

static libapi_client *connect_to(const libapi_test_server *server) {
	LIBAPI_AUTO(config) *config = NULL;
	libapi_client *client = NULL;

	if (libapi_config_new(&config) ||
		libapi_config_set_url(config, libapi_test_server_url(server)) ||
		libapi_config_set_key(config, "cal_test_key") ||
		libapi_client_new(config, &client, NULL)) {
		return NULL;
	}
	return client;
}

int main(void) {
	LIBAPI_AUTO(test_server) *server = NULL;
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	char *fault = NULL;
	int32_t code = 0;

	if (libapi_test_server_new(script, &server, &fault) != LIBAPI_OK) {
		fprintf(stderr, "the script: %s\n", fault);
		return 1;
	}
	client = connect_to(server);
	code = rename_calendar(client, ID, "Crew", &error);
	fault = libapi_test_server_fault(server);
	printf("%s, now at %s; %s\n", libapi_error_name(code), libapi_error_etag(error),
		fault != NULL ? fault : "the script was kept");
	libapi_test_string_free(fault);
	return code != LIBAPI_E_STALE;
}
