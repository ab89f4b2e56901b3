/**
 * api/generated/webhook.hpp: the types of api/webhook.h.
 *
 * Written by generator/cpp.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_GENERATED_WEBHOOK_HPP
#define LIBAPI_GENERATED_WEBHOOK_HPP

#include "api/webhook.h"
#include "api/cpp/list.hpp"

namespace libapi {

/** Why the service switched it off; failing after three days without success. */
enum class webhook_with_secret_disabled_reason : std::int32_t {
	unknown,
	failing,
};
constexpr std::string_view to_text(webhook_with_secret_disabled_reason value) {
	switch (value) {
	case webhook_with_secret_disabled_reason::unknown:
		return "";
	case webhook_with_secret_disabled_reason::failing:
		return "failing";
	}
	return "";
}

/** Why the service switched it off; failing after three days without success. */
enum class webhook_disabled_reason : std::int32_t {
	unknown,
	failing,
};
constexpr std::string_view to_text(webhook_disabled_reason value) {
	switch (value) {
	case webhook_disabled_reason::unknown:
		return "";
	case webhook_disabled_reason::failing:
		return "failing";
	}
	return "";
}

/** How it stands. */
enum class delivery_status : std::int32_t {
	unknown,
	pending,
	delivered,
	failed,
};
constexpr std::string_view to_text(delivery_status value) {
	switch (value) {
	case delivery_status::unknown:
		return "";
	case delivery_status::pending:
		return "pending";
	case delivery_status::delivered:
		return "delivered";
	case delivery_status::failed:
		return "failed";
	}
	return "";
}

