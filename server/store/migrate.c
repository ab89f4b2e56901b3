/* migrate.c: forward only, in order of number, each in a transaction of its own.
 *
 * An advisory lock makes one of many starters the worker. A file that changed after it was applied is an error:
 * nobody could say which schema the database has. Functions and views are no migrations: each release has a schema
 * of its own for them, so that two releases run side by side while one replaces the other. */
#include "server/store/migrate.h"

#include <libpq-fe.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "libapi/wire/buffer.h"
#include "server/domain/ids.h"
#include "server/store/dial.h"
#include "server/store/embedded.h"

#define LOCK_TRIES 5 /* times lock_timeout, for a table in use */

static const char begin_session[] = "SET search_path = public; SET lock_timeout = '120s'; SET "
				    "statement_timeout = 0; SET client_min_messages = warning;"
				    "SELECT pg_advisory_lock(7021943560145)";
static const char make_records[] =
	"SET lock_timeout = '5s';"
	"CREATE TABLE IF NOT EXISTS public.schema_migrations (number integer PRIMARY KEY, name "
	"text NOT NULL,"
	" checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());"
	"CREATE TABLE IF NOT EXISTS public.function_schemas (name text PRIMARY KEY,"
	" used_at timestamptz NOT NULL DEFAULT now())";

static void write_notice(void *log, const char *message) {
	fputs(message, log);
}

static PGconn *open_session(const char *conninfo, FILE *log) {
	PGconn *pg = dial_once(conninfo);
	if (PQstatus(pg) != CONNECTION_OK) {
		fprintf(log, "cannot reach the database: %s", PQerrorMessage(pg));
		PQfinish(pg);
		return NULL;
	}
	PQsetNoticeProcessor(pg, write_notice, log);
	return pg;
}

/* ---- errors with file and line ----------------------------------------------------------------------------- */

/* PostgreSQL counts characters from 1; UTF-8 continuation bytes are none. */
static int line_at(const char *sql, long position, const char **line_start) {
	int line = 1;
	*line_start = sql;
	for (; *sql != '\0' && position > 0; sql++) {
		position -= ((unsigned char)*sql & 0xc0) != 0x80;
		if (*sql == '\n' && position > 0) {
			line++;
			*line_start = sql + 1;
		}
	}
	return line;
}

/* In a text put together from files, `-- file: NAME` stands before each: the last mark before the line counts. */
static int line_in_file(
	const char *sql, const char *end, int line, const char **name, int *name_len) {
	static const char mark[] = "-- file: ";
	int mark_line = 0, number = 1;
	for (const char *at = sql; at < end; at = strchr(at, '\n') + 1, number++) {
		if (strncmp(at, mark, sizeof(mark) - 1) == 0) {
			*name = at + sizeof(mark) - 1;
			*name_len = (int)strcspn(*name, "\n");
			mark_line = number;
		}
	}
	return line - mark_line;
}

static void report(FILE *log, const PGresult *result, const char *name, const char *sql) {
	const char *position = PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION);
	const char *detail = PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL);
	const char *context = PQresultErrorField(result, PG_DIAG_CONTEXT);
	const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
	int name_len = (int)strlen(name);
	fprintf(log, "migration failed: ");
	if (position != NULL && sql != NULL) {
		const char *start = NULL;
		int line = line_at(sql, strtol(position, NULL, 10), &start);
		line = line_in_file(sql, start, line, &name, &name_len);
		fprintf(log, "%.*s:%d: ", name_len, name, line);
	} else {
		fprintf(log, "%s: ", name);
	}
	const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
	fprintf(log, "%s (%s)\n", message != NULL ? message : PQresultErrorMessage(result),
		state != NULL ? state : "-");
	if (detail != NULL) {
		fprintf(log, "  %s\n", detail);
	}
	if (context != NULL) {
		fprintf(log, "  %s\n", context);
	}
}

/* ---- steps -------------------------------------------------------------------------------------------------- */

