/* config_test.c: an environment in, a config or a list of complaints out. */
#include "server/base/config.h"

#include <stdlib.h>
#include <unistd.h>

#include "tests/unit/suite.h"

static char complaints[8192];

static bool read_from(struct config *config, char *const environment[]) {
	FILE *errors = fmemopen(complaints, sizeof(complaints), "w");
	bool good = config_read(config, environment, errors);
	fputc('\0', errors);
	fclose(errors);
	return good;
}
#define READ(config, ...) read_from(config, (char *const[]){ __VA_ARGS__, NULL })
#define URL "DATABASE_URL=postgresql:///x"

static void defaults_need_only_the_database(void) {
	struct config config;
	CU_ASSERT_TRUE(READ(&config, URL, "PATH=/bin"));
	CU_ASSERT_STRING_EQUAL(complaints, "");
	CU_ASSERT_STRING_EQUAL(config.database_url, "postgresql:///x");
	CU_ASSERT_STRING_EQUAL(config.listen.host, "127.0.0.1");
	CU_ASSERT_EQUAL(config.listen.port, 8080);
	CU_ASSERT_EQUAL(config.loops, 2);
	CU_ASSERT_EQUAL(config.queue_age_us, 1000000);
	CU_ASSERT_EQUAL(config.reconnect_min_us, 50000);
	CU_ASSERT_EQUAL(config.body_max, 1048576);
	CU_ASSERT_STRING_EQUAL(config.cursor_key, "");
	CU_ASSERT_EQUAL(config.log_level, LOG_LEVEL_INFO);
	CU_ASSERT_TRUE(config.auto_migrate);
	config_finish(&config);
	CU_ASSERT_PTR_NULL(config.database_url);
}

static void every_wrong_variable_is_named_at_once(void) {
	struct config config;
	CU_ASSERT_FALSE(READ(&config, "API_LOOPS=0", "API_QUEUE_AGE=fast", "API_LISTEN=8080",
		"API_LOG_LEVEL=loud", "API_BODY_MAX=1GiB", "API_AUTO_MIGRATE=perhaps",
		"API_QUEUE=-1"));
	static const char *const expected[] = { "DATABASE_URL is not set",
		"API_LOOPS: \"0\" is not allowed; it must be a number, 1 to 64",
		"API_QUEUE_AGE: \"fast\" is not allowed; it must be a duration such as 250ms, 4s "
		"or 2m, 10ms to 1m",
		"API_LISTEN: \"8080\"", "API_LOG_LEVEL: \"loud\"",
		"API_BODY_MAX: \"1GiB\" is not allowed; it must be a size such as 65536, 64KiB or "
		"1MiB, 1KiB to 64MiB",
		"API_AUTO_MIGRATE: \"perhaps\" is not allowed; it must be true or false",
		"API_QUEUE: \"-1\"" };
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
		CHECK_ROW(strstr(complaints, expected[i]) != NULL, expected[i]);
	}
	config_finish(&config);
}

static void a_secret_is_never_shown(void) {
	struct config config;
	CU_ASSERT_FALSE(READ(&config, URL, "API_CURSOR_KEY=tooshortsecret"));
	CU_ASSERT_PTR_NOT_NULL(strstr(complaints, "API_CURSOR_KEY"));
	CU_ASSERT_PTR_NOT_NULL(strstr(complaints, "32 to 1024 bytes"));
	CU_ASSERT_PTR_NULL(strstr(complaints, "tooshortsecret"));
	config_finish(&config);
}

static void a_secret_may_come_from_a_file_without_its_line_end(void) {
	struct config config;
	char path[] = "/tmp/config_test.XXXXXX", entry[64];
	int fd = mkstemp(path);
	CU_ASSERT_EQUAL(write(fd, "postgresql:///file\n", 19), 19);
	close(fd);
	snprintf(entry, sizeof(entry), "DATABASE_URL_FILE=%s", path);
	CU_ASSERT_TRUE(READ(&config, entry));
	CU_ASSERT_STRING_EQUAL(config.database_url, "postgresql:///file");
	config_finish(&config);
	CU_ASSERT_FALSE(READ(&config, entry, URL)); /* which of the two? */
	CU_ASSERT_PTR_NOT_NULL(strstr(complaints, "both set"));
	config_finish(&config);
	unlink(path);
	CU_ASSERT_FALSE(READ(&config, entry));
	CU_ASSERT_PTR_NOT_NULL(strstr(complaints, path));
	config_finish(&config);
}

