/**
 * api/generated/user.hpp: the types of api/user.h.
 *
 * Written by generator/cpp.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_GENERATED_USER_HPP
#define LIBAPI_GENERATED_USER_HPP

#include "api/user.h"
#include "api/cpp/list.hpp"

namespace libapi {

/** Hours of one day of the week. Copies share it. */
class working_hours : public detail::counted<libapi_working_hours, libapi_working_hours_ref, libapi_working_hours_unref> {
public:
	using counted::counted;
	static working_hours share(const libapi_working_hours *borrowed) {
		return working_hours(hold(borrowed));
	}
	std::int64_t day() const {
		return libapi_working_hours_day(get());
	}
	std::string_view start() const {
		return detail::view(libapi_working_hours_start(get()));
	}
	std::string_view end() const {
		return detail::view(libapi_working_hours_end(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_working_hours_to_json(get()));
	}
};

/** A user with a first API key. Copies share it. */
class created_user : public detail::counted<libapi_created_user, libapi_created_user_ref, libapi_created_user_unref> {
public:
	using counted::counted;
	static created_user share(const libapi_created_user *borrowed) {
		return created_user(hold(borrowed));
	}
	std::string_view id() const {
		return detail::view(libapi_created_user_id(get()));
	}
	std::string_view username() const {
		return detail::view(libapi_created_user_username(get()));
	}
	std::optional<std::string_view> email() const {
		return detail::maybe(libapi_created_user_email(get()));
	}
	std::optional<std::string_view> display_name() const {
		return detail::maybe(libapi_created_user_display_name(get()));
	}
	std::optional<std::string_view> time_zone() const {
		return detail::maybe(libapi_created_user_time_zone(get()));
	}
	bool is_admin() const {
		return libapi_created_user_is_admin(get()) != 0;
	}
	auto working_hours() const {
		return detail::list<libapi::working_hours, created_user, libapi_created_user_working_hours_count, libapi_created_user_working_hours_at>(*this);
	}
	std::string_view created_at() const {
		return detail::view(libapi_created_user_created_at(get()));
	}
	std::optional<instant> created_at_instant() const {
		return detail::maybe_instant(libapi_created_user_created_at_ms(get()));
	}
	std::string_view updated_at() const {
		return detail::view(libapi_created_user_updated_at(get()));
	}
	std::optional<instant> updated_at_instant() const {
		return detail::maybe_instant(libapi_created_user_updated_at_ms(get()));
	}
	std::string_view api_key() const {
		return detail::view(libapi_created_user_api_key(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_created_user_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_created_user **out, libapi_error **why) {
		return libapi_call_take_created_user(call, out, why);
	}
};

/** Hours of one day of the week. */
class working_hours_draft
	: public detail::builder<working_hours_draft, libapi_working_hours_draft, libapi_working_hours_draft_new, libapi_working_hours_draft_free> {
public:
	using builder::builder;
	working_hours_draft &set_day(std::int64_t value) {
		return keep(libapi_working_hours_draft_set_day(get(), value), "day");
	}
	working_hours_draft &unset_day() {
		return keep(libapi_working_hours_draft_unset_day(get()), "day");
	}
	working_hours_draft &set_start(const text &value) {
		return keep(libapi_working_hours_draft_set_start(get(), value.c_str()), "start");
	}
	working_hours_draft &unset_start() {
		return keep(libapi_working_hours_draft_unset_start(get()), "start");
	}
	working_hours_draft &set_end(const text &value) {
		return keep(libapi_working_hours_draft_set_end(get(), value.c_str()), "end");
	}
	working_hours_draft &unset_end() {
		return keep(libapi_working_hours_draft_unset_end(get()), "end");
	}
	std::string to_json() const {
		return detail::json_text(libapi_working_hours_draft_to_json(get()));
	}
	static result<working_hours_draft> try_from_json(std::string_view json) {
		return detail::give<working_hours_draft>({}, [&](libapi_working_hours_draft **out, libapi_error **why) {
			return libapi_working_hours_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static working_hours_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** A user to be created. */
class user_draft
	: public detail::builder<user_draft, libapi_user_draft, libapi_user_draft_new, libapi_user_draft_free> {
public:
	using builder::builder;
	user_draft &set_username(const text &value) {
		return keep(libapi_user_draft_set_username(get(), value.c_str()), "username");
	}
	user_draft &unset_username() {
		return keep(libapi_user_draft_unset_username(get()), "username");
	}
	user_draft &set_email(const text &value) {
		return keep(libapi_user_draft_set_email(get(), value.c_str()), "email");
	}
	user_draft &set_email_null() {
		return keep(libapi_user_draft_set_email_null(get()), "email");
	}
	user_draft &unset_email() {
		return keep(libapi_user_draft_unset_email(get()), "email");
	}
	user_draft &set_display_name(const text &value) {
		return keep(libapi_user_draft_set_display_name(get(), value.c_str()), "display_name");
	}
	user_draft &set_display_name_null() {
		return keep(libapi_user_draft_set_display_name_null(get()), "display_name");
	}
	user_draft &unset_display_name() {
		return keep(libapi_user_draft_unset_display_name(get()), "display_name");
	}
	user_draft &set_time_zone(const text &value) {
		return keep(libapi_user_draft_set_time_zone(get(), value.c_str()), "time_zone");
	}
	user_draft &unset_time_zone() {
		return keep(libapi_user_draft_unset_time_zone(get()), "time_zone");
	}
	user_draft &set_is_admin(bool value) {
		return keep(libapi_user_draft_set_is_admin(get(), value), "is_admin");
	}
	user_draft &unset_is_admin() {
		return keep(libapi_user_draft_unset_is_admin(get()), "is_admin");
	}
	user_draft &add_working_hours(const working_hours_draft &value) {
		return keep_child(value.refused(), libapi_user_draft_add_working_hours(get(), value.get()), "working_hours");
	}
	user_draft &clear_working_hours() {
		return keep(libapi_user_draft_clear_working_hours(get()), "working_hours");
	}
	user_draft &unset_working_hours() {
		return keep(libapi_user_draft_unset_working_hours(get()), "working_hours");
	}
	std::string to_json() const {
		return detail::json_text(libapi_user_draft_to_json(get()));
	}
	static result<user_draft> try_from_json(std::string_view json) {
		return detail::give<user_draft>({}, [&](libapi_user_draft **out, libapi_error **why) {
			return libapi_user_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static user_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** A person or a program that holds API keys. Copies share it. */
class user : public detail::counted<libapi_user, libapi_user_ref, libapi_user_unref> {
public:
	using counted::counted;
	static user share(const libapi_user *borrowed) {
		return user(hold(borrowed));
	}
	std::string_view id() const {
		return detail::view(libapi_user_id(get()));
	}
	std::string_view username() const {
		return detail::view(libapi_user_username(get()));
	}
	std::optional<std::string_view> email() const {
		return detail::maybe(libapi_user_email(get()));
	}
	std::optional<std::string_view> display_name() const {
		return detail::maybe(libapi_user_display_name(get()));
	}
	std::optional<std::string_view> time_zone() const {
		return detail::maybe(libapi_user_time_zone(get()));
	}
	bool is_admin() const {
		return libapi_user_is_admin(get()) != 0;
	}
	auto working_hours() const {
		return detail::list<libapi::working_hours, user, libapi_user_working_hours_count, libapi_user_working_hours_at>(*this);
	}
	std::string_view created_at() const {
		return detail::view(libapi_user_created_at(get()));
	}
	std::optional<instant> created_at_instant() const {
		return detail::maybe_instant(libapi_user_created_at_ms(get()));
	}
	std::string_view updated_at() const {
		return detail::view(libapi_user_updated_at(get()));
	}
	std::optional<instant> updated_at_instant() const {
		return detail::maybe_instant(libapi_user_updated_at_ms(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_user_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_user **out, libapi_error **why) {
		return libapi_call_take_user(call, out, why);
	}
};

/** One page of users. Copies share it. */
class user_page : public detail::counted<libapi_user_page, libapi_user_page_ref, libapi_user_page_unref> {
public:
	using counted::counted;
	static user_page share(const libapi_user_page *borrowed) {
		return user_page(hold(borrowed));
	}
	auto items() const {
		return detail::list<libapi::user, user_page, libapi_user_page_count, libapi_user_page_at>(*this);
	}
	std::optional<std::string_view> next_cursor() const {
		return detail::maybe(libapi_user_page_next_cursor(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_user_page_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_user_page **out, libapi_error **why) {
		return libapi_call_take_user_page(call, out, why);
	}
};

/** The query parameters of listUsers. */
class user_list_query
	: public detail::builder<user_list_query, libapi_user_list_query, libapi_user_list_query_new, libapi_user_list_query_free> {
public:
	using builder::builder;
	user_list_query &set_q(const text &value) {
		return keep(libapi_user_list_query_set_q(get(), value.c_str()), "q");
	}
	user_list_query &unset_q() {
		return keep(libapi_user_list_query_unset_q(get()), "q");
	}
	user_list_query &set_limit(std::int64_t value) {
		return keep(libapi_user_list_query_set_limit(get(), value), "limit");
	}
	user_list_query &unset_limit() {
		return keep(libapi_user_list_query_unset_limit(get()), "limit");
	}
	user_list_query &set_cursor(const text &value) {
		return keep(libapi_user_list_query_set_cursor(get(), value.c_str()), "cursor");
	}
	user_list_query &unset_cursor() {
		return keep(libapi_user_list_query_unset_cursor(get()), "cursor");
	}
};

/** Changes to a user. */
class user_patch
	: public detail::builder<user_patch, libapi_user_patch, libapi_user_patch_new, libapi_user_patch_free> {
public:
	using builder::builder;
	user_patch &set_username(const text &value) {
		return keep(libapi_user_patch_set_username(get(), value.c_str()), "username");
	}
	user_patch &unset_username() {
		return keep(libapi_user_patch_unset_username(get()), "username");
	}
	user_patch &set_email(const text &value) {
		return keep(libapi_user_patch_set_email(get(), value.c_str()), "email");
	}
	user_patch &set_email_null() {
		return keep(libapi_user_patch_set_email_null(get()), "email");
	}
	user_patch &unset_email() {
		return keep(libapi_user_patch_unset_email(get()), "email");
	}
	user_patch &set_display_name(const text &value) {
		return keep(libapi_user_patch_set_display_name(get(), value.c_str()), "display_name");
	}
	user_patch &set_display_name_null() {
		return keep(libapi_user_patch_set_display_name_null(get()), "display_name");
	}
	user_patch &unset_display_name() {
		return keep(libapi_user_patch_unset_display_name(get()), "display_name");
	}
	user_patch &set_time_zone(const text &value) {
		return keep(libapi_user_patch_set_time_zone(get(), value.c_str()), "time_zone");
	}
	user_patch &unset_time_zone() {
		return keep(libapi_user_patch_unset_time_zone(get()), "time_zone");
	}
	user_patch &set_is_admin(bool value) {
		return keep(libapi_user_patch_set_is_admin(get(), value), "is_admin");
	}
	user_patch &unset_is_admin() {
		return keep(libapi_user_patch_unset_is_admin(get()), "is_admin");
	}
	user_patch &add_working_hours(const working_hours_draft &value) {
		return keep_child(value.refused(), libapi_user_patch_add_working_hours(get(), value.get()), "working_hours");
	}
	user_patch &clear_working_hours() {
		return keep(libapi_user_patch_clear_working_hours(get()), "working_hours");
	}
	user_patch &unset_working_hours() {
		return keep(libapi_user_patch_unset_working_hours(get()), "working_hours");
	}
	std::string to_json() const {
		return detail::json_text(libapi_user_patch_to_json(get()));
	}
	static result<user_patch> try_from_json(std::string_view json) {
		return detail::give<user_patch>({}, [&](libapi_user_patch **out, libapi_error **why) {
			return libapi_user_patch_from_json(json.data(), json.size(), out, why);
		});
	}
	static user_patch from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** The query parameters of deleteUser. */
class user_delete_query
	: public detail::builder<user_delete_query, libapi_user_delete_query, libapi_user_delete_query_new, libapi_user_delete_query_free> {
public:
	using builder::builder;
	user_delete_query &set_transfer_to(const text &value) {
		return keep(libapi_user_delete_query_set_transfer_to(get(), value.c_str()), "transfer_to");
	}
	user_delete_query &unset_transfer_to() {
		return keep(libapi_user_delete_query_unset_transfer_to(get()), "transfer_to");
	}
};

} // namespace libapi

#endif
