/**
 * api/generated/calendar.hpp: the types of api/calendar.h.
 *
 * Written by generator/cpp.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_GENERATED_CALENDAR_HPP
#define LIBAPI_GENERATED_CALENDAR_HPP

#include "api/calendar.h"
#include "api/cpp/list.hpp"

namespace libapi {

/** The caller's role on the calendar. */
enum class calendar_my_role : std::int32_t {
	unknown,
	freebusy,
	reader,
	editor,
	owner,
};
constexpr std::string_view to_text(calendar_my_role value) {
	switch (value) {
	case calendar_my_role::unknown:
		return "";
	case calendar_my_role::freebusy:
		return "freebusy";
	case calendar_my_role::reader:
		return "reader";
	case calendar_my_role::editor:
		return "editor";
	case calendar_my_role::owner:
		return "owner";
	}
	return "";
}

/** Only calendars on which the caller has at least this role. */
enum class calendar_list_role_min : std::int32_t {
	unknown,
	freebusy,
	reader,
	editor,
	owner,
};
constexpr std::string_view to_text(calendar_list_role_min value) {
	switch (value) {
	case calendar_list_role_min::unknown:
		return "";
	case calendar_list_role_min::freebusy:
		return "freebusy";
	case calendar_list_role_min::reader:
		return "reader";
	case calendar_list_role_min::editor:
		return "editor";
	case calendar_list_role_min::owner:
		return "owner";
	}
	return "";
}

/** What becomes of an event that is there already, by its UID. */
enum class calendar_import_mode : std::int32_t {
	unknown,
	upsert,
	skip,
	replace,
};
constexpr std::string_view to_text(calendar_import_mode value) {
	switch (value) {
	case calendar_import_mode::unknown:
		return "";
	case calendar_import_mode::upsert:
		return "upsert";
	case calendar_import_mode::skip:
		return "skip";
	case calendar_import_mode::replace:
		return "replace";
	}
	return "";
}

