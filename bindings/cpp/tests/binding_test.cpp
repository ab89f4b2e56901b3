/* binding_test.cpp: what C++ adds: moves, copies, exceptions by family, ranges, threads, cancellation, lifetimes.
 * Also runs under ASan and TSan. */
#include <api/api.hpp>
#include <api/testing.h>

#include <atomic>
#include <cstdio>
#include <thread>

#if __cplusplus >= 202002L
#include <iterator>
static_assert(std::input_iterator<libapi::client::event_pager::iterator>);
#endif
static_assert(!std::is_copy_constructible_v<libapi::event_draft>);
static_assert(!std::is_copy_constructible_v<libapi::call<libapi::event>>);
static_assert(std::is_nothrow_move_constructible_v<libapi::event>);
static_assert(std::is_base_of_v<libapi::server_error, libapi::not_found>);
static_assert(std::is_base_of_v<libapi::transport_error, libapi::cancelled_error>);
static_assert(std::is_base_of_v<libapi::wire_error, libapi::malformed_error>);
static_assert(std::is_base_of_v<libapi::local_error, libapi::invalid_error>);

static std::atomic<int> failures{ 0 };

#define CHECK(what)                                                                                \
	do {                                                                                       \
		if (!(what)) {                                                                     \
			(void)std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #what);      \
			failures++;                                                                \
		}                                                                                  \
	} while (0)

template <class Error, class Function> static bool throws(Function &&function) {
	try {
		function();
	} catch (const Error &) {
		return true;
	} catch (...) {
	}
	return false;
}

/* A server for a script, and a client of it. */
struct pair {
	explicit pair(const char *script) {
		char *why = nullptr;

		if (libapi_test_server_new(script, &server, &why) != LIBAPI_OK) {
			(void)std::fprintf(stderr, "script: %s\n", why);
			std::abort();
		}
	}
	~pair() {
		libapi_test_server_free(server);
	}
	libapi::client client() const {
		return libapi::client(libapi::config()
					      .set_url(libapi_test_server_url(server))
					      .set_key("cal_test_key")
					      .set_max_attempts(1));
	}

	libapi_test_server *server = nullptr;
};

static const char calendar[] = R"({"answers": [{"times": 0, "give": {
	"id": "01935a5e-0000-7000-8000-000000000001", "name": "Work", "time_zone": "UTC",
	"my_role": "owner"}}]})";
static const char slow[] = R"({"any_order": true, "answers": [{"times": 0, "delay_ms": 20000, "give": {}}]})";
static const char id[] = "01935a5e-0000-7000-8000-000000000001";

static void test_answers_move_and_share() {
	pair with(calendar);
	libapi::calendar one = with.client().calendar_get(id); /* outlives its client */
	const libapi::calendar copy = one;
	const libapi::calendar moved = std::move(one);

	CHECK(copy.name() == "Work" && moved.name() == "Work");
	CHECK(copy.get() == moved.get());
	CHECK(!one && one.name().empty()); // NOLINT: what is left of it is an empty one
	one = copy;
	one = *&one;
	CHECK(one.name() == "Work");
	CHECK(copy.my_role() == libapi::calendar_my_role::owner);
	CHECK(copy.to_json().find("\"Work\"") != std::string::npos);
}

static void test_errors_have_families() {
	pair with(R"({"answers": [
		{"status": 404, "give": {"code": "not_found"}}, {"status": 412, "give": {"code": "stale"}},
		{"status": 418, "give": {}}, {"text": "no JSON", "give_headers": {"Content-Type": "application/json"}},
		{"cut": 5, "give": {"id": "0"}}]})");
	const libapi::client client = with.client();

	CHECK(throws<libapi::not_found>([&] { client.calendar_get(id); }));
	CHECK(throws<libapi::stale>([&] { client.calendar_get(id); }));
	CHECK(throws<libapi::bad_request>([&] { client.calendar_get(id); }));
	CHECK(throws<libapi::wire_error>([&] { client.calendar_get(id); }));
	CHECK(throws<libapi::lost_error>([&] { client.calendar_get(id); }));
}

static void test_refused_setters_fail_the_call() {
	pair with(R"({"answers": []})");
	const libapi::client client = with.client();
	const std::string cut("Lu\0nch", 6);
	const auto refused = client.try_event_create(id,
		libapi::event_draft()
			.set_status(static_cast<libapi::event_status>(99))
			.set_title("later ones are no excuse"));

	CHECK(!refused && refused.why().code() == libapi::code::invalid);
	CHECK(refused.why().message() == "LIBAPI_E_INVALID: status");
	CHECK(refused.why().category() == libapi::category::local);
	const auto texts = client.try_event_create(id, libapi::event_draft().set_title(cut));
	CHECK(!texts && texts.why().message() == "LIBAPI_E_INVALID: title");
	CHECK(throws<libapi::invalid_error>([&] { client.calendar_get(cut); }));
	const auto part = client.try_event_create(
		id, libapi::event_draft().add_reminder(libapi::reminder_draft().set_method(
			    static_cast<libapi::reminder_method>(99))));
	CHECK(!part && part.why().message() == "LIBAPI_E_INVALID: method");
}

