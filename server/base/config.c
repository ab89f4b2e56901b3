/* config.c: the table of settings, and the reading of an environment by it.
 *
 * All wrong variables are reported in one go: an operator who mends one at a time restarts once for each. A file
 * of settings was turned down: containers, systemd and shells all have an environment. */
#include "server/base/config.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "server/base/config_value.h"

#define MS 1000ULL
#define SECONDS 1000000ULL
#define MINUTES (60 * SECONDS)
#define KIB 1024ULL
#define MIB (1024 * KIB)

#define MEMBER(name) offsetof(struct config, name)

static const struct setting settings[] = {
	{ "DATABASE_URL", SETTING_SECRET, MEMBER(database_url), NULL, 1, 8192,
		"PostgreSQL to work on: postgresql://user:password@host:port/database or libpq's "
		"key=value form; required" },
	{ "API_LISTEN", SETTING_ADDRESS, MEMBER(listen), "127.0.0.1:8080", 0, 0,
		"address and port of the service" },
	{ "API_ADMIN_LISTEN", SETTING_ADDRESS, MEMBER(admin_listen), "127.0.0.1:9090", 0, 0,
		"address and port of metrics and readiness details; keep it private" },
	{ "API_TLS_LISTEN", SETTING_ADDRESS, MEMBER(tls_listen), "127.0.0.1:8443", 0, 0,
		"address and port of the service over TLS, when API_TLS_CERT_FILE is set" },
	{ "API_TLS_CERT_FILE", SETTING_TEXT, MEMBER(tls_cert_file), "", 1, 4096,
		"PEM file of the certificate and those between it and its root; read again on "
		"SIGHUP; empty: no TLS" },
	{ "API_TLS_KEY_FILE", SETTING_TEXT, MEMBER(tls_key_file), "", 1, 4096,
		"PEM file of its private key; read again on SIGHUP" },
	{ "API_LOOPS", SETTING_COUNT, MEMBER(loops), "2", 1, 64,
		"event loops, each a thread with connections of its own" },
	{ "API_READ_CONNECTIONS", SETTING_COUNT, MEMBER(read_connections), "2", 1, 32,
		"PostgreSQL connections for reads, per loop" },
	{ "API_WRITE_CONNECTIONS", SETTING_COUNT, MEMBER(write_connections), "2", 1, 32,
		"PostgreSQL connections for writes, per loop" },
	{ "API_LEASED_CONNECTIONS", SETTING_COUNT, MEMBER(leased_connections), "1", 1, 8,
		"PostgreSQL connections for transactions of several statements, per loop" },
	{ "API_DATABASE_PASSWORD_FROM", SETTING_TEXT, MEMBER(password_from), "", 1, 4096,
		"file:PATH, env:NAME or secretsmanager:ID, where the database's password, or JSON "
		"with username and password, is read, again when it is refused; empty: it stands "
		"in DATABASE_URL" },
	{ "API_REPLICA_URL", SETTING_SECRET, MEMBER(replica_url), "", 1, 8192,
		"a replica of that PostgreSQL, for reads of those who say what they have seen; "
		"empty: "
		"the primary serves all" },
	{ "API_REPLICA_CONNECTIONS", SETTING_COUNT, MEMBER(replica_connections), "2", 1, 32,
		"connections to the replica, per loop; none without API_REPLICA_URL" },
	{ "API_PIPELINE_DEPTH", SETTING_COUNT, MEMBER(pipeline_depth), "16", 1, 256,
		"reads in flight on one connection" },
	{ "API_QUEUE", SETTING_COUNT, MEMBER(queue), "512", 1, 100000,
		"reads, and as many writes, waiting for a connection, per loop; one calendar's "
		"writes half of it; past it 503" },
	{ "API_QUEUE_AGE", SETTING_DURATION, MEMBER(queue_age_us), "1s", 10 * MS, MINUTES,
		"longest wait for a connection; past it 503" },
	{ "API_DATABASE_DEADLINE", SETTING_DURATION, MEMBER(database_deadline_us), "4s", 100 * MS,
		10 * MINUTES,
		"longest wait for an answer of PostgreSQL; past it the connection is dropped" },
	{ "API_STATEMENT_TIMEOUT", SETTING_DURATION, MEMBER(statement_timeout_us), "3s", 10 * MS,
		10 * MINUTES,
		"statement_timeout of PostgreSQL; shorter than API_DATABASE_DEADLINE" },
	{ "API_LOCK_TIMEOUT", SETTING_DURATION, MEMBER(lock_timeout_us), "1s", 10 * MS,
		10 * MINUTES, "lock_timeout of PostgreSQL; shorter than API_STATEMENT_TIMEOUT" },
	{ "API_REQUEST_DEADLINE", SETTING_DURATION, MEMBER(request_deadline_us), "10s", 100 * MS,
		10 * MINUTES,
		"longest time for a request, where the operation has none of its own" },
	{ "API_RECONNECT_MIN", SETTING_DURATION, MEMBER(reconnect_min_us), "50ms", 1 * MS, MINUTES,
		"first pause after a failed connect; doubles, with jitter" },
	{ "API_RECONNECT_MAX", SETTING_DURATION, MEMBER(reconnect_max_us), "500ms", 1 * MS,
		10 * MINUTES, "longest pause between connects" },
	{ "API_RATE_LIMIT", SETTING_COUNT, MEMBER(rate_limit), "100", 0, 1000000,
		"requests a second and key; 0: no limit" },
	{ "API_RATE_BURST", SETTING_COUNT, MEMBER(rate_burst), "200", 1, 1000000,
		"requests a key may make at once after a pause" },
	{ "API_ADDRESS_LIMIT", SETTING_COUNT, MEMBER(address_limit), "100", 0, 1000000,
		"requests that bring no key or need none, a second and client address; 0: no "
		"limit" },
	{ "API_AUTH_FAILURES", SETTING_COUNT, MEMBER(auth_failures), "20", 0, 1000000,
		"failed authentications a minute and client address; 0: no limit" },
	{ "API_AUTH_CACHE", SETTING_COUNT, MEMBER(auth_cache), "10000", 1, 10000000,
		"keys remembered per loop" },
	{ "API_AUTH_TTL", SETTING_DURATION, MEMBER(auth_ttl_us), "60s", 100 * MS, 60 * MINUTES,
		"how long a valid key is remembered" },
	{ "API_AUTH_MISS_TTL", SETTING_DURATION, MEMBER(auth_miss_ttl_us), "5s", 100 * MS,
		60 * MINUTES,
		"how long an unknown key is remembered, and any key while change notices do not "
		"arrive" },
	{ "API_LAME_DUCK", SETTING_DURATION, MEMBER(lame_duck_us), "15s", 0, 10 * MINUTES,
		"how long a stopping server still accepts connections" },
	{ "API_DRAIN_DEADLINE", SETTING_DURATION, MEMBER(drain_deadline_us), "25s", 100 * MS,
		10 * MINUTES, "when a stopping server exits at the latest" },
	{ "API_BODY_MAX", SETTING_SIZE, MEMBER(body_max), "1MiB", KIB, 64 * MIB,
		"largest request body, where the operation has no limit of its own" },
	{ "API_HEAD_TIMEOUT", SETTING_DURATION, MEMBER(head_timeout_us), "10s", SECONDS,
		10 * MINUTES, "longest time for the head of a request to come in" },
	{ "API_BODY_TIMEOUT", SETTING_DURATION, MEMBER(body_timeout_us), "30s", SECONDS,
		10 * MINUTES, "longest time for its body" },
	{ "API_READER_TIMEOUT", SETTING_DURATION, MEMBER(reader_timeout_us), "30s", SECONDS,
		10 * MINUTES, "longest time for a client to take 256 KiB of an answer" },
	{ "API_BODY_BUDGET", SETTING_SIZE, MEMBER(body_budget), "256MiB", MIB, 64 * 1024 * MIB,
		"bytes of requests coming in, and as many of answers going out, in the process; "
		"past "
		"it the largest unfinished requests and the slowest readers are closed" },
	{ "API_MAX_CONNECTIONS", SETTING_COUNT, MEMBER(max_connections), "10000", 1, 1000000,
		"open client connections of the process" },
	{ "API_CURSOR_KEY", SETTING_SECRET, MEMBER(cursor_key), "", 32, 1024,
		"signs list cursors, the same on every server; empty: random, cursors end with the "
		"process" },
	{ "API_SECRET_KEY", SETTING_SECRET, MEMBER(secret_key), "", 32, 1024,
		"seals the signing secrets of webhooks in the database, the same on every server; "
		"empty: there are no webhooks" },
	{ "API_SECRET_KEY_BEFORE", SETTING_SECRET, MEMBER(secret_key_before), "", 32, 1024,
		"the one before, for secrets that were sealed with it" },
	{ "API_WEBHOOK_ALLOW", SETTING_TEXT, MEMBER(webhook_allow), "", 1, 4096,
		"addresses or networks, comma separated, that webhooks may reach though they are "
		"not public" },
	{ "API_WEBHOOK_ALLOW_HTTP", SETTING_BOOLEAN, MEMBER(webhook_allow_http), "false", 0, 0,
		"let webhooks have http:// URLs: whoever listens in reads their messages" },
	{ "API_PUBLIC_URL", SETTING_TEXT, MEMBER(public_url), "", 8, 1024,
		"where clients reach the service, as in https://calendar.example.com; stands "
		"before the "
		"path of a feed's link; empty: the link is a path" },
	{ "API_OTLP_URL", SETTING_TEXT, MEMBER(otlp_url), "", 8, 1024,
		"where a span of each request is posted as OTLP/HTTP JSON, as in "
		"http://127.0.0.1:4318/v1/traces; empty: nowhere" },
	{ "API_TRUSTED_PROXIES", SETTING_TEXT, MEMBER(trusted_proxies), "", 1, 4096,
		"addresses or networks, comma separated, whose X-Forwarded-For is believed" },
	{ "API_CORS_ORIGINS", SETTING_TEXT, MEMBER(cors_origins), "", 1, 4096,
		"origins, comma separated, whose pages a browser lets use the API, as in "
		"https://app.example.com; empty: none" },
	{ "API_LOG_LEVEL", SETTING_LEVEL, MEMBER(log_level), "info", 0, 0,
		"least level that is written: debug, info, warning or error" },
	{ "API_AUTO_MIGRATE", SETTING_BOOLEAN, MEMBER(auto_migrate), "true", 0, 0,
		"bring the database's schema up to date at start" },
};
#define SETTING_COUNT_ALL (sizeof(settings) / sizeof(settings[0]))

