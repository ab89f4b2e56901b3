/* reply.c: the answer to a statement's rows.
 *
 *   outcome ─> ok      ─> one object | a page | nothing   200,201,204,304
 *           └> a code  ─> problem.c
 */
#include "server/flow/reply.h"

#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>

#include "server/base/log.h"
#include "server/domain/ids.h"
#include "server/domain/seal.h"
#include "server/flow/bind.h"
#include "server/flow/page.h"
#include "server/flow/problem.h"
#include "server/store/row.h"

/* ---- fields= ------------------------------------------------------------------------------------------ */

static bool mark_word(
	const struct wire_schema *schema, bool *wanted, const char *word, size_t len) {
	int field = wire_field_index(schema, word, len);

	if (field >= 0) {
		wanted[field] = true;
	}
	return field >= 0;
}

bool reply_wanted(struct call *call, const bool **out) {
	const struct wire_schema *query = call->route->operation->query,
				 *schema = call->route->operation->answer;
	int field = query == NULL ? -1 : wire_field_index(query, "fields", 6);

	*out = NULL;
	if (field < 0 || call->query_record == NULL ||
		call->query_record->values[field].state != WIRE_SET) {
		return true;
	}
	const char *at = bind_query_value(call, (size_t)field);
	bool *wanted = call_alloc(call, schema->count);
	if (wanted == NULL || at == NULL) {
		problem_answer(call, "unavailable", NULL);
		return false;
	}
	memset(wanted, 0, schema->count);
	mark_word(schema, wanted, "id", 2);
	while (*at != 0) {
		size_t len = strcspn(at, ",");
		if (len > 0 && !mark_word(schema, wanted, at, len)) {
			wire_problems_add(&call->problems, "fields", "unknown_value",
				"%s has no member %.*s", schema->name, (int)(len > 64 ? 64 : len),
				at);
		}
		at += len + (at[len] == ',');
	}
	*out = wanted;
	if (call->problems.count > 0) {
		problem_answer(call, "malformed_query", NULL);
		return false;
	}
	return true;
}

/* ---- headers of an object ------------------------------------------------------------------------------ */

static const char *path_value(struct call *call, const char *name, size_t len) {
	const struct wire_schema *fields = call->route->operation->path_fields;
	int field = fields == NULL ? -1 : wire_field_index(fields, name, len);

	return field < 0 ? NULL : call->path_values[field];
}

static const char *answer_value(struct call *call, const struct columns *columns,
	const PGresult *result, const char *name, size_t len) {
	int field = wire_field_index(call->route->operation->answer, name, len);
	return field < 0 ? NULL : row_cell(result, 0, columns->by_field[field]);
}

/* x-location with its {names} filled in: from the path, then from the answer. */
static const char *make_location(
	struct call *call, const struct columns *columns, const PGresult *result) {
	struct wire_buffer text = WIRE_BUFFER_EMPTY;
	const char *at = call->route->location;

	while (*at != 0) {
		size_t plain = strcspn(at, "{");
		wire_put(&text, at, plain);
		at += plain;
		if (*at == '{') {
			size_t len = strcspn(++at, "}");
			const char *value = path_value(call, at, len);
			value = value != NULL ? value
					      : answer_value(call, columns, result, at, len);
			wire_put_escaped(&text, value == NULL ? "" : value,
				value == NULL ? 0 : strlen(value));
			at += len + 1;
		}
	}
	const char *location = text.failed ? NULL : call_copy(call, text.bytes, text.len);
	wire_buffer_finish(&text);
	return location;
}

static bool is_not_modified(struct call *call, int64_t version) {
	/* RFC 9110 §13.1.2: for GET the comparison is the weak one. */
	return (call->route->operation->flags & OPERATION_IF_NONE_MATCH) &&
	       call->none_match.present && strcmp(call->route->operation->method, "GET") == 0 &&
	       condition_matches(&call->none_match, version, false);
}

static void answer_not_modified(struct call *call) {
	wire_buffer_clear(&call->answer);
	call->answer_type = NULL;
	call_answer(call, 304);
}

/* ---- the three forms of success ------------------------------------------------------------------------ */

/* The secret as the answer shows it: opened from what is (or would be) stored, so that a replay takes this same
 * way. false: a problem was answered. */
static bool open_secret(struct call *call, const char *sealed, char secret[256]) {
	if (seal_open(call->presented_key.text, sealed, strlen(sealed), secret, 256)) {
		return true;
	}
	problem_answer(call, "idempotency_key_reused",
		"the first answer can only be shown to the key that asked for it");
	return false;
}

