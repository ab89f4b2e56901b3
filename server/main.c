/* main.c: the program api-server.
 *
 *   serve         config ─> log ─> schema (in the background) ─> loops, admin port ─> SIGTERM ─> drain
 *   migrate       bring the database's schema up to date, once
 *   create-admin  the first key
 *   new-sync-epoch  after a restore: mirrors of calendars start anew
 *   health        asks the server of this configuration whether it is alive
 *
 * Exit status: 0 good, 1 failed, 64 wrong usage, 78 wrong configuration (sysexits.h). */
#include <errno.h>
#include <fcntl.h>
#include <libpq-fe.h>
#include <malloc.h>
#include <openssl/rand.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "server/base/config.h"
#include "server/base/log.h"
#include "server/base/metrics.h"
#include "server/domain/ids.h"
#include "server/domain/zone.h"
#include "server/http/admin.h"
#include "server/http/health.h"
#include "server/http/serve.h"
#include "server/jobs/jobs.h"
#include "server/ready.h"
#include "server/secrets/credential.h"
#include "server/store/admin.h"
#include "server/store/control.h"
#include "server/store/migrate.h"

#ifdef COUNTS_BRANCHES
#include <gcov.h>
#endif

enum { LARGE_BYTES = 1 << 20 };

static void print_help(FILE *out) {
	fputs("usage: api-server [serve]\n"
	      "       api-server migrate\n"
	      "       api-server create-admin --username NAME [--key-file PATH]\n"
	      "       api-server new-sync-epoch\n"
	      "       api-server health\n"
	      "       api-server --check-config | --version | --help\n\n"
	      "serve          answer requests until SIGTERM, then drain (the default)\n"
	      "migrate        bring the schema of the database up to date and exit\n"
	      "create-admin   make an administrator (or find it) and print a new key, or write it "
	      "to PATH (mode 0600)\n"
	      "new-sync-epoch after the database was restored from a backup: everyone who mirrors "
	      "a "
	      "calendar starts anew\n"
	      "health         ask /livez at API_LISTEN; 0: the server lives and does not drain\n\n",
		out);
	config_print_help(out);
}

enum { JOBS_STOP_S = 2 }; /* after the drain: what is under way had its time before */

/* ---- serve --------------------------------------------------------------------------------------------- */

static sigset_t own_signals(void) {
	sigset_t signals;

	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGHUP);
	return signals;
}

/* Until the process shall end. */
static void wait_for_signal(struct server *server) {
	sigset_t signals = own_signals();
	int number;

	while (sigwait(&signals, &number) != 0 || number == SIGHUP) {
		server_reload(server);
	}
	/* The second signal ends at once; that a certificate changed no longer matters. */
	signal(SIGHUP, SIG_IGN);
	sigprocmask(SIG_UNBLOCK, &signals, NULL);
}

static void block_signals(void) {
	sigset_t signals = own_signals();

	signal(SIGPIPE, SIG_IGN);
	sigprocmask(SIG_BLOCK, &signals, NULL);
}

/* With API_CURSOR_KEY every server writes the same cursors; without, they end with the process. */
static bool make_cursor_key(const struct config *config, uint8_t key[CURSOR_KEY_BYTES]) {
	if (config->cursor_key == NULL || config->cursor_key[0] == 0) {
		return RAND_bytes(key, CURSOR_KEY_BYTES) == 1;
	}
	digest_of(config->cursor_key, strlen(config->cursor_key), key);
	return true;
}

static struct server *start(const struct config *config, struct metrics *metrics) {
	struct control_view view;
	uint8_t cursor_key[CURSOR_KEY_BYTES];
	uint16_t admin_port = 0;

	if (!make_cursor_key(config, cursor_key) || !ready_start(config, &view) ||
		control_start(config) == NULL ||
		!jobs_start(config, metrics_jobs(metrics), view.ready, view.data)) {
		LOG_EVENT(LOG_LEVEL_ERROR, "cannot start");
		return NULL;
	}
	struct server *server = server_start(config, metrics, &view, cursor_key, SERVER_VERSION);
	if (server == NULL || !admin_start(config, metrics, &view, &admin_port)) {
		return NULL;
	}
	LOG_EVENT(LOG_LEVEL_INFO, "serving", LOG_TEXT("version", SERVER_VERSION),
		LOG_NUMBER("port", server_port(server)),
		LOG_NUMBER("tls_port", server_tls_port(server)),
		LOG_NUMBER("admin_port", admin_port), LOG_NUMBER("loops", config->loops));
	return server;
}

static int serve(const struct config *config) {
	block_signals();
	/* A large answer grows by moving pages; left to itself, glibc would soon copy it on its heap, for milliseconds. */
	mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
	if (!log_start(config->log_level, STDOUT_FILENO)) {
		fputs("api-server: cannot start the log\n", stderr);
		return EXIT_FAILURE;
	}
	const char *zone_fault = zone_load();
	if (zone_fault != NULL) {
		LOG_EVENT(LOG_LEVEL_WARNING, "not every time zone could be read",
			LOG_TEXT("detail", zone_fault));
	}
	struct metrics *metrics =
		metrics_new(config->loops, operations, operation_count, SERVER_VERSION);
	struct server *server = metrics == NULL ? NULL : start(config, metrics);
	bool good = server != NULL;
	if (good) {
		wait_for_signal(server);
		jobs_ebb();
		server_drain(server);
		jobs_stop(JOBS_STOP_S);
	}
	log_stop();
#ifdef COUNTS_BRANCHES /* _exit would forget the counts */
	__gcov_dump();
#endif
	/* Loops, h2o's contexts and connections go with the process: taking them apart while threads run in them
	 * could only fail. */
	_exit(good ? EXIT_SUCCESS : EXIT_FAILURE);
}

