/* program.c: the transport that is the program's own (api/transport.h).
 *
 *   submit ─> errands ─(lock released)─> on_start ~~> libapi_exchange_answer ─> on_end
 *
 * The program's functions may call libapi, so they run when the client's lock has been released: what they have to be
 * told waits as an errand until then. An exchange is an object of its own, with a copy of its request: the call may be
 * cancelled and gone while a thread of the program still sends.
 *
 * Turned down: an exchange that ends with its call, and a cancel() that waits until the program has let go of it. The
 * first needs a lock around every use, the second makes one thread wait for another. */
#include "libapi/transport/program.h"

#include "libapi/call.h"
#include "libapi/hook.h"
#include "libapi/text.h"
#include "libapi/wire/memory.h"

#include <stdio.h>

struct program_transport {
	struct transport transport; /* first */
	struct hook *hook; /* the settings', which outlive the transport */
	struct link errands; /* exchanges that on_start or on_cancel has to be told of */
	bool poll_wanted, polling;
};

static struct program_transport *program_of(struct transport *transport) {
	return (struct program_transport *)transport;
}

static libapi_client *client_of(const struct libapi_exchange *handle) {
	return handle->transport->transport.client;
}

/* ---- under the lock --------------------------------------------------------------------------------------- */

static void add_errand(struct libapi_exchange *handle) {
	struct program_transport *program = handle->transport;

	if (!link_is_in(&handle->in_errands)) {
		handle->refs++; /* the errand's */
		list_append(&program->errands, &handle->in_errands);
	}
	program->transport.has_errands = true;
}

static int32_t submit(struct transport *base, struct exchange *exchange) {
	const libapi_config *config = base->client->config;
	struct libapi_exchange *handle = libapi__exchange_new(config, exchange->request);

	if (handle == NULL) {
		return LIBAPI_E_MEMORY;
	}
	libapi__response_clear(&exchange->response);
	exchange->reason[0] = '\0';
	exchange->slot = handle;
	handle->exchange = exchange;
	handle->transport = program_of(base);
	libapi__client_hold(base->client);
	add_errand(handle);
	return LIBAPI_OK;
}

static void detach(struct libapi_exchange *handle) {
	handle->exchange->slot = NULL;
	handle->exchange = NULL;
}

static void cancel(struct transport *base, struct exchange *exchange) {
	struct libapi_exchange *handle = exchange->slot;

	(void)base;
	if (handle != NULL) {
		detach(handle);
		add_errand(handle);
	}
}

static void want_poll(struct transport *base) {
	program_of(base)->poll_wanted = true;
	base->has_errands = true;
}

static void on_ready(struct transport *base, int fd, uint32_t events) {
	(void)fd;
	(void)events;
	want_poll(base);
}

static void on_time(struct transport *base) {
	base->due_ms = POLLER_NEVER; /* on_poll() says when again */
	want_poll(base);
}

static void free_transport(struct transport *base) {
	wire_free(program_of(base));
}

/* ---- without the lock ------------------------------------------------------------------------------------- */

/* Without what libapi__client_unlock() does besides: this runs inside it. */
static void unlock_only(libapi_client *client) {
	pthread_mutex_unlock(&client->lock);
}

static void let_go(struct libapi_exchange *handle) {
	libapi_client *client = client_of(handle);
	bool is_last = false;

	libapi__client_lock(client);
	is_last = --handle->refs == 0;
	unlock_only(client);
	if (is_last) {
		libapi__exchange_free(handle);
		libapi__client_release(client);
	}
}

/* Under the lock: the function that is to be told; NULL: it is over, or was before the program heard of it. */
static libapi_transport_start_function next_for(struct libapi_exchange *handle) {
	const struct program_functions *functions = &handle->transport->hook->program;

	if (handle->is_told) {
		return handle->is_ended ? NULL : functions->on_cancel;
	}
	if (handle->exchange == NULL) {
		handle->refs--; /* nobody will end it */
		return NULL;
	}
	handle->is_told = true;
	return functions->on_start;
}

static void run_errand(struct program_transport *program, struct libapi_exchange *handle) {
	libapi_transport_start_function tell = NULL;

	libapi__client_lock(program->transport.client);
	list_remove(&handle->in_errands);
	tell = next_for(handle);
	unlock_only(program->transport.client);
	if (tell != NULL) {
		tell(handle, program->hook->user);
	}
	let_go(handle);
}

/* Under the lock. The list is this thread's from here: what is added while it works belongs to whoever adds it, so
 * that a transport that answers at once does not nest deeper with every call. */
static void take_errands(struct program_transport *program, struct link *mine) {
	while (!list_is_empty(&program->errands)) {
		struct link *link = program->errands.next;

		list_remove(link);
		list_append(mine, link);
		program->poll_wanted = true;
	}
	program->transport.has_errands = false;
}

