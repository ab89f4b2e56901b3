/* call.c: making, counting and recycling calls, and their arena. */
#include "server/flow/call.h"

#include <assert.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/flow/reply.h"

enum { ARENA_BLOCK = 16384, ANSWER_KEPT_MAX = 65536 };

struct arena_block {
	struct arena_block *next;
	char bytes[];
};

bool flow_init(
	struct flow *flow, struct loop *loop, struct pool *pool, const struct config *config) {
	*flow = (struct flow){ .loop = loop, .pool = pool, .config = config };
	list_init(&flow->spare);
	parking_init(&flow->parking);
	flow->columns = columns_new(statement_count);
	return flow->columns != NULL;
}

static void destroy(struct call *call) {
	wire_buffer_finish(&call->answer);
	free(call);
}

void flow_finish(struct flow *flow) {
	assert(flow->live_count == 0);
	while (!list_empty(&flow->spare)) {
		struct call *call = LIST_ENTRY(list_first(&flow->spare), struct call, link);
		list_remove(&call->link);
		destroy(call);
	}
	columns_free(flow->columns, statement_count);
	flow->columns = NULL;
}

static struct call *take_spare(struct flow *flow) {
	if (list_empty(&flow->spare)) {
		struct call *fresh = malloc(sizeof(*fresh));
		if (fresh != NULL) {
			fresh->answer = WIRE_BUFFER_EMPTY;
		}
		return fresh;
	}
	struct call *call = LIST_ENTRY(list_first(&flow->spare), struct call, link);
	list_remove(&call->link);
	flow->spare_count--;
	return call;
}

struct call *call_new(struct flow *flow) {
	struct call *call = take_spare(flow);

	if (call == NULL) {
		return NULL;
	}
	memset(call, 0, offsetof(struct call, answer));
	list_init(&call->link);
	list_init(&call->query.link);
	wire_buffer_clear(&call->answer);
	wire_problems_init(&call->problems);
	call->flow = flow;
	call->references = 1;
	call->client_fd = -1;
	call->arena_at = call->arena_first;
	call->arena_end = call->arena_first + sizeof(call->arena_first);
	call->arena_blocks = NULL;
	flow->live_count++;
	return call;
}

struct call *call_ref(struct call *call) {
	call->references++;
	return call;
}

static void release_parts(struct call *call) {
	if (call->on_free != NULL) {
		call->on_free(call);
	}
	size_t used = call->arena_blocks == NULL ? (size_t)(call->arena_at - call->arena_first)
						 : CALL_ARENA_FIRST;

	wire_record_unref(call->query_record);
	wire_record_unref(call->body_record);
	wire_problems_finish(&call->problems);
	while (call->arena_blocks != NULL) {
		struct arena_block *block = call->arena_blocks;
		call->arena_blocks = block->next;
		free(block);
	}
	/* Keys and secrets must not wait in a spare call for somebody's core dump. */
	explicit_bzero(call->arena_first, used);
}

void call_unref(struct call *call) {
	if (call == NULL || --call->references > 0) {
		return;
	}
	struct flow *flow = call->flow;
	release_parts(call);
	flow->live_count--;
	if (flow->spare_count >= CALLS_SPARE_MAX || call->answer.room > ANSWER_KEPT_MAX ||
		call->answer.failed) {
		destroy(call);
		return;
	}
	list_append(&flow->spare, &call->link);
	flow->spare_count++;
}

static void end(struct call *call) {
	if (call->on_end != NULL) {
		call->on_end(call);
	}
}

void call_gone(struct call *call) {
	call->gone = true;
	end(call);
	if (call->query_out) {
		pool_drop(call->flow->pool, &call->query);
	}
}

bool call_client_left(const struct call *call) {
	struct pollfd client = { .fd = call->client_fd, .events = POLLRDHUP };

	return call->gone || (call->client_fd >= 0 && poll(&client, 1, 0) > 0 &&
				     (client.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0);
}

static bool add_block(struct call *call, size_t size) {
	size_t room = size > ARENA_BLOCK ? size : ARENA_BLOCK;
	struct arena_block *block = malloc(sizeof(*block) + room);

	if (block == NULL) {
		return false;
	}
	block->next = call->arena_blocks;
	call->arena_blocks = block;
	call->arena_at = block->bytes;
	call->arena_end = block->bytes + room;
	return true;
}

void *call_alloc(struct call *call, size_t size) {
	size = (size + 7) & ~(size_t)7;
	if ((size_t)(call->arena_end - call->arena_at) < size && !add_block(call, size)) {
		return NULL;
	}
	void *memory = call->arena_at;
	call->arena_at += size;
	return memory;
}

const char *call_copy(struct call *call, const char *text, size_t len) {
	char *copy = call_alloc(call, len + 1);

	if (copy != NULL) {
		memcpy(copy, text, len);
		copy[len] = 0;
	}
	return copy;
}

const char *call_format(struct call *call, const char *format, ...) {
	va_list list;
	va_start(list, format);
	int len = vsnprintf(NULL, 0, format, list);
	va_end(list);
	char *text = len < 0 ? NULL : call_alloc(call, (size_t)len + 1);
	if (text != NULL) {
		va_start(list, format);
		vsnprintf(text, (size_t)len + 1, format, list);
		va_end(list);
	}
	return text;
}

struct slice call_slice(struct call *call, const char *text, size_t len) {
	const char *copy = call_copy(call, text, len);
	return (struct slice){ copy, copy == NULL ? 0 : len };
}

void call_answer(struct call *call, uint16_t status) {
	assert(!call->answered);
	end(call);
	call->answered = true;
	call->status = status;
	if (call->answer.failed) { /* out of memory while writing: an empty 503 is the honest rest */
		wire_buffer_finish(&call->answer);
		call->status = 503;
		call->retry_after_s = 1;
	}
	if (!call->gone) {
		call->on_answered(call);
	}
}
