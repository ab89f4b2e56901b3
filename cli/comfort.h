/* comfort.h: verbs that people type all day: they take names instead of ids, and know when "now" is.
 *
 *   calctl free ada bo@example.com        ─> calctl freebusy query --subject user_id=… --subject user_id=… …
 *   calctl listen CALENDAR                ─> cli/listen.c, which stands for no row
 *   calctl find-time ada me --duration 30m ─> calctl times find --attendee user_id=… --duration-minutes 30 …
 *
 * Each stands for a row of the table, whose flags it takes too; what is sent and printed is the row's business. */
#ifndef CLI_COMFORT_H
#define CLI_COMFORT_H

#include "cli/args.h"

struct comfort {
	const char *name;
	const char *noun, *verb; /* the row; NULL: it stands for none */
	const char *person_flag; /* the row's flag that each word becomes */
	const char *usage, *example; /* behind the name */
	const char *about; /* a paragraph for the help */
	int64_t round_up_s; /* the default of --from is a quarter of an hour: that before, or the next */
	const struct global *flags; /* its own */
	size_t flag_count;
	int (*run)(struct args *args);
};
extern const struct comfort comforts[];
extern const size_t comfort_count;

/* NULL where there is none. */
const struct comfort *comfort_find(const char *name);
/* The row; an empty one where it stands for none. */
const struct command *comfort_command(const struct comfort *comfort);
const struct global *comfort_flag(const struct comfort *comfort, const char *name, size_t len);

/* Whether the row's flag of this name may be typed: those that words, and flags of its own, stand for may not. */
bool comfort_takes(const struct comfort *comfort, const char *name);

/* "30", "30m", "1h", "1h30m" in minutes; 0: not so. */
int64_t read_minutes(const char *text);

#endif
