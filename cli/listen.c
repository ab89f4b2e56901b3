/* listen.c: libapi_sync in front, a receiver behind.
 *
 *   snapshot (not told) ─> save token ─> wait ~~> message ─> posted until accepted ─> … ─> save token ─> wait …
 *
 * The token is saved behind what was accepted, never before: whoever is killed in between tells it again, under the same
 * id. So a signal that comes while nothing is under way may end the process on the spot. */
#include "cli/listen.h"

#include <errno.h>
#include <inttypes.h>
#include <json-c/json.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/forward.h"
#include "cli/input.h"
#include "cli/session.h"
#include "libapi/wire/time.h"

#define PLAIN (JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE)
enum { WAIT_S = 30 };

static volatile sig_atomic_t stopped, waiting;

struct listener {
	const struct args *args;
	const char *calendar_id;
	char *token; /* of the state file; owned */
	libapi_client *client;
	libapi_call_options *options;
	libapi_sync *sync;
	struct forward *forward;
	libapi_error *error;
	char problem[512];
	bool telling; /* the snapshot is over */
	bool idle; /* all that was told is saved */
};

static void on_signal(int number) {
	(void)number;
	if (waiting) {
		_exit(EXIT_DONE);
	}
	stopped = 1;
}

static void watch_signals(void) {
	struct sigaction action = { .sa_handler = on_signal };

	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
}

/* ---- the state file ------------------------------------------------------------------------------------- */

static int32_t refuse_state(struct listener *listener, const char *why) {
	snprintf(listener->problem, sizeof(listener->problem), "--state %.200s: %s",
		listener->args->state, why);
	return LIBAPI_E_INVALID;
}

static int32_t read_state(struct listener *listener) {
	struct json_object *calendar = NULL, *token = NULL;
	int32_t code = LIBAPI_OK;
	size_t len = 0;

	if (listener->args->state == NULL ||
		(access(listener->args->state, F_OK) != 0 && errno == ENOENT)) {
		return LIBAPI_OK;
	}
	char *text = read_input(
		listener->args->state, &len, listener->problem, sizeof(listener->problem));
	if (text == NULL) {
		return LIBAPI_E_INVALID;
	}
	struct json_object *state = json_tokener_parse(text);
	if (!json_object_object_get_ex(state, "calendar_id", &calendar) ||
		!json_object_object_get_ex(state, "token", &token) ||
		!json_object_is_type(token, json_type_string)) {
		code = refuse_state(listener, "not written by calctl listen; name another file");
	} else if (strcmp(json_object_get_string(calendar), listener->calendar_id) != 0) {
		code = refuse_state(listener, "of another calendar; name another file");
	} else {
		listener->token = strdup(json_object_get_string(token));
	}
	json_object_put(state);
	free(text);
	return code;
}

static int32_t save_state(struct listener *listener) {
	const char *token = libapi_sync_token(listener->sync);
	int32_t code = LIBAPI_OK;

	if (listener->args->state == NULL || token == NULL) {
		return LIBAPI_OK;
	}
	struct json_object *state = json_object_new_object();
	json_object_object_add(state, "calendar_id", json_object_new_string(listener->calendar_id));
	json_object_object_add(state, "token", json_object_new_string(token));
	const char *text = json_object_to_json_string_ext(state, PLAIN);
	if (!write_file(listener->args->state, text, strlen(text))) {
		code = refuse_state(listener, strerror(errno));
	}
	json_object_put(state);
	return code;
}

/* ---- messages ------------------------------------------------------------------------------------------- */

struct message {
	const char *type, *object_id, *occurred_at;
	int64_t version; /* 0: not known */
};

/* FNV-1a */
static uint64_t hash(uint64_t state, const char *text) {
	for (; *text != '\0'; text++) {
		state = (state ^ (unsigned char)*text) * 0x100000001b3U;
	}
	return state;
}

