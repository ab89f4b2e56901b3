/* step.c: what a step may do, as a table of names.
 *
 * Each function fills in an outcome; outcome.c compares it. A member that a step does not know is a fault, since a
 * misspelt expectation would look like a kept one. */
#include "step.h"

#include "fill.h"
#include "json.h"
#include "outcome.h"
#include "picture.h"
#include "sync.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { DRAIN_MAX_S = 60 };

static const struct row *find_row(struct scene *scene, const char *id) {
	for (size_t i = 0; i < row_count; i++) {
		if (id != NULL && strcmp(rows[i].id, id) == 0) {
			return &rows[i];
		}
	}
	scene_complain(scene, "there is no operation %s", id);
	return NULL;
}

/* The answer is told and released. */
static void give(struct outcome *outcome, const struct row *row, void *answer) {
	if (outcome->code == LIBAPI_OK && row->gives_text) {
		outcome->text = strdup(answer);
		libapi_string_free(answer);
	} else if (outcome->code == LIBAPI_OK && row->answer != NULL) {
		outcome->gives = picture_of(row->answer, answer);
		row->answer->unref(answer);
	}
}

/* ---- calls that are waited for -------------------------------------------------------------------------- */

static void do_call(struct scene *scene, struct json_object *step, struct outcome *outcome) {
	const struct row *row = find_row(scene, json_text_of(step, "call"));
	struct inputs in = { 0 };
	void *answer = NULL;

	if (row == NULL) {
		return;
	}
	outcome->code = fill_inputs(&in, row, step);
	if (outcome->code == LIBAPI_OK) {
		outcome->code = row->perform(scene->client, &in, &answer, &outcome->error);
	}
	give(outcome, row, answer);
	fill_release(&in, row);
}

static int32_t request(struct scene *scene, struct json_object *step,
	const libapi_call_options *options, libapi_response **out, libapi_error **error) {
	const char *body = json_text_of(step, "body");

	return libapi_client_request(scene->client, json_text_of(step, "raw"),
		json_text_of(step, "target"), NULL, body, body != NULL ? strlen(body) : 0, options,
		out, error);
}

static void do_raw(struct scene *scene, struct json_object *step, struct outcome *outcome) {
	static const char *const no_path[] = { NULL };
	static const struct row no_row = { .path = no_path };
	struct json_object *only = json_object_new_object();
	LIBAPI_AUTO(response) *response = NULL;
	struct inputs in = { 0 };

	if (json_object_object_get_ex(step, "options", NULL)) {
		json_object_object_add(
			only, "options", json_object_get(json_object_object_get(step, "options")));
	}
	outcome->code = fill_inputs(&in, &no_row, only);
	if (outcome->code == LIBAPI_OK) {
		outcome->code = request(scene, step, in.options, &response, &outcome->error);
	}
	if (response != NULL) {
		outcome->gives = picture_of_response(response, json_at(step, "gives.headers"));
	}
	fill_release(&in, &no_row);
	json_object_put(only);
}

/* ---- lists ---------------------------------------------------------------------------------------------- */

static void walk(struct held *held, struct json_object *step, struct outcome *outcome) {
	struct json_object *max = json_object_object_get(step, "max");
	int64_t left = max != NULL ? json_object_get_int64(max) : INT64_MAX;
	void *item = NULL;

	outcome->gives = json_object_new_array();
	for (; left > 0; left--) {
		const int32_t got = held->row->next(held->pager, &item, &outcome->error);

		if (got != 1) {
			outcome->code = -got;
			return;
		}
		json_object_array_add(outcome->gives, picture_of(held->row->item, item));
		held->row->item->unref(item);
	}
}

static void do_list(struct scene *scene, struct json_object *step, struct outcome *outcome) {
	const struct row *row = find_row(scene, json_text_of(step, "list"));
	const char *name = json_text_of(step, "as");
	struct inputs in = { 0 };
	struct held *held = NULL;

	if (row == NULL || row->walk == NULL) {
		scene_complain(scene, "%s is no list", json_text_of(step, "list"));
		return;
	}
	held = scene_hold(scene, row, name != NULL ? name : "");
	outcome->code = fill_inputs(&in, row, step);
	if (outcome->code == LIBAPI_OK && held != NULL) {
		outcome->code = row->walk(scene->client, &in, &held->pager, &outcome->error);
	}
	if (outcome->code == LIBAPI_OK && held != NULL) {
		walk(held, step, outcome);
	}
	if (held != NULL && name == NULL) {
		scene_let_go(scene, held);
	}
	fill_release(&in, row);
}

