/* 06_libuv.c: libapi inside libuv: a uv_poll_t on the client's descriptor, nothing else. */
#include <api/api.h>
#include <stdio.h>
#include <uv.h>

static void print_version(libapi_call *call) {
	LIBAPI_AUTO(capabilities) *capabilities = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	if (libapi_call_take_capabilities(call, &capabilities, &error) == LIBAPI_OK) {
		printf("server %s\n", libapi_capabilities_version(capabilities));
	} else {
		fprintf(stderr, "%s\n", libapi_error_text(error));
	}
}

static void on_readable(uv_poll_t *poll, int status, int events) {
	libapi_client *client = poll->data;
	libapi_call *call = NULL;

	(void)status;
	(void)events;
	if (libapi_client_process(client, 0, NULL) != LIBAPI_OK) {
		uv_poll_stop(poll);
	}
	while (libapi_client_next_done(client, &call) == 1) {
		print_version(call);
		libapi_call_free(call);
		uv_poll_stop(poll); /* the only call there was; the loop ends with it */
	}
}

int main(void) {
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	libapi_call *call = NULL;
	uv_loop_t *loop = uv_default_loop();
	uv_poll_t poll;

	if (libapi_client_open(NULL, &client, &error) ||
		libapi_capabilities_get_start(client, NULL, &call, &error)) {
		fprintf(stderr, "%s\n", libapi_error_text(error));
		return 1;
	}
	uv_poll_init(loop, &poll, libapi_client_fd(client));
	poll.data = client;
	uv_poll_start(&poll, UV_READABLE, on_readable);
	uv_run(loop, UV_RUN_DEFAULT);
	uv_close((uv_handle_t *)&poll, NULL);
	uv_run(loop, UV_RUN_DEFAULT);
	return uv_loop_close(loop);
}
