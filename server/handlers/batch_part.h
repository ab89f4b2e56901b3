/* batch_part.h: one request of a batch: a call that came from no connection and is answered into the batch.
 *
 * It takes the way of every request (flow/enter.h), so it can do what its key could do by itself and no more. */
#ifndef SERVER_HANDLERS_BATCH_PART_H
#define SERVER_HANDLERS_BATCH_PART_H

#include "server/flow/call.h"

struct batch;
struct batch_part {
	struct batch *batch;
	const struct wire_record *record; /* the contract's BatchRequest */
	size_t index;
	const struct route
		*route; /* NULL: nothing answers there, which is the part's own problem */
	struct call *call; /* ours once started; NULL: no memory for it */
	void (*on_answered)(struct batch_part *part);
};

/* The requests of `call`, a batch, one part each; NULL: answered: no memory, or parts that cannot be in a batch. */
struct batch_part *batch_parts(struct call *call, struct batch *batch, size_t *count);
/* Start it for the batch's caller; `lease` may be NULL. on_answered: once, perhaps in here. */
void batch_part_start(struct batch_part *part, struct call *batch_call, struct lease *lease);
/* Answer it `code` without running it. */
void batch_part_refuse(
	struct batch_part *part, struct call *batch_call, const char *code, const char *detail);
void batch_part_finish(struct batch_part *part); /* to be started again, or never */

bool batch_part_is_safe(const struct batch_part *part); /* changes nothing */
uint16_t batch_part_status(const struct batch_part *part);
size_t batch_part_bytes(const struct batch_part *part); /* of its answer */
/* {id, status, headers, body} */
void batch_part_put(const struct batch_part *part, struct wire_buffer *out);
/* As entries of the batch's own problem, or nothing if it went well. */
void batch_part_report(const struct batch_part *part, struct call *batch_call);
/* The calendars that they may lock, by path and body, as the text of a uuid[]; NULL: none, or no memory. */
const char *batch_parts_calendars(
	const struct batch_part *parts, size_t count, struct call *batch_call);

#endif
