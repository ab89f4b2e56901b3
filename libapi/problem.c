/* problem.c: problem documents (RFC 9457), read by a table like everything else that travels.
 *
 * The table stands here and not in the contract's generated ones because a problem must be readable even when
 * it comes from a proxy that has never heard of the contract. */
#include "libapi/error.h"

#include "libapi/text.h"

#include <stdio.h>
#include <string.h>

enum { FIELD_POINTER, FIELD_CODE, FIELD_MESSAGE };
static const struct wire_field field_members[] = {
	{ .name = "pointer", .type = WIRE_TEXT },
	{ .name = "code", .type = WIRE_TEXT },
	{ .name = "message", .type = WIRE_TEXT },
};
static const struct wire_schema field_schema = { "ProblemField", field_members, 3 };
static const struct wire_field field_item = {
	.name = "item", .type = WIRE_RECORD, .schema = &field_schema
};

enum {
	DOCUMENT_TYPE,
	DOCUMENT_TITLE,
	DOCUMENT_DETAIL,
	DOCUMENT_CODE,
	DOCUMENT_REQUEST_ID,
	DOCUMENT_ERRORS
};
static const struct wire_field problem_members[] = {
	{ .name = "type", .type = WIRE_TEXT, .flags = WIRE_NULLABLE },
	{ .name = "title", .type = WIRE_TEXT, .flags = WIRE_NULLABLE },
	{ .name = "detail", .type = WIRE_TEXT, .flags = WIRE_NULLABLE },
	{ .name = "code", .type = WIRE_TEXT, .flags = WIRE_NULLABLE },
	{ .name = "request_id", .type = WIRE_TEXT, .flags = WIRE_NULLABLE },
	{ .name = "errors", .type = WIRE_LIST, .flags = WIRE_NULLABLE, .item = &field_item },
};
static const struct wire_schema problem_schema = { "Problem", problem_members, 6 };

static struct wire_record *decode(const char *body, size_t len) {
	struct wire_record *record = NULL;
	struct wire_problems problems;

	wire_problems_init(&problems);
	(void)wire_decode(&problem_schema, body, len, WIRE_ANSWER, &record, &problems);
	wire_problems_finish(&problems);
	return record;
}

static const char *text_of(const struct wire_record *record, size_t field) {
	return record->values[field].state == WIRE_SET ? record->values[field].text : NULL;
}

static void take_text(char **slot, const struct wire_record *record, size_t field) {
	const char *text = text_of(record, field);

	if (text != NULL) {
		(void)libapi__text_set(slot, text);
	}
}

static void take_fields(libapi_error *error, const struct wire_value *errors) {
	if (errors->state != WIRE_SET) {
		return;
	}
	for (size_t i = 0; i < errors->list->count; i++) {
		const struct wire_value *item = &errors->list->items[i];
		if (item->state == WIRE_SET) {
			libapi__error_add_field(error, text_of(item->record, FIELD_POINTER),
				text_of(item->record, FIELD_CODE),
				text_of(item->record, FIELD_MESSAGE));
		}
	}
}

bool libapi__problem_read(libapi_error *error, const char *body, size_t len) {
	struct wire_record *record = NULL;

	if (error->code == LIBAPI_E_MEMORY) {
		return false; /* the immortal one stays as it is */
	}
	record = decode(body, len);
	if (record == NULL) {
		return false;
	}
	take_text(&error->type, record, DOCUMENT_TYPE);
	take_text(&error->title, record, DOCUMENT_TITLE);
	take_text(&error->detail, record, DOCUMENT_DETAIL);
	take_text(&error->problem, record, DOCUMENT_CODE);
	take_text(&error->request_id, record, DOCUMENT_REQUEST_ID);
	take_fields(error, &record->values[DOCUMENT_ERRORS]);
	wire_record_unref(record);
	return true;
}

void libapi__problem_code(const char *body, size_t len, char *code, size_t room) {
	struct wire_record *record = decode(body, len);
	const char *text = record != NULL ? text_of(record, DOCUMENT_CODE) : NULL;

	(void)snprintf(code, room, "%s", text != NULL ? text : "");
	wire_record_unref(record);
}
