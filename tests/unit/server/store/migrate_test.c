/* migrate_test.c: the migrator, the first key, and the listener, on a database of their own. */
#include "server/store/migrate.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "server/store/admin.h"
#include "server/store/control.h"
#include "server/store/embedded.h"
#include "server/store/store.h"
#include "tests/unit/suite.h"

/* Changed by the tests below; the migrator knows them as constants of the build. */
struct migration migrations_now[] = {
	{ 1, "first", "CREATE TABLE first (id integer);\nINSERT INTO first VALUES (1);" },
	{ 2, "second", "SELECT pg_sleep(0.05);\nINSERT INTO first VALUES (2);" },
	{ 3, "third", "INSERT INTO first VALUES (3);" },
};
extern const struct migration migrations[3] __attribute__((alias("migrations_now")));
const size_t migration_count = 3;
char schema_now[] = "api_0123456789ab";
extern const char functions_schema[sizeof(schema_now)] __attribute__((alias("schema_now")));
char functions_now[600] =
	"-- file: lib/one.sql\nCREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';\n"
	"-- file: create_admin.sql\nCREATE FUNCTION create_admin(username text, hash text, prefix "
	"text, OUT outcome text)"
	" LANGUAGE sql AS $$ INSERT INTO public.keys VALUES (username, hash, prefix) RETURNING "
	"'created' $$;\n";
extern const char functions_sql[sizeof(functions_now)] __attribute__((alias("functions_now")));
const struct statement statements[] = { { "create_admin",
	"SELECT * FROM create_admin($1::text, $2::text, $3::text)", LANE_WRITE, NULL, 3 } };
const size_t statement_count = 1;

static const char *url;
static char told[4096];

static const char *ask(const char *sql) {
	static char text[100];
	PGconn *pg = PQconnectdb(url);
	PGresult *result = PQexec(pg, sql);
	snprintf(text, sizeof(text), "%s",
		PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : PQerrorMessage(pg));
	PQclear(result);
	PQfinish(pg);
	return text;
}

static void start_anew(void) {
	ask("SET client_min_messages = error; DROP SCHEMA public CASCADE");
	ask("CREATE SCHEMA public");
	ask("CREATE TABLE keys (username text, hash text, prefix text)");
	ask("SET client_min_messages = error; DROP SCHEMA IF EXISTS api_0123456789ab CASCADE");
}

static int migrate(void) {
	FILE *log = fmemopen(told, sizeof(told), "w");
	int failed = migrate_run(url, log);
	fputc('\0', log);
	fclose(log);
	return failed;
}

static void an_empty_database_becomes_current_and_stays_so(void) {
	start_anew();
	CU_ASSERT_EQUAL(migrate_check(url, stderr), MIGRATE_BEHIND);
	CU_ASSERT_EQUAL(migrate(), 0);
	CU_ASSERT_EQUAL(migrate_check(url, stderr), MIGRATE_CURRENT);
	CU_ASSERT_STRING_EQUAL(ask("SELECT count(*) FROM first"), "3");
	CU_ASSERT_STRING_EQUAL(ask("SELECT api_0123456789ab.one()"), "1");
	CU_ASSERT_EQUAL(migrate(), 0);
	CU_ASSERT_STRING_EQUAL(told, "");
	CU_ASSERT_STRING_EQUAL(ask("SELECT count(*) FROM first"), "3");
}

static void *migrate_in_thread(void *failed) {
	FILE *log = fopen("/dev/null", "w");
	*(int *)failed = migrate_run(url, log);
	fclose(log);
	return NULL;
}

static void eight_that_start_at_once_apply_everything_once(void) {
	pthread_t threads[8];
	int failed[8];
	start_anew();
	for (int i = 0; i < 8; i++) {
		pthread_create(&threads[i], NULL, migrate_in_thread, &failed[i]);
	}
	for (int i = 0; i < 8; i++) {
		pthread_join(threads[i], NULL);
		CU_ASSERT_EQUAL(failed[i], 0);
	}
	CU_ASSERT_STRING_EQUAL(ask("SELECT count(*) FROM first"), "3");
}

static void a_failing_migration_leaves_nothing_and_names_file_and_line(void) {
	const char *good = migrations_now[1].sql;
	start_anew();
	migrations_now[1].sql = "INSERT INTO first VALUES (9);\n\nSELECT nonsense;\n";
	CU_ASSERT_EQUAL(migrate(), -1);
	CU_ASSERT_PTR_NOT_NULL(strstr(
		told, "migrations/0002_second.sql:3: column \"nonsense\" does not exist (42703)"));
	CU_ASSERT_STRING_EQUAL(ask("SELECT string_agg(id::text, ',') FROM first"), "1");
	migrations_now[1].sql = good;
	CU_ASSERT_EQUAL(migrate(), 0);
	CU_ASSERT_STRING_EQUAL(ask("SELECT count(*) FROM first"), "3");
}

static void failing_functions_name_their_own_file_and_line(void) {
	char good[sizeof(functions_now)];
	memcpy(good, functions_now, sizeof(good));
	start_anew();
	strcpy(functions_now, "-- file: lib/one.sql\nSELECT 1;\n-- file: lib/two.sql\nSELECT "
			      "2;\nCREATE VEIW v;\n");
	CU_ASSERT_EQUAL(migrate(), -1);
	CU_ASSERT_PTR_NOT_NULL(strstr(told, "lib/two.sql:2: syntax error"));
	CU_ASSERT_STRING_EQUAL(
		ask("SELECT count(*) FROM pg_namespace WHERE nspname = 'api_0123456789ab'"), "0");
	memcpy(functions_now, good, sizeof(good));
}

