/**
 * api/client.h: the client: one server, one key, one pool of connections, any number of threads.
 */
#ifndef LIBAPI_CLIENT_H
#define LIBAPI_CLIENT_H

#include "api/base.h"

LIBAPI_BEGIN

typedef struct libapi_config libapi_config;
typedef struct libapi_response libapi_response;

/* ---- settings ------------------------------------------------------------------------------------------- */

/**
 * New settings with the defaults. *out is yours: libapi_config_free(). Setters return LIBAPI_OK, LIBAPI_E_INVALID
 * (refused, the old value stays) or LIBAPI_E_MEMORY; a NULL text takes the setting back. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_config_new(libapi_config **out);

/** Release settings; clients made from them go on. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_config_free(libapi_config *config);

/**
 * Fill in what is not set yet. With `profile` NULL: from LIBAPI_URL and LIBAPI_KEY, then from the profile named by
 * LIBAPI_PROFILE, else "default". With a name: from that profile, then from the environment. Profiles are sections
 * of $XDG_CONFIG_HOME/libapi/config (or ~/.config/libapi/config):
 *
 *     [default]
 *     url = https://calendar.example.com
 *     key = cal_…
 *
 * A profile that is named must exist; the file must belong to the user or root and be closed to group and others.
 *
 * Returns LIBAPI_OK, LIBAPI_E_INVALID, LIBAPI_E_MEMORY, or LIBAPI_E_CONFIG with file, line and reason. Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_config_load(
	libapi_config *config, const char *profile, libapi_error **error);

/** Where the server is: http(s)://host[:port][/prefix], without /v1. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_config_set_url(libapi_config *config, const char *url);
/** The API key, 1–255 printable ASCII. Sent over TLS or to a loopback address only. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_config_set_key(libapi_config *config, const char *key);
/** Total time per call, retries included, 1–86,400,000 ms. 0: 30 s, or the operation's own if longer. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_config_set_timeout_ms(libapi_config *config, int32_t timeout_ms);
/** Time to connect, TLS included, 1–86,400,000 ms; 10 s. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_config_set_connect_timeout_ms(
	libapi_config *config, int32_t timeout_ms);
/** How often a request may be sent, 1–10; 3. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_config_set_max_attempts(libapi_config *config, int32_t attempts);
/** File of certificates (PEM) to trust instead of the system's. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_config_set_ca_file(libapi_config *config, const char *path);
/** Client certificate and its private key, PEM files; key_path NULL: in the same file. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_config_set_client_certificate(
	libapi_config *config, const char *cert_path, const char *key_path);
/** Proxy URL as libcurl takes it. NULL: the environment's. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_config_set_proxy(libapi_config *config, const char *proxy);
/** 1: let the key travel over plain HTTP to any host. For closed test networks. 0. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_config_set_allow_insecure_http(libapi_config *config, int32_t allow);
/** Appended to the User-Agent: "myapp/1.2". Since 0.1. */
LIBAPI_EXPORT int32_t libapi_config_set_user_agent(libapi_config *config, const char *suffix);
/** Connections at once, 1–1000; 16. Calls beyond wait for one, within their time. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_config_set_max_connections(libapi_config *config, int32_t connections);
/** The longest answer taken, 1,024–2,147,483,647 bytes; 64 MiB. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_config_set_max_answer_bytes(libapi_config *config, int64_t bytes);

enum libapi_log_level {
	LIBAPI_LOG_NONE = 0,
	LIBAPI_LOG_ERROR = 1, /* a call failed in a way that another attempt may mend */
	LIBAPI_LOG_WARNING = 2, /* an attempt failed and is repeated */
	LIBAPI_LOG_DEBUG = 3 /* one line per call */
};

/** A log line: `text` without newline, keys masked, valid until the function returns. */
typedef void (*libapi_log_function)(int32_t level, const char *text, void *user);
/** Releases `user`; called exactly once. */
typedef void (*libapi_release_function)(void *user);

/**
 * Have lines up to `level` handed to `on_line`: only inside libapi calls, on the calling thread, never with a lock
 * held. Several threads may be in it at once. `release` (may be NULL) is called once when neither the settings nor
 * a client needs `user` any more, also when this function fails. Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_config_set_log(libapi_config *config, int32_t level,
	libapi_log_function on_line, void *user, libapi_release_function release);

/* ---- the client ----------------------------------------------------------------------------------------- */

/**
 * Make a client. Nothing is sent yet. The settings are copied.
 *
 * out    the client; yours, release with libapi_client_unref(); NULL on any error
 * error  NULL, or receives details
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_INVALID   config or out is NULL
 *   LIBAPI_E_CONFIG    the URL is missing or unusable, or TLS is missing in libcurl
 *   LIBAPI_E_INSECURE  there is a key, the URL is plain http, and the host is not this machine
 *   LIBAPI_E_MEMORY, LIBAPI_E_SYSTEM
 * Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_client_new(
	const libapi_config *config, libapi_client **out, libapi_error **error);

/**
 * Make a client from the environment and the profile file: libapi_config_load(), then libapi_client_new().
 * `profile` may be NULL. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_client_open(
	const char *profile, libapi_client **out, libapi_error **error);

/** Hold the client once more. Returns it. NULL is legal. Any thread. Since 0.1. */
LIBAPI_EXPORT libapi_client *libapi_client_ref(libapi_client *client);

/**
 * Let go of the client. The last one cancels what still runs and closes the connections; it waits for nobody.
 * In a process forked off the client's own it does nothing. NULL is legal. Since 0.1.
 */
LIBAPI_EXPORT void libapi_client_unref(libapi_client *client);

/* ---- any other request ---------------------------------------------------------------------------------- */

/**
 * Send any request to the server, with the key, the retries and the deadline of every other call, and wait.
 *
 * method        "GET", "POST", … (a token, RFC 9110 §5.6.2)
 * path          from the root of the API, escaped as it is to travel, with query: "/v1/calendars?limit=5"
 * content_type  of the body; NULL: application/json
 * body          body_len bytes, or NULL
 * out           the answer, status 2xx; yours: libapi_response_free(); NULL on any error
 *
 * Returns LIBAPI_OK or any code of api/error.h; an answer from 300 up is an error that carries it whole. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_client_request(libapi_client *client,
	const char *method, const char *path, const char *content_type, const char *body,
	size_t body_len, const libapi_call_options *options, libapi_response **out,
	libapi_error **error);

LIBAPI_EXPORT void libapi_response_free(libapi_response *response); /* NULL is legal */
LIBAPI_EXPORT int32_t libapi_response_status(const libapi_response *response); /* 0 for NULL */
/** The first header of that name (any case), without surrounding space; NULL: none. Borrowed. Since 0.1. */
LIBAPI_EXPORT const char *libapi_response_header(const libapi_response *response, const char *name);
/** The body, NUL-terminated; *len (may be NULL) receives its length. Borrowed; NULL only for NULL. Since 0.1. */
LIBAPI_EXPORT const char *libapi_response_body(const libapi_response *response, size_t *len);

LIBAPI_END

LIBAPI_AUTO_DEFINE(config, libapi_config_free)
LIBAPI_AUTO_DEFINE(client, libapi_client_unref)
LIBAPI_AUTO_DEFINE(response, libapi_response_free)

#endif
