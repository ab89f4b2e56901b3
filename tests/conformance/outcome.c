/* outcome.c: expected and got, member by member. */
#include "outcome.h"

#include "fill.h"
#include "json.h"
#include "picture.h"

#include <stdlib.h>
#include <string.h>

static void compare(struct scene *scene, const char *where, struct json_object *expected,
	struct json_object *got) {
	char *fault = json_differ(where, expected, got);

	if (fault != NULL) {
		scene_complain(scene, "%s", fault);
	}
	free(fault);
}

static void judge_code(
	const struct outcome *outcome, struct json_object *step, struct scene *scene) {
	struct json_object *fails = NULL, *picture = NULL;

	if (json_object_object_get_ex(step, "fails", &fails)) {
		picture = picture_of_failure(outcome->code, outcome->error);
		compare(scene, "fails", fails, picture);
		json_object_put(picture);
	} else if (outcome->code != LIBAPI_OK) {
		scene_complain(scene, "%s: %s", libapi_error_name(outcome->code),
			libapi_error_text(outcome->error));
	}
}

static void judge_rest(
	const struct outcome *outcome, struct json_object *step, struct scene *scene) {
	struct json_object *due = NULL;

	if (json_object_object_get_ex(step, "gives", &due)) {
		compare(scene, "gives", due, outcome->gives);
	}
	if (json_object_object_get_ex(step, "answer", &due)) {
		compare(scene, "answer", due, outcome->answer);
	}
	if (json_object_object_get_ex(step, "text", &due) &&
		(outcome->text == NULL ||
			strcmp(outcome->text, json_object_get_string(due)) != 0)) {
		scene_complain(scene, "text is %s, expected %s", outcome->text,
			json_object_get_string(due));
	}
	if (json_object_object_get_ex(step, "attempts", &due) &&
		outcome->attempts != json_object_get_int(due)) {
		scene_complain(scene, "attempts is %d, expected %d", (int)outcome->attempts,
			json_object_get_int(due));
	}
}

static void save(const struct outcome *outcome, struct json_object *step, struct scene *scene) {
	struct json_object *saves = json_object_object_get(step, "save");

	if (saves == NULL) {
		return;
	}
	json_object_object_foreach(saves, name, path) {
		struct json_object *value = json_at(outcome->gives, json_object_get_string(path));

		if (value == NULL) {
			scene_complain(
				scene, "save: the answer has no %s", json_object_get_string(path));
		}
		json_object_object_add(scene->names, name, json_object_get(value));
	}
}

void outcome_judge(struct outcome *outcome, struct json_object *step, struct scene *scene) {
	if (fill_fault() != NULL || picture_fault() != NULL) {
		scene_complain(scene, "%s", fill_fault() != NULL ? fill_fault() : picture_fault());
	}
	judge_code(outcome, step, scene);
	judge_rest(outcome, step, scene);
	save(outcome, step, scene);
	libapi_error_free(outcome->error);
	json_object_put(outcome->gives);
	json_object_put(outcome->answer);
	free(outcome->text);
}
