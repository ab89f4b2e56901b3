/**
 * api/generated/acl.hpp: the types of api/acl.h.
 *
 * Written by generator/cpp.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_GENERATED_ACL_HPP
#define LIBAPI_GENERATED_ACL_HPP

#include "api/acl.h"
#include "api/cpp/list.hpp"

namespace libapi {

/** What the user may do. */
enum class acl_rule_role : std::int32_t {
	unknown,
	freebusy,
	reader,
	editor,
	owner,
};
constexpr std::string_view to_text(acl_rule_role value) {
	switch (value) {
	case acl_rule_role::unknown:
		return "";
	case acl_rule_role::freebusy:
		return "freebusy";
	case acl_rule_role::reader:
		return "reader";
	case acl_rule_role::editor:
		return "editor";
	case acl_rule_role::owner:
		return "owner";
	}
	return "";
}

/** The role of one user on a calendar. Copies share it. */
class acl_rule : public detail::counted<libapi_acl_rule, libapi_acl_rule_ref, libapi_acl_rule_unref> {
public:
	using counted::counted;
	static acl_rule share(const libapi_acl_rule *borrowed) {
		return acl_rule(hold(borrowed));
	}
	std::string_view user_id() const {
		return detail::view(libapi_acl_rule_user_id(get()));
	}
	libapi::acl_rule_role role() const {
		return static_cast<libapi::acl_rule_role>(libapi_acl_rule_role(get()));
	}
	std::string_view role_text() const {
		return detail::view(libapi_acl_rule_role_text(get()));
	}
	std::string_view created_at() const {
		return detail::view(libapi_acl_rule_created_at(get()));
	}
	std::optional<instant> created_at_instant() const {
		return detail::maybe_instant(libapi_acl_rule_created_at_ms(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_acl_rule_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_acl_rule **out, libapi_error **why) {
		return libapi_call_take_acl_rule(call, out, why);
	}
};

/** One page of rules. Copies share it. */
class acl_rule_page : public detail::counted<libapi_acl_rule_page, libapi_acl_rule_page_ref, libapi_acl_rule_page_unref> {
public:
	using counted::counted;
	static acl_rule_page share(const libapi_acl_rule_page *borrowed) {
		return acl_rule_page(hold(borrowed));
	}
	auto items() const {
		return detail::list<libapi::acl_rule, acl_rule_page, libapi_acl_rule_page_count, libapi_acl_rule_page_at>(*this);
	}
	std::optional<std::string_view> next_cursor() const {
		return detail::maybe(libapi_acl_rule_page_next_cursor(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_acl_rule_page_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_acl_rule_page **out, libapi_error **why) {
		return libapi_call_take_acl_rule_page(call, out, why);
	}
};

/** The query parameters of listAcl. */
class acl_list_query
	: public detail::builder<acl_list_query, libapi_acl_list_query, libapi_acl_list_query_new, libapi_acl_list_query_free> {
public:
	using builder::builder;
	acl_list_query &set_limit(std::int64_t value) {
		return keep(libapi_acl_list_query_set_limit(get(), value), "limit");
	}
	acl_list_query &unset_limit() {
		return keep(libapi_acl_list_query_unset_limit(get()), "limit");
	}
	acl_list_query &set_cursor(const text &value) {
		return keep(libapi_acl_list_query_set_cursor(get(), value.c_str()), "cursor");
	}
	acl_list_query &unset_cursor() {
		return keep(libapi_acl_list_query_unset_cursor(get()), "cursor");
	}
};

/** A role to be given. */
class acl_rule_draft
	: public detail::builder<acl_rule_draft, libapi_acl_rule_draft, libapi_acl_rule_draft_new, libapi_acl_rule_draft_free> {
public:
	using builder::builder;
	acl_rule_draft &set_role(libapi::acl_rule_role value) {
		return keep(libapi_acl_rule_draft_set_role(get(), static_cast<std::int32_t>(value)), "role");
	}
	acl_rule_draft &unset_role() {
		return keep(libapi_acl_rule_draft_unset_role(get()), "role");
	}
	std::string to_json() const {
		return detail::json_text(libapi_acl_rule_draft_to_json(get()));
	}
	static result<acl_rule_draft> try_from_json(std::string_view json) {
		return detail::give<acl_rule_draft>({}, [&](libapi_acl_rule_draft **out, libapi_error **why) {
			return libapi_acl_rule_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static acl_rule_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

} // namespace libapi

#endif
