/* explain.c: the tables of libapi/wire in words. Schemas are found by walking the operations, so there is no list
 * of them that could be forgotten. */
#include <stdbool.h>

#include "cli/explain.h"

#include <inttypes.h>
#include <string.h>

#include "cli/command.h"
#include "cli/suggest.h"
#include "libapi/wire/operation.h"

/* ---- finding ------------------------------------------------------------------------------------------ */

/* "ApiKey" is called api_key, api-key, apikey or ApiKey. */
static bool same_name(const char *name, const char *typed, size_t len) {
	size_t at = 0;

	for (; *name != '\0'; name++) {
		if (*name == '_') {
			continue;
		}
		while (at < len && (typed[at] == '_' || typed[at] == '-')) {
			at++;
		}
		if (at == len || (*name | 0x20) != (typed[at] | 0x20)) {
			return false;
		}
		at++;
	}
	return at == len;
}

typedef bool (*visit)(const struct wire_schema *schema, void *context);

static bool walk(const struct wire_schema *schema, visit see, void *context, int depth) {
	if (schema == NULL || depth > 4) {
		return false;
	}
	if (see(schema, context)) {
		return true;
	}
	for (size_t i = 0; i < schema->count; i++) {
		const struct wire_field *field = &schema->fields[i];
		const struct wire_field *holder = field->type == WIRE_LIST ? field->item : field;
		if (holder->type == WIRE_RECORD && walk(holder->schema, see, context, depth + 1)) {
			return true;
		}
	}
	return false;
}

static bool walk_all(visit see, void *context) {
	for (size_t i = 0; i < operation_count; i++) {
		if (walk(operations[i].answer, see, context, 0) ||
			walk(operations[i].body, see, context, 0)) {
			return true;
		}
	}
	return false;
}

struct search {
	const char *name;
	size_t len;
	const struct wire_schema *found;
};

static bool see_name(const struct wire_schema *schema, void *context) {
	struct search *search = context;

	if (same_name(schema->name, search->name, search->len)) {
		search->found = schema;
		return true;
	}
	return false;
}

static const struct wire_schema *find_schema(const char *name, size_t len) {
	struct search search = { name, len, NULL };

	if (!walk_all(see_name, &search)) {
		/* People say `calctl key create`; the object is an ApiKey. */
		for (size_t i = 0; i < command_count; i++) {
			const char *schema = commands[i].schema;
			if (schema != NULL && strlen(commands[i].noun) == len &&
				memcmp(commands[i].noun, name, len) == 0 &&
				strcmp(commands[i].verb, "create") != 0) {
				return find_schema(schema, strlen(schema));
			}
		}
	}
	return search.found;
}

static const struct wire_field *find_field(
	const struct wire_schema *schema, const char *name, size_t len) {
	for (size_t i = 0; schema != NULL && i < schema->count; i++) {
		if (same_name(schema->fields[i].name, name, len)) {
			return &schema->fields[i];
		}
	}
	return NULL;
}

/* ---- words -------------------------------------------------------------------------------------------- */

static const struct {
	const char *text, *example;
} formats[] = {
	[WIRE_UUID] = { "a UUID, RFC 9562", "0193590c-2b5e-7a40-9d11-0c5f3a6b7c81" },
	[WIRE_USER_REF] = { "a user's UUID, or me", "me" },
	[WIRE_INSTANT] = { "RFC 3339 with an offset, whole seconds, years 1900 to 2200",
		"2026-11-24T09:30:00Z" },
	[WIRE_EVENT_TIME] = { "RFC 3339: with an offset an instant, without one the wall time in "
			      "time_zone",
		"2026-11-24T09:30:00+01:00, or 2026-11-24T09:30:00 with time_zone Europe/Berlin" },
	[WIRE_DATE] = { "a date", "2026-11-24" },
	[WIRE_CLOCK] = { "a time of day, HH:MM", "09:30" },
	[WIRE_ZONE] = { "a name of the IANA time zone database", "Europe/Berlin" },
	[WIRE_EMAIL] = { "an e-mail address", "ada@example.com" },
	[WIRE_URI] = { "a URI with its scheme", "https://example.com/agenda" },
	[WIRE_COLOR] = { "#RRGGBB", "#3366CC" },
	[WIRE_USERNAME] = { "a to z, 0 to 9, dot, underscore, hyphen", "ada.lovelace" },
	[WIRE_SLOT] = { "local time as YYYYMMDDTHHMMSS, or YYYYMMDD for whole days",
		"20261124T093000" },
	[WIRE_PRINTABLE] = { "printable ASCII", "anything-like-this" },
	[WIRE_WORDS] = { "names with commas between them", "id,title,start_time" },
};

