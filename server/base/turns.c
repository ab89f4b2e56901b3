/* turns.c: see turns.h.
 *
 *   a bit for each seat:   nobody's ── take: the first bit ──> its own ── pass: clear, tell the next bit ──> …
 *
 * Who sets the first bit has the turn. Who has it clears his bit and, if others are left, tells the next of them: one
 * fetch_or and one fetch_and decide everything, and a turn without bits is nobody's. A mutex was turned down: a loop
 * must not sleep; so was asking again every so often: it would cost most where most wait. */
#include "server/base/turns.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "server/base/list.h"

#define TURNS 1024 /* two of the four writes in flight at defaults meet by chance once in 170 */

enum place { NOWHERE, ASKED, OURS, TAKEN };
enum word { SILENT, WAITING, TOLD };

struct turn { /* as one seat sees it */
	struct list link; /* the seat's pending: ASKED or OURS */
	uint64_t ours_us;
	enum place place;
	_Atomic int word; /* between the seat and who passes */
};

struct seat {
	struct turns *turns;
	struct loop *loop;
	unsigned index;
	struct list pending;
	struct turn turn[TURNS];
};

struct turns {
	_Atomic uint64_t wanted[TURNS]; /* a bit for each seat */
	_Atomic unsigned joined;
	struct seat *seats[SEATS_MAX];
};

struct turns *turns_new(void) {
	return calloc(1, sizeof(struct turns));
}

void turns_free(struct turns *turns) {
	for (unsigned i = 0; turns != NULL && i < SEATS_MAX; i++) {
		free(turns->seats[i]);
	}
	free(turns);
}

struct seat *turns_join(struct turns *turns, struct loop *loop) {
	unsigned index = atomic_fetch_add(&turns->joined, 1);
	struct seat *seat = index < SEATS_MAX ? calloc(1, sizeof(*seat)) : NULL;
	if (seat == NULL) {
		return NULL;
	}
	seat->turns = turns;
	seat->loop = loop;
	seat->index = index;
	list_init(&seat->pending);
	for (size_t i = 0; i < TURNS; i++) {
		list_init(&seat->turn[i].link);
	}
	turns->seats[index] = seat;
	return seat;
}

/* ---- handing over ---------------------------------------------------------------------------------------- */

static uint64_t bit(unsigned index) {
	return (uint64_t)1 << index;
}

static uint64_t clear(_Atomic uint64_t *wanted, unsigned index) {
	return atomic_fetch_and(wanted, ~bit(index)) & ~bit(index);
}

static unsigned next_after(uint64_t wanted, unsigned index) {
	uint64_t behind = wanted & ~((bit(index) << 1) - 1);
	return (unsigned)__builtin_ctzll(behind != 0 ? behind : wanted);
}

/* False: it has left, and its bit stayed behind. */
static bool tell(struct seat *seat, unsigned number) {
	int word = WAITING;
	bool told = atomic_compare_exchange_strong(&seat->turn[number].word, &word, TOLD);
	if (told) {
		loop_wake(seat->loop);
	}
	return told;
}

static void hand_over(struct seat *seat, unsigned number) {
	struct turns *turns = seat->turns;
	unsigned next = seat->index;
	uint64_t wanted = clear(&turns->wanted[number], next);
	while (wanted != 0) {
		next = next_after(wanted, next);
		if (tell(turns->seats[next], number)) {
			return;
		}
		wanted = clear(&turns->wanted[number], next);
	}
}

/* ---- one seat -------------------------------------------------------------------------------------------- */

/* FNV-1a; the bits above its prime are mixed even for keys of a few bytes. */
static unsigned number_of(const char *key) {
	uint64_t hash = 14695981039346656037ULL;
	for (; *key != '\0'; key++) {
		hash = (hash ^ (unsigned char)*key) * 1099511628211ULL;
	}
	return (unsigned)(hash >> 40) % TURNS;
}

static void ask(struct seat *seat, unsigned number) {
	struct turn *turn = &seat->turn[number];
	atomic_store(&turn->word, WAITING); /* first: once the bit stands, the other may tell */
	if (atomic_fetch_or(&seat->turns->wanted[number], bit(seat->index)) == 0) {
		atomic_store(&turn->word, SILENT);
		turn->place = OURS;
	} else {
		turn->place = ASKED;
		list_append(&seat->pending, &turn->link);
	}
}

static void give_up(struct seat *seat, struct turn *turn) {
	list_remove(&turn->link);
	turn->place = NOWHERE;
	hand_over(seat, (unsigned)(turn - seat->turn));
}

bool seat_take(struct seat *seat, const char *key) {
	unsigned number = number_of(key);
	struct turn *turn = &seat->turn[number];
	if (turn->place == NOWHERE) {
		ask(seat, number);
	}
	if (turn->place != OURS) {
		return false;
	}
	list_remove(&turn->link);
	turn->place = TAKEN;
	return true;
}

void seat_pass(struct seat *seat, const char *key) {
	give_up(seat, &seat->turn[number_of(key)]);
}

static struct turn *turn_at(struct list *link) {
	return LIST_ENTRY(link, struct turn, link);
}

void seat_collect(struct seat *seat, uint64_t now_us) {
	for (struct list *link = seat->pending.next; link != &seat->pending; link = link->next) {
		struct turn *turn = turn_at(link);
		if (turn->place == ASKED && atomic_load(&turn->word) == TOLD) {
			atomic_store(&turn->word, SILENT);
			turn->place = OURS;
			turn->ours_us = now_us;
		}
	}
}

uint64_t seat_pass_unused(struct seat *seat, uint64_t since_us) {
	uint64_t oldest_us = 0;
	struct list *next = NULL;
	for (struct list *link = seat->pending.next; link != &seat->pending; link = next) {
		struct turn *turn = turn_at(link);
		next = link->next;
		if (turn->place == OURS && turn->ours_us <= since_us) {
			give_up(seat, turn);
		} else if (turn->place == OURS && (oldest_us == 0 || turn->ours_us < oldest_us)) {
			oldest_us = turn->ours_us;
		}
	}
	return oldest_us;
}

/* One that was told meanwhile has to pass it on; the bit of one that was not is cleared by who comes to it. */
void seat_leave(struct seat *seat) {
	struct list *next = NULL;
	for (struct list *link = seat->pending.next; link != &seat->pending; link = next) {
		struct turn *turn = turn_at(link);
		int word = WAITING;
		next = link->next;
		if (turn->place == OURS ||
			!atomic_compare_exchange_strong(&turn->word, &word, SILENT)) {
			give_up(seat, turn);
		}
	}
}
