/* who.h: people as they are called: `me`, an id, a username, an e-mail address, a name. */
#ifndef CLI_WHO_H
#define CLI_WHO_H

#include <stdbool.h>

#include "api/api.h"

#define PEOPLE_MAX 50

struct person {
	char id[40];
	const char *said; /* what was typed */
};
struct people {
	struct person all[PEOPLE_MAX];
	size_t count;
	char zone[65]; /* in which times are shown */
	bool zone_known; /* whether this machine can reckon in it */
};

/* The person that is meant. LIBAPI_E_INVALID with `problem` where none or several are called so; any other code
 * with *error. `me` is the caller. */
int32_t who_find(libapi_client *client, const libapi_user *me, const char *said, struct person *out,
	char *problem, size_t room, libapi_error **error);

/* What was typed for this id, else the id. `people` may be NULL. */
const char *people_name(const struct people *people, const char *id);

#endif
