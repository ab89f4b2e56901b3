/**
 * api/generated/codes.hpp: every code of a failure.
 *
 * Written by generator/cpp.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_GENERATED_CODES_HPP
#define LIBAPI_GENERATED_CODES_HPP

#include <cstdint>

namespace libapi {

/** LIBAPI_E_…; what each means stands in api/error.h. A newer library may have more. */
enum class code : std::int32_t {
	ok = 0,
	memory = 101,
	invalid = 102,
	insecure = 103,
	forked = 104,
	config = 105,
	system = 106,
	timeout = 201,
	lost = 202,
	cancelled = 203,
	tls = 204,
	unreachable = 205,
	malformed = 301,
	answer_too_large = 302,
	signature = 303,
	not_modified = 304,
	bad_request = 400,
	unauthenticated = 401,
	forbidden = 403,
	not_found = 404,
	method_not_allowed = 405,
	request_timeout = 408,
	conflict = 409,
	gone = 410,
	stale = 412,
	payload_too_large = 413,
	unsupported_media_type = 415,
	unprocessable = 422,
	precondition_required = 428,
	rate_limited = 429,
	headers_too_large = 431,
	internal = 500,
	bad_gateway = 502,
	unavailable = 503,
	gateway_timeout = 504,
};

/* Every failure and the name of its exception. */
#define LIBAPI_CPP_CODES(X) \
	X(memory, memory_error) \
	X(invalid, invalid_error) \
	X(insecure, insecure_error) \
	X(forked, forked_error) \
	X(config, config_error) \
	X(system, system_error) \
	X(timeout, timeout_error) \
	X(lost, lost_error) \
	X(cancelled, cancelled_error) \
	X(tls, tls_error) \
	X(unreachable, unreachable_error) \
	X(malformed, malformed_error) \
	X(answer_too_large, answer_too_large_error) \
	X(signature, signature_error) \
	X(not_modified, not_modified) \
	X(bad_request, bad_request) \
	X(unauthenticated, unauthenticated) \
	X(forbidden, forbidden) \
	X(not_found, not_found) \
	X(method_not_allowed, method_not_allowed) \
	X(request_timeout, request_timeout) \
	X(conflict, conflict) \
	X(gone, gone) \
	X(stale, stale) \
	X(payload_too_large, payload_too_large) \
	X(unsupported_media_type, unsupported_media_type) \
	X(unprocessable, unprocessable) \
	X(precondition_required, precondition_required) \
	X(rate_limited, rate_limited) \
	X(headers_too_large, headers_too_large) \
	X(internal, internal) \
	X(bad_gateway, bad_gateway) \
	X(unavailable, unavailable) \
	X(gateway_timeout, gateway_timeout)

} // namespace libapi

#endif
