/* url.c: from settings and ids to what stands in the request line.
 *
 * Everything that comes from the caller is escaped to RFC 3986 unreserved characters. "." and ".." survive that,
 * and a proxy may fold them into another path, so as a value they are refused. */
#include "libapi/url.h"

#include "libapi/error.h"
#include "libapi/text.h"
#include "libapi/wire/memory.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <string.h>
#include <strings.h>

#define PATH_MAX_BYTES 16384

bool libapi__host_is_loopback(const char *host) {
	char bare[64];
	struct in_addr v4;
	struct in6_addr v6;
	size_t len = strlen(host);

	if (strcasecmp(host, "localhost") == 0) {
		return true;
	}
	if (len >= sizeof(bare)) {
		return false;
	}
	if (host[0] == '[' && host[len - 1] == ']') {
		memcpy(bare, host + 1, len - 2);
		bare[len - 2] = '\0';
	} else {
		memcpy(bare, host, len + 1);
	}
	if (inet_pton(AF_INET, bare, &v4) == 1) {
		return (ntohl(v4.s_addr) >> 24) == 127;
	}
	return inet_pton(AF_INET6, bare, &v6) == 1 && IN6_IS_ADDR_LOOPBACK(&v6);
}

void libapi__base_url_finish(struct base_url *base) {
	wire_free(base->text);
	*base = (struct base_url){ NULL, false, false };
}

/* A part that cannot be read for want of memory counts as there: nothing may pass unseen. */
static bool has_part(CURLU *url, CURLUPart part, CURLUcode *result) {
	char *text = NULL;
	CURLUcode got = curl_url_get(url, part, &text, 0);

	curl_free(text);
	if (got == CURLUE_OUT_OF_MEMORY) {
		*result = got;
	}
	return got == CURLUE_OK || got == CURLUE_OUT_OF_MEMORY;
}

/* What is wrong with the URL, or NULL. */
static const char *find_fault(CURLU *url, const char *scheme, const char *path, CURLUcode *result) {
	size_t len = strlen(path);

	if (strcmp(scheme, "https") != 0 && strcmp(scheme, "http") != 0) {
		return "must begin with https:// or http://";
	}
	if (has_part(url, CURLUPART_USER, result) || has_part(url, CURLUPART_PASSWORD, result)) {
		return "must not carry a user or password; the API key has a setting of its own";
	}
	if (has_part(url, CURLUPART_QUERY, result) || has_part(url, CURLUPART_FRAGMENT, result)) {
		return "must not have a query or a fragment";
	}
	if ((len >= 3 && strcmp(path + len - 3, "/v1") == 0) ||
		(len >= 4 && strcmp(path + len - 4, "/v1/") == 0)) {
		return "must end before /v1; libapi adds that itself";
	}
	return NULL;
}

struct url_parts {
	char *scheme, *host, *path, *whole;
};

static CURLUcode get_parts(CURLU *url, const char *text, struct url_parts *parts) {
	const struct {
		CURLUPart part;
		char **slot;
	} wanted[] = {
		{ CURLUPART_SCHEME, &parts->scheme },
		{ CURLUPART_HOST, &parts->host },
		{ CURLUPART_PATH, &parts->path },
		{ CURLUPART_URL, &parts->whole },
	};
	CURLUcode result = curl_url_set(url, CURLUPART_URL, text, CURLU_NON_SUPPORT_SCHEME);

	for (size_t i = 0; result == CURLUE_OK && i < sizeof(wanted) / sizeof(wanted[0]); i++) {
		result = curl_url_get(url, wanted[i].part, wanted[i].slot, 0);
	}
	return result;
}

static void free_parts(struct url_parts *parts) {
	curl_free(parts->scheme);
	curl_free(parts->host);
	curl_free(parts->path);
	curl_free(parts->whole);
}

static bool take_base(struct base_url *out, const struct url_parts *parts) {
	size_t len = 0;

	if (!libapi__text_set(&out->text, parts->whole)) {
		return false;
	}
	len = strlen(out->text);
	while (len > 0 && out->text[len - 1] == '/') {
		out->text[--len] = '\0';
	}
	out->is_tls = strcmp(parts->scheme, "https") == 0;
	out->is_loopback = libapi__host_is_loopback(parts->host);
	return true;
}

