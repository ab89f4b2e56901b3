/**
 * api/generated/system.hpp: the types of api/system.h.
 *
 * Written by generator/cpp.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_GENERATED_SYSTEM_HPP
#define LIBAPI_GENERATED_SYSTEM_HPP

#include "api/system.h"
#include "api/cpp/list.hpp"

namespace libapi {

/** Numbers that requests must keep to. Copies share it. */
class limits : public detail::counted<libapi_limits, libapi_limits_ref, libapi_limits_unref> {
public:
	using counted::counted;
	static limits share(const libapi_limits *borrowed) {
		return limits(hold(borrowed));
	}
	std::int64_t body_bytes() const {
		return libapi_limits_body_bytes(get());
	}
	std::int64_t page_items() const {
		return libapi_limits_page_items(get());
	}
	std::int64_t page_items_default() const {
		return libapi_limits_page_items_default(get());
	}
	std::int64_t attendees() const {
		return libapi_limits_attendees(get());
	}
	std::int64_t expand_days() const {
		return libapi_limits_expand_days(get());
	}
	std::int64_t requests_per_second() const {
		return libapi_limits_requests_per_second(get());
	}
	std::int64_t request_burst() const {
		return libapi_limits_request_burst(get());
	}
	std::int64_t idempotency_hours() const {
		return libapi_limits_idempotency_hours(get());
	}
	std::int64_t tombstone_days() const {
		return libapi_limits_tombstone_days(get());
	}
	std::string to_json() const {
		return detail::json_text(libapi_limits_to_json(get()));
	}
};

/** The user and the key behind a request. Copies share it. */
class caller : public detail::counted<libapi_caller, libapi_caller_ref, libapi_caller_unref> {
public:
	using counted::counted;
	static caller share(const libapi_caller *borrowed) {
		return caller(hold(borrowed));
	}
	std::string_view user_id() const {
		return detail::view(libapi_caller_user_id(get()));
	}
	std::string_view key_id() const {
		return detail::view(libapi_caller_key_id(get()));
	}
	auto scopes() const {
		return detail::list<std::string_view, caller, libapi_caller_scope_count, libapi_caller_scope_at>(*this);
	}
	bool is_admin() const {
		return libapi_caller_is_admin(get()) != 0;
	}
	std::string to_json() const {
		return detail::json_text(libapi_caller_to_json(get()));
	}
};

/** What the service is and can do. Copies share it. */
class capabilities : public detail::counted<libapi_capabilities, libapi_capabilities_ref, libapi_capabilities_unref> {
public:
	using counted::counted;
	static capabilities share(const libapi_capabilities *borrowed) {
		return capabilities(hold(borrowed));
	}
	std::string_view version() const {
		return detail::view(libapi_capabilities_version(get()));
	}
	std::optional<libapi::limits> limits() const {
		return detail::maybe_record<libapi::limits>(libapi_capabilities_limits(get()));
	}
	auto scopes() const {
		return detail::list<std::string_view, capabilities, libapi_capabilities_scope_count, libapi_capabilities_scope_at>(*this);
	}
	std::string_view tzdb_version() const {
		return detail::view(libapi_capabilities_tzdb_version(get()));
	}
	auto features() const {
		return detail::list<std::string_view, capabilities, libapi_capabilities_feature_count, libapi_capabilities_feature_at>(*this);
	}
	std::optional<libapi::caller> caller() const {
		return detail::maybe_record<libapi::caller>(libapi_capabilities_caller(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_capabilities_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_capabilities **out, libapi_error **why) {
		return libapi_call_take_capabilities(call, out, why);
	}
};

} // namespace libapi

#endif
