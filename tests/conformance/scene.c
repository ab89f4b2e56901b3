/* scene.c: who owns what while a case runs. */
#include "scene.h"

#include "fill.h"
#include "json.h"
#include "settings.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void scene_init(struct scene *scene) {
	*scene = (struct scene){ .names = json_object_new_object() };
}

void scene_finish(struct scene *scene) {
	while (scene->held_count > 0) {
		scene_let_go(scene, &scene->held[0]);
	}
	libapi_client_unref(scene->client);
	libapi_error_free(scene->open_error);
	json_object_put(scene->names);
	free(scene->fault);
}

void scene_complain(struct scene *scene, const char *format, ...) {
	va_list arguments;

	va_start(arguments, format);
	if (scene->fault == NULL && vasprintf(&scene->fault, format, arguments) < 0) {
		abort();
	}
	va_end(arguments);
}

/* What the case does not say; null is said. */
static struct json_object *with_defaults(
	struct json_object *config, const char *url, const char *key) {
	struct json_object *whole = json_object_new_object();

	json_object_object_add(whole, "url", json_object_new_string(url));
	json_object_object_add(whole, "key", json_object_new_string(key));
	if (config != NULL) {
		json_object_object_foreach(config, name, value) {
			json_object_object_add(whole, name, json_object_get(value));
		}
	}
	return whole;
}

void scene_open(struct scene *scene, struct json_object *config, const char *url, const char *key) {
	struct json_object *whole = with_defaults(config, url, key);
	void *settings = NULL;

	json_object_object_add(scene->names, "PORT", json_object_new_string(strrchr(url, ':') + 1));
	scene->opened = LIBAPI_OK;
	if (config != NULL && json_object_object_get_ex(config, "url", NULL)) {
		char *unknown = NULL;

		json_object_object_add(whole, "url",
			json_fill_in(json_object_object_get(whole, "url"), scene->names, &unknown));
		free(unknown);
	}
	scene->opened = fill_builder(&settings_config, whole, &settings);
	if (scene->opened == LIBAPI_OK) {
		scene->opened = libapi_client_new(settings, &scene->client, &scene->open_error);
	}
	libapi_config_free(settings);
	json_object_put(whole);
}

/* ---- what has a name ------------------------------------------------------------------------------------ */

static struct held *look_for(struct scene *scene, const char *name) {
	for (size_t i = 0; i < scene->held_count; i++) {
		if (strcmp(scene->held[i].name, name) == 0) {
			return &scene->held[i];
		}
	}
	return NULL;
}

struct held *scene_hold(struct scene *scene, const struct row *row, const char *name) {
	struct held *held = &scene->held[scene->held_count];

	if (scene->held_count == HELD_MAX || look_for(scene, name) != NULL) {
		scene_complain(scene, "%s: the name is taken, or there are too many", name);
		return NULL;
	}
	scene->held_count++;
	*held = (struct held){ .name = strdup(name), .row = row };
	return held;
}

struct held *scene_find(struct scene *scene, const char *name) {
	struct held *held = name != NULL ? look_for(scene, name) : NULL;

	if (held == NULL) {
		scene_complain(scene, "nothing was started as %s", name);
	}
	return held;
}

void scene_let_go(struct scene *scene, struct held *held) {
	libapi_call_free(held->call);
	if (held->pager != NULL) {
		held->row->stop(held->pager);
	}
	free(held->name);
	*held = scene->held[--scene->held_count];
}
