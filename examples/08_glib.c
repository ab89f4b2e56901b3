/* 08_glib.c: libapi inside GLib, so inside GTK too: g_unix_fd_add() on the client's descriptor. */
#include <api/api.h>
#include <glib-unix.h>
#include <stdio.h>

struct program {
	GMainLoop *loop;
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

static gboolean on_readable(gint fd, GIOCondition condition, gpointer data) {
	struct program *program = data;
	libapi_call *call = NULL;

	(void)fd;
	(void)condition;
	if (libapi_client_process(program->client, 0, NULL) != LIBAPI_OK) {
		g_main_loop_quit(program->loop);
		return G_SOURCE_REMOVE;
	}
	while (libapi_client_next_done(program->client, &call) == 1) {
		print_version(call);
		libapi_call_free(call);
		g_main_loop_quit(program->loop); /* the only call there was */
	}
	return G_SOURCE_CONTINUE;
}

int main(void) {
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	libapi_call *call = NULL;
	struct program program = { .loop = g_main_loop_new(NULL, FALSE) };
	guint source = 0;

	if (libapi_client_open(NULL, &client, &error) ||
		libapi_capabilities_get_start(client, NULL, &call, &error)) {
		fprintf(stderr, "%s\n", libapi_error_text(error));
		return 1;
	}
	program.client = client;
	source = g_unix_fd_add(libapi_client_fd(client), G_IO_IN, on_readable, &program);
	g_main_loop_run(program.loop);
	g_source_remove(source);
	g_main_loop_unref(program.loop);
	return 0;
}
