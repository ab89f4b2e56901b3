/* turns.h: of one key one at a time in the whole process, without a lock: a write in flight (store/pool_queue.c), a
 * slice of long work (loop.h).
 *
 * Each loop has a seat. It does a thing only while its seat has the turn of its key; who has to wait is handed it by
 * the one who had it, seats in a circle, so that none starves. Keys share a fixed number of turns by their hash: two
 * that fall together run one after the other, and nothing worse, for what is in flight never waits for a turn. */
#ifndef SERVER_BASE_TURNS_H
#define SERVER_BASE_TURNS_H

#include <stdbool.h>
#include <stdint.h>

#include "server/base/loop.h"

enum { SEATS_MAX = 64 };

struct turns;
struct turns *turns_new(void); /* NULL: no memory */
void turns_free(struct turns *turns); /* all have left; NULL is fine */

/* A seat is used by its loop's thread alone, and belongs to the turns. NULL: no memory, or SEATS_MAX joined before.
 * The loop must outlive the use of the other seats: they wake it. */
struct seat;
struct seat *turns_join(struct turns *turns, struct loop *loop);
void seat_leave(struct seat *seat); /* what it has goes to the next one */

/* True: the key's turn is ours until seat_pass. False: it is asked for, and the loop is woken when it comes. */
bool seat_take(struct seat *seat, const char *key);
void seat_pass(struct seat *seat, const char *key);
/* See what came. Only here, so that of two who asked, the first one also gets it. */
void seat_collect(struct seat *seat, uint64_t now_us);
/* Pass on what came and was not taken, except what came after since_us. Returns when the oldest of those came;
 * 0: nothing stays. */
uint64_t seat_pass_unused(struct seat *seat, uint64_t since_us);

#endif
