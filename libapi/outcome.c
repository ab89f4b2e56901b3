/* outcome.c: what a finished call came to, in the terms of api/error.h.
 *
 * Errors are made here, when somebody asks, on that thread and without the lock; the call itself only keeps what
 * came. */
#include "libapi/call.h"

#include "libapi/error_name.h"
#include "libapi/text.h"

#include <stdio.h>
#include <string.h>

static bool is_write(const libapi_call *call) {
	return call->request.idempotency_key[0] != '\0';
}

/* No answer: say how often it was tried, and what may have happened. */
static void explain_silence(const libapi_call *call, libapi_error *error) {
	const struct exchange *exchange = &call->exchange;
	char what[EXCHANGE_REASON_ROOM + 64];

	if (exchange->code == LIBAPI_E_TIMEOUT) {
		(void)snprintf(what, sizeof(what), "no answer within %lld ms",
			(long long)call->timeout_ms);
	} else {
		(void)snprintf(what, sizeof(what), "%s", exchange->reason);
	}
	if (libapi_error_category(error) != LIBAPI_CATEGORY_TRANSPORT ||
		exchange->code == LIBAPI_E_UNREACHABLE) {
		libapi__error_say(error, "%s", what);
	} else if (is_write(call)) {
		libapi__error_say(error,
			"%s (attempt %d of %d); it may have been done: repeat it with the "
			"idempotency key %s",
			what, (int)call->attempts, (int)call->attempts_max,
			call->request.idempotency_key);
	} else {
		libapi__error_say(error, "%s (attempt %d of %d)", what, (int)call->attempts,
			(int)call->attempts_max);
	}
}

static void take_raw_body(const struct response *response, libapi_error *error) {
	if (response->body.len > 0) {
		struct wire_buffer copy = WIRE_BUFFER_EMPTY;
		wire_put(&copy, response->body.bytes, response->body.len);
		if (copy.failed) {
			wire_buffer_finish(&copy);
			return;
		}
		error->raw_body = copy.bytes; /* the error's from here */
		error->raw_body_len = copy.len;
	} else {
		(void)libapi__text_set(&error->raw_body, "");
	}
}

static void explain_status(const libapi_call *call, libapi_error *error) {
	const struct response *response = &call->exchange.response;
	const char *type = libapi__response_header(response, "Content-Type");

	if (response->status < 400 && response->status != LIBAPI_E_NOT_MODIFIED) {
		const char *location = libapi__response_header(response, "Location");
		libapi__error_say(error,
			"a redirect%s%s is not followed, since the key would go with it",
			location != NULL ? " to " : "", location != NULL ? location : "");
	} else if (response->status == LIBAPI_E_NOT_MODIFIED) {
		libapi__error_say(error, "not modified");
	} else if (!libapi__response_is_json(response) ||
		   !libapi__problem_read(error, response->body.bytes, response->body.len)) {
		libapi__error_say(error,
			"no problem document came with it (%s); this may be a proxy's answer",
			type != NULL ? type : "no content type");
	}
}

/* What every error with an answer carries. */
static libapi_error *error_of_answer(const libapi_call *call, int32_t code) {
	const struct response *response = &call->exchange.response;
	libapi_error *error = libapi__error_new(code, call->operation, call->request.method);
	const char *request_id = libapi__response_header(response, "X-Request-Id");
	const char *etag = libapi__response_header(response, "ETag");

	if (error->code != code) {
		return error; /* no memory */
	}
	error->http_status = response->status;
	error->attempts = call->attempts;
	error->retry_after_ms = call->retry_after_ms;
	take_raw_body(response, error);
	if (request_id != NULL) {
		(void)libapi__text_set(&error->request_id, request_id);
	}
	if (etag != NULL) {
		(void)libapi__text_set(&error->etag, etag);
	}
	return error;
}

static int32_t give_status(const libapi_call *call, int32_t code, libapi_error **out) {
	struct attempt attempt = { ATTEMPT_ANSWERED, call->exchange.response.status,
		call->in_progress, -1 };
	libapi_error *error = NULL;

	if (out == NULL) {
		return code;
	}
	error = error_of_answer(call, code);
	if (error->code == code) {
		explain_status(call, error);
		error->lacks_key =
			code == LIBAPI_E_UNAUTHENTICATED && call->client->config->key == NULL;
		error->retryable = libapi__retry_is_sensible(&attempt);
	}
	return libapi__error_give(error, out);
}

static int32_t give_silence(const libapi_call *call, libapi_error **out) {
	const struct exchange *exchange = &call->exchange;
	struct attempt attempt = { exchange->end, 0, false, -1 };
	libapi_error *error = NULL;

	if (out == NULL || exchange->code == LIBAPI_E_MEMORY) {
		return libapi__fail(out, exchange->code, "no memory");
	}
	error = libapi__error_new(exchange->code, call->operation, call->request.method);
	if (error->code == exchange->code) {
		error->curl_code = exchange->curl_code;
		error->attempts = call->attempts;
		error->retryable = libapi__retry_is_sensible(&attempt);
		explain_silence(call, error);
	}
	return libapi__error_give(error, out);
}

int32_t libapi__call_outcome(libapi_call *call, libapi_error **error) {
	int32_t code = LIBAPI_OK;

	if (call->exchange.end != ATTEMPT_ANSWERED) {
		return give_silence(call, error);
	}
	code = libapi__code_of_status(call->exchange.response.status);
	return code == LIBAPI_OK ? code : give_status(call, code, error);
}

/* ---- the answer as a record ------------------------------------------------------------------------------- */

static int32_t give_malformed(const libapi_call *call, const struct wire_problems *problems,
	const char *what, libapi_error **out) {
	libapi_error *error = NULL;

	if (out == NULL) {
		return LIBAPI_E_MALFORMED;
	}
	error = error_of_answer(call, LIBAPI_E_MALFORMED);
	if (problems != NULL && problems->count > 0) {
		libapi__error_say(error, "%s: %s %s", what, problems->list[0].pointer,
			problems->list[0].message);
	} else {
		libapi__error_say(error, "%s", what);
	}
	return libapi__error_give(error, out);
}

int32_t libapi__call_decode(libapi_call *call, struct wire_record **out, libapi_error **error) {
	const struct operation *operation = call->operation;
	const struct wire_schema *schema =
		operation->page != NULL ? operation->page : operation->answer;
	const struct response *response = &call->exchange.response;
	struct wire_problems problems;
	enum wire_verdict verdict = WIRE_OK;
	int32_t code = LIBAPI_OK;

	if (schema == NULL || out == NULL) {
		return LIBAPI_OK;
	}
	if (!libapi__response_is_json(response)) {
		return give_malformed(
			call, NULL, "the answer is not JSON by its content type", error);
	}
	wire_problems_init(&problems);
	verdict = wire_decode(schema, response->body.len > 0 ? response->body.bytes : "",
		response->body.len, WIRE_ANSWER, out, &problems);
	if (verdict == WIRE_NO_MEMORY) {
		code = libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	} else if (verdict != WIRE_OK) {
		code = give_malformed(call, &problems,
			verdict == WIRE_NOT_JSON ? "the answer is not JSON"
						 : "the answer is not of the agreed shape",
			error);
	}
	wire_problems_finish(&problems);
	return code;
}
