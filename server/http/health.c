/* health.c: `api-server health`, the other end of /livez.
 *
 * An image without a shell has nothing else to ask with. Plain sockets and not libcurl: a proxy or a .netrc in the
 * environment must have no say in whether a container lives. */
#include <errno.h>
#include <netdb.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "server/http/health.h"

enum { ANSWER_S = 3, STATUS_LINE_BYTES = 12 }; /* "HTTP/1.1 200" */

/* A connection, or -1 with errno. An address like 0.0.0.0 reaches the machine itself. */
static int connect_one(const struct addrinfo *info) {
	struct timeval limit = { .tv_sec = ANSWER_S };
	int fd = socket(info->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (fd < 0) {
		return -1;
	}
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit)); /* of connect() too */
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
	if (connect(fd, info->ai_addr, info->ai_addrlen) != 0) {
		int saved = errno;
		close(fd);
		errno = saved;
		return -1;
	}
	return fd;
}

static int connect_to(const struct config_address *address) {
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICSERV },
			*found = NULL;
	char service[8];
	int fd = -1;

	snprintf(service, sizeof(service), "%u", address->port);
	errno = EADDRNOTAVAIL;
	if (getaddrinfo(strcmp(address->host, "*") == 0 ? NULL : address->host, service, &hints,
		    &found) != 0) {
		return -1;
	}
	for (struct addrinfo *info = found; fd < 0 && info != NULL; info = info->ai_next) {
		fd = connect_one(info);
	}
	int saved = errno;
	freeaddrinfo(found);
	errno = saved;
	return fd;
}

/* The first bytes of the answer, ended by a NUL; "" when none came in time. */
static void exchange_heads(int fd, char status_line[STATUS_LINE_BYTES + 1]) {
	static const char request[] =
		"GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
	size_t len = 0;
	ssize_t got = send(fd, request, sizeof(request) - 1, MSG_NOSIGNAL);

	while (got > 0 && len < STATUS_LINE_BYTES) {
		got = recv(fd, status_line + len, STATUS_LINE_BYTES - len, 0);
		len += got > 0 ? (size_t)got : 0;
	}
	status_line[len] = 0;
}

bool health_ask(const struct config_address *address, FILE *errors) {
	char status_line[STATUS_LINE_BYTES + 1];
	int fd = connect_to(address);

	if (fd < 0) {
		fprintf(errors, "api-server: nothing answers at %s port %u: %s\n", address->host,
			address->port, strerror(errno));
		return false;
	}
	exchange_heads(fd, status_line);
	close(fd);
	if (strcmp(status_line, "HTTP/1.1 200") == 0) {
		return true;
	}
	fprintf(errors, "api-server: /livez at %s port %u: %s\n", address->host, address->port,
		status_line[0] == 0 ? "no answer within 3 s" : status_line);
	return false;
}
