/* settings.c: what belongs to no operation, so that no generator knows it. */
#include "settings.h"

#define SETTER(noun, member, type, cast)                                                           \
	static int32_t noun##_##member(void *to, type value) {                                     \
		return libapi_##noun##_set_##member(to, cast value);                               \
	}
#define TEXT_SETTER(noun, member) SETTER(noun, member, const char *, )
#define INT_SETTER(noun, member) SETTER(noun, member, int64_t, (int32_t))
#define LONG_SETTER(noun, member) SETTER(noun, member, int64_t, )

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* ---- options -------------------------------------------------------------------------------------------- */

INT_SETTER(call_options, timeout_ms)
INT_SETTER(call_options, max_attempts)
TEXT_SETTER(call_options, idempotency_key)
TEXT_SETTER(call_options, if_match)
LONG_SETTER(call_options, if_match_version)
TEXT_SETTER(call_options, if_none_match)
TEXT_SETTER(call_options, request_id)
TEXT_SETTER(call_options, traceparent)

static int32_t add_header(void *to, const char *name, const char *value) {
	return libapi_call_options_add_header(to, name, value);
}

static struct setter options[] = {
	{ "timeout_ms", NUMBER, .number = call_options_timeout_ms },
	{ "max_attempts", NUMBER, .number = call_options_max_attempts },
	{ "idempotency_key", TEXT, .text = call_options_idempotency_key },
	{ "if_match", TEXT, .text = call_options_if_match },
	{ "if_match_version", NUMBER, .number = call_options_if_match_version },
	{ "if_none_match", TEXT, .text = call_options_if_none_match },
	{ "request_id", TEXT, .text = call_options_request_id },
	{ "traceparent", TEXT, .text = call_options_traceparent },
	{ "headers", MAP, .entry = add_header },
};

static int32_t make_options(void **out) {
	return libapi_call_options_new((libapi_call_options **)out);
}

static void release_options(void *builder) {
	libapi_call_options_free(builder);
}

struct builder settings_options = { "options", options, COUNT(options), make_options,
	release_options };

/* ---- a client's settings -------------------------------------------------------------------------------- */

TEXT_SETTER(config, url)
TEXT_SETTER(config, key)
TEXT_SETTER(config, user_agent)
INT_SETTER(config, timeout_ms)
INT_SETTER(config, max_attempts)
INT_SETTER(config, max_connections)
LONG_SETTER(config, max_answer_bytes)

static int32_t no_key(void *to) {
	return libapi_config_set_key(to, NULL);
}

static struct setter config[] = {
	{ "url", TEXT, .text = config_url },
	{ "key", TEXT, .text = config_key, .null = no_key },
	{ "user_agent", TEXT, .text = config_user_agent },
	{ "timeout_ms", NUMBER, .number = config_timeout_ms },
	{ "max_attempts", NUMBER, .number = config_max_attempts },
	{ "max_connections", NUMBER, .number = config_max_connections },
	{ "max_answer_bytes", NUMBER, .number = config_max_answer_bytes },
};

static int32_t make_config(void **out) {
	return libapi_config_new((libapi_config **)out);
}

static void release_config(void *builder) {
	libapi_config_free(builder);
}

struct builder settings_config = { "config", config, COUNT(config), make_config, release_config };
