/* spans.c: a ring, a thread and one libcurl handle.
 *
 * What a collector may refuse for the moment (no answer, 429, 502, 503, 504: OTLP's own list) is sent three times;
 * meanwhile the ring holds some 8,000 spans. Turned down: sending from the loops by their own event sets (a slow
 * collector would share their memory and time) and sharing the courier of webhooks (its limits are for strangers). */
#include "server/jobs/spans.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "server/base/log.h"
#include "server/base/ring.h"
#include "server/jobs/span_text.h"

enum {
	BATCH = 512,
	GATHER_MS = 200,
	POST_MS = 5000,
	LAST_POST_MS = 1000, /* of a server that stops */
	TRIES = 3,
	ANSWER_MAX = 65536,
};

static struct {
	struct ring ring;
	atomic_bool running, stopping;
	const char *url;
	struct job_metrics *metrics;
	pthread_t thread;
	char instance[96];
	CURL *easy;
	struct curl_slist *headers;
	size_t answer_bytes;
	bool complained;
} exporter;

static void drop(uint64_t count) {
	atomic_fetch_add_explicit(&exporter.metrics->spans_dropped, count, memory_order_relaxed);
}

static bool is_stopping(void) {
	return atomic_load_explicit(&exporter.stopping, memory_order_relaxed);
}

bool spans_wanted(void) {
	return atomic_load_explicit(&exporter.running, memory_order_relaxed) && !is_stopping();
}

void spans_keep(const struct span *span) {
	struct span *copy = malloc(sizeof(*copy));
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	if (copy != NULL) {
		*copy = *span;
		copy->ended_us = (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
	}
	if (copy == NULL || !ring_push(&exporter.ring, copy)) {
		free(copy);
		drop(1);
	}
}

/* ---- one post -------------------------------------------------------------------------------------------- */

static size_t take_answer(char *bytes, size_t size, size_t count, void *context) {
	(void)bytes;
	(void)context;
	exporter.answer_bytes += size * count;
	return exporter.answer_bytes > ANSWER_MAX ? 0 : size * count;
}

/* 0: taken. -1: may be taken later. 1: never. */
static int post(const struct wire_buffer *body, const char **reason, long *status) {
	CURL *easy = exporter.easy;

	exporter.answer_bytes = 0;
	curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)(is_stopping() ? LAST_POST_MS : POST_MS));
	curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, (long)body->len);
	curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body->bytes);
	CURLcode code = curl_easy_perform(easy);
	*status = 0;
	curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, status);
	*reason = code != CURLE_OK     ? curl_easy_strerror(code)
		  : *status / 100 == 3 ? "redirects are not followed"
				       : "the collector refused them";
	if (code == CURLE_OK && *status / 100 == 2) {
		return 0;
	}
	bool later = code != CURLE_OK || *status == 429 || (*status >= 502 && *status <= 504);
	return later ? -1 : 1;
}

/* Said when it begins and when it ends, not for every batch. */
static void tell(bool good, const char *reason, long status) {
	if (!good && !exporter.complained) {
		LOG_EVENT(LOG_LEVEL_WARNING, "spans cannot be delivered",
			LOG_TEXT("reason", reason), LOG_NUMBER("status", status));
	} else if (good && exporter.complained) {
		LOG_EVENT(LOG_LEVEL_INFO, "spans are delivered again");
	}
	exporter.complained = !good;
}

static void rest_ms(unsigned ms) {
	for (unsigned waited = 0; waited < ms && !is_stopping(); waited += GATHER_MS) {
		nanosleep(&(struct timespec){ 0, GATHER_MS * 1000000L }, NULL);
	}
}

static bool deliver(const struct wire_buffer *body) {
	const char *reason = "no memory";
	long status = 0;
	int result = body->failed ? 1 : -1;

	for (unsigned try = 0; result < 0 && try < TRIES; try++) {
		if (try > 0) {
			rest_ms(1000U << try);
		}
		result = post(body, &reason, &status);
		tell(result == 0, reason, status);
	}
	return result == 0;
}

