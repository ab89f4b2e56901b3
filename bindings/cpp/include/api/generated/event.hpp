/**
 * api/generated/event.hpp: the types of api/event.h.
 *
 * Written by generator/cpp.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_GENERATED_EVENT_HPP
#define LIBAPI_GENERATED_EVENT_HPP

#include "api/event.h"
#include "api/cpp/list.hpp"

namespace libapi {

/** What the attendee answered. */
enum class later_answer_partstat : std::int32_t {
	unknown,
	needs_action,
	accepted,
	declined,
	tentative,
};
constexpr std::string_view to_text(later_answer_partstat value) {
	switch (value) {
	case later_answer_partstat::unknown:
		return "";
	case later_answer_partstat::needs_action:
		return "needs_action";
	case later_answer_partstat::accepted:
		return "accepted";
	case later_answer_partstat::declined:
		return "declined";
	case later_answer_partstat::tentative:
		return "tentative";
	}
	return "";
}

/** How much the attendee matters. */
enum class attendee_role : std::int32_t {
	unknown,
	required,
	optional,
	chair,
};
constexpr std::string_view to_text(attendee_role value) {
	switch (value) {
	case attendee_role::unknown:
		return "";
	case attendee_role::required:
		return "required";
	case attendee_role::optional:
		return "optional";
	case attendee_role::chair:
		return "chair";
	}
	return "";
}

/** What the attendee answered. */
enum class attendee_partstat : std::int32_t {
	unknown,
	needs_action,
	accepted,
	declined,
	tentative,
};
constexpr std::string_view to_text(attendee_partstat value) {
	switch (value) {
	case attendee_partstat::unknown:
		return "";
	case attendee_partstat::needs_action:
		return "needs_action";
	case attendee_partstat::accepted:
		return "accepted";
	case attendee_partstat::declined:
		return "declined";
	case attendee_partstat::tentative:
		return "tentative";
	}
	return "";
}

/** By whom; the server calls a webhook and a client displays. */
enum class reminder_method : std::int32_t {
	unknown,
	webhook,
	display,
};
constexpr std::string_view to_text(reminder_method value) {
	switch (value) {
	case reminder_method::unknown:
		return "";
	case reminder_method::webhook:
		return "webhook";
	case reminder_method::display:
		return "display";
	}
	return "";
}

/** Whether it will happen. */
enum class event_status : std::int32_t {
	unknown,
	confirmed,
	tentative,
	cancelled,
};
constexpr std::string_view to_text(event_status value) {
	switch (value) {
	case event_status::unknown:
		return "";
	case event_status::confirmed:
		return "confirmed";
	case event_status::tentative:
		return "tentative";
	case event_status::cancelled:
		return "cancelled";
	}
	return "";
}

/** Who sees what it is about; readers see private events masked. */
enum class event_visibility : std::int32_t {
	unknown,
	default_,
	public_,
	private_,
};
constexpr std::string_view to_text(event_visibility value) {
	switch (value) {
	case event_visibility::unknown:
		return "";
	case event_visibility::default_:
		return "default";
	case event_visibility::public_:
		return "public";
	case event_visibility::private_:
		return "private";
	}
	return "";
}

/** Whether it makes its people busy. */
enum class event_transparency : std::int32_t {
	unknown,
	opaque,
	transparent,
};
constexpr std::string_view to_text(event_transparency value) {
	switch (value) {
	case event_transparency::unknown:
		return "";
	case event_transparency::opaque:
		return "opaque";
	case event_transparency::transparent:
		return "transparent";
	}
	return "";
}

/** Whether a recurring event stands once or once per occurrence. */
enum class event_list_expand : std::int32_t {
	unknown,
	none,
	occurrences,
};
constexpr std::string_view to_text(event_list_expand value) {
	switch (value) {
	case event_list_expand::unknown:
		return "";
	case event_list_expand::none:
		return "none";
	case event_list_expand::occurrences:
		return "occurrences";
	}
	return "";
}

/** How much the attendee matters. */
enum class invitation_draft_role : std::int32_t {
	unknown,
	required,
	optional,
	chair,
};
constexpr std::string_view to_text(invitation_draft_role value) {
	switch (value) {
	case invitation_draft_role::unknown:
		return "";
	case invitation_draft_role::required:
		return "required";
	case invitation_draft_role::optional:
		return "optional";
	case invitation_draft_role::chair:
		return "chair";
	}
	return "";
}

/** The answer. */
enum class rsvp_draft_partstat : std::int32_t {
	unknown,
	needs_action,
	accepted,
	declined,
	tentative,
};
constexpr std::string_view to_text(rsvp_draft_partstat value) {
	switch (value) {
	case rsvp_draft_partstat::unknown:
		return "";
	case rsvp_draft_partstat::needs_action:
		return "needs_action";
	case rsvp_draft_partstat::accepted:
		return "accepted";
	case rsvp_draft_partstat::declined:
		return "declined";
	case rsvp_draft_partstat::tentative:
		return "tentative";
	}
	return "";
}

/** How an event repeats. Copies share it. */
class recurrence : public detail::counted<libapi_recurrence, libapi_recurrence_ref, libapi_recurrence_unref> {
public:
	using counted::counted;
	static recurrence share(const libapi_recurrence *borrowed) {
		return recurrence(hold(borrowed));
	}
	std::optional<std::string_view> rrule() const {
		return detail::maybe(libapi_recurrence_rrule(get()));
	}
	auto rdates() const {
		return detail::list<std::string_view, recurrence, libapi_recurrence_rdate_count, libapi_recurrence_rdate_at>(*this);
	}
	auto exdates() const {
		return detail::list<std::string_view, recurrence, libapi_recurrence_exdate_count, libapi_recurrence_exdate_at>(*this);
	}
	std::string to_json() const {
		return detail::json_text(libapi_recurrence_to_json(get()));
	}
};

