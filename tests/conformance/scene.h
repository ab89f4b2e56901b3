/* scene.h: a case under way: its client, the names it keeps, and what it started. */
#ifndef TESTS_CONFORMANCE_SCENE_H
#define TESTS_CONFORMANCE_SCENE_H

#include "dispatch.h"

#include <json-c/json.h>

enum { HELD_MAX = 128 };

/* A started call or a pager that a step named. */
struct held {
	char *name;
	const struct row *row;
	libapi_call *call;
	void *pager;
};

struct scene {
	libapi_client *client;
	int32_t opened; /* why there is no client, with open_error; LIBAPI_OK */
	libapi_error *open_error;
	struct json_object *names; /* what ${NAME} stands for */
	struct held held[HELD_MAX];
	size_t held_count;
	size_t call_count; /* steps that asked for something */
	char *fault; /* the first one, in words */
};

void scene_init(struct scene *scene);
void scene_finish(struct scene *scene);

/* A client for the case's settings; `url` and `key` where it has none of its own. */
void scene_open(struct scene *scene, struct json_object *config, const char *url, const char *key);

/* NULL: no more room, or the name is taken. */
struct held *scene_hold(struct scene *scene, const struct row *row, const char *name);
struct held *scene_find(struct scene *scene, const char *name); /* NULL: none, and a fault */
void scene_let_go(struct scene *scene, struct held *held);

__attribute__((format(printf, 2, 3))) void scene_complain(
	struct scene *scene, const char *format, ...);

#endif