/** How the first delivery to a webhook went. Copies share it. */
class ping : public detail::counted<libapi_ping, libapi_ping_ref, libapi_ping_unref> {
public:
	using counted::counted;
	static ping share(const libapi_ping *borrowed) {
		return ping(hold(borrowed));
	}
	bool delivered() const {
		return libapi_ping_delivered(get()) != 0;
	}
	std::optional<std::int64_t> status_code() const {
		return libapi_ping_has_status_code(get()) != 0 ? std::optional<std::int64_t>(libapi_ping_status_code(get())) : std::nullopt;
	}
	std::optional<std::int64_t> latency_ms() const {
		return libapi_ping_has_latency_ms(get()) != 0 ? std::optional<std::int64_t>(libapi_ping_latency_ms(get())) : std::nullopt;
	}
	std::optional<std::string_view> error() const {
		return detail::maybe(libapi_ping_error(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_ping_to_json(get()));
	}
};

/** A webhook, and its secret if that is new. Copies share it. */
class webhook_with_secret : public detail::counted<libapi_webhook_with_secret, libapi_webhook_with_secret_ref, libapi_webhook_with_secret_unref> {
public:
	using counted::counted;
	static webhook_with_secret share(const libapi_webhook_with_secret *borrowed) {
		return webhook_with_secret(hold(borrowed));
	}
	std::string_view id() const {
		return detail::view(libapi_webhook_with_secret_id(get()));
	}
	std::string_view url() const {
		return detail::view(libapi_webhook_with_secret_url(get()));
	}
	auto types() const {
		return detail::list<std::string_view, webhook_with_secret, libapi_webhook_with_secret_type_count, libapi_webhook_with_secret_type_at>(*this);
	}
	auto calendar_ids() const {
		return detail::list<std::string_view, webhook_with_secret, libapi_webhook_with_secret_calendar_id_count, libapi_webhook_with_secret_calendar_id_at>(*this);
	}
	std::optional<std::string_view> description() const {
		return detail::maybe(libapi_webhook_with_secret_description(get()));
	}
	bool enabled() const {
		return libapi_webhook_with_secret_enabled(get()) != 0;
	}
	libapi::webhook_with_secret_disabled_reason disabled_reason() const {
		return static_cast<libapi::webhook_with_secret_disabled_reason>(libapi_webhook_with_secret_disabled_reason(get()));
	}
	std::optional<std::string_view> disabled_reason_text() const {
		return detail::maybe(libapi_webhook_with_secret_disabled_reason_text(get()));
	}
	std::optional<std::string_view> old_secret_until() const {
		return detail::maybe(libapi_webhook_with_secret_old_secret_until(get()));
	}
	std::optional<instant> old_secret_until_instant() const {
		return detail::maybe_instant(libapi_webhook_with_secret_old_secret_until_ms(get()));
	}
	std::optional<libapi::ping> ping() const {
		return detail::maybe_record<libapi::ping>(libapi_webhook_with_secret_ping(get()));
	}
	std::string_view created_at() const {
		return detail::view(libapi_webhook_with_secret_created_at(get()));
	}
	std::optional<instant> created_at_instant() const {
		return detail::maybe_instant(libapi_webhook_with_secret_created_at_ms(get()));
	}
	std::string_view updated_at() const {
		return detail::view(libapi_webhook_with_secret_updated_at(get()));
	}
	std::optional<instant> updated_at_instant() const {
		return detail::maybe_instant(libapi_webhook_with_secret_updated_at_ms(get()));
	}
	std::optional<std::string_view> secret() const {
		return detail::maybe(libapi_webhook_with_secret_secret(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_webhook_with_secret_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_webhook_with_secret **out, libapi_error **why) {
		return libapi_call_take_webhook_with_secret(call, out, why);
	}
};

/** A webhook to be created. */
class webhook_draft
	: public detail::builder<webhook_draft, libapi_webhook_draft, libapi_webhook_draft_new, libapi_webhook_draft_free> {
public:
	using builder::builder;
	webhook_draft &set_url(const text &value) {
		return keep(libapi_webhook_draft_set_url(get(), value.c_str()), "url");
	}
	webhook_draft &unset_url() {
		return keep(libapi_webhook_draft_unset_url(get()), "url");
	}
	webhook_draft &add_type(const text &value) {
		return keep(libapi_webhook_draft_add_type(get(), value.c_str()), "types");
	}
	webhook_draft &clear_types() {
		return keep(libapi_webhook_draft_clear_types(get()), "types");
	}
	webhook_draft &unset_types() {
		return keep(libapi_webhook_draft_unset_types(get()), "types");
	}
	webhook_draft &add_calendar_id(const text &value) {
		return keep(libapi_webhook_draft_add_calendar_id(get(), value.c_str()), "calendar_ids");
	}
	webhook_draft &clear_calendar_ids() {
		return keep(libapi_webhook_draft_clear_calendar_ids(get()), "calendar_ids");
	}
	webhook_draft &unset_calendar_ids() {
		return keep(libapi_webhook_draft_unset_calendar_ids(get()), "calendar_ids");
	}
	webhook_draft &set_description(const text &value) {
		return keep(libapi_webhook_draft_set_description(get(), value.c_str()), "description");
	}
	webhook_draft &set_description_null() {
		return keep(libapi_webhook_draft_set_description_null(get()), "description");
	}
	webhook_draft &unset_description() {
		return keep(libapi_webhook_draft_unset_description(get()), "description");
	}
	std::string to_json() const {
		return detail::json_text(libapi_webhook_draft_to_json(get()));
	}
	static result<webhook_draft> try_from_json(std::string_view json) {
		return detail::give<webhook_draft>({}, [&](libapi_webhook_draft **out, libapi_error **why) {
			return libapi_webhook_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static webhook_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** A URL to which changes are delivered. Copies share it. */
class webhook : public detail::counted<libapi_webhook, libapi_webhook_ref, libapi_webhook_unref> {
public:
	using counted::counted;
	static webhook share(const libapi_webhook *borrowed) {
		return webhook(hold(borrowed));
	}
	std::string_view id() const {
		return detail::view(libapi_webhook_id(get()));
	}
	std::string_view url() const {
		return detail::view(libapi_webhook_url(get()));
	}
	auto types() const {
		return detail::list<std::string_view, webhook, libapi_webhook_type_count, libapi_webhook_type_at>(*this);
	}
	auto calendar_ids() const {
		return detail::list<std::string_view, webhook, libapi_webhook_calendar_id_count, libapi_webhook_calendar_id_at>(*this);
	}
	std::optional<std::string_view> description() const {
		return detail::maybe(libapi_webhook_description(get()));
	}
	bool enabled() const {
		return libapi_webhook_enabled(get()) != 0;
	}
	libapi::webhook_disabled_reason disabled_reason() const {
		return static_cast<libapi::webhook_disabled_reason>(libapi_webhook_disabled_reason(get()));
	}
	std::optional<std::string_view> disabled_reason_text() const {
		return detail::maybe(libapi_webhook_disabled_reason_text(get()));
	}
	std::optional<std::string_view> old_secret_until() const {
		return detail::maybe(libapi_webhook_old_secret_until(get()));
	}
	std::optional<instant> old_secret_until_instant() const {
		return detail::maybe_instant(libapi_webhook_old_secret_until_ms(get()));
	}
	std::optional<libapi::ping> ping() const {
		return detail::maybe_record<libapi::ping>(libapi_webhook_ping(get()));
	}
	std::string_view created_at() const {
		return detail::view(libapi_webhook_created_at(get()));
	}
	std::optional<instant> created_at_instant() const {
		return detail::maybe_instant(libapi_webhook_created_at_ms(get()));
	}
	std::string_view updated_at() const {
		return detail::view(libapi_webhook_updated_at(get()));
	}
	std::optional<instant> updated_at_instant() const {
		return detail::maybe_instant(libapi_webhook_updated_at_ms(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_webhook_to_json(get()));
	}
};

/** One page of webhooks. Copies share it. */
class webhook_page : public detail::counted<libapi_webhook_page, libapi_webhook_page_ref, libapi_webhook_page_unref> {
public:
	using counted::counted;
	static webhook_page share(const libapi_webhook_page *borrowed) {
		return webhook_page(hold(borrowed));
	}
	auto items() const {
		return detail::list<libapi::webhook, webhook_page, libapi_webhook_page_count, libapi_webhook_page_at>(*this);
	}
	std::optional<std::string_view> next_cursor() const {
		return detail::maybe(libapi_webhook_page_next_cursor(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_webhook_page_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_webhook_page **out, libapi_error **why) {
		return libapi_call_take_webhook_page(call, out, why);
	}
};

/** The query parameters of listWebhooks. */
class webhook_list_query
	: public detail::builder<webhook_list_query, libapi_webhook_list_query, libapi_webhook_list_query_new, libapi_webhook_list_query_free> {
public:
	using builder::builder;
	webhook_list_query &set_limit(std::int64_t value) {
		return keep(libapi_webhook_list_query_set_limit(get(), value), "limit");
	}
	webhook_list_query &unset_limit() {
		return keep(libapi_webhook_list_query_unset_limit(get()), "limit");
	}
	webhook_list_query &set_cursor(const text &value) {
		return keep(libapi_webhook_list_query_set_cursor(get(), value.c_str()), "cursor");
	}
	webhook_list_query &unset_cursor() {
		return keep(libapi_webhook_list_query_unset_cursor(get()), "cursor");
	}
};

/** Changes to a webhook. */
class webhook_patch
	: public detail::builder<webhook_patch, libapi_webhook_patch, libapi_webhook_patch_new, libapi_webhook_patch_free> {
public:
	using builder::builder;
	webhook_patch &set_url(const text &value) {
		return keep(libapi_webhook_patch_set_url(get(), value.c_str()), "url");
	}
	webhook_patch &unset_url() {
		return keep(libapi_webhook_patch_unset_url(get()), "url");
	}
	webhook_patch &add_type(const text &value) {
		return keep(libapi_webhook_patch_add_type(get(), value.c_str()), "types");
	}
	webhook_patch &clear_types() {
		return keep(libapi_webhook_patch_clear_types(get()), "types");
	}
	webhook_patch &unset_types() {
		return keep(libapi_webhook_patch_unset_types(get()), "types");
	}
	webhook_patch &add_calendar_id(const text &value) {
		return keep(libapi_webhook_patch_add_calendar_id(get(), value.c_str()), "calendar_ids");
	}
	webhook_patch &clear_calendar_ids() {
		return keep(libapi_webhook_patch_clear_calendar_ids(get()), "calendar_ids");
	}
	webhook_patch &unset_calendar_ids() {
		return keep(libapi_webhook_patch_unset_calendar_ids(get()), "calendar_ids");
	}
	webhook_patch &set_description(const text &value) {
		return keep(libapi_webhook_patch_set_description(get(), value.c_str()), "description");
	}
	webhook_patch &set_description_null() {
		return keep(libapi_webhook_patch_set_description_null(get()), "description");
	}
	webhook_patch &unset_description() {
		return keep(libapi_webhook_patch_unset_description(get()), "description");
	}
	webhook_patch &set_enabled(bool value) {
		return keep(libapi_webhook_patch_set_enabled(get(), value), "enabled");
	}
	webhook_patch &unset_enabled() {
		return keep(libapi_webhook_patch_unset_enabled(get()), "enabled");
	}
	webhook_patch &set_rotate_secret(bool value) {
		return keep(libapi_webhook_patch_set_rotate_secret(get(), value), "rotate_secret");
	}
	webhook_patch &unset_rotate_secret() {
		return keep(libapi_webhook_patch_unset_rotate_secret(get()), "rotate_secret");
	}
	std::string to_json() const {
		return detail::json_text(libapi_webhook_patch_to_json(get()));
	}
	static result<webhook_patch> try_from_json(std::string_view json) {
		return detail::give<webhook_patch>({}, [&](libapi_webhook_patch **out, libapi_error **why) {
			return libapi_webhook_patch_from_json(json.data(), json.size(), out, why);
		});
	}
	static webhook_patch from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** A message to a webhook. Copies share it. */
class delivery : public detail::counted<libapi_delivery, libapi_delivery_ref, libapi_delivery_unref> {
public:
	using counted::counted;
	static delivery share(const libapi_delivery *borrowed) {
		return delivery(hold(borrowed));
	}
	std::string_view id() const {
		return detail::view(libapi_delivery_id(get()));
	}
	std::string_view type() const {
		return detail::view(libapi_delivery_type(get()));
	}
	std::optional<std::string_view> calendar_id() const {
		return detail::maybe(libapi_delivery_calendar_id(get()));
	}
	std::optional<std::string_view> object_id() const {
		return detail::maybe(libapi_delivery_object_id(get()));
	}
	std::optional<std::int64_t> version() const {
		return libapi_delivery_has_version(get()) != 0 ? std::optional<std::int64_t>(libapi_delivery_version(get())) : std::nullopt;
	}
	libapi::delivery_status status() const {
		return static_cast<libapi::delivery_status>(libapi_delivery_status(get()));
	}
	std::string_view status_text() const {
		return detail::view(libapi_delivery_status_text(get()));
	}
	std::int64_t attempts() const {
		return libapi_delivery_attempts(get());
	}
	std::optional<std::int64_t> status_code() const {
		return libapi_delivery_has_status_code(get()) != 0 ? std::optional<std::int64_t>(libapi_delivery_status_code(get())) : std::nullopt;
	}
	std::optional<std::int64_t> latency_ms() const {
		return libapi_delivery_has_latency_ms(get()) != 0 ? std::optional<std::int64_t>(libapi_delivery_latency_ms(get())) : std::nullopt;
	}
	std::optional<std::string_view> error() const {
		return detail::maybe(libapi_delivery_error(get()));
	}
	std::string_view occurred_at() const {
		return detail::view(libapi_delivery_occurred_at(get()));
	}
	std::optional<instant> occurred_at_instant() const {
		return detail::maybe_instant(libapi_delivery_occurred_at_ms(get()));
	}
	std::optional<std::string_view> last_attempt_at() const {
		return detail::maybe(libapi_delivery_last_attempt_at(get()));
	}
	std::optional<instant> last_attempt_at_instant() const {
		return detail::maybe_instant(libapi_delivery_last_attempt_at_ms(get()));
	}
	std::optional<std::string_view> next_attempt_at() const {
		return detail::maybe(libapi_delivery_next_attempt_at(get()));
	}
	std::optional<instant> next_attempt_at_instant() const {
		return detail::maybe_instant(libapi_delivery_next_attempt_at_ms(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_delivery_to_json(get()));
	}
};

/** One page of deliveries. Copies share it. */
class delivery_page : public detail::counted<libapi_delivery_page, libapi_delivery_page_ref, libapi_delivery_page_unref> {
public:
	using counted::counted;
	static delivery_page share(const libapi_delivery_page *borrowed) {
		return delivery_page(hold(borrowed));
	}
	auto items() const {
		return detail::list<libapi::delivery, delivery_page, libapi_delivery_page_count, libapi_delivery_page_at>(*this);
	}
	std::optional<std::string_view> next_cursor() const {
		return detail::maybe(libapi_delivery_page_next_cursor(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_delivery_page_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_delivery_page **out, libapi_error **why) {
		return libapi_call_take_delivery_page(call, out, why);
	}
};

/** The query parameters of listDeliveries. */
class delivery_list_query
	: public detail::builder<delivery_list_query, libapi_delivery_list_query, libapi_delivery_list_query_new, libapi_delivery_list_query_free> {
public:
	using builder::builder;
	delivery_list_query &set_status(libapi::delivery_status value) {
		return keep(libapi_delivery_list_query_set_status(get(), static_cast<std::int32_t>(value)), "status");
	}
	delivery_list_query &unset_status() {
		return keep(libapi_delivery_list_query_unset_status(get()), "status");
	}
	delivery_list_query &set_limit(std::int64_t value) {
		return keep(libapi_delivery_list_query_set_limit(get(), value), "limit");
	}
	delivery_list_query &unset_limit() {
		return keep(libapi_delivery_list_query_unset_limit(get()), "limit");
	}
	delivery_list_query &set_cursor(const text &value) {
		return keep(libapi_delivery_list_query_set_cursor(get(), value.c_str()), "cursor");
	}
	delivery_list_query &unset_cursor() {
		return keep(libapi_delivery_list_query_unset_cursor(get()), "cursor");
	}
};

} // namespace libapi

#endif
