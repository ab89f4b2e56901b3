/* control.c: a thread with one connection that listens, and does the house work once an hour.
 *
 * It may block, it serves nobody; but it must end when told to, so it waits in poll() beside an eventfd. */
#include "server/store/control.h"

#include <errno.h>
#include <libpq-fe.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "server/base/chore_metrics.h"
#include "server/base/log.h"
#include "server/base/loop.h"
#include "server/store/embedded.h"
#include "server/store/news.h"
#include "server/store/session.h"
#include "server/store/store.h"
#include "server/store/zone_refresh.h"

#define CHORES_US 3600000000ULL
#define CHORES_AGAIN_US 60000000ULL /* when one could not be done */
#define BATCHES_MAX 2000 /* of 1000 rows; the rest is the next hour's */

atomic_uint auth_epoch;
atomic_bool listener_up;

struct control {
	struct session session;
	pthread_t thread;
	uint64_t chores_at_us; /* not before */
};

/* What libpq has read already: also while it waited for an answer, when the socket will not tell. */
static void hear_notices(struct session *session) {
	PGnotify *notice = NULL;
	bool keys = false;
	while ((notice = PQnotifies(session->pg)) != NULL) {
		if (strcmp(notice->relname, NEWS_CHANNEL) == 0) {
			news_hear(notice->extra);
		} else {
			keys = true;
		}
		PQfreemem(notice);
	}
	if (keys) {
		atomic_fetch_add(&auth_epoch, 1);
	}
}

/* Rows changed, or the second column of the only row: the first is the outcome. */
static long count_in(const PGresult *result) {
	bool row = PQntuples(result) == 1 && PQnfields(result) > 1;
	return strtol(row ? PQgetvalue(result, 0, 1) : PQcmdTuples((PGresult *)result), NULL, 10);
}

PGresult *control_ask(struct control *control, const char *name, const char *const values[]) {
	const struct statement *statement = statement_find(name);
	PGresult *result = statement == NULL ? NULL
					     : session_query(&control->session, statement->sql,
						       statement->param_count, values);
	if (result == NULL) {
		LOG_EVENT(LOG_LEVEL_WARNING, "a chore was not done", LOG_TEXT("statement", name),
			LOG_TEXT("reason", session_error(&control->session)));
	}
	return result;
}

/* The count, or -1: it failed. */
static long take_count(PGresult *result) {
	long count = result == NULL ? -1 : count_in(result);
	PQclear(result);
	return count;
}

static long perform(struct control *control, const char *sql, const char *value) {
	return take_count(session_query(&control->session, sql, value != NULL, &value));
}

/* ---- house work --------------------------------------------------------------------------- */

static long do_chore(struct control *control, const char *name) {
	return take_count(control_ask(control, name, NULL));
}

/* A bounded batch at a time, until one finds nothing to do. */
static bool do_batches(struct control *control, const char *name) {
	uint64_t start_us = monotonic_us();
	long all = 0, batch = 1;
	for (int i = 0; i < BATCHES_MAX && batch > 0; i++) {
		batch = do_chore(control, name);
		all += batch > 0 ? batch : 0;
	}
	chore_metrics_ran(name, batch >= 0, (uint64_t)all, monotonic_us() - start_us);
	if (all > 0) {
		LOG_EVENT(LOG_LEVEL_INFO, "a chore was done", LOG_TEXT("statement", name),
			LOG_NUMBER("rows", all));
	}
	return batch >= 0;
}

/* The migrator drops functions that nobody used for a day. No row: it has not made ours yet. */
static bool do_chores(struct control *control) {
	static const char *const chores[] = { "extend_audit", "purge_idempotency",
		"purge_tombstones", "purge_deliveries" };
	bool good = perform(control,
			    "UPDATE public.function_schemas SET used_at = now() WHERE name = $1",
			    functions_schema) == 1;
	for (size_t i = 0; good && i < sizeof(chores) / sizeof(*chores); i++) {
		good = do_batches(control, chores[i]);
	}
	return good && zone_refresh(control);
}

static void do_due_chores(struct control *control) {
	if (control->chores_at_us <= monotonic_us()) {
		control->chores_at_us =
			monotonic_us() + (do_chores(control) ? CHORES_US : CHORES_AGAIN_US);
	}
}

/* ---- listening ---------------------------------------------------------------------------- */

/* What happened before LISTEN nobody told us: the epoch moves behind it, and who waits for changes looks again. */
static bool start_listening(struct control *control) {
	if (!session_connect(&control->session) ||
		perform(control, "LISTEN " CONTROL_CHANNEL, NULL) < 0 ||
		perform(control, "LISTEN " NEWS_CHANNEL, NULL) < 0) {
		return false;
	}
	atomic_fetch_add(&auth_epoch, 1);
	news_hear(NEWS_ALL);
	atomic_store(&listener_up, true);
	return true;
}

/* Until the connection is lost, or -1: told to stop. */
static int listen_on(struct control *control) {
	struct session *session = &control->session;
	for (;;) {
		do_due_chores(control);
		hear_notices(session);
		if (!session_is_usable(session)) {
			return 0;
		}
		int ready = session_wait(session, PQsocket(session->pg), POLLIN, CHORES_AGAIN_US);
		if (ready < 0) {
			return -1;
		}
		if (ready > 0 && !session_read(session)) {
			return 0;
		}
	}
}

static void *run_control(void *context) {
	struct control *control = context;
	struct session *session = &control->session;
	bool logged = false;
	int stopped = 0;
	while (stopped == 0) {
		if (start_listening(control)) {
			logged = false;
			stopped = listen_on(control);
			atomic_store(&listener_up, false);
		}
		if (stopped == 0 && !logged) {
			logged = true;
			LOG_EVENT(LOG_LEVEL_WARNING, "changes of API keys are not heard of at once",
				LOG_TEXT("reason", session_error(session)));
		}
		session_close(session);
		if (stopped == 0) {
			stopped = session_wait(session, -1, 0, session->config->reconnect_max_us);
		}
	}
	return NULL;
}

struct control *control_start(const struct config *config) {
	struct control *control = calloc(1, sizeof(*control));
	if (control == NULL) {
		return NULL;
	}
	bool good = session_init(&control->session, config);
	control->session.on_input = hear_notices;
	control->session.stop_fd = eventfd(0, EFD_CLOEXEC);
	if (!good || control->session.stop_fd < 0 ||
		pthread_create(&control->thread, NULL, run_control, control) != 0) {
		session_finish(&control->session);
		if (control->session.stop_fd >= 0) {
			close(control->session.stop_fd);
		}
		free(control);
		return NULL;
	}
	return control;
}

void control_stop(struct control *control) {
	if (control == NULL) {
		return;
	}
	uint64_t one = 1;
	ssize_t written = write(control->session.stop_fd, &one, sizeof(one));
	(void)written;
	pthread_join(control->thread, NULL);
	close(control->session.stop_fd);
	session_finish(&control->session);
	free(control);
}