static const char *type_word(const struct wire_field *field) {
	static const char *const words[] = {
		[WIRE_TEXT] = "text",
		[WIRE_INT] = "whole number",
		[WIRE_BOOL] = "true or false",
		[WIRE_RECORD] = "object",
		[WIRE_LIST] = "list",
		[WIRE_MAP] = "map of text to text",
		[WIRE_JSON] = "any JSON",
	};
	return words[field->type];
}

static void print_bounds(FILE *out, const struct wire_field *field) {
	const char *unit = field->type == WIRE_TEXT  ? " characters"
			   : field->type == WIRE_INT ? ""
						     : " entries";

	if (field->max != 0) {
		fprintf(out, "limits    %" PRId64 " to %" PRId64 "%s\n", field->min, field->max,
			unit);
	} else if (field->min != 0) {
		fprintf(out, "limits    at least %" PRId64 "%s\n", field->min, unit);
	}
	if (field->key_max != 0) {
		fprintf(out, "keys      at most %" PRId64 " characters\n", field->key_max);
	}
}

static void print_value(FILE *out, const struct wire_field *field) {
	fprintf(out, "type      %s%s\n", type_word(field),
		field->flags & WIRE_NULLABLE ? ", or null" : "");
	if (field->format == WIRE_ENUM) {
		fputs("one of   ", out);
		for (const char *const *name = field->names; *name != NULL; name++) {
			fprintf(out, " %s", *name);
		}
		fputc('\n', out);
	} else if (field->format < sizeof(formats) / sizeof(formats[0]) &&
		   formats[field->format].text != NULL) {
		fprintf(out, "form      %s\nexample   %s\n", formats[field->format].text,
			formats[field->format].example);
	}
	print_bounds(out, field);
}

/* In a draft a member may be required that the server's answer merely has. */
static const struct wire_field *in_draft(
	const struct wire_schema *schema, const struct wire_field *field) {
	char name[128];

	snprintf(name, sizeof(name), "%sDraft", schema->name);
	return find_field(find_schema(name, strlen(name)), field->name, strlen(field->name));
}

static const char *who_sets(const struct wire_schema *schema, const struct wire_field *field) {
	const struct wire_field *draft = in_draft(schema, field);

	if (draft != NULL && draft->flags & WIRE_REQUIRED) {
		return "you; required when created";
	}
	if (field->flags & WIRE_READ_ONLY && (draft == NULL || draft->flags & WIRE_READ_ONLY)) {
		return "the server";
	}
	return draft == NULL && field->flags & WIRE_REQUIRED ? "you; required" : "you";
}

static void explain_field(FILE *out, const struct wire_schema *schema,
	const struct wire_field *field, const char *subject) {
	fprintf(out, "%s: %s\n\n", subject, field->help != NULL ? field->help : "");
	print_value(out, field);
	if (field->type == WIRE_LIST || field->type == WIRE_MAP) {
		fputs("each entry:\n", out);
		print_value(out, field->item);
	}
	fprintf(out, "set by    %s\n", who_sets(schema, field));
	if (field->fallback != NULL) {
		fprintf(out, "default   %s\n", field->fallback);
	}
	if (field->after != NULL) {
		fprintf(out, "must be   later than %s\n", field->after);
	}
	const struct wire_schema *inner =
		field->type == WIRE_LIST ? field->item->schema : field->schema;
	if (inner != NULL) {
		fputs("members  ", out);
		for (size_t i = 0; i < inner->count; i++) {
			fprintf(out, " %s.%s", subject, inner->fields[i].name);
		}
		fputc('\n', out);
	}
}

static void explain_schema(FILE *out, const struct wire_schema *schema) {
	fprintf(out, "%s\n\n", schema->name);
	for (size_t i = 0; i < schema->count; i++) {
		const struct wire_field *field = &schema->fields[i];
		fprintf(out, "  %-20s %-20s %s\n", field->name, type_word(field),
			field->help != NULL ? field->help : "");
	}
	fputs("\nMore: calctl explain OBJECT.FIELD\n", out);
}

/* ---- codes -------------------------------------------------------------------------------------------- */