static bool may_poll(struct program_transport *program) {
	bool may =
		program->poll_wanted && !program->polling && program->hook->program.on_poll != NULL;

	if (may) {
		program->poll_wanted = false;
		program->polling = true;
	}
	return may;
}

static void poll_program(struct program_transport *program) {
	libapi_client *client = program->transport.client;

	libapi__client_lock(client);
	while (may_poll(program)) {
		int32_t again_ms = 0;

		unlock_only(client);
		again_ms = program->hook->program.on_poll(program->hook->user);
		libapi__client_lock(client);
		program->polling = false;
		program->transport.due_ms =
			again_ms < 0 ? POLLER_NEVER : libapi__now_ms() + again_ms;
		libapi__wait_rearm(client);
	}
	unlock_only(client);
}

static void run_errands(struct transport *base) {
	struct program_transport *program = program_of(base);
	struct link mine;

	list_init(&mine);
	libapi__client_lock(base->client);
	take_errands(program, &mine);
	unlock_only(base->client);
	while (!list_is_empty(&mine)) {
		run_errand(program, LINK_OWNER(mine.next, struct libapi_exchange, in_errands));
	}
	poll_program(program);
}

static const struct transport_kind program_kind = { submit, cancel, on_ready, on_time,
	free_transport, run_errands };

struct transport *libapi__transport_program(const libapi_config *config,
	const struct base_url *base, struct poller *poller, int32_t *code) {
	struct program_transport *program = wire_calloc(1, sizeof(*program));
	int fd = config->transport->program.fd;

	(void)base;
	*code = LIBAPI_E_MEMORY;
	if (program == NULL) {
		return NULL;
	}
	if (fd >= 0 && !libapi__poller_watch(poller, fd, EPOLLIN)) {
		*code = LIBAPI_E_INVALID; /* no descriptor, or a file: nothing to wait for */
		wire_free(program);
		return NULL;
	}
	program->transport = (struct transport){ .kind = &program_kind, .due_ms = POLLER_NEVER };
	program->hook = config->transport;
	list_init(&program->errands);
	*code = LIBAPI_OK;
	return &program->transport;
}

/* ---- the end of an exchange ------------------------------------------------------------------------------- */

static enum attempt_end end_of(int32_t code) {
	switch (code) {
	case LIBAPI_OK:
		return ATTEMPT_ANSWERED;
	case LIBAPI_E_UNREACHABLE:
		return ATTEMPT_UNREACHABLE;
	case LIBAPI_E_LOST:
		return ATTEMPT_LOST;
	default:
		return ATTEMPT_FINAL;
	}
}

/* Under the lock: what became of it, in the form that the call reads. */
static void conclude(struct libapi_exchange *handle, int32_t code, const char *reason) {
	struct exchange *exchange = handle->exchange;

	detach(handle);
	exchange->code = handle->failed != LIBAPI_OK ? handle->failed : code;
	exchange->end = end_of(exchange->code);
	exchange->curl_code = 0;
	(void)snprintf(exchange->reason, sizeof(exchange->reason), "%s",
		exchange->code == LIBAPI_OK ? ""
		: exchange->code != code    ? libapi_error_name(exchange->code)
		: reason != NULL            ? reason
					    : "the transport failed");
	if (exchange->end == ATTEMPT_ANSWERED) {
		libapi__response_finish(&exchange->response);
		exchange->response = handle->answer;
		handle->answer = (struct response){ 0 };
	}
	exchange->on_end(exchange);
}

static void end(struct libapi_exchange *handle, int32_t code, const char *reason) {
	libapi_client *client = client_of(handle);

	if (libapi__client_check(client, NULL) != LIBAPI_OK) {
		return; /* the parent's */
	}
	libapi__client_lock(client);
	handle->is_ended = true;
	if (handle->exchange != NULL) {
		conclude(handle, code, reason);
		libapi__wait_rearm(
			client); /* it may be sent again, sooner than anybody waits for */
	}
	libapi__client_unlock(client);
	let_go(handle);
}

void libapi_exchange_answer(libapi_exchange *exchange, int32_t status) {
	if (exchange == NULL) {
		return;
	}
	exchange->answer.status = status;
	if (status < 200 || status > 599) {
		end(exchange, LIBAPI_E_MALFORMED, "the transport gave a status that is none");
	} else {
		end(exchange, LIBAPI_OK, NULL);
	}
}

void libapi_exchange_fail(libapi_exchange *exchange, int32_t code, const char *reason) {
	static const int32_t known[] = { LIBAPI_E_UNREACHABLE, LIBAPI_E_LOST, LIBAPI_E_TLS,
		LIBAPI_E_MALFORMED, LIBAPI_E_MEMORY };
	bool is_known = false;

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		is_known = is_known || known[i] == code;
	}
	if (exchange != NULL) {
		end(exchange, is_known ? code : LIBAPI_E_LOST, reason);
	}
}
