/**
 * api/generated/audit.hpp: the types of api/audit.h.
 *
 * Written by generator/cpp.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_GENERATED_AUDIT_HPP
#define LIBAPI_GENERATED_AUDIT_HPP

#include "api/audit.h"
#include "api/cpp/list.hpp"

namespace libapi {

/** One change of one thing. Copies share it. */
class audit_entry : public detail::counted<libapi_audit_entry, libapi_audit_entry_ref, libapi_audit_entry_unref> {
public:
	using counted::counted;
	static audit_entry share(const libapi_audit_entry *borrowed) {
		return audit_entry(hold(borrowed));
	}
	std::string_view at() const {
		return detail::view(libapi_audit_entry_at(get()));
	}
	std::optional<instant> at_instant() const {
		return detail::maybe_instant(libapi_audit_entry_at_ms(get()));
	}
	std::optional<std::string_view> actor() const {
		return detail::maybe(libapi_audit_entry_actor(get()));
	}
	std::optional<std::string_view> key_id() const {
		return detail::maybe(libapi_audit_entry_key_id(get()));
	}
	std::string_view action() const {
		return detail::view(libapi_audit_entry_action(get()));
	}
	std::string_view resource() const {
		return detail::view(libapi_audit_entry_resource(get()));
	}
	std::optional<std::string_view> calendar_id() const {
		return detail::maybe(libapi_audit_entry_calendar_id(get()));
	}
	std::optional<std::string_view> after() const {
		return detail::maybe(libapi_audit_entry_after(get()));
	}
	std::optional<std::string_view> request_id() const {
		return detail::maybe(libapi_audit_entry_request_id(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_audit_entry_to_json(get()));
	}
};

/** One page of changes. Copies share it. */
class audit_entry_page : public detail::counted<libapi_audit_entry_page, libapi_audit_entry_page_ref, libapi_audit_entry_page_unref> {
public:
	using counted::counted;
	static audit_entry_page share(const libapi_audit_entry_page *borrowed) {
		return audit_entry_page(hold(borrowed));
	}
	auto items() const {
		return detail::list<libapi::audit_entry, audit_entry_page, libapi_audit_entry_page_count, libapi_audit_entry_page_at>(*this);
	}
	std::optional<std::string_view> next_cursor() const {
		return detail::maybe(libapi_audit_entry_page_next_cursor(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_audit_entry_page_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_audit_entry_page **out, libapi_error **why) {
		return libapi_call_take_audit_entry_page(call, out, why);
	}
};

/** The query parameters of listAudit. */
class audit_list_query
	: public detail::builder<audit_list_query, libapi_audit_list_query, libapi_audit_list_query_new, libapi_audit_list_query_free> {
public:
	using builder::builder;
	audit_list_query &set_actor(const text &value) {
		return keep(libapi_audit_list_query_set_actor(get(), value.c_str()), "actor");
	}
	audit_list_query &unset_actor() {
		return keep(libapi_audit_list_query_unset_actor(get()), "actor");
	}
	audit_list_query &set_action(const text &value) {
		return keep(libapi_audit_list_query_set_action(get(), value.c_str()), "action");
	}
	audit_list_query &unset_action() {
		return keep(libapi_audit_list_query_unset_action(get()), "action");
	}
	audit_list_query &set_resource(const text &value) {
		return keep(libapi_audit_list_query_set_resource(get(), value.c_str()), "resource");
	}
	audit_list_query &unset_resource() {
		return keep(libapi_audit_list_query_unset_resource(get()), "resource");
	}
	audit_list_query &set_from(const text &value) {
		return keep(libapi_audit_list_query_set_from(get(), value.c_str()), "from");
	}
	audit_list_query &set_from_ms(instant value) {
		return keep(libapi_audit_list_query_set_from_ms(get(), value.time_since_epoch().count()), "from");
	}
	audit_list_query &unset_from() {
		return keep(libapi_audit_list_query_unset_from(get()), "from");
	}
	audit_list_query &set_to(const text &value) {
		return keep(libapi_audit_list_query_set_to(get(), value.c_str()), "to");
	}
	audit_list_query &set_to_ms(instant value) {
		return keep(libapi_audit_list_query_set_to_ms(get(), value.time_since_epoch().count()), "to");
	}
	audit_list_query &unset_to() {
		return keep(libapi_audit_list_query_unset_to(get()), "to");
	}
	audit_list_query &set_limit(std::int64_t value) {
		return keep(libapi_audit_list_query_set_limit(get(), value), "limit");
	}
	audit_list_query &unset_limit() {
		return keep(libapi_audit_list_query_unset_limit(get()), "limit");
	}
	audit_list_query &set_cursor(const text &value) {
		return keep(libapi_audit_list_query_set_cursor(get(), value.c_str()), "cursor");
	}
	audit_list_query &unset_cursor() {
		return keep(libapi_audit_list_query_unset_cursor(get()), "cursor");
	}
};

} // namespace libapi

#endif
