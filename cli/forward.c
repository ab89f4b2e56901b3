/* forward.c: libapi sends to its own server alone, so this is libcurl itself. Redirects are answers that are not 2xx: a
 * receiver says where it is, once. */
#include "cli/forward.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { FIRST_WAIT_MS = 500, LAST_WAIT_MS = 30000, ATTEMPT_MS = 10000 };

struct forward {
	CURL *curl;
	struct curl_slist *headers;
	const volatile sig_atomic_t *stop;
	const char *url;
};

static int on_progress(
	void *context, curl_off_t down, curl_off_t down_now, curl_off_t up, curl_off_t up_now) {
	const struct forward *forward = context;

	(void)down, (void)down_now, (void)up, (void)up_now;
	return *forward->stop;
}

/* What the receiver says is its own affair. */
static size_t on_body(char *bytes, size_t size, size_t count, void *context) {
	(void)bytes, (void)context;
	return size * count;
}

static void set_up(struct forward *forward) {
	CURL *curl = forward->curl;

	curl_easy_setopt(curl, CURLOPT_URL, forward->url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(curl, CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, forward->headers);
	curl_easy_setopt(curl, CURLOPT_USERAGENT, "calctl");
	curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)ATTEMPT_MS);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
	curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
	curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, on_progress);
	curl_easy_setopt(curl, CURLOPT_XFERINFODATA, forward);
}

struct forward *forward_new(const char *url, const volatile sig_atomic_t *stop) {
	struct forward *forward = calloc(1, sizeof(*forward));

	if (forward == NULL) {
		return NULL;
	}
	*forward = (struct forward){ .curl = curl_easy_init(),
		.headers = curl_slist_append(NULL, "Content-Type: application/json"),
		.stop = stop,
		.url = url };
	if (forward->curl == NULL || forward->headers == NULL) {
		forward_free(forward);
		return NULL;
	}
	set_up(forward);
	return forward;
}

void forward_free(struct forward *forward) {
	if (forward != NULL) {
		curl_easy_cleanup(forward->curl);
		curl_slist_free_all(forward->headers);
		free(forward);
	}
}

void forward_wait(const struct forward *forward, unsigned failures) {
	long ms = failures > 6 ? LAST_WAIT_MS : (long)FIRST_WAIT_MS << failures;
	ms = ms > LAST_WAIT_MS ? LAST_WAIT_MS : ms;

	/* In pieces: a signal may come between the look and the sleep. */
	for (; ms > 0 && !*forward->stop; ms -= 100) {
		nanosleep(&(struct timespec){ .tv_nsec = 100000000 }, NULL);
	}
}

static long post_once(struct forward *forward, const char *json) {
	long status = 0;

	curl_easy_setopt(forward->curl, CURLOPT_POSTFIELDS, json);
	CURLcode code = curl_easy_perform(forward->curl);
	curl_easy_getinfo(forward->curl, CURLINFO_RESPONSE_CODE, &status);
	if (code == CURLE_OK && status / 100 == 2) {
		return status;
	}
	if (!*forward->stop && code != CURLE_OK) {
		fprintf(stderr, "calctl: %s: %s; trying again\n", forward->url,
			curl_easy_strerror(code));
	} else if (!*forward->stop) {
		fprintf(stderr, "calctl: %s answered %ld; trying again\n", forward->url, status);
	}
	return 0;
}

long forward_post(struct forward *forward, const char *json) {
	for (unsigned failures = 0; !*forward->stop; failures++) {
		long status = post_once(forward, json);
		if (status != 0) {
			return status;
		}
		forward_wait(forward, failures);
	}
	return 0;
}
