/* scripted.c: the server's process is ours: it ends when its standard input does, so no test leaves one behind. */
#include "scripted.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t child;
static int child_input = -1, port;

static void run_child(int input, int output) {
	dup2(input, STDIN_FILENO);
	dup2(output, STDOUT_FILENO);
	execl("/usr/bin/python3", "python3", SCRIPTED_PY, (char *)NULL);
	_exit(127);
}

void scripted_start(void) {
	int to_child[2], from_child[2];
	char line[32] = "";

	if (pipe2(to_child, O_CLOEXEC) < 0 || pipe2(from_child, O_CLOEXEC) < 0) {
		exit(99);
	}
	child = fork();
	if (child == 0) {
		run_child(to_child[0], from_child[1]);
	}
	close(to_child[0]);
	close(from_child[1]);
	child_input = to_child[1];
	if (child < 0 || read(from_child[0], line, sizeof(line) - 1) <= 0) {
		fprintf(stderr, "the scripted server did not start\n");
		exit(99);
	}
	close(from_child[0]);
	port = atoi(line);
}

void scripted_stop(void) {
	close(child_input);
	waitpid(child, NULL, 0);
}

int scripted_port(void) {
	return port;
}

libapi_config *scripted_config(const char *name, const char *steps) {
	libapi_config *config = NULL;
	char url[256];

	snprintf(url, sizeof(url), "http://127.0.0.1:%d/s/%s/%s", port, name, steps);
	if (libapi_config_new(&config) != LIBAPI_OK ||
		libapi_config_set_url(config, url) != LIBAPI_OK ||
		libapi_config_set_key(config, TEST_KEY) != LIBAPI_OK) {
		abort();
	}
	return config;
}

libapi_client *scripted_client(const char *name, const char *steps) {
	libapi_config *config = scripted_config(name, steps);
	libapi_client *client = NULL;

	if (libapi_client_new(config, &client, NULL) != LIBAPI_OK) {
		abort();
	}
	libapi_config_free(config);
	return client;
}

char *scripted_log(const char *name) {
	libapi_config *config = NULL;
	libapi_client *client = NULL;
	libapi_response *response = NULL;
	char url[64], path[128];
	char *log = NULL;

	snprintf(url, sizeof(url), "http://127.0.0.1:%d", port);
	snprintf(path, sizeof(path), "/log/%s", name);
	if (libapi_config_new(&config) != LIBAPI_OK ||
		libapi_config_set_url(config, url) != LIBAPI_OK ||
		libapi_client_new(config, &client, NULL) != LIBAPI_OK ||
		libapi_client_request(client, "GET", path, NULL, NULL, 0, NULL, &response, NULL) !=
			LIBAPI_OK) {
		abort();
	}
	log = strdup(libapi_response_body(response, NULL));
	libapi_response_free(response);
	libapi_client_unref(client);
	libapi_config_free(config);
	return log;
}

size_t scripted_count(const char *name, const char *part) {
	char *log = scripted_log(name);
	size_t count = 0;

	for (const char *at = strstr(log, part); at != NULL; at = strstr(at + 1, part)) {
		count++;
	}
	free(log);
	return count;
}