static bool is_good(const PGresult *result) {
	ExecStatusType status = PQresultStatus(result);
	return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK ||
	       status == PGRES_EMPTY_QUERY;
}

static bool run(PGconn *pg, const char *sql, const char *name, FILE *log) {
	PGresult *result = PQexec(pg, sql);
	bool good = is_good(result);
	if (!good) {
		report(log, result, name, sql);
	}
	PQclear(result);
	return good;
}

static PGresult *ask(PGconn *pg, const char *sql, const char *a, const char *b, const char *c) {
	const char *values[] = { a, b, c };
	return PQexecParams(
		pg, sql, (a != NULL) + (b != NULL) + (c != NULL), NULL, values, NULL, NULL, 0);
}

static bool run_params(
	PGconn *pg, const char *sql, const char *a, const char *b, const char *c, FILE *log) {
	PGresult *result = ask(pg, sql, a, b, c);
	bool good = is_good(result);
	if (!good) {
		report(log, result, "schema_migrations", NULL);
	}
	PQclear(result);
	return good;
}

/* One attempt: the text, then its record, then COMMIT. *locked: a table was in use, nothing happened. */
static bool apply_once(PGconn *pg, const char *sql, const char *name, FILE *log, bool *locked) {
	PGresult *result = PQexec(pg, "BEGIN");
	bool good = is_good(result);
	*locked = false;
	if (good) {
		PQclear(result);
		result = PQexec(pg, sql);
		good = is_good(result);
	}
	if (!good) {
		const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
		*locked = state != NULL && strcmp(state, "55P03") == 0;
		report(log, result, name, sql);
		PQclear(PQexec(pg, "ROLLBACK"));
	}
	PQclear(result);
	return good;
}

static bool apply(PGconn *pg, const char *sql, const char *name, FILE *log) {
	bool locked = true, good = false;
	for (int i = 0; i < LOCK_TRIES && locked && !good; i++) {
		good = apply_once(pg, sql, name, log, &locked);
	}
	return good;
}

static bool commit(PGconn *pg, bool good, const char *name, FILE *log) {
	if (!good) {
		PQclear(PQexec(pg, "ROLLBACK"));
		return false;
	}
	return run(pg, "COMMIT", name, log);
}

static bool migrate_one(PGconn *pg, const struct migration *migration, FILE *log) {
	char number[16], checksum[DIGEST_HEX_ROOM], name[200];
	snprintf(number, sizeof(number), "%d", migration->number);
	snprintf(name, sizeof(name), "migrations/%04d_%s.sql", migration->number, migration->name);
	digest_hex(migration->sql, strlen(migration->sql), checksum);
	PGresult *known =
		ask(pg, "SELECT checksum FROM public.schema_migrations WHERE number = $1::int",
			number, NULL, NULL);
	bool good = is_good(known), applied = good && PQntuples(known) == 1;
	bool changed = applied && strcmp(PQgetvalue(known, 0, 0), checksum) != 0;
	PQclear(known);
	if (changed) {
		fprintf(log,
			"migration failed: %s was changed after it was applied to this database; "
			"undo the change and put"
			" it into a new migration\n",
			name);
		return false;
	}
	if (!good || applied) {
		return good;
	}
	fprintf(log, "applying %s\n", name);
	good = apply(pg, migration->sql, name, log) &&
	       run_params(pg,
		       "INSERT INTO public.schema_migrations (number, name, checksum) VALUES "
		       "($1::int, $2, $3)",
		       number, migration->name, checksum, log);
	return commit(pg, good, name, log);
}

/* ---- functions ---------------------------------------------------------------------------------------------- */

/* 1: there; 0: not; -1: no answer. */
static int has_functions(PGconn *pg) {
	PGresult *result = ask(
		pg, "SELECT 1 FROM pg_namespace WHERE nspname = $1", functions_schema, NULL, NULL);
	int found = is_good(result) ? PQntuples(result) : -1;
	PQclear(result);
	return found;
}

