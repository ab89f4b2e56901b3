/* decode_vs_jsonc.c: a page of 200 events into records, against json-c's tree of the same text alone.
 *
 * decode_vs_jsonc PAGES ROUNDS. Prints one line a round: CPU microseconds a page of each, and their ratio. */
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "libapi/wire/wire.h"
#include "schemas.h"

#define EVENTS 200

static double cpu_us(void) {
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static void put_page(struct wire_buffer *page) {
	wire_put_str(page, "{\"items\":[");
	for (int i = 0; i < EVENTS; i++) {
		wire_put_format(page,
			"%s{\"id\":\"01935a5e-0000-7000-8000-%012d\",\"calendar_id\":"
			"\"01935a5e-0000-7000-8000-000000000001\",\"uid\":\"uid-%d@example.org\","
			"\"title\":\"Stand-up of team %d\",\"description\":\"What was, what will "
			"be, what is in "
			"the way. Bring \\\"numbers\\\".\",\"location\":null,\"is_all_day\":false,"
			"\"start_time\":\"2026-11-23T10:00:00+01:00\",\"end_time\":"
			"\"2026-11-23T10:15:00+01:00\",\"time_zone\":\"Europe/Berlin\",\"status\":"
			"\"confirmed\",\"visibility\":\"default\",\"transparency\":\"opaque\","
			"\"categories\":[\"team\",\"daily\"],\"attendees\":[{\"email\":\"a%d@"
			"example.org\","
			"\"partstat\":\"accepted\"}],\"metadata\":{\"room\":\"%d\"},\"version\":%d,"
			"\"created_at\":\"2026-11-01T10:00:00Z\",\"updated_at\":\"2026-11-02T10:00:"
			"00Z\"}",
			i > 0 ? "," : "", i, i, i % 9, i, i % 30, i);
	}
	wire_put_str(page, "],\"next_cursor\":\"abcdef\"}");
}

__attribute__((noinline)) static void decode(const struct wire_buffer *page) {
	struct wire_record *record = NULL;
	struct wire_problems problems;

	wire_problems_init(&problems);
	if (wire_decode(&wire_schema_event_page, page->bytes, page->len, WIRE_ANSWER, &record,
		    &problems) != WIRE_OK ||
		record->values[0].list->count != EVENTS) {
		fprintf(stderr, "%s\n", problems.count > 0 ? problems.list[0].message : "?");
		exit(1);
	}
	wire_record_unref(record);
	wire_problems_finish(&problems);
}

__attribute__((noinline)) static void parse_tree(const struct wire_buffer *page) {
	struct json_tokener *tokener = json_tokener_new();
	struct json_object *tree = json_tokener_parse_ex(tokener, page->bytes, (int)page->len);

	if (tree == NULL) {
		exit(1);
	}
	json_object_put(tree);
	json_tokener_free(tokener);
}

static double cost_us(
	void (*work)(const struct wire_buffer *), const struct wire_buffer *page, long pages) {
	double from = cpu_us();

	for (long i = 0; i < pages; i++) {
		work(page);
	}
	return (cpu_us() - from) / (double)pages;
}

int main(int argc, char **argv) {
	struct wire_buffer page = WIRE_BUFFER_EMPTY;

	if (argc != 3) {
		fprintf(stderr, "usage: decode_vs_jsonc PAGES ROUNDS\n");
		return 64;
	}
	put_page(&page);
	for (long round = 0; round < atol(argv[2]); round++) {
		double ours = cost_us(decode, &page, atol(argv[1]));
		double tree = cost_us(parse_tree, &page, atol(argv[1]));
		printf("%.1f %.1f %.3f\n", ours, tree, ours / tree);
	}
	wire_buffer_finish(&page);
	return 0;
}
