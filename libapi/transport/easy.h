/* easy.h: curl easy handles, kept between attempts. */
#ifndef LIBAPI_TRANSPORT_EASY_H
#define LIBAPI_TRANSPORT_EASY_H

#include "libapi/list.h"
#include "libapi/transport/transport.h"

#include <curl/curl.h>

#define EASY_HEADERS_MAX 32
#define EASY_SPARE_MAX 64

/* An easy handle and what belongs to the attempt it carries. */
struct easy {
	CURL *curl;
	struct exchange *exchange; /* NULL: spare */
	struct easy *next; /* spare ones */
	struct link in_list; /* of those under way, or of those that wait */
	bool is_under_way;
	uint32_t refusals; /* of memory, when the attempt began */
	int64_t answer_max;
	bool too_large;
	struct curl_slist headers[EASY_HEADERS_MAX]; /* nodes that point into the request */
};

struct easy_settings {
	const libapi_config *config;
	const struct base_url *base;
	char agent[384];
	char *key_line; /* "X-API-Key: …" */
	struct curl_slist common[3]; /* the headers of every request */
};

bool libapi__easy_settings_init(
	struct easy_settings *settings, const libapi_config *config, const struct base_url *base);
void libapi__easy_settings_finish(struct easy_settings *settings);

struct easy *libapi__easy_new(const struct easy_settings *settings);
void libapi__easy_free(struct easy *easy);
/* Make the handle carry the exchange's request. LIBAPI_E_INVALID: too many headers; LIBAPI_E_MEMORY. */
int32_t libapi__easy_prepare(
	struct easy *easy, const struct easy_settings *settings, struct exchange *exchange);
/* Write how it ended into the exchange. */
void libapi__easy_conclude(struct easy *easy, CURLcode result);

#endif