static int32_t read_parts(
	CURLU *url, const char *text, struct base_url *out, libapi_error **error) {
	struct url_parts parts = { NULL, NULL, NULL, NULL };
	const char *fault = "is not a URL; write https://host[:port]";
	CURLUcode result = get_parts(url, text, &parts);
	int32_t code = LIBAPI_OK;

	if (result == CURLUE_OK) {
		fault = find_fault(url, parts.scheme, parts.path, &result);
	}
	if (result == CURLUE_OUT_OF_MEMORY || (fault == NULL && !take_base(out, &parts))) {
		code = libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	} else if (fault != NULL) {
		code = libapi__fail(
			error, LIBAPI_E_CONFIG, "the URL %s (it is \"%.200s\")", fault, text);
	}
	free_parts(&parts);
	return code;
}

int32_t libapi__base_url_read(const char *text, struct base_url *out, libapi_error **error) {
	CURLU *url = NULL;
	int32_t code = LIBAPI_OK;

	*out = (struct base_url){ NULL, false, false };
	if (text == NULL) {
		return libapi__fail(error, LIBAPI_E_CONFIG,
			"no server URL: set LIBAPI_URL, or url in a profile, or in a program "
			"libapi_config_set_url()");
	}
	url = curl_url();
	if (url == NULL) {
		return libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	}
	code = read_parts(url, text, out, error);
	curl_url_cleanup(url);
	return code;
}

/* ---- the URL of a call ------------------------------------------------------------------------------------ */

static const char *value_fault(const char *value) {
	if (value == NULL) {
		return "is NULL";
	}
	if (value[0] == '\0') {
		return "is empty";
	}
	if (strcmp(value, ".") == 0 || strcmp(value, "..") == 0) {
		return "cannot be a dot segment";
	}
	return libapi__text_is_header_value(value, 1024) ? NULL
							 : "has control characters or is too long";
}

static int32_t refuse_value(const struct operation *operation, const char *name, const char *value,
	const char *fault, libapi_error **error) {
	libapi_error *refusal = libapi__error_new(LIBAPI_E_INVALID, operation, NULL);
	bool is_missing = value == NULL || value[0] == '\0';

	libapi__error_say(refusal, "%s %s", name, fault);
	libapi__error_add_field(refusal, name, is_missing ? "required" : "format", fault);
	return libapi__error_give(refusal, error);
}

int32_t libapi__url_put_path(struct wire_buffer *url, const struct operation *operation,
	const char *const *path_values, libapi_error **error) {
	const char *rest = operation->path;
	size_t at = 0;

	for (;;) {
		const char *open = strchr(rest, '{');
		const char *name = NULL, *value = NULL, *fault = NULL;
		if (open == NULL) {
			wire_put_str(url, rest);
			return LIBAPI_OK;
		}
		wire_put(url, rest, (size_t)(open - rest));
		name = operation->path_fields->fields[at].name;
		value = path_values != NULL ? path_values[at] : NULL;
		fault = value_fault(value);
		if (fault != NULL) {
			return refuse_value(operation, name, value, fault, error);
		}
		wire_put_escaped(url, value, strlen(value));
		rest = strchr(open, '}') + 1;
		at++;
	}
}

static void put_scalar(
	struct wire_buffer *url, const struct wire_field *field, const struct wire_value *value) {
	switch (field->type) {
	case WIRE_TEXT:
	case WIRE_JSON:
		wire_put_escaped(url, value->text, value->len);
		break;
	case WIRE_INT:
		wire_put_int(url, value->number);
		break;
	case WIRE_BOOL:
		wire_put_str(url, value->number != 0 ? "true" : "false");
		break;
	default:
		break; /* no query parameter of the contract is an object */
	}
}

static void put_list(
	struct wire_buffer *url, const struct wire_field *field, const struct wire_list *list) {
	for (size_t i = 0; i < list->count; i++) {
		if (i > 0) {
			wire_put_char(url, ',');
		}
		put_scalar(url, field->item, &list->items[i]);
	}
}

void libapi__url_put_query(struct wire_buffer *url, const struct wire_record *query) {
	char mark = '?';

	for (size_t i = 0; query != NULL && i < query->schema->count; i++) {
		const struct wire_field *field = &query->schema->fields[i];
		const struct wire_value *value = &query->values[i];
		if (value->state != WIRE_SET) {
			continue;
		}
		wire_put_char(url, mark);
		mark = '&';
		wire_put_str(url, field->name);
		wire_put_char(url, '=');
		if (field->type == WIRE_LIST) {
			put_list(url, field, value->list);
		} else {
			put_scalar(url, field, value);
		}
	}
}

bool libapi__path_is_good(const char *path) {
	if (path[0] != '/' || strnlen(path, PATH_MAX_BYTES) == PATH_MAX_BYTES) {
		return false;
	}
	for (const char *c = path; *c != '\0'; c++) {
		if (*c <= 0x20 || *c > 0x7e || *c == '#') {
			return false;
		}
	}
	return true;
}
