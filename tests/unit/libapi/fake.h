/* fake.h: a program's own transport, without sockets. Attempts end by a script, or one at a time when the test says so; all in the
 * test's own build, so that a sanitizer sees the whole path of a call. */
#ifndef TESTS_UNIT_LIBAPI_FAKE_H
#define TESTS_UNIT_LIBAPI_FAKE_H

#include "libapi/client.h"

struct fake_answer {
	enum attempt_end end;
	int32_t status; /* of ATTEMPT_ANSWERED */
	const char *type; /* Content-Type; NULL: none */
	const char *body; /* NULL: empty */
};

/* What the attempts of clients made from here on come to: in order, and the last for ever. count 0: they wait for
 * fake_end(). The table is borrowed. */
void fake_script(const struct fake_answer *answers, size_t count);
/* A client over the fake, with `attempts`; *code as of libapi_client_new(). NULL: no memory. */
libapi_client *fake_client(int32_t attempts, int32_t *code);

/* Attempts under way. */
size_t fake_count(libapi_client *client);
/* End the attempt at `index`, modulo those under way; false: there is none. Any thread. */
bool fake_end(libapi_client *client, size_t index, const struct fake_answer *answer);

#endif
