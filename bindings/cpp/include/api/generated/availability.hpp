/**
 * api/generated/availability.hpp: the types of api/availability.h.
 *
 * Written by generator/cpp.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_GENERATED_AVAILABILITY_HPP
#define LIBAPI_GENERATED_AVAILABILITY_HPP

#include "api/availability.h"
#include "api/cpp/list.hpp"

namespace libapi {

/** How sure it is. */
enum class busy_time_status : std::int32_t {
	unknown,
	confirmed,
	tentative,
};
constexpr std::string_view to_text(busy_time_status value) {
	switch (value) {
	case busy_time_status::unknown:
		return "";
	case busy_time_status::confirmed:
		return "confirmed";
	case busy_time_status::tentative:
		return "tentative";
	}
	return "";
}

/** Why there is no answer; what the caller may not know of is not_found. */
enum class subject_busy_error : std::int32_t {
	unknown,
	not_found,
};
constexpr std::string_view to_text(subject_busy_error value) {
	switch (value) {
	case subject_busy_error::unknown:
		return "";
	case subject_busy_error::not_found:
		return "not_found";
	}
	return "";
}

/** Why there are no slots; null where there are. */
enum class found_times_empty_reason : std::int32_t {
	unknown,
	none_free,
	outside_hours,
	window_too_short,
};
constexpr std::string_view to_text(found_times_empty_reason value) {
	switch (value) {
	case found_times_empty_reason::unknown:
		return "";
	case found_times_empty_reason::none_free:
		return "none_free";
	case found_times_empty_reason::outside_hours:
		return "outside_hours";
	case found_times_empty_reason::window_too_short:
		return "window_too_short";
	}
	return "";
}

