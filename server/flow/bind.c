/* bind.c: conditions, body and the parameters of the statement. Fields of the path and of the query are read in
 * bind_path.c and bind_query.c. */
#include "server/flow/bind.h"

#include <assert.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <string.h>
#include <strings.h>

#include "server/domain/ids.h"
#include "server/domain/seal.h"
#include "server/domain/uuid.h"
#include "server/flow/problem.h"

static bool read_condition(
	struct call *call, const char *name, struct slice text, struct condition *condition) {
	if (text.text == NULL || condition_read(condition, text.text, text.len)) {
		return true;
	}
	wire_problems_add(
		&call->problems, name, "format", "%s takes * or entity tags, as in \"7\"", name);
	return false;
}

static bool idempotency_key_is_shaped(struct slice key) {
	for (size_t i = 0; i < key.len; i++) {
		if (key.text[i] < 0x21 || key.text[i] > 0x7e) {
			return false;
		}
	}
	return key.len >= 1 && key.len <= 64;
}

bool bind_conditions(struct call *call) {
	bool good = read_condition(call, "If-Match", call->if_match, &call->match);

	good = read_condition(call, "If-None-Match", call->if_none_match, &call->none_match) &&
	       good;
	if (call->idempotency_key.text != NULL &&
		!idempotency_key_is_shaped(call->idempotency_key)) {
		wire_problems_add(&call->problems, "Idempotency-Key", "format",
			"1 to 64 printable ASCII characters");
		good = false;
	}
	if (call->consistency_token.text != NULL &&
		!consistency_is_shaped(call->consistency_token.text, call->consistency_token.len)) {
		wire_problems_add(&call->problems, "X-Consistency-Token", "format",
			"the header of an answer as it came, as in "
			"00000001-0000000001942868");
		good = false;
	}
	if (!good) {
		problem_answer(call, "malformed_request", NULL);
	}
	return good;
}

static bool type_is(struct slice type, const char *name) {
	size_t len = strlen(name);

	return type.len >= len && strncasecmp(type.text, name, len) == 0 &&
	       (type.len == len || strchr("; \t", type.text[len]) != NULL);
}

static bool text_type_is_known(struct call *call) {
	const char *wanted = call->route->operation->text_type;

	if (type_is(call->content_type, wanted)) {
		return true;
	}
	problem_answer(call, "unsupported_media_type", "Content-Type must be %s", wanted);
	return false;
}

static bool body_type_is_known(struct call *call) {
	bool patch = call->route->operation->body_mode == WIRE_PATCH;

	if (call->route->operation->text_type != NULL) {
		return text_type_is_known(call);
	}
	if (type_is(call->content_type, "application/json") ||
		(patch && type_is(call->content_type, "application/merge-patch+json"))) {
		return true;
	}
	problem_answer(call, "unsupported_media_type", "Content-Type must be %s",
		patch ? "application/merge-patch+json or application/json" : "application/json");
	return false;
}

/* What is not JSON has no fields: where reading stopped goes into the detail. */
static void answer_not_json(struct call *call) {
	const char *where = call->problems.count == 0
				    ? NULL
				    : call_copy(call, call->problems.list[0].message,
					      strlen(call->problems.list[0].message));

	call->problems.count = 0;
	problem_answer(call, "malformed_json", where == NULL ? NULL : "%s", where);
}

bool bind_judge_body(struct call *call, enum wire_verdict verdict) {
	switch (verdict) {
	case WIRE_OK:
		return true;
	case WIRE_NOT_JSON:
		answer_not_json(call);
		return false;
	case WIRE_INVALID:
		problem_answer(call, problem_common_code(call), NULL);
		return false;
	default:
		problem_answer(call, "unavailable", NULL);
		return false;
	}
}

enum { BODY_MAX_PLAIN = 1 << 20 }; /* what the contract says where it says nothing in particular */

