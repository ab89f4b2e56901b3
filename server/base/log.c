/* log.c: lines wait in a ring for the one thread that writes them.
 *
 * Turned down: writing from the loops (a blocked stdout would stop all requests). */
#include "server/base/log.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "server/base/ring.h"

#define LINE_MAX_BYTES 65536
#define GATHER_US 2000 /* lines of so long are written together */
#define STOP_WAIT_S 1

struct line {
	size_t len;
	char text[];
};

static struct {
	struct ring lines;
	atomic_bool running, stopping, asleep;
	_Atomic uint64_t dropped;
	enum log_level least;
	int fd, wake_fd;
	pthread_t thread;
} journal;

/* ---- the queue ----------------------------------------------------------------------------------------- */

static void drop(void) {
	atomic_fetch_add_explicit(&journal.dropped, 1, memory_order_relaxed);
}

static void wake(void) {
	if (atomic_exchange(&journal.asleep, false)) {
		uint64_t one = 1;
		ssize_t written = write(journal.wake_fd, &one, sizeof(one));
		(void)written;
	}
}

static void queue_line(const char *text, size_t len) {
	struct line *line = len <= LINE_MAX_BYTES ? malloc(sizeof(*line) + len) : NULL;
	if (line == NULL) {
		drop();
		return;
	}
	line->len = len;
	memcpy(line->text, text, len);
	if (!ring_push(&journal.lines, line)) {
		free(line);
		drop();
		return;
	}
	wake();
}

/* ---- the writer thread --------------------------------------------------------------------------------- */

static bool write_all(const char *bytes, size_t len) {
	while (len > 0) {
		ssize_t written = write(journal.fd, bytes, len);
		if (written < 0 && errno == EAGAIN) {
			struct pollfd ready = { .fd = journal.fd, .events = POLLOUT };
			poll(&ready, 1, 1000);
			continue;
		}
		if (written < 0 && errno != EINTR) {
			return false;
		}
		bytes += written > 0 ? written : 0;
		len -= written > 0 ? (size_t)written : 0;
	}
	return true;
}

static bool write_queued(void) {
	struct wire_buffer text = WIRE_BUFFER_EMPTY;
	uint64_t lines = 0;
	struct line *line = NULL;
	while (text.len < LINE_MAX_BYTES && (line = ring_pull(&journal.lines)) != NULL) {
		wire_put(&text, line->text, line->len);
		free(line);
		lines++;
	}
	if (text.failed || !write_all(text.bytes, text.len)) {
		atomic_fetch_add_explicit(&journal.dropped, lines, memory_order_relaxed);
	}
	wire_buffer_finish(&text);
	return lines > 0;
}

static void sleep_until_woken(void) {
	atomic_store(&journal.asleep, true);
	/* A line that came between the last look and this sleep has not woken anybody: look again by the clock. */
	struct pollfd ready = { .fd = journal.wake_fd, .events = POLLIN };
	poll(&ready, 1, 100);
	atomic_store(&journal.asleep, false);
	uint64_t count;
	ssize_t got = read(journal.wake_fd, &count, sizeof(count));
	(void)got;
	if (!atomic_load(&journal.stopping)) {
		usleep(GATHER_US);
	}
}

static void *writer(void *nothing) {
	(void)nothing;
	for (;;) {
		bool stopping = atomic_load(&journal.stopping);
		while (write_queued()) {
		}
		if (stopping) {
			return NULL;
		}
		sleep_until_woken();
	}
}

bool log_start(enum log_level least, int fd) {
	ring_init(&journal.lines);
	journal.least = least;
	journal.fd = fd;
	atomic_store(&journal.stopping, false);
	journal.wake_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	if (journal.wake_fd < 0 || pthread_create(&journal.thread, NULL, writer, NULL) != 0) {
		return false;
	}
	atomic_store(&journal.running, true);
	return true;
}

void log_stop(void) {
	if (!atomic_exchange(&journal.running, false)) {
		return;
	}
	atomic_store(&journal.stopping, true);
	atomic_store(&journal.asleep, true);
	wake();
	struct timespec until;
	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += STOP_WAIT_S;
	if (pthread_timedjoin_np(journal.thread, NULL, &until) != 0) {
		pthread_detach(journal.thread); /* stuck in write(2): the process ends without it */
		return;
	}
	close(journal.wake_fd);
}

/* ---- lines --------------------------------------------------------------------------------------------- */

bool log_wanted(enum log_level level) {
	return level >= journal.least &&
	       atomic_load_explicit(&journal.running, memory_order_relaxed);
}

uint64_t log_dropped(void) {
	return atomic_load_explicit(&journal.dropped, memory_order_relaxed);
}

/* Every request has a line: a second is written once, and its milliseconds by hand. */
static void put_now(struct wire_buffer *line) {
	static __thread char text[32];
	static __thread time_t written;
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	if (now.tv_sec != written) {
		struct tm parts;
		strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%S.", gmtime_r(&now.tv_sec, &parts));
		written = now.tv_sec;
	}
	unsigned ms = (unsigned)(now.tv_nsec / 1000000);
	wire_put_str(line, text);
	wire_put(line,
		(char[]){ (char)('0' + ms / 100), (char)('0' + ms / 10 % 10), (char)('0' + ms % 10),
			'Z' },
		4);
}

void log_open_line(struct wire_buffer *line, enum log_level level, const char *message) {
	static const char *const names[] = { "debug", "info", "warning", "error" };

	wire_put_str(line, "{\"time\":\"");
	put_now(line);
	wire_put_str(line, "\",\"level\":\"");
	wire_put_str(line, names[level]);
	wire_put_str(line, "\",\"message\":");
	wire_put_json_text(line, message, strlen(message));
}

void log_put_field(struct wire_buffer *line, const struct log_field *field) {
	wire_put(line, ",\"", 2);
	wire_put_str(line, field->key);
	wire_put(line, "\":", 2);
	if (field->type == LOG_FIELD_NUMBER) {
		wire_put_int(line, field->number);
	} else if (field->type == LOG_FIELD_BOOL) {
		wire_put_str(line, field->number != 0 ? "true" : "false");
	} else if (field->text == NULL) {
		wire_put_str(line, "null");
	} else {
		wire_put_json_text(line, field->text, strlen(field->text));
	}
}

void log_close_line(struct wire_buffer *line) {
	wire_put_str(line, "}\n");
	if (line->failed) {
		drop();
	} else if (atomic_load_explicit(&journal.running, memory_order_relaxed)) {
		queue_line(line->bytes, line->len);
	}
	wire_buffer_clear(line);
}

void log_fields(enum log_level level, const char *message, const struct log_field *fields) {
	struct wire_buffer line = WIRE_BUFFER_EMPTY;
	log_open_line(&line, level, message);
	for (const struct log_field *field = fields; field->key != NULL; field++) {
		log_put_field(&line, field);
	}
	log_close_line(&line);
	wire_buffer_finish(&line);
}