/* The same whenever the same is told again: of what it is about and the token that it followed. RFC 9562 §5.8. */
static void put_id(const struct listener *listener, const struct message *message, char id[37]) {
	const char *token = libapi_sync_token(listener->sync);
	char about[256];
	uint64_t half[2] = { 0xcbf29ce484222325U, 0x9ae16a3b2f90404fU };

	snprintf(about, sizeof(about), "%s %s %" PRId64, message->type, message->object_id,
		message->version);
	for (int i = 0; i < 2; i++) {
		half[i] = hash(hash(half[i], token != NULL ? token : ""), about);
	}
	snprintf(id, 37, "%08x-%04x-8%03x-%04x-%012" PRIx64, (unsigned)(half[0] >> 32),
		(unsigned)(half[0] >> 16 & 0xffff), (unsigned)(half[0] & 0xfff),
		(unsigned)(half[1] >> 48 & 0x3fff) | 0x8000, half[1] & 0xffffffffffffU);
}

static struct json_object *to_json(const struct listener *listener, const struct message *message) {
	struct json_object *json = json_object_new_object();
	char id[37];

	put_id(listener, message, id);
	json_object_object_add(json, "id", json_object_new_string(id));
	json_object_object_add(json, "type", json_object_new_string(message->type));
	json_object_object_add(json, "calendar_id", json_object_new_string(listener->calendar_id));
	json_object_object_add(json, "object_id", json_object_new_string(message->object_id));
	json_object_object_add(json, "version",
		message->version > 0 ? json_object_new_int64(message->version) : NULL);
	json_object_object_add(json, "occurred_at", json_object_new_string(message->occurred_at));
	return json;
}

static bool is_wanted(const struct args *args, const char *type) {
	const char *at = args->type != NULL ? strstr(args->type, type) : type;

	return at != NULL;
}

static void tell(const struct listener *listener, const struct message *message) {
	if (!listener->telling || !is_wanted(listener->args, message->type)) {
		return;
	}
	struct json_object *json = to_json(listener, message);
	const char *text = json_object_to_json_string_ext(json, PLAIN);
	long status = forward_post(listener->forward, text);
	if (status != 0 && listener->args->output != NULL &&
		strncmp(listener->args->output, "json", 4) == 0) {
		printf("%s\n", text);
	} else if (status != 0) {
		printf("%s %s %ld\n", message->type, message->object_id, status);
	}
	fflush(stdout);
	json_object_put(json);
}

static void tell_event(const struct listener *listener, const libapi_event *event) {
	int64_t version = libapi_event_version(event);

	tell(listener, &(struct message){ .type = version == 1 ? "event.created" : "event.updated",
			       .object_id = libapi_event_id(event),
			       .occurred_at = libapi_event_updated_at(event),
			       .version = version });
}

/* When it was deleted is not told; now is the soonest that anybody here knows of it. */
static void tell_deleted(const struct listener *listener, const libapi_deleted_event *deleted) {
	struct wire_time now = wire_time_at((int64_t)time(NULL), 0);
	char text[WIRE_TIME_ROOM];

	wire_time_print(&now, text);
	tell(listener, &(struct message){ .type = "event.deleted",
			       .object_id = libapi_deleted_event_id(deleted),
			       .occurred_at = text });
}

/* ---- following ------------------------------------------------------------------------------------------ */

static int32_t take_item(struct listener *listener) {
	switch (libapi_sync_kind(listener->sync)) {
	case LIBAPI_SYNC_RESET:
		if (listener->telling) {
			fprintf(stderr, "calctl: too long away: every event follows as if it had "
					"changed; deleted ones are not told\n");
		}
		break;
	case LIBAPI_SYNC_EVENT:
		tell_event(listener, libapi_sync_event(listener->sync));
		break;
	case LIBAPI_SYNC_DELETED:
		tell_deleted(listener, libapi_sync_deleted(listener->sync));
		break;
	case LIBAPI_SYNC_TOKEN:
		return stopped ? LIBAPI_OK : save_state(listener);
	}
	return LIBAPI_OK;
}