static bool explain_code(FILE *out, const char *code) {
	bool known = false;

	for (size_t i = 0; i < problem_kind_count; i++) {
		if (strcmp(problem_kinds[i].code, code) == 0) {
			fprintf(out, "%s: %s\n\nstatus    %u\nwhat now  %s\n", code,
				problem_kinds[i].title, problem_kinds[i].status,
				problem_kinds[i].help);
			known = true;
		}
	}
	for (size_t i = 0; i < field_code_count; i++) {
		if (strcmp(field_codes[i].code, code) == 0) {
			fprintf(out, "%s%s: of a field: %s\n", known ? "\n" : "", code,
				field_codes[i].help);
			known = true;
		}
	}
	return known;
}

/* ---- the whole ---------------------------------------------------------------------------------------- */

static bool refuse_field(
	const struct wire_schema *schema, const char *name, char *problem, size_t room) {
	struct suggestion suggestion = SUGGESTION(name);

	for (size_t i = 0; i < schema->count; i++) {
		suggestion_offer(&suggestion, schema->fields[i].name);
	}
	snprintf(problem, room, "%s has no field \"%.64s\"%s%s", schema->name, name,
		suggestion.best != NULL ? "; the nearest is " : "",
		suggestion.best != NULL ? suggestion.best : "");
	return false;
}

static bool refuse_subject(const char *subject, char *problem, size_t room) {
	struct suggestion suggestion = SUGGESTION(subject);

	for (size_t i = 0; i < problem_kind_count; i++) {
		suggestion_offer(&suggestion, problem_kinds[i].code);
	}
	for (size_t i = 0; i < field_code_count; i++) {
		suggestion_offer(&suggestion, field_codes[i].code);
	}
	for (size_t i = 0; i < noun_count; i++) {
		suggestion_offer(&suggestion, nouns[i].name);
	}
	snprintf(problem, room, "nothing is called \"%.64s\"%s%s. All: calctl explain", subject,
		suggestion.best != NULL ? "; the nearest is " : "",
		suggestion.best != NULL ? suggestion.best : "");
	return false;
}

static void explain_all(FILE *out) {
	fputs("Objects:\n", out);
	for (size_t i = 0; i < noun_count; i++) {
		if (find_schema(nouns[i].name, strlen(nouns[i].name)) != NULL) {
			fprintf(out, "  %-28s %s\n", nouns[i].name, nouns[i].help);
		}
	}
	fputs("\nError codes:\n", out);
	for (size_t i = 0; i < problem_kind_count; i++) {
		fprintf(out, "  %-28s %u  %s\n", problem_kinds[i].code, problem_kinds[i].status,
			problem_kinds[i].title);
	}
	fputs("\nCodes of fields:\n", out);
	for (size_t i = 0; i < field_code_count; i++) {
		fprintf(out, "  %-28s %s\n", field_codes[i].code, field_codes[i].help);
	}
}

/* The rest of a subject, "attendees.role", in a schema. */
static bool explain_path(FILE *out, const struct wire_schema *schema, const char *name,
	const char *subject, char *problem, size_t room) {
	for (;;) {
		size_t len = strcspn(name, ".");
		const struct wire_field *field = find_field(schema, name, len);
		if (field == NULL) {
			return refuse_field(schema, name, problem, room);
		}
		const struct wire_schema *inner =
			field->type == WIRE_LIST ? field->item->schema : field->schema;
		if (name[len] == '\0') {
			explain_field(out, schema, field, subject);
			return true;
		}
		if (inner == NULL) {
			snprintf(problem, room, "%.*s has no members", (int)(name + len - subject),
				subject);
			return false;
		}
		schema = inner;
		name += len + 1;
	}
}

/* What only a request has, as the end of a window: errors of a field lead here. */
static bool explain_in_bodies(FILE *out, const char *subject, size_t noun) {
	char ignored[256];

	for (size_t i = 0; i < operation_count; i++) {
		if (operations[i].body != NULL && strncmp(operations[i].sdk, subject, noun) == 0 &&
			operations[i].sdk[noun] == '_' &&
			explain_path(out, operations[i].body, subject + noun + 1, subject, ignored,
				sizeof(ignored))) {
			return true;
		}
	}
	return false;
}

bool explain(FILE *out, const char *subject, char *problem, size_t room) {
	if (subject == NULL) {
		explain_all(out);
		return true;
	}
	size_t noun = strcspn(subject, ".");
	const struct wire_schema *schema = find_schema(subject, noun);
	if (subject[noun] == '\0') {
		if (schema == NULL) {
			return explain_code(out, subject) || refuse_subject(subject, problem, room);
		}
		explain_schema(out, schema);
		return true;
	}
	bool known = schema != NULL &&
		     explain_path(out, schema, subject + noun + 1, subject, problem, room);
	return known || explain_in_bodies(out, subject, noun) ||
	       (schema == NULL && refuse_subject(subject, problem, room));
}