static size_t body_limit(const struct call *call) {
	const struct operation *operation = call->route->operation;
	return operation->body_max == BODY_MAX_PLAIN ? call->flow->config->body_max
						     : operation->body_max;
}

static bool body_is_small(struct call *call) {
	if (call->body.len <= body_limit(call)) {
		return true;
	}
	problem_answer(call, "payload_too_large", "the body may have %zu bytes", body_limit(call));
	return false;
}

bool bind_body_is_welcome(struct call *call) {
	if (!body_is_small(call)) {
		return false;
	}
	if (call->route->operation->text_type == NULL && call->body.len == 0) {
		problem_answer(call, "malformed_json", "a JSON object is required as body");
		return false;
	}
	return body_type_is_known(call);
}

enum wire_verdict bind_read_body(struct call *call) {
	const struct operation *operation = call->route->operation;

	return wire_decode(operation->body, call->body.text, call->body.len, operation->body_mode,
		&call->body_record, &call->problems);
}

bool bind_body(struct call *call) {
	const struct operation *operation = call->route->operation;

	if (operation->text_type == NULL && operation->body == NULL) {
		return true;
	}
	return bind_body_is_welcome(call) &&
	       (operation->body == NULL || bind_judge_body(call, bind_read_body(call)));
}

/* SHA-256 over everything that makes a request this request. Each part carries its length, so that no two
 * requests run together into the same bytes. */
static const char *request_hash(struct call *call) {
	const struct slice parts[] = { call->method, call->path, call->query_text, call->if_match,
		call->if_none_match, call->body };
	uint8_t digest[DIGEST_BYTES];
	char *hex = call_alloc(call, DIGEST_HEX_ROOM);
	EVP_MD_CTX *hash = EVP_MD_CTX_new();
	bool done = hex != NULL && hash != NULL && EVP_DigestInit_ex(hash, EVP_sha256(), NULL) == 1;

	for (size_t i = 0; done && i < sizeof(parts) / sizeof(*parts); i++) {
		uint64_t len = parts[i].len;
		done = EVP_DigestUpdate(hash, &len, sizeof(len)) == 1 &&
		       (len == 0 || EVP_DigestUpdate(hash, parts[i].text, len) == 1);
	}
	done = done && EVP_DigestFinal_ex(hash, digest, NULL) == 1;
	EVP_MD_CTX_free(hash);
	if (done) {
		hex_write(digest, sizeof(digest), hex);
	}
	return done ? hex : NULL;
}

/* Signing secrets are kept, since the server signs with them; under the operator's key, which the database never
 * sees. */
static bool keep_secret(struct call *call, const struct api_key *secret) {
	const char *key = call->flow->config->secret_key;
	char *kept = call_alloc(call, SEALED_ROOM(API_KEY_LEN));

	if (key == NULL || key[0] == 0) {
		problem_answer(call, "unavailable",
			"this server has no webhooks: its operator has not set API_SECRET_KEY");
		return false;
	}
	if (kept == NULL || !seal_close(key, secret->text, API_KEY_LEN, kept)) {
		problem_answer(call, "unavailable", NULL);
		return false;
	}
	call->context[CONTEXT_SECRET_KEPT] = kept;
	return true;
}

void bind_request_hash(struct call *call) {
	if (call->idempotency_key.text != NULL && call->context[CONTEXT_REQUEST_HASH] == NULL) {
		call->context[CONTEXT_REQUEST_HASH] = request_hash(call);
	}
}

/* A fresh secret, and what of it may reach the database: hash, prefix, and the sealed form for replays. */
static bool make_secret(struct call *call) {
	bool signs = strcmp(call->route->secret_member, "secret") == 0;
	struct api_key *key = call_alloc(call, sizeof(*key));
	char *sealed = call_alloc(call, SEALED_ROOM(API_KEY_LEN));

	if (key == NULL || sealed == NULL ||
		!api_key_make(key, signs ? WEBHOOK_SECRET_KIND : API_KEY_KIND) ||
		!seal_close(call->presented_key.text, key->text, API_KEY_LEN, sealed)) {
		problem_answer(call, "unavailable", NULL);
		return false;
	}
	call->context[CONTEXT_SECRET_HASH] = key->hash;
	call->context[CONTEXT_SECRET_PREFIX] = key->prefix;
	call->context[CONTEXT_SECRET_SEALED] = sealed;
	bool kept = !signs || keep_secret(call, key);
	OPENSSL_cleanse(key->text,
		sizeof(key->text)); /* the answer opens the seal, first time and replay alike */
	return kept;
}

