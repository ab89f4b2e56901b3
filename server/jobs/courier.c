/* courier.c: libcurl's multi handle, and the limits of one post. */
#include "server/jobs/courier.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server/jobs/target.h"

struct courier {
	CURLM *multi;
	const char *schemes;
};

struct courier *courier_new(bool allow_http) {
	struct courier *courier = calloc(1, sizeof(*courier));

	if (courier == NULL) {
		return NULL;
	}
	courier->schemes = allow_http ? "https,http" : "https";
	courier->multi = curl_multi_init();
	if (courier->multi == NULL) {
		free(courier);
		return NULL;
	}
	return courier;
}

void courier_free(struct courier *courier) {
	if (courier != NULL) {
		curl_multi_cleanup(courier->multi);
		free(courier);
	}
}

/* ---- limits ---------------------------------------------------------------------------------------------- */

/* libcurl connects to exactly this address, or, where it is refused, to none. */
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *peer) {
	struct post *post = context;

	if (purpose != CURLSOCKTYPE_IPCXN || !target_may_connect(&peer->addr)) {
		post->refused = true;
		return CURL_SOCKET_BAD;
	}
	return socket(peer->family, peer->socktype | SOCK_CLOEXEC, peer->protocol);
}

/* The answer is not kept: only its end matters, and that it has one. */
static size_t take_answer(char *bytes, size_t size, size_t count, void *context) {
	struct post *post = context;
	(void)bytes;

	post->answer_bytes += size * count;
	return post->answer_bytes > ANSWER_BYTES_MAX ? 0 : size * count;
}

/* Headers count too: a receiver could send them without end. */
static size_t take_header(char *bytes, size_t size, size_t count, void *context) {
	return take_answer(bytes, size, count, context);
}

static bool set_options(const struct courier *courier, struct post *post) {
	CURL *easy = post->easy;
	bool good = curl_easy_setopt(easy, CURLOPT_URL, post->url) == CURLE_OK &&
		    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, courier->schemes) == CURLE_OK &&
		    curl_easy_setopt(easy, CURLOPT_PROXY, "") == CURLE_OK &&
		    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket) == CURLE_OK;

	curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, post);
	curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)POST_TIMEOUT_MS);
	curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, (long)post->body_len);
	curl_easy_setopt(easy, CURLOPT_POSTFIELDS, post->body);
	curl_easy_setopt(easy, CURLOPT_HTTPHEADER, post->headers);
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_answer);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, post);
	curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(easy, CURLOPT_HEADERDATA, post);
	curl_easy_setopt(easy, CURLOPT_PRIVATE, post);
	return good;
}

static bool add_header(struct post *post, const char *line) {
	struct curl_slist *more = curl_slist_append(post->headers, line);

	post->headers = more != NULL ? more : post->headers;
	return more != NULL;
}

static bool add_headers(struct post *post) {
	char line[SIGNATURE_ROOM + 32];

	snprintf(line, sizeof(line), "X-Cal-Signature: %s", post->signature);
	return add_header(post, line) && add_header(post, "Content-Type: application/json") &&
	       add_header(post, "User-Agent: libapi-webhook/1") && add_header(post, "Expect:");
}

static void release(struct post *post) {
	curl_easy_cleanup(post->easy);
	curl_slist_free_all(post->headers);
	post->easy = NULL;
	post->headers = NULL;
}

bool courier_send(struct courier *courier, struct post *post) {
	post->easy = curl_easy_init();
	post->headers = NULL;
	post->answer_bytes = 0;
	post->refused = post->delivered = false;
	post->status = 0;
	post->error[0] = 0;
	if (post->easy != NULL && add_headers(post) && set_options(courier, post) &&
		curl_multi_add_handle(courier->multi, post->easy) == CURLM_OK) {
		return true;
	}
	release(post);
	return false;
}

/* ---- outcome --------------------------------------------------------------------------------------------- */

static void explain(struct post *post, CURLcode code) {
	if (post->refused) {
		snprintf(post->error, ERROR_ROOM,
			"the address is not one that the public can reach");
	} else if (post->answer_bytes > ANSWER_BYTES_MAX) {
		snprintf(post->error, ERROR_ROOM, "the answer is longer than %d bytes",
			ANSWER_BYTES_MAX);
	} else if (code != CURLE_OK) {
		snprintf(post->error, ERROR_ROOM, "%s", curl_easy_strerror(code));
	} else {
		snprintf(post->error, ERROR_ROOM, "the receiver answered %d%s", post->status,
			post->status / 100 == 3 ? "; redirects are not followed" : "");
	}
}

static void finish(struct courier *courier, CURL *easy, CURLcode code) {
	char *place = NULL;
	long status = 0;
	curl_off_t took_us = 0;

	curl_easy_getinfo(easy, CURLINFO_PRIVATE, &place);
	curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
	curl_easy_getinfo(easy, CURLINFO_TOTAL_TIME_T, &took_us);
	struct post *post = (struct post *)place;
	post->status = (int)status;
	post->latency_ms = (uint32_t)(took_us / 1000);
	post->delivered = code == CURLE_OK && status / 100 == 2;
	if (!post->delivered) {
		explain(post, code);
	}
	curl_multi_remove_handle(courier->multi, easy);
	release(post);
	post->on_done(post);
}

void courier_go_on(struct courier *courier, int wait_ms) {
	int running = 0, left = 0;
	CURLMsg *message = NULL;

	curl_multi_perform(courier->multi, &running);
	while ((message = curl_multi_info_read(courier->multi, &left)) != NULL) {
		if (message->msg == CURLMSG_DONE) {
			finish(courier, message->easy_handle, message->data.result);
			wait_ms = 0;
		}
	}
	if (wait_ms > 0) {
		curl_multi_poll(courier->multi, NULL, 0, wait_ms, NULL);
	}
}

void courier_wake(struct courier *courier) {
	curl_multi_wakeup(courier->multi);
}
