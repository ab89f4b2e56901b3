/* rig.c: see rig.h. */
#include "tests/unit/server/store/rig.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "server/store/embedded.h"

const struct statement statements[] = {
	[RIG_ECHO] = { "echo", "SELECT $1::text", LANE_READ, NULL, 1 },
	[RIG_DIVIDE] = { "divide", "SELECT 1 / $1::integer", LANE_READ, NULL, 1 },
	[RIG_NAP] = { "nap", "SELECT 'slept' FROM pg_sleep($1::float8)", LANE_READ, NULL, 1 },
	[RIG_ALL] = { "all_of_it", "SELECT * FROM altered WHERE id = $1::integer", LANE_READ, NULL,
		1 },
	[RIG_PUT] = { "put",
		"INSERT INTO put_log SELECT $1, $2::integer, clock_timestamp(), "
		"pg_sleep(0.002)::text,"
		" clock_timestamp() RETURNING n",
		LANE_WRITE, NULL, 2 },
	[RIG_WRITE_NAP] = { "write_nap",
		"INSERT INTO naps SELECT $1 FROM pg_sleep($1::float8) RETURNING 'slept'",
		LANE_WRITE, NULL, 1 },
	[RIG_STUMBLE] = { "stumble", "SELECT stumble($1::integer)", LANE_WRITE, NULL, 1 },
	[RIG_ORPHAN] = { "orphan", "INSERT INTO orphans VALUES ($1::integer) RETURNING parent",
		LANE_WRITE, NULL, 1 },
	[RIG_WRITE_POSITION] = { "write_position", "SELECT where_now()", LANE_READ, NULL, 0 },
	[RIG_REPLAY_POSITION] = { "replay_position", "SELECT where_now()", LANE_READ, NULL, 0 },
};
const size_t statement_count = RIG_STATEMENTS;
const struct migration migrations[] = { { 0 } };
const size_t migration_count = 0;
const char functions_schema[] = "api_000000000000";
const char functions_sql[] = "";

int rig_answers;

static const char tables[] =
	"SET client_min_messages = error;"
	"DROP TABLE IF EXISTS put_log, naps, altered, orphans, parents, cuts; DROP SEQUENCE IF "
	"EXISTS "
	"stumbles;"
	"CREATE TABLE put_log (key text, n integer, began timestamptz, slept text, ended "
	"timestamptz);"
	"CREATE TABLE naps (seconds text); CREATE TABLE cuts (n integer);"
	"CREATE OR REPLACE FUNCTION where_now() RETURNS text LANGUAGE plpgsql AS $$ BEGIN"
	" IF EXISTS (SELECT FROM cuts) THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;"
	" RETURN '0000000a-00000000000000ff'; END $$;"
	"CREATE TABLE altered (id integer); INSERT INTO altered VALUES (7);"
	"CREATE TABLE parents (id integer PRIMARY KEY);"
	"CREATE TABLE orphans (parent integer REFERENCES parents DEFERRABLE INITIALLY DEFERRED);"
	"CREATE SEQUENCE stumbles;"
	"CREATE OR REPLACE FUNCTION stumble(enough integer) RETURNS text LANGUAGE plpgsql AS $$ "
	"BEGIN"
	" IF nextval('stumbles') < enough THEN RAISE EXCEPTION USING ERRCODE = '40001'; END IF; "
	"RETURN 'stands'; END $$";

void rig_config(struct config *config) {
	char url[200];
	snprintf(url, sizeof(url), "DATABASE_URL=%s", getenv("DATABASE_URL"));
	char *const environment[] = { url, NULL };
	if (!config_read(config, environment, stderr)) {
		abort();
	}
}

void rig_open(struct rig *rig, const struct config *config) {
	rig_sql(tables);
	rig_answers = 0;
	rig->own_turns = turns_new();
	rig_open_beside(rig, config, rig->own_turns);
}

void rig_open_beside(struct rig *rig, const struct config *config, struct turns *turns) {
	rig->config = *config;
	rig->loop = loop_new();
	rig->metrics = metrics_new(1, NULL, 0, "0");
	rig->numbers = &metrics_loop(rig->metrics, 0)->pool;
	rig->pool = pool_new(rig->loop, turns, &rig->config, rig->numbers);
	CU_ASSERT_PTR_NOT_NULL_FATAL(rig->pool);
}

