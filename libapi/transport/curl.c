/* curl.c: the transport of every day: one curl multi handle, driven by the poller's events.
 *
 *   submit ─> easy handle ─> multi ~~> sockets ─> on_ready ─> multi ─> messages ─> on_end
 *              (waiting) ─┘
 *
 * HTTP/1 carries one request a connection. What libcurl has no connection for, it tries again at every end of another,
 * with all the work of connecting each time: 64 calls over 16 connections cost three quarters more than one by one. So
 * those wait here. Over TLS the answers tell which HTTP it is; until the first one all are libcurl's.
 *
 * curl says what to watch (on_socket) and when to be called again (on_timer). What it wants done at once is done
 * at once: a request leaves inside submit() when a connection is free. */
#include "libapi/transport/easy.h"

#include "libapi/list.h"
#include "libapi/text.h"
#include "libapi/wire/memory.h"

#include <pthread.h>

struct curl_transport {
	struct transport transport; /* first: the seam sees only this */
	struct poller *poller;
	struct easy_settings settings;
	CURLM *multi;
	struct easy *spare;
	size_t spare_count;
	struct link busy; /* easy handles under way */
	struct link waiting; /* for one of those to end */
	int32_t under_way;
	bool is_shared; /* a connection carries many at once, as far as is known */
};

static struct curl_transport *curl_of(struct transport *transport) {
	return (struct curl_transport *)transport;
}

static int on_socket(CURL *curl, curl_socket_t fd, int what, void *user, void *socket_user) {
	struct curl_transport *transport = user;
	uint32_t events = 0;

	(void)curl;
	(void)socket_user;
	if (what == CURL_POLL_IN || what == CURL_POLL_INOUT) {
		events |= EPOLLIN;
	}
	if (what == CURL_POLL_OUT || what == CURL_POLL_INOUT) {
		events |= EPOLLOUT;
	}
	(void)libapi__poller_watch(transport->poller, (int)fd, events);
	return 0;
}

static int on_timer(CURLM *multi, long timeout_ms, void *user) {
	struct curl_transport *transport = user;

	(void)multi;
	transport->transport.due_ms = timeout_ms < 0 ? POLLER_NEVER : libapi__now_ms() + timeout_ms;
	return 0;
}

static void put_spare(struct curl_transport *transport, struct easy *easy) {
	list_remove(&easy->in_list);
	transport->under_way -= easy->is_under_way;
	easy->is_under_way = false;
	easy->exchange->slot = NULL;
	easy->exchange = NULL;
	if (transport->spare_count == EASY_SPARE_MAX) {
		libapi__easy_free(easy);
		return;
	}
	easy->next = transport->spare;
	transport->spare = easy;
	transport->spare_count++;
}

static struct easy *take_spare(struct curl_transport *transport) {
	struct easy *easy = transport->spare;

	if (easy == NULL) {
		return libapi__easy_new(&transport->settings);
	}
	transport->spare = easy->next;
	transport->spare_count--;
	return easy;
}

static void note_version(struct curl_transport *transport, CURL *curl) {
	long version = CURL_HTTP_VERSION_NONE;

	curl_easy_getinfo(curl, CURLINFO_HTTP_VERSION, &version);
	if (version != CURL_HTTP_VERSION_NONE) {
		transport->is_shared = version >= CURL_HTTP_VERSION_2_0;
	}
}

static void end_exchange(struct curl_transport *transport, CURL *curl, CURLcode result) {
	struct easy *easy = NULL;
	struct exchange *exchange = NULL;

	curl_easy_getinfo(curl, CURLINFO_PRIVATE, &easy);
	exchange = easy->exchange;
	libapi__easy_conclude(easy, result);
	note_version(transport, curl);
	curl_multi_remove_handle(transport->multi, curl);
	put_spare(transport, easy);
	exchange->on_end(exchange);
}

static bool has_room(const struct curl_transport *transport) {
	return transport->is_shared ||
	       transport->under_way < transport->settings.config->connections;
}

static bool set_off(struct curl_transport *transport, struct easy *easy) {
	if (curl_multi_add_handle(transport->multi, easy->curl) != CURLM_OK) {
		return false;
	}
	list_append(&transport->busy, &easy->in_list);
	easy->is_under_way = true;
	transport->under_way++;
	return true;
}

static void set_off_waiting(struct curl_transport *transport) {
	while (!list_is_empty(&transport->waiting) && has_room(transport)) {
		struct easy *easy = LINK_OWNER(transport->waiting.next, struct easy, in_list);

		list_remove(&easy->in_list);
		if (!set_off(transport, easy)) {
			end_exchange(transport, easy->curl, CURLE_OUT_OF_MEMORY);
		}
	}
}

static void end_all(struct curl_transport *transport, const struct link *list) {
	while (!list_is_empty(list)) {
		struct easy *easy = LINK_OWNER(list->next, struct easy, in_list);
		end_exchange(transport, easy->curl, CURLE_OUT_OF_MEMORY);
	}
}

static void read_messages(struct curl_transport *transport) {
	CURLMsg *message = NULL;
	int left = 0;

	while ((message = curl_multi_info_read(transport->multi, &left)) != NULL) {
		if (message->msg == CURLMSG_DONE) {
			end_exchange(transport, message->easy_handle, message->data.result);
		}
	}
}