static void do_sync(struct scene *scene, struct json_object *step, struct outcome *outcome) {
	const char *name = json_text_of(step, "as");
	struct held *held = scene_hold(scene, &sync_row, name != NULL ? name : "");

	if (held == NULL) {
		return;
	}
	outcome->code = sync_open(&held->pager, scene->client, step, &outcome->error);
	if (outcome->code == LIBAPI_OK) {
		walk(held, step, outcome);
	}
	if (name == NULL) {
		scene_let_go(scene, held);
	}
}

static void do_more(struct scene *scene, struct json_object *step, struct outcome *outcome) {
	struct held *held = scene_find(scene, json_text_of(step, "more"));

	if (held != NULL && held->pager != NULL) {
		walk(held, step, outcome);
	}
}

/* ---- calls that are started ----------------------------------------------------------------------------- */

static void do_start(struct scene *scene, struct json_object *step, struct outcome *outcome) {
	const struct row *row = find_row(scene, json_text_of(step, "start"));
	const char *name = json_text_of(step, "as");
	struct inputs in = { 0 };
	struct held *held = row != NULL && name != NULL ? scene_hold(scene, row, name) : NULL;

	if (held == NULL) {
		scene_complain(scene, "start needs a name of its own");
		return;
	}
	outcome->code = fill_inputs(&in, row, step);
	if (outcome->code == LIBAPI_OK) {
		outcome->code = row->start(scene->client, &in, &held->call, &outcome->error);
	}
	fill_release(&in, row);
	if (held->call == NULL) {
		scene_let_go(scene, held);
	} else if (strcmp(libapi_call_operation(held->call), row->id) != 0) {
		scene_complain(scene, "the call says it is %s", libapi_call_operation(held->call));
	}
}

static struct held *find_call(struct scene *scene, struct json_object *step, const char *member) {
	struct held *held = scene_find(scene, json_text_of(step, member));

	if (held != NULL && held->call == NULL) {
		scene_complain(scene, "%s is no call", held->name);
		return NULL;
	}
	return held;
}

static void do_cancel(struct scene *scene, struct json_object *step, struct outcome *outcome) {
	struct held *held = find_call(scene, step, "cancel");

	(void)outcome;
	if (held != NULL) {
		libapi_call_cancel(held->call);
	}
}

static void do_finish(struct scene *scene, struct json_object *step, struct outcome *outcome) {
	struct held *held = find_call(scene, step, "finish");
	void *answer = NULL;

	if (held == NULL) {
		return;
	}
	outcome->code = held->row->take(held->call, &answer, &outcome->error);
	give(outcome, held->row, answer);
	outcome->answer = picture_of_call(held->call, json_at(step, "answer.headers"));
	outcome->attempts = libapi_call_attempts(held->call);
	if (libapi_call_is_done(held->call) != 1 && outcome->code != LIBAPI_E_FORKED) {
		scene_complain(scene, "the call was taken and is not done");
	}
	scene_let_go(scene, held);
}

static void do_release(struct scene *scene, struct json_object *step, struct outcome *outcome) {
	struct held *held = find_call(scene, step, "release");

	(void)outcome;
	if (held != NULL) {
		scene_let_go(scene, held);
	}
}

/* ---- the queue of done calls ---------------------------------------------------------------------------- */

/* Take the name of this call off the list. */
static bool cross_off(struct scene *scene, struct json_object *due, const libapi_call *call) {
	for (size_t i = 0; i < json_object_array_length(due); i++) {
		const char *name = json_object_get_string(json_object_array_get_idx(due, i));
		const struct held *held = scene_find(scene, name);

		if (held != NULL && held->call == call) {
			json_object_array_del_idx(due, i, 1);
			return true;
		}
	}
	return false;
}

static void do_drain(struct scene *scene, struct json_object *step, struct outcome *outcome) {
	struct json_object *due = NULL;
	const time_t last = time(NULL) + DRAIN_MAX_S;
	libapi_call *call = NULL;

	(void)json_object_deep_copy(json_object_object_get(step, "drain"), &due, NULL);
	while (json_object_array_length(due) > 0 && scene->fault == NULL && time(NULL) < last) {
		outcome->code = libapi_client_process(scene->client, 100, &outcome->error);
		if (outcome->code != LIBAPI_OK) {
			break;
		}
		while (libapi_client_next_done(scene->client, &call) == 1) {
			if (!cross_off(scene, due, call)) {
				scene_complain(scene, "a call came out that was not expected: %s",
					libapi_call_operation(call));
			}
		}
	}
	if (outcome->code == LIBAPI_OK && json_object_array_length(due) > 0) {
		scene_complain(
			scene, "these did not come out: %s", json_object_to_json_string(due));
	}
	if (outcome->code == LIBAPI_OK && libapi_client_next_done(scene->client, &call) != 0) {
		scene_complain(scene, "one more call came out");
	}
	json_object_put(due);
}