/** A calendar. Copies share it. */
class calendar : public detail::counted<libapi_calendar, libapi_calendar_ref, libapi_calendar_unref> {
public:
	using counted::counted;
	static calendar share(const libapi_calendar *borrowed) {
		return calendar(hold(borrowed));
	}
	std::string_view id() const {
		return detail::view(libapi_calendar_id(get()));
	}
	std::string_view name() const {
		return detail::view(libapi_calendar_name(get()));
	}
	std::optional<std::string_view> description() const {
		return detail::maybe(libapi_calendar_description(get()));
	}
	std::optional<std::string_view> color() const {
		return detail::maybe(libapi_calendar_color(get()));
	}
	std::string_view time_zone() const {
		return detail::view(libapi_calendar_time_zone(get()));
	}
	bool public_read() const {
		return libapi_calendar_public_read(get()) != 0;
	}
	bool public_write() const {
		return libapi_calendar_public_write(get()) != 0;
	}
	libapi::calendar_my_role my_role() const {
		return static_cast<libapi::calendar_my_role>(libapi_calendar_my_role(get()));
	}
	std::optional<std::string_view> my_role_text() const {
		return detail::maybe(libapi_calendar_my_role_text(get()));
	}
	std::string_view owner_user_id() const {
		return detail::view(libapi_calendar_owner_user_id(get()));
	}
	std::int64_t seq() const {
		return libapi_calendar_seq(get());
	}
	std::int64_t version() const {
		return libapi_calendar_version(get());
	}
	std::string_view created_at() const {
		return detail::view(libapi_calendar_created_at(get()));
	}
	std::optional<instant> created_at_instant() const {
		return detail::maybe_instant(libapi_calendar_created_at_ms(get()));
	}
	std::string_view updated_at() const {
		return detail::view(libapi_calendar_updated_at(get()));
	}
	std::optional<instant> updated_at_instant() const {
		return detail::maybe_instant(libapi_calendar_updated_at_ms(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_calendar_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_calendar **out, libapi_error **why) {
		return libapi_call_take_calendar(call, out, why);
	}
};

/** A calendar to be created. */
class calendar_draft
	: public detail::builder<calendar_draft, libapi_calendar_draft, libapi_calendar_draft_new, libapi_calendar_draft_free> {
public:
	using builder::builder;
	calendar_draft &set_name(const text &value) {
		return keep(libapi_calendar_draft_set_name(get(), value.c_str()), "name");
	}
	calendar_draft &unset_name() {
		return keep(libapi_calendar_draft_unset_name(get()), "name");
	}
	calendar_draft &set_description(const text &value) {
		return keep(libapi_calendar_draft_set_description(get(), value.c_str()), "description");
	}
	calendar_draft &set_description_null() {
		return keep(libapi_calendar_draft_set_description_null(get()), "description");
	}
	calendar_draft &unset_description() {
		return keep(libapi_calendar_draft_unset_description(get()), "description");
	}
	calendar_draft &set_color(const text &value) {
		return keep(libapi_calendar_draft_set_color(get(), value.c_str()), "color");
	}
	calendar_draft &set_color_null() {
		return keep(libapi_calendar_draft_set_color_null(get()), "color");
	}
	calendar_draft &unset_color() {
		return keep(libapi_calendar_draft_unset_color(get()), "color");
	}
	calendar_draft &set_time_zone(const text &value) {
		return keep(libapi_calendar_draft_set_time_zone(get(), value.c_str()), "time_zone");
	}
	calendar_draft &unset_time_zone() {
		return keep(libapi_calendar_draft_unset_time_zone(get()), "time_zone");
	}
	calendar_draft &set_public_read(bool value) {
		return keep(libapi_calendar_draft_set_public_read(get(), value), "public_read");
	}
	calendar_draft &unset_public_read() {
		return keep(libapi_calendar_draft_unset_public_read(get()), "public_read");
	}
	calendar_draft &set_public_write(bool value) {
		return keep(libapi_calendar_draft_set_public_write(get(), value), "public_write");
	}
	calendar_draft &unset_public_write() {
		return keep(libapi_calendar_draft_unset_public_write(get()), "public_write");
	}
	std::string to_json() const {
		return detail::json_text(libapi_calendar_draft_to_json(get()));
	}
	static result<calendar_draft> try_from_json(std::string_view json) {
		return detail::give<calendar_draft>({}, [&](libapi_calendar_draft **out, libapi_error **why) {
			return libapi_calendar_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static calendar_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** One page of calendars. Copies share it. */
class calendar_page : public detail::counted<libapi_calendar_page, libapi_calendar_page_ref, libapi_calendar_page_unref> {
public:
	using counted::counted;
	static calendar_page share(const libapi_calendar_page *borrowed) {
		return calendar_page(hold(borrowed));
	}
	auto items() const {
		return detail::list<libapi::calendar, calendar_page, libapi_calendar_page_count, libapi_calendar_page_at>(*this);
	}
	std::optional<std::string_view> next_cursor() const {
		return detail::maybe(libapi_calendar_page_next_cursor(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_calendar_page_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_calendar_page **out, libapi_error **why) {
		return libapi_call_take_calendar_page(call, out, why);
	}
};

/** The query parameters of listCalendars. */
class calendar_list_query
	: public detail::builder<calendar_list_query, libapi_calendar_list_query, libapi_calendar_list_query_new, libapi_calendar_list_query_free> {
public:
	using builder::builder;
	calendar_list_query &set_role_min(libapi::calendar_list_role_min value) {
		return keep(libapi_calendar_list_query_set_role_min(get(), static_cast<std::int32_t>(value)), "role_min");
	}
	calendar_list_query &unset_role_min() {
		return keep(libapi_calendar_list_query_unset_role_min(get()), "role_min");
	}
	calendar_list_query &set_owner(const text &value) {
		return keep(libapi_calendar_list_query_set_owner(get(), value.c_str()), "owner");
	}
	calendar_list_query &unset_owner() {
		return keep(libapi_calendar_list_query_unset_owner(get()), "owner");
	}
	calendar_list_query &set_include_public(bool value) {
		return keep(libapi_calendar_list_query_set_include_public(get(), value), "include_public");
	}
	calendar_list_query &unset_include_public() {
		return keep(libapi_calendar_list_query_unset_include_public(get()), "include_public");
	}
	calendar_list_query &set_q(const text &value) {
		return keep(libapi_calendar_list_query_set_q(get(), value.c_str()), "q");
	}
	calendar_list_query &unset_q() {
		return keep(libapi_calendar_list_query_unset_q(get()), "q");
	}
	calendar_list_query &set_limit(std::int64_t value) {
		return keep(libapi_calendar_list_query_set_limit(get(), value), "limit");
	}
	calendar_list_query &unset_limit() {
		return keep(libapi_calendar_list_query_unset_limit(get()), "limit");
	}
	calendar_list_query &set_cursor(const text &value) {
		return keep(libapi_calendar_list_query_set_cursor(get(), value.c_str()), "cursor");
	}
	calendar_list_query &unset_cursor() {
		return keep(libapi_calendar_list_query_unset_cursor(get()), "cursor");
	}
};

/** Changes to a calendar. */
class calendar_patch
	: public detail::builder<calendar_patch, libapi_calendar_patch, libapi_calendar_patch_new, libapi_calendar_patch_free> {
public:
	using builder::builder;
	calendar_patch &set_name(const text &value) {
		return keep(libapi_calendar_patch_set_name(get(), value.c_str()), "name");
	}
	calendar_patch &unset_name() {
		return keep(libapi_calendar_patch_unset_name(get()), "name");
	}
	calendar_patch &set_description(const text &value) {
		return keep(libapi_calendar_patch_set_description(get(), value.c_str()), "description");
	}
	calendar_patch &set_description_null() {
		return keep(libapi_calendar_patch_set_description_null(get()), "description");
	}
	calendar_patch &unset_description() {
		return keep(libapi_calendar_patch_unset_description(get()), "description");
	}
	calendar_patch &set_color(const text &value) {
		return keep(libapi_calendar_patch_set_color(get(), value.c_str()), "color");
	}
	calendar_patch &set_color_null() {
		return keep(libapi_calendar_patch_set_color_null(get()), "color");
	}
	calendar_patch &unset_color() {
		return keep(libapi_calendar_patch_unset_color(get()), "color");
	}
	calendar_patch &set_time_zone(const text &value) {
		return keep(libapi_calendar_patch_set_time_zone(get(), value.c_str()), "time_zone");
	}
	calendar_patch &unset_time_zone() {
		return keep(libapi_calendar_patch_unset_time_zone(get()), "time_zone");
	}
	calendar_patch &set_public_read(bool value) {
		return keep(libapi_calendar_patch_set_public_read(get(), value), "public_read");
	}
	calendar_patch &unset_public_read() {
		return keep(libapi_calendar_patch_unset_public_read(get()), "public_read");
	}
	calendar_patch &set_public_write(bool value) {
		return keep(libapi_calendar_patch_set_public_write(get(), value), "public_write");
	}
	calendar_patch &unset_public_write() {
		return keep(libapi_calendar_patch_unset_public_write(get()), "public_write");
	}
	std::string to_json() const {
		return detail::json_text(libapi_calendar_patch_to_json(get()));
	}
	static result<calendar_patch> try_from_json(std::string_view json) {
		return detail::give<calendar_patch>({}, [&](libapi_calendar_patch **out, libapi_error **why) {
			return libapi_calendar_patch_from_json(json.data(), json.size(), out, why);
		});
	}
	static calendar_patch from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** The query parameters of exportCalendar. */
class calendar_export_query
	: public detail::builder<calendar_export_query, libapi_calendar_export_query, libapi_calendar_export_query_new, libapi_calendar_export_query_free> {
public:
	using builder::builder;
	calendar_export_query &set_from(const text &value) {
		return keep(libapi_calendar_export_query_set_from(get(), value.c_str()), "from");
	}
	calendar_export_query &set_from_ms(instant value) {
		return keep(libapi_calendar_export_query_set_from_ms(get(), value.time_since_epoch().count()), "from");
	}
	calendar_export_query &unset_from() {
		return keep(libapi_calendar_export_query_unset_from(get()), "from");
	}
	calendar_export_query &set_to(const text &value) {
		return keep(libapi_calendar_export_query_set_to(get(), value.c_str()), "to");
	}
	calendar_export_query &set_to_ms(instant value) {
		return keep(libapi_calendar_export_query_set_to_ms(get(), value.time_since_epoch().count()), "to");
	}
	calendar_export_query &unset_to() {
		return keep(libapi_calendar_export_query_unset_to(get()), "to");
	}
	calendar_export_query &set_event_id(const text &value) {
		return keep(libapi_calendar_export_query_set_event_id(get(), value.c_str()), "event_id");
	}
	calendar_export_query &unset_event_id() {
		return keep(libapi_calendar_export_query_unset_event_id(get()), "event_id");
	}
};

/** A component that could not be imported. Copies share it. */
class import_failure : public detail::counted<libapi_import_failure, libapi_import_failure_ref, libapi_import_failure_unref> {
public:
	using counted::counted;
	static import_failure share(const libapi_import_failure *borrowed) {
		return import_failure(hold(borrowed));
	}
	std::optional<std::string_view> uid() const {
		return detail::maybe(libapi_import_failure_uid(get()));
	}
	std::int64_t line() const {
		return libapi_import_failure_line(get());
	}
	std::string_view code() const {
		return detail::view(libapi_import_failure_code(get()));
	}
	std::optional<std::string_view> detail() const {
		return detail::maybe(libapi_import_failure_detail(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_import_failure_to_json(get()));
	}
};

/** What an import did, or would do. Copies share it. */
class import_result : public detail::counted<libapi_import_result, libapi_import_result_ref, libapi_import_result_unref> {
public:
	using counted::counted;
	static import_result share(const libapi_import_result *borrowed) {
		return import_result(hold(borrowed));
	}
	std::int64_t created() const {
		return libapi_import_result_created(get());
	}
	std::int64_t updated() const {
		return libapi_import_result_updated(get());
	}
	std::int64_t skipped() const {
		return libapi_import_result_skipped(get());
	}
	auto failed() const {
		return detail::list<libapi::import_failure, import_result, libapi_import_result_failed_count, libapi_import_result_failed_at>(*this);
	}
	bool dry_run() const {
		return libapi_import_result_dry_run(get()) != 0;
	}
	std::string to_json() const {
		return detail::json_text(libapi_import_result_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_import_result **out, libapi_error **why) {
		return libapi_call_take_import_result(call, out, why);
	}
};

/** The query parameters of importCalendar. */
class calendar_import_query
	: public detail::builder<calendar_import_query, libapi_calendar_import_query, libapi_calendar_import_query_new, libapi_calendar_import_query_free> {
public:
	using builder::builder;
	calendar_import_query &set_mode(libapi::calendar_import_mode value) {
		return keep(libapi_calendar_import_query_set_mode(get(), static_cast<std::int32_t>(value)), "mode");
	}
	calendar_import_query &unset_mode() {
		return keep(libapi_calendar_import_query_unset_mode(get()), "mode");
	}
	calendar_import_query &set_dry_run(bool value) {
		return keep(libapi_calendar_import_query_set_dry_run(get(), value), "dry_run");
	}
	calendar_import_query &unset_dry_run() {
		return keep(libapi_calendar_import_query_unset_dry_run(get()), "dry_run");
	}
};

} // namespace libapi

#endif
