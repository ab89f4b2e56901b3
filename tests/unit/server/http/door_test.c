/* door_test.c: what stands at the door of http: routes, the strict reading of heads, limits, trusted proxies. */
#include <arpa/inet.h>
#include <netinet/in.h>

#include "server/flow/router.h"
#include "server/http/cors.h"
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
	bool chunked;
	return guard_head(head, strlen(head), &chunked);
}

static void an_ordinary_head_passes(void) {
	CU_ASSERT_PTR_NULL(guarded("POST /v1/users HTTP/1.1\r\nHost: x\r\nX-API-Key: "
				   "k\r\nContent-Length: 3\r\nA:\r\n\r\nabc\nd"));
	CU_ASSERT_PTR_NULL(guarded(
		"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n"));
}

static void heads_that_two_readers_read_differently_are_refused(void) {
	static const struct {
		const char *line, *rest, *words;
	} wrong[] = {
		{ "GET / HTTP/1.1", "Host: y\r\n", "Host is given twice" },
		{ "POST / HTTP/1.1", "Content-Length: 3\r\nContent-Length: 3\r\n", "twice" },
		{ "POST / HTTP/1.1", "Content-Length: 3\r\ntransfer-encoding: chunked\r\n",
			"side by side" },
		{ "POST / HTTP/1.1", "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n",
			"twice" },
		{ "POST / HTTP/1.0", "Transfer-Encoding: chunked\r\n", "HTTP/1.0 has no" },
		{ "POST / HTTP/1.1", "Content-Length: 3, 3\r\n", "not a number" },
		{ "POST / HTTP/1.1", "Content-Length: +3\r\n", "not a number" },
		{ "POST / HTTP/1.1", "Content-Length:\r\n", "not a number" },
		{ "POST / HTTP/1.1", "Content-Length : 3\r\n", "no proper name" },
		{ "GET / HTTP/1.1", "A: b\r\n c\r\n", "folded" },
		{ "GET / HTTP/1.1", ": b\r\n", "no proper name" },
		{ "GET / HTTP/1.1", "no colon\r\n", "no proper name" },
		{ "GET / HTTP/1.1", "A: b\n", "CRLF" },
		{ "GET / HTTP/1.1", "A: b\rc\r\n", "control character" },
		{ "GET / HTTP/1.1", "X-Api-Key: a\r\nx-api-key: b\r\n", "twice" },
		{ "GET http://y/ HTTP/1.1", "", "not a path" },
		{ "GET y:80 HTTP/1.1", "", "not a path" },
		{ "GET  / HTTP/1.1", "", "request line" },
		{ "GET / / HTTP/1.1", "", "request line" },
		{ "GET / HTTP/1.11", "", "request line" },
		{ "GET /", "", "request line" },
	};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		char head[256];
		snprintf(head, sizeof(head), "%s\r\nHost: x\r\n%s\r\n", wrong[i].line,
			wrong[i].rest);
		const char *said = guarded(head);
		CHECK_ROW(said != NULL && strstr(said, wrong[i].words) != NULL, head);
	}
	CU_ASSERT_STRING_EQUAL(guarded("GET / HTTP/1.1\r\nA: b\r\n\r\n"), "Host is missing");
	bool chunked;
	CU_ASSERT_STRING_EQUAL(
		guard_head("GET / HTTP/1.1\r\nHost: x\r\nA: b\0c\r\n\r\n", 37, &chunked),
		"a header holds a control character");
}

static void a_body_in_chunks_is_seen(void) {
	static const char chunks[] =
		"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
	static const char sized[] = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n";
	bool chunked = false;
	CU_ASSERT_PTR_NULL(guard_head(chunks, strlen(chunks), &chunked));
	CU_ASSERT_TRUE(chunked);
	CU_ASSERT_PTR_NULL(guard_head(sized, strlen(sized), &chunked));
	CU_ASSERT_FALSE(chunked);
	CU_ASSERT_PTR_NULL(guarded("GET / HTTP/1.0\r\n\r\n"));
	CU_ASSERT_PTR_NULL(guarded("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"));
}

/* ---- pages of browsers ---------------------------------------------------------------------------------- */

static bool allows(const char *origins, const char *origin) {
	return cors_allows(origins, origin, strlen(origin));
}

static void only_named_origins_are_allowed(void) {
	static const char two[] = "https://a.example, http://localhost:3000";
	CU_ASSERT_TRUE(allows(two, "https://a.example") && allows(two, "http://localhost:3000"));
	static const char *const others[] = { "https://a.example.evil", "http://a.example", "null",
		"", "https://a.example:444", "https://A.example", "https://a.exampl", "," };
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		CHECK_ROW(!allows(two, others[i]) && !allows("", others[i]), others[i]);
	}
}

static void what_is_no_origin_is_refused(void) {
	static const char *const wrong[] = { "*", "https://", "a.example", "https://a.example/",
		"https://A.example", "null", "https://a.example,*", "ftp://a.example" };
	FILE *nowhere = fopen("/dev/null", "w");
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		CHECK_ROW(!cors_origins_are_good(wrong[i], nowhere), wrong[i]);
	}
	CU_ASSERT_TRUE(cors_origins_are_good("", nowhere));
	CU_ASSERT_TRUE(cors_origins_are_good("https://a.example:8443, http://[::1]:80", nowhere));
	fclose(nowhere);
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
	uint8_t address[ADDRESS_BYTES];
	trust_client_address(&proxies, is_four ? (struct sockaddr *)&four : (struct sockaddr *)&six,
		forwarded, forwarded == NULL ? 0 : strlen(forwarded), address);
	return trust_address_id(address);
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
		{ "a body in chunks is seen", a_body_in_chunks_is_seen },
		{ "only named origins are allowed", only_named_origins_are_allowed },
		{ "what is no origin is refused", what_is_no_origin_is_refused },
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
