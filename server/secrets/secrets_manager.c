/* secrets_manager.c: who asks ─> the signed question ─> SecretString. */
#include "server/secrets/secrets_manager.h"

#include <curl/curl.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "libapi/wire/buffer.h"

enum { TIMEOUT_MS = 5000, ANSWER_MAX = 128 << 10, FIELD_ROOM = 4096 };

#define CONTAINER_ADDRESS "http://169.254.170.2" /* where ECS gives a task its role */

struct identity {
	char id[256], secret[256], token[FIELD_ROOM]; /* token "": a long-lived key */
};

struct question {
	const char *url, *body; /* body NULL: GET */
	const char *signing; /* libcurl's AWS_SIGV4, or NULL */
	const struct identity *identity; /* with `signing` */
	struct curl_slist *headers; /* freed by ask() */
};

/* ---- one exchange ------------------------------------------------------------------------------------------ */

static size_t take_bytes(char *bytes, size_t size, size_t count, void *context) {
	struct wire_buffer *answer = context;

	if (answer->len + size * count > ANSWER_MAX) {
		return 0;
	}
	wire_put(answer, bytes, size * count);
	return answer->failed ? 0 : size * count;
}

static bool sign(CURL *easy, const struct question *question) {
	return question->signing == NULL ||
	       (curl_easy_setopt(easy, CURLOPT_AWS_SIGV4, question->signing) == CURLE_OK &&
		       curl_easy_setopt(easy, CURLOPT_USERNAME, question->identity->id) ==
			       CURLE_OK &&
		       curl_easy_setopt(easy, CURLOPT_PASSWORD, question->identity->secret) ==
			       CURLE_OK);
}

static bool set_up(CURL *easy, const struct question *question, struct wire_buffer *answer) {
	bool good = curl_easy_setopt(easy, CURLOPT_URL, question->url) == CURLE_OK &&
		    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK &&
		    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, question->headers) == CURLE_OK &&
		    sign(easy, question);

	if (question->body != NULL) {
		good = curl_easy_setopt(easy, CURLOPT_POSTFIELDS, question->body) == CURLE_OK &&
		       good;
	}
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)TIMEOUT_MS);
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_bytes);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, answer);
	return good;
}

/* The status, or 0 with `why`. */
static long ask(struct question *question, struct wire_buffer *answer, char *why, size_t room) {
	CURL *easy = curl_easy_init();
	CURLcode code = CURLE_OUT_OF_MEMORY;
	long status = 0;

	if (easy != NULL && set_up(easy, question, answer)) {
		code = curl_easy_perform(easy);
	}
	if (code == CURLE_OK) {
		curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
	} else {
		snprintf(why, room, "%s: %s", question->url, curl_easy_strerror(code));
	}
	curl_easy_cleanup(easy);
	curl_slist_free_all(question->headers);
	question->headers = NULL;
	return status;
}

static void add_header(struct question *question, const char *name, const char *value) {
	char line[FIELD_ROOM + 64];

	snprintf(line, sizeof(line), "%s: %s", name, value);
	struct curl_slist *more = curl_slist_append(question->headers, line);
	question->headers = more != NULL ? more : question->headers;
	explicit_bzero(line, sizeof(line));
}

/* A member that is a text and fits. */
static bool take_text(const struct wire_buffer *answer, const char *name, char *out, size_t room) {
	struct json_object *object = answer->len == 0 ? NULL : json_tokener_parse(answer->bytes),
			   *value = NULL;
	bool good = json_object_is_type(object, json_type_object) &&
		    json_object_object_get_ex(object, name, &value) &&
		    json_object_is_type(value, json_type_string) &&
		    (size_t)snprintf(out, room, "%s", json_object_get_string(value)) < room;

	json_object_put(object);
	return good;
}

static void forget(struct wire_buffer *answer) {
	if (answer->bytes != NULL) {
		explicit_bzero(answer->bytes, answer->len);
	}
	wire_buffer_finish(answer);
}

/* ---- who asks ---------------------------------------------------------------------------------------------- */

static const char *variable(const char *name) {
	const char *value = getenv(name);
	return value == NULL || value[0] == '\0' ? NULL : value;
}

static bool copy_variable(const char *name, char *out, size_t room) {
	const char *value = variable(name);
	return value != NULL && (size_t)snprintf(out, room, "%s", value) < room;
}

static bool container_url(char *url, size_t room) {
	const char *full = variable("AWS_CONTAINER_CREDENTIALS_FULL_URI"),
		   *relative = variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");

	if (full == NULL && relative == NULL) {
		return false;
	}
	return (size_t)snprintf(url, room, "%s%s", relative != NULL ? CONTAINER_ADDRESS : "",
		       relative != NULL ? relative : full) < room;
}

