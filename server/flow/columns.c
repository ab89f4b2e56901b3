/* columns.c: PQfname once per statement and loop. A statement's columns can only change with a new release of
 * the functions' schema, which is another process; a changed count is noticed all the same. */
#include <stdlib.h>
#include <string.h>

#include "server/flow/reply.h"

struct columns *columns_new(size_t count) {
	return calloc(count == 0 ? 1 : count, sizeof(struct columns));
}

void columns_free(struct columns *columns, size_t count) {
	for (size_t i = 0; columns != NULL && i < count; i++) {
		free(columns[i].by_field);
	}
	free(columns);
}

/* An answer may have a member of its own called detail or version: it stands behind those of the flow. */
static short member_column(const PGresult *result, const char *name) {
	for (int column = PQnfields(result) - 1; column >= 0; column--) {
		if (strcmp(PQfname(result, column), name) == 0) {
			return (short)column;
		}
	}
	return -1;
}

static bool look_up(
	struct columns *columns, const struct wire_schema *schema, const PGresult *result) {
	size_t count = schema == NULL ? 0 : schema->count;
	short *by_field = realloc(columns->by_field, (count + 1) * sizeof(*by_field));

	if (by_field == NULL) {
		return false;
	}
	columns->by_field = by_field;
	for (size_t i = 0; i < count; i++) {
		by_field[i] = member_column(result, schema->fields[i].name);
	}
	columns->outcome = PQfnumber(result, "outcome");
	columns->detail = PQfnumber(result, "detail");
	columns->replayed = PQfnumber(result, "replayed");
	columns->sealed = PQfnumber(result, "sealed");
	columns->cursor_key = PQfnumber(result, "cursor_key");
	columns->version = PQfnumber(result, "version");
	columns->count = PQnfields(result);
	columns->known = true;
	return true;
}

const struct columns *columns_of(
	struct call *call, const struct wire_schema *schema, const PGresult *result) {
	struct columns *columns = &call->flow->columns[call->query.statement - statements];

	if (columns->known && columns->count == PQnfields(result)) {
		return columns;
	}
	return look_up(columns, schema, result) ? columns : NULL;
}

const struct columns *columns_find(struct call *call, const PGresult *result) {
	return columns_of(call, call->route->operation->answer, result);
}
