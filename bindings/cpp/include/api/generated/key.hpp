/**
 * api/generated/key.hpp: the types of api/key.h.
 *
 * Written by generator/cpp.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_GENERATED_KEY_HPP
#define LIBAPI_GENERATED_KEY_HPP

#include "api/key.h"
#include "api/cpp/list.hpp"

namespace libapi {

/** An API key with its secret. Copies share it. */
class created_api_key : public detail::counted<libapi_created_api_key, libapi_created_api_key_ref, libapi_created_api_key_unref> {
public:
	using counted::counted;
	static created_api_key share(const libapi_created_api_key *borrowed) {
		return created_api_key(hold(borrowed));
	}
	std::string_view id() const {
		return detail::view(libapi_created_api_key_id(get()));
	}
	std::optional<std::string_view> user_id() const {
		return detail::maybe(libapi_created_api_key_user_id(get()));
	}
	std::string_view name() const {
		return detail::view(libapi_created_api_key_name(get()));
	}
	std::string_view prefix() const {
		return detail::view(libapi_created_api_key_prefix(get()));
	}
	auto scopes() const {
		return detail::list<std::string_view, created_api_key, libapi_created_api_key_scope_count, libapi_created_api_key_scope_at>(*this);
	}
	std::optional<std::string_view> expires_at() const {
		return detail::maybe(libapi_created_api_key_expires_at(get()));
	}
	std::optional<instant> expires_at_instant() const {
		return detail::maybe_instant(libapi_created_api_key_expires_at_ms(get()));
	}
	std::optional<std::string_view> last_used_at() const {
		return detail::maybe(libapi_created_api_key_last_used_at(get()));
	}
	std::optional<instant> last_used_at_instant() const {
		return detail::maybe_instant(libapi_created_api_key_last_used_at_ms(get()));
	}
	std::string_view created_at() const {
		return detail::view(libapi_created_api_key_created_at(get()));
	}
	std::optional<instant> created_at_instant() const {
		return detail::maybe_instant(libapi_created_api_key_created_at_ms(get()));
	}
	std::string_view key() const {
		return detail::view(libapi_created_api_key_key(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_created_api_key_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_created_api_key **out, libapi_error **why) {
		return libapi_call_take_created_api_key(call, out, why);
	}
};

/** An API key to be created. */
class api_key_draft
	: public detail::builder<api_key_draft, libapi_api_key_draft, libapi_api_key_draft_new, libapi_api_key_draft_free> {
public:
	using builder::builder;
	api_key_draft &set_name(const text &value) {
		return keep(libapi_api_key_draft_set_name(get(), value.c_str()), "name");
	}
	api_key_draft &unset_name() {
		return keep(libapi_api_key_draft_unset_name(get()), "name");
	}
	api_key_draft &add_scope(const text &value) {
		return keep(libapi_api_key_draft_add_scope(get(), value.c_str()), "scopes");
	}
	api_key_draft &clear_scopes() {
		return keep(libapi_api_key_draft_clear_scopes(get()), "scopes");
	}
	api_key_draft &unset_scopes() {
		return keep(libapi_api_key_draft_unset_scopes(get()), "scopes");
	}
	api_key_draft &set_expires_at(const text &value) {
		return keep(libapi_api_key_draft_set_expires_at(get(), value.c_str()), "expires_at");
	}
	api_key_draft &set_expires_at_ms(instant value) {
		return keep(libapi_api_key_draft_set_expires_at_ms(get(), value.time_since_epoch().count()), "expires_at");
	}
	api_key_draft &set_expires_at_null() {
		return keep(libapi_api_key_draft_set_expires_at_null(get()), "expires_at");
	}
	api_key_draft &unset_expires_at() {
		return keep(libapi_api_key_draft_unset_expires_at(get()), "expires_at");
	}
	std::string to_json() const {
		return detail::json_text(libapi_api_key_draft_to_json(get()));
	}
	static result<api_key_draft> try_from_json(std::string_view json) {
		return detail::give<api_key_draft>({}, [&](libapi_api_key_draft **out, libapi_error **why) {
			return libapi_api_key_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static api_key_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** An API key without its secret. Copies share it. */
class api_key : public detail::counted<libapi_api_key, libapi_api_key_ref, libapi_api_key_unref> {
public:
	using counted::counted;
	static api_key share(const libapi_api_key *borrowed) {
		return api_key(hold(borrowed));
	}
	std::string_view id() const {
		return detail::view(libapi_api_key_id(get()));
	}
	std::optional<std::string_view> user_id() const {
		return detail::maybe(libapi_api_key_user_id(get()));
	}
	std::string_view name() const {
		return detail::view(libapi_api_key_name(get()));
	}
	std::string_view prefix() const {
		return detail::view(libapi_api_key_prefix(get()));
	}
	auto scopes() const {
		return detail::list<std::string_view, api_key, libapi_api_key_scope_count, libapi_api_key_scope_at>(*this);
	}
	std::optional<std::string_view> expires_at() const {
		return detail::maybe(libapi_api_key_expires_at(get()));
	}
	std::optional<instant> expires_at_instant() const {
		return detail::maybe_instant(libapi_api_key_expires_at_ms(get()));
	}
	std::optional<std::string_view> last_used_at() const {
		return detail::maybe(libapi_api_key_last_used_at(get()));
	}
	std::optional<instant> last_used_at_instant() const {
		return detail::maybe_instant(libapi_api_key_last_used_at_ms(get()));
	}
	std::string_view created_at() const {
		return detail::view(libapi_api_key_created_at(get()));
	}
	std::optional<instant> created_at_instant() const {
		return detail::maybe_instant(libapi_api_key_created_at_ms(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_api_key_to_json(get()));
	}
};

/** One page of API keys. Copies share it. */
class api_key_page : public detail::counted<libapi_api_key_page, libapi_api_key_page_ref, libapi_api_key_page_unref> {
public:
	using counted::counted;
	static api_key_page share(const libapi_api_key_page *borrowed) {
		return api_key_page(hold(borrowed));
	}
	auto items() const {
		return detail::list<libapi::api_key, api_key_page, libapi_api_key_page_count, libapi_api_key_page_at>(*this);
	}
	std::optional<std::string_view> next_cursor() const {
		return detail::maybe(libapi_api_key_page_next_cursor(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_api_key_page_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_api_key_page **out, libapi_error **why) {
		return libapi_call_take_api_key_page(call, out, why);
	}
};

/** The query parameters of listApiKeys. */
class key_list_query
	: public detail::builder<key_list_query, libapi_key_list_query, libapi_key_list_query_new, libapi_key_list_query_free> {
public:
	using builder::builder;
	key_list_query &set_limit(std::int64_t value) {
		return keep(libapi_key_list_query_set_limit(get(), value), "limit");
	}
	key_list_query &unset_limit() {
		return keep(libapi_key_list_query_unset_limit(get()), "limit");
	}
	key_list_query &set_cursor(const text &value) {
		return keep(libapi_key_list_query_set_cursor(get(), value.c_str()), "cursor");
	}
	key_list_query &unset_cursor() {
		return keep(libapi_key_list_query_unset_cursor(get()), "cursor");
	}
};

} // namespace libapi

#endif
