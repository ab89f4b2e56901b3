/**
 * api/cpp/webhook.hpp: is a delivery from the service? What is checked and why: api/webhook_verify.h.
 */
#ifndef LIBAPI_CPP_WEBHOOK_HPP
#define LIBAPI_CPP_WEBHOOK_HPP

#include "api/cpp/result.hpp"
#include "api/webhook_verify.h"

namespace libapi {

/** `body` as it came; fails with signature_error where no signature fits. `now`: the clock unless given. Since 0.1. */
inline result<void> try_webhook_verify(const text &secret, const text &header, std::string_view body,
	std::chrono::seconds tolerance = std::chrono::seconds(LIBAPI_WEBHOOK_TOLERANCE_S),
	std::optional<instant> now = std::nullopt) {
	const std::int64_t now_ms = now ? now->time_since_epoch().count() : -1000;

	return detail::give_nothing({}, [&](libapi_error **why) {
		return libapi_webhook_verify(secret.c_str(), header.c_str(), body.data(), body.size(),
			tolerance.count(), now_ms / 1000, why);
	});
}
inline void webhook_verify(const text &secret, const text &header, std::string_view body,
	std::chrono::seconds tolerance = std::chrono::seconds(LIBAPI_WEBHOOK_TOLERANCE_S),
	std::optional<instant> now = std::nullopt) {
	try_webhook_verify(secret, header, body, tolerance, now).value();
}

} // namespace libapi

#endif
