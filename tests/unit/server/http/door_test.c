/* door_test.c: what stands at the door of http: routes, the strict reading of heads, limits, trusted proxies. */
#include <arpa/inet.h>
#include <netinet/in.h>

#include "server/flow/router.h"
#include "server/http/guard.h"
#include "server/http/limits.h"
#include "server/http/trust.h"
#include "tests/unit/suite.h"

/* ---- routes --------------------------------------------------------------------------------------------- */

static struct route_match match_of(const char *method, const char *path) {
	struct router *router = router_new(routes, route_count);
	struct route_match match;
	CU_ASSERT_PTR_NOT_NULL_FATAL(router);
	router_find(router, method, strlen(method), path, strlen(path), &match);
	match.allow = match.allow == NULL ? NULL : "some";
	router_free(router);
	return match;
}

static void every_row_finds_itself(void) {
	struct router *router = router_new(routes, route_count);
	for (size_t i = 0; i < route_count; i++) {
		const struct operation *operation = routes[i].operation;
		struct route_match match;
		router_find(router, operation->method, strlen(operation->method), operation->path,
			strlen(operation->path), &match);
		CHECK_ROW(match.route == &routes[i], operation->id);
	}
	router_free(router);
}

static void fields_are_the_raw_segments(void) {
	struct route_match match = match_of("GET", "/v1/calendars/a%2Fb/events/c");
	CU_ASSERT_PTR_NOT_NULL_FATAL(match.route);
	CU_ASSERT_STRING_EQUAL(match.route->operation->id, "getEvent");
	CU_ASSERT_EQUAL(strncmp(match.segments[0].text, "a%2Fb", 5), 0);
	CU_ASSERT_EQUAL(match.segments[0].len, 5);
	CU_ASSERT_EQUAL(match.segments[1].len, 1);
}

static void head_is_a_get(void) {
	CU_ASSERT_STRING_EQUAL(match_of("HEAD", "/v1/users/me").route->operation->id, "getUser");
}

static void unknown_paths_have_neither_row_nor_methods(void) {
	static const char *const wrong[] = { "", "/", "v1/users", "/v1", "/v1/", "/v1/users/",
		"/v1//users", "//v1/users", "/v1/users/a/b", "/V1/users", "/v1/calendars//events",
		"/v1/users/me/keys/x/y/z/a/b/c/d/e/f", "*" };
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct route_match match = match_of("GET", wrong[i]);
		CHECK_ROW(match.route == NULL && match.allow == NULL, wrong[i]);
	}
}

static void another_method_is_told_which_ones_there_are(void) {
	static const char *const wrong[] = { "OPTIONS", "TRACE", "PUT", "get", "", "POSTS" };
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct route_match match = match_of(wrong[i], "/v1/users");
		CHECK_ROW(match.route == NULL && match.allow != NULL, wrong[i]);
	}
}

/* ---- heads ---------------------------------------------------------------------------------------------- */

static const char *guarded(const char *head) {
	return guard_head(head, strlen(head));
}

static void an_ordinary_head_passes(void) {
	CU_ASSERT_PTR_NULL(guarded("POST /v1/users HTTP/1.1\r\nHost: x\r\nX-API-Key: "
				   "k\r\nContent-Length: 3\r\nA:\r\n\r\nabc\nd"));
	CU_ASSERT_PTR_NULL(guarded(
		"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n"));
}

static void heads_that_two_readers_read_differently_are_refused(void) {
	static const char *const wrong[] = {
		"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
		"POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\n",
		"POST / HTTP/1.1\r\nContent-Length: 3\r\ntransfer-encoding: chunked\r\n\r\n",
		"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n",
		"POST / HTTP/1.1\r\nContent-Length: 3, 3\r\n\r\n",
		"POST / HTTP/1.1\r\nContent-Length: +3\r\n\r\n",
		"POST / HTTP/1.1\r\nContent-Length:\r\n\r\n",
		"POST / HTTP/1.1\r\nContent-Length : 3\r\n\r\n",
		"GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n",
		"GET / HTTP/1.1\r\n: b\r\n\r\n",
		"GET / HTTP/1.1\r\nno colon\r\n\r\n",
		"GET / HTTP/1.1\nHost: x\n\n",
		"GET / HTTP/1.1\r\nA: b\rc\r\n\r\n",
		"GET / HTTP/1.1\r\nX-Api-Key: a\r\nx-api-key: b\r\n\r\n",
	};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		CHECK_ROW(guarded(wrong[i]) != NULL, wrong[i]);
	}
	CU_ASSERT_PTR_NOT_NULL(guard_head("GET / HTTP/1.1\r\nA: b\0c\r\n\r\n", 28));
}

/* ---- limits --------------------------------------------------------------------------------------------- */

static void a_burst_passes_and_then_the_rate(void) {
	struct limits *limits = limits_new(64, 100, 1000000, 5);
	struct limit_state state;
	for (unsigned i = 0; i < 5; i++) {
		CU_ASSERT_TRUE(limits_take(limits, 7, 1000000, &state));
		CU_ASSERT_EQUAL(state.remaining, 4 - i);
	}
	CU_ASSERT_FALSE(limits_take(limits, 7, 1000000, &state));
	CU_ASSERT_EQUAL(state.retry_after_s, 1);
	CU_ASSERT_TRUE(limits_take(limits, 8, 1000000, &state)); /* somebody else */
	CU_ASSERT_TRUE(limits_take(
		limits, 7, 1010000, &state)); /* one 100th of a second later: one more */
	CU_ASSERT_FALSE(limits_take(limits, 7, 1010000, &state));
	CU_ASSERT_TRUE(limits_take(limits, 7, 9000000, &state));
	CU_ASSERT_EQUAL(state.remaining, 4);
	limits_free(limits);
}

