/* 04_async.c: twenty calls at once, in an event loop of one's own: one descriptor, no thread, and the ten lines that
 * make callbacks out of the queue. */
#include <api/api.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <unistd.h>

#define CALLS 20

typedef void (*on_done)(libapi_call *call);

static void run_callbacks(libapi_client *client, int *left) {
	libapi_call *call = NULL;

	while (libapi_client_next_done(client, &call) == 1) {
		((on_done)libapi_call_user_data(call))(call);
		libapi_call_free(call);
		(*left)--;
	}
}

static void print_capabilities(libapi_call *call) {
	LIBAPI_AUTO(capabilities) *capabilities = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	if (libapi_call_take_capabilities(call, &capabilities, &error) != LIBAPI_OK) {
		fprintf(stderr, "%s\n", libapi_error_text(error));
		return;
	}
	printf("server %s, request %s\n", libapi_capabilities_version(capabilities),
		libapi_call_request_id(call));
}

static int start_all(libapi_client *client, libapi_error **error) {
	LIBAPI_AUTO(call_options) *options = NULL;
	libapi_call *call = NULL;
	int started = 0;

	if (libapi_call_options_new(&options) ||
		libapi_call_options_set_user_data(options, (void *)print_capabilities)) {
		return 0;
	}
	while (started < CALLS &&
		libapi_capabilities_get_start(client, options, &call, error) == LIBAPI_OK) {
		started++;
	}
	return started;
}

int main(void) {
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	struct epoll_event event = { .events = EPOLLIN };
	int loop = epoll_create1(EPOLL_CLOEXEC), left = 0;

	if (libapi_client_open(NULL, &client, &error) != LIBAPI_OK ||
		epoll_ctl(loop, EPOLL_CTL_ADD, libapi_client_fd(client), &event) < 0) {
		fprintf(stderr, "%s\n", libapi_error_text(error));
		return 1;
	}
	left = start_all(client, &error);
	while (left > 0 && epoll_wait(loop, &event, 1, -1) >= 0) {
		if (libapi_client_process(client, 0, NULL) != LIBAPI_OK) {
			break;
		}
		run_callbacks(client, &left);
	}
	close(loop);
	return left;
}
