/* guard.c: RFC 9112 §2.2, §3, §5.2, §6.1, §6.3 read strictly: where two readers of the same bytes could disagree about
 * where a request ends, it is refused and the connection closed. h2o takes Content-Length and Transfer-Encoding
 * out of its header list before a handler sees it, so the raw bytes are read. */
#include "server/http/guard.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

struct seen {
	bool http_1_0, content_length, transfer_encoding, host, api_key;
};

static bool name_is(const char *line, size_t name_len, const char *name) {
	return strlen(name) == name_len && strncasecmp(line, name, name_len) == 0;
}

static const char *once(bool *seen, const char *problem) {
	if (*seen) {
		return problem;
	}
	*seen = true;
	return NULL;
}

static const char *check_length(const char *value, size_t len) {
	while (len > 0 && (*value == ' ' || *value == '\t')) {
		value++;
		len--;
	}
	while (len > 0 && (value[len - 1] == ' ' || value[len - 1] == '\t')) {
		len--;
	}
	for (size_t i = 0; i < len; i++) {
		if (value[i] < '0' || value[i] > '9') {
			return "Content-Length is not a number";
		}
	}
	return len == 0 || len > 18 ? "Content-Length is not a number" : NULL;
}

/* One header line without its CRLF. */
static const char *check_line(struct seen *seen, const char *line, size_t len) {
	if (line[0] == ' ' || line[0] == '\t') {
		return "a header is folded over two lines";
	}
	const char *colon = memchr(line, ':', len);
	size_t name_len = colon == NULL ? len : (size_t)(colon - line);
	if (colon == NULL || name_len == 0 || line[name_len - 1] == ' ' ||
		line[name_len - 1] == '\t') {
		return "a header line has no proper name";
	}
	switch (line[0] | 32) {
	case 'c':
		if (name_is(line, name_len, "content-length")) {
			const char *problem =
				once(&seen->content_length, "Content-Length is given twice");
			return problem != NULL ? problem
					       : check_length(colon + 1, len - name_len - 1);
		}
		return NULL;
	case 't':
		return name_is(line, name_len, "transfer-encoding")
			       ? once(&seen->transfer_encoding, "Transfer-Encoding is given twice")
			       : NULL;
	case 'h':
		return name_is(line, name_len, "host") ? once(&seen->host, "Host is given twice")
						       : NULL;
	case 'x':
		return name_is(line, name_len, "x-api-key")
			       ? once(&seen->api_key, "X-API-Key is given twice")
			       : NULL;
	default:
		return NULL;
	}
}

/* "METHOD /path HTTP/1.1". A target that names another host than Host does (RFC 9112 §3.2.2) is for proxies. */
static const char *check_first(struct seen *seen, const char *line, size_t len) {
	const char *target = memchr(line, ' ', len);
	size_t left = target == NULL ? 0 : len - (size_t)(++target - line);
	const char *version = left == 0 ? NULL : memchr(target, ' ', left);

	if (version == NULL || line + len - version != 9) {
		return "the request line is not method, target and version, one space apart";
	}
	seen->http_1_0 = version[8] == '0';
	return target[0] == '/' || (target[0] == '*' && version == target + 1)
		       ? NULL
		       : "the request target is not a path; send /v1/... and a Host header";
}

/* What the lines mean together. */
static const char *check_whole(const struct seen *seen) {
	if (seen->content_length && seen->transfer_encoding) {
		return "Content-Length and Transfer-Encoding stand side by side";
	}
	if (seen->http_1_0 && seen->transfer_encoding) {
		return "HTTP/1.0 has no Transfer-Encoding"; /* RFC 9112 §6.1 */
	}
	return seen->http_1_0 || seen->host ? NULL : "Host is missing"; /* RFC 9112 §3.2 */
}

const char *guard_head(const char *head, size_t len, bool *chunked) {
	struct seen seen = { 0 };
	const char *at = head, *end = head + len;

	for (bool first = true; at < end; first = false) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		if (stop == NULL) {
			break;
		}
		if (stop == at || stop[-1] != '\r') {
			return "a line does not end in CRLF";
		}
		size_t line_len = (size_t)(stop - at) - 1;
		if (line_len == 0 && !first) {
			break;
		}
		if (memchr(at, 0, line_len) != NULL || memchr(at, '\r', line_len) != NULL) {
			return "a header holds a control character";
		}
		const char *problem =
			first ? check_first(&seen, at, line_len) : check_line(&seen, at, line_len);
		if (problem != NULL) {
			return problem;
		}
		at = stop + 1;
	}
	*chunked = seen.transfer_encoding;
	return check_whole(&seen);
}