/* ---- processes and clients ------------------------------------------------------------------------------ */

static void do_fork(struct scene *scene, struct json_object *step, struct outcome *outcome) {
	int status = 0;
	pid_t child = -1;

	(void)outcome;
	(void)fflush(NULL);
	child = fork();
	if (child == 0) {
		step_run_all(scene, json_object_object_get(step, "fork"));
		if (scene->fault != NULL) {
			fprintf(stderr, "in the child: %s\n", scene->fault);
		}
		_exit(scene->fault != NULL ? 1 : 0);
	}
	if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
		scene_complain(scene, "the child ended with %d", status);
	}
}

static void do_close(struct scene *scene, struct json_object *step, struct outcome *outcome) {
	(void)step;
	(void)outcome;
	libapi_client_unref(scene->client);
	scene->client = NULL;
}

/* ---- the table ------------------------------------------------------------------------------------------ */

#define STEP_MEMBERS_MAX 12
static const struct kind_of_step {
	const char *name;
	void (*run)(struct scene *scene, struct json_object *step, struct outcome *outcome);
	bool asks; /* of the client, so that it fails without one */
	const char *members[STEP_MEMBERS_MAX];
} kinds[] = {
	{ "call", do_call, true,
		{ "call", "path", "query", "body", "options", "gives", "text", "fails", "save" } },
	{ "raw", do_raw, true, { "raw", "target", "body", "options", "gives", "fails", "save" } },
	{ "list", do_list, true,
		{ "list", "path", "query", "options", "max", "as", "gives", "fails", "save" } },
	{ "sync", do_sync, true,
		{ "sync", "token", "limit", "wait", "options", "max", "as", "gives", "fails",
			"save" } },
	{ "more", do_more, true, { "more", "max", "gives", "fails", "save" } },
	{ "start", do_start, true, { "start", "as", "path", "query", "body", "options", "fails" } },
	{ "cancel", do_cancel, false, { "cancel" } },
	{ "finish", do_finish, false,
		{ "finish", "gives", "text", "fails", "attempts", "answer", "save" } },
	{ "drain", do_drain, true, { "drain", "fails" } },
	{ "release", do_release, false, { "release" } },
	{ "fork", do_fork, false, { "fork" } },
	{ "close", do_close, false, { "close" } },
};

static const struct kind_of_step *kind_of(struct scene *scene, struct json_object *step) {
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		const char *stranger = NULL;

		if (!json_object_object_get_ex(step, kinds[i].name, NULL)) {
			continue;
		}
		stranger = json_stranger(step, kinds[i].members);
		if (stranger == NULL) {
			return &kinds[i];
		}
		scene_complain(
			scene, "%s: a step with %s has no such member", stranger, kinds[i].name);
		return NULL;
	}
	scene_complain(scene, "no step of the README: %s", json_object_to_json_string(step));
	return NULL;
}

static void run_kind(
	struct scene *scene, const struct kind_of_step *kind, struct json_object *step) {
	struct outcome outcome = { 0 };

	scene->call_count += kind->asks;
	if (kind->asks && scene->opened != LIBAPI_OK) {
		outcome.code = scene->opened;
		outcome.error = scene->open_error;
		scene->open_error = NULL;
	} else {
		kind->run(scene, step, &outcome);
	}
	outcome_judge(&outcome, step, scene);
}

void step_run(struct scene *scene, struct json_object *step) {
	const struct kind_of_step *kind = kind_of(scene, step);
	struct json_object *filled = NULL;
	char *unknown = NULL;

	if (kind == NULL) {
		return;
	}
	/* The steps of a child are filled in there, with what it saved. */
	filled = kind->run == do_fork ? json_object_get(step)
				      : json_fill_in(step, scene->names, &unknown);
	if (unknown != NULL) {
		scene_complain(scene, "${%s} was not saved", unknown);
	} else {
		run_kind(scene, kind, filled);
	}
	json_object_put(filled);
	free(unknown);
}

void step_run_all(struct scene *scene, struct json_object *steps) {
	for (size_t i = 0; i < json_object_array_length(steps) && scene->fault == NULL; i++) {
		step_run(scene, json_object_array_get_idx(steps, i));
		if (scene->fault != NULL) {
			char *fault = scene->fault;

			scene->fault = NULL;
			scene_complain(scene, "steps.%zu: %s", i, fault);
			free(fault);
		}
	}
}
