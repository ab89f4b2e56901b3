/* easy.c: how a request looks to curl, and a curl result to libapi.
 *
 * What is the same for every call is set once, when the handle is made; handles are kept, so that a call costs
 * little more than a reused curl handle. Header nodes are our own and point into the request: curl only reads
 * them. */
#include "libapi/transport/easy.h"

#include "api/version.h"
#include "libapi/wire/memory.h"

#include <stdio.h>
#include <string.h>

bool libapi__easy_settings_init(
	struct easy_settings *settings, const libapi_config *config, const struct base_url *base) {
	settings->config = config;
	settings->base = base;
	settings->key_line = NULL;
	(void)snprintf(settings->agent, sizeof(settings->agent), "libapi/%s libcurl/%s%s%s",
		LIBAPI_VERSION, curl_version_info(CURLVERSION_NOW)->version,
		config->agent != NULL ? " " : "", config->agent != NULL ? config->agent : "");
	settings->common[0] =
		(struct curl_slist){ (char *)"Accept: application/json", &settings->common[1] };
	/* Bodies are small: waiting for 100-continue would cost a round trip. */
	settings->common[1] = (struct curl_slist){ (char *)"Expect:", NULL };
	if (config->key != NULL) {
		settings->key_line = wire_print("X-API-Key: %s", config->key);
		if (settings->key_line == NULL) {
			return false;
		}
		settings->common[1].next = &settings->common[2];
		settings->common[2] = (struct curl_slist){ settings->key_line, NULL };
	}
	return true;
}

void libapi__easy_settings_finish(struct easy_settings *settings) {
	if (settings->key_line != NULL) {
		explicit_bzero(settings->key_line, strlen(settings->key_line));
		wire_free(settings->key_line);
		settings->key_line = NULL;
	}
}

static size_t on_header(char *line, size_t size, size_t count, void *user) {
	struct easy *easy = user;

	if (!libapi__response_add_line(&easy->exchange->response, line, size * count)) {
		easy->too_large = !easy->exchange->response.headers.failed;
		return 0;
	}
	return size * count;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *user) {
	struct easy *easy = user;
	struct wire_buffer *body = &easy->exchange->response.body;

	if ((int64_t)(body->len + count) > easy->answer_max) {
		easy->too_large = true;
		return 0;
	}
	wire_put(body, bytes, size * count);
	return body->failed ? 0 : size * count;
}

static void set_security(CURL *curl, const struct easy_settings *settings) {
	const libapi_config *config = settings->config;

	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L); /* the key goes to this server only */
	curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
	curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	if (config->ca_file != NULL) {
		curl_easy_setopt(curl, CURLOPT_CAINFO, config->ca_file);
		curl_easy_setopt(curl, CURLOPT_CAPATH, NULL);
	}
	if (config->cert_file != NULL) {
		curl_easy_setopt(curl, CURLOPT_SSLCERT, config->cert_file);
		curl_easy_setopt(curl, CURLOPT_SSLKEY,
			config->cert_key_file != NULL ? config->cert_key_file : config->cert_file);
	}
	if (config->proxy != NULL) {
		curl_easy_setopt(curl, CURLOPT_PROXY, config->proxy);
	} else if (settings->base->is_loopback) {
		/* http_proxy in the environment must not see a key that was to stay on this machine. */
		curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
	}
}

static void set_constants(struct easy *easy, const struct easy_settings *settings) {
	CURL *curl = easy->curl;

	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_QUICK_EXIT, 1L);
	curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
	curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
	curl_easy_setopt(
		curl, CURLOPT_CONNECTTIMEOUT_MS, (long)settings->config->connect_timeout_ms);
	curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
	/* Many starts at once: wait for the first connection to say whether it multiplexes. */
	curl_easy_setopt(curl, CURLOPT_PIPEWAIT, settings->base->is_tls ? 1L : 0L);
	curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, ""); /* all that libcurl can unpack */
	curl_easy_setopt(curl, CURLOPT_USERAGENT, settings->agent);
	curl_easy_setopt(curl, CURLOPT_PRIVATE, easy);
	curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
	curl_easy_setopt(curl, CURLOPT_HEADERDATA, easy);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, easy);
	set_security(curl, settings);
}

