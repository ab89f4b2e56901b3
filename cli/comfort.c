/* comfort.c: words become flags of the row, then the row runs as if they had been typed. -o json and --code know
 * nothing of it. */
#include "cli/comfort.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/code.h"
#include "cli/listen.h"
#include "cli/run.h"
#include "cli/session.h"
#include "cli/who.h"
#include "cli/zone.h"

enum { QUARTER_S = 900, WEEK_S = 7 * 86400 };

/* What the row is given; struct given borrows texts. */
struct question {
	struct people people;
	char persons[PEOPLE_MAX][64];
	char from[WIRE_TIME_ROOM], to[WIRE_TIME_ROOM], minutes[24];
};

static int run_question(struct args *args);

static const struct global free_flags[] = {
	{ "time-zone", NULL, "ZONE", offsetof(struct args, zone),
		"zone in which times are shown, and read where they have no offset; else that of "
		"your "
		"user" },
};
static const struct global find_flags[] = {
	{ "duration", NULL, "TIME", offsetof(struct args, duration),
		"length of the meeting: 30m, 1h, 1h30m; required" },
	{ "time-zone", NULL, "ZONE", offsetof(struct args, zone),
		"zone in which times are shown, and read where they have no offset; else that of "
		"your "
		"user" },
};

static const struct global listen_flags[] = {
	{ "forward-to", NULL, "URL", offsetof(struct args, forward_to),
		"where messages are posted to; http or https, no public address is needed; "
		"required" },
	{ "state", NULL, "FILE", offsetof(struct args, state),
		"remembers what was accepted, so that nothing is missed between two runs" },
	{ "type", NULL, "TYPES", offsetof(struct args, type),
		"only these: event.created,event.updated,event.deleted" },
};

const struct comfort comforts[] = {
	{ "free", "freebusy", "query", "subject", "WHO…",
		"me ada bo@example.com --from 2026-11-24 --to 2026-11-28",
		"WHO is `me`, an id, a username, an e-mail address or a whole name. Without --from "
		"it is "
		"from now, "
		"without --to for seven days; both may be dates or times without an offset.",
		0, free_flags, 1, run_question },
	{ "find-time", "times", "find", "attendee", "WHO… --duration TIME",
		"me ada --duration 30m --no-within-working-hours",
		"The best times first, each with the share of people who are free. WHO, --from and "
		"--to "
		"as for "
		"calctl free.",
		QUARTER_S - 1, find_flags, 2, run_question },
	{ "listen", NULL, NULL, NULL, "CALENDAR --forward-to URL",
		"$CALENDAR --forward-to http://127.0.0.1:3000/hook --state hook.state",
		"Posts what changes in a calendar from now on like deliveries of a webhook, "
		"without a "
		"signature. What is not answered with 2xx is sent again until it is, in order, or "
		"until "
		"Ctrl-C. At least once: the id stays the same. An event that was changed before it "
		"was "
		"told is told once, as event.updated.",
		0, listen_flags, 3, run_listen },
};
const size_t comfort_count = sizeof(comforts) / sizeof(comforts[0]);

const struct comfort *comfort_find(const char *name) {
	for (size_t i = 0; i < comfort_count; i++) {
		if (strcmp(comforts[i].name, name) == 0) {
			return &comforts[i];
		}
	}
	return NULL;
}

const struct command *comfort_command(const struct comfort *comfort) {
	static const struct command none = { .noun = "listen", .verb = "", .operation = "" };

	return comfort->noun != NULL ? command_find(comfort->noun, comfort->verb) : &none;
}

const struct global *comfort_flag(const struct comfort *comfort, const char *name, size_t len) {
	for (size_t i = 0; comfort != NULL && i < comfort->flag_count; i++) {
		if (strlen(comfort->flags[i].name) == len &&
			memcmp(comfort->flags[i].name, name, len) == 0) {
			return &comfort->flags[i];
		}
	}
	return NULL;
}

bool comfort_takes(const struct comfort *comfort, const char *name) {
	return comfort->person_flag != NULL && strcmp(name, comfort->person_flag) != 0 &&
	       strcmp(name, "duration-minutes") != 0 &&
	       comfort_flag(comfort, name, strlen(name)) == NULL;
}

int64_t read_minutes(const char *text) {
	int64_t minutes = 0;

	do {
		char *end;
		if (*text < '0' || *text > '9') {
			return 0;
		}
		long long number = strtoll(text, &end, 10);
		if (number > 100000 || (*end != 'h' && *end != 'm' && *end != '\0')) {
			return 0;
		}
		minutes += *end == 'h' ? number * 60 : number;
		text = end + (*end != '\0');
	} while (*text != '\0');
	return minutes;
}