/* ---- the environment ----------------------------------------------------------------------------------- */

static const char *find(char *const environment[], const char *name, const char *suffix) {
	size_t name_len = strlen(name), suffix_len = strlen(suffix);
	for (size_t i = 0; environment[i] != NULL; i++) {
		const char *entry = environment[i];
		if (strncmp(entry, name, name_len) == 0 &&
			strncmp(entry + name_len, suffix, suffix_len) == 0 &&
			entry[name_len + suffix_len] == '=') {
			return entry + name_len + suffix_len + 1;
		}
	}
	return NULL;
}

/* NAME_FILE holds the path of a file with the value; a line end at its end is not part of it. */
static char *read_secret_file(const struct setting *setting, const char *path, FILE *errors) {
	char text[8193];
	FILE *file = fopen(path, "re");
	if (file == NULL) {
		fprintf(errors, "%s_FILE: cannot read %s: %m\n", setting->name, path);
		return NULL;
	}
	size_t len = fread(text, 1, sizeof(text) - 1, file);
	bool failed = ferror(file) != 0;
	fclose(file);
	while (len > 0 && (text[len - 1] == '\n' || text[len - 1] == '\r')) {
		len--;
	}
	text[len] = '\0';
	char *copy = failed ? NULL : strdup(text);
	explicit_bzero(text, sizeof(text));
	if (failed) {
		fprintf(errors, "%s_FILE: cannot read %s: %m\n", setting->name, path);
	}
	return copy;
}