struct easy *libapi__easy_new(const struct easy_settings *settings) {
	struct easy *easy = wire_calloc(1, sizeof(*easy));

	if (easy == NULL) {
		return NULL;
	}
	easy->curl = curl_easy_init();
	if (easy->curl == NULL) {
		wire_free(easy);
		return NULL;
	}
	easy->answer_max = settings->config->answer_max;
	set_constants(easy, settings);
	return easy;
}

void libapi__easy_free(struct easy *easy) {
	curl_easy_cleanup(easy->curl);
	wire_free(easy);
}

static int32_t code_of_option(CURLcode result) {
	return result == CURLE_OK              ? LIBAPI_OK
	       : result == CURLE_OUT_OF_MEMORY ? LIBAPI_E_MEMORY
					       : LIBAPI_E_INVALID;
}

static int32_t set_headers(
	struct easy *easy, const struct easy_settings *settings, const struct request *request) {
	char *line = request->headers.bytes;
	char *end = line != NULL ? line + request->headers.len : NULL;
	size_t count = 0;

	while (line < end && count < EASY_HEADERS_MAX) {
		easy->headers[count] = (struct curl_slist){ line, &easy->headers[count + 1] };
		count++;
		line += strlen(line) + 1;
	}
	if (line < end) {
		return LIBAPI_E_INVALID;
	}
	if (count > 0) {
		easy->headers[count - 1].next = (struct curl_slist *)&settings->common[0];
	}
	return code_of_option(curl_easy_setopt(easy->curl, CURLOPT_HTTPHEADER,
		count > 0 ? &easy->headers[0] : &settings->common[0]));
}

static int32_t set_method(CURL *curl, const struct request *request) {
	bool is_get = strcmp(request->method, "GET") == 0;

	curl_easy_setopt(curl, CURLOPT_HTTPGET,
		1L); /* also takes back a HEAD or a body of the attempt before */
	if (strcmp(request->method, "HEAD") == 0) {
		curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
	} else if (request->has_body || strcmp(request->method, "POST") == 0) {
		curl_easy_setopt(curl, CURLOPT_POST, 1L);
		curl_easy_setopt(
			curl, CURLOPT_POSTFIELDS, request->body.len > 0 ? request->body.bytes : "");
		curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body.len);
	}
	return code_of_option(curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST,
		is_get && !request->has_body ? NULL : request->method));
}

int32_t libapi__easy_prepare(
	struct easy *easy, const struct easy_settings *settings, struct exchange *exchange) {
	const struct request *request = exchange->request;
	int32_t code = LIBAPI_OK;

	easy->exchange = exchange;
	easy->too_large = false;
	easy->refusals = wire_memory_refusals();
	exchange->reason[0] = '\0';
	code = set_method(easy->curl, request);
	curl_easy_setopt(easy->curl, CURLOPT_ERRORBUFFER, exchange->reason);
	if (code == LIBAPI_OK) {
		code = set_headers(easy, settings, request);
	}
	return code != LIBAPI_OK ? code
				 : code_of_option(curl_easy_setopt(
					   easy->curl, CURLOPT_URL, request->url.bytes));
}

struct meaning {
	CURLcode result;
	enum attempt_end end;
	int32_t code;
};

