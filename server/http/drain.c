/* drain.c: the end without a failed request.
 *
 *   SIGTERM ─> lame duck: /livez 503, answers close their connections, everything is still served
 *           ─> closing: listeners accept what waits and close, idle connections are swept
 *           ─> no connection left, or the deadline
 *
 * The balancer needs the lame duck: it goes on sending until its health check has failed a few times. */
#include <time.h>
#include <unistd.h>

#include "server/base/log.h"
#include "server/http/worker.h"

static void sleep_us(uint64_t us) {
	struct timespec left = { .tv_sec = (time_t)(us / 1000000),
		.tv_nsec = (long)(us % 1000000) * 1000 };
	while (nanosleep(&left, &left) != 0) {
	}
}

static uint64_t open_connections(const struct server *server) {
	uint64_t count = 0;
	for (unsigned i = 0; i < server->worker_count; i++) {
		count += atomic_load(&server->workers[i].connections);
	}
	return count;
}

/* A phase is noticed by a loop's tick: within a second, and a loop that took a tick since has no listener. */
static bool wait_for_silence(const struct server *server, uint64_t until_us) {
	uint64_t quiet_since_us = 0;

	while (monotonic_us() < until_us) {
		if (open_connections(server) > 0) {
			quiet_since_us = 0;
		} else if (quiet_since_us == 0) {
			quiet_since_us = monotonic_us();
		} else if (monotonic_us() - quiet_since_us > 1500000) {
			return true;
		}
		sleep_us(50000);
	}
	return open_connections(server) == 0;
}

bool server_drain(struct server *server) {
	uint64_t start_us = monotonic_us();

	LOG_EVENT(LOG_LEVEL_INFO, "draining",
		LOG_NUMBER("connections", (int64_t)open_connections(server)));
	atomic_store(&server->phase, PHASE_LAME_DUCK);
	news_end();
	sleep_us(server->config->lame_duck_us);
	atomic_store(&server->phase, PHASE_CLOSING);
	for (int kind = 0; kind < DOOR_COUNT; kind++) {
		if (server->listen_fds[kind] >= 0) {
			close(server->listen_fds[kind]);
		}
	}
	bool silent = wait_for_silence(server, start_us + server->config->drain_deadline_us);
	LOG_EVENT(silent ? LOG_LEVEL_INFO : LOG_LEVEL_WARNING,
		silent ? "drained" : "drain deadline passed",
		LOG_NUMBER("connections", (int64_t)open_connections(server)));
	return silent;
}
