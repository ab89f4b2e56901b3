/**
 * api/api.hpp: libapi for C++17, header-only: RAII, exceptions by family, or results without exceptions.
 *
 *     libapi::client client = libapi::client::open();                          from the environment or a profile
 *     libapi::event event = client.event_create(calendar_id, libapi::event_draft().set_title("Lunch")…);
 *     for (auto &each : client.events(calendar_id)) { … }                      pages come as they are needed
 *     auto call = client.start_event_get(calendar_id, event.id());  …  call.take();
 *
 * Names are those of C without libapi_. Each function that may fail has a twin try_… that returns a result<T> and
 * throws nothing. What members mean, their limits and their errors: the C headers. Link with libapi alone.
 */
#ifndef LIBAPI_API_HPP
#define LIBAPI_API_HPP

#include "api/api.h"

#include "api/cpp/sync.hpp"
#include "api/cpp/webhook.hpp"
#include "api/generated/client.hpp"

namespace libapi {

/** Of the library that the program runs with: "0.1.0". */
inline std::string_view version() {
	return libapi_version();
}
inline std::int32_t version_number() {
	return libapi_version_number();
}

} // namespace libapi

#endif
