/* ready.c: the server serves its probes from the first moment; the database may come later. A start that waits
 * for the database would be killed by whoever watches /livez, and then all containers start at once. */
#include "server/ready.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "server/base/log.h"
#include "server/store/control.h"
#include "server/store/migrate.h"

enum { FIRST_PAUSE_MS = 100, LONGEST_PAUSE_MS = 2000 };

static _Atomic(const char *) why_not_ready = "starting";

/* The words of the migration go to the log, one line each. */
static void log_lines(char *text, enum log_level level) {
	char *rest = text;

	for (char *line = strsep(&rest, "\n"); line != NULL; line = strsep(&rest, "\n")) {
		if (*line != 0) {
			LOG_EVENT(level, "schema", LOG_TEXT("detail", line));
		}
	}
}

static enum migrate_state bring_up(const struct config *config) {
	char *text = NULL;
	size_t len = 0;
	FILE *words = open_memstream(&text, &len);
	enum migrate_state state;

	if (words == NULL) {
		return MIGRATE_UNREACHABLE;
	}
	if (config->auto_migrate) {
		state = migrate_run(config->database_url, words) == 0 ? MIGRATE_CURRENT
								      : MIGRATE_UNREACHABLE;
	} else {
		state = migrate_check(config->database_url, words);
	}
	fclose(words);
	log_lines(text, state == MIGRATE_CURRENT ? LOG_LEVEL_INFO : LOG_LEVEL_WARNING);
	free(text);
	return state;
}

static void *run(void *data) {
	const struct config *config = data;
	enum migrate_state state;
	long pause_ms = FIRST_PAUSE_MS;

	pthread_setname_np(pthread_self(), "ready");
	while ((state = bring_up(config)) != MIGRATE_CURRENT) {
		atomic_store(&why_not_ready,
			state == MIGRATE_BEHIND ? "schema behind" : "database not ready");
		nanosleep(&(struct timespec){ pause_ms / 1000, pause_ms % 1000 * 1000000 }, NULL);
		pause_ms = pause_ms * 2 > LONGEST_PAUSE_MS ? LONGEST_PAUSE_MS : pause_ms * 2;
	}
	atomic_store(&why_not_ready, NULL);
	LOG_EVENT(LOG_LEVEL_INFO, "schema is current");
	return NULL;
}

static bool is_ready(void *data) {
	(void)data;
	return atomic_load(&why_not_ready) == NULL;
}

static const char *why_not(void *data) {
	(void)data;
	const char *reason = atomic_load(&why_not_ready);
	return reason == NULL ? "ok" : reason;
}

static uint64_t key_epoch(void *data) {
	(void)data;
	return atomic_load(&auth_epoch);
}

static bool is_listening(void *data) {
	(void)data;
	return atomic_load(&listener_up);
}

bool ready_start(const struct config *config, struct control_view *view) {
	pthread_t thread;
	sigset_t all, before;

	*view = (struct control_view){
		.news = { key_epoch, is_listening, NULL }, .ready = is_ready, .why_not = why_not
	};
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	bool started = pthread_create(&thread, NULL, run, (void *)config) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (started) {
		pthread_detach(thread);
	}
	return started;
}
