/* ics_rows.c: see ics_rows.h. The checks of a draft are those of every write (libapi/wire); the plan of a series is
 * the one that its writes take (series_plan.h). */
#include "server/domain/ics_rows.h"

#include <stdio.h>
#include <string.h>

#include "libapi/wire/text.h"
#include "schemas.h"
#include "server/domain/rrule_iter.h"
#include "server/domain/series_plan.h"
#include "server/domain/series_set.h"
#include "server/domain/uuid.h"

enum { NUMBER_ROOM = 24, DAY_S = 86400 };

/* ---- drafts ------------------------------------------------------------------------------------------------- */

/* An event without length is legal in iCalendar, and an import may bring one. */
static bool is_empty(const struct ics_event *event) {
	return ics_time_instant(&event->start) == event->end_s;
}

static void take_problem(struct ics_event *event, const struct wire_problems *problems) {
	for (size_t i = 0; i < problems->count; i++) {
		const struct wire_problem *problem = &problems->list[i];
		if (is_empty(event) && strcmp(problem->code, "not_after") == 0) {
			continue;
		}
		ics_fail(&event->fault, problem->code, "%s: %s",
			problem->pointer[0] == '/' ? problem->pointer + 1 : problem->pointer,
			problem->message);
		return;
	}
}

static void put_recurrence(struct wire_buffer *out, const struct ics_event *event) {
	const struct wire_buffer *dates[] = { &event->rdates, &event->exdates };

	wire_put_str(out, ",\"recurrence\":{\"rrule\":");
	if (event->rrule.len == 0) {
		wire_put_str(out, "null");
	} else {
		ics_put_json(out, event->rrule.bytes);
	}
	for (size_t i = 0; i < 2; i++) {
		const char *at = dates[i]->len == 0 ? "" : dates[i]->bytes;
		wire_put_str(out, i == 0 ? ",\"rdates\":[" : ",\"exdates\":[");
		for (; *at != 0; at += *at == ',') {
			size_t len = strcspn(at, ",");
			wire_put_str(out, out->bytes[out->len - 1] == '[' ? "" : ",");
			wire_put_json_text(out, at, len);
			at += len;
		}
		wire_put_char(out, ']');
	}
	wire_put_char(out, '}');
}

static bool recurs(const struct ics_event *event) {
	return !event->is_exception && (event->rrule.len > 0 || event->rdates.len > 0);
}

static void put_draft(struct wire_buffer *out, const struct ics_event *event) {
	wire_put_char(out, '{');
	wire_put(out, event->members.bytes, event->members.len);
	if (recurs(event)) {
		put_recurrence(out, event);
	}
	wire_put_char(out, '}');
}

/* Through the schema and back: the checks of a POST, and its canonical form. */
static void check_draft(struct ics_event *event, struct wire_buffer *draft) {
	struct wire_problems problems;
	struct wire_record *record = NULL;

	wire_problems_init(&problems);
	put_draft(draft, event);
	enum wire_verdict verdict = draft->failed
					    ? WIRE_NO_MEMORY
					    : wire_decode(&wire_schema_event_draft, draft->bytes,
						      draft->len, WIRE_CREATE, &record, &problems);
	draft->failed |= verdict == WIRE_NO_MEMORY;
	if (verdict == WIRE_NOT_JSON) {
		ics_fail(&event->fault, "format", "it has text that is no text: %s",
			problems.count > 0 ? problems.list[0].message : "");
	} else if (verdict == WIRE_INVALID) {
		take_problem(event, &problems);
	} else if (verdict == WIRE_OK) {
		wire_buffer_clear(draft);
		wire_encode(record, draft);
	}
	wire_record_unref(record);
	wire_problems_finish(&problems);
}

/* ---- series ------------------------------------------------------------------------------------------------- */

struct times { /* texts of a plan_from */
	char start[SLOT_ROOM], length_s[NUMBER_ROOM], length_days[NUMBER_ROOM];
};

static void print_times(struct times *times, const struct ics_event *event) {
	bool is_all_day = event->start.kind == ICS_DATE;
	int64_t length_s = event->end_s - ics_time_instant(&event->start);

	slot_print(event->start.local_s, is_all_day, times->start);
	snprintf(times->length_s, NUMBER_ROOM, "%lld", (long long)length_s);
	snprintf(times->length_days, NUMBER_ROOM, "%lld", (long long)(length_s / DAY_S));
}