static bool ask_container(struct identity *identity, char *why, size_t room) {
	char url[1024];
	struct question question = { .url = url };
	struct wire_buffer answer = WIRE_BUFFER_EMPTY;
	const char *token = variable("AWS_CONTAINER_AUTHORIZATION_TOKEN");

	if (!container_url(url, sizeof(url))) {
		snprintf(why, room,
			"no AWS credentials: neither AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY "
			"nor "
			"a role of the container");
		return false;
	}
	if (token != NULL) {
		add_header(&question, "Authorization", token);
	}
	long status = ask(&question, &answer, why, room);
	bool good =
		status == 200 &&
		take_text(&answer, "AccessKeyId", identity->id, sizeof(identity->id)) &&
		take_text(&answer, "SecretAccessKey", identity->secret, sizeof(identity->secret)) &&
		take_text(&answer, "Token", identity->token, sizeof(identity->token));
	if (!good && status != 0) {
		snprintf(why, room, "the container's role: status %ld from %s", status, url);
	}
	forget(&answer);
	return good;
}

static bool identify(struct identity *identity, char *why, size_t room) {
	*identity = (struct identity){ 0 };
	if (copy_variable("AWS_ACCESS_KEY_ID", identity->id, sizeof(identity->id)) &&
		copy_variable(
			"AWS_SECRET_ACCESS_KEY", identity->secret, sizeof(identity->secret))) {
		copy_variable("AWS_SESSION_TOKEN", identity->token, sizeof(identity->token));
		return true;
	}
	return ask_container(identity, why, room);
}

/* ---- the question ------------------------------------------------------------------------------------------ */

/* arn:PARTITION:secretsmanager:REGION:… */
static bool find_region(const char *id, char *region, size_t room) {
	const char *at = strncmp(id, "arn:", 4) == 0 ? strstr(id, ":secretsmanager:") : NULL;

	if (at != NULL) {
		at += strlen(":secretsmanager:");
		return (size_t)snprintf(region, room, "%.*s", (int)strcspn(at, ":"), at) < room;
	}
	return copy_variable("AWS_REGION", region, room) ||
	       copy_variable("AWS_DEFAULT_REGION", region, room);
}

static void put_url(char *url, size_t room, const char *region) {
	const char *given = variable("AWS_ENDPOINT_URL_SECRETS_MANAGER");

	given = given != NULL ? given : variable("AWS_ENDPOINT_URL");
	if (given != NULL) {
		size_t len = strlen(given);
		snprintf(url, room, "%s%s", given, given[len - 1] == '/' ? "" : "/");
	} else {
		snprintf(url, room, "https://secretsmanager.%s.amazonaws.com%s/", region,
			strncmp(region, "cn-", 3) == 0 ? ".cn" : "");
	}
}

static void put_body(struct wire_buffer *body, const char *id, const char *stage) {
	wire_put_str(body, "{\"SecretId\":");
	wire_put_json_text(body, id, strlen(id));
	wire_put_format(body, ",\"VersionStage\":\"%s\"}", stage);
}

static bool ask_for(const struct identity *identity, const char *region, const char *body,
	struct wire_buffer *answer, char *why, size_t room) {
	char url[512], signing[128], type[128] = "no reason given";
	struct question question = {
		.url = url, .body = body, .signing = signing, .identity = identity
	};

	put_url(url, sizeof(url), region);
	snprintf(signing, sizeof(signing), "aws:amz:%s:secretsmanager", region);
	add_header(&question, "Content-Type", "application/x-amz-json-1.1");
	add_header(&question, "X-Amz-Target", "secretsmanager.GetSecretValue");
	if (identity->token[0] != '\0') {
		add_header(&question, "X-Amz-Security-Token", identity->token);
	}
	long status = ask(&question, answer, why, room);
	if (status != 0 && status != 200) {
		take_text(answer, "__type", type, sizeof(type));
		snprintf(why, room, "Secrets Manager: status %ld, %s", status, type);
	}
	return status == 200;
}

bool secrets_manager_fetch(const char *id, const char *stage, char *text, size_t text_room,
	char *why, size_t why_room) {
	struct identity identity;
	struct wire_buffer body = WIRE_BUFFER_EMPTY, answer = WIRE_BUFFER_EMPTY;
	char region[64];

	if (!find_region(id, region, sizeof(region))) {
		snprintf(why, why_room, "AWS_REGION is not set, and %s is no ARN that names one",
			id);
		return false;
	}
	if (!identify(&identity, why, why_room)) {
		return false;
	}
	put_body(&body, id, stage);
	bool good = !body.failed && ask_for(&identity, region, body.bytes, &answer, why, why_room);
	if (good && !take_text(&answer, "SecretString", text, text_room)) {
		snprintf(why, why_room, "Secrets Manager: the %s version of %s has no SecretString",
			stage, id);
		good = false;
	}
	wire_buffer_finish(&body);
	forget(&answer);
	explicit_bzero(&identity, sizeof(identity));
	return good;
}
