/* case.c: a case before and after its steps: the server, the client, and what the server saw. */
#include "case.h"

#include "api/testing.h"
#include "json.h"
#include "scene.h"
#include "step.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char default_key[] = "cal_test_key";

static char *say(const char *format, const char *what) {
	char *text = NULL;

	if (asprintf(&text, format, what) < 0) {
		abort();
	}
	return text;
}

char *case_malformed(struct json_object *tree) {
	static const char *const members[] = { "title", "server", "left", "connections", "config",
		"steps", "reference", NULL };
	const char *stranger = NULL;

	if (!json_object_is_type(tree, json_type_object)) {
		return strdup("not a JSON object");
	}
	stranger = json_stranger(tree, members);
	if (stranger != NULL) {
		return say("%s: a case has no such member", stranger);
	}
	if (json_text_of(tree, "title") == NULL || json_object_object_get(tree, "server") == NULL) {
		return strdup("title or server is missing");
	}
	if (!json_object_is_type(json_object_object_get(tree, "steps"), json_type_array) ||
		json_object_array_length(json_object_object_get(tree, "steps")) == 0) {
		return strdup("steps is missing or empty");
	}
	return NULL;
}

static char *take_fault(struct scene *scene, size_t *calls) {
	char *fault = scene->fault;

	scene->fault = NULL;
	*calls += scene->call_count;
	scene_finish(scene);
	return fault;
}

static char *play(struct json_object *tree, struct json_object *config, const char *url,
	const char *key, size_t *calls) {
	struct scene scene;

	scene_init(&scene);
	scene_open(&scene, config, url, key);
	step_run_all(&scene, json_object_object_get(tree, "steps"));
	return take_fault(&scene, calls);
}

static void expect_number(
	struct json_object *report, const char *name, struct json_object *due, char **fault) {
	struct json_object *got = json_object_object_get(report, name);

	if (*fault == NULL && json_object_get_int64(got) != json_object_get_int64(due)) {
		*fault = say("the server's report: %s", json_object_to_json_string(report));
	}
}

static char *check_report(struct json_object *tree, libapi_test_server *server, char *fault) {
	char *text = libapi_test_server_report(server);
	struct json_object *report = json_tokener_parse(text), *due = NULL;
	const char *seen = json_text_of(report, "fault");

	if (seen != NULL) {
		char *both = say("the server: %s", seen);

		free(fault);
		fault = both;
	}
	expect_number(report, "left", json_object_object_get(tree, "left"), &fault);
	if (json_object_object_get_ex(tree, "connections", &due)) {
		expect_number(report, "connections", due, &fault);
	}
	json_object_put(report);
	libapi_test_string_free(text);
	return fault;
}

char *case_run_scripted(struct json_object *tree, size_t *calls) {
	LIBAPI_AUTO(test_server) *server = NULL;
	const char *script = json_object_to_json_string(json_object_object_get(tree, "server"));
	char *why = NULL, *fault = NULL;

	if (libapi_test_server_new(script, &server, &why) != LIBAPI_OK) {
		fault = say("server: %s", why);
		libapi_test_string_free(why);
		return fault;
	}
	fault = play(tree, json_object_object_get(tree, "config"), libapi_test_server_url(server),
		default_key, calls);
	return check_report(tree, server, fault);
}

char *case_run_reference(
	struct json_object *tree, const char *url, const char *key, size_t *calls) {
	return play(tree, json_object_object_get(tree, "config"), url, key, calls);
}
