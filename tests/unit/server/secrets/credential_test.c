/* credential_test.c: what a source may hold, and the next credential after a refusal. */
#include "server/secrets/credential.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "server/secrets/source.h"
#include "tests/unit/suite.h"

static char path[64];

static void put(const char *text) {
	FILE *file = fopen(path, "w");
	CU_ASSERT_PTR_NOT_NULL_FATAL(file);
	fputs(text, file);
	fclose(file);
}

static bool read_file(struct credential *out) {
	struct source source = { SOURCE_FILE, path };
	char why[SOURCE_WHY_ROOM] = "";
	bool good = source_read(&source, 0, out, why, sizeof(why));
	CU_ASSERT_TRUE(good || strstr(why, path) != NULL);
	CU_ASSERT_PTR_NULL(strstr(why, "hush")); /* the secrets of this test */
	return good;
}

static void a_setting_has_one_of_three_forms(void) {
	static const char *const wrong[] = { "file:", "/run/secret", "vault:x",
		"env:", "secretsmanager:" };
	FILE *errors = fopen("/dev/null", "w");
	CU_ASSERT_PTR_NOT_NULL_FATAL(errors);
	CU_ASSERT_TRUE(credential_from_is_good("", errors));
	CU_ASSERT_TRUE(credential_from_is_good("file:/run/secret", errors));
	CU_ASSERT_TRUE(credential_from_is_good("secretsmanager:arn:aws:x", errors));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		CHECK_ROW(!credential_from_is_good(wrong[i], errors), wrong[i]);
	}
	fclose(errors);
}

static void a_file_holds_a_password_or_json(void) {
	static const struct {
		const char *text, *user, *password; /* password NULL: refused */
	} rows[] = {
		{ "hush\n", "", "hush" },
		{ "hush \r\n\n", "", "hush " },
		{ "{\"username\":\"app\",\"password\":\"hush\",\"port\":5432}", "app", "hush" },
		{ "{\"password\":\"hush\"}\n", "", "hush" },
		{ "", NULL, NULL },
		{ "\n", NULL, NULL },
		{ "{\"username\":\"hush\"}", NULL, NULL },
		{ "{\"password\":7}", NULL, NULL },
		{ "{\"password\":\"\"}", NULL, NULL },
		{ "{\"password\":\"hush", NULL, NULL },
		{ "{\"username\":7,\"password\":\"hush\"}", NULL, NULL },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct credential found;
		put(rows[i].text);
		CHECK_ROW(read_file(&found) == (rows[i].password != NULL), rows[i].text);
		if (rows[i].password != NULL) {
			CHECK_ROW(strcmp(found.user, rows[i].user) == 0, rows[i].text);
			CHECK_ROW(strcmp(found.password, rows[i].password) == 0, rows[i].text);
		}
	}
}

static void a_variable_is_read_or_named(void) {
	struct source source = { SOURCE_ENVIRONMENT, "CREDENTIAL_TEST" };
	struct credential found;
	char why[SOURCE_WHY_ROOM] = "";
	unsetenv("CREDENTIAL_TEST");
	CU_ASSERT_FALSE(source_read(&source, 0, &found, why, sizeof(why)));
	CU_ASSERT_STRING_EQUAL(why, "the variable CREDENTIAL_TEST is not set");
	setenv("CREDENTIAL_TEST", "hush", 1);
	CU_ASSERT_TRUE(source_read(&source, 0, &found, why, sizeof(why)));
	CU_ASSERT_STRING_EQUAL(found.password, "hush");
	CU_ASSERT_FALSE(source_read(&source, 1, &found, why, sizeof(why))); /* nothing is pending */
}

static void a_secrets_manager_needs_a_region_and_somebody_who_asks(void) {
	struct source source = { SOURCE_SECRETS_MANAGER, "db" };
	struct credential found;
	char why[SOURCE_WHY_ROOM] = "";
	static const char *const names[] = { "AWS_REGION", "AWS_DEFAULT_REGION",
		"AWS_ACCESS_KEY_ID", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
		"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		unsetenv(names[i]);
	}
	CU_ASSERT_FALSE(source_read(&source, 0, &found, why, sizeof(why)));
	CU_ASSERT_PTR_NOT_NULL(strstr(why, "AWS_REGION is not set"));
	source.name = "arn:aws:secretsmanager:eu-central-1:1:secret:db-x";
	CU_ASSERT_FALSE(source_read(&source, 0, &found, why, sizeof(why)));
	CU_ASSERT_PTR_NOT_NULL(strstr(why, "no AWS credentials"));
}

static void after_a_refusal_comes_the_next(void) {
	static char from[80];
	struct credential found;
	put("hush 1");
	snprintf(from, sizeof(from), "file:%s", path);
	CU_ASSERT_FALSE(credential_get(&found));
	CU_ASSERT_TRUE_FATAL(credential_start(from, stderr));
	CU_ASSERT_TRUE(credential_get(&found));
	CU_ASSERT_STRING_EQUAL(found.password, "hush 1");
	CU_ASSERT_FALSE(credential_renew("hush 1", 400)); /* it is the only one */
	put("hush 2");
	CU_ASSERT_TRUE(credential_renew("hush 1", 30000));
	CU_ASSERT_TRUE(credential_get(&found));
	CU_ASSERT_STRING_EQUAL(found.password, "hush 2");
	put("hush 3");
	CU_ASSERT_TRUE(
		credential_renew("hush 1", 30000)); /* an old one: there is another already */
	CU_ASSERT_TRUE(credential_get(&found));
	CU_ASSERT_STRING_EQUAL(found.password, "hush 2");
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "a setting has one of three forms", a_setting_has_one_of_three_forms },
		{ "a file holds a password or JSON", a_file_holds_a_password_or_json },
		{ "a variable is read or named", a_variable_is_read_or_named },
		{ "a secrets manager needs a region and somebody who asks",
			a_secrets_manager_needs_a_region_and_somebody_who_asks },
		{ "after a refusal comes the next", after_a_refusal_comes_the_next },
		CU_TEST_INFO_NULL,
	};
	snprintf(path, sizeof(path), "/tmp/libapi-credential-%d", (int)getpid());
	int status = run_suite("server credential", tests);
	unlink(path);
	return status;
}