static const char *text_or_null(const struct wire_buffer *buffer) {
	return buffer->len == 0 ? NULL : buffer->bytes;
}

static const char *zone_of(const struct ics_event *event) {
	return event->start.kind == ICS_ZONED ? zone_name(event->start.zone) : "UTC";
}

static void plan_from_event(
	struct plan_from *from, const struct ics_event *event, const struct times *times) {
	bool is_all_day = event->start.kind == ICS_DATE;

	*from = (struct plan_from){
		.is_all_day = is_all_day,
		.floating = event->start.kind == ICS_FLOATING,
		.start_second = event->start.second,
		.tzid = zone_of(event),
		.start = times->start,
		.length_s = is_all_day ? NULL : times->length_s,
		.length_days = is_all_day ? times->length_days : NULL,
		.rrule = text_or_null(&event->rrule),
		.rdates = text_or_null(&event->rdates),
		.exdates = text_or_null(&event->exdates),
		.steps = RRULE_SLICE_STEPS,
	};
}

/* Its first error, or nothing. A plan's errors stand in it as JSON: {"pointer":…,"code":"x","message":"y"}. */
static void take_plan_error(struct ics_event *event, const struct wire_buffer *plan) {
	const char *errors = strstr(plan->bytes, "\"errors\":[{"), *code, *message;
	char text[ICS_DETAIL_ROOM] = "";
	size_t used = 0;
	static const char *const codes[] = { "rrule_invalid", "rrule_unsupported", "rrule_too_many",
		"rrule_no_instances", "rrule_too_complex" };

	code = errors == NULL ? NULL : strstr(errors, "\"code\":\"");
	message = errors == NULL ? NULL : strstr(errors, "\"message\":\"");
	if (code == NULL) {
		return;
	}
	for (const char *at = message == NULL ? "\"" : message + 11;
		*at != '"' && *at != 0 && used + 1 < sizeof(text); at++) {
		text[used++] = *at;
	}
	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++) {
		if (strncmp(code + 8, codes[i], strlen(codes[i])) == 0) {
			ics_fail(&event->fault, codes[i], "recurrence: %s", text);
			return;
		}
	}
	ics_fail(&event->fault, "rrule_invalid", "recurrence: %s", text);
}

/* Most rules are read in a millisecond. How many may take fifty is bounded for the whole file, or else a file of
 * nothing but such rules would hold a thread for minutes. */
static void make_plan(struct ics_group *group, struct ics_event *event, struct wire_buffer *plan) {
	struct times times;
	struct plan_from from;
	bool spent = false;

	print_times(&times, event);
	plan_from_event(&from, event, &times);
	plan->failed |= !plan_series(&from, plan, &spent);
	if (spent && *group->heavy_left > 0) {
		--*group->heavy_left;
		wire_buffer_clear(plan);
		from.steps = RRULE_BUDGET_STEPS;
		plan->failed |= !plan_series(&from, plan, &spent);
	}
	if (!plan->failed) {
		take_plan_error(event, plan);
	}
}

/* ---- occurrences -------------------------------------------------------------------------------------------- */

static void judge_slot(
	struct ics_event *event, const struct ics_event *master, struct series_set *set) {
	int64_t slot = ics_time_local_as(&event->slot, &master->start);

	if ((event->start.kind == ICS_DATE) != (master->start.kind == ICS_DATE)) {
		ics_fail(&event->fault, "excluded",
			"an occurrence takes whole days if its series does");
	} else if (!recurs(master) || (!series_set_has(set, slot) && !set->spent)) {
		ics_fail(&event->fault, "not_an_occurrence",
			"RECURRENCE-ID names no occurrence of the series in line %u", master->line);
	} else if (set->spent) {
		ics_fail(&event->fault, "rrule_too_complex",
			"the series in line %u takes too long to expand", master->line);
	}
}

/* Which of them the series has; the others get their fault. EXDATE does not count: what stands in the file both as
 * excluded and as changed is there, changed. false: the steps did not suffice, and nothing was judged. */
static bool find_slots(struct ics_group *group, int32_t steps, bool last_try) {
	const struct ics_event *master = group->events[0];
	struct times times;
	struct plan_from from;
	struct series_set set = { 0 };

	print_times(&times, master);
	plan_from_event(&from, master, &times);
	const struct series_text text = { from.is_all_day, from.floating, from.start_second,
		from.tzid, from.start, from.length_s, from.length_days, from.rrule, from.rdates,
		NULL };
	bool good = series_set_read(&set, &text, steps);
	for (size_t i = 1; good && !last_try && i < group->count; i++) {
		series_set_has(&set, ics_time_local_as(&group->events[i]->slot, &master->start));
	}
	good = good && (last_try || !set.spent);
	for (size_t i = 1; good && i < group->count; i++) {
		judge_slot(group->events[i], master, &set);
	}
	series_set_finish(&set);
	return good;
}

