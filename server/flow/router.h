/* router.h: from a raw path to a contract row, by a tree of path segments built once from routes[].
 *
 * The raw path is matched, not a normalised one: h2o decodes %2F and %00 while it normalises, and then one path
 * could name two things. */
#ifndef SERVER_FLOW_ROUTER_H
#define SERVER_FLOW_ROUTER_H

#include "server/flow/call.h"

struct router;
struct router *router_new(const struct route *rows, size_t count); /* NULL: no memory */
void router_free(struct router *router);

struct route_match {
	const struct route *route; /* NULL: see allow */
	const char *allow; /* the path exists, but not with this method; NULL: no such path */
	struct slice segments[PATH_FIELDS_MAX]; /* into the path */
	bool head; /* HEAD: the GET's row, answered without its body */
};
void router_find(const struct router *router, const char *method, size_t method_len,
	const char *path, size_t path_len, struct route_match *match);

#endif
