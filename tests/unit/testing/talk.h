/* talk.h: a client that sends bytes and tells what came, so that a test sees what curl would hide. */
#ifndef TESTS_UNIT_TESTING_TALK_H
#define TESTS_UNIT_TESTING_TALK_H

#include "api/testing.h"

#include <json-c/json.h>
#include <stdint.h>

enum talk_end { TALK_ANSWERED, TALK_CLOSED, TALK_RESET, TALK_SILENT };
struct talk {
	char bytes[16384]; /* of the last answers, NUL-terminated */
	enum talk_end end;
	int64_t took_ms;
};

/* A server with this script, or the test program ends. */
libapi_test_server *talk_server(const char *script);
int talk_connect(const libapi_test_server *server);
/* Send and read: up to the end of the connection, or until `answers` whole answers are there. */
void talk_send(int fd, const char *bytes, size_t len, int answers, struct talk *talk);
/* One request on a connection of its own. */
void talk_once(const libapi_test_server *server, const char *request, struct talk *talk);

/* A member of the report as JSON text; free(). */
char *talk_report(libapi_test_server *server, const char *member);

#endif
