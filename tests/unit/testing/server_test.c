/* server_test.c: what api/testing.h promises, each promise with the case where it is broken. */
#include "api/error.h"
#include "talk.h"
#include "tests/unit/suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define GET(path) "GET " path " HTTP/1.1\r\nHost: x\r\n\r\n"

/* ---- scripts -------------------------------------------------------------------------------------------- */

static const struct {
	const char *script, *why;
} bad_scripts[] = {
	{ "", "no JSON" },
	{ "{\"answers\": [}", "no JSON" },
	{ "{\"answers\": []} x", "no JSON" },
	{ "[]", "an object with a list named answers" },
	{ "{}", "an object with a list named answers" },
	{ "{\"answers\": {}}", "an object with a list named answers" },
	{ "{\"answers\": [], \"any_oder\": true}", "any_oder: there is no such member" },
	{ "{\"answers\": [], \"any_order\": 1}", "any_order is no boolean" },
	{ "{\"answers\": [7]}", "answers[0] is no object" },
	{ "{\"answers\": [{}, {\"stauts\": 200}]}", "answers[1].stauts: there is no such member" },
	{ "{\"answers\": [{\"method\": 1}]}", "answers[0].method is no string" },
	{ "{\"answers\": [{\"path\": null}]}", "answers[0].path is no string" },
	{ "{\"answers\": [{\"body\": null}]}", "answers[0].body is no value" },
	{ "{\"answers\": [{\"body_text\": {}}]}", "answers[0].body_text is no string" },
	{ "{\"answers\": [{\"body\": 1, \"body_text\": \"1\"}]}", "body and body_text" },
	{ "{\"answers\": [{\"headers\": []}]}", "answers[0].headers is no object" },
	{ "{\"answers\": [{\"headers\": {\"A\": 1}}]}", "answers[0].headers.A is no text" },
	{ "{\"answers\": [{\"same\": \"A\"}]}", "answers[0].same is no array" },
	{ "{\"answers\": [{\"same\": [\"A\", 2]}]}", "answers[0].same[1] is no text" },
	{ "{\"answers\": [{\"status\": \"200\"}]}", "answers[0].status is no int" },
	{ "{\"answers\": [{\"status\": 99}]}", "answers[0].status is 99; 200 to 599" },
	{ "{\"answers\": [{\"status\": 600}]}", "answers[0].status is 600; 200 to 599" },
	{ "{\"answers\": [{\"give_headers\": {\"A\": true}}]}", "give_headers.A is no text" },
	{ "{\"answers\": [{\"text\": {}}]}", "answers[0].text is no string" },
	{ "{\"answers\": [{\"give\": 1, \"text\": \"1\"}]}", "give and text" },
	{ "{\"answers\": [{\"delay_ms\": -1}]}", "answers[0].delay_ms is -1" },
	{ "{\"answers\": [{\"delay_ms\": 1.5}]}", "answers[0].delay_ms is no int" },
	{ "{\"answers\": [{\"drip_ms\": \"1\"}]}", "answers[0].drip_ms is no int" },
	{ "{\"answers\": [{\"cut\": -2}]}", "answers[0].cut is -2" },
	{ "{\"answers\": [{\"reset\": 1}]}", "answers[0].reset is no boolean" },
	{ "{\"answers\": [{\"close\": \"yes\"}]}", "answers[0].close is no boolean" },
	{ "{\"answers\": [{\"times\": -1}]}", "answers[0].times is -1" },
	{ "{\"answers\": [{\"times\": true}]}", "answers[0].times is no int" },
};

static void names_what_is_wrong_with_a_script(void) {
	for (size_t i = 0; i < sizeof(bad_scripts) / sizeof(bad_scripts[0]); i++) {
		libapi_test_server *server = (void *)1;
		char *why = NULL;
		int32_t code = libapi_test_server_new(bad_scripts[i].script, &server, &why);

		CHECK_ROW(code == LIBAPI_E_INVALID && server == NULL, bad_scripts[i].script);
		CHECK_ROW(text_has(why, bad_scripts[i].why), why != NULL ? why : "(null)");
		libapi_test_string_free(why);
	}
}

