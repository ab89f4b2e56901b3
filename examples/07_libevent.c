/* 07_libevent.c: libapi inside libevent: one persistent read event on the client's descriptor. */
#include <api/api.h>
#include <event2/event.h>
#include <stdio.h>

struct program {
	struct event_base *base;
	libapi_client *client;
};

static void print_version(libapi_call *call) {
	LIBAPI_AUTO(capabilities) *capabilities = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	if (libapi_call_take_capabilities(call, &capabilities, &error) == LIBAPI_OK) {
		printf("server %s\n", libapi_capabilities_version(capabilities));
	} else {
		fprintf(stderr, "%s\n", libapi_error_text(error));
	}
}

static void on_readable(evutil_socket_t fd, short what, void *data) {
	struct program *program = data;
	libapi_call *call = NULL;

	(void)fd;
	(void)what;
	if (libapi_client_process(program->client, 0, NULL) != LIBAPI_OK) {
		event_base_loopbreak(program->base);
	}
	while (libapi_client_next_done(program->client, &call) == 1) {
		print_version(call);
		libapi_call_free(call);
		event_base_loopbreak(program->base); /* the only call there was */
	}
}

int main(void) {
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	libapi_call *call = NULL;
	struct program program = { .base = event_base_new() };
	struct event *readable = NULL;

	if (libapi_client_open(NULL, &client, &error) ||
		libapi_capabilities_get_start(client, NULL, &call, &error)) {
		fprintf(stderr, "%s\n", libapi_error_text(error));
		return 1;
	}
	program.client = client;
	readable = event_new(program.base, libapi_client_fd(client), EV_READ | EV_PERSIST,
		on_readable, &program);
	event_add(readable, NULL);
	event_base_dispatch(program.base);
	event_free(readable);
	event_base_free(program.base);
	return 0;
}
