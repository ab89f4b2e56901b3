/* sqlstate.c: error codes of PostgreSQL (its documentation, appendix A) → problem of the contract, and → what the
 * pool does. Tables, longest match first: a whole code before its class. */
#include "server/store/sqlstate.h"

#include <stdbool.h>
#include <string.h>

#include "server/store/store.h"

static const struct {
	const char *code, *problem;
} problems[] = {
	{ "22P02", "malformed_request" },
	{ "22021", "malformed_request" },
	{ "23505", "conflict" },
	{ "23P01", "conflict" },
	{ "23503", "conflict" },
	{ "23502", "invalid_fields" },
	{ "23514", "invalid_fields" },
	{ "22001", "invalid_fields" },
	{ "22003", "invalid_fields" },
	{ "22007", "invalid_fields" },
	{ "22008", "invalid_fields" },
	{ "40001", "unavailable" },
	{ "40P01", "unavailable" },
	{ "55P03", "unavailable" },
	{ "57014", "timeout" },
	{ "25006", "unavailable" },
	{ "08", "unavailable" },
	{ "53", "unavailable" },
	{ "57P0", "unavailable" },
	{ "28", "unavailable" },
};

const char *sqlstate_problem(const char *sqlstate) {
	for (size_t i = 0; sqlstate != NULL && i < sizeof(problems) / sizeof(problems[0]); i++) {
		if (strncmp(sqlstate, problems[i].code, strlen(problems[i].code)) == 0) {
			return problems[i].problem;
		}
	}
	return "internal";
}

const char *sqlstate_of(const PGresult *error) {
	const char *sqlstate = PQresultErrorField(error, PG_DIAG_SQLSTATE);
	return sqlstate != NULL ? sqlstate : "";
}

/* 0A000 is any unsupported feature; this one comes from the plan cache (its text is translated, its place not). */
static bool is_stale_plan(const PGresult *error, const char *sqlstate) {
	const char *place = PQresultErrorField(error, PG_DIAG_SOURCE_FUNCTION);
	return strcmp(sqlstate, "26000") == 0 ||
	       (strcmp(sqlstate, "0A000") == 0 && place != NULL &&
		       strcmp(place, "RevalidateCachedQuery") == 0);
}

enum sqlstate_action sqlstate_action(const PGresult *error) {
	const char *sqlstate = sqlstate_of(error);
	const char *severity = PQresultErrorField(error, PG_DIAG_SEVERITY_NONLOCALIZED);
	if (sqlstate[0] == '\0' || strncmp(sqlstate, "08", 2) == 0 ||
		strncmp(sqlstate, "57P0", 4) == 0) {
		return SQLSTATE_LOST;
	}
	if (strcmp(sqlstate, "25006") == 0) {
		return SQLSTATE_STANDBY;
	}
	if (severity != NULL &&
		(strcmp(severity, "FATAL") == 0 || strcmp(severity, "PANIC") == 0)) {
		return SQLSTATE_LOST;
	}
	if (strcmp(sqlstate, "40001") == 0 || strcmp(sqlstate, "40P01") == 0) {
		return SQLSTATE_RETRY;
	}
	return is_stale_plan(error, sqlstate) ? SQLSTATE_REPLAN : SQLSTATE_ANSWER;
}
