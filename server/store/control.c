/* control.c: a thread with one connection that listens.
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

#include "server/base/log.h"
#include "server/base/loop.h"
#include "server/store/dial.h"
#include "server/store/embedded.h"
#include "server/store/resolve.h"

#define RECORD_USE_US 3600000000ULL /* the migrator drops functions not used for a day */

atomic_uint auth_epoch;
atomic_bool listener_up;

struct control {
	const struct config *config;
	struct dial *dial;
	pthread_t thread;
	int stop_fd;
	PGconn *pg;
	uint64_t recorded_us;
};

/* 1: the socket is ready; 0: time is up; -1: told to stop. fd -1: only wait. */
static int wait_for(struct control *control, int fd, short events, uint64_t timeout_us) {
	struct pollfd both[] = { { .fd = control->stop_fd, .events = POLLIN },
		{ .fd = fd, .events = events } };
	int ready = poll(both, 2, (int)(timeout_us / 1000));
	if (both[0].revents != 0) {
		return -1;
	}
	return ready > 0 ? 1 : 0;
}

/* Names are resolved by libpq here: this thread has time. */
static bool connect_once(struct control *control) {
	uint64_t due_us = monotonic_us() + control->config->database_deadline_us;
	PostgresPollingStatusType next = PGRES_POLLING_WRITING;
	control->pg = dial_start(control->dial, NULL);
	if (control->pg == NULL || PQstatus(control->pg) == CONNECTION_BAD) {
		return false;
	}
	while (next == PGRES_POLLING_READING || next == PGRES_POLLING_WRITING) {
		uint64_t now_us = monotonic_us();
		short events = next == PGRES_POLLING_READING ? POLLIN : POLLOUT;
		if (now_us >= due_us || wait_for(control, PQsocket(control->pg), events,
						due_us - now_us + 1000) != 1) {
			return false;
		}
		next = PQconnectPoll(control->pg);
	}
	return next == PGRES_POLLING_OK;
}

static bool take_input(struct control *control) {
	PGnotify *notice = NULL;
	bool heard = false, alive = PQconsumeInput(control->pg) == 1;
	while ((notice = PQnotifies(control->pg)) != NULL) {
		heard = true;
		PQfreemem(notice);
	}
	if (heard) {
		atomic_fetch_add(&auth_epoch, 1);
	}
	return alive && PQstatus(control->pg) == CONNECTION_OK;
}

static bool await_answer(struct control *control) {
	uint64_t due_us = monotonic_us() + control->config->database_deadline_us;
	while (PQisBusy(control->pg)) {
		uint64_t now_us = monotonic_us();
		if (now_us >= due_us ||
			wait_for(control, PQsocket(control->pg), POLLIN, due_us - now_us + 1000) !=
				1 ||
			!take_input(control)) {
			return false;
		}
	}
	return true;
}

/* Every answer is read to its end. */
static bool perform(struct control *control, const char *sql, const char *value) {
	if (PQsendQueryParams(control->pg, sql, value != NULL, NULL, &value, NULL, NULL, 0) == 0) {
		return false;
	}
	PGresult *result = NULL;
	bool good = true;
	while (await_answer(control) && (result = PQgetResult(control->pg)) != NULL) {
		good = good && PQresultStatus(result) != PGRES_FATAL_ERROR;
		PQclear(result);
	}
	return good && !PQisBusy(control->pg) && PQstatus(control->pg) == CONNECTION_OK;
}

static bool record_use(struct control *control) {
	control->recorded_us = monotonic_us();
	return perform(control,
		"UPDATE public.function_schemas SET used_at = now() WHERE name = $1",
		functions_schema);
}

/* What happened before LISTEN nobody told us: the epoch moves behind it. */
static bool start_listening(struct control *control) {
	if (!connect_once(control) || !perform(control, "LISTEN " CONTROL_CHANNEL, NULL) ||
		!record_use(control)) {
		return false;
	}
	atomic_fetch_add(&auth_epoch, 1);
	atomic_store(&listener_up, true);
	return true;
}

/* Until the connection is lost, or -1: told to stop. */
static int listen_on(struct control *control) {
	for (;;) {
		int ready = wait_for(control, PQsocket(control->pg), POLLIN, 60000000);
		if (ready < 0) {
			return -1;
		}
		if (ready > 0 && !take_input(control)) {
			return 0;
		}
		if (monotonic_us() - control->recorded_us > RECORD_USE_US && !record_use(control)) {
			return 0;
		}
	}
}

static void *run_control(void *context) {
	struct control *control = context;
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
				LOG_TEXT("reason", control->pg != NULL ? PQerrorMessage(control->pg)
								       : "out of memory"));
		}
		PQfinish(control->pg);
		control->pg = NULL;
		if (stopped == 0) {
			stopped = wait_for(control, -1, 0, control->config->reconnect_max_us) < 0
					  ? -1
					  : 0;
		}
	}
	return NULL;
}

struct control *control_start(const struct config *config) {
	char error[200];
	struct control *control = calloc(1, sizeof(*control));
	if (control == NULL) {
		return NULL;
	}
	control->config = config;
	control->stop_fd = eventfd(0, EFD_CLOEXEC);
	control->dial = dial_new(config, functions_schema, error, sizeof(error));
	if (control->stop_fd < 0 || control->dial == NULL ||
		pthread_create(&control->thread, NULL, run_control, control) != 0) {
		dial_free(control->dial);
		if (control->stop_fd >= 0) {
			close(control->stop_fd);
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
	ssize_t written = write(control->stop_fd, &one, sizeof(one));
	(void)written;
	pthread_join(control->thread, NULL);
	close(control->stop_fd);
	dial_free(control->dial);
	free(control);
}
