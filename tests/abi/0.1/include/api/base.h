/**
 * api/base.h: what every header of libapi shares.
 *
 * Handles are opaque. What a function gives out through an `out` parameter is the caller's and is released with
 * the noun's own _unref() or _free(), which accept NULL. Strings that a getter returns are borrowed: UTF-8,
 * NUL-terminated, valid as long as the handle they came from. Functions that can fail return an int32_t:
 * LIBAPI_OK (0) or one of the codes in api/error.h. Since 0.1.
 */
#ifndef LIBAPI_BASE_H
#define LIBAPI_BASE_H

#include <stddef.h>
#include <stdint.h>

#if defined(LIBAPI_STATIC)
#define LIBAPI_EXPORT
#elif defined(__GNUC__)
#define LIBAPI_EXPORT __attribute__((visibility("default")))
#else
#define LIBAPI_EXPORT
#endif

#if defined(__GNUC__)
#define LIBAPI_MUST_USE __attribute__((warn_unused_result))
#else
#define LIBAPI_MUST_USE
#endif

#ifdef __cplusplus
#define LIBAPI_BEGIN extern "C" {
#define LIBAPI_END }
#else
#define LIBAPI_BEGIN
#define LIBAPI_END
#endif

/**
 * LIBAPI_AUTO(event) *event = NULL; releases `event` when the scope ends (GCC and Clang). The word in brackets
 * is the type without its prefix; each noun's header defines libapi_NOUN_auto() for it.
 */
#if defined(__GNUC__)
#define LIBAPI_AUTO(noun) __attribute__((cleanup(libapi_##noun##_auto))) libapi_##noun
#define LIBAPI_AUTO_DEFINE(noun, release)                                                          \
	__attribute__((unused)) static inline void libapi_##noun##_auto(libapi_##noun **handle) {  \
		release(*handle);                                                                  \
	}
#else
#define LIBAPI_AUTO_DEFINE(noun, release)
#endif

typedef struct libapi_client libapi_client;
typedef struct libapi_call libapi_call;
typedef struct libapi_call_options libapi_call_options;
typedef struct libapi_error libapi_error;

LIBAPI_BEGIN

/** Release a text that a function's contract calls owned. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_string_free(char *text);

LIBAPI_END

#endif