static void a_migration_changed_after_it_was_applied_is_refused(void) {
	const char *good = migrations_now[2].sql;
	start_anew();
	CU_ASSERT_EQUAL(migrate(), 0);
	migrations_now[2].sql = "INSERT INTO first VALUES (33);";
	CU_ASSERT_EQUAL(migrate(), -1);
	CU_ASSERT_PTR_NOT_NULL(strstr(told, "migrations/0003_third.sql was changed"));
	migrations_now[2].sql = good;
}

static void functions_unused_for_a_day_are_dropped_and_others_are_not(void) {
	start_anew();
	CU_ASSERT_EQUAL(migrate(), 0);
	ask("CREATE SCHEMA api_aaaaaaaaaaaa");
	ask("CREATE SCHEMA api_bbbbbbbbbbbb");
	ask("CREATE SCHEMA precious");
	ask("INSERT INTO function_schemas VALUES ('api_aaaaaaaaaaaa', now() - interval '25 hours'),"
	    " ('api_bbbbbbbbbbbb', now() - interval '23 hours'), ('precious', now() - interval '1 "
	    "year')");
	CU_ASSERT_EQUAL(migrate(), 0);
	CU_ASSERT_STRING_EQUAL(
		ask("SELECT string_agg(nspname, ' ' ORDER BY nspname) FROM pg_namespace"
		    " WHERE nspname ~ '^(api_|precious)'"),
		"api_0123456789ab api_bbbbbbbbbbbb precious");
	ask("DROP SCHEMA precious, api_bbbbbbbbbbbb");
}

static void an_unreachable_database_is_said_so(void) {
	FILE *log = fmemopen(told, sizeof(told), "w");
	CU_ASSERT_EQUAL(migrate_run("host=/nowhere", log), -1);
	CU_ASSERT_EQUAL(migrate_check("host=/nowhere", log), MIGRATE_UNREACHABLE);
	fputc('\0', log);
	fclose(log);
	CU_ASSERT_PTR_NOT_NULL(strstr(told, "cannot reach the database"));
}

static void the_first_key_is_stored_as_a_hash_only(void) {
	struct api_key key;
	start_anew();
	CU_ASSERT_EQUAL(migrate(), 0);
	CU_ASSERT_TRUE(create_admin(url, "root", &key, stderr));
	CU_ASSERT_EQUAL(strlen(key.text), API_KEY_LEN);
	CU_ASSERT_STRING_EQUAL(ask("SELECT hash FROM keys WHERE username = 'root'"), key.hash);
	FILE *log = fmemopen(told, sizeof(told), "w");
	CU_ASSERT_FALSE(create_admin(url, "Not A Name", &key, log));
	fclose(log);
}

static bool wait_until(bool up, unsigned epoch) {
	for (int i = 0; i < 300; i++) {
		if (atomic_load(&listener_up) == up && atomic_load(&auth_epoch) >= epoch) {
			return true;
		}
		usleep(10000);
	}
	return false;
}

static void a_changed_key_is_heard_and_a_lost_listener_comes_back(void) {
	struct config config;
	char entry[200];
	snprintf(entry, sizeof(entry), "DATABASE_URL=%s", url);
	CU_ASSERT_TRUE(config_read(&config, (char *const[]){ entry, NULL }, stderr));
	struct control *control = control_start(&config);
	CU_ASSERT_PTR_NOT_NULL_FATAL(control);
	CU_ASSERT_TRUE(wait_until(true, 1));
	unsigned epoch = atomic_load(&auth_epoch);
	ask("SELECT pg_notify('api_keys', 'x')");
	CU_ASSERT_TRUE(wait_until(true, epoch + 1));
	epoch = atomic_load(&auth_epoch);
	ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = "
	    "'api-server'");
	CU_ASSERT_TRUE(
		wait_until(true, epoch + 1)); /* what was missed meanwhile counts as a change */
	control_stop(control);
	CU_ASSERT_FALSE(atomic_load(&listener_up));
	config_finish(&config);
}

int main(void) {
	url = getenv("DATABASE_URL");
	CU_TestInfo tests[] = {
		{ "an empty database becomes current and stays so",
			an_empty_database_becomes_current_and_stays_so },
		{ "eight that start at once apply everything once",
			eight_that_start_at_once_apply_everything_once },
		{ "a failing migration leaves nothing and names file and line",
			a_failing_migration_leaves_nothing_and_names_file_and_line },
		{ "failing functions name their own file and line",
			failing_functions_name_their_own_file_and_line },
		{ "a migration changed after it was applied is refused",
			a_migration_changed_after_it_was_applied_is_refused },
		{ "functions unused for a day are dropped and others are not",
			functions_unused_for_a_day_are_dropped_and_others_are_not },
		{ "an unreachable database is said so", an_unreachable_database_is_said_so },
		{ "the first key is stored as a hash only",
			the_first_key_is_stored_as_a_hash_only },
		{ "a changed key is heard, and a lost listener comes back",
			a_changed_key_is_heard_and_a_lost_listener_comes_back },
		CU_TEST_INFO_NULL,
	};
	return run_suite("migrate", tests);
}
