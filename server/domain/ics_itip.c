/* ics_itip.c: see ics_itip.h. */
#include "server/domain/ics_itip.h"

#include <string.h>
#include <strings.h>

#include "schemas.h"
#include "server/domain/ics_vevent.h"
#include "server/domain/ics_write.h"

const char *ics_method_name(enum ics_method method) {
	static const char *const names[] = { "REQUEST", "CANCEL", "REPLY" };
	return names[method];
}

static struct wire_record *read_event(const char *json) {
	struct wire_record *event = NULL;
	struct wire_problems problems;

	wire_problems_init(&problems);
	wire_decode(&wire_schema_event, json, strlen(json), WIRE_ANSWER, &event, &problems);
	wire_problems_finish(&problems);
	return event;
}

static bool has_organizer(const struct wire_record *event) {
	const struct wire_value *organizer = &event->values[EVENT_ORGANIZER];
	return organizer->state == WIRE_SET &&
	       record_text(organizer->record, ORGANIZER_EMAIL) != NULL;
}

static bool is_invited(const struct wire_record *event, const char *attendee) {
	const struct wire_list *list = record_list(event, EVENT_ATTENDEES);

	for (size_t i = 0; list != NULL && i < list->count; i++) {
		const char *email = record_text(list->items[i].record, ATTENDEE_EMAIL);
		if (attendee == NULL || (email != NULL && strcasecmp(email, attendee) == 0)) {
			return true;
		}
	}
	return false;
}

/* Who was removed is an attendee of the message all the same (§3.2.5). */
static bool add_attendee(struct wire_record *event, const char *attendee) {
	struct wire_record *one = wire_record_new(&wire_schema_attendee);
	bool good = one != NULL && wire_set_text(one, ATTENDEE_EMAIL, attendee, strlen(attendee)) &&
		    wire_add_record(event, EVENT_ATTENDEES, one);

	wire_record_unref(one);
	return good;
}

static bool has_receiver(struct wire_record *event, enum ics_method method, const char *attendee) {
	if (is_invited(event, method == ICS_REQUEST ? NULL : attendee)) {
		return true;
	}
	return method == ICS_CANCEL && attendee != NULL && add_attendee(event, attendee);
}

/* The clock of the series counts; what it would be as text is thrown away. */
static void add_series(struct ics_writing *writing, const char *series) {
	if (series != NULL) {
		const struct ics_source source = { .json = series, .len = strlen(series) };
		ics_writing_add(writing, &source);
		wire_buffer_clear(&writing->events);
		writing->zone_count = 0;
	}
}

static bool write_message(enum ics_method method, const struct wire_record *event,
	const char *series, const char *attendee, struct wire_buffer *out) {
	const struct ics_head head = { .method = ics_method_name(method) };
	struct wire_buffer json = WIRE_BUFFER_EMPTY;
	struct ics_writing writing;

	ics_writing_init(&writing);
	add_series(&writing, series);
	wire_encode(event, &json);
	const struct ics_source source = { .json = json.bytes,
		.len = json.len,
		.only_attendee = method == ICS_REQUEST ? NULL : attendee,
		.status = method == ICS_CANCEL && attendee == NULL ? "cancelled" : NULL };
	if (!json.failed) {
		ics_writing_add(&writing, &source);
	}
	bool good = ics_writing_end(&writing, &head, out) && !json.failed;
	ics_writing_finish(&writing);
	wire_buffer_finish(&json);
	return good;
}

bool ics_itip(enum ics_method method, const char *event, const char *series, const char *attendee,
	struct wire_buffer *out) {
	struct wire_record *record = event == NULL ? NULL : read_event(event);
	bool good = record != NULL && has_organizer(record) &&
		    (method != ICS_REPLY || attendee != NULL) &&
		    has_receiver(record, method, attendee) &&
		    write_message(method, record, series, attendee, out);

	wire_record_unref(record);
	return good;
}
