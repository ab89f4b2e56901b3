/* find_times.h: times at which enough people are free.
 *
 *   question ─> find_times_begin ─> find_times_lay_out (each person) ─> find_times_go_on (in slices)
 *            ─> find_times_end: slots, best first
 *
 * Pure. Possible starts stand on whole steps of the clock of UTC. A person is free when nothing that is busy lies
 * within the meeting and the buffer around it and, if asked for, the meeting lies in one stretch of the person's
 * working hours, on the person's own clock. */
#ifndef SERVER_DOMAIN_FIND_TIMES_H
#define SERVER_DOMAIN_FIND_TIMES_H

#include "server/domain/freebusy.h"
#include "server/domain/zone.h"

enum { WORK_MAX = 14, PEOPLE_MAX = 50 };

struct work { /* hours of one day */
	int day; /* 1 Monday … 7 Sunday */
	int start_minute, end_minute; /* of the day */
};
struct person {
	const struct zone *zone;
	bool required;
	struct work work[WORK_MAX]; /* none: Monday to Friday, 09:00–17:00 */
	size_t work_count;
	struct freebusy busy; /* merged; owned by the question */
	/* its own */
	struct freebusy hours; /* working time within the window, merged */
	size_t busy_at, hours_at;
};
struct found_time {
	int64_t start_s;
	int free_count;
	uint64_t unavailable; /* bit n: people[n] */
};
enum empty_reason { EMPTY_NOT, EMPTY_NONE_FREE, EMPTY_OUTSIDE_HOURS, EMPTY_WINDOW_TOO_SHORT };

struct find_times {
	/* the question */
	struct person *people;
	size_t person_count;
	int64_t from_s, to_s, duration_s, step_s, buffer_s;
	bool within_hours;
	size_t min_required; /* 0: all who are required */
	size_t max_results;
	/* the answer */
	struct found_time *slots; /* max_results of room, the caller's */
	size_t slot_count;
	enum empty_reason empty_reason;
	/* its own */
	int64_t at_s;
	bool had_hours; /* enough people worked at some possible time */
};

void find_times_begin(struct find_times *question);
bool find_times_lay_out(struct find_times *question, size_t person); /* false: no memory */
/* Look at so many possible starts. true: there are no more. */
bool find_times_go_on(struct find_times *question, size_t starts);
/* The slots stand in order: most people first, then the earliest. Says why there are none. */
void find_times_end(struct find_times *question);
void find_times_finish(
	struct find_times *question); /* frees what is its own, and the people's busy times */

#endif