static void looking_takes_nothing(void) {
	struct limits *limits = limits_new(64, 20, 60000000, 1);
	struct limit_state state;
	CU_ASSERT_TRUE(limits_allow(limits, 7, 1, &state) && limits_allow(limits, 7, 1, &state));
	CU_ASSERT_TRUE(limits_take(limits, 7, 1, &state));
	CU_ASSERT_FALSE(limits_allow(limits, 7, 1, &state));
	CU_ASSERT_EQUAL(state.retry_after_s, 3);
	limits_free(limits);
}

static void a_full_table_forgets_the_longest_idle(void) {
	struct limits *limits = limits_new(8, 1, 1000000, 2);
	struct limit_state state;
	for (uint64_t id = 1; id < 100; id++) {
		CU_ASSERT_TRUE(limits_take(limits, id, id * 1000, &state));
	}
	CU_ASSERT_TRUE(limits_take(limits, 99, 99000, &state));
	CU_ASSERT_FALSE(limits_take(limits, 99, 99000, &state));
	limits_free(limits);
}

/* ---- proxies -------------------------------------------------------------------------------------------- */

static uint64_t id_of(const char *trusted, const char *peer, const char *forwarded) {
	struct networks proxies;
	const char *wrong;
	struct sockaddr_in6 six = { .sin6_family = AF_INET6 };
	struct sockaddr_in four = { .sin_family = AF_INET };
	bool is_four = inet_pton(AF_INET, peer, &four.sin_addr) == 1;
	CU_ASSERT_TRUE_FATAL(networks_read(&proxies, trusted, &wrong));
	if (!is_four) {
		inet_pton(AF_INET6, peer, &six.sin6_addr);
	}
	return trust_client_id(&proxies,
		is_four ? (struct sockaddr *)&four : (struct sockaddr *)&six, forwarded,
		forwarded == NULL ? 0 : strlen(forwarded));
}

static void only_a_trusted_proxy_names_the_client(void) {
	uint64_t client = id_of("", "192.0.2.7", NULL);
	CU_ASSERT_EQUAL(id_of("10.0.0.0/8", "10.1.2.3", "192.0.2.7"), client);
	CU_ASSERT_EQUAL(id_of("10.0.0.0/8", "10.1.2.3", "6.6.6.6, 192.0.2.7 "), client);
	CU_ASSERT_NOT_EQUAL(id_of("10.0.0.0/8", "11.1.2.3", "192.0.2.7"), client);
	CU_ASSERT_NOT_EQUAL(id_of("", "10.1.2.3", "192.0.2.7"), client);
	CU_ASSERT_EQUAL(id_of("10.0.0.0/8", "10.1.2.3", "nonsense"), id_of("", "10.1.2.3", NULL));
	CU_ASSERT_EQUAL(id_of("fd00::/9, ::1", "fd00::1", "192.0.2.7"), client);
}

static void an_ipv6_client_is_its_network(void) {
	CU_ASSERT_EQUAL(id_of("", "2001:db8::1", NULL), id_of("", "2001:db8::ffff", NULL));
	CU_ASSERT_NOT_EQUAL(id_of("", "2001:db8::1", NULL), id_of("", "2001:db8:0:1::1", NULL));
	CU_ASSERT_NOT_EQUAL(id_of("", "192.0.2.7", NULL), id_of("", "192.0.2.8", NULL));
}

static void what_is_no_network_is_refused(void) {
	static const char *const lists[] = { "x", "10.0.0.0/33", "10.0.0.0/", "::/129",
		"10.0.0.0/8,y", "10.0.0/8" };
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		struct networks proxies;
		const char *wrong = NULL;
		CHECK_ROW(!networks_read(&proxies, lists[i], &wrong) && wrong != NULL, lists[i]);
	}
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "every row finds itself", every_row_finds_itself },
		{ "fields are the raw segments", fields_are_the_raw_segments },
		{ "HEAD is a GET", head_is_a_get },
		{ "unknown paths have neither row nor methods",
			unknown_paths_have_neither_row_nor_methods },
		{ "another method is told which ones there are",
			another_method_is_told_which_ones_there_are },
		{ "an ordinary head passes", an_ordinary_head_passes },
		{ "heads that two readers read differently are refused",
			heads_that_two_readers_read_differently_are_refused },
		{ "a burst passes and then the rate", a_burst_passes_and_then_the_rate },
		{ "looking takes nothing", looking_takes_nothing },
		{ "a full table forgets the longest idle", a_full_table_forgets_the_longest_idle },
		{ "only a trusted proxy names the client", only_a_trusted_proxy_names_the_client },
		{ "an IPv6 client is its network", an_ipv6_client_is_its_network },
		{ "what is no network is refused", what_is_no_network_is_refused },
		CU_TEST_INFO_NULL,
	};
	return run_suite("http door", tests);
}