/* The multi handle had no memory to watch a socket, and does not say whose: all end, since a call must not wait for
 * an answer that nobody watches for. What it left half made it trips over later (7.88 divides by the size of a table
 * that it has destroyed), so it goes, and submit() makes another. */
static void give_up(struct curl_transport *transport) {
	end_all(transport, &transport->waiting);
	end_all(transport, &transport->busy);
	curl_multi_cleanup(transport->multi);
	transport->multi = NULL;
}

static void act(struct curl_transport *transport, curl_socket_t fd, int mask) {
	int running = 0;
	CURLMcode result = CURLM_OK;

	if (transport->multi == NULL) {
		return;
	}
	result = curl_multi_socket_action(transport->multi, fd, mask, &running);
	read_messages(transport);
	if (result > CURLM_OK) {
		give_up(transport);
	}
	set_off_waiting(transport);
}

static bool make_multi(struct curl_transport *transport) {
	const libapi_config *config = transport->settings.config;
	CURLM *multi = curl_multi_init();

	transport->multi = multi;
	if (multi == NULL) {
		return false;
	}
	curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, on_socket);
	curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, transport);
	curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, on_timer);
	curl_multi_setopt(multi, CURLMOPT_TIMERDATA, transport);
	curl_multi_setopt(multi, CURLMOPT_PIPELINING, (long)CURLPIPE_MULTIPLEX);
	curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, (long)config->connections);
	curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)config->connections);
	return true;
}

static int32_t submit(struct transport *base, struct exchange *exchange) {
	struct curl_transport *transport = curl_of(base);
	bool ready = transport->multi != NULL || make_multi(transport);
	struct easy *easy = ready ? take_spare(transport) : NULL;
	int32_t code = LIBAPI_OK;

	if (easy == NULL) {
		return LIBAPI_E_MEMORY;
	}
	libapi__response_clear(&exchange->response);
	code = libapi__easy_prepare(easy, &transport->settings, exchange);
	if (code != LIBAPI_OK) {
		put_spare(transport, easy);
		return code;
	}
	exchange->slot = easy;
	if (!list_is_empty(&transport->waiting) || !has_room(transport)) {
		list_append(&transport->waiting, &easy->in_list);
	} else if (!set_off(transport, easy)) {
		put_spare(transport, easy);
		return LIBAPI_E_MEMORY;
	}
	return LIBAPI_OK;
}

static void cancel(struct transport *base, struct exchange *exchange) {
	struct curl_transport *transport = curl_of(base);
	struct easy *easy = exchange->slot;

	if (easy != NULL) {
		curl_multi_remove_handle(transport->multi, easy->curl); /* legal if not in it */
		put_spare(transport, easy);
	}
	if (!list_is_empty(&transport->waiting)) {
		base->due_ms = libapi__now_ms(); /* on_time() sets off the next one */
	}
}

static void on_ready(struct transport *base, int fd, uint32_t events) {
	int mask = 0;

	if ((events & (EPOLLIN | EPOLLHUP)) != 0) {
		mask |= CURL_CSELECT_IN;
	}
	if ((events & EPOLLOUT) != 0) {
		mask |= CURL_CSELECT_OUT;
	}
	if ((events & EPOLLERR) != 0) {
		mask |= CURL_CSELECT_ERR;
	}
	act(curl_of(base), fd, mask);
}

static void on_time(struct transport *base) {
	base->due_ms = POLLER_NEVER; /* curl calls on_timer() again if it wants more */
	act(curl_of(base), CURL_SOCKET_TIMEOUT, 0);
}

static void free_transport(struct transport *base) {
	struct curl_transport *transport = curl_of(base);

	while (transport->spare != NULL) {
		libapi__easy_free(take_spare(transport));
	}
	if (transport->multi != NULL) {
		curl_multi_cleanup(transport->multi);
	}
	libapi__easy_settings_finish(&transport->settings);
	wire_free(transport);
}

static const struct transport_kind curl_kind = { submit, cancel, on_ready, on_time, free_transport,
	NULL };

static void init_curl(void) {
	if (wire_memory_is_set()) {
		(void)curl_global_init_mem(CURL_GLOBAL_DEFAULT, wire_malloc, wire_free,
			wire_realloc, wire_strdup, wire_calloc);
	} else {
		(void)curl_global_init(CURL_GLOBAL_DEFAULT);
	}
}

struct transport *libapi__transport_curl(const libapi_config *config, const struct base_url *base,
	struct poller *poller, int32_t *code) {
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	struct curl_transport *transport = wire_calloc(1, sizeof(*transport));

	*code = LIBAPI_E_MEMORY;
	if (transport == NULL) {
		return NULL;
	}
	(void)pthread_once(&once, init_curl);
	transport->transport = (struct transport){ .kind = &curl_kind, .due_ms = POLLER_NEVER };
	transport->poller = poller;
	list_init(&transport->busy);
	list_init(&transport->waiting);
	transport->is_shared = base->is_tls;
	if (!libapi__easy_settings_init(&transport->settings, config, base) ||
		!make_multi(transport)) {
		free_transport(&transport->transport);
		return NULL;
	}
	*code = LIBAPI_OK;
	return &transport->transport;
}
