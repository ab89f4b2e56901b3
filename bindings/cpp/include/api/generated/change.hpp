/**
 * api/generated/change.hpp: the types of api/change.h.
 *
 * Written by generator/cpp.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_GENERATED_CHANGE_HPP
#define LIBAPI_GENERATED_CHANGE_HPP

#include "api/change.h"
#include "api/cpp/list.hpp"
#include "api/generated/event.hpp"
#include "api/generated/calendar.hpp"

namespace libapi {

/** What is left to say of an event that is gone. Copies share it. */
class deleted_event : public detail::counted<libapi_deleted_event, libapi_deleted_event_ref, libapi_deleted_event_unref> {
public:
	using counted::counted;
	static deleted_event share(const libapi_deleted_event *borrowed) {
		return deleted_event(hold(borrowed));
	}
	std::string_view id() const {
		return detail::view(libapi_deleted_event_id(get()));
	}
	std::string_view uid() const {
		return detail::view(libapi_deleted_event_uid(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_deleted_event_to_json(get()));
	}
};

/** One page of what changed in a calendar. Copies share it. */
class changes : public detail::counted<libapi_changes, libapi_changes_ref, libapi_changes_unref> {
public:
	using counted::counted;
	static changes share(const libapi_changes *borrowed) {
		return changes(hold(borrowed));
	}
	auto events() const {
		return detail::list<libapi::event, changes, libapi_changes_event_count, libapi_changes_event_at>(*this);
	}
	auto deleted() const {
		return detail::list<libapi::deleted_event, changes, libapi_changes_deleted_count, libapi_changes_deleted_at>(*this);
	}
	std::optional<libapi::calendar> calendar() const {
		return detail::maybe_record<libapi::calendar>(libapi_changes_calendar(get()));
	}
	bool acl_changed() const {
		return libapi_changes_acl_changed(get()) != 0;
	}
	std::string_view next_token() const {
		return detail::view(libapi_changes_next_token(get()));
	}
	bool has_more() const {
		return libapi_changes_has_more(get()) != 0;
	}
	std::string to_json() const {
		return detail::json_text(libapi_changes_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_changes **out, libapi_error **why) {
		return libapi_call_take_changes(call, out, why);
	}
};

/** The query parameters of listChanges. */
class change_list_query
	: public detail::builder<change_list_query, libapi_change_list_query, libapi_change_list_query_new, libapi_change_list_query_free> {
public:
	using builder::builder;
	change_list_query &set_token(const text &value) {
		return keep(libapi_change_list_query_set_token(get(), value.c_str()), "token");
	}
	change_list_query &unset_token() {
		return keep(libapi_change_list_query_unset_token(get()), "token");
	}
	change_list_query &set_limit(std::int64_t value) {
		return keep(libapi_change_list_query_set_limit(get(), value), "limit");
	}
	change_list_query &unset_limit() {
		return keep(libapi_change_list_query_unset_limit(get()), "limit");
	}
	change_list_query &set_wait(std::int64_t value) {
		return keep(libapi_change_list_query_set_wait(get(), value), "wait");
	}
	change_list_query &unset_wait() {
		return keep(libapi_change_list_query_unset_wait(get()), "wait");
	}
};

} // namespace libapi

#endif