static bool read_secret(struct config *config, const struct setting *setting, const char *value,
	const char *path, FILE *errors) {
	if (value != NULL && path != NULL) {
		fprintf(errors, "%s and %s_FILE are both set; only one may be\n", setting->name,
			setting->name);
		return false;
	}
	char *from_file = path != NULL ? read_secret_file(setting, path, errors) : NULL;
	if (path != NULL && from_file == NULL) {
		return false;
	}
	const char *text = from_file != NULL ? from_file : value;
	bool good = true;
	if (text == NULL && setting->fallback == NULL) {
		fprintf(errors, "%s is not set; %s\n", setting->name, setting->help);
		good = false;
	} else {
		good = setting_read(
			setting, text != NULL ? text : setting->fallback, config, errors);
	}
	if (from_file != NULL) {
		explicit_bzero(from_file, strlen(from_file));
		free(from_file);
	}
	return good;
}

static bool read_one(struct config *config, const struct setting *setting,
	char *const environment[], FILE *errors) {
	const char *value = find(environment, setting->name, "");
	if (setting->type == SETTING_SECRET) {
		return read_secret(
			config, setting, value, find(environment, setting->name, "_FILE"), errors);
	}
	return setting_read(setting, value != NULL ? value : setting->fallback, config, errors);
}

