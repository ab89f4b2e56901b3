/* admin.c: one statement each, in a session of its own. */
#include "server/store/admin.h"

#include <libpq-fe.h>
#include <string.h>

#include "server/store/dial.h"
#include "server/store/embedded.h"
#include "server/store/store.h"

static bool report(FILE *log, const char *what, const char *reason) {
	fprintf(log, "%s: %s", what, reason);
	return false;
}

static bool store_key(PGconn *pg, const char *username, const struct api_key *key, FILE *log) {
	const char *values[] = { username, key->hash, key->prefix };
	/* Its parameters in the order of the file. */
	const struct statement *statement = statement_find("create_admin");
	if (statement == NULL) {
		return report(log, "the key was not stored", "create_admin.sql is not built in\n");
	}
	PGresult *result = PQexecParams(pg, statement->sql, 3, NULL, values, NULL, NULL, 0);
	int outcome = PQfnumber(result, "outcome");
	bool good = PQresultStatus(result) == PGRES_TUPLES_OK && PQntuples(result) == 1 &&
		    outcome >= 0 && strcmp(PQgetvalue(result, 0, outcome), "created") == 0;
	if (!good) {
		report(log, "the key was not stored", PQresultErrorMessage(result));
	}
	PQclear(result);
	return good;
}

static bool enter_schema(PGconn *pg, FILE *log) {
	const char *values[] = { functions_schema };
	PGresult *result =
		PQexecParams(pg, "SELECT set_config('search_path', $1 || ', public', false)", 1,
			NULL, values, NULL, NULL, 0);
	bool good = PQresultStatus(result) == PGRES_TUPLES_OK;
	if (!good) {
		report(log, "search_path was not set", PQresultErrorMessage(result));
	}
	PQclear(result);
	return good;
}

static bool username_is_good(const char *username) {
	size_t len = strlen(username);
	return len >= 1 && len <= 100 &&
	       strspn(username, "abcdefghijklmnopqrstuvwxyz0123456789._-") == len;
}

/* A session in the functions' schema. NULL: the reason was written to `log`. */
static PGconn *open_session(const char *conninfo, FILE *log) {
	PGconn *pg = dial_once(conninfo);
	bool good = PQstatus(pg) == CONNECTION_OK ||
		    report(log, "cannot reach the database", PQerrorMessage(pg));

	if (!good || !enter_schema(pg, log)) {
		PQfinish(pg);
		return NULL;
	}
	return pg;
}

bool renew_sync_epoch(const char *conninfo, FILE *log) {
	const struct statement *statement = statement_find("renew_sync_epoch");
	PGconn *pg = statement == NULL ? NULL : open_session(conninfo, log);

	if (pg == NULL) {
		return false;
	}
	PGresult *result = PQexec(pg, statement->sql);
	bool good = PQresultStatus(result) == PGRES_TUPLES_OK && PQntuples(result) == 1;
	if (!good) {
		report(log, "the epoch was not renewed", PQresultErrorMessage(result));
	}
	PQclear(result);
	PQfinish(pg);
	return good;
}

bool create_admin(const char *conninfo, const char *username, struct api_key *key, FILE *log) {
	if (!username_is_good(username)) {
		return report(log, "username", "1 to 100 of a-z 0-9 . _ -\n");
	}
	if (!api_key_make(key, API_KEY_KIND)) {
		return report(log, "no key", "the system gives no random bytes\n");
	}
	PGconn *pg = open_session(conninfo, log);
	bool good = pg != NULL && store_key(pg, username, key, log);
	PQfinish(pg);
	return good;
}
