/* ics_vevent.c: the times of a VEVENT. Wall times are made of the instant by the zone itself: before 1912 the text of
 * the API is cut to whole minutes of offset, and its wall time with it. */
#include "server/domain/ics_vevent.h"

#include <string.h>

#include "libapi/wire/time.h"
#include "schemas.h"
#include "server/domain/occurrence.h"

static bool is_all_day(const struct wire_record *event) {
	return event->values[EVENT_IS_ALL_DAY].number != 0;
}

/* Which clock an event lives by. "UTC" needs no VTIMEZONE. */
static struct ics_time clock_of(const struct wire_record *event) {
	const char *name = record_text(event, EVENT_TIME_ZONE);
	struct ics_time clock = { .kind = ICS_FLOATING };

	if (is_all_day(event)) {
		clock.kind = ICS_DATE;
	} else if (event->values[EVENT_FLOATING].number == 0) {
		clock.zone =
			name == NULL || strcmp(name, "UTC") == 0 ? NULL : zone_find(name, NULL);
		clock.kind = clock.zone == NULL ? ICS_UTC : ICS_ZONED;
	}
	return clock;
}

static bool read_time(const struct wire_record *event, size_t date, size_t time,
	const struct ics_time *clock, struct ics_time *out) {
	const char *text = record_text(event, clock->kind == ICS_DATE ? date : time);
	struct wire_time read;

	*out = *clock;
	if (text == NULL || !wire_time_parse(text, strlen(text), &read)) {
		return false;
	}
	out->local_s = read.unix_s;
	if (clock->kind == ICS_ZONED) {
		out->local_s += zone_at(clock->zone, read.unix_s).offset_s;
		out->second = zone_from_local(clock->zone, out->local_s, 0).utc_s != read.unix_s;
	}
	return true;
}

/* ---- zones ---------------------------------------------------------------------------------------------------- */

static void use_zone(struct ics_writing *writing, const struct ics_time *time) {
	int64_t from_s = time->kind == ICS_ZONED ? ics_time_instant(time) : 0;

	if (time->kind != ICS_ZONED) {
		return;
	}
	for (size_t i = 0; i < writing->zone_count; i++) {
		struct ics_used_zone *used = &writing->zones[i];
		if (used->zone == time->zone) {
			used->from_s = from_s < used->from_s ? from_s : used->from_s;
			return;
		}
	}
	if (writing->zone_count == ICS_WRITING_ZONES) {
		writing->failed = true;
		return;
	}
	writing->zones[writing->zone_count++] = (struct ics_used_zone){ time->zone, from_s };
}

/* ---- lines ---------------------------------------------------------------------------------------------------- */

static void put_kind(struct ics_writer *writer, const struct ics_time *time) {
	if (time->kind == ICS_DATE) {
		ics_param(writer, "VALUE", "DATE");
	} else if (time->kind == ICS_ZONED) {
		ics_param(writer, "TZID", zone_name(time->zone));
	}
	/* RFC 5545 has no way to say it; without the parameter the first of two equal times is meant. */
	if (time->second) {
		ics_param(writer, "X-LIBAPI-FOLD", "1");
	}
}

static void put_value(struct wire_buffer *line, const struct ics_time *time) {
	char text[ICS_TIME_ROOM];

	if (time->kind == ICS_DATE) {
		slot_print(time->local_s, true, text);
	} else if (time->kind == ICS_UTC) {
		ics_utc_print(time->local_s, text);
	} else {
		ics_local_print(time->local_s, text);
	}
	wire_put_str(line, text);
}

static void put_time(struct ics_writing *writing, struct ics_writer *writer, const char *name,
	const struct ics_time *time) {
	use_zone(writing, time);
	ics_begin(writer, name);
	put_kind(writer, time);
	wire_put_char(&writer->line, ':');
	put_value(&writer->line, time);
	ics_end_line(writer);
}

/* Slots are local times of the series' clock, and one line holds them all. */
static void put_slots(struct ics_writing *writing, struct ics_writer *writer, const char *name,
	const struct wire_list *slots, const struct ics_time *clock) {
	struct ics_time time = *clock;

	if (slots == NULL || slots->count == 0) {
		return;
	}
	ics_begin(writer, name);
	put_kind(writer, &time);
	for (size_t i = 0; i < slots->count; i++) {
		if (!slot_read(slots->items[i].text, time.kind == ICS_DATE, &time.local_s)) {
			writing->failed = true;
			return;
		}
		use_zone(writing, &time);
		wire_put_char(&writer->line, i == 0 ? ':' : ',');
		put_value(&writer->line, &time);
	}
	ics_end_line(writer);
}

static void put_recurrence(struct ics_writing *writing, struct ics_writer *writer,
	const struct wire_record *event, const struct ics_time *clock) {
	const struct wire_value *value = &event->values[EVENT_RECURRENCE];

	if (value->state != WIRE_SET) {
		return;
	}
	ics_put(writer, "RRULE", record_text(value->record, RECURRENCE_RRULE));
	put_slots(writing, writer, "RDATE", record_list(value->record, RECURRENCE_RDATES), clock);
	put_slots(writing, writer, "EXDATE", record_list(value->record, RECURRENCE_EXDATES), clock);
}

/* In the series' own clock, whatever the occurrence has. */
static void put_recurrence_id(
	struct ics_writing *writing, struct ics_writer *writer, const struct wire_record *event) {
	const char *slot = record_text(event, EVENT_RECURRENCE_ID);
	struct ics_time time = clock_of(writing->master != NULL ? writing->master : event);

	if (slot == NULL) {
		return;
	}
	if (!slot_read(slot, time.kind == ICS_DATE, &time.local_s)) {
		writing->failed = true;
		return;
	}
	put_time(writing, writer, "RECURRENCE-ID", &time);
}

/* Without an end: RFC 5545 §3.8.2.2 wants DTEND later than DTSTART, and §3.6.1 lets an event last nothing. */
static void put_end(struct ics_writing *writing, struct ics_writer *writer,
	const struct wire_record *event, const struct ics_time *start) {
	struct ics_time end;

	if (read_time(event, EVENT_END_DATE, EVENT_END_TIME, start, &end) &&
		(end.local_s != start->local_s || end.second != start->second)) {
		put_time(writing, writer, "DTEND", &end);
	}
}

void ics_put_when(
	struct ics_writing *writing, struct ics_writer *writer, const struct wire_record *event) {
	const struct ics_time clock = clock_of(event);
	struct ics_time start;

	put_recurrence_id(writing, writer, event);
	if (!read_time(event, EVENT_START_DATE, EVENT_START_TIME, &clock, &start)) {
		writing->failed = true;
		return;
	}
	put_time(writing, writer, "DTSTART", &start);
	put_end(writing, writer, event, &start);
	put_recurrence(writing, writer, event, &clock);
}