static void find_all_slots(struct ics_group *group) {
	int32_t steps = RRULE_SLICE_STEPS;

	if (find_slots(group, steps, false)) {
		return;
	}
	if (*group->heavy_left > 0) {
		--*group->heavy_left;
		steps = RRULE_BUDGET_STEPS;
	}
	find_slots(group, steps, true);
}

/* ---- rows --------------------------------------------------------------------------------------------------- */

static void put_slot(
	struct wire_buffer *out, const struct ics_event *event, const struct ics_event *master) {
	char slot[SLOT_ROOM];

	slot_print(ics_time_local_as(&event->slot, &master->start), master->start.kind == ICS_DATE,
		slot);
	ics_put_json(out, slot);
}

static void put_common(
	struct wire_buffer *out, const struct ics_event *event, const struct wire_buffer *draft) {
	char id[UUID_LEN + 1];

	uuid_make(id);
	wire_put_format(out, "{\"line\":%u,\"id\":\"%s\",\"sequence\":%d,\"uid\":", event->line, id,
		event->sequence);
	wire_put_json_text(out, event->uid.bytes, event->uid.len);
	wire_put_str(out, ",\"draft\":");
	wire_put(out, draft->bytes, draft->len);
	if (event->organizer.len > 0) {
		wire_put_str(out, ",\"organizer\":");
		wire_put(out, event->organizer.bytes, event->organizer.len);
	}
	if (event->kept.len > 0) {
		wire_put_str(out, ",\"kept\":");
		wire_put_json_text(out, event->kept.bytes, event->kept.len);
	}
}

static void put_slots(struct wire_buffer *out, const struct ics_group *group) {
	bool any = false;

	wire_put_str(out, ",\"slots\":[");
	for (size_t i = 1; i < group->count; i++) {
		if (group->events[i]->fault.code == NULL) {
			wire_put_str(out, any ? "," : "");
			put_slot(out, group->events[i], group->events[0]);
			any = true;
		}
	}
	wire_put_char(out, ']');
}

static bool put_row(struct ics_group *group, size_t index, bool more, struct wire_buffer *out) {
	struct ics_event *event = group->events[index], *master = group->events[0];
	struct wire_buffer draft = WIRE_BUFFER_EMPTY, plan = WIRE_BUFFER_EMPTY;

	if (event->fault.code == NULL) {
		check_draft(event, &draft);
	}
	if (event->fault.code == NULL && recurs(event)) {
		make_plan(group, event, &plan);
	}
	bool good = event->fault.code == NULL && !draft.failed && !plan.failed;
	if (good) {
		wire_put_str(out, more ? "," : "");
		put_common(out, event, &draft);
		if (event == master) {
			put_slots(out, group);
		} else {
			wire_put_str(out, ",\"slot\":");
			put_slot(out, event, master);
		}
		if (plan.len > 0) {
			wire_put_str(out, ",\"plan\":");
			wire_put(out, plan.bytes, plan.len);
		}
		wire_put_char(out, '}');
	}
	out->failed |= draft.failed || plan.failed;
	wire_buffer_finish(&draft);
	wire_buffer_finish(&plan);
	return good;
}

static void fail_orphans(struct ics_group *group) {
	for (size_t i = 0; i < group->count; i++) {
		ics_fail(&group->events[i]->fault, "series_missing",
			"an occurrence without its series: the file has no such UID without "
			"RECURRENCE-ID");
	}
}

size_t ics_group_put(struct ics_group *group, bool more, struct wire_buffer *out) {
	size_t rows = 0;

	if (group->events[0]->is_exception) {
		fail_orphans(group);
		return 0;
	}
	if (group->count > 1) {
		find_all_slots(group);
	}
	for (size_t i = 0; i < group->count; i++) {
		if (i > 0 && group->events[0]->fault.code != NULL) {
			ics_fail(&group->events[i]->fault, "series_missing",
				"its series in line %u cannot be imported", group->events[0]->line);
		}
		rows += put_row(group, i, more || rows > 0, out);
	}
	return rows;
}
