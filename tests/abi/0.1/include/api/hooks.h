/**
 * api/hooks.h: what a program hangs into libapi: what was sent and what came, the trace it belongs to, memory.
 *
 * All are called only inside libapi calls, on the calling thread, never with a lock held; several threads may be in
 * one at once. `release` (may be NULL) is called exactly once, when neither the settings nor a client needs `user`
 * any more, also when the setter fails. Since 0.1.
 */
#ifndef LIBAPI_HOOKS_H
#define LIBAPI_HOOKS_H

#include "api/client.h"

LIBAPI_BEGIN

/* ---- what was sent, what came --------------------------------------------------------------------------- */

/** One attempt, as it was sent or as it ended; valid until the observer returns. */
typedef struct libapi_observation libapi_observation;
typedef void (*libapi_observer_function)(const libapi_observation *seen, void *user);

/**
 * Have each attempt told twice: when it was sent, and when it ended. The API key is in neither; the values of
 * Authorization, Proxy-Authorization, Cookie and Set-Cookie read "[redacted]", and what looks like an API key is
 * masked anywhere. Bodies are not shown, only counted. Without memory an observation may be missing.
 *
 * Returns LIBAPI_OK, LIBAPI_E_INVALID (config or on_seen is NULL) or LIBAPI_E_MEMORY. Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_config_set_observer(libapi_config *config,
	libapi_observer_function on_seen, void *user, libapi_release_function release);

/** 0: it was sent; 1: it ended. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_observation_is_end(const libapi_observation *seen);
/** The operation of the contract, "getEvent"; NULL for libapi_client_request(). Static. Since 0.1. */
LIBAPI_EXPORT const char *libapi_observation_operation(const libapi_observation *seen);
/** "GET". Borrowed. Since 0.1. */
LIBAPI_EXPORT const char *libapi_observation_method(const libapi_observation *seen);
/** The whole URL. Borrowed. Since 0.1. */
LIBAPI_EXPORT const char *libapi_observation_url(const libapi_observation *seen);
/** 1 for the first attempt of a call. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_observation_attempt(const libapi_observation *seen);
/** HTTP status of an end; 0: no answer came. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_observation_status(const libapi_observation *seen);
/** LIBAPI_OK when an answer came, whatever its status; else LIBAPI_E_TIMEOUT, LIBAPI_E_LOST, …. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_observation_code(const libapi_observation *seen);
/** Milliseconds since the call began, earlier attempts and pauses included. Since 0.1. */
LIBAPI_EXPORT int64_t libapi_observation_elapsed_ms(const libapi_observation *seen);
/** Bytes of the request's body, or at the end of the answer's. Since 0.1. */
LIBAPI_EXPORT int64_t libapi_observation_body_bytes(const libapi_observation *seen);
/** "Name: value", the request's, or at the end the answer's; NULL past the last one. Borrowed. Since 0.1. */
LIBAPI_EXPORT const char *libapi_observation_header_at(
	const libapi_observation *seen, size_t index);

/* ---- the trace ------------------------------------------------------------------------------------------ */

/**
 * Write the traceparent of what the calling thread is doing (W3C Trace Context §3.2: 55 characters and a NUL) into
 * `out`, which has `room` bytes, and return 1; or return 0 for none.
 */
typedef int32_t (*libapi_trace_function)(char *out, size_t room, void *user);

/**
 * Ask `on_trace` for each call that has no traceparent of its own (libapi_call_options_set_traceparent()). What it
 * writes is sent if it has the form of a traceparent, else left out.
 *
 * Returns LIBAPI_OK, LIBAPI_E_INVALID (config or on_trace is NULL) or LIBAPI_E_MEMORY. Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_config_set_trace(libapi_config *config, libapi_trace_function on_trace,
	void *user, libapi_release_function release);

/* ---- memory --------------------------------------------------------------------------------------------- */

/** As malloc(), realloc() and free() of C: aligned for any type, NULL without memory, callable from any thread. */
typedef void *(*libapi_malloc_function)(size_t bytes);
typedef void *(*libapi_realloc_function)(void *old, size_t bytes);
typedef void (*libapi_free_function)(void *old);

/**
 * Have all memory of libapi come from these, and libcurl's if no other part of the program has initialised libcurl
 * before. Once, before anything else of libapi is called. Not reached: what libc and the TLS library allocate for
 * themselves. A program that sets an allocator must not unload libapi, since libcurl goes on using it.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_INVALID: one is NULL, libapi has allocated already, or it is the second time.
 * Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_set_allocator(libapi_malloc_function allocate,
	libapi_realloc_function reallocate, libapi_free_function release);

LIBAPI_END

#endif