/** An answer from one occurrence on. Copies share it. */
class later_answer : public detail::counted<libapi_later_answer, libapi_later_answer_ref, libapi_later_answer_unref> {
public:
	using counted::counted;
	static later_answer share(const libapi_later_answer *borrowed) {
		return later_answer(hold(borrowed));
	}
	std::string_view recurrence_id() const {
		return detail::view(libapi_later_answer_recurrence_id(get()));
	}
	libapi::later_answer_partstat partstat() const {
		return static_cast<libapi::later_answer_partstat>(libapi_later_answer_partstat(get()));
	}
	std::string_view partstat_text() const {
		return detail::view(libapi_later_answer_partstat_text(get()));
	}
	std::optional<std::string_view> comment() const {
		return detail::maybe(libapi_later_answer_comment(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_later_answer_to_json(get()));
	}
};

/** Somebody who is invited to an event. Copies share it. */
class attendee : public detail::counted<libapi_attendee, libapi_attendee_ref, libapi_attendee_unref> {
public:
	using counted::counted;
	static attendee share(const libapi_attendee *borrowed) {
		return attendee(hold(borrowed));
	}
	std::string_view email() const {
		return detail::view(libapi_attendee_email(get()));
	}
	std::optional<std::string_view> name() const {
		return detail::maybe(libapi_attendee_name(get()));
	}
	libapi::attendee_role role() const {
		return static_cast<libapi::attendee_role>(libapi_attendee_role(get()));
	}
	std::optional<std::string_view> role_text() const {
		return detail::maybe(libapi_attendee_role_text(get()));
	}
	libapi::attendee_partstat partstat() const {
		return static_cast<libapi::attendee_partstat>(libapi_attendee_partstat(get()));
	}
	std::optional<std::string_view> partstat_text() const {
		return detail::maybe(libapi_attendee_partstat_text(get()));
	}
	std::optional<std::string_view> comment() const {
		return detail::maybe(libapi_attendee_comment(get()));
	}
	auto partstat_from() const {
		return detail::list<libapi::later_answer, attendee, libapi_attendee_partstat_from_count, libapi_attendee_partstat_from_at>(*this);
	}
	std::optional<std::string_view> user_id() const {
		return detail::maybe(libapi_attendee_user_id(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_attendee_to_json(get()));
	}
};

/** Who called an event. Copies share it. */
class organizer : public detail::counted<libapi_organizer, libapi_organizer_ref, libapi_organizer_unref> {
public:
	using counted::counted;
	static organizer share(const libapi_organizer *borrowed) {
		return organizer(hold(borrowed));
	}
	std::optional<std::string_view> email() const {
		return detail::maybe(libapi_organizer_email(get()));
	}
	std::optional<std::string_view> name() const {
		return detail::maybe(libapi_organizer_name(get()));
	}
	std::optional<std::string_view> user_id() const {
		return detail::maybe(libapi_organizer_user_id(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_organizer_to_json(get()));
	}
};

/** When and how to be reminded of an event. Copies share it. */
class reminder : public detail::counted<libapi_reminder, libapi_reminder_ref, libapi_reminder_unref> {
public:
	using counted::counted;
	static reminder share(const libapi_reminder *borrowed) {
		return reminder(hold(borrowed));
	}
	libapi::reminder_method method() const {
		return static_cast<libapi::reminder_method>(libapi_reminder_method(get()));
	}
	std::string_view method_text() const {
		return detail::view(libapi_reminder_method_text(get()));
	}
	std::int64_t minutes_before() const {
		return libapi_reminder_minutes_before(get());
	}
	std::string to_json() const {
		return detail::json_text(libapi_reminder_to_json(get()));
	}
};

/** An event of a calendar. Copies share it. */
class event : public detail::counted<libapi_event, libapi_event_ref, libapi_event_unref> {
public:
	using counted::counted;
	static event share(const libapi_event *borrowed) {
		return event(hold(borrowed));
	}
	std::string_view id() const {
		return detail::view(libapi_event_id(get()));
	}
	std::string_view calendar_id() const {
		return detail::view(libapi_event_calendar_id(get()));
	}
	std::optional<std::string_view> uid() const {
		return detail::maybe(libapi_event_uid(get()));
	}
	std::string_view title() const {
		return detail::view(libapi_event_title(get()));
	}
	std::optional<std::string_view> description() const {
		return detail::maybe(libapi_event_description(get()));
	}
	std::optional<std::string_view> location() const {
		return detail::maybe(libapi_event_location(get()));
	}
	std::optional<std::string_view> url() const {
		return detail::maybe(libapi_event_url(get()));
	}
	bool is_all_day() const {
		return libapi_event_is_all_day(get()) != 0;
	}
	std::optional<std::string_view> start_time() const {
		return detail::maybe(libapi_event_start_time(get()));
	}
	std::optional<instant> start_time_instant() const {
		return detail::maybe_instant(libapi_event_start_time_ms(get()));
	}
	std::optional<std::string_view> end_time() const {
		return detail::maybe(libapi_event_end_time(get()));
	}
	std::optional<instant> end_time_instant() const {
		return detail::maybe_instant(libapi_event_end_time_ms(get()));
	}
	std::optional<std::string_view> start_date() const {
		return detail::maybe(libapi_event_start_date(get()));
	}
	std::optional<std::string_view> end_date() const {
		return detail::maybe(libapi_event_end_date(get()));
	}
	std::optional<std::string_view> time_zone() const {
		return detail::maybe(libapi_event_time_zone(get()));
	}
	bool floating() const {
		return libapi_event_floating(get()) != 0;
	}
	std::optional<libapi::recurrence> recurrence() const {
		return detail::maybe_record<libapi::recurrence>(libapi_event_recurrence(get()));
	}
	std::optional<std::string_view> series_id() const {
		return detail::maybe(libapi_event_series_id(get()));
	}
	std::optional<std::string_view> recurrence_id() const {
		return detail::maybe(libapi_event_recurrence_id(get()));
	}
	bool is_exception() const {
		return libapi_event_is_exception(get()) != 0;
	}
	libapi::event_status status() const {
		return static_cast<libapi::event_status>(libapi_event_status(get()));
	}
	std::string_view status_text() const {
		return detail::view(libapi_event_status_text(get()));
	}
	libapi::event_visibility visibility() const {
		return static_cast<libapi::event_visibility>(libapi_event_visibility(get()));
	}
	std::optional<std::string_view> visibility_text() const {
		return detail::maybe(libapi_event_visibility_text(get()));
	}
	libapi::event_transparency transparency() const {
		return static_cast<libapi::event_transparency>(libapi_event_transparency(get()));
	}
	std::string_view transparency_text() const {
		return detail::view(libapi_event_transparency_text(get()));
	}
	auto attendees() const {
		return detail::list<libapi::attendee, event, libapi_event_attendee_count, libapi_event_attendee_at>(*this);
	}
	std::optional<libapi::organizer> organizer() const {
		return detail::maybe_record<libapi::organizer>(libapi_event_organizer(get()));
	}
	auto reminders() const {
		return detail::list<libapi::reminder, event, libapi_event_reminder_count, libapi_event_reminder_at>(*this);
	}
	auto categories() const {
		return detail::list<std::string_view, event, libapi_event_category_count, libapi_event_category_at>(*this);
	}
	std::optional<std::string_view> color() const {
		return detail::maybe(libapi_event_color(get()));
	}
	auto metadata() const {
		return detail::map<event, libapi_event_metadata_count, libapi_event_metadata_key_at, libapi_event_metadata_value_at, libapi_event_metadata_get>(*this);
	}
	bool masked() const {
		return libapi_event_masked(get()) != 0;
	}
	std::int64_t sequence() const {
		return libapi_event_sequence(get());
	}
	std::int64_t version() const {
		return libapi_event_version(get());
	}
	std::optional<std::string_view> creator_user_id() const {
		return detail::maybe(libapi_event_creator_user_id(get()));
	}
	std::optional<std::string_view> split_from() const {
		return detail::maybe(libapi_event_split_from(get()));
	}
	std::optional<std::string_view> created_at() const {
		return detail::maybe(libapi_event_created_at(get()));
	}
	std::optional<instant> created_at_instant() const {
		return detail::maybe_instant(libapi_event_created_at_ms(get()));
	}
	std::optional<std::string_view> updated_at() const {
		return detail::maybe(libapi_event_updated_at(get()));
	}
	std::optional<instant> updated_at_instant() const {
		return detail::maybe_instant(libapi_event_updated_at_ms(get()));
	}
	std::optional<std::string_view> deleted_at() const {
		return detail::maybe(libapi_event_deleted_at(get()));
	}
	std::optional<instant> deleted_at_instant() const {
		return detail::maybe_instant(libapi_event_deleted_at_ms(get()));
	}
	auto dropped_exceptions() const {
		return detail::list<std::string_view, event, libapi_event_dropped_exception_count, libapi_event_dropped_exception_at>(*this);
	}
	std::string to_json() const {
		return detail::json_text(libapi_event_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_event **out, libapi_error **why) {
		return libapi_call_take_event(call, out, why);
	}
};

/** How an event repeats. */
class recurrence_draft
	: public detail::builder<recurrence_draft, libapi_recurrence_draft, libapi_recurrence_draft_new, libapi_recurrence_draft_free> {
public:
	using builder::builder;
	recurrence_draft &set_rrule(const text &value) {
		return keep(libapi_recurrence_draft_set_rrule(get(), value.c_str()), "rrule");
	}
	recurrence_draft &set_rrule_null() {
		return keep(libapi_recurrence_draft_set_rrule_null(get()), "rrule");
	}
	recurrence_draft &unset_rrule() {
		return keep(libapi_recurrence_draft_unset_rrule(get()), "rrule");
	}
	recurrence_draft &add_rdate(const text &value) {
		return keep(libapi_recurrence_draft_add_rdate(get(), value.c_str()), "rdates");
	}
	recurrence_draft &clear_rdates() {
		return keep(libapi_recurrence_draft_clear_rdates(get()), "rdates");
	}
	recurrence_draft &unset_rdates() {
		return keep(libapi_recurrence_draft_unset_rdates(get()), "rdates");
	}
	recurrence_draft &add_exdate(const text &value) {
		return keep(libapi_recurrence_draft_add_exdate(get(), value.c_str()), "exdates");
	}
	recurrence_draft &clear_exdates() {
		return keep(libapi_recurrence_draft_clear_exdates(get()), "exdates");
	}
	recurrence_draft &unset_exdates() {
		return keep(libapi_recurrence_draft_unset_exdates(get()), "exdates");
	}
	std::string to_json() const {
		return detail::json_text(libapi_recurrence_draft_to_json(get()));
	}
	static result<recurrence_draft> try_from_json(std::string_view json) {
		return detail::give<recurrence_draft>({}, [&](libapi_recurrence_draft **out, libapi_error **why) {
			return libapi_recurrence_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static recurrence_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** Somebody who is invited to an event. */
class attendee_draft
	: public detail::builder<attendee_draft, libapi_attendee_draft, libapi_attendee_draft_new, libapi_attendee_draft_free> {
public:
	using builder::builder;
	attendee_draft &set_email(const text &value) {
		return keep(libapi_attendee_draft_set_email(get(), value.c_str()), "email");
	}
	attendee_draft &unset_email() {
		return keep(libapi_attendee_draft_unset_email(get()), "email");
	}
	attendee_draft &set_name(const text &value) {
		return keep(libapi_attendee_draft_set_name(get(), value.c_str()), "name");
	}
	attendee_draft &set_name_null() {
		return keep(libapi_attendee_draft_set_name_null(get()), "name");
	}
	attendee_draft &unset_name() {
		return keep(libapi_attendee_draft_unset_name(get()), "name");
	}
	attendee_draft &set_role(libapi::attendee_role value) {
		return keep(libapi_attendee_draft_set_role(get(), static_cast<std::int32_t>(value)), "role");
	}
	attendee_draft &unset_role() {
		return keep(libapi_attendee_draft_unset_role(get()), "role");
	}
	attendee_draft &set_partstat(libapi::attendee_partstat value) {
		return keep(libapi_attendee_draft_set_partstat(get(), static_cast<std::int32_t>(value)), "partstat");
	}
	attendee_draft &unset_partstat() {
		return keep(libapi_attendee_draft_unset_partstat(get()), "partstat");
	}
	attendee_draft &set_comment(const text &value) {
		return keep(libapi_attendee_draft_set_comment(get(), value.c_str()), "comment");
	}
	attendee_draft &set_comment_null() {
		return keep(libapi_attendee_draft_set_comment_null(get()), "comment");
	}
	attendee_draft &unset_comment() {
		return keep(libapi_attendee_draft_unset_comment(get()), "comment");
	}
	std::string to_json() const {
		return detail::json_text(libapi_attendee_draft_to_json(get()));
	}
	static result<attendee_draft> try_from_json(std::string_view json) {
		return detail::give<attendee_draft>({}, [&](libapi_attendee_draft **out, libapi_error **why) {
			return libapi_attendee_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static attendee_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** When and how to be reminded of an event. */
class reminder_draft
	: public detail::builder<reminder_draft, libapi_reminder_draft, libapi_reminder_draft_new, libapi_reminder_draft_free> {
public:
	using builder::builder;
	reminder_draft &set_method(libapi::reminder_method value) {
		return keep(libapi_reminder_draft_set_method(get(), static_cast<std::int32_t>(value)), "method");
	}
	reminder_draft &unset_method() {
		return keep(libapi_reminder_draft_unset_method(get()), "method");
	}
	reminder_draft &set_minutes_before(std::int64_t value) {
		return keep(libapi_reminder_draft_set_minutes_before(get(), value), "minutes_before");
	}
	reminder_draft &unset_minutes_before() {
		return keep(libapi_reminder_draft_unset_minutes_before(get()), "minutes_before");
	}
	std::string to_json() const {
		return detail::json_text(libapi_reminder_draft_to_json(get()));
	}
	static result<reminder_draft> try_from_json(std::string_view json) {
		return detail::give<reminder_draft>({}, [&](libapi_reminder_draft **out, libapi_error **why) {
			return libapi_reminder_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static reminder_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** An event to be created or to replace another. */
class event_draft
	: public detail::builder<event_draft, libapi_event_draft, libapi_event_draft_new, libapi_event_draft_free> {
public:
	using builder::builder;
	event_draft &set_id(const text &value) {
		return keep(libapi_event_draft_set_id(get(), value.c_str()), "id");
	}
	event_draft &unset_id() {
		return keep(libapi_event_draft_unset_id(get()), "id");
	}
	event_draft &set_uid(const text &value) {
		return keep(libapi_event_draft_set_uid(get(), value.c_str()), "uid");
	}
	event_draft &unset_uid() {
		return keep(libapi_event_draft_unset_uid(get()), "uid");
	}
	event_draft &set_title(const text &value) {
		return keep(libapi_event_draft_set_title(get(), value.c_str()), "title");
	}
	event_draft &unset_title() {
		return keep(libapi_event_draft_unset_title(get()), "title");
	}
	event_draft &set_description(const text &value) {
		return keep(libapi_event_draft_set_description(get(), value.c_str()), "description");
	}
	event_draft &set_description_null() {
		return keep(libapi_event_draft_set_description_null(get()), "description");
	}
	event_draft &unset_description() {
		return keep(libapi_event_draft_unset_description(get()), "description");
	}
	event_draft &set_location(const text &value) {
		return keep(libapi_event_draft_set_location(get(), value.c_str()), "location");
	}
	event_draft &set_location_null() {
		return keep(libapi_event_draft_set_location_null(get()), "location");
	}
	event_draft &unset_location() {
		return keep(libapi_event_draft_unset_location(get()), "location");
	}
	event_draft &set_url(const text &value) {
		return keep(libapi_event_draft_set_url(get(), value.c_str()), "url");
	}
	event_draft &set_url_null() {
		return keep(libapi_event_draft_set_url_null(get()), "url");
	}
	event_draft &unset_url() {
		return keep(libapi_event_draft_unset_url(get()), "url");
	}
	event_draft &set_is_all_day(bool value) {
		return keep(libapi_event_draft_set_is_all_day(get(), value), "is_all_day");
	}
	event_draft &unset_is_all_day() {
		return keep(libapi_event_draft_unset_is_all_day(get()), "is_all_day");
	}
	event_draft &set_start_time(const text &value) {
		return keep(libapi_event_draft_set_start_time(get(), value.c_str()), "start_time");
	}
	event_draft &set_start_time_ms(instant value) {
		return keep(libapi_event_draft_set_start_time_ms(get(), value.time_since_epoch().count()), "start_time");
	}
	event_draft &set_start_time_date(const text &date) {
		return keep(libapi_event_draft_set_start_time_date(get(), date.c_str()), "start_time");
	}
	event_draft &set_start_time_floating(const text &local_time) {
		return keep(libapi_event_draft_set_start_time_floating(get(), local_time.c_str()), "start_time");
	}
	event_draft &set_start_time_zoned(const text &local_time, const text &time_zone) {
		return keep(libapi_event_draft_set_start_time_zoned(get(), local_time.c_str(), time_zone.c_str()), "start_time");
	}
	event_draft &set_start_time_null() {
		return keep(libapi_event_draft_set_start_time_null(get()), "start_time");
	}
	event_draft &unset_start_time() {
		return keep(libapi_event_draft_unset_start_time(get()), "start_time");
	}
	event_draft &set_end_time(const text &value) {
		return keep(libapi_event_draft_set_end_time(get(), value.c_str()), "end_time");
	}
	event_draft &set_end_time_ms(instant value) {
		return keep(libapi_event_draft_set_end_time_ms(get(), value.time_since_epoch().count()), "end_time");
	}
	event_draft &set_end_time_date(const text &date) {
		return keep(libapi_event_draft_set_end_time_date(get(), date.c_str()), "end_time");
	}
	event_draft &set_end_time_floating(const text &local_time) {
		return keep(libapi_event_draft_set_end_time_floating(get(), local_time.c_str()), "end_time");
	}
	event_draft &set_end_time_zoned(const text &local_time, const text &time_zone) {
		return keep(libapi_event_draft_set_end_time_zoned(get(), local_time.c_str(), time_zone.c_str()), "end_time");
	}
	event_draft &set_end_time_null() {
		return keep(libapi_event_draft_set_end_time_null(get()), "end_time");
	}
	event_draft &unset_end_time() {
		return keep(libapi_event_draft_unset_end_time(get()), "end_time");
	}
	event_draft &set_start_date(const text &value) {
		return keep(libapi_event_draft_set_start_date(get(), value.c_str()), "start_date");
	}
	event_draft &set_start_date_null() {
		return keep(libapi_event_draft_set_start_date_null(get()), "start_date");
	}
	event_draft &unset_start_date() {
		return keep(libapi_event_draft_unset_start_date(get()), "start_date");
	}
	event_draft &set_end_date(const text &value) {
		return keep(libapi_event_draft_set_end_date(get(), value.c_str()), "end_date");
	}
	event_draft &set_end_date_null() {
		return keep(libapi_event_draft_set_end_date_null(get()), "end_date");
	}
	event_draft &unset_end_date() {
		return keep(libapi_event_draft_unset_end_date(get()), "end_date");
	}
	event_draft &set_time_zone(const text &value) {
		return keep(libapi_event_draft_set_time_zone(get(), value.c_str()), "time_zone");
	}
	event_draft &set_time_zone_null() {
		return keep(libapi_event_draft_set_time_zone_null(get()), "time_zone");
	}
	event_draft &unset_time_zone() {
		return keep(libapi_event_draft_unset_time_zone(get()), "time_zone");
	}
	event_draft &set_floating(bool value) {
		return keep(libapi_event_draft_set_floating(get(), value), "floating");
	}
	event_draft &unset_floating() {
		return keep(libapi_event_draft_unset_floating(get()), "floating");
	}
	event_draft &set_recurrence(const recurrence_draft &value) {
		return keep_child(value.refused(), libapi_event_draft_set_recurrence(get(), value.get()), "recurrence");
	}
	event_draft &set_recurrence_null() {
		return keep(libapi_event_draft_set_recurrence_null(get()), "recurrence");
	}
	event_draft &unset_recurrence() {
		return keep(libapi_event_draft_unset_recurrence(get()), "recurrence");
	}
	event_draft &set_status(libapi::event_status value) {
		return keep(libapi_event_draft_set_status(get(), static_cast<std::int32_t>(value)), "status");
	}
	event_draft &unset_status() {
		return keep(libapi_event_draft_unset_status(get()), "status");
	}
	event_draft &set_visibility(libapi::event_visibility value) {
		return keep(libapi_event_draft_set_visibility(get(), static_cast<std::int32_t>(value)), "visibility");
	}
	event_draft &unset_visibility() {
		return keep(libapi_event_draft_unset_visibility(get()), "visibility");
	}
	event_draft &set_transparency(libapi::event_transparency value) {
		return keep(libapi_event_draft_set_transparency(get(), static_cast<std::int32_t>(value)), "transparency");
	}
	event_draft &unset_transparency() {
		return keep(libapi_event_draft_unset_transparency(get()), "transparency");
	}
	event_draft &add_attendee(const attendee_draft &value) {
		return keep_child(value.refused(), libapi_event_draft_add_attendee(get(), value.get()), "attendees");
	}
	event_draft &clear_attendees() {
		return keep(libapi_event_draft_clear_attendees(get()), "attendees");
	}
	event_draft &unset_attendees() {
		return keep(libapi_event_draft_unset_attendees(get()), "attendees");
	}
	event_draft &add_reminder(const reminder_draft &value) {
		return keep_child(value.refused(), libapi_event_draft_add_reminder(get(), value.get()), "reminders");
	}
	event_draft &clear_reminders() {
		return keep(libapi_event_draft_clear_reminders(get()), "reminders");
	}
	event_draft &unset_reminders() {
		return keep(libapi_event_draft_unset_reminders(get()), "reminders");
	}
	event_draft &add_category(const text &value) {
		return keep(libapi_event_draft_add_category(get(), value.c_str()), "categories");
	}
	event_draft &clear_categories() {
		return keep(libapi_event_draft_clear_categories(get()), "categories");
	}
	event_draft &unset_categories() {
		return keep(libapi_event_draft_unset_categories(get()), "categories");
	}
	event_draft &set_color(const text &value) {
		return keep(libapi_event_draft_set_color(get(), value.c_str()), "color");
	}
	event_draft &set_color_null() {
		return keep(libapi_event_draft_set_color_null(get()), "color");
	}
	event_draft &unset_color() {
		return keep(libapi_event_draft_unset_color(get()), "color");
	}
	event_draft &set_metadata(const text &key, const text &value) {
		return keep(libapi_event_draft_set_metadata(get(), key.c_str(), value.c_str()), "metadata");
	}
	event_draft &clear_metadata() {
		return keep(libapi_event_draft_clear_metadata(get()), "metadata");
	}
	event_draft &unset_metadata() {
		return keep(libapi_event_draft_unset_metadata(get()), "metadata");
	}
	std::string to_json() const {
		return detail::json_text(libapi_event_draft_to_json(get()));
	}
	static result<event_draft> try_from_json(std::string_view json) {
		return detail::give<event_draft>({}, [&](libapi_event_draft **out, libapi_error **why) {
			return libapi_event_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static event_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** One page of events. Copies share it. */
class event_page : public detail::counted<libapi_event_page, libapi_event_page_ref, libapi_event_page_unref> {
public:
	using counted::counted;
	static event_page share(const libapi_event_page *borrowed) {
		return event_page(hold(borrowed));
	}
	auto items() const {
		return detail::list<libapi::event, event_page, libapi_event_page_count, libapi_event_page_at>(*this);
	}
	std::optional<std::string_view> next_cursor() const {
		return detail::maybe(libapi_event_page_next_cursor(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_event_page_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_event_page **out, libapi_error **why) {
		return libapi_call_take_event_page(call, out, why);
	}
};

/** The query parameters of listEvents. */
class event_list_query
	: public detail::builder<event_list_query, libapi_event_list_query, libapi_event_list_query_new, libapi_event_list_query_free> {
public:
	using builder::builder;
	event_list_query &set_from(const text &value) {
		return keep(libapi_event_list_query_set_from(get(), value.c_str()), "from");
	}
	event_list_query &set_from_ms(instant value) {
		return keep(libapi_event_list_query_set_from_ms(get(), value.time_since_epoch().count()), "from");
	}
	event_list_query &unset_from() {
		return keep(libapi_event_list_query_unset_from(get()), "from");
	}
	event_list_query &set_to(const text &value) {
		return keep(libapi_event_list_query_set_to(get(), value.c_str()), "to");
	}
	event_list_query &set_to_ms(instant value) {
		return keep(libapi_event_list_query_set_to_ms(get(), value.time_since_epoch().count()), "to");
	}
	event_list_query &unset_to() {
		return keep(libapi_event_list_query_unset_to(get()), "to");
	}
	event_list_query &set_expand(libapi::event_list_expand value) {
		return keep(libapi_event_list_query_set_expand(get(), static_cast<std::int32_t>(value)), "expand");
	}
	event_list_query &unset_expand() {
		return keep(libapi_event_list_query_unset_expand(get()), "expand");
	}
	event_list_query &set_time_zone(const text &value) {
		return keep(libapi_event_list_query_set_time_zone(get(), value.c_str()), "time_zone");
	}
	event_list_query &unset_time_zone() {
		return keep(libapi_event_list_query_unset_time_zone(get()), "time_zone");
	}
	event_list_query &set_status(libapi::event_status value) {
		return keep(libapi_event_list_query_set_status(get(), static_cast<std::int32_t>(value)), "status");
	}
	event_list_query &unset_status() {
		return keep(libapi_event_list_query_unset_status(get()), "status");
	}
	event_list_query &set_uid(const text &value) {
		return keep(libapi_event_list_query_set_uid(get(), value.c_str()), "uid");
	}
	event_list_query &unset_uid() {
		return keep(libapi_event_list_query_unset_uid(get()), "uid");
	}
	event_list_query &set_category(const text &value) {
		return keep(libapi_event_list_query_set_category(get(), value.c_str()), "category");
	}
	event_list_query &unset_category() {
		return keep(libapi_event_list_query_unset_category(get()), "category");
	}
	event_list_query &set_updated_since(const text &value) {
		return keep(libapi_event_list_query_set_updated_since(get(), value.c_str()), "updated_since");
	}
	event_list_query &set_updated_since_ms(instant value) {
		return keep(libapi_event_list_query_set_updated_since_ms(get(), value.time_since_epoch().count()), "updated_since");
	}
	event_list_query &unset_updated_since() {
		return keep(libapi_event_list_query_unset_updated_since(get()), "updated_since");
	}
	event_list_query &set_include_deleted(bool value) {
		return keep(libapi_event_list_query_set_include_deleted(get(), value), "include_deleted");
	}
	event_list_query &unset_include_deleted() {
		return keep(libapi_event_list_query_unset_include_deleted(get()), "include_deleted");
	}
	event_list_query &set_fields(const text &value) {
		return keep(libapi_event_list_query_set_fields(get(), value.c_str()), "fields");
	}
	event_list_query &unset_fields() {
		return keep(libapi_event_list_query_unset_fields(get()), "fields");
	}
	event_list_query &set_limit(std::int64_t value) {
		return keep(libapi_event_list_query_set_limit(get(), value), "limit");
	}
	event_list_query &unset_limit() {
		return keep(libapi_event_list_query_unset_limit(get()), "limit");
	}
	event_list_query &set_cursor(const text &value) {
		return keep(libapi_event_list_query_set_cursor(get(), value.c_str()), "cursor");
	}
	event_list_query &unset_cursor() {
		return keep(libapi_event_list_query_unset_cursor(get()), "cursor");
	}
};

/** The query parameters of getEvent. */
class event_get_query
	: public detail::builder<event_get_query, libapi_event_get_query, libapi_event_get_query_new, libapi_event_get_query_free> {
public:
	using builder::builder;
	event_get_query &set_time_zone(const text &value) {
		return keep(libapi_event_get_query_set_time_zone(get(), value.c_str()), "time_zone");
	}
	event_get_query &unset_time_zone() {
		return keep(libapi_event_get_query_unset_time_zone(get()), "time_zone");
	}
};

/** Changes to an event. */
class event_patch
	: public detail::builder<event_patch, libapi_event_patch, libapi_event_patch_new, libapi_event_patch_free> {
public:
	using builder::builder;
	event_patch &set_calendar_id(const text &value) {
		return keep(libapi_event_patch_set_calendar_id(get(), value.c_str()), "calendar_id");
	}
	event_patch &unset_calendar_id() {
		return keep(libapi_event_patch_unset_calendar_id(get()), "calendar_id");
	}
	event_patch &set_uid(const text &value) {
		return keep(libapi_event_patch_set_uid(get(), value.c_str()), "uid");
	}
	event_patch &unset_uid() {
		return keep(libapi_event_patch_unset_uid(get()), "uid");
	}
	event_patch &set_title(const text &value) {
		return keep(libapi_event_patch_set_title(get(), value.c_str()), "title");
	}
	event_patch &unset_title() {
		return keep(libapi_event_patch_unset_title(get()), "title");
	}
	event_patch &set_description(const text &value) {
		return keep(libapi_event_patch_set_description(get(), value.c_str()), "description");
	}
	event_patch &set_description_null() {
		return keep(libapi_event_patch_set_description_null(get()), "description");
	}
	event_patch &unset_description() {
		return keep(libapi_event_patch_unset_description(get()), "description");
	}
	event_patch &set_location(const text &value) {
		return keep(libapi_event_patch_set_location(get(), value.c_str()), "location");
	}
	event_patch &set_location_null() {
		return keep(libapi_event_patch_set_location_null(get()), "location");
	}
	event_patch &unset_location() {
		return keep(libapi_event_patch_unset_location(get()), "location");
	}
	event_patch &set_url(const text &value) {
		return keep(libapi_event_patch_set_url(get(), value.c_str()), "url");
	}
	event_patch &set_url_null() {
		return keep(libapi_event_patch_set_url_null(get()), "url");
	}
	event_patch &unset_url() {
		return keep(libapi_event_patch_unset_url(get()), "url");
	}
	event_patch &set_is_all_day(bool value) {
		return keep(libapi_event_patch_set_is_all_day(get(), value), "is_all_day");
	}
	event_patch &unset_is_all_day() {
		return keep(libapi_event_patch_unset_is_all_day(get()), "is_all_day");
	}
	event_patch &set_start_time(const text &value) {
		return keep(libapi_event_patch_set_start_time(get(), value.c_str()), "start_time");
	}
	event_patch &set_start_time_ms(instant value) {
		return keep(libapi_event_patch_set_start_time_ms(get(), value.time_since_epoch().count()), "start_time");
	}
	event_patch &set_start_time_date(const text &date) {
		return keep(libapi_event_patch_set_start_time_date(get(), date.c_str()), "start_time");
	}
	event_patch &set_start_time_floating(const text &local_time) {
		return keep(libapi_event_patch_set_start_time_floating(get(), local_time.c_str()), "start_time");
	}
	event_patch &set_start_time_zoned(const text &local_time, const text &time_zone) {
		return keep(libapi_event_patch_set_start_time_zoned(get(), local_time.c_str(), time_zone.c_str()), "start_time");
	}
	event_patch &set_start_time_null() {
		return keep(libapi_event_patch_set_start_time_null(get()), "start_time");
	}
	event_patch &unset_start_time() {
		return keep(libapi_event_patch_unset_start_time(get()), "start_time");
	}
	event_patch &set_end_time(const text &value) {
		return keep(libapi_event_patch_set_end_time(get(), value.c_str()), "end_time");
	}
	event_patch &set_end_time_ms(instant value) {
		return keep(libapi_event_patch_set_end_time_ms(get(), value.time_since_epoch().count()), "end_time");
	}
	event_patch &set_end_time_date(const text &date) {
		return keep(libapi_event_patch_set_end_time_date(get(), date.c_str()), "end_time");
	}
	event_patch &set_end_time_floating(const text &local_time) {
		return keep(libapi_event_patch_set_end_time_floating(get(), local_time.c_str()), "end_time");
	}
	event_patch &set_end_time_zoned(const text &local_time, const text &time_zone) {
		return keep(libapi_event_patch_set_end_time_zoned(get(), local_time.c_str(), time_zone.c_str()), "end_time");
	}
	event_patch &set_end_time_null() {
		return keep(libapi_event_patch_set_end_time_null(get()), "end_time");
	}
	event_patch &unset_end_time() {
		return keep(libapi_event_patch_unset_end_time(get()), "end_time");
	}
	event_patch &set_start_date(const text &value) {
		return keep(libapi_event_patch_set_start_date(get(), value.c_str()), "start_date");
	}
	event_patch &set_start_date_null() {
		return keep(libapi_event_patch_set_start_date_null(get()), "start_date");
	}
	event_patch &unset_start_date() {
		return keep(libapi_event_patch_unset_start_date(get()), "start_date");
	}
	event_patch &set_end_date(const text &value) {
		return keep(libapi_event_patch_set_end_date(get(), value.c_str()), "end_date");
	}
	event_patch &set_end_date_null() {
		return keep(libapi_event_patch_set_end_date_null(get()), "end_date");
	}
	event_patch &unset_end_date() {
		return keep(libapi_event_patch_unset_end_date(get()), "end_date");
	}
	event_patch &set_time_zone(const text &value) {
		return keep(libapi_event_patch_set_time_zone(get(), value.c_str()), "time_zone");
	}
	event_patch &set_time_zone_null() {
		return keep(libapi_event_patch_set_time_zone_null(get()), "time_zone");
	}
	event_patch &unset_time_zone() {
		return keep(libapi_event_patch_unset_time_zone(get()), "time_zone");
	}
	event_patch &set_floating(bool value) {
		return keep(libapi_event_patch_set_floating(get(), value), "floating");
	}
	event_patch &unset_floating() {
		return keep(libapi_event_patch_unset_floating(get()), "floating");
	}
	event_patch &set_recurrence(const recurrence_draft &value) {
		return keep_child(value.refused(), libapi_event_patch_set_recurrence(get(), value.get()), "recurrence");
	}
	event_patch &set_recurrence_null() {
		return keep(libapi_event_patch_set_recurrence_null(get()), "recurrence");
	}
	event_patch &unset_recurrence() {
		return keep(libapi_event_patch_unset_recurrence(get()), "recurrence");
	}
	event_patch &set_status(libapi::event_status value) {
		return keep(libapi_event_patch_set_status(get(), static_cast<std::int32_t>(value)), "status");
	}
	event_patch &unset_status() {
		return keep(libapi_event_patch_unset_status(get()), "status");
	}
	event_patch &set_visibility(libapi::event_visibility value) {
		return keep(libapi_event_patch_set_visibility(get(), static_cast<std::int32_t>(value)), "visibility");
	}
	event_patch &unset_visibility() {
		return keep(libapi_event_patch_unset_visibility(get()), "visibility");
	}
	event_patch &set_transparency(libapi::event_transparency value) {
		return keep(libapi_event_patch_set_transparency(get(), static_cast<std::int32_t>(value)), "transparency");
	}
	event_patch &unset_transparency() {
		return keep(libapi_event_patch_unset_transparency(get()), "transparency");
	}
	event_patch &add_reminder(const reminder_draft &value) {
		return keep_child(value.refused(), libapi_event_patch_add_reminder(get(), value.get()), "reminders");
	}
	event_patch &clear_reminders() {
		return keep(libapi_event_patch_clear_reminders(get()), "reminders");
	}
	event_patch &unset_reminders() {
		return keep(libapi_event_patch_unset_reminders(get()), "reminders");
	}
	event_patch &add_category(const text &value) {
		return keep(libapi_event_patch_add_category(get(), value.c_str()), "categories");
	}
	event_patch &clear_categories() {
		return keep(libapi_event_patch_clear_categories(get()), "categories");
	}
	event_patch &unset_categories() {
		return keep(libapi_event_patch_unset_categories(get()), "categories");
	}
	event_patch &set_color(const text &value) {
		return keep(libapi_event_patch_set_color(get(), value.c_str()), "color");
	}
	event_patch &set_color_null() {
		return keep(libapi_event_patch_set_color_null(get()), "color");
	}
	event_patch &unset_color() {
		return keep(libapi_event_patch_unset_color(get()), "color");
	}
	event_patch &set_metadata(const text &key, const text &value) {
		return keep(libapi_event_patch_set_metadata(get(), key.c_str(), value.c_str()), "metadata");
	}
	event_patch &set_metadata_null(const text &key) {
		return keep(libapi_event_patch_set_metadata_null(get(), key.c_str()), "metadata");
	}
	event_patch &unset_metadata() {
		return keep(libapi_event_patch_unset_metadata(get()), "metadata");
	}
	std::string to_json() const {
		return detail::json_text(libapi_event_patch_to_json(get()));
	}
	static result<event_patch> try_from_json(std::string_view json) {
		return detail::give<event_patch>({}, [&](libapi_event_patch **out, libapi_error **why) {
			return libapi_event_patch_from_json(json.data(), json.size(), out, why);
		});
	}
	static event_patch from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** The query parameters of updateEvent. */
class event_update_query
	: public detail::builder<event_update_query, libapi_event_update_query, libapi_event_update_query_new, libapi_event_update_query_free> {
public:
	using builder::builder;
	event_update_query &set_drop_exceptions(bool value) {
		return keep(libapi_event_update_query_set_drop_exceptions(get(), value), "drop_exceptions");
	}
	event_update_query &unset_drop_exceptions() {
		return keep(libapi_event_update_query_unset_drop_exceptions(get()), "drop_exceptions");
	}
};

/** The query parameters of listAgenda. */
class agenda_list_query
	: public detail::builder<agenda_list_query, libapi_agenda_list_query, libapi_agenda_list_query_new, libapi_agenda_list_query_free> {
public:
	using builder::builder;
	agenda_list_query &add_calendar_id(const text &value) {
		return keep(libapi_agenda_list_query_add_calendar_id(get(), value.c_str()), "calendar_ids");
	}
	agenda_list_query &clear_calendar_ids() {
		return keep(libapi_agenda_list_query_clear_calendar_ids(get()), "calendar_ids");
	}
	agenda_list_query &unset_calendar_ids() {
		return keep(libapi_agenda_list_query_unset_calendar_ids(get()), "calendar_ids");
	}
	agenda_list_query &set_from(const text &value) {
		return keep(libapi_agenda_list_query_set_from(get(), value.c_str()), "from");
	}
	agenda_list_query &set_from_ms(instant value) {
		return keep(libapi_agenda_list_query_set_from_ms(get(), value.time_since_epoch().count()), "from");
	}
	agenda_list_query &unset_from() {
		return keep(libapi_agenda_list_query_unset_from(get()), "from");
	}
	agenda_list_query &set_to(const text &value) {
		return keep(libapi_agenda_list_query_set_to(get(), value.c_str()), "to");
	}
	agenda_list_query &set_to_ms(instant value) {
		return keep(libapi_agenda_list_query_set_to_ms(get(), value.time_since_epoch().count()), "to");
	}
	agenda_list_query &unset_to() {
		return keep(libapi_agenda_list_query_unset_to(get()), "to");
	}
	agenda_list_query &set_time_zone(const text &value) {
		return keep(libapi_agenda_list_query_set_time_zone(get(), value.c_str()), "time_zone");
	}
	agenda_list_query &unset_time_zone() {
		return keep(libapi_agenda_list_query_unset_time_zone(get()), "time_zone");
	}
	agenda_list_query &set_limit(std::int64_t value) {
		return keep(libapi_agenda_list_query_set_limit(get(), value), "limit");
	}
	agenda_list_query &unset_limit() {
		return keep(libapi_agenda_list_query_unset_limit(get()), "limit");
	}
	agenda_list_query &set_cursor(const text &value) {
		return keep(libapi_agenda_list_query_set_cursor(get(), value.c_str()), "cursor");
	}
	agenda_list_query &unset_cursor() {
		return keep(libapi_agenda_list_query_unset_cursor(get()), "cursor");
	}
};

/** The query parameters of searchEvents. */
class event_search_query
	: public detail::builder<event_search_query, libapi_event_search_query, libapi_event_search_query_new, libapi_event_search_query_free> {
public:
	using builder::builder;
	event_search_query &set_q(const text &value) {
		return keep(libapi_event_search_query_set_q(get(), value.c_str()), "q");
	}
	event_search_query &unset_q() {
		return keep(libapi_event_search_query_unset_q(get()), "q");
	}
	event_search_query &add_calendar_id(const text &value) {
		return keep(libapi_event_search_query_add_calendar_id(get(), value.c_str()), "calendar_ids");
	}
	event_search_query &clear_calendar_ids() {
		return keep(libapi_event_search_query_clear_calendar_ids(get()), "calendar_ids");
	}
	event_search_query &unset_calendar_ids() {
		return keep(libapi_event_search_query_unset_calendar_ids(get()), "calendar_ids");
	}
	event_search_query &set_from(const text &value) {
		return keep(libapi_event_search_query_set_from(get(), value.c_str()), "from");
	}
	event_search_query &set_from_ms(instant value) {
		return keep(libapi_event_search_query_set_from_ms(get(), value.time_since_epoch().count()), "from");
	}
	event_search_query &unset_from() {
		return keep(libapi_event_search_query_unset_from(get()), "from");
	}
	event_search_query &set_to(const text &value) {
		return keep(libapi_event_search_query_set_to(get(), value.c_str()), "to");
	}
	event_search_query &set_to_ms(instant value) {
		return keep(libapi_event_search_query_set_to_ms(get(), value.time_since_epoch().count()), "to");
	}
	event_search_query &unset_to() {
		return keep(libapi_event_search_query_unset_to(get()), "to");
	}
	event_search_query &set_attendee(const text &value) {
		return keep(libapi_event_search_query_set_attendee(get(), value.c_str()), "attendee");
	}
	event_search_query &unset_attendee() {
		return keep(libapi_event_search_query_unset_attendee(get()), "attendee");
	}
	event_search_query &set_time_zone(const text &value) {
		return keep(libapi_event_search_query_set_time_zone(get(), value.c_str()), "time_zone");
	}
	event_search_query &unset_time_zone() {
		return keep(libapi_event_search_query_unset_time_zone(get()), "time_zone");
	}
	event_search_query &set_limit(std::int64_t value) {
		return keep(libapi_event_search_query_set_limit(get(), value), "limit");
	}
	event_search_query &unset_limit() {
		return keep(libapi_event_search_query_unset_limit(get()), "limit");
	}
	event_search_query &set_cursor(const text &value) {
		return keep(libapi_event_search_query_set_cursor(get(), value.c_str()), "cursor");
	}
	event_search_query &unset_cursor() {
		return keep(libapi_event_search_query_unset_cursor(get()), "cursor");
	}
};

/** The query parameters of listInstances. */
class instance_list_query
	: public detail::builder<instance_list_query, libapi_instance_list_query, libapi_instance_list_query_new, libapi_instance_list_query_free> {
public:
	using builder::builder;
	instance_list_query &set_from(const text &value) {
		return keep(libapi_instance_list_query_set_from(get(), value.c_str()), "from");
	}
	instance_list_query &set_from_ms(instant value) {
		return keep(libapi_instance_list_query_set_from_ms(get(), value.time_since_epoch().count()), "from");
	}
	instance_list_query &unset_from() {
		return keep(libapi_instance_list_query_unset_from(get()), "from");
	}
	instance_list_query &set_to(const text &value) {
		return keep(libapi_instance_list_query_set_to(get(), value.c_str()), "to");
	}
	instance_list_query &set_to_ms(instant value) {
		return keep(libapi_instance_list_query_set_to_ms(get(), value.time_since_epoch().count()), "to");
	}
	instance_list_query &unset_to() {
		return keep(libapi_instance_list_query_unset_to(get()), "to");
	}
	instance_list_query &set_include_cancelled(bool value) {
		return keep(libapi_instance_list_query_set_include_cancelled(get(), value), "include_cancelled");
	}
	instance_list_query &unset_include_cancelled() {
		return keep(libapi_instance_list_query_unset_include_cancelled(get()), "include_cancelled");
	}
	instance_list_query &set_time_zone(const text &value) {
		return keep(libapi_instance_list_query_set_time_zone(get(), value.c_str()), "time_zone");
	}
	instance_list_query &unset_time_zone() {
		return keep(libapi_instance_list_query_unset_time_zone(get()), "time_zone");
	}
	instance_list_query &set_limit(std::int64_t value) {
		return keep(libapi_instance_list_query_set_limit(get(), value), "limit");
	}
	instance_list_query &unset_limit() {
		return keep(libapi_instance_list_query_unset_limit(get()), "limit");
	}
	instance_list_query &set_cursor(const text &value) {
		return keep(libapi_instance_list_query_set_cursor(get(), value.c_str()), "cursor");
	}
	instance_list_query &unset_cursor() {
		return keep(libapi_instance_list_query_unset_cursor(get()), "cursor");
	}
};

/** The query parameters of getInstance. */
class instance_get_query
	: public detail::builder<instance_get_query, libapi_instance_get_query, libapi_instance_get_query_new, libapi_instance_get_query_free> {
public:
	using builder::builder;
	instance_get_query &set_time_zone(const text &value) {
		return keep(libapi_instance_get_query_set_time_zone(get(), value.c_str()), "time_zone");
	}
	instance_get_query &unset_time_zone() {
		return keep(libapi_instance_get_query_unset_time_zone(get()), "time_zone");
	}
};

/** A recurring event cut in two. Copies share it. */
class split : public detail::counted<libapi_split, libapi_split_ref, libapi_split_unref> {
public:
	using counted::counted;
	static split share(const libapi_split *borrowed) {
		return split(hold(borrowed));
	}
	std::optional<libapi::event> before() const {
		return detail::maybe_record<libapi::event>(libapi_split_before(get()));
	}
	std::optional<libapi::event> after() const {
		return detail::maybe_record<libapi::event>(libapi_split_after(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_split_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_split **out, libapi_error **why) {
		return libapi_call_take_split(call, out, why);
	}
};

/** Where to split a recurring event and what to change from there on. */
class split_draft
	: public detail::builder<split_draft, libapi_split_draft, libapi_split_draft_new, libapi_split_draft_free> {
public:
	using builder::builder;
	split_draft &set_recurrence_id(const text &value) {
		return keep(libapi_split_draft_set_recurrence_id(get(), value.c_str()), "recurrence_id");
	}
	split_draft &unset_recurrence_id() {
		return keep(libapi_split_draft_unset_recurrence_id(get()), "recurrence_id");
	}
	split_draft &set_patch(const event_patch &value) {
		return keep_child(value.refused(), libapi_split_draft_set_patch(get(), value.get()), "patch");
	}
	split_draft &set_patch_null() {
		return keep(libapi_split_draft_set_patch_null(get()), "patch");
	}
	split_draft &unset_patch() {
		return keep(libapi_split_draft_unset_patch(get()), "patch");
	}
	split_draft &set_delete_following(bool value) {
		return keep(libapi_split_draft_set_delete_following(get(), value), "delete_following");
	}
	split_draft &unset_delete_following() {
		return keep(libapi_split_draft_unset_delete_following(get()), "delete_following");
	}
	split_draft &set_drop_exceptions(bool value) {
		return keep(libapi_split_draft_set_drop_exceptions(get(), value), "drop_exceptions");
	}
	split_draft &unset_drop_exceptions() {
		return keep(libapi_split_draft_unset_drop_exceptions(get()), "drop_exceptions");
	}
	std::string to_json() const {
		return detail::json_text(libapi_split_draft_to_json(get()));
	}
	static result<split_draft> try_from_json(std::string_view json) {
		return detail::give<split_draft>({}, [&](libapi_split_draft **out, libapi_error **why) {
			return libapi_split_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static split_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** How somebody is invited. */
class invitation_draft
	: public detail::builder<invitation_draft, libapi_invitation_draft, libapi_invitation_draft_new, libapi_invitation_draft_free> {
public:
	using builder::builder;
	invitation_draft &set_name(const text &value) {
		return keep(libapi_invitation_draft_set_name(get(), value.c_str()), "name");
	}
	invitation_draft &set_name_null() {
		return keep(libapi_invitation_draft_set_name_null(get()), "name");
	}
	invitation_draft &unset_name() {
		return keep(libapi_invitation_draft_unset_name(get()), "name");
	}
	invitation_draft &set_role(libapi::invitation_draft_role value) {
		return keep(libapi_invitation_draft_set_role(get(), static_cast<std::int32_t>(value)), "role");
	}
	invitation_draft &unset_role() {
		return keep(libapi_invitation_draft_unset_role(get()), "role");
	}
	std::string to_json() const {
		return detail::json_text(libapi_invitation_draft_to_json(get()));
	}
	static result<invitation_draft> try_from_json(std::string_view json) {
		return detail::give<invitation_draft>({}, [&](libapi_invitation_draft **out, libapi_error **why) {
			return libapi_invitation_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static invitation_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** The query parameters of putAttendee. */
class attendee_put_query
	: public detail::builder<attendee_put_query, libapi_attendee_put_query, libapi_attendee_put_query_new, libapi_attendee_put_query_free> {
public:
	using builder::builder;
	attendee_put_query &set_recurrence_id(const text &value) {
		return keep(libapi_attendee_put_query_set_recurrence_id(get(), value.c_str()), "recurrence_id");
	}
	attendee_put_query &unset_recurrence_id() {
		return keep(libapi_attendee_put_query_unset_recurrence_id(get()), "recurrence_id");
	}
};

/** The query parameters of removeAttendee. */
class attendee_remove_query
	: public detail::builder<attendee_remove_query, libapi_attendee_remove_query, libapi_attendee_remove_query_new, libapi_attendee_remove_query_free> {
public:
	using builder::builder;
	attendee_remove_query &set_recurrence_id(const text &value) {
		return keep(libapi_attendee_remove_query_set_recurrence_id(get(), value.c_str()), "recurrence_id");
	}
	attendee_remove_query &unset_recurrence_id() {
		return keep(libapi_attendee_remove_query_unset_recurrence_id(get()), "recurrence_id");
	}
};

/** The answer to an invitation. */
class rsvp_draft
	: public detail::builder<rsvp_draft, libapi_rsvp_draft, libapi_rsvp_draft_new, libapi_rsvp_draft_free> {
public:
	using builder::builder;
	rsvp_draft &set_partstat(libapi::rsvp_draft_partstat value) {
		return keep(libapi_rsvp_draft_set_partstat(get(), static_cast<std::int32_t>(value)), "partstat");
	}
	rsvp_draft &unset_partstat() {
		return keep(libapi_rsvp_draft_unset_partstat(get()), "partstat");
	}
	rsvp_draft &set_comment(const text &value) {
		return keep(libapi_rsvp_draft_set_comment(get(), value.c_str()), "comment");
	}
	rsvp_draft &set_comment_null() {
		return keep(libapi_rsvp_draft_set_comment_null(get()), "comment");
	}
	rsvp_draft &unset_comment() {
		return keep(libapi_rsvp_draft_unset_comment(get()), "comment");
	}
	rsvp_draft &set_recurrence_id(const text &value) {
		return keep(libapi_rsvp_draft_set_recurrence_id(get(), value.c_str()), "recurrence_id");
	}
	rsvp_draft &set_recurrence_id_null() {
		return keep(libapi_rsvp_draft_set_recurrence_id_null(get()), "recurrence_id");
	}
	rsvp_draft &unset_recurrence_id() {
		return keep(libapi_rsvp_draft_unset_recurrence_id(get()), "recurrence_id");
	}
	rsvp_draft &set_from_recurrence_id(const text &value) {
		return keep(libapi_rsvp_draft_set_from_recurrence_id(get(), value.c_str()), "from_recurrence_id");
	}
	rsvp_draft &set_from_recurrence_id_null() {
		return keep(libapi_rsvp_draft_set_from_recurrence_id_null(get()), "from_recurrence_id");
	}
	rsvp_draft &unset_from_recurrence_id() {
		return keep(libapi_rsvp_draft_unset_from_recurrence_id(get()), "from_recurrence_id");
	}
	std::string to_json() const {
		return detail::json_text(libapi_rsvp_draft_to_json(get()));
	}
	static result<rsvp_draft> try_from_json(std::string_view json) {
		return detail::give<rsvp_draft>({}, [&](libapi_rsvp_draft **out, libapi_error **why) {
			return libapi_rsvp_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static rsvp_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

} // namespace libapi

#endif