static void an_unknown_variable_is_a_warning_with_the_nearest_name(void) {
	struct config config;
	CU_ASSERT_TRUE(READ(&config, URL, "API_LOPS=3", "APIARY=1"));
	CU_ASSERT_STRING_EQUAL(
		complaints, "warning: API_LOPS is not a setting; did you mean API_LOOPS?\n");
	config_finish(&config);
}

static void timeouts_that_contradict_each_other_are_refused(void) {
	struct config config;
	CU_ASSERT_FALSE(READ(&config, URL, "API_STATEMENT_TIMEOUT=5s"));
	CU_ASSERT_PTR_NOT_NULL(
		strstr(complaints, "API_STATEMENT_TIMEOUT (5000 ms) must not be longer than "
				   "API_DATABASE_DEADLINE (4000 ms)"));
	config_finish(&config);
}

static void numbers_are_read_strictly(void) {
	static const char *const bad[] = { "API_QUEUE_AGE=10", "API_QUEUE_AGE=1.5s",
		"API_QUEUE_AGE= 1s", "API_QUEUE_AGE=1s ", "API_QUEUE_AGE=99999999999999999999s",
		"API_QUEUE_AGE=99999999999999h", "API_QUEUE_AGE=", "API_LOOPS=2x",
		"API_LOOPS=99999999999999999999", "API_LISTEN=host:", "API_LISTEN=:80",
		"API_LISTEN=::1:80", "API_LISTEN=h:65536", "API_LISTEN=h:-1" };
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct config config;
		CHECK_ROW(!READ(&config, URL, (char *)bad[i]), bad[i]);
		config_finish(&config);
	}
}

static void addresses_and_units_are_understood(void) {
	struct config config;
	CU_ASSERT_TRUE(READ(&config, URL, "API_LISTEN=[::1]:0", "API_ADMIN_LISTEN=*:9",
		"API_LAME_DUCK=0", "API_AUTH_TTL=2m", "API_RECONNECT_MIN=1000us",
		"API_BODY_MAX=65536", "API_AUTO_MIGRATE=off", "API_LOG_LEVEL=DEBUG"));
	CU_ASSERT_STRING_EQUAL(config.listen.host, "::1");
	CU_ASSERT_EQUAL(config.listen.port, 0);
	CU_ASSERT_STRING_EQUAL(config.admin_listen.host, "*");
	CU_ASSERT_EQUAL(config.lame_duck_us, 0);
	CU_ASSERT_EQUAL(config.auth_ttl_us, 120000000);
	CU_ASSERT_EQUAL(config.reconnect_min_us, 1000);
	CU_ASSERT_EQUAL(config.body_max, 65536);
	CU_ASSERT_FALSE(config.auto_migrate);
	config_finish(&config);
}

static void the_help_names_default_and_range(void) {
	static char text[16384];
	FILE *out = fmemopen(text, sizeof(text), "w");
	config_print_help(out);
	fputc('\0', out);
	fclose(out);
	CU_ASSERT_PTR_NOT_NULL(strstr(text, "API_LOOPS=2"));
	CU_ASSERT_PTR_NOT_NULL(strstr(text, "; 1KiB to 64MiB"));
	CU_ASSERT_PTR_NOT_NULL(strstr(text, "API_LAME_DUCK=15s"));
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "defaults need only the database", defaults_need_only_the_database },
		{ "every wrong variable is named at once", every_wrong_variable_is_named_at_once },
		{ "a secret is never shown", a_secret_is_never_shown },
		{ "a secret may come from a file, without its line end",
			a_secret_may_come_from_a_file_without_its_line_end },
		{ "an unknown variable is a warning with the nearest name",
			an_unknown_variable_is_a_warning_with_the_nearest_name },
		{ "timeouts that contradict each other are refused",
			timeouts_that_contradict_each_other_are_refused },
		{ "numbers are read strictly", numbers_are_read_strictly },
		{ "addresses and units are understood", addresses_and_units_are_understood },
		{ "the help names default and range", the_help_names_default_and_range },
		CU_TEST_INFO_NULL,
	};
	return run_suite("config", tests);
}