/** A stretch of busy time. Copies share it. */
class busy_time : public detail::counted<libapi_busy_time, libapi_busy_time_ref, libapi_busy_time_unref> {
public:
	using counted::counted;
	static busy_time share(const libapi_busy_time *borrowed) {
		return busy_time(hold(borrowed));
	}
	std::string_view start() const {
		return detail::view(libapi_busy_time_start(get()));
	}
	std::optional<instant> start_instant() const {
		return detail::maybe_instant(libapi_busy_time_start_ms(get()));
	}
	std::string_view end() const {
		return detail::view(libapi_busy_time_end(get()));
	}
	std::optional<instant> end_instant() const {
		return detail::maybe_instant(libapi_busy_time_end_ms(get()));
	}
	libapi::busy_time_status status() const {
		return static_cast<libapi::busy_time_status>(libapi_busy_time_status(get()));
	}
	std::string_view status_text() const {
		return detail::view(libapi_busy_time_status_text(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_busy_time_to_json(get()));
	}
};

/** When one subject is busy. Copies share it. */
class subject_busy : public detail::counted<libapi_subject_busy, libapi_subject_busy_ref, libapi_subject_busy_unref> {
public:
	using counted::counted;
	static subject_busy share(const libapi_subject_busy *borrowed) {
		return subject_busy(hold(borrowed));
	}
	std::optional<std::string_view> user_id() const {
		return detail::maybe(libapi_subject_busy_user_id(get()));
	}
	std::optional<std::string_view> calendar_id() const {
		return detail::maybe(libapi_subject_busy_calendar_id(get()));
	}
	auto busy() const {
		return detail::list<libapi::busy_time, subject_busy, libapi_subject_busy_busy_count, libapi_subject_busy_busy_at>(*this);
	}
	libapi::subject_busy_error error() const {
		return static_cast<libapi::subject_busy_error>(libapi_subject_busy_error(get()));
	}
	std::optional<std::string_view> error_text() const {
		return detail::maybe(libapi_subject_busy_error_text(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_subject_busy_to_json(get()));
	}
};

/** Busy times. Copies share it. */
class free_busy : public detail::counted<libapi_free_busy, libapi_free_busy_ref, libapi_free_busy_unref> {
public:
	using counted::counted;
	static free_busy share(const libapi_free_busy *borrowed) {
		return free_busy(hold(borrowed));
	}
	auto subjects() const {
		return detail::list<libapi::subject_busy, free_busy, libapi_free_busy_subject_count, libapi_free_busy_subject_at>(*this);
	}
	std::string to_json() const {
		return detail::json_text(libapi_free_busy_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_free_busy **out, libapi_error **why) {
		return libapi_call_take_free_busy(call, out, why);
	}
};

/** A person or a calendar. */
class free_busy_subject_draft
	: public detail::builder<free_busy_subject_draft, libapi_free_busy_subject_draft, libapi_free_busy_subject_draft_new, libapi_free_busy_subject_draft_free> {
public:
	using builder::builder;
	free_busy_subject_draft &set_user_id(const text &value) {
		return keep(libapi_free_busy_subject_draft_set_user_id(get(), value.c_str()), "user_id");
	}
	free_busy_subject_draft &set_user_id_null() {
		return keep(libapi_free_busy_subject_draft_set_user_id_null(get()), "user_id");
	}
	free_busy_subject_draft &unset_user_id() {
		return keep(libapi_free_busy_subject_draft_unset_user_id(get()), "user_id");
	}
	free_busy_subject_draft &set_calendar_id(const text &value) {
		return keep(libapi_free_busy_subject_draft_set_calendar_id(get(), value.c_str()), "calendar_id");
	}
	free_busy_subject_draft &set_calendar_id_null() {
		return keep(libapi_free_busy_subject_draft_set_calendar_id_null(get()), "calendar_id");
	}
	free_busy_subject_draft &unset_calendar_id() {
		return keep(libapi_free_busy_subject_draft_unset_calendar_id(get()), "calendar_id");
	}
	std::string to_json() const {
		return detail::json_text(libapi_free_busy_subject_draft_to_json(get()));
	}
	static result<free_busy_subject_draft> try_from_json(std::string_view json) {
		return detail::give<free_busy_subject_draft>({}, [&](libapi_free_busy_subject_draft **out, libapi_error **why) {
			return libapi_free_busy_subject_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static free_busy_subject_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** Whose busy times are wanted, and when. */
class free_busy_draft
	: public detail::builder<free_busy_draft, libapi_free_busy_draft, libapi_free_busy_draft_new, libapi_free_busy_draft_free> {
public:
	using builder::builder;
	free_busy_draft &set_from(const text &value) {
		return keep(libapi_free_busy_draft_set_from(get(), value.c_str()), "from");
	}
	free_busy_draft &set_from_ms(instant value) {
		return keep(libapi_free_busy_draft_set_from_ms(get(), value.time_since_epoch().count()), "from");
	}
	free_busy_draft &unset_from() {
		return keep(libapi_free_busy_draft_unset_from(get()), "from");
	}
	free_busy_draft &set_to(const text &value) {
		return keep(libapi_free_busy_draft_set_to(get(), value.c_str()), "to");
	}
	free_busy_draft &set_to_ms(instant value) {
		return keep(libapi_free_busy_draft_set_to_ms(get(), value.time_since_epoch().count()), "to");
	}
	free_busy_draft &unset_to() {
		return keep(libapi_free_busy_draft_unset_to(get()), "to");
	}
	free_busy_draft &add_subject(const free_busy_subject_draft &value) {
		return keep_child(value.refused(), libapi_free_busy_draft_add_subject(get(), value.get()), "subjects");
	}
	free_busy_draft &clear_subjects() {
		return keep(libapi_free_busy_draft_clear_subjects(get()), "subjects");
	}
	free_busy_draft &unset_subjects() {
		return keep(libapi_free_busy_draft_unset_subjects(get()), "subjects");
	}
	free_busy_draft &set_time_zone(const text &value) {
		return keep(libapi_free_busy_draft_set_time_zone(get(), value.c_str()), "time_zone");
	}
	free_busy_draft &set_time_zone_null() {
		return keep(libapi_free_busy_draft_set_time_zone_null(get()), "time_zone");
	}
	free_busy_draft &unset_time_zone() {
		return keep(libapi_free_busy_draft_unset_time_zone(get()), "time_zone");
	}
	std::string to_json() const {
		return detail::json_text(libapi_free_busy_draft_to_json(get()));
	}
	static result<free_busy_draft> try_from_json(std::string_view json) {
		return detail::give<free_busy_draft>({}, [&](libapi_free_busy_draft **out, libapi_error **why) {
			return libapi_free_busy_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static free_busy_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** A possible time. Copies share it. */
class found_time : public detail::counted<libapi_found_time, libapi_found_time_ref, libapi_found_time_unref> {
public:
	using counted::counted;
	static found_time share(const libapi_found_time *borrowed) {
		return found_time(hold(borrowed));
	}
	std::string_view start() const {
		return detail::view(libapi_found_time_start(get()));
	}
	std::optional<instant> start_instant() const {
		return detail::maybe_instant(libapi_found_time_start_ms(get()));
	}
	std::string_view end() const {
		return detail::view(libapi_found_time_end(get()));
	}
	std::optional<instant> end_instant() const {
		return detail::maybe_instant(libapi_found_time_end_ms(get()));
	}
	std::int64_t score() const {
		return libapi_found_time_score(get());
	}
	auto unavailable() const {
		return detail::list<std::string_view, found_time, libapi_found_time_unavailable_count, libapi_found_time_unavailable_at>(*this);
	}
	std::string to_json() const {
		return detail::json_text(libapi_found_time_to_json(get()));
	}
};

/** Times at which people are free, the best first. Copies share it. */
class found_times : public detail::counted<libapi_found_times, libapi_found_times_ref, libapi_found_times_unref> {
public:
	using counted::counted;
	static found_times share(const libapi_found_times *borrowed) {
		return found_times(hold(borrowed));
	}
	auto slots() const {
		return detail::list<libapi::found_time, found_times, libapi_found_times_slot_count, libapi_found_times_slot_at>(*this);
	}
	libapi::found_times_empty_reason empty_reason() const {
		return static_cast<libapi::found_times_empty_reason>(libapi_found_times_empty_reason(get()));
	}
	std::optional<std::string_view> empty_reason_text() const {
		return detail::maybe(libapi_found_times_empty_reason_text(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_found_times_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_found_times **out, libapi_error **why) {
		return libapi_call_take_found_times(call, out, why);
	}
};

/** Somebody to meet. */
class find_times_attendee_draft
	: public detail::builder<find_times_attendee_draft, libapi_find_times_attendee_draft, libapi_find_times_attendee_draft_new, libapi_find_times_attendee_draft_free> {
public:
	using builder::builder;
	find_times_attendee_draft &set_user_id(const text &value) {
		return keep(libapi_find_times_attendee_draft_set_user_id(get(), value.c_str()), "user_id");
	}
	find_times_attendee_draft &unset_user_id() {
		return keep(libapi_find_times_attendee_draft_unset_user_id(get()), "user_id");
	}
	find_times_attendee_draft &set_required(bool value) {
		return keep(libapi_find_times_attendee_draft_set_required(get(), value), "required");
	}
	find_times_attendee_draft &unset_required() {
		return keep(libapi_find_times_attendee_draft_unset_required(get()), "required");
	}
	std::string to_json() const {
		return detail::json_text(libapi_find_times_attendee_draft_to_json(get()));
	}
	static result<find_times_attendee_draft> try_from_json(std::string_view json) {
		return detail::give<find_times_attendee_draft>({}, [&](libapi_find_times_attendee_draft **out, libapi_error **why) {
			return libapi_find_times_attendee_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static find_times_attendee_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** Who should meet, for how long, and when at the earliest and latest. */
class find_times_draft
	: public detail::builder<find_times_draft, libapi_find_times_draft, libapi_find_times_draft_new, libapi_find_times_draft_free> {
public:
	using builder::builder;
	find_times_draft &add_attendee(const find_times_attendee_draft &value) {
		return keep_child(value.refused(), libapi_find_times_draft_add_attendee(get(), value.get()), "attendees");
	}
	find_times_draft &clear_attendees() {
		return keep(libapi_find_times_draft_clear_attendees(get()), "attendees");
	}
	find_times_draft &unset_attendees() {
		return keep(libapi_find_times_draft_unset_attendees(get()), "attendees");
	}
	find_times_draft &set_duration_minutes(std::int64_t value) {
		return keep(libapi_find_times_draft_set_duration_minutes(get(), value), "duration_minutes");
	}
	find_times_draft &unset_duration_minutes() {
		return keep(libapi_find_times_draft_unset_duration_minutes(get()), "duration_minutes");
	}
	find_times_draft &set_from(const text &value) {
		return keep(libapi_find_times_draft_set_from(get(), value.c_str()), "from");
	}
	find_times_draft &set_from_ms(instant value) {
		return keep(libapi_find_times_draft_set_from_ms(get(), value.time_since_epoch().count()), "from");
	}
	find_times_draft &unset_from() {
		return keep(libapi_find_times_draft_unset_from(get()), "from");
	}
	find_times_draft &set_to(const text &value) {
		return keep(libapi_find_times_draft_set_to(get(), value.c_str()), "to");
	}
	find_times_draft &set_to_ms(instant value) {
		return keep(libapi_find_times_draft_set_to_ms(get(), value.time_since_epoch().count()), "to");
	}
	find_times_draft &unset_to() {
		return keep(libapi_find_times_draft_unset_to(get()), "to");
	}
	find_times_draft &set_step_minutes(std::int64_t value) {
		return keep(libapi_find_times_draft_set_step_minutes(get(), value), "step_minutes");
	}
	find_times_draft &unset_step_minutes() {
		return keep(libapi_find_times_draft_unset_step_minutes(get()), "step_minutes");
	}
	find_times_draft &set_within_working_hours(bool value) {
		return keep(libapi_find_times_draft_set_within_working_hours(get(), value), "within_working_hours");
	}
	find_times_draft &unset_within_working_hours() {
		return keep(libapi_find_times_draft_unset_within_working_hours(get()), "within_working_hours");
	}
	find_times_draft &set_buffer_minutes(std::int64_t value) {
		return keep(libapi_find_times_draft_set_buffer_minutes(get(), value), "buffer_minutes");
	}
	find_times_draft &unset_buffer_minutes() {
		return keep(libapi_find_times_draft_unset_buffer_minutes(get()), "buffer_minutes");
	}
	find_times_draft &set_min_required(std::int64_t value) {
		return keep(libapi_find_times_draft_set_min_required(get(), value), "min_required");
	}
	find_times_draft &set_min_required_null() {
		return keep(libapi_find_times_draft_set_min_required_null(get()), "min_required");
	}
	find_times_draft &unset_min_required() {
		return keep(libapi_find_times_draft_unset_min_required(get()), "min_required");
	}
	find_times_draft &set_max_results(std::int64_t value) {
		return keep(libapi_find_times_draft_set_max_results(get(), value), "max_results");
	}
	find_times_draft &unset_max_results() {
		return keep(libapi_find_times_draft_unset_max_results(get()), "max_results");
	}
	std::string to_json() const {
		return detail::json_text(libapi_find_times_draft_to_json(get()));
	}
	static result<find_times_draft> try_from_json(std::string_view json) {
		return detail::give<find_times_draft>({}, [&](libapi_find_times_draft **out, libapi_error **why) {
			return libapi_find_times_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static find_times_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

} // namespace libapi

#endif