static void test_an_error_outlives_everything() {
	std::optional<libapi::error> kept;
	{
		pair with(R"({"answers": [{"status": 404, "give": {"code": "not_found", "detail": "gone"}}]})");

		try {
			with.client().calendar_get(id);
		} catch (const libapi::error &why) {
			kept = why;
		}
	}
	CHECK(kept && kept->detail() == "gone" && kept->problem() == "not_found");
	CHECK(kept && std::string(kept->what()).find("404") != std::string::npos);
}

static void test_threads_share_a_client() {
	pair with(calendar);
	const libapi::client client = with.client();
	std::vector<std::thread> threads;

	for (int i = 0; i < 4; i++) {
		threads.emplace_back([client] {
			for (int round = 0; round < 10; round++) {
				CHECK(client.calendar_get(id).name() == "Work");
			}
		});
	}
	for (std::thread &each : threads) {
		each.join();
	}
}

static void test_cancelled_by_another_thread() {
	pair with(slow);
	const libapi::client client = with.client();
	auto call = client.start_calendar_get(id);

	CHECK(!call.wait_for(std::chrono::milliseconds(20)));
	std::thread other([&] { call.cancel(); });
	CHECK(throws<libapi::cancelled_error>([&] { call.take(); }));
	other.join();
	CHECK(call.is_done());
}

static void test_destroyed_with_calls_in_flight() {
	pair with(slow);
	{
		libapi::client client = with.client();
		auto call = client.start_calendar_get(id);
		const auto pager = client.events(id); /* never walked */

		client.process();
	}
	std::optional<libapi::call<libapi::calendar>> last;
	{
		libapi::client client = with.client();

		last = client.start_calendar_get(id);
		client.process();
	}
	CHECK(throws<libapi::cancelled_error>([&] { last->take(); }));
}

static void test_done_calls_come_out_once() {
	pair with(calendar);
	const libapi::client client = with.client();
	int mark = 0;
	auto call = client.start_calendar_get(id, libapi::call_options().set_user_data(&mark));

	call.wait();
	const auto done = client.next_done();
	CHECK(done && *done == call && done->user_data() == &mark);
	CHECK(!client.next_done());
	CHECK(client.fd() >= 0);
	CHECK(call.take().name() == "Work");
	CHECK(throws<libapi::invalid_error>([&] { call.take(); })); /* once */
}

static void test_logs_are_heard() {
	pair with(R"({"answers": [{"reset": true}]})");
	std::atomic<int> lines{ 0 };
	{
		const libapi::client client(
			libapi::config()
				.set_url(libapi_test_server_url(with.server))
				.set_max_attempts(1)
				.set_log(libapi::log_level::debug,
					[&](libapi::log_level, std::string_view) { lines++; }));

		CHECK(!client.try_calendar_get(id));
	}
	CHECK(lines > 0);
}

static void test_drafts_as_json() {
	const auto draft = libapi::calendar_draft::from_json(R"({"name": "Work"})");

	CHECK(draft.to_json().find("Work") != std::string::npos);
	CHECK(throws<libapi::invalid_error>(
		[] { (void)libapi::calendar_draft::from_json(R"({"name": 7})"); }));
}

static void test_forged_deliveries_are_refused() {
	CHECK(throws<libapi::signature_error>([] {
		libapi::webhook_verify("whk_secret", "t=1,v1=" + std::string(64, '0'), "{}",
			std::chrono::seconds(300), libapi::instant(std::chrono::seconds(1)));
	}));
	CHECK(throws<libapi::malformed_error>(
		[] { libapi::webhook_verify("whk_secret", "no signature", "{}"); }));
}

int main() {
	test_answers_move_and_share();
	test_errors_have_families();
	test_refused_setters_fail_the_call();
	test_an_error_outlives_everything();
	test_threads_share_a_client();
	test_cancelled_by_another_thread();
	test_destroyed_with_calls_in_flight();
	test_done_calls_come_out_once();
	test_logs_are_heard();
	test_drafts_as_json();
	test_forged_deliveries_are_refused();
	std::printf("binding: %d failed\n", failures.load());
	return failures == 0 ? 0 : 1;
}