/* What is not listed here is ATTEMPT_LOST: the outcome is unknown, and writes carry their key. */
static const struct meaning meanings[] = {
	{ CURLE_OK, ATTEMPT_ANSWERED, LIBAPI_OK },
	{ CURLE_COULDNT_RESOLVE_HOST, ATTEMPT_UNREACHABLE, LIBAPI_E_UNREACHABLE },
	{ CURLE_COULDNT_RESOLVE_PROXY, ATTEMPT_UNREACHABLE, LIBAPI_E_UNREACHABLE },
	{ CURLE_COULDNT_CONNECT, ATTEMPT_UNREACHABLE, LIBAPI_E_UNREACHABLE },
	{ CURLE_PROXY, ATTEMPT_UNREACHABLE, LIBAPI_E_UNREACHABLE },
	{ CURLE_OPERATION_TIMEDOUT, ATTEMPT_SLOW_CONNECT,
		LIBAPI_E_UNREACHABLE }, /* only connecting has curl's timer */
	{ CURLE_SSL_CONNECT_ERROR, ATTEMPT_UNREACHABLE,
		LIBAPI_E_TLS }, /* also a peer that hangs up: worth a retry */
	{ CURLE_PEER_FAILED_VERIFICATION, ATTEMPT_FINAL, LIBAPI_E_TLS },
	{ CURLE_SSL_CACERT_BADFILE, ATTEMPT_FINAL, LIBAPI_E_TLS },
	{ CURLE_SSL_CERTPROBLEM, ATTEMPT_FINAL, LIBAPI_E_TLS },
	{ CURLE_SSL_CLIENTCERT, ATTEMPT_FINAL, LIBAPI_E_TLS }, /* the peer wants one */
	{ CURLE_SSL_CIPHER, ATTEMPT_FINAL, LIBAPI_E_TLS },
	{ CURLE_SSL_ENGINE_NOTFOUND, ATTEMPT_FINAL, LIBAPI_E_TLS },
	{ CURLE_USE_SSL_FAILED, ATTEMPT_FINAL, LIBAPI_E_TLS },
	{ CURLE_OUT_OF_MEMORY, ATTEMPT_FINAL, LIBAPI_E_MEMORY },
	{ CURLE_WRITE_ERROR, ATTEMPT_FINAL,
		LIBAPI_E_MEMORY }, /* our own callbacks: memory, or too_large below */
	{ CURLE_WEIRD_SERVER_REPLY, ATTEMPT_FINAL, LIBAPI_E_MALFORMED },
	{ CURLE_UNSUPPORTED_PROTOCOL, ATTEMPT_FINAL,
		LIBAPI_E_MALFORMED }, /* HTTP/0.9: no HTTP server there */
	{ CURLE_BAD_CONTENT_ENCODING, ATTEMPT_FINAL, LIBAPI_E_MALFORMED },
	{ CURLE_URL_MALFORMAT, ATTEMPT_FINAL, LIBAPI_E_INVALID },
};

/* A proxy that answered CONNECT with a refusal: libcurl calls it a failure to receive, but no server was reached. */
static bool proxy_refused(const struct easy *easy) {
	long status = 0;

	curl_easy_getinfo(easy->curl, CURLINFO_HTTP_CONNECTCODE, &status);
	return status >= 300;
}

void libapi__easy_conclude(struct easy *easy, CURLcode result) {
	struct exchange *exchange = easy->exchange;
	long status = 0;

	exchange->curl_code = (int32_t)result;
	exchange->end = ATTEMPT_LOST;
	exchange->code = LIBAPI_E_LOST;
	if (result != CURLE_OK && proxy_refused(easy)) {
		exchange->end = ATTEMPT_UNREACHABLE;
		exchange->code = LIBAPI_E_UNREACHABLE;
	}
	for (size_t i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++) {
		if (meanings[i].result == result) {
			exchange->end = meanings[i].end;
			exchange->code = meanings[i].code;
		}
	}
	if (result != CURLE_OK && easy->refusals != wire_memory_refusals()) {
		/* libcurl may call it "could not connect"; what it asked for is counted where the program has set an
		 * allocator. */
		exchange->end = ATTEMPT_FINAL;
		exchange->code = LIBAPI_E_MEMORY;
	}
	if (easy->too_large) {
		exchange->end = ATTEMPT_FINAL;
		exchange->code = LIBAPI_E_ANSWER_TOO_LARGE;
		(void)snprintf(exchange->reason, sizeof(exchange->reason),
			"the answer is longer than the %lld bytes allowed",
			(long long)easy->answer_max);
	} else if (result != CURLE_OK && exchange->reason[0] == '\0') {
		(void)snprintf(exchange->reason, sizeof(exchange->reason), "%s",
			curl_easy_strerror(result));
	}
	if (result == CURLE_OK) {
		curl_easy_getinfo(easy->curl, CURLINFO_RESPONSE_CODE, &status);
		exchange->reason[0] = '\0';
	}
	exchange->response.status = (int32_t)status;
}