static const char *limit_value(struct call *call) {
	int field = call->query_record == NULL
			    ? -1
			    : wire_field_index(call->query_record->schema, "limit", 5);
	return field < 0 ? NULL : bind_query_value(call, (size_t)field);
}

static const char *match_value(struct call *call) {
	if (!call->match.present) {
		return NULL;
	}
	return call_format(call, "%lld", (long long)condition_version(&call->match));
}

bool bind_context(struct call *call) {
	const char **context = call->context;
	char *id = call_alloc(call, UUID_LEN + 1);

	if (id == NULL) {
		problem_answer(call, "unavailable", NULL);
		return false;
	}
	if (call->has_caller) {
		context[CONTEXT_CALLER] = call->caller.user_id;
		context[CONTEXT_KEY_ID] = call->caller.key_id;
		context[CONTEXT_IS_ADMIN] = call->caller.is_admin ? "t" : "f";
		context[CONTEXT_SCOPES] = call->caller.scopes_text;
	}
	context[CONTEXT_REQUEST_ID] = call->request_id.text;
	context[CONTEXT_OPERATION] = call->route->operation->id;
	context[CONTEXT_IF_MATCH] = match_value(call);
	context[CONTEXT_IF_NONE_MATCH_ANY] = call->none_match.any ? "t" : "f";
	context[CONTEXT_AFTER] = call->after;
	context[CONTEXT_LIMIT] = limit_value(call);
	context[CONTEXT_IS_PATCH] = call->route->operation->body_mode == WIRE_PATCH ? "t" : "f";
	if (call->route->statement->lane == LANE_WRITE) {
		uuid_make(id);
		context[CONTEXT_NEW_ID] = id;
		if (call->idempotency_key.text != NULL) {
			context[CONTEXT_IDEMPOTENCY_KEY] = call->idempotency_key.text;
			bind_request_hash(call);
		}
	}
	return call->route->secret_member == NULL || make_secret(call);
}

const char *bind_body_text(struct call *call) {
	struct wire_buffer json = WIRE_BUFFER_EMPTY;

	if (call->body_record == NULL || call->body_text != NULL) {
		return call->body_text;
	}
	wire_encode(call->body_record, &json);
	call->body_text = json.failed ? NULL : call_copy(call, json.bytes, json.len);
	wire_buffer_finish(&json);
	return call->body_text;
}

bool bind_statement(struct call *call, const struct statement *statement) {
	assert(statement->param_count <= PARAMS_MAX);
	for (size_t i = 0; i < statement->param_count; i++) {
		const struct statement_param *param = &statement->params[i];
		switch (param->source) {
		case PARAM_PATH:
			call->values[i] = call->path_values[param->index];
			break;
		case PARAM_QUERY:
			call->values[i] = bind_query_value(call, param->index);
			break;
		case PARAM_BODY:
			call->values[i] = bind_body_text(call);
			break;
		case PARAM_CONTEXT:
			call->values[i] = call->context[param->index];
			break;
		}
	}
	return true;
}

const struct wire_value *bind_member(const struct wire_record *record, const char *name) {
	int field = record == NULL ? -1 : wire_field_index(record->schema, name, strlen(name));
	return field < 0 || record->values[field].state != WIRE_SET ? NULL : &record->values[field];
}

bool bind_head(struct call *call) {
	return bind_path(call) && bind_query(call) && bind_conditions(call);
}