/* ---- the other commands --------------------------------------------------------------------------------- */

static int migrate(const struct config *config) {
	return migrate_run(config->database_url, stderr) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int new_sync_epoch(const struct config *config) {
	if (!renew_sync_epoch(config->database_url, stderr)) {
		return EXIT_FAILURE;
	}
	puts("sync tokens from before are answered 410 sync_token_expired");
	return EXIT_SUCCESS;
}

static bool username_is_shaped(const char *name) {
	size_t len = strlen(name);
	return len >= 1 && len <= 100 &&
	       strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789._-") == len;
}

/* The file is opened before the key exists, so that a key is never made and then lost. */
static FILE *open_key_file(const char *path) {
	if (path == NULL) {
		return stdout;
	}
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0 || fchmod(fd, 0600) != 0) {
		fprintf(stderr, "api-server: cannot write %s: %s\n", path, strerror(errno));
		if (fd >= 0) {
			close(fd);
		}
		return NULL;
	}
	return fdopen(fd, "w");
}

static int make_admin(const struct config *config, const char *username, const char *key_path) {
	struct api_key key;
	FILE *file = open_key_file(key_path);

	if (file == NULL) {
		return EXIT_FAILURE;
	}
	bool made = (!config->auto_migrate || migrate_run(config->database_url, stderr) == 0) &&
		    create_admin(config->database_url, username, &key, stderr);
	bool written = made && fprintf(file, "%s\n", key.text) > 0 && fflush(file) == 0;
	if (made && !written) {
		fprintf(stderr, "api-server: the key was made but could not be written: %s\n",
			strerror(errno));
	}
	explicit_bzero(&key, sizeof(key));
	if (file != stdout) {
		fclose(file);
	}
	return written ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int create_admin_command(const struct config *config, char **arguments) {
	const char *username = NULL, *key_path = NULL;

	for (; *arguments != NULL; arguments++) {
		const char **value = strcmp(*arguments, "--username") == 0   ? &username
				     : strcmp(*arguments, "--key-file") == 0 ? &key_path
									     : NULL;
		if (value == NULL || arguments[1] == NULL) {
			fprintf(stderr, "api-server: %s %s\n", *arguments,
				value == NULL ? "is not an option" : "needs a value");
			return EX_USAGE;
		}
		*value = *++arguments;
	}
	if (username == NULL || !username_is_shaped(username)) {
		fprintf(stderr, "api-server: --username %s\n",
			username == NULL ? "is required" : "takes 1 to 100 of a-z 0-9 . _ -");
		return EX_USAGE;
	}
	return make_admin(config, username, key_path);
}

/* Signals are main's: its thread never sees one. */
static bool start_credential(const struct config *config) {
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	bool started = credential_start(config->password_from, stderr);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (!started) {
		fputs("api-server: no thread to read the database's password\n", stderr);
	}
	return started;
}

static int run(const struct config *config, const char *command, char **arguments) {
	if (strcmp(command, "--check-config") == 0) {
		puts("the configuration is good");
		return EXIT_SUCCESS;
	}
	if (!start_credential(config)) {
		return EXIT_FAILURE;
	}
	if (strcmp(command, "create-admin") == 0) {
		return create_admin_command(config, arguments);
	}
	if (strcmp(command, "new-sync-epoch") == 0) {
		return new_sync_epoch(config);
	}
	if (strcmp(command, "health") == 0) {
		return health_ask(&config->listen, stderr) ? EXIT_SUCCESS : EXIT_FAILURE;
	}
	return strcmp(command, "migrate") == 0 ? migrate(config) : serve(config);
}

static bool url_is_good(const char *setting, const char *url) {
	char *wrong = NULL;
	PQconninfoOption *options = PQconninfoParse(url, &wrong);

	if (options == NULL) { /* libpq's words may quote the URL, and a password stands in it */
		fprintf(stderr,
			"%s is neither postgresql://user:password@host:port/database nor "
			"libpq's key=value form\n",
			setting);
		PQfreemem(wrong);
		return false;
	}
	PQconninfoFree(options);
	return true;
}

static bool database_urls_are_good(const struct config *config) {
	bool good = url_is_good("DATABASE_URL", config->database_url);
	return url_is_good("API_REPLICA_URL", config->replica_url) && good;
}

static bool command_is_known(const char *command) {
	static const char *const known[] = { "serve", "migrate", "create-admin", "new-sync-epoch",
		"health", "--check-config" };

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		if (strcmp(command, known[i]) == 0) {
			return true;
		}
	}
	return false;
}

static bool config_is_good(struct config *config) {
	if (!config_read(config, environ, stderr)) {
		return false;
	}
	bool good = server_config_is_good(config, stderr);
	good = credential_from_is_good(config->password_from, stderr) && good;
	return database_urls_are_good(config) && good;
}

int main(int count, char **arguments) {
	const char *command = count > 1 ? arguments[1] : "serve";
	struct config config;

	if (strcmp(command, "--help") == 0 || strcmp(command, "-h") == 0) {
		print_help(stdout);
		return EXIT_SUCCESS;
	}
	if (strcmp(command, "--version") == 0) {
		puts("api-server " SERVER_VERSION);
		return EXIT_SUCCESS;
	}
	if (!command_is_known(command)) {
		fprintf(stderr, "api-server: %s is not a command; see --help\n", command);
		return EX_USAGE;
	}
	if (count > 2 && strcmp(command, "create-admin") != 0) {
		fprintf(stderr, "api-server: %s takes no arguments: %s\n", command, arguments[2]);
		return EX_USAGE;
	}
	bool good = config_is_good(&config);
	int status = good ? run(&config, command, count > 2 ? arguments + 2 : arguments + count)
			  : EX_CONFIG;
	config_finish(&config);
	return status;
}
