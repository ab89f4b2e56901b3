/* sdk_peer.c: the two ways to get an event. Both check the title, so that neither is measured failing. */
#include "sdk_peer.h"

#include <curl/curl.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void give_up(const char *what, const char *why) {
	fprintf(stderr, "%s: %s\n", what, why);
	exit(1);
}

/* ---- libapi --------------------------------------------------------------------------------------------- */

libapi_client *sdk_open(void) {
	LIBAPI_AUTO(config) *config = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	libapi_client *client = NULL;

	if (libapi_config_new(&config) != LIBAPI_OK ||
		libapi_config_load(config, NULL, &error) != LIBAPI_OK ||
		libapi_config_set_ca_file(config, getenv("BENCH_CA")) != LIBAPI_OK ||
		libapi_client_new(config, &client, &error) != LIBAPI_OK) {
		give_up("client", libapi_error_text(error));
	}
	return client;
}

static void check_event(int32_t code, const libapi_event *event, const libapi_error *error) {
	if (code != LIBAPI_OK || *libapi_event_title(event) == '\0') {
		give_up("libapi", libapi_error_text(error));
	}
}

__attribute__((noinline)) void sdk_call(libapi_client *client, struct event_at at) {
	LIBAPI_AUTO(event) *event = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	const int32_t code =
		libapi_event_get(client, at.calendar, at.id, NULL, NULL, &event, &error);

	check_event(code, event, error);
}

libapi_call *sdk_start(libapi_client *client, struct event_at at) {
	LIBAPI_AUTO(error) *error = NULL;
	libapi_call *call = NULL;

	if (libapi_event_get_start(client, at.calendar, at.id, NULL, NULL, &call, &error) !=
		LIBAPI_OK) {
		give_up("start", libapi_error_text(error));
	}
	return call;
}

void sdk_take(libapi_call *call) {
	LIBAPI_AUTO(event) *event = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	const int32_t code = libapi_call_take_event(call, &event, &error);

	check_event(code, event, error);
	libapi_call_free(call);
}

/* ---- a reused handle ------------------------------------------------------------------------------------ */

struct bare {
	CURL *handle;
	struct curl_slist *headers;
	size_t len;
	char bytes[65536];
};

static size_t on_bytes(char *bytes, size_t size, size_t count, void *user) {
	struct bare *bare = user;

	if (bare->len + size * count > sizeof(bare->bytes)) {
		return 0;
	}
	memcpy(bare->bytes + bare->len, bytes, size * count);
	bare->len += size * count;
	return size * count;
}

struct bare *bare_open(struct event_at at) {
	struct bare *bare = calloc(1, sizeof(*bare));
	char url[512], header[256];

	bare->handle = curl_easy_init();
	(void)snprintf(url, sizeof(url), "%s/v1/calendars/%s/events/%s", getenv("LIBAPI_URL"),
		at.calendar, at.id);
	(void)snprintf(header, sizeof(header), "X-API-Key: %s", getenv("LIBAPI_KEY"));
	bare->headers = curl_slist_append(NULL, header);
	curl_easy_setopt(bare->handle, CURLOPT_URL, url);
	curl_easy_setopt(bare->handle, CURLOPT_HTTPHEADER, bare->headers);
	curl_easy_setopt(bare->handle, CURLOPT_WRITEFUNCTION, on_bytes);
	curl_easy_setopt(bare->handle, CURLOPT_WRITEDATA, bare);
	if (getenv("BENCH_CA") != NULL) {
		curl_easy_setopt(bare->handle, CURLOPT_CAINFO, getenv("BENCH_CA"));
	}
	return bare;
}

__attribute__((noinline)) void bare_call(struct bare *bare) {
	struct json_tokener *tokener = json_tokener_new();
	struct json_object *event = NULL, *title = NULL;
	long status = 0;

	bare->len = 0;
	if (curl_easy_perform(bare->handle) != CURLE_OK ||
		curl_easy_getinfo(bare->handle, CURLINFO_RESPONSE_CODE, &status) != CURLE_OK ||
		status != 200) {
		give_up("bare call", "no answer with status 200");
	}
	event = json_tokener_parse_ex(tokener, bare->bytes, (int)bare->len);
	if (!json_object_object_get_ex(event, "title", &title) ||
		*json_object_get_string(title) == '\0') {
		give_up("bare call", "no title");
	}
	json_object_put(event);
	json_tokener_free(tokener);
}

void bare_close(struct bare *bare) {
	curl_slist_free_all(bare->headers);
	curl_easy_cleanup(bare->handle);
	free(bare);
}

/* ---- rounds --------------------------------------------------------------------------------------------- */

static double seconds(clockid_t clock) {
	struct timespec now;

	clock_gettime(clock, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void measure(void (*run)(long calls), long calls, double *rate, double *cpu_us) {
	const double wall = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);

	run(calls);
	*rate = (double)calls / (seconds(CLOCK_MONOTONIC) - wall);
	*cpu_us = (seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu) / (double)calls * 1e6;
}

void tell_rounds(void (*ours)(long calls), void (*theirs)(long calls), const char *calls,
	const char *rounds) {
	for (long round = 0; round <= strtol(rounds, NULL, 10); round++) {
		double rates[2], cpu_us[2];

		measure(ours, strtol(calls, NULL, 10), &rates[0], &cpu_us[0]);
		measure(theirs, strtol(calls, NULL, 10), &rates[1], &cpu_us[1]);
		if (round > 0) {
			printf("%.0f %.0f %.2f %.2f\n", rates[0], rates[1], cpu_us[0], cpu_us[1]);
			(void)fflush(stdout);
		}
	}
}