/* ---- the thread ------------------------------------------------------------------------------------------ */

/* false: nothing waits. */
static bool send_batch(struct wire_buffer *body) {
	struct span *spans[BATCH];
	size_t count = 0;

	while (count < BATCH && (spans[count] = ring_pull(&exporter.ring)) != NULL) {
		count++;
	}
	if (count == 0) {
		return false;
	}
	wire_buffer_clear(body);
	span_text_write(body, spans, count, SERVER_VERSION, exporter.instance);
	for (size_t i = 0; i < count; i++) {
		free(spans[i]);
	}
	if (deliver(body)) {
		metric_add(&exporter.metrics->spans_sent, count);
	} else {
		drop(count);
	}
	return true;
}

static void *run(void *nothing) {
	struct wire_buffer body = WIRE_BUFFER_EMPTY;
	(void)nothing;

	pthread_setname_np(pthread_self(), "spans");
	for (;;) {
		bool last = is_stopping();
		while (send_batch(&body)) {
		}
		if (last) {
			break;
		}
		rest_ms(GATHER_MS);
	}
	wire_buffer_finish(&body);
	atomic_store(&exporter.running, false);
	return NULL;
}

static bool make_handle(void) {
	CURL *easy = exporter.easy = curl_easy_init();

	exporter.headers = curl_slist_append(NULL, "Content-Type: application/json");
	if (easy == NULL || exporter.headers == NULL ||
		curl_slist_append(exporter.headers, "Expect:") == NULL ||
		curl_easy_setopt(easy, CURLOPT_URL, exporter.url) != CURLE_OK ||
		curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https") != CURLE_OK ||
		curl_easy_setopt(easy, CURLOPT_PROXY, "") != CURLE_OK) {
		return false;
	}
	curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(easy, CURLOPT_USERAGENT, "api-server/" SERVER_VERSION);
	curl_easy_setopt(easy, CURLOPT_HTTPHEADER, exporter.headers);
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_answer);
	return true;
}

bool spans_start(const char *url, struct job_metrics *metrics) {
	char host[64] = "";

	exporter.url = url;
	exporter.metrics = metrics;
	ring_init(&exporter.ring);
	gethostname(host, sizeof(host) - 1);
	snprintf(exporter.instance, sizeof(exporter.instance), "%s:%d", host, (int)getpid());
	if (!make_handle()) {
		return false;
	}
	atomic_store(&exporter.running, true);
	return pthread_create(&exporter.thread, NULL, run, NULL) == 0;
}

void spans_stop(void) {
	atomic_store(&exporter.stopping, true);
}

bool spans_over(void) {
	return !atomic_load(&exporter.running);
}

/* ---- the setting ----------------------------------------------------------------------------------------- */

static const char *wrong_with(CURLU *parts, const char *url) {
	char *user = NULL;

	if (strncmp(url, "http://", 7) != 0 && strncmp(url, "https://", 8) != 0) {
		return "must begin with http:// or https://";
	}
	if (parts == NULL || curl_url_set(parts, CURLUPART_URL, url, 0) != CURLUE_OK) {
		return "is not a URL";
	}
	bool has_user = curl_url_get(parts, CURLUPART_USER, &user, 0) == CURLUE_OK;
	curl_free(user);
	return has_user ? "must hold no user or password, as settings that are no secrets are "
			  "shown; "
			  "let a collector on this machine add them"
			: NULL;
}

bool spans_url_is_good(const char *url, FILE *errors) {
	CURLU *parts = url[0] == 0 ? NULL : curl_url();
	const char *wrong = url[0] == 0 ? NULL : wrong_with(parts, url);

	curl_url_cleanup(parts);
	if (wrong != NULL) {
		fprintf(errors, "API_OTLP_URL %s; as in http://127.0.0.1:4318/v1/traces\n", wrong);
	}
	return wrong == NULL;
}