/* ---- what belongs to no setting ------------------------------------------------------------------------- */

static bool is_known(const char *name, size_t len) {
	for (size_t i = 0; i < SETTING_COUNT_ALL; i++) {
		size_t known = strlen(settings[i].name);
		if (strncmp(name, settings[i].name, known) != 0) {
			continue;
		}
		bool file = settings[i].type == SETTING_SECRET && len == known + 5 &&
			    strncmp(name + known, "_FILE", 5) == 0;
		if (len == known || file) {
			return true;
		}
	}
	return false;
}

static void warn_of_unknown(char *const environment[], FILE *errors) {
	for (size_t i = 0; environment[i] != NULL; i++) {
		size_t len = strcspn(environment[i], "=");
		if (strncmp(environment[i], "API_", 4) != 0 || is_known(environment[i], len)) {
			continue;
		}
		size_t nearest = 0, least = SIZE_MAX;
		for (size_t j = 0; j < SETTING_COUNT_ALL; j++) {
			size_t distance = edit_distance(
				environment[i], len, settings[j].name, strlen(settings[j].name));
			if (distance < least) {
				least = distance;
				nearest = j;
			}
		}
		fprintf(errors, "warning: %.*s is not a setting; did you mean %s?\n", (int)len,
			environment[i], settings[nearest].name);
	}
}

static bool check_order(
	uint64_t less_us, const char *less, uint64_t more_us, const char *more, FILE *errors) {
	if (less_us <= more_us) {
		return true;
	}
	fprintf(errors, "%s (%llu ms) must not be longer than %s (%llu ms)\n", less,
		(unsigned long long)(less_us / MS), more, (unsigned long long)(more_us / MS));
	return false;
}

static bool check_together(const struct config *config, FILE *errors) {
	bool good = check_order(config->statement_timeout_us, "API_STATEMENT_TIMEOUT",
		config->database_deadline_us, "API_DATABASE_DEADLINE", errors);
	good &= check_order(config->lock_timeout_us, "API_LOCK_TIMEOUT",
		config->statement_timeout_us, "API_STATEMENT_TIMEOUT", errors);
	good &= check_order(config->reconnect_min_us, "API_RECONNECT_MIN", config->reconnect_max_us,
		"API_RECONNECT_MAX", errors);
	good &= check_order(config->lame_duck_us, "API_LAME_DUCK", config->drain_deadline_us,
		"API_DRAIN_DEADLINE", errors);
	return good;
}

bool config_read(struct config *config, char *const environment[], FILE *errors) {
	memset(config, 0, sizeof(*config));
	bool good = true;
	for (size_t i = 0; i < SETTING_COUNT_ALL; i++) {
		good &= read_one(config, &settings[i], environment, errors);
	}
	warn_of_unknown(environment, errors);
	return good && check_together(config, errors);
}

void config_finish(struct config *config) {
	for (size_t i = 0; i < SETTING_COUNT_ALL; i++) {
		if (settings[i].type == SETTING_TEXT || settings[i].type == SETTING_SECRET) {
			char **text = (char **)((char *)config + settings[i].offset);
			if (*text != NULL) {
				explicit_bzero(*text, strlen(*text));
			}
			free(*text);
			*text = NULL;
		}
	}
}

void config_print_help(FILE *out) {
	fputs("Settings, from the environment; a secret may also be read from the file that "
	      "NAME_FILE names.\n",
		out);
	for (size_t i = 0; i < SETTING_COUNT_ALL; i++) {
		char range[80];
		setting_range(&settings[i], range, sizeof(range));
		const char *fallback = settings[i].fallback;
		fprintf(out, "\n  %s", settings[i].name);
		if (fallback != NULL && fallback[0] != '\0') {
			fprintf(out, "=%s", fallback);
		}
		fprintf(out, "\n      %s%s%s\n", settings[i].help, range[0] != '\0' ? "; " : "",
			range);
	}
}
