/* inputs_test.c: what comes from outside: settings, profiles, options, URLs. Mostly what must be refused. */
#include "libapi/config.h"
#include "libapi/log.h"
#include "libapi/profile.h"
#include "libapi/response.h"
#include "libapi/url.h"
#include "tests/unit/suite.h"

#include "api/api.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- URLs ------------------------------------------------------------------------------------------------- */

static int32_t try_client(const char *url, const char *key, int32_t insecure, const char *proxy) {
	LIBAPI_AUTO(config) *config = NULL;
	LIBAPI_AUTO(client) *client = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_config_new(&config), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_url(config, url), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_key(config, key), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_proxy(config, proxy), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_allow_insecure_http(config, insecure), LIBAPI_OK);
	return libapi_client_new(config, &client, NULL);
}

static void keeps_the_key_off_plain_http(void) {
	CU_ASSERT_EQUAL(try_client("https://calendar.example.com", "k", 0, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(try_client("http://calendar.example.com", "k", 0, NULL), LIBAPI_E_INSECURE);
	CU_ASSERT_EQUAL(try_client("http://10.0.0.1:8080", "k", 0, NULL), LIBAPI_E_INSECURE);
	CU_ASSERT_EQUAL(
		try_client("http://127.0.0.1.example.com", "k", 0, NULL), LIBAPI_E_INSECURE);
	CU_ASSERT_EQUAL(
		try_client("http://localhost.example.com", "k", 0, NULL), LIBAPI_E_INSECURE);
	CU_ASSERT_EQUAL(try_client("http://calendar.example.com", "k", 1, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(try_client("http://calendar.example.com", NULL, 0, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(try_client("http://127.0.0.1:8080", "k", 0, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(try_client("http://127.9.9.9", "k", 0, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(try_client("http://[::1]:8080/", "k", 0, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(try_client("http://LOCALHOST", "k", 0, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		try_client("http://127.0.0.1", "k", 0, "http://proxy:3128"), LIBAPI_E_INSECURE);
}

static void refuses_urls_that_are_none(void) {
	static const char *const bad[] = { "calendar", "ftp://a", "https://", "https://u:p@a",
		"https://a?x=1", "https://a#x", "https://a/v1", "https://a/v1/", "https://a b",
		"file:///etc/passwd", "//a" };

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct base_url base;
		LIBAPI_AUTO(error) *error = NULL;
		int32_t code = libapi__base_url_read(bad[i], &base, &error);
		if (code != LIBAPI_E_CONFIG) {
			fprintf(stderr, "\n    %s", bad[i]);
		}
		CU_ASSERT_EQUAL(code, LIBAPI_E_CONFIG);
		CU_ASSERT_TRUE(text_has(libapi_error_text(error), bad[i]));
		libapi__base_url_finish(&base);
	}
	CU_ASSERT_EQUAL(try_client(NULL, "k", 0, NULL), LIBAPI_E_CONFIG);
}

static const struct wire_field path_fields[] = { { .name = "calendar_id" }, { .name = "user_id" } };
static const struct wire_schema path_schema = { "Path", path_fields, 2 };
static const struct operation with_path = { .id = "putAclRule",
	.sdk = "acl_put",
	.path = "/v1/calendars/{calendar_id}/acl/{user_id}",
	.path_fields = &path_schema };

static void escapes_path_values(void) {
	const char *values[] = { "a/b?c#d e", "ü%" };
	struct wire_buffer url = WIRE_BUFFER_EMPTY;

	CU_ASSERT_EQUAL(libapi__url_put_path(&url, &with_path, values, NULL), LIBAPI_OK);
	CU_ASSERT_STRING_EQUAL(url.bytes, "/v1/calendars/a%2Fb%3Fc%23d%20e/acl/%C3%BC%25");
	wire_buffer_finish(&url);
}

static void names_the_path_value_that_is_wrong(void) {
	static const char *const bad[] = { NULL, "", ".", "..", "a\nb", "\x7f" };

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		const char *values[] = { "good", bad[i] };
		struct wire_buffer url = WIRE_BUFFER_EMPTY;
		LIBAPI_AUTO(error) *error = NULL;
		CU_ASSERT_EQUAL(
			libapi__url_put_path(&url, &with_path, values, &error), LIBAPI_E_INVALID);
		CU_ASSERT_STRING_EQUAL(libapi_error_field_pointer(error, 0), "user_id");
		CU_ASSERT_TRUE(text_has(libapi_error_text(error), "user_id"));
		wire_buffer_finish(&url);
	}
}

static void writes_the_set_parameters_of_a_query(void) {
	static const struct wire_field item = { .name = "item", .type = WIRE_TEXT };
	static const struct wire_field fields[] = { { .name = "q", .type = WIRE_TEXT },
		{ .name = "limit", .type = WIRE_INT }, { .name = "all", .type = WIRE_BOOL },
		{ .name = "ids", .type = WIRE_LIST, .item = &item } };
	static const struct wire_schema schema = { "Query", fields, 4 };
	struct wire_record *query = wire_record_new(&schema);
	struct wire_buffer url = WIRE_BUFFER_EMPTY;

	wire_put_str(&url, "/x");
	libapi__url_put_query(&url, NULL);
	libapi__url_put_query(&url, query);
	CU_ASSERT_STRING_EQUAL(url.bytes, "/x");
	CU_ASSERT_TRUE(wire_set_text(query, 0, "a&b=c", 5));
	CU_ASSERT_TRUE(wire_set_number(query, 1, 50));
	CU_ASSERT_TRUE(wire_set_number(query, 2, 1));
	CU_ASSERT_TRUE(wire_add_text(query, 3, "x", 1));
	CU_ASSERT_TRUE(wire_add_text(query, 3, "y,z", 3));
	libapi__url_put_query(&url, query);
	CU_ASSERT_STRING_EQUAL(url.bytes, "/x?q=a%26b%3Dc&limit=50&all=true&ids=x,y%2Cz");
	wire_record_unref(query);
	wire_buffer_finish(&url);
}

/* ---- options and settings --------------------------------------------------------------------------------- */

static void lets_no_second_header_in(void) {
	LIBAPI_AUTO(call_options) *options = NULL;
	LIBAPI_AUTO(config) *config = NULL;
	char long_key[66];

	CU_ASSERT_EQUAL_FATAL(libapi_call_options_new(&options), LIBAPI_OK);
	CU_ASSERT_EQUAL_FATAL(libapi_config_new(&config), LIBAPI_OK);
	memset(long_key, 'k', 65);
	long_key[65] = '\0';
	CU_ASSERT_EQUAL(
		libapi_call_options_set_idempotency_key(options, "a\r\nX: b"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_call_options_set_idempotency_key(options, ""), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(
		libapi_call_options_set_idempotency_key(options, long_key), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_call_options_set_idempotency_key(options, long_key + 1), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_set_if_match(options, "\"1\"\n"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_call_options_set_request_id(options, "ü"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_call_options_set_traceparent(options, "a\x01"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_call_options_add_header(options, "X-Ok", "fine"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_add_header(options, "X Bad", "v"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_call_options_add_header(options, "X-Bad:", "v"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_call_options_add_header(options, "X-Bad", "a\nb"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(
		libapi_call_options_add_header(options, "x-api-key", "v"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(
		libapi_call_options_add_header(options, "Content-Length", "0"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_config_set_key(config, "a\nb"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_config_set_key(config, ""), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_config_set_user_agent(config, "x\r\ny"), LIBAPI_E_INVALID);
}

static void keeps_numbers_within_their_bounds(void) {
	LIBAPI_AUTO(call_options) *options = NULL;
	LIBAPI_AUTO(config) *config = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_call_options_new(&options), LIBAPI_OK);
	CU_ASSERT_EQUAL_FATAL(libapi_config_new(&config), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_set_timeout_ms(options, -1), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_call_options_set_max_attempts(options, 11), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_call_options_set_if_match_version(options, -1), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_config_set_max_connections(config, 0), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_config_set_max_answer_bytes(config, 10), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_config_set_connect_timeout_ms(config, 0), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_config_set_url(NULL, "https://a"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_call_options_set_request_id(NULL, "a"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_config_new(NULL), LIBAPI_E_INVALID);
}

/* ---- profiles --------------------------------------------------------------------------------------------- */

static int32_t parse(
	const char *text, const char *name, struct profile *out, libapi_error **error) {
	return libapi__profile_parse("config", text, strlen(text), name, out, error);
}

static void reads_the_wanted_section(void) {
	static const char text[] = "# mine\n[default]\nurl = https://a\nkey=k1\n\n[work]\r\n "
				   "url=https://b \r\n; no key\n";
	struct profile profile;

	CU_ASSERT_EQUAL(parse(text, "default", &profile, NULL), LIBAPI_OK);
	CU_ASSERT_STRING_EQUAL(profile.url, "https://a");
	CU_ASSERT_STRING_EQUAL(profile.key, "k1");
	libapi__profile_finish(&profile);
	CU_ASSERT_EQUAL(parse(text, "work", &profile, NULL), LIBAPI_OK);
	CU_ASSERT_STRING_EQUAL(profile.url, "https://b");
	CU_ASSERT_PTR_NULL(profile.key);
	libapi__profile_finish(&profile);
	CU_ASSERT_EQUAL(parse(text, "other", &profile, NULL), LIBAPI_OK);
	CU_ASSERT_FALSE(profile.found);
	libapi__profile_finish(&profile);
}

static void names_the_line_that_is_wrong(void) {
	static const struct {
		const char *text, *line;
	} rows[] = {
		{ "url=https://a\n", "config:1: " },
		{ "[default]\nkye = x\n", "config:2: unknown name" },
		{ "[default]\n\nnonsense\n", "config:3: " },
		{ "[default\n", "config:1: " },
		{ "[default]\nkey=\n", "config:2: the value is empty" },
		{ "[default]\nkey=a\nkey=b\n", "config:3: " },
		{ "[default]\n[default]\n", "config:2: " },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		LIBAPI_AUTO(error) *error = NULL;
		struct profile profile;
		CU_ASSERT_EQUAL(parse(rows[i].text, "default", &profile, &error), LIBAPI_E_CONFIG);
		CU_ASSERT_TRUE(text_has(libapi_error_text(error), rows[i].line));
		libapi__profile_finish(&profile);
	}
}

/* A home of its own for each test: DIR/libapi/config. */
static void write_profile(char *dir, const char *text, mode_t mode) {
	char path[256];
	FILE *file = NULL;

	CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/libapi", dir);
	mkdir(path, 0700);
	snprintf(path, sizeof(path), "%s/libapi/config", dir);
	file = fopen(path, "w");
	CU_ASSERT_PTR_NOT_NULL_FATAL(file);
	fputs(text, file);
	fclose(file);
	chmod(path, mode);
	setenv("XDG_CONFIG_HOME", dir, 1);
}

static void remove_profile(const char *dir) {
	char path[256];

	snprintf(path, sizeof(path), "%s/libapi/config", dir);
	unlink(path);
	snprintf(path, sizeof(path), "%s/libapi", dir);
	rmdir(path);
	rmdir(dir);
	unsetenv("XDG_CONFIG_HOME");
}

static void refuses_a_profile_that_others_may_read(void) {
	char dir[] = "/tmp/libapi-test-XXXXXX";
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	write_profile(dir, "[default]\nurl = https://a\nkey = k\n", 0640);
	CU_ASSERT_EQUAL(libapi_client_open(NULL, &client, &error), LIBAPI_E_CONFIG);
	CU_ASSERT_TRUE(text_has(libapi_error_text(error), "chmod 600"));
	remove_profile(dir);
}

static void prefers_what_is_closer(void) {
	char dir[] = "/tmp/libapi-test-XXXXXX";
	LIBAPI_AUTO(config) *plain = NULL;
	LIBAPI_AUTO(config) *named = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	write_profile(dir,
		"[default]\nurl = https://file\nkey = file\n[work]\nurl = https://work\n", 0600);
	setenv("LIBAPI_URL", "https://environment", 1);
	CU_ASSERT_EQUAL_FATAL(libapi_config_new(&plain), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_load(plain, NULL, NULL), LIBAPI_OK);
	CU_ASSERT_STRING_EQUAL(plain->url, "https://environment");
	CU_ASSERT_STRING_EQUAL(plain->key, "file");
	CU_ASSERT_EQUAL_FATAL(libapi_config_new(&named), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_load(named, "missing", &error), LIBAPI_E_CONFIG);
	CU_ASSERT_TRUE(text_has(libapi_error_text(error), "[missing]"));
	setenv("LIBAPI_KEY", "environment", 1);
	CU_ASSERT_EQUAL(libapi_config_load(named, "work", NULL), LIBAPI_OK);
	CU_ASSERT_STRING_EQUAL(named->url, "https://work");
	CU_ASSERT_STRING_EQUAL(named->key, "environment");
	unsetenv("LIBAPI_URL");
	unsetenv("LIBAPI_KEY");
	remove_profile(dir);
}

static void says_what_to_set_when_nothing_is(void) {
	char dir[] = "/tmp/libapi-test-XXXXXX";
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	write_profile(dir, "", 0600);
	CU_ASSERT_EQUAL(libapi_client_open(NULL, &client, &error), LIBAPI_E_CONFIG);
	CU_ASSERT_TRUE(text_has(libapi_error_text(error), "LIBAPI_URL"));
	CU_ASSERT_PTR_NULL(client);
	remove_profile(dir);
}

/* ---- bytes that come back --------------------------------------------------------------------------------- */

static void finds_headers_in_any_case(void) {
	static const char *const lines[] = { "HTTP/1.1 100 Continue\r\n", "X-Early: 1\r\n", "\r\n",
		"HTTP/1.1 200 OK\r\n", "Content-Type:application/problem+json; charset=utf-8\r\n",
		"etag:  \"7\" \r\n", "Empty:\r\n", "\r\n" };
	struct response response = { 0 };

	CU_ASSERT_PTR_NULL(libapi__response_header(&response, "ETag"));
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		CU_ASSERT_TRUE(libapi__response_add_line(&response, lines[i], strlen(lines[i])));
	}
	CU_ASSERT_STRING_EQUAL(libapi__response_header(&response, "ETAG"), "\"7\"");
	CU_ASSERT_STRING_EQUAL(libapi__response_header(&response, "empty"), "");
	CU_ASSERT_PTR_NULL(libapi__response_header(&response, "X-Early"));
	CU_ASSERT_PTR_NULL(libapi__response_header(&response, "ETa"));
	CU_ASSERT_TRUE(libapi__response_is_json(&response));
	libapi__response_finish(&response);
}

static void masks_keys_in_log_lines(void) {
	char line[] = "GET cal_abcdefgh_SECRETsecret-_9 and cal_short and cal_12345678_x.";

	libapi__log_mask(line);
	CU_ASSERT_STRING_EQUAL(
		line, "GET cal_abcdefgh_*************** and cal_short and cal_12345678_*.");
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "keeps the key off plain HTTP", keeps_the_key_off_plain_http },
		{ "refuses URLs that are none", refuses_urls_that_are_none },
		{ "escapes path values", escapes_path_values },
		{ "names the path value that is wrong", names_the_path_value_that_is_wrong },
		{ "writes the set parameters of a query", writes_the_set_parameters_of_a_query },
		{ "lets no second header in", lets_no_second_header_in },
		{ "keeps numbers within their bounds", keeps_numbers_within_their_bounds },
		{ "reads the wanted section", reads_the_wanted_section },
		{ "names the line that is wrong", names_the_line_that_is_wrong },
		{ "refuses a profile that others may read",
			refuses_a_profile_that_others_may_read },
		{ "prefers what is closer", prefers_what_is_closer },
		{ "says what to set when nothing is", says_what_to_set_when_nothing_is },
		{ "finds headers in any case", finds_headers_in_any_case },
		{ "masks keys in log lines", masks_keys_in_log_lines },
		CU_TEST_INFO_NULL,
	};
	unsetenv("LIBAPI_URL");
	unsetenv("LIBAPI_KEY");
	unsetenv("LIBAPI_PROFILE");
	return run_suite("inputs", tests);
}
