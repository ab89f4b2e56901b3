/* parking.c: see parking.h. */
#include "server/flow/parking.h"

#include <sys/epoll.h>

void parking_init(struct parking *parking) {
	*parking = (struct parking){ 0 };
	list_init(&parking->reader.link);
	list_init(&parking->due);
	for (size_t i = 0; i < PARKING_ROWS; i++) {
		list_init(&parking->rows[i]);
	}
}

/* The last characters of a UUID are its most random ones. */
static struct list *row_of(struct parking *parking, const char *calendar_id) {
	size_t len = strlen(calendar_id);
	unsigned a = len < 2 ? 0 : (unsigned char)calendar_id[len - 2],
		 b = len < 2 ? 0 : (unsigned char)calendar_id[len - 1];
	return &parking->rows[(a * 31 + b) % PARKING_ROWS];
}

/* ---- states ----------------------------------------------------------------------------------------------- */

/* The only place where one changes. */
static void move(struct parked *parked, enum parked_state to) {
	struct parking *parking = parked->parking;
	bool waited = parked->state == PARKED_WAITING || parked->state == PARKED_DUE;
	bool waits = to == PARKED_WAITING || to == PARKED_DUE;

	list_remove(&parked->link);
	parking->count += (unsigned)waits - (unsigned)waited;
	if (parked->state == PARKED_WAITING) {
		loop_clear_timer(parked->loop, &parked->timer);
		loop_unwatch(parked->loop, &parked->watch);
	}
	if (parked->state == PARKED_READING && parked->woken) {
		parked->woken = false;
		parking->reading--;
	}
	parked->state = to;
	if (to == PARKED_DUE) {
		list_append(&parking->due, &parked->link);
	} else if (to != PARKED_OUTSIDE) {
		list_append(row_of(parking, parked->calendar_id), &parked->link);
	}
}

/* Whoever answers in his turn leaves, and by that comes here again: the loop that runs already goes on. */
static void let_read(struct parking *parking) {
	if (parking->letting) {
		return;
	}
	parking->letting = true;
	while (parking->reading < PARKING_READS_MAX && !list_empty(&parking->due)) {
		struct parked *parked = LIST_ENTRY(list_first(&parking->due), struct parked, link);
		move(parked, PARKED_READING);
		parked->woken = true;
		parking->reading++;
		parked->on_turn(parked);
	}
	parking->letting = false;
}

static void wake(struct parked *parked) {
	struct parking *parking = parked->parking;
	move(parked, PARKED_DUE);
	let_read(parking);
}

static void on_time(struct timer *timer) {
	wake(LIST_ENTRY(timer, struct parked, timer));
}

static void on_hang_up(struct watch *watch, uint32_t events) {
	struct parked *parked = LIST_ENTRY(watch, struct parked, watch);
	(void)events;
	parked->leaving = true;
	wake(parked);
}

/* ---- news ------------------------------------------------------------------------------------------------- */

static void tell(struct parked *parked) {
	if (parked->state == PARKED_READING) {
		parked->missed = true;
	} else {
		move(parked, PARKED_DUE);
	}
}

/* calendar_id NULL: all of the row. */
static void tell_row(struct list *row, const char *calendar_id) {
	struct list *next = NULL;
	for (struct list *link = row->next; link != row; link = next) {
		struct parked *parked = LIST_ENTRY(link, struct parked, link);
		next = link->next;
		if (calendar_id == NULL || strcmp(parked->calendar_id, calendar_id) == 0) {
			tell(parked);
		}
	}
}

static void tell_all(struct parking *parking) {
	for (size_t i = 0; i < PARKING_ROWS; i++) {
		tell_row(&parking->rows[i], NULL);
	}
}

static void tell_those(struct parking *parking, const char *calendars) {
	char id[40];
	for (const char *at = calendars; *at != '\0'; at += *at == ' ') {
		size_t len = strcspn(at, " ");
		if (len > 0 && len < sizeof(id)) {
			memcpy(id, at, len);
			id[len] = '\0';
			tell_row(row_of(parking, id), id);
		}
		at += len;
	}
}

static void on_news(struct news_reader *reader, const char *calendars) {
	struct parking *parking = LIST_ENTRY(reader, struct parking, reader);

	if (strcmp(calendars, NEWS_ALL) == 0) {
		tell_all(parking);
	} else {
		tell_those(parking, calendars);
	}
	let_read(parking);
}

void parking_open(struct parking *parking, struct loop *loop) {
	news_join(&parking->reader, loop, on_news);
}

/* ---- coming and going ------------------------------------------------------------------------------------- */

void parking_enter(struct parking *parking, struct parked *parked, struct loop *loop,
	const char *calendar_id, uint64_t until_us, void (*on_turn)(struct parked *parked)) {
	*parked = (struct parked){ .parking = parking,
		.loop = loop,
		.calendar_id = calendar_id,
		.until_us = until_us,
		.watch = { .fd = -1, .on_ready = on_hang_up },
		.on_turn = on_turn };
	list_init(&parked->link);
	timer_init(&parked->timer, on_time);
	atomic_fetch_add(&news_waiting, 1); /* before the read: see news.c */
	move(parked, PARKED_READING);
}

bool parking_wait(struct parked *parked, int client_fd) {
	struct parking *parking = parked->parking;

	if (parked->leaving || monotonic_us() >= parked->until_us || atomic_load(&news_ended)) {
		return false;
	}
	if (parked->missed) {
		parked->missed = false;
		move(parked, PARKED_DUE);
	} else {
		move(parked, PARKED_WAITING);
		loop_set_timer(parked->loop, &parked->timer, parked->until_us);
		if (client_fd >= 0) {
			loop_watch(parked->loop, &parked->watch, client_fd, EPOLLRDHUP);
		}
	}
	let_read(parking);
	return true;
}

void parking_leave(struct parked *parked) {
	if (parked->state == PARKED_OUTSIDE) {
		return;
	}
	move(parked, PARKED_OUTSIDE);
	atomic_fetch_sub(&news_waiting, 1);
	let_read(parked->parking);
}
