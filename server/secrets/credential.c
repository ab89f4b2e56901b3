/* credential.c: the one that counts, and the thread that finds the next.
 *
 *   refused ─> current, if it is another ─> pending, if it is another ─> pause, 0.25 s to 8 s ─> …
 *
 * Of a secret in the middle of its rotation the database may know the pending version already and the current one no more.
 * Which version it was is forgotten: the one after a refusal is always the first that differs from the refused. */
#include "server/secrets/credential.h"

#include <pthread.h>
#include <string.h>
#include <time.h>

#include "server/base/log.h"
#include "server/secrets/source.h"

enum { PAUSE_MIN_MS = 250, PAUSE_MAX_MS = 8000 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static const char *source_text; /* "": none */
static struct credential current; /* all below with the lock held */
static bool has_current, is_refused;

bool credential_from_is_good(const char *from, FILE *errors) {
	struct source source;

	if (from[0] == '\0' || source_parse(&source, from)) {
		return true;
	}
	fputs("API_DATABASE_PASSWORD_FROM: takes file:PATH, env:NAME or secretsmanager:ID\n",
		errors);
	return false;
}

static struct timespec in_ms(unsigned ms) {
	struct timespec at;

	clock_gettime(CLOCK_REALTIME, &at);
	at.tv_sec += ms / 1000;
	at.tv_nsec += (long)(ms % 1000) * 1000000;
	if (at.tv_nsec >= 1000000000) {
		at.tv_sec++;
		at.tv_nsec -= 1000000000;
	}
	return at;
}

static bool is_another(const struct credential *one, const struct credential *other) {
	return strcmp(one->user, other->user) != 0 || strcmp(one->password, other->password) != 0;
}

/* Without the lock: the source may take seconds. */
static bool find_another(
	const struct credential *refused, struct credential *found, char *why, size_t room) {
	struct source source;

	source_parse(&source, source_text);
	for (int stage = 0; stage < SOURCE_STAGES; stage++) {
		if (source_read(&source, stage, found, why, room) && is_another(found, refused)) {
			return true;
		}
	}
	return false;
}

static void take(const struct credential *found) {
	pthread_mutex_lock(&lock);
	current = *found;
	has_current = true;
	is_refused = false;
	pthread_cond_broadcast(&changed);
	pthread_mutex_unlock(&lock);
}

static void await_refusal(struct credential *refused) {
	pthread_mutex_lock(&lock);
	while (!is_refused) {
		pthread_cond_wait(&changed, &lock);
	}
	*refused = current;
	pthread_mutex_unlock(&lock);
}

static void sleep_ms(unsigned ms) {
	nanosleep(&(struct timespec){ ms / 1000, ms % 1000 * 1000000 }, NULL);
}

/* Who is still refused says so again. */
static void settle(void) {
	pthread_mutex_lock(&lock);
	is_refused = false;
	pthread_mutex_unlock(&lock);
}

/* The pause stands behind each answer, good or not: two versions that are both refused must not chase each other. */
static void *run(void *data) {
	struct credential refused, found;
	char why[SOURCE_WHY_ROOM];
	(void)data;

	pthread_setname_np(pthread_self(), "secret");
	for (unsigned pause_ms = PAUSE_MIN_MS;;) {
		await_refusal(&refused);
		why[0] = '\0';
		if (find_another(&refused, &found, why, sizeof(why))) {
			take(&found);
			pause_ms = PAUSE_MIN_MS;
			LOG_EVENT(LOG_LEVEL_INFO, "the database's password was read again",
				LOG_TEXT("user", found.user));
			sleep_ms(pause_ms);
		} else {
			LOG_EVENT(LOG_LEVEL_WARNING, "no other password for the database was found",
				LOG_TEXT("reason", why));
			sleep_ms(pause_ms);
			pause_ms = pause_ms * 2 > PAUSE_MAX_MS ? PAUSE_MAX_MS : pause_ms * 2;
			settle();
		}
		explicit_bzero(&refused, sizeof(refused));
		explicit_bzero(&found, sizeof(found));
	}
	return NULL;
}

bool credential_start(const char *from, FILE *errors) {
	struct credential none = { 0 }, found;
	char why[SOURCE_WHY_ROOM] = "";
	pthread_t thread;

	source_text = from;
	if (from[0] == '\0') {
		return true;
	}
	if (find_another(&none, &found, why, sizeof(why))) {
		take(&found);
	} else {
		fprintf(errors, "API_DATABASE_PASSWORD_FROM: %s\n", why);
	}
	explicit_bzero(&found, sizeof(found));
	return pthread_create(&thread, NULL, run, NULL) == 0 && pthread_detach(thread) == 0;
}

bool credential_get(struct credential *out) {
	pthread_mutex_lock(&lock);
	*out = current;
	bool has = has_current;
	pthread_mutex_unlock(&lock);
	return has;
}

static bool has_source(void) {
	return source_text != NULL && source_text[0] != '\0';
}

bool credential_refused(const char *password) {
	if (!has_source()) {
		return false;
	}
	pthread_mutex_lock(&lock);
	if (!has_current || strcmp(password, current.password) == 0) {
		is_refused = true;
		pthread_cond_broadcast(&changed);
	}
	pthread_mutex_unlock(&lock);
	return true;
}

bool credential_renew(const char *password, unsigned wait_ms) {
	struct timespec until = in_ms(wait_ms);
	bool is_same = true;

	credential_refused(password);
	pthread_mutex_lock(&lock);
	while (has_source() && (is_same = strcmp(current.password, password) == 0) &&
		pthread_cond_timedwait(&changed, &lock, &until) == 0) {
	}
	pthread_mutex_unlock(&lock);
	return !is_same;
}
