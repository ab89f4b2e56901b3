/**
 * api/generated/feed.hpp: the types of api/feed.h.
 *
 * Written by generator/cpp.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_GENERATED_FEED_HPP
#define LIBAPI_GENERATED_FEED_HPP

#include "api/feed.h"
#include "api/cpp/list.hpp"

namespace libapi {

/** What is shown: everything but private events, or only when the calendar is busy. */
enum class created_feed_detail : std::int32_t {
	unknown,
	full,
	busy,
};
constexpr std::string_view to_text(created_feed_detail value) {
	switch (value) {
	case created_feed_detail::unknown:
		return "";
	case created_feed_detail::full:
		return "full";
	case created_feed_detail::busy:
		return "busy";
	}
	return "";
}

/** What is shown: everything but private events, or only when the calendar is busy. */
enum class feed_detail : std::int32_t {
	unknown,
	full,
	busy,
};
constexpr std::string_view to_text(feed_detail value) {
	switch (value) {
	case feed_detail::unknown:
		return "";
	case feed_detail::full:
		return "full";
	case feed_detail::busy:
		return "busy";
	}
	return "";
}

/** A link with its secret. Copies share it. */
class created_feed : public detail::counted<libapi_created_feed, libapi_created_feed_ref, libapi_created_feed_unref> {
public:
	using counted::counted;
	static created_feed share(const libapi_created_feed *borrowed) {
		return created_feed(hold(borrowed));
	}
	std::string_view id() const {
		return detail::view(libapi_created_feed_id(get()));
	}
	std::string_view calendar_id() const {
		return detail::view(libapi_created_feed_calendar_id(get()));
	}
	std::string_view name() const {
		return detail::view(libapi_created_feed_name(get()));
	}
	libapi::created_feed_detail detail() const {
		return static_cast<libapi::created_feed_detail>(libapi_created_feed_detail(get()));
	}
	std::string_view detail_text() const {
		return detail::view(libapi_created_feed_detail_text(get()));
	}
	std::int64_t past_days() const {
		return libapi_created_feed_past_days(get());
	}
	std::int64_t future_days() const {
		return libapi_created_feed_future_days(get());
	}
	std::optional<std::string_view> prefix() const {
		return detail::maybe(libapi_created_feed_prefix(get()));
	}
	std::string_view created_at() const {
		return detail::view(libapi_created_feed_created_at(get()));
	}
	std::optional<instant> created_at_instant() const {
		return detail::maybe_instant(libapi_created_feed_created_at_ms(get()));
	}
	std::string_view url() const {
		return detail::view(libapi_created_feed_url(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_created_feed_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_created_feed **out, libapi_error **why) {
		return libapi_call_take_created_feed(call, out, why);
	}
};

/** A link to be created. */
class feed_draft
	: public detail::builder<feed_draft, libapi_feed_draft, libapi_feed_draft_new, libapi_feed_draft_free> {
public:
	using builder::builder;
	feed_draft &set_name(const text &value) {
		return keep(libapi_feed_draft_set_name(get(), value.c_str()), "name");
	}
	feed_draft &unset_name() {
		return keep(libapi_feed_draft_unset_name(get()), "name");
	}
	feed_draft &set_detail(libapi::feed_detail value) {
		return keep(libapi_feed_draft_set_detail(get(), static_cast<std::int32_t>(value)), "detail");
	}
	feed_draft &unset_detail() {
		return keep(libapi_feed_draft_unset_detail(get()), "detail");
	}
	feed_draft &set_past_days(std::int64_t value) {
		return keep(libapi_feed_draft_set_past_days(get(), value), "past_days");
	}
	feed_draft &unset_past_days() {
		return keep(libapi_feed_draft_unset_past_days(get()), "past_days");
	}
	feed_draft &set_future_days(std::int64_t value) {
		return keep(libapi_feed_draft_set_future_days(get(), value), "future_days");
	}
	feed_draft &unset_future_days() {
		return keep(libapi_feed_draft_unset_future_days(get()), "future_days");
	}
	std::string to_json() const {
		return detail::json_text(libapi_feed_draft_to_json(get()));
	}
	static result<feed_draft> try_from_json(std::string_view json) {
		return detail::give<feed_draft>({}, [&](libapi_feed_draft **out, libapi_error **why) {
			return libapi_feed_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static feed_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** A link by which calendar programs subscribe to a calendar. Copies share it. */
class feed : public detail::counted<libapi_feed, libapi_feed_ref, libapi_feed_unref> {
public:
	using counted::counted;
	static feed share(const libapi_feed *borrowed) {
		return feed(hold(borrowed));
	}
	std::string_view id() const {
		return detail::view(libapi_feed_id(get()));
	}
	std::string_view calendar_id() const {
		return detail::view(libapi_feed_calendar_id(get()));
	}
	std::string_view name() const {
		return detail::view(libapi_feed_name(get()));
	}
	libapi::feed_detail detail() const {
		return static_cast<libapi::feed_detail>(libapi_feed_detail(get()));
	}
	std::string_view detail_text() const {
		return detail::view(libapi_feed_detail_text(get()));
	}
	std::int64_t past_days() const {
		return libapi_feed_past_days(get());
	}
	std::int64_t future_days() const {
		return libapi_feed_future_days(get());
	}
	std::optional<std::string_view> prefix() const {
		return detail::maybe(libapi_feed_prefix(get()));
	}
	std::string_view created_at() const {
		return detail::view(libapi_feed_created_at(get()));
	}
	std::optional<instant> created_at_instant() const {
		return detail::maybe_instant(libapi_feed_created_at_ms(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_feed_to_json(get()));
	}
};

/** One page of links. Copies share it. */
class feed_page : public detail::counted<libapi_feed_page, libapi_feed_page_ref, libapi_feed_page_unref> {
public:
	using counted::counted;
	static feed_page share(const libapi_feed_page *borrowed) {
		return feed_page(hold(borrowed));
	}
	auto items() const {
		return detail::list<libapi::feed, feed_page, libapi_feed_page_count, libapi_feed_page_at>(*this);
	}
	std::optional<std::string_view> next_cursor() const {
		return detail::maybe(libapi_feed_page_next_cursor(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_feed_page_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_feed_page **out, libapi_error **why) {
		return libapi_call_take_feed_page(call, out, why);
	}
};

/** The query parameters of listFeeds. */
class feed_list_query
	: public detail::builder<feed_list_query, libapi_feed_list_query, libapi_feed_list_query_new, libapi_feed_list_query_free> {
public:
	using builder::builder;
	feed_list_query &set_limit(std::int64_t value) {
		return keep(libapi_feed_list_query_set_limit(get(), value), "limit");
	}
	feed_list_query &unset_limit() {
		return keep(libapi_feed_list_query_unset_limit(get()), "limit");
	}
	feed_list_query &set_cursor(const text &value) {
		return keep(libapi_feed_list_query_set_cursor(get(), value.c_str()), "cursor");
	}
	feed_list_query &unset_cursor() {
		return keep(libapi_feed_list_query_unset_cursor(get()), "cursor");
	}
};

} // namespace libapi

#endif
