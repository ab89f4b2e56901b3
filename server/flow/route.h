/* route.h: what the server adds to a contract row. The table is generated: routes.c in the build folder. */
#ifndef SERVER_FLOW_ROUTE_H
#define SERVER_FLOW_ROUTE_H

#include "libapi/wire/operation.h"
#include "server/store/embedded.h"
#include "server/store/store.h"

enum scope {
	SCOPE_ADMIN = 1,
	SCOPE_CALENDARS_READ = 2,
	SCOPE_CALENDARS_WRITE = 4,
	SCOPE_EVENTS_READ = 8,
	SCOPE_EVENTS_WRITE = 16,
	SCOPE_FREEBUSY_READ = 32,
	SCOPE_WEBHOOKS_MANAGE = 64,
};

struct call;
struct route {
	const struct operation *operation;
	uint32_t scope; /* one enum scope bit; 0: any key (or none, with OPERATION_PUBLIC) */
	const struct statement *statement; /* NULL with a handler */
	void (*handler)(struct call *call); /* NULL with a statement: see server/handlers */
	const char *secret_member; /* x-secret, or NULL */
	const char *secret_path; /* x-secret-path: what the secret stands in, or NULL */
	const char *location; /* x-location, or NULL */
	const char *const
		*problems; /* codes the row may answer, NULL-terminated, common ones included */
};
extern const struct route routes[];
extern const size_t route_count;

/* The expanded contract as the server hands it out. */
extern const char openapi_json[];
extern const size_t openapi_json_len;

#endif
