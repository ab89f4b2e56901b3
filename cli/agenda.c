/* agenda.c: the texts of times already say the day and the hour in the right zone; nothing is reckoned here but
 * the day of the week. Without --time-zone each event comes with the clocks of its own zone: the first one's is named
 * below all, any other beside its event, so that nobody compares hours of two places unwarned. Turned down: a request
 * for the user's zone first, since a row of the table is one request. */
#include "cli/agenda.h"

#include <json-c/json.h>
#include <string.h>

#include "cli/width.h"
#include "libapi/wire/time.h"

static const char *const weekdays[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
	"Saturday", "Sunday" };
static const char *const months[] = { "January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December" };

static const char *member(struct json_object *event, const char *name) {
	struct json_object *value = NULL;

	return json_object_object_get_ex(event, name, &value) && value != NULL
		       ? json_object_get_string(value)
		       : NULL;
}

void agenda_day(struct agenda *agenda, FILE *out, const char *start, int colour) {
	struct wire_time time;
	char day[sizeof(agenda->day)] = "";

	memcpy(day, start, strnlen(start, sizeof(day) - 1));
	if (strcmp(day, agenda->day) == 0 || !wire_time_parse(day, strlen(day), &time)) {
		return;
	}
	int64_t days = time.unix_s / 86400 + 3; /* 1970-01-01 was a Thursday */
	fprintf(out, "%s%*s%s%s, %d %s %d%s\n",
		agenda->day[0] != 0 && agenda->indent == 0 ? "\n" : "", agenda->indent, "",
		colour ? "\033[1m" : "", weekdays[(days % 7 + 7) % 7], (int)time.day,
		months[time.month - 1], (int)time.year, colour ? "\033[0m" : "");
	memcpy(agenda->day, day, sizeof(day));
}

/* 11 columns: "09:30–09:45", "all day", and an arrow for an end on another day. */
static void print_hours(FILE *out, const char *start, const char *end) {
	if (strlen(start) < 16) {
		fprintf(out, "  %-11s  ", "all day");
	} else if (end == NULL || strlen(end) < 16 || strncmp(start, end, 10) != 0) {
		fprintf(out, "  %.5s →      ", start + 11);
	} else {
		fprintf(out, "  %.5s–%.5s  ", start + 11, end + 11);
	}
}

void agenda_ask_zone(struct agenda *agenda, const char *zone) {
	snprintf(agenda->zone, sizeof(agenda->zone), "%s", zone);
	agenda->zone_is_asked = true;
}

/* The zone to be named beside an event, or NULL. Days and floating times are the same everywhere. */
static const char *other_zone(struct agenda *agenda, struct json_object *event, const char *start) {
	const char *zone = member(event, "time_zone");
	struct wire_time time;

	if (agenda->zone_is_asked || zone == NULL ||
		!wire_time_parse(start, strlen(start), &time) || time.kind != WIRE_TIME_INSTANT) {
		return NULL;
	}
	if (agenda->zone[0] == '\0') {
		snprintf(agenda->zone, sizeof(agenda->zone), "%s", zone);
	}
	bool differs = strcmp(agenda->zone, zone) != 0;
	agenda->zones_differ = agenda->zones_differ || differs;
	return differs ? zone : NULL;
}

void agenda_end(const struct agenda *agenda, FILE *out) {
	if (agenda->zone[0] != '\0' && agenda->day[0] != '\0') {
		fputs("\nTimes in ", out);
		put_text(out, agenda->zone, 0);
		fputs(agenda->zones_differ ? ", or in the zone beside them; --time-zone ZONE shows "
					     "all in one.\n"
					   : ".\n",
			out);
	}
}

static void put_parentheses(FILE *out, const char *text) {
	fputs(" (", out);
	put_text(out, text, 0);
	fputc(')', out);
}

void agenda_item(struct agenda *agenda, FILE *out, struct json_object *event, int colour) {
	const char *start = member(event, "start_time"), *end = member(event, "end_time"),
		   *place = member(event, "location"), *status = member(event, "status"),
		   *title = member(event, "title");

	start = start != NULL ? start : member(event, "start_date");
	if (start == NULL) {
		return;
	}
	const char *zone = other_zone(agenda, event, start);
	agenda_day(agenda, out, start, colour);
	print_hours(out, start, end);
	put_text(out, title != NULL ? title : "-", 0);
	if (place != NULL) {
		fputs(" · ", out);
		put_text(out, place, 0);
	}
	if (zone != NULL) {
		put_parentheses(out, zone);
	}
	if (status != NULL && strcmp(status, "confirmed") != 0) {
		put_parentheses(out, status);
	}
	fputc('\n', out);
}
