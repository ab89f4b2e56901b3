/* target.c: libcurl takes the URL apart, so that what is checked is what it will connect to. */
#include "server/jobs/target.h"

#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

static struct networks allowed; /* written once, before any thread */

void target_allow(const char *networks) {
	const char *wrong = NULL;
	networks_read(&allowed, networks, &wrong);
}

static bool may_reach(const uint8_t address[ADDRESS_BYTES]) {
	return address_is_public(address) || networks_have(&allowed, address);
}

bool target_may_connect(const struct sockaddr *peer) {
	uint8_t address[ADDRESS_BYTES];

	address_of(peer, address);
	return may_reach(address);
}

bool target_is_private(const char *addresses) {
	uint8_t address[ADDRESS_BYTES];

	while (addresses != NULL && *addresses != 0) {
		size_t len = strcspn(addresses, ",");
		if (address_read(addresses, len, address) && !may_reach(address)) {
			return true;
		}
		addresses += len + (addresses[len] == ',');
	}
	return false;
}

static bool has(CURLU *url, CURLUPart part) {
	char *text = NULL;
	bool there = curl_url_get(url, part, &text, 0) == CURLUE_OK;

	curl_free(text);
	return there;
}

static bool copy_part(CURLU *url, CURLUPart part, unsigned flags, char *out, size_t room) {
	char *text = NULL;
	bool good = curl_url_get(url, part, &text, flags) == CURLUE_OK && strlen(text) < room;

	if (good) {
		memcpy(out, text, strlen(text) + 1);
	}
	curl_free(text);
	return good;
}

/* libcurl keeps the brackets of an IPv6 address. */
static void drop_brackets(char *host) {
	size_t len = strlen(host);
	if (len > 2 && host[0] == '[') {
		memmove(host, host + 1, len - 2);
		host[len - 2] = 0;
	}
}

static const char *check(
	const struct config *config, CURLU *parts, const char *url, struct target *out) {
	char scheme[16];

	if (curl_url_set(parts, CURLUPART_URL, url, CURLU_DISALLOW_USER) != CURLUE_OK ||
		!copy_part(parts, CURLUPART_SCHEME, 0, scheme, sizeof(scheme)) ||
		!copy_part(parts, CURLUPART_HOST, 0, out->host, sizeof(out->host)) ||
		!copy_part(
			parts, CURLUPART_PORT, CURLU_DEFAULT_PORT, out->port, sizeof(out->port))) {
		return "the URL cannot be read; write https://host/path, without a user name";
	}
	drop_brackets(out->host);
	if (strcmp(scheme, "https") != 0 &&
		!(config->webhook_allow_http && strcmp(scheme, "http") == 0)) {
		return config->webhook_allow_http ? "the URL must begin with https:// or http://"
						  : "the URL must begin with https://";
	}
	return has(parts, CURLUPART_FRAGMENT) ? "the URL must not have a fragment" : NULL;
}

const char *target_read(const struct config *config, const char *url, struct target *out) {
	CURLU *parts = curl_url();

	if (parts == NULL) {
		return "the URL cannot be read now; try again";
	}
	const char *wrong = check(config, parts, url, out);
	curl_url_cleanup(parts);
	return wrong;
}