static void takes_null_where_it_says_so(void) {
	libapi_test_server *server = NULL;

	CU_ASSERT_EQUAL(libapi_test_server_new(NULL, &server, NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_test_server_new("{\"answers\":[]}", NULL, NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_test_server_new("nonsense", &server, NULL), LIBAPI_E_INVALID);
	libapi_test_server_free(NULL);
	libapi_test_string_free(NULL);
	CU_ASSERT_PTR_NULL(libapi_test_server_url(NULL));
	CU_ASSERT_PTR_NULL(libapi_test_server_fault(NULL));
	CU_ASSERT_PTR_NULL(libapi_test_server_report(NULL));
}

/* ---- order ---------------------------------------------------------------------------------------------- */

static void expect_report(libapi_test_server *server, const char *member, const char *due) {
	char *got = talk_report(server, member);

	CHECK_ROW(strcmp(got, due) == 0, got);
	free(got);
}

static void answers_in_order_and_then_no_more(void) {
	LIBAPI_AUTO(test_server) *server = talk_server(
		"{\"answers\":[{\"text\":\"one\"},{\"status\":404,\"give\":{\"a\":1}}]}");
	struct talk talk;

	talk_once(server, GET("/a"), &talk);
	CU_ASSERT(
		text_has(talk.bytes, "HTTP/1.1 200 OK\r\n") && text_has(talk.bytes, "\r\n\r\none"));
	CU_ASSERT(text_has(talk.bytes, "Content-Type: text/plain"));
	expect_report(server, "left", "1");
	talk_once(server, GET("/b"), &talk);
	CU_ASSERT(
		text_has(talk.bytes, "404 Not Found") && text_has(talk.bytes, "\r\n\r\n{\"a\":1}"));
	CU_ASSERT(text_has(talk.bytes, "Content-Type: application/problem+json"));
	expect_report(server, "fault", "null");
	talk_once(server, GET("/c"), &talk);
	CU_ASSERT(text_has(talk.bytes, "500 ") && text_has(talk.bytes, "not_in_script"));
	expect_report(server, "fault", "\"request 3: GET /c is not expected\"");
	expect_report(server, "connections", "3");
}

static void any_order_goes_by_method_and_path(void) {
	LIBAPI_AUTO(test_server) *server =
		talk_server("{\"any_order\":true,\"answers\":[{\"path\":\"/a\",\"text\":\"A\"},"
			    "{\"method\":\"PUT\",\"path\":\"/b\",\"text\":\"B\"}]}");
	struct talk talk;

	talk_once(server, "PUT /b HTTP/1.1\r\nContent-Length: 0\r\n\r\n", &talk);
	CU_ASSERT(text_has(talk.bytes, "\r\n\r\nB"));
	talk_once(server, GET("/a"), &talk);
	CU_ASSERT(text_has(talk.bytes, "\r\n\r\nA"));
	expect_report(server, "fault", "null");
	talk_once(server, GET("/a"), &talk);
	expect_report(server, "fault", "\"request 3: GET /a is not expected\"");
}

static void times_counts_and_zero_is_for_ever(void) {
	LIBAPI_AUTO(test_server) *server = talk_server(
		"{\"answers\":[{\"times\":2,\"text\":\"a\"},{\"times\":0,\"text\":\"b\"}]}");
	struct talk talk;

	expect_report(server, "left", "2");
	for (int i = 0; i < 5; i++) {
		talk_once(server, GET("/"), &talk);
		CU_ASSERT(text_has(talk.bytes, i < 2 ? "\r\n\r\na" : "\r\n\r\nb"));
	}
	expect_report(server, "left", "0");
	expect_report(server, "fault", "null");
}

/* ---- what it expects ------------------------------------------------------------------------------------ */

static const struct {
	const char *answer, *request, *fault; /* NULL: none */
} expectations[] = {
	{ "{\"method\":\"PUT\"}", GET("/"), "method is GET, expected PUT" },
	{ "{\"path\":\"/a\"}", GET("/a?b"), "path is /a?b, expected /a" },
	{ "{\"headers\":{\"x-a\":\"1\"}}", "GET / HTTP/1.1\r\nX-A:  1\r\n\r\n", NULL },
	{ "{\"headers\":{\"X-A\":\"1\"}}", "GET / HTTP/1.1\r\nX-A: 2\r\n\r\n",
		"X-A is 2, expected 1" },
	{ "{\"headers\":{\"X-A\":\"1\"}}", GET("/"), "X-A is absent, expected 1" },
	{ "{\"headers\":{\"X-A\":true}}", GET("/"), "X-A is absent, expected one" },
	{ "{\"headers\":{\"X-A\":false}}", "GET / HTTP/1.1\r\nX-A: 2\r\n\r\n",
		"X-A is 2, expected none" },
	{ "{\"same\":[\"X-A\"]}", "GET / HTTP/1.1\r\nX-A: 2\r\n\r\n",
		"X-A is 2, expected that of a request before" },
	{ "{\"body\":{\"a\":[1]}}", "PUT / HTTP/1.1\r\nContent-Length: 11\r\n\r\n{ \"a\":[1] }",
		NULL },
	{ "{\"body\":{\"a\":1}}", "PUT / HTTP/1.1\r\nContent-Length: 7\r\n\r\n{\"a\":2}",
		"body is {\"a\":2}, expected {\"a\":1}" },
	{ "{\"body\":{}}", GET("/"), "body is absent, expected {}" },
	{ "{\"body_text\":\"abc\"}",
		"PUT / HTTP/1.1\r\nTransfer-Encoding: "
		"chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n",
		NULL },
	{ "{\"body_text\":\"abc\"}", "PUT / HTTP/1.1\r\nContent-Length: 2\r\n\r\nab",
		"body is ab, expected abc" },
};

static void names_what_a_request_has_wrong(void) {
	for (size_t i = 0; i < sizeof(expectations) / sizeof(expectations[0]); i++) {
		char script[512], due[512];
		char *fault = NULL;
		struct talk talk;

		(void)snprintf(
			script, sizeof(script), "{\"answers\":[%s]}", expectations[i].answer);
		LIBAPI_AUTO(test_server) *server = talk_server(script);
		talk_once(server, expectations[i].request, &talk);
		fault = libapi_test_server_fault(server);
		if (expectations[i].fault == NULL) {
			CHECK_ROW(fault == NULL, fault);
			CHECK_ROW(text_has(talk.bytes, "200 OK"), talk.bytes);
		} else {
			(void)snprintf(due, sizeof(due), "request 1: %s", expectations[i].fault);
			CHECK_ROW(fault != NULL && strcmp(fault, due) == 0, due);
			CHECK_ROW(text_has(talk.bytes, "500 "), talk.bytes);
		}
		libapi_test_string_free(fault);
	}
}

static void same_compares_with_the_request_before(void) {
	LIBAPI_AUTO(test_server) *server =
		talk_server("{\"answers\":[{},{\"same\":[\"x-key\"]},{\"same\":[\"X-Key\"]}]}");
	struct talk talk;

	talk_once(server, "GET / HTTP/1.1\r\nX-Key: 7\r\n\r\n", &talk);
	talk_once(server, "GET / HTTP/1.1\r\nX-Key: 7\r\n\r\n", &talk);
	expect_report(server, "fault", "null");
	talk_once(server, "GET / HTTP/1.1\r\nX-Key: 8\r\n\r\n", &talk);
	expect_report(server, "fault", "\"request 3: X-Key is 8, expected 7\"");
}

/* ---- how it goes wrong ---------------------------------------------------------------------------------- */

static void cut_sends_that_much_and_closes(void) {
	LIBAPI_AUTO(test_server) *server =
		talk_server("{\"answers\":[{\"text\":\"0123456789\",\"cut\":4}]}");
	struct talk talk;

	talk_once(server, GET("/"), &talk);
	CU_ASSERT_EQUAL(talk.end, TALK_CLOSED);
	CU_ASSERT(text_has(talk.bytes, "Content-Length: 10\r\n"));
	CU_ASSERT(text_has(talk.bytes, "\r\n\r\n0123") && !text_has(talk.bytes, "01234"));
}

static void reset_resets_at_once_or_after_the_cut(void) {
	LIBAPI_AUTO(test_server) *server =
		talk_server("{\"answers\":[{\"reset\":true},{\"text\":\"0123456789\",\"reset\":"
			    "true,\"cut\":4}]}");
	struct talk talk;

	talk_once(server, GET("/"), &talk);
	CU_ASSERT_EQUAL(talk.end, TALK_RESET);
	CU_ASSERT_STRING_EQUAL(talk.bytes, "");
	talk_once(server, GET("/"), &talk);
	CU_ASSERT_EQUAL(talk.end, TALK_RESET);
	CU_ASSERT_FALSE(text_has(talk.bytes, "01234"));
}

static void close_says_so_and_closes(void) {
	LIBAPI_AUTO(test_server) *server =
		talk_server("{\"answers\":[{\"text\":\"a\",\"close\":true},{\"text\":\"b\"}]}");
	int fd = talk_connect(server);
	struct talk talk;

	talk_send(fd, GET("/"), strlen(GET("/")), 0, &talk);
	CU_ASSERT_EQUAL(talk.end, TALK_CLOSED);
	CU_ASSERT(
		text_has(talk.bytes, "Connection: close\r\n") && text_has(talk.bytes, "\r\n\r\na"));
	close(fd);
	talk_once(server, GET("/"), &talk);
	CU_ASSERT_FALSE(text_has(talk.bytes, "Connection: close"));
	CU_ASSERT_EQUAL(talk.end, TALK_ANSWERED);
}

static void delay_and_drip_take_their_time(void) {
	LIBAPI_AUTO(test_server) *server = talk_server(
		"{\"answers\":[{\"delay_ms\":150,\"text\":\"late\"},"
		"{\"drip_ms\":20,\"text\":\"0123456789abcdef0123456789abcdef0123456789abcdef\"}]}");
	struct talk talk;

	talk_once(server, GET("/"), &talk);
	CU_ASSERT(talk.took_ms >= 150 && text_has(talk.bytes, "\r\n\r\nlate"));
	talk_once(server, GET("/"), &talk);
	/* More than 100 bytes with the head: at least six pauses. */
	CU_ASSERT(talk.took_ms >= 120 && text_has(talk.bytes, "\r\n\r\n0123456789abcdef0123"));
}

static void a_delay_holds_up_nobody_else(void) {
	LIBAPI_AUTO(test_server) *server =
		talk_server("{\"answers\":[{\"delay_ms\":60000},{\"text\":\"soon\"}]}");
	int fd = talk_connect(server);
	struct talk talk;

	(void)!write(fd, GET("/slow"), strlen(GET("/slow")));
	for (char *seen = talk_report(server, "left"); strcmp(seen, "2") == 0;
		seen = talk_report(server, "left")) {
		free(seen);
		(void)usleep(1000);
	}
	talk_once(server, GET("/"), &talk);
	CU_ASSERT(talk.took_ms < 60000 && text_has(talk.bytes, "soon"));
	close(fd);
}

/* ---- bytes ---------------------------------------------------------------------------------------------- */

static void a_request_may_come_in_pieces(void) {
	static const char request[] = "PUT /p HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody";
	LIBAPI_AUTO(test_server) *server = talk_server(
		"{\"answers\":[{\"path\":\"/p\",\"body_text\":\"body\",\"text\":\"ok\"}]}");
	int fd = talk_connect(server);
	struct talk talk;

	for (size_t i = 0; i + 1 < sizeof(request) - 1; i++) {
		(void)!write(fd, request + i, 1);
	}
	talk_send(fd, request + sizeof(request) - 2, 1, 1, &talk);
	CU_ASSERT(text_has(talk.bytes, "\r\n\r\nok"));
	expect_report(server, "connections", "1");
	close(fd);
}

static void two_requests_may_come_at_once(void) {
	LIBAPI_AUTO(test_server) *server =
		talk_server("{\"answers\":[{\"path\":\"/1\",\"text\":\"one\"},{\"path\":\"/"
			    "2\",\"text\":\"two\"}]}");
	int fd = talk_connect(server);
	struct talk talk;

	talk_send(fd, GET("/1") GET("/2"), strlen(GET("/1") GET("/2")), 2, &talk);
	CU_ASSERT(text_has(talk.bytes, "one") && text_has(talk.bytes, "two"));
	CU_ASSERT_EQUAL(talk.end, TALK_ANSWERED);
	close(fd);
}

static void what_is_no_http_is_hung_up_on(void) {
	static const char hello[] = "\x16\x03\x01\x02\x00\x01";
	LIBAPI_AUTO(test_server) *server = talk_server("{\"answers\":[{\"text\":\"ok\"}]}");
	int fd = talk_connect(server);
	struct talk talk;

	talk_send(fd, hello, sizeof(hello) - 1, 0, &talk);
	CU_ASSERT_STRING_EQUAL(talk.bytes, "");
	CU_ASSERT_NOT_EQUAL(talk.end, TALK_SILENT);
	close(fd);
	talk_once(server, "nonsense\r\n\r\n", &talk);
	CU_ASSERT_NOT_EQUAL(talk.end, TALK_SILENT);
	talk_once(server, GET("/"), &talk);
	CU_ASSERT(text_has(talk.bytes, "\r\n\r\nok"));
}

static void the_report_tells_every_request(void) {
	LIBAPI_AUTO(test_server) *server = talk_server("{\"answers\":[{}]}");
	struct talk talk;

	talk_once(server, "PUT /p HTTP/1.1\r\nX-A: 1\r\nContent-Length: 2\r\n\r\n{}", &talk);
	expect_report(server, "requests",
		"[{\"method\":\"PUT\",\"path\":\"/"
		"p\",\"headers\":{\"X-A\":\"1\",\"Content-Length\":\"2\"},"
		"\"body\":\"{}\",\"fault\":null}]");
}

static void clients_that_leave_do_no_harm(void) {
	LIBAPI_AUTO(test_server) *server = talk_server(
		"{\"answers\":[{\"drip_ms\":50,\"times\":0,\"text\":\"0123456789abcdef\"}]}");
	char *seen = NULL;
	struct talk talk;

	for (int i = 0; i < 50; i++) {
		int fd = talk_connect(server);

		(void)!write(fd, GET("/"), strlen(GET("/")) - (size_t)(i % 3));
		close(fd);
	}
	talk_once(server, GET("/last"), &talk);
	CU_ASSERT(text_has(talk.bytes, "\r\n\r\n0123456789abcdef"));
	seen = talk_report(server, "connections");
	CU_ASSERT_STRING_EQUAL(seen, "51");
	free(seen);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "names what is wrong with a script", names_what_is_wrong_with_a_script },
		{ "takes NULL where it says so", takes_null_where_it_says_so },
		{ "answers in order, and then no more", answers_in_order_and_then_no_more },
		{ "any order goes by method and path", any_order_goes_by_method_and_path },
		{ "times counts, and zero is for ever", times_counts_and_zero_is_for_ever },
		{ "names what a request has wrong", names_what_a_request_has_wrong },
		{ "same compares with the request before", same_compares_with_the_request_before },
		{ "cut sends that much and closes", cut_sends_that_much_and_closes },
		{ "reset resets at once or after the cut", reset_resets_at_once_or_after_the_cut },
		{ "close says so and closes", close_says_so_and_closes },
		{ "delay and drip take their time", delay_and_drip_take_their_time },
		{ "a delay holds up nobody else", a_delay_holds_up_nobody_else },
		{ "a request may come in pieces", a_request_may_come_in_pieces },
		{ "two requests may come at once", two_requests_may_come_at_once },
		{ "what is no HTTP is hung up on", what_is_no_http_is_hung_up_on },
		{ "the report tells every request", the_report_tells_every_request },
		{ "clients that leave do no harm", clients_that_leave_do_no_harm },
		CU_TEST_INFO_NULL,
	};

	return run_suite("testing server", tests);
}