static int32_t next(struct listener *listener) {
	libapi_error_free(listener->error);
	listener->error = NULL;
	waiting =
		listener->idle; /* before the look at `stopped`, so that no signal falls between */
	int32_t got = stopped ? 0 : libapi_sync_next(listener->sync, &listener->error);
	waiting = 0;
	listener->idle = got == 0 || (got < 0 && listener->idle);
	return got;
}

static int32_t follow(struct listener *listener) {
	unsigned failures = 0;

	while (!stopped) {
		int32_t got = next(listener), code = got < 0 ? -got : LIBAPI_OK;
		if (got == 1) {
			code = take_item(listener);
		} else if (got == 0 && !listener->telling) {
			listener->telling = true;
			fprintf(stderr, "calctl: listening; Ctrl-C ends\n");
			code = libapi_sync_set_wait(listener->sync, WAIT_S);
		} else if (got < 0 && libapi_error_is_retryable(listener->error)) {
			fprintf(stderr, "calctl: %s; trying again\n",
				libapi_error_text(listener->error));
			forward_wait(listener->forward, failures++);
			continue;
		}
		if (code != LIBAPI_OK) {
			return code;
		}
		failures = 0;
	}
	return LIBAPI_OK;
}

/* With a token of before there is no snapshot to pass over. */
static int32_t open_all(struct listener *listener) {
	const struct args *args = listener->args;
	int32_t code = read_state(listener);

	if (code == LIBAPI_OK) {
		code = session_options(
			args, &listener->options, listener->problem, sizeof(listener->problem));
	}
	code = code != LIBAPI_OK ? code : session_open(args, &listener->client, &listener->error);
	if (code == LIBAPI_OK) {
		code = libapi_sync_new(listener->client, listener->calendar_id, listener->token,
			listener->options, &listener->sync, &listener->error);
	}
	if (code == LIBAPI_OK && listener->token != NULL) {
		listener->telling = true;
		fprintf(stderr, "calctl: listening from %s on; Ctrl-C ends\n", args->state);
		code = libapi_sync_set_wait(listener->sync, WAIT_S);
	}
	listener->forward = forward_new(args->forward_to, &stopped);
	return code != LIBAPI_OK || listener->forward != NULL ? code : LIBAPI_E_MEMORY;
}

static void release(struct listener *listener) {
	forward_free(listener->forward);
	libapi_sync_free(listener->sync);
	libapi_call_options_free(listener->options);
	libapi_client_unref(listener->client);
	libapi_error_free(listener->error);
	free(listener->token);
}

static bool are_types(const char *types) {
	while (*types != '\0') {
		size_t len = strcspn(types, ",");
		if (len != strlen("event.created") ||
			(strncmp(types, "event.created", len) != 0 &&
				strncmp(types, "event.updated", len) != 0 &&
				strncmp(types, "event.deleted", len) != 0)) {
			return false;
		}
		types += len + (types[len] == ',');
	}
	return true;
}

static const char *check(const struct args *args) {
	if (args->word_count != 2 || args->words[1][0] == '\0') {
		return "listen CALENDAR --forward-to URL: one calendar's id is needed";
	}
	if (args->forward_to == NULL || (strncmp(args->forward_to, "http://", 7) != 0 &&
						strncmp(args->forward_to, "https://", 8) != 0)) {
		return "listen: --forward-to URL: like http://127.0.0.1:3000/hook";
	}
	if (args->type != NULL && (args->type[0] == '\0' || !are_types(args->type))) {
		return "listen: --type: event.created, event.updated, event.deleted, with commas";
	}
	return args->code != NULL ? "--code does not apply to listen; see examples/05_sync.c"
				  : NULL;
}

int run_listen(struct args *args) {
	struct listener listener = { .args = args, .calendar_id = args->words[1], .idle = true };
	const char *wrong = check(args);
	int status = EXIT_DONE;

	if (wrong != NULL) {
		return fail(EXIT_USAGE, wrong);
	}
	watch_signals();
	int32_t code = open_all(&listener);
	code = code != LIBAPI_OK ? code : follow(&listener);
	if (code != LIBAPI_OK) {
		status = fail_with(code, listener.error, listener.problem);
	}
	release(&listener);
	return status;
}
