/* peer.h: one connection: bytes in, and an answer out, at the pace and to the end that the script wants. */
#ifndef TESTING_PEER_H
#define TESTING_PEER_H

#include "libapi/list.h"
#include "libapi/wire/buffer.h"
#include "testing/script.h"

struct peer {
	struct link link;
	int fd;
	struct wire_buffer in, out;
	size_t sent; /* of out */
	bool answering, ends, resets;
	int64_t due_ms, drip_ms; /* when the next bytes go out, and how far apart */
};

struct peer *peer_new(int fd);
void peer_free(struct peer *peer);
/* What poll() should wait for, and until when (-1: no bound), milliseconds of `now`'s clock. */
short peer_events(const struct peer *peer, int64_t now_ms);
int64_t peer_wait_ms(const struct peer *peer, int64_t now_ms);

/* Read what is there. false: the other side is gone. */
bool peer_read(struct peer *peer);
/* Begin an answer; `fault`: 500 with these words instead. */
void peer_answer(struct peer *peer, const struct answer *answer, const char *fault, int64_t now_ms);
/* Send what is due. false: this connection ends here. */
bool peer_write(struct peer *peer, int64_t now_ms);

#endif
