/* config.c: the builder of a client's settings. Setters check what can be checked alone; what depends on several
 * settings (is this URL safe for a key?) is libapi_client_new()'s. */
#include "libapi/config.h"

#include "api/error.h"
#include "libapi/text.h"
#include "libapi/wire/memory.h"

#include <string.h>

#define DAY_MS 86400000
#define KEY_MAX 255
#define TEXT_MAX 4096

int32_t libapi_config_new(libapi_config **out) {
	libapi_config *config = NULL;

	if (out == NULL) {
		return LIBAPI_E_INVALID;
	}
	*out = NULL;
	config = wire_calloc(1, sizeof(*config));
	if (config == NULL) {
		return LIBAPI_E_MEMORY;
	}
	config->connect_timeout_ms = 10000;
	config->attempts = 3;
	config->connections = 16;
	config->answer_max = 64 << 20;
	*out = config;
	return LIBAPI_OK;
}

void libapi_config_free(libapi_config *config) {
	if (config == NULL) {
		return;
	}
	if (config->key != NULL) {
		explicit_bzero(config->key, strlen(config->key));
	}
	wire_free(config->url);
	wire_free(config->key);
	wire_free(config->ca_file);
	wire_free(config->cert_file);
	wire_free(config->cert_key_file);
	wire_free(config->proxy);
	wire_free(config->agent);
	libapi__hook_unref(config->log);
	libapi__hook_unref(config->observer);
	libapi__hook_unref(config->trace);
	libapi__hook_unref(config->transport);
	wire_free(config);
}

libapi_config *libapi__config_copy(const libapi_config *config) {
	libapi_config *copy = wire_calloc(1, sizeof(*copy));
	bool good = true;

	if (copy == NULL) {
		return NULL;
	}
	copy->timeout_ms = config->timeout_ms;
	copy->connect_timeout_ms = config->connect_timeout_ms;
	copy->attempts = config->attempts;
	copy->connections = config->connections;
	copy->answer_max = config->answer_max;
	copy->allow_insecure = config->allow_insecure;
	copy->log = libapi__hook_ref(config->log);
	copy->observer = libapi__hook_ref(config->observer);
	copy->trace = libapi__hook_ref(config->trace);
	copy->transport = libapi__hook_ref(config->transport);
	good = libapi__text_set(&copy->url, config->url) &&
	       libapi__text_set(&copy->key, config->key) &&
	       libapi__text_set(&copy->ca_file, config->ca_file) &&
	       libapi__text_set(&copy->cert_file, config->cert_file) &&
	       libapi__text_set(&copy->cert_key_file, config->cert_key_file) &&
	       libapi__text_set(&copy->proxy, config->proxy) &&
	       libapi__text_set(&copy->agent, config->agent);
	if (!good) {
		libapi_config_free(copy);
		return NULL;
	}
	return copy;
}

static int32_t set_text(libapi_config *config, char **slot, const char *text, size_t max) {
	if (config == NULL ||
		(text != NULL && (text[0] == '\0' || !libapi__text_is_header_value(text, max)))) {
		return LIBAPI_E_INVALID;
	}
	return libapi__text_set(slot, text) ? LIBAPI_OK : LIBAPI_E_MEMORY;
}

static int32_t set_number(int32_t *slot, int64_t number, int64_t min, int64_t max) {
	if (slot == NULL || number < min || number > max) {
		return LIBAPI_E_INVALID;
	}
	*slot = (int32_t)number;
	return LIBAPI_OK;
}

int32_t libapi_config_set_url(libapi_config *config, const char *url) {
	return set_text(config, config != NULL ? &config->url : NULL, url, TEXT_MAX);
}

int32_t libapi_config_set_key(libapi_config *config, const char *key) {
	if (key != NULL && !libapi__text_is_printable(key, KEY_MAX)) {
		return LIBAPI_E_INVALID;
	}
	return set_text(config, config != NULL ? &config->key : NULL, key, KEY_MAX);
}