/* x-secret-path: the secret as part of a link. NULL: no memory. */
static const char *shown_secret(struct call *call, const char *secret) {
	const char *path = call->route->secret_path;
	size_t before = path == NULL ? 0 : strcspn(path, "{");

	if (path == NULL) {
		return secret;
	}
	return call_format(call, "%s%.*s%s%s", call->flow->config->public_url, (int)before, path,
		secret, path + before + strlen("{secret}"));
}

static void answer_object(
	struct call *call, const struct columns *columns, const PGresult *result, uint16_t status) {
	struct reply_shape shape = { .schema = call->route->operation->answer, .columns = columns };
	const char *version = row_cell(result, 0, columns->version),
		   *sealed = row_cell(result, 0, columns->sealed);
	char secret[256];

	if ((call->route->operation->flags & OPERATION_ETAG) && version != NULL) {
		call->etag = call_format(call, "\"%s\"", version);
		if (is_not_modified(call, strtoll(version, NULL, 10))) {
			answer_not_modified(call);
			return;
		}
	}
	if (!reply_wanted(call, &shape.wanted)) {
		return;
	}
	if (call->route->secret_member != NULL && sealed != NULL) {
		if (!open_secret(call, sealed, secret)) {
			return;
		}
		shape.secret_member = call->route->secret_member;
		shape.secret = shown_secret(call, secret);
	}
	if (status == 201 && call->route->location != NULL) {
		call->location = make_location(call, columns, result);
	}
	reply_put_row(&call->answer, &shape, result, 0);
	OPENSSL_cleanse(secret, sizeof(secret));
	call_answer(call, status);
}

int reply_limit(struct call *call) {
	int field = call->query_record == NULL
			    ? -1
			    : wire_field_index(call->query_record->schema, "limit", 5);
	return field >= 0 && call->query_record->values[field].state == WIRE_SET
		       ? (int)call->query_record->values[field].number
		       : 50;
}

void reply_put_next_cursor(struct call *call, const char *place) {
	char text[CURSOR_ROOM];
	struct slice question = place == NULL ? (struct slice){ 0 } : bind_question(call);
	size_t len = question.text == NULL ? 0
					   : cursor_write(call->flow->cursor_key, question.text,
						     question.len, place, text);

	if (len == 0) {
		wire_put_str(&call->answer, "null");
	} else {
		wire_put_json_text(&call->answer, text, len);
	}
}

static void answer_success(
	struct call *call, const struct columns *columns, PGresult *result, bool created) {
	const struct operation *operation = call->route->operation;
	uint16_t status = created && operation->success != 204 ? 201 : operation->success;

	call->answer_type = "application/json";
	if (operation->flags & OPERATION_LIST) {
		answer_page(call, result);
	} else if (status == 204 || operation->answer == NULL) {
		call->answer_type = NULL;
		call_answer(call, 204);
	} else {
		answer_object(call, columns, result, status);
	}
}

void reply_rows(struct call *call, PGresult *result) {
	const struct columns *columns = columns_find(call, result);
	bool list = call->route->operation->flags & OPERATION_LIST;

	if (columns == NULL) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	if (PQntuples(result) == 0) {
		if (list) {
			answer_success(call, columns, result, false);
		} else {
			problem_answer(call, "not_found", NULL);
		}
		return;
	}
	const char *outcome = row_cell(result, 0, columns->outcome),
		   *replayed = row_cell(result, 0, columns->replayed);
	call->replayed = replayed != NULL && replayed[0] == 't';
	if (outcome == NULL || strcmp(outcome, "ok") == 0 || strcmp(outcome, "created") == 0) {
		answer_success(call, columns, result, outcome != NULL && outcome[0] == 'c');
	} else {
		problem_answer_row(call, outcome, row_cell(result, 0, columns->detail));
	}
}

bool reply_not_modified(struct call *call, const char *version_tag) {
	call->etag = version_tag;
	if (call->if_none_match.text == NULL ||
		(!call->none_match.any && strstr(call->if_none_match.text, version_tag) == NULL)) {
		return false;
	}
	answer_not_modified(call);
	return true;
}

void reply_json(struct call *call, uint16_t status, const char *version_tag) {
	call->answer_type = "application/json";
	if (version_tag == NULL || !reply_not_modified(call, version_tag)) {
		call_answer(call, status);
	}
}