void rig_close(struct rig *rig) {
	pool_free(rig->pool);
	loop_free(rig->loop);
	metrics_free(rig->metrics);
	config_finish(&rig->config);
	turns_free(rig->own_turns);
}

bool rig_wait_up(struct rig *rig, int timeout_ms) {
	uint64_t due_us = monotonic_us() + (uint64_t)timeout_ms * 1000;
	while (monotonic_us() < due_us) {
		if (pool_up(rig->pool)) {
			return true;
		}
		loop_run(rig->loop, 5);
	}
	return pool_up(rig->pool);
}

bool rig_run(struct rig *rig, int answers, int timeout_ms) {
	uint64_t due_us = monotonic_us() + (uint64_t)timeout_ms * 1000;
	loop_end_turn(rig->loop); /* what was submitted from here goes out as http/ would send it */
	while (rig_answers < answers && monotonic_us() < due_us) {
		loop_run(rig->loop, 20);
	}
	return rig_answers == answers;
}

void rig_turns(struct rig *rig, int ms) {
	uint64_t due_us = monotonic_us() + (uint64_t)ms * 1000;
	loop_end_turn(rig->loop);
	while (monotonic_us() < due_us) {
		loop_run(rig->loop, 5);
	}
}

static void on_done(struct query *query, enum store_failure failure, PGresult *result) {
	struct ask *ask = (struct ask *)query;
	ask->calls++;
	ask->place = ++rig_answers;
	ask->failure = failure;
	ask->text[0] = '\0';
	if (failure == STORE_OK && PQntuples(result) > 0) {
		snprintf(ask->text, sizeof(ask->text), "%s", PQgetvalue(result, 0, 0));
	} else if (failure == STORE_ERROR) {
		snprintf(ask->text, sizeof(ask->text), "%s",
			PQresultErrorField(result, PG_DIAG_SQLSTATE));
	}
}

static void submit(struct rig *rig, struct ask *ask, int statement, const char *a, const char *b,
	const char *key, struct lease *lease) {
	memset(ask, 0, sizeof(*ask));
	snprintf(ask->texts[0], sizeof(ask->texts[0]), "%s", a);
	snprintf(ask->texts[1], sizeof(ask->texts[1]), "%s", b);
	ask->values[0] = ask->texts[0];
	ask->values[1] = ask->texts[1];
	list_init(&ask->query.link);
	ask->query.statement = &statements[statement];
	ask->query.values = ask->values;
	ask->query.on_done = on_done;
	ask->query.lease = lease;
	snprintf(ask->query.serial_key, sizeof(ask->query.serial_key), "%s", key);
	int before = rig_answers;
	pool_submit(rig->pool, &ask->query);
	CU_ASSERT_EQUAL(rig_answers, before); /* never from inside pool_submit */
}

void rig_ask_keyed(struct rig *rig, struct ask *ask, int statement, const char *a, const char *b,
	const char *key) {
	submit(rig, ask, statement, a, b, key, NULL);
}

void rig_ask_leased(struct rig *rig, struct ask *ask, struct lease *lease, int statement,
	const char *a, const char *b) {
	submit(rig, ask, statement, a, b, "", lease);
}

void rig_ask(struct rig *rig, struct ask *ask, int statement, const char *a, const char *b) {
	rig_ask_keyed(rig, ask, statement, a, b, "");
}

const char *rig_sql(const char *sql) {
	static char text[200];
	PGconn *pg = PQconnectdb(getenv("DATABASE_URL"));
	PGresult *result = PQexec(pg, sql);
	ExecStatusType status = PQresultStatus(result);
	if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
		fprintf(stderr, "\n    %s: %s", sql, PQerrorMessage(pg));
		CU_FAIL("rig_sql");
	}
	snprintf(text, sizeof(text), "%s", PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "");
	PQclear(result);
	PQfinish(pg);
	return text;
}

int rig_control(const char *command) {
	char line[500];
	snprintf(line, sizeof(line), "cd / && %s %s >/dev/null 2>&1", getenv("PG_CTL"), command);
	return system(line);
}

int rig_terminate(void) {
	return atoi(rig_sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
			    " WHERE application_name = 'api-server'"));
}