int32_t libapi_config_set_timeout_ms(libapi_config *config, int32_t timeout_ms) {
	return set_number(config != NULL ? &config->timeout_ms : NULL, timeout_ms, 0, DAY_MS);
}

int32_t libapi_config_set_connect_timeout_ms(libapi_config *config, int32_t timeout_ms) {
	return set_number(
		config != NULL ? &config->connect_timeout_ms : NULL, timeout_ms, 1, DAY_MS);
}

int32_t libapi_config_set_max_attempts(libapi_config *config, int32_t attempts) {
	return set_number(config != NULL ? &config->attempts : NULL, attempts, 1, 10);
}

int32_t libapi_config_set_ca_file(libapi_config *config, const char *path) {
	return set_text(config, config != NULL ? &config->ca_file : NULL, path, TEXT_MAX);
}

int32_t libapi_config_set_client_certificate(
	libapi_config *config, const char *cert_path, const char *key_path) {
	int32_t code =
		set_text(config, config != NULL ? &config->cert_file : NULL, cert_path, TEXT_MAX);

	if (code != LIBAPI_OK) {
		return code;
	}
	return set_text(config, &config->cert_key_file, key_path, TEXT_MAX);
}

int32_t libapi_config_set_proxy(libapi_config *config, const char *proxy) {
	return set_text(config, config != NULL ? &config->proxy : NULL, proxy, TEXT_MAX);
}

int32_t libapi_config_set_allow_insecure_http(libapi_config *config, int32_t allow) {
	if (config == NULL) {
		return LIBAPI_E_INVALID;
	}
	config->allow_insecure = allow != 0;
	return LIBAPI_OK;
}

int32_t libapi_config_set_user_agent(libapi_config *config, const char *suffix) {
	if (suffix != NULL && !libapi__text_is_printable(suffix, 256)) {
		return LIBAPI_E_INVALID;
	}
	return set_text(config, config != NULL ? &config->agent : NULL, suffix, 256);
}

int32_t libapi_config_set_max_connections(libapi_config *config, int32_t connections) {
	return set_number(config != NULL ? &config->connections : NULL, connections, 1, 1000);
}

int32_t libapi_config_set_max_answer_bytes(libapi_config *config, int64_t bytes) {
	if (config == NULL || bytes < 1024 || bytes > INT32_MAX) {
		return LIBAPI_E_INVALID;
	}
	config->answer_max = bytes;
	return LIBAPI_OK;
}

int32_t libapi_config_set_log(libapi_config *config, int32_t level, libapi_log_function on_line,
	void *user, libapi_release_function release) {
	const struct hook hook = { .level = on_line != NULL ? level : LIBAPI_LOG_NONE,
		.on_line = on_line,
		.release = release,
		.user = user };

	return libapi__hook_set(config != NULL ? &config->log : NULL, &hook,
		level >= LIBAPI_LOG_NONE && level <= LIBAPI_LOG_DEBUG);
}

int32_t libapi_config_set_observer(libapi_config *config, libapi_observer_function on_seen,
	void *user, libapi_release_function release) {
	const struct hook hook = { .on_seen = on_seen, .release = release, .user = user };

	return libapi__hook_set(config != NULL ? &config->observer : NULL, &hook, on_seen != NULL);
}

int32_t libapi_config_set_trace(libapi_config *config, libapi_trace_function on_trace, void *user,
	libapi_release_function release) {
	const struct hook hook = { .on_trace = on_trace, .release = release, .user = user };

	return libapi__hook_set(config != NULL ? &config->trace : NULL, &hook, on_trace != NULL);
}

int32_t libapi_config_set_transport(libapi_config *config, libapi_transport_start_function on_start,
	libapi_transport_cancel_function on_cancel, libapi_transport_poll_function on_poll, int fd,
	void *user, libapi_release_function release) {
	const struct hook hook = {
		.program = { on_start, on_cancel, on_poll, fd }, .release = release, .user = user
	};

	return libapi__hook_set(
		config != NULL ? &config->transport : NULL, &hook, on_start != NULL);
}