static bool make_functions(PGconn *pg, FILE *log) {
	int found = has_functions(pg);
	if (found != 0) {
		return found > 0;
	}
	char *name = PQescapeIdentifier(pg, functions_schema, strlen(functions_schema));
	struct wire_buffer open = WIRE_BUFFER_EMPTY;
	wire_put_format(&open, "CREATE SCHEMA %s; SET LOCAL search_path = %s, public", name, name);
	fprintf(log, "creating functions %s\n", functions_schema);
	bool good = !open.failed && apply(pg, open.bytes, functions_schema, log) &&
		    run(pg, functions_sql, functions_schema, log);
	wire_buffer_finish(&open);
	PQfreemem(name);
	return commit(pg, good, functions_schema, log);
}

static bool record_use(PGconn *pg, FILE *log) {
	return run_params(pg,
		"INSERT INTO public.function_schemas (name) VALUES ($1)"
		" ON CONFLICT (name) DO UPDATE SET used_at = now()",
		functions_schema, NULL, NULL, log);
}

/* One that cannot be dropped now (a session still uses it) is for the next start. */
static void drop_unused(PGconn *pg, FILE *log) {
	PGresult *old = ask(pg,
		"SELECT name FROM public.function_schemas WHERE used_at < now() - interval '1 day'"
		" AND name <> $1 AND name ~ '^api_[0-9a-f]{12}$'",
		functions_schema, NULL, NULL);
	for (int i = 0; is_good(old) && i < PQntuples(old); i++) {
		const char *name = PQgetvalue(old, i, 0);
		char sql[200];
		snprintf(sql, sizeof(sql),
			"DROP SCHEMA IF EXISTS %s CASCADE;"
			"DELETE FROM public.function_schemas WHERE name = '%s'",
			name, name);
		fprintf(log, "functions %s, not used for a day, are dropped\n", name);
		run(pg, sql, name, log);
	}
	PQclear(old);
}

/* ---- what main calls ----------------------------------------------------------------------------------------- */

int migrate_run(const char *conninfo, FILE *log) {
	PGconn *pg = open_session(conninfo, log);
	if (pg == NULL) {
		return -1;
	}
	bool good = run(pg, begin_session, "advisory lock", log) &&
		    run(pg, make_records, "schema_migrations", log);
	for (size_t i = 0; good && i < migration_count; i++) {
		good = migrate_one(pg, &migrations[i], log);
	}
	good = good && make_functions(pg, log) && record_use(pg, log);
	if (good) {
		drop_unused(pg, log);
	} else if (PQstatus(pg) != CONNECTION_OK) {
		fprintf(log, "migration failed: %s", PQerrorMessage(pg));
	}
	PQfinish(pg); /* and with it the lock */
	return good ? 0 : -1;
}

static bool is_applied(PGconn *pg, const struct migration *migration) {
	char number[16];
	snprintf(number, sizeof(number), "%d", migration->number);
	PGresult *result = ask(pg, "SELECT 1 FROM public.schema_migrations WHERE number = $1::int",
		number, NULL, NULL);
	bool applied = is_good(result) && PQntuples(result) == 1;
	PQclear(result);
	return applied;
}

enum migrate_state migrate_check(const char *conninfo, FILE *log) {
	PGconn *pg = open_session(conninfo, log);
	enum migrate_state state = pg == NULL ? MIGRATE_UNREACHABLE : MIGRATE_CURRENT;
	for (size_t i = 0; pg != NULL && i < migration_count; i++) {
		if (!is_applied(pg, &migrations[i])) {
			fprintf(log, "migration %04d_%s is missing\n", migrations[i].number,
				migrations[i].name);
			state = MIGRATE_BEHIND;
		}
	}
	if (pg != NULL && has_functions(pg) != 1) {
		fprintf(log, "functions %s are missing\n", functions_schema);
		state = MIGRATE_BEHIND;
	}
	if (pg != NULL && PQstatus(pg) != CONNECTION_OK) {
		state = MIGRATE_UNREACHABLE;
	}
	PQfinish(pg);
	return state;
}
