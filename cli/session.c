/* session.c: the ends of every run. */
#include "cli/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/value.h"

static int32_t set_up(const struct args *args, libapi_config *config, libapi_error **error) {
	int32_t code = libapi_config_set_user_agent(config, "calctl");

	if (code == LIBAPI_OK && args->url != NULL) {
		code = libapi_config_set_url(config, args->url);
	}
	if (code == LIBAPI_OK && args->key != NULL) {
		code = libapi_config_set_key(config, args->key);
	}
	if (args->profile != NULL) {
		/* What is asked for by name must not be hidden by what happens to be in the environment. */
		unsetenv("LIBAPI_URL");
		unsetenv("LIBAPI_KEY");
	}
	return code == LIBAPI_OK ? libapi_config_load(config, args->profile, error) : code;
}

int32_t session_open(const struct args *args, libapi_client **out, libapi_error **error) {
	LIBAPI_AUTO(config) *config = NULL;
	int32_t code = libapi_config_new(&config);

	*out = NULL;
	if (code == LIBAPI_OK) {
		code = set_up(args, config, error);
	}
	return code == LIBAPI_OK ? libapi_client_new(config, out, error) : code;
}

static int32_t set_if_none_match(libapi_call_options *options, const char *text) {
	char etag[32];

	if (!is_version(text)) {
		return libapi_call_options_set_if_none_match(options, text);
	}
	snprintf(etag, sizeof(etag), "\"%s\"", text);
	return libapi_call_options_set_if_none_match(options, etag);
}

static int32_t set_if_match(libapi_call_options *options, const char *text) {
	if (is_version(text)) {
		return libapi_call_options_set_if_match_version(options, strtoll(text, NULL, 10));
	}
	return libapi_call_options_set_if_match(options, text);
}

int32_t session_options(
	const struct args *args, libapi_call_options **out, char *problem, size_t room) {
	static const struct {
		const char *flag;
		size_t offset;
		int32_t (*set)(libapi_call_options *options, const char *text);
	} texts[] = {
		{ "if-match", offsetof(struct args, if_match), set_if_match },
		{ "if-none-match", offsetof(struct args, if_none_match), set_if_none_match },
		{ "idempotency-key", offsetof(struct args, idempotency_key),
			libapi_call_options_set_idempotency_key },
		{ "request-id", offsetof(struct args, request_id),
			libapi_call_options_set_request_id },
	};
	int32_t code = libapi_call_options_new(out);

	if (code == LIBAPI_OK && args->timeout_ms > 0) {
		code = libapi_call_options_set_timeout_ms(*out, (int32_t)args->timeout_ms);
	}
	for (size_t i = 0; code == LIBAPI_OK && i < sizeof(texts) / sizeof(texts[0]); i++) {
		const char *text = *(const char *const *)((const char *)args + texts[i].offset);
		if (text != NULL) {
			code = texts[i].set(*out, text);
		}
		if (code != LIBAPI_OK) {
			snprintf(problem, room, "--%s \"%.64s\" is not acceptable", texts[i].flag,
				text);
		}
	}
	if (code != LIBAPI_OK) {
		libapi_call_options_free(*out);
		*out = NULL;
	}
	return code;
}

int fail(enum exit_status status, const char *problem) {
	fflush(stdout);
	fprintf(stderr, "calctl: %s\n", problem);
	return (int)status;
}

/* libapi's texts name what a program would do; this is what somebody at a shell does. */
static const char *hint(int32_t code) {
	switch (code) {
	case LIBAPI_E_CONFIG:
		return "  calctl configure writes a profile; or give --server URL and --key KEY\n";
	case LIBAPI_E_INSECURE:
		return "  calctl sends a key by https, or to this machine; give --server "
		       "https://HOST\n";
	case LIBAPI_E_UNAUTHENTICATED:
		return "  the key is that of --key, else LIBAPI_KEY, else the profile's; calctl "
		       "configure changes it\n";
	default:
		return "";
	}
}

int fail_with(int32_t code, const libapi_error *error, const char *problem) {
	fflush(stdout);
	if (error != NULL) {
		/* What happened before any operation began is the tool's own affair. */
		bool own = libapi_error_operation(error) == NULL;
		fprintf(stderr, "%s%s\n%s", own ? "calctl: " : "", libapi_error_text(error),
			hint(code));
	} else {
		fprintf(stderr, "calctl: %s\n",
			problem[0] != '\0' ? problem : libapi_error_name(code));
	}
	return (int)exit_of(code);
}

enum exit_status exit_of(int32_t code) {
	if (code == LIBAPI_OK || code == LIBAPI_E_NOT_MODIFIED) {
		return EXIT_DONE;
	}
	if (code < 200) {
		return EXIT_LOCAL;
	}
	if (code < 300) {
		return EXIT_TRANSPORT;
	}
	if (code < 400) {
		return EXIT_WIRE;
	}
	switch (code) {
	case LIBAPI_E_NOT_FOUND:
	case LIBAPI_E_GONE:
		return EXIT_MISSING;
	case LIBAPI_E_CONFLICT:
	case LIBAPI_E_STALE:
	case LIBAPI_E_PRECONDITION_REQUIRED:
		return EXIT_CONFLICT;
	case LIBAPI_E_REQUEST_TIMEOUT:
	case LIBAPI_E_RATE_LIMITED:
		return EXIT_BUSY;
	default:
		return code < 500 ? EXIT_REFUSED : EXIT_BUSY;
	}
}