/* ---- when ----------------------------------------------------------------------------------------------- */

/* A date or wall time becomes an instant; what is no time at all is left for libapi to refuse, beside the other faults.
 * Returns the instant, or `otherwise`. */
static bool put_time(struct args *args, const char *name, char text[WIRE_TIME_ROOM],
	int64_t otherwise, int64_t *at) {
	struct given *given = args_given(args, name);
	struct wire_time time;

	*at = otherwise;
	if (given != NULL && (given->text == NULL ||
				     !wire_time_parse(given->text, strlen(given->text), &time))) {
		return true;
	}
	if (given != NULL) {
		*at = zone_instant(&time);
	}
	zone_print(*at, text);
	if (given == NULL) {
		return args_give(args, name, text);
	}
	given->text = text;
	return true;
}

static bool put_window(struct args *args, struct question *question) {
	int64_t now = (int64_t)time(NULL) + args->comfort->round_up_s, from, to;

	return put_time(args, "from", question->from, now - now % QUARTER_S, &from) &&
	       put_time(args, "to", question->to, from + WEEK_S, &to);
}

/* ---- who ------------------------------------------------------------------------------------------------ */

static int32_t find_people(const struct args *args, struct question *question, char *problem,
	size_t room, libapi_error **error) {
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(user) *me = NULL;
	struct people *people = &question->people;
	int32_t code = session_open(args, &client, error);

	if (code == LIBAPI_OK) {
		code = libapi_user_get(client, "me", NULL, &me, error);
	}
	for (size_t i = 1; code == LIBAPI_OK && i < args->word_count; i++) {
		code = who_find(client, me, args->words[i], &people->all[people->count++], problem,
			room, error);
	}
	if (code == LIBAPI_OK) {
		const char *own = libapi_user_time_zone(me);
		snprintf(people->zone, sizeof(people->zone), "%s",
			args->zone != NULL ? args->zone
			: own != NULL      ? own
					   : "UTC");
		people->zone_known = zone_use(people->zone);
	}
	return code;
}

static bool put_people(struct args *args, struct question *question) {
	bool ok = true;

	for (size_t i = 0; ok && i < question->people.count; i++) {
		snprintf(question->persons[i], sizeof(question->persons[i]), "user_id=%s",
			question->people.all[i].id);
		ok = args_give(args, args->comfort->person_flag, question->persons[i]);
	}
	return ok;
}

/* ---- the whole ------------------------------------------------------------------------------------------ */

static const char *check(const struct args *args) {
	if (args->word_count < 2) {
		return "WHO is missing: `me`, an id, a username, an e-mail address or a name";
	}
	if (args->word_count > PEOPLE_MAX + 1) {
		return "too many people; at most 50";
	}
	if (args->zone != NULL && strlen(args->zone) > 64) {
		return "--time-zone: a zone like Europe/Berlin";
	}
	if (args->comfort->flag_count > 1 && args->duration == NULL) {
		return "--duration is missing, like 30m or 1h30m";
	}
	if (args->duration != NULL && read_minutes(args->duration) == 0) {
		return "--duration: like 30m, 1h or 1h30m; at least a minute";
	}
	return NULL;
}

static bool put_rest(struct args *args, struct question *question) {
	if (args->duration != NULL) {
		snprintf(question->minutes, sizeof(question->minutes), "%lld",
			(long long)read_minutes(args->duration));
		return args_give(args, "duration-minutes", question->minutes);
	}
	return args_give(args, "time-zone", question->people.zone);
}

static int run_question(struct args *args) {
	struct question question = { .people = { .count = 0 } };
	LIBAPI_AUTO(error) *error = NULL;
	char problem[512] = "";
	const char *wrong = check(args);

	if (wrong != NULL) {
		snprintf(problem, sizeof(problem), "%s: %s", args->comfort->name, wrong);
		return fail(EXIT_USAGE, problem);
	}
	int32_t code = find_people(args, &question, problem, sizeof(problem), &error);
	if (code != LIBAPI_OK) {
		return fail_with(code, error, problem);
	}
	if (!put_people(args, &question) || !put_window(args, &question) ||
		!put_rest(args, &question)) {
		return fail(EXIT_USAGE, args->problem);
	}
	args->people = &question.people;
	int status = args->code != NULL ? run_code(args) : run_command(args);
	args->people = NULL;
	return status;
}
