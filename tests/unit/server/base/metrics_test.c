/* metrics_test.c: numbers of several loops become one text. */
#include "server/base/metrics.h"

#include "tests/unit/suite.h"

static const struct operation rows[] = { { .id = "getEvent" }, { .id = "createEvent" } };

static struct metrics *metrics;
static struct wire_buffer text;

static void render(void) {
	wire_buffer_clear(&text);
	metrics_render(metrics, &text);
	CU_ASSERT_FALSE_FATAL(text.failed);
}
#define HAS(line) CHECK_ROW(strstr(text.bytes, line "\n") != NULL, line)

static void loops_are_added_up(void) {
	metric_add(&metrics_loop(metrics, 0)->numbers[NUMBER_RATE_LIMITED], 2);
	metric_add(&metrics_loop(metrics, 1)->numbers[NUMBER_RATE_LIMITED], 3);
	metric_set(&metrics_loop(metrics, 1)->pool.conns[1][3], 2);
	metric_add(&metrics_loop(metrics, 1)->pool.busy[0], 7);
	render();
	HAS("api_rate_limited_total 5");
	HAS("api_pool_connections{lane=\"write\",state=\"ready\"} 2");
	HAS("api_pool_busy_total{lane=\"read\"} 7");
	HAS("api_build_info{version=\"9.9\"} 1");
}

static void buckets_are_cumulative_and_a_bound_is_inside(void) {
	metrics_request(metrics_loop(metrics, 0), 0, 200, 1000);
	metrics_request(metrics_loop(metrics, 1), 0, 201, 1001);
	metrics_request(metrics_loop(metrics, 1), 0, 204, 99000000);
	render();
	HAS("api_request_duration_seconds_bucket{operation=\"getEvent\",status=\"2xx\",le=\"0."
	    "0005\"} 0");
	HAS("api_request_duration_seconds_bucket{operation=\"getEvent\",status=\"2xx\",le=\"0."
	    "001\"} 1");
	HAS("api_request_duration_seconds_bucket{operation=\"getEvent\",status=\"2xx\",le=\"10\"} "
	    "2");
	HAS("api_request_duration_seconds_bucket{operation=\"getEvent\",status=\"2xx\",le=\"+Inf\"}"
	    " 3");
	HAS("api_request_duration_seconds_count{operation=\"getEvent\",status=\"2xx\"} 3");
	HAS("api_request_duration_seconds_sum{operation=\"getEvent\",status=\"2xx\"} 99.002001");
}

static void a_turn_is_counted_by_the_clock_and_by_its_cpu(void) {
	metrics_turn(metrics_loop(metrics, 0), 40000, 300);
	metrics_turn(metrics_loop(metrics, 1), 400, 6000);
	render();
	HAS("api_loop_turn_seconds_bucket{le=\"0.005\"} 1");
	HAS("api_loop_turn_cpu_seconds_bucket{le=\"0.005\"} 1");
	HAS("api_loop_turn_seconds_sum 0.040400");
	HAS("api_loop_turn_cpu_seconds_sum 0.006300");
}

static void what_has_no_row_is_counted_all_the_same(void) {
	metrics_request(metrics_loop(metrics, 0), 2, 404, 10);
	metrics_request(metrics_loop(metrics, 0), 4000000, 999, 10);
	metrics_sqlstate(&metrics_loop(metrics, 0)->pool, "23505");
	metrics_sqlstate(&metrics_loop(metrics, 0)->pool, "");
	metrics_sqlstate(&metrics_loop(metrics, 0)->pool, "ZZ000");
	render();
	HAS("api_request_duration_seconds_count{operation=\"none\",status=\"4xx\"} 1");
	HAS("api_request_duration_seconds_count{operation=\"none\",status=\"5xx\"} 1");
	HAS("api_database_errors_total{class=\"23\"} 1");
	HAS("api_database_errors_total{class=\"other\"} 2");
}

int main(void) {
	metrics = metrics_new(2, rows, 2, "9.9");
	CU_TestInfo tests[] = {
		{ "loops are added up", loops_are_added_up },
		{ "buckets are cumulative and a bound is inside",
			buckets_are_cumulative_and_a_bound_is_inside },
		{ "what has no row is counted all the same",
			what_has_no_row_is_counted_all_the_same },
		{ "a turn is counted by the clock and by its CPU",
			a_turn_is_counted_by_the_clock_and_by_its_cpu },
		CU_TEST_INFO_NULL,
	};
	int failed = run_suite("metrics", tests);
	metrics_free(metrics);
	wire_buffer_finish(&text);
	return failed;
}
