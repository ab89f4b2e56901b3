/* log_test.c: lines through the queue, and a reader that stands still. */
#include "server/base/log.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/base/loop.h"
#include "tests/unit/suite.h"

static char *read_all(int fd) {
	struct stat about;
	fstat(fd, &about);
	char *text = calloc(1, (size_t)about.st_size + 1);
	if (pread(fd, text, (size_t)about.st_size, 0) != about.st_size) {
		text[0] = '\0';
	}
	return text;
}

static size_t count_lines(const char *text) {
	size_t lines = 0;
	for (; *text != '\0'; text++) {
		lines += *text == '\n';
	}
	return lines;
}

static int temporary(void) {
	FILE *file = tmpfile();
	int fd = dup(fileno(file));
	fclose(file);
	return fd;
}

static void a_line_is_one_json_object_whatever_the_text(void) {
	int fd = temporary();
	CU_ASSERT_TRUE(log_start(LOG_LEVEL_INFO, fd));
	LOG_EVENT(LOG_LEVEL_WARNING, "a \"quoted\"\nmessage", LOG_TEXT("name", "x\ty"),
		LOG_NUMBER("count", -3), LOG_BOOL("good", false), LOG_TEXT("none", NULL));
	LOG_EVENT(LOG_LEVEL_DEBUG, "not wanted");
	log_stop();
	char *text = read_all(fd);
	CU_ASSERT_EQUAL(count_lines(text), 1);
	CU_ASSERT_PTR_NOT_NULL(
		strstr(text, ",\"level\":\"warning\",\"message\":\"a \\\"quoted\\\"\\nmessage\","
			     "\"name\":\"x\\ty\",\"count\":-3,\"good\":false,\"none\":null}\n"));
	free(text);
	close(fd);
}

#define EACH 2000
static void *log_many(void *nothing) {
	for (int i = 0; i < EACH; i++) {
		LOG_EVENT(LOG_LEVEL_INFO, "one of many", LOG_NUMBER("n", i));
	}
	return nothing;
}

static void lines_of_many_threads_are_whole_and_none_is_lost(void) {
	int fd = temporary();
	pthread_t threads[4];
	uint64_t dropped = log_dropped();
	CU_ASSERT_TRUE(log_start(LOG_LEVEL_INFO, fd));
	for (int i = 0; i < 4; i++) {
		pthread_create(&threads[i], NULL, log_many, NULL);
	}
	for (int i = 0; i < 4; i++) {
		pthread_join(threads[i], NULL);
	}
	log_stop();
	char *text = read_all(fd);
	CU_ASSERT_EQUAL(count_lines(text) + (log_dropped() - dropped), 4 * EACH);
	free(text);
	close(fd);
}

static void a_reader_that_stands_still_costs_lines_not_time(void) {
	int ends[2];
	CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
	uint64_t dropped = log_dropped(), began_us = monotonic_us();
	CU_ASSERT_TRUE(log_start(LOG_LEVEL_INFO, ends[1]));
	for (int i = 0; i < 20000; i++) {
		LOG_EVENT(LOG_LEVEL_INFO, "nobody reads this");
	}
	CU_ASSERT_TRUE(monotonic_us() - began_us < 1000000);
	CU_ASSERT_TRUE(log_dropped() > dropped);
	close(ends[0]); /* the writer gets EPIPE and can end */
	log_stop();
	close(ends[1]);
}

static void without_a_writer_lines_go_nowhere(void) {
	LOG_EVENT(LOG_LEVEL_ERROR, "before the start");
	CU_ASSERT_FALSE(log_wanted(LOG_LEVEL_ERROR));
	log_stop();
}

int main(void) {
	signal(SIGPIPE, SIG_IGN);
	CU_TestInfo tests[] = {
		{ "a line is one JSON object whatever the text",
			a_line_is_one_json_object_whatever_the_text },
		{ "lines of many threads are whole and none is lost uncounted",
			lines_of_many_threads_are_whole_and_none_is_lost },
		{ "a reader that stands still costs lines, not time",
			a_reader_that_stands_still_costs_lines_not_time },
		{ "without a writer lines go nowhere", without_a_writer_lines_go_nowhere },
		CU_TEST_INFO_NULL,
	};
	return run_suite("log", tests);
}
