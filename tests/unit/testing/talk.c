/* talk.c: a socket, a deadline, and the end of an answer by its Content-Length. */
#include "talk.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { SILENCE_S = 20 };

static int64_t now_ms(void) {
	struct timespec now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

libapi_test_server *talk_server(const char *script) {
	libapi_test_server *server = NULL;
	char *why = NULL;

	if (libapi_test_server_new(script, &server, &why) != 0) {
		fprintf(stderr, "%s: %s\n", script, why);
		abort();
	}
	return server;
}

int talk_connect(const libapi_test_server *server) {
	const struct timeval silence = { .tv_sec = SILENCE_S };
	struct sockaddr_in address = { .sin_family = AF_INET,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	const char *port = strrchr(libapi_test_server_url(server), ':') + 1;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	address.sin_port = htons((uint16_t)strtoul(port, NULL, 10));
	if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &silence, sizeof(silence)) != 0 ||
		connect(fd, (struct sockaddr *)&address, sizeof(address)) != 0) {
		abort();
	}
	return fd;
}

static int whole_answers(const char *bytes) {
	int count = 0;

	for (const char *end = strstr(bytes, "\r\n\r\n"); end != NULL;
		end = strstr(bytes, "\r\n\r\n")) {
		const char *length = strcasestr(bytes, "Content-Length: ");
		size_t body_len = 0;

		if (length != NULL && length < end) {
			body_len = strtoul(length + strlen("Content-Length: "), NULL, 10);
		}
		if (strlen(end + 4) < body_len) {
			break;
		}
		bytes = end + 4 + body_len;
		count++;
	}
	return count;
}

static enum talk_end end_of(ssize_t got) {
	if (got == 0) {
		return TALK_CLOSED;
	}
	return errno == ECONNRESET ? TALK_RESET : TALK_SILENT;
}

void talk_send(int fd, const char *bytes, size_t len, int answers, struct talk *talk) {
	const int64_t start_ms = now_ms();
	size_t have = 0;

	*talk = (struct talk){ .end = TALK_ANSWERED };
	(void)!send(fd, bytes, len, MSG_NOSIGNAL);
	while (answers == 0 || whole_answers(talk->bytes) < answers) {
		ssize_t got = recv(fd, talk->bytes + have, sizeof(talk->bytes) - 1 - have, 0);

		if (got <= 0) {
			talk->end = end_of(got);
			break;
		}
		have += (size_t)got;
		talk->bytes[have] = '\0';
	}
	talk->took_ms = now_ms() - start_ms;
}

void talk_once(const libapi_test_server *server, const char *request, struct talk *talk) {
	int fd = talk_connect(server);

	talk_send(fd, request, strlen(request), 1, talk);
	close(fd);
}

char *talk_report(libapi_test_server *server, const char *member) {
	char *text = libapi_test_server_report(server);
	struct json_object *report = json_tokener_parse(text);
	char *value = strdup(json_object_to_json_string_ext(json_object_object_get(report, member),
		JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));

	json_object_put(report);
	libapi_test_string_free(text);
	return value;
}
