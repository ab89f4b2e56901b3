/* freebusy.h: stretches of busy time, merged.
 *
 *   freebusy_add, freebusy_add, …  ─> freebusy_merge ─> spans: sorted, apart or touching with another certainty
 *
 * Times are Unix seconds; a span includes its start and not its end. Where something certain overlaps something
 * tentative, the certain one is shown. */
#ifndef SERVER_DOMAIN_FREEBUSY_H
#define SERVER_DOMAIN_FREEBUSY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct busy_span {
	int64_t start_s, end_s;
	bool tentative;
};
struct freebusy {
	struct busy_span *spans;
	size_t count, room;
	size_t merged; /* so many of them are merged already */
};
/* More than anybody's: what asks for more is refused by the caller, and no merge takes long. */
enum { FREEBUSY_SPANS_MAX = 10000 };
#define FREEBUSY_EMPTY ((struct freebusy){ 0 })

void freebusy_finish(struct freebusy *busy); /* frees, leaves it empty */
/* Cut to [from_s, to_s); what is empty then makes nobody busy and is left out. Merges by itself now and then, so
 * that memory follows the answer and not the question. false: no memory. */
bool freebusy_add(
	struct freebusy *busy, const struct busy_span *span, int64_t from_s, int64_t to_s);
/* false: no memory; the list stays as it was. */
bool freebusy_merge(struct freebusy *busy);

#endif
