/* availability.c: the order of the answers stays: busy times by person, possible times from the best to the worst, so
 * that a day may head more than one group of them. */
#include "cli/availability.h"

#include <json-c/json.h>
#include <string.h>

#include "cli/agenda.h"
#include "cli/width.h"
#include "cli/zone.h"

struct view {
	FILE *out;
	const struct people *people;
	int colour;
};

static const char *text_of(struct json_object *object, const char *name) {
	struct json_object *value = NULL;

	return json_object_object_get_ex(object, name, &value) ? json_object_get_string(value)
							       : NULL;
}

static struct json_object *list_of(struct json_object *object, const char *name, size_t *count) {
	struct json_object *list = NULL;

	json_object_object_get_ex(object, name, &list);
	*count = json_object_is_type(list, json_type_array) ? json_object_array_length(list) : 0;
	return list;
}

/* A time of the answer in the viewer's zone; as it came where there is none, or none that this machine knows. */
static void show_time(const struct view *view, struct json_object *object, const char *name,
	char out[WIRE_TIME_ROOM]) {
	const char *text = text_of(object, name);
	struct wire_time time;

	snprintf(out, WIRE_TIME_ROOM, "%s", text != NULL ? text : "");
	if (view->people != NULL && view->people->zone_known &&
		wire_time_parse(out, strlen(out), &time) && time.kind == WIRE_TIME_INSTANT) {
		zone_print(time.unix_s, out);
	}
}

/* The day if it is another one, then the hours; the caller ends the line. */
static void put_span(
	const struct view *view, struct agenda *agenda, struct json_object *span, int indent) {
	char start[WIRE_TIME_ROOM], end[WIRE_TIME_ROOM];

	show_time(view, span, "start", start);
	show_time(view, span, "end", end);
	agenda_day(agenda, view->out, start, view->colour);
	if (strlen(start) < 16 || strlen(end) < 16) {
		return;
	}
	if (strncmp(start, end, 10) == 0) {
		fprintf(view->out, "%*s%.5s–%.5s", indent, "", start + 11, end + 11);
	} else {
		fprintf(view->out, "%*s%.5s → %.10s %.5s", indent, "", start + 11, end, end + 11);
	}
}

static void put_name(const struct view *view, const char *id) {
	put_text(view->out, id != NULL ? people_name(view->people, id) : "-", 0);
}

static void put_subject(const struct view *view, struct json_object *subject) {
	struct agenda agenda = { .indent = 2 };
	const char *user = text_of(subject, "user_id"), *error = text_of(subject, "error");
	size_t count;
	struct json_object *busy = list_of(subject, "busy", &count);

	fputs(view->colour ? "\033[1m" : "", view->out);
	put_name(view, user != NULL ? user : text_of(subject, "calendar_id"));
	fputs(view->colour ? "\033[0m\n" : "\n", view->out);
	if (error != NULL) {
		fputs(strcmp(error, "not_found") == 0
				? "  no such thing, or none whose times this key may see\n"
				: "  not known\n",
			view->out);
		return;
	}
	fputs(count == 0 ? "  free\n" : "", view->out);
	for (size_t i = 0; i < count; i++) {
		struct json_object *span = json_object_array_get_idx(busy, i);
		const char *status = text_of(span, "status");
		put_span(view, &agenda, span, 4);
		fputs(status != NULL && strcmp(status, "tentative") == 0 ? "  tentative\n" : "\n",
			view->out);
	}
}

static void put_busy(const struct view *view, struct json_object *answer) {
	size_t count;
	struct json_object *subjects = list_of(answer, "subjects", &count);

	fputs("Busy times\n", view->out); /* or they would be taken for the free ones */
	for (size_t i = 0; i < count; i++) {
		fputc('\n', view->out);
		put_subject(view, json_object_array_get_idx(subjects, i));
	}
}

static void put_slot(const struct view *view, struct agenda *agenda, struct json_object *slot) {
	const char *score = text_of(slot, "score");
	size_t count;
	struct json_object *absent = list_of(slot, "unavailable", &count);

	put_span(view, agenda, slot, 2);
	fprintf(view->out, "  %3s %%", score != NULL ? score : "-");
	for (size_t i = 0; i < count; i++) {
		fputs(i == 0 ? "  without " : ", ", view->out);
		put_name(view, json_object_get_string(json_object_array_get_idx(absent, i)));
	}
	fputc('\n', view->out);
}

static const char *reason_text(const char *reason) {
	static const char *const reasons[][2] = {
		{ "none_free", "at no time are enough of them free" },
		{ "outside_hours", "it lies outside working hours; see --no-within-working-hours" },
		{ "window_too_short", "the meeting is longer than the time from --from to --to" },
	};

	for (size_t i = 0; reason != NULL && i < sizeof(reasons) / sizeof(reasons[0]); i++) {
		if (strcmp(reasons[i][0], reason) == 0) {
			return reasons[i][1];
		}
	}
	return reason != NULL ? reason : "the server does not say why";
}

static void put_slots(const struct view *view, struct json_object *answer) {
	struct agenda agenda = { .indent = 0 };
	size_t count;
	struct json_object *slots = list_of(answer, "slots", &count);

	for (size_t i = 0; i < count; i++) {
		put_slot(view, &agenda, json_object_array_get_idx(slots, i));
	}
	if (count == 0) {
		fputs("no time: ", view->out);
		put_text(view->out, reason_text(text_of(answer, "empty_reason")), 0);
		fputc('\n', view->out);
	}
}

static void put_zone(FILE *out, const struct people *people, const char *zone, bool busy) {
	if (people != NULL && !busy && !people->zone_known) {
		fprintf(out, "\nTimes in UTC: this machine does not know %s.\n", people->zone);
		return;
	}
	fputs("\nTimes in ", out);
	put_text(out, people != NULL ? people->zone : zone[0] != '\0' ? zone : "UTC", 0);
	fputs(".\n", out);
}

bool availability_show(FILE *out, const char *operation, struct json_object *answer,
	const struct people *people, const char *zone, int colour) {
	const struct view view = { .out = out, .people = people, .colour = colour };
	bool busy = strcmp(operation, "queryFreeBusy") == 0;

	if (!busy && strcmp(operation, "findTimes") != 0) {
		return false;
	}
	(busy ? put_busy : put_slots)(&view, answer);
	put_zone(out, people, zone, busy);
	return true;
}
