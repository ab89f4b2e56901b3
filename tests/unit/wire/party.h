/* party.h: a small contract that has one member of every kind, for the tests of the wire layer. */
#ifndef TESTS_UNIT_WIRE_PARTY_H
#define TESTS_UNIT_WIRE_PARTY_H

#include "libapi/wire/wire.h"

/* clang-format off: tables read along their rows */

enum { GUEST_EMAIL, GUEST_NAME, GUEST_ROLE, GUEST_USER_ID };
static const char *const guest_roles[] = { "required", "optional", "chair", NULL };
static const struct wire_field guest_fields[] = {
	{ .name = "email",
		.type = WIRE_TEXT,
		.format = WIRE_EMAIL,
		.flags = WIRE_REQUIRED,
		.max = 254 },
	{ .name = "name", .type = WIRE_TEXT, .flags = WIRE_NULLABLE, .max = 128 },
	{ .name = "role", .type = WIRE_TEXT, .format = WIRE_ENUM, .names = guest_roles },
	{ .name = "user_id",
		.type = WIRE_TEXT,
		.format = WIRE_UUID,
		.flags = WIRE_READ_ONLY | WIRE_NULLABLE },
};
static const struct wire_schema guest_schema = { "Guest", guest_fields, 4 };

enum { RULE_RRULE, RULE_EXDATES };
static const struct wire_field any_time = { .type = WIRE_TEXT, .format = WIRE_EVENT_TIME };
static const struct wire_field rule_fields[] = {
	{ .name = "rrule", .type = WIRE_TEXT, .flags = WIRE_REQUIRED, .min = 1, .max = 512 },
	{ .name = "exdates", .type = WIRE_LIST, .item = &any_time, .max = 4 },
};
static const struct wire_schema rule_schema = { "Rule", rule_fields, 2 };

enum {
	PARTY_ID,
	PARTY_TITLE,
	PARTY_URL,
	PARTY_START,
	PARTY_END,
	PARTY_FROM,
	PARTY_UNTIL,
	PARTY_OPENS,
	PARTY_CLOSES,
	PARTY_STATUS,
	PARTY_IS_LOUD,
	PARTY_SEATS,
	PARTY_RULE,
	PARTY_GUESTS,
	PARTY_TAGS,
	PARTY_METADATA,
	PARTY_EXTRA,
	PARTY_VERSION,
	PARTY_COUNT,
};
static const char *const party_statuses[] = { "confirmed", "tentative", "cancelled", NULL };
static const struct wire_field guest_item = { .type = WIRE_RECORD, .schema = &guest_schema };
static const struct wire_field tag_item = { .type = WIRE_TEXT, .min = 1, .max = 8 };
static const struct wire_field note_item = { .type = WIRE_TEXT, .max = 10 };
static const struct wire_field party_fields[] = {
	{ .name = "id", .type = WIRE_TEXT, .format = WIRE_UUID },
	{ .name = "title",
		.type = WIRE_TEXT,
		.flags = WIRE_REQUIRED,
		.min = 1,
		.max = 255,
		.help = "what it is" },
	{ .name = "url",
		.type = WIRE_TEXT,
		.format = WIRE_URI,
		.flags = WIRE_NULLABLE,
		.max = 2048 },
	{ .name = "start_time",
		.type = WIRE_TEXT,
		.format = WIRE_EVENT_TIME,
		.flags = WIRE_REQUIRED },
	{ .name = "end_time", .type = WIRE_TEXT, .format = WIRE_EVENT_TIME, .after = "start_time" },
	{ .name = "from_date", .type = WIRE_TEXT, .format = WIRE_DATE },
	{ .name = "until_date", .type = WIRE_TEXT, .format = WIRE_DATE, .after = "from_date" },
	{ .name = "opens", .type = WIRE_TEXT, .format = WIRE_CLOCK },
	{ .name = "closes", .type = WIRE_TEXT, .format = WIRE_CLOCK, .after = "opens" },
	{ .name = "status", .type = WIRE_TEXT, .format = WIRE_ENUM, .names = party_statuses },
	{ .name = "is_loud", .type = WIRE_BOOL },
	{ .name = "seats", .type = WIRE_INT, .min = 1, .max = 40320 },
	{ .name = "rule", .type = WIRE_RECORD, .schema = &rule_schema, .flags = WIRE_NULLABLE },
	{ .name = "guests", .type = WIRE_LIST, .item = &guest_item, .max = 5 },
	{ .name = "tags", .type = WIRE_LIST, .item = &tag_item, .min = 1, .max = 3 },
	{ .name = "metadata", .type = WIRE_MAP, .item = &note_item, .max = 3, .key_max = 5 },
	{ .name = "extra", .type = WIRE_JSON, .flags = WIRE_NULLABLE },
	{ .name = "version", .type = WIRE_INT, .flags = WIRE_READ_ONLY | WIRE_REQUIRED },
};
static const struct wire_schema party_schema = { "Party", party_fields, PARTY_COUNT };
/* clang-format on */

#endif
