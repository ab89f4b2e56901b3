/* sdk_vs_curl.c: getEvent through libapi against the least a C programmer could write: one reused libcurl handle
 * and json-c picking out the title. Both in one process, in turns, so that the machine's moods hit both alike.
 *
 * sdk_vs_curl CALENDAR EVENT CALLS ROUNDS, with LIBAPI_URL and LIBAPI_KEY. Prints one line a round: calls/s of
 * each, CPU microseconds per call of each, and the ratio of the rates. */
#include <curl/curl.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "api/api.h"

struct cost {
	double calls_per_s, cpu_us;
};

static double seconds(clockid_t clock) {
	struct timespec now;

	clock_gettime(clock, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

struct answer {
	char bytes[65536];
	size_t len;
};

static size_t on_bytes(char *bytes, size_t size, size_t count, void *user) {
	struct answer *answer = user;

	if (answer->len + size * count > sizeof answer->bytes) {
		return 0;
	}
	memcpy(answer->bytes + answer->len, bytes, size * count);
	answer->len += size * count;
	return size * count;
}

__attribute__((noinline)) static void bare_call(CURL *handle, struct answer *answer) {
	struct json_tokener *tokener = json_tokener_new();
	struct json_object *event = NULL, *title = NULL;
	long status = 0;

	answer->len = 0;
	if (curl_easy_perform(handle) != CURLE_OK ||
		curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status) != CURLE_OK ||
		status != 200) {
		fprintf(stderr, "bare call: status %ld\n", status);
		exit(1);
	}
	event = json_tokener_parse_ex(tokener, answer->bytes, (int)answer->len);
	if (!json_object_object_get_ex(event, "title", &title) ||
		*json_object_get_string(title) == '\0') {
		fprintf(stderr, "bare call: no title\n");
		exit(1);
	}
	json_object_put(event);
	json_tokener_free(tokener);
}

__attribute__((noinline)) static void sdk_call(
	libapi_client *client, const char *calendar, const char *id) {
	LIBAPI_AUTO(event) *event = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	if (libapi_event_get(client, calendar, id, NULL, NULL, &event, &error) != LIBAPI_OK ||
		*libapi_event_title(event) == '\0') {
		fprintf(stderr, "sdk call: %s\n", libapi_error_text(error));
		exit(1);
	}
}

int main(int argc, char **argv) {
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	static struct answer answer;
	char url[512], header[256];
	struct curl_slist *headers = NULL;
	CURL *handle = curl_easy_init();

	if (argc != 5 || libapi_client_open(NULL, &client, &error) != LIBAPI_OK) {
		fprintf(stderr, "usage: sdk_vs_curl CALENDAR EVENT CALLS ROUNDS\n%s\n",
			libapi_error_text(error));
		return 64;
	}
	snprintf(url, sizeof url, "%s/v1/calendars/%s/events/%s", getenv("LIBAPI_URL"), argv[1],
		argv[2]);
	snprintf(header, sizeof header, "X-API-Key: %s", getenv("LIBAPI_KEY"));
	headers = curl_slist_append(NULL, header);
	curl_easy_setopt(handle, CURLOPT_URL, url);
	curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
	curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, on_bytes);
	curl_easy_setopt(handle, CURLOPT_WRITEDATA, &answer);

	long calls = atol(argv[3]), rounds = atol(argv[4]);
	for (long round = -1; round < rounds; round++) { /* the first one warms up */
		struct cost costs[2];
		for (int who = 0; who < 2; who++) {
			double wall = seconds(CLOCK_MONOTONIC),
			       cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
			for (long n = 0; n < calls; n++) {
				who == 0 ? sdk_call(client, argv[1], argv[2])
					 : bare_call(handle, &answer);
			}
			costs[who].calls_per_s = (double)calls / (seconds(CLOCK_MONOTONIC) - wall);
			costs[who].cpu_us =
				(seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu) / (double)calls * 1e6;
		}
		if (round >= 0) {
			printf("%.0f %.0f %.2f %.2f %.3f\n", costs[0].calls_per_s,
				costs[1].calls_per_s, costs[0].cpu_us, costs[1].cpu_us,
				costs[0].calls_per_s / costs[1].calls_per_s);
			fflush(stdout);
		}
	}
	curl_slist_free_all(headers);
	curl_easy_cleanup(handle);
	return 0;
}
