/* dial.c: parameters of a connection, in three layers: our defaults, the operator's conninfo, what must be.
 *
 * The session's settings travel as startup options: no round trip, and nothing to forget after a reconnect. */
#include "server/store/dial.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "libapi/wire/buffer.h"
#include "server/secrets/credential.h"

#define PARAMS_MAX 80 /* libpq 15 has some 45 options */
#define RENEW_MS 10000

struct dial {
	PQconninfoOption *options; /* the operator's */
	enum dial_to to;
	struct wire_buffer session; /* the value of `options`: -c name=value … */
};

/* A half-open socket would hang for a quarter of an hour without the keepalives. */
static const char *const defaults[][2] = {
	{ "tcp_user_timeout", "5000" },
	{ "keepalives_idle", "5" },
	{ "keepalives_interval", "2" },
	{ "keepalives_count", "3" },
	{ "application_name", "api-server" },
};

static const struct {
	const char *setting, *attributes;
} targets[] = {
	[DIAL_PRIMARY] = { "DATABASE_URL", "read-write" },
	[DIAL_REPLICA] = { "API_REPLICA_URL", "standby" },
};

static const char *given(const struct dial *dial, const char *keyword) {
	for (const PQconninfoOption *option = dial->options; option->keyword != NULL; option++) {
		if (strcmp(option->keyword, keyword) == 0) {
			return option->val;
		}
	}
	return NULL;
}

static void put_session(struct wire_buffer *out, const struct config *config, const char *schema) {
	wire_put_format(out, " -c search_path=%s,public", schema);
	wire_put_format(out, " -c statement_timeout=%llu",
		(unsigned long long)(config->statement_timeout_us / 1000));
	wire_put_format(
		out, " -c lock_timeout=%llu", (unsigned long long)(config->lock_timeout_us / 1000));
	wire_put_format(out, " -c idle_in_transaction_session_timeout=%llu",
		(unsigned long long)(config->database_deadline_us / 1000));
	wire_put_str(out, " -c TimeZone=UTC -c DateStyle=ISO -c client_min_messages=warning");
	/* Compiling costs more than any of our statements, and so does planning one anew for its values:
	 * alone they would all have become generic after five turns, but not those inside functions
	 * (a week of a calendar, 0.4 ms against 0.75). */
	wire_put_str(out, " -c jit=off -c plan_cache_mode=force_generic_plan");
}

struct dial *dial_new(const struct config *config, enum dial_to to, const char *schema, char *error,
	size_t room) {
	struct dial *dial = calloc(1, sizeof(*dial));
	char *message = NULL;
	snprintf(error, room, "out of memory");
	if (dial == NULL) {
		return NULL;
	}
	dial->to = to;
	dial->options = PQconninfoParse(
		to == DIAL_REPLICA ? config->replica_url : config->database_url, &message);
	if (dial->options == NULL) {
		if (message != NULL) {
			/* libpq's text may quote the value, and with it a password. */
			snprintf(error, room,
				"%s is neither a postgresql:// address nor a list of key=value",
				targets[to].setting);
			PQfreemem(message);
		}
		dial_free(dial);
		return NULL;
	}
	const char *own = given(dial, "options");
	wire_put_str(&dial->session, own != NULL ? own : "");
	put_session(&dial->session, config, schema);
	if (dial->session.failed) {
		dial_free(dial);
		return NULL;
	}
	return dial;
}

void dial_free(struct dial *dial) {
	if (dial != NULL) {
		PQconninfoFree(dial->options);
		wire_buffer_finish(&dial->session);
		free(dial);
	}
}

const char *dial_names(const struct dial *dial, const char **ports) {
	const char *hosts = given(dial, "host");
	*ports = given(dial, "port");
	return given(dial, "hostaddr") == NULL && resolve_needed(hosts) ? hosts : NULL;
}

struct params {
	const char *keys[PARAMS_MAX + 1], *values[PARAMS_MAX + 1];
	size_t count;
};

/* Of a keyword given twice libpq takes the last. */
static void add_param(struct params *params, const char *key, const char *value) {
	if (params->count < PARAMS_MAX && value != NULL) {
		params->keys[params->count] = key;
		params->values[params->count++] = value;
	}
}

/* Those that do not stand in the URL; `credential` holds them until libpq has copied them. */
static void add_credential(struct params *params, struct credential *credential) {
	if (credential_get(credential)) {
		add_param(params, "user", credential->user[0] == '\0' ? NULL : credential->user);
		add_param(params, "password", credential->password);
	}
}

/* libpq would write them to stderr. */
static void ignore_notice(void *context, const PGresult *notice) {
	(void)context;
	(void)notice;
}

PGconn *dial_start(const struct dial *dial, const struct resolved *names) {
	struct params params = { 0 };
	for (size_t i = 0; i < sizeof(defaults) / sizeof(defaults[0]); i++) {
		add_param(&params, defaults[i][0], defaults[i][1]);
	}
	add_param(&params, "target_session_attrs", targets[dial->to].attributes);
	for (const PQconninfoOption *option = dial->options; option->keyword != NULL; option++) {
		add_param(&params, option->keyword, option->val);
	}
	struct credential credential;
	add_credential(&params, &credential);
	add_param(&params, "options", dial->session.bytes);
	add_param(&params, "client_encoding", "UTF8");
	if (names != NULL) {
		add_param(&params, "host", names->host);
		add_param(&params, "hostaddr", names->hostaddr);
		add_param(&params, "port", names->port);
	}
	PGconn *pg = PQconnectStartParams(params.keys, params.values, 0);
	explicit_bzero(&credential, sizeof(credential));
	if (pg != NULL) {
		PQsetNoticeReceiver(pg, ignore_notice, NULL);
		/* Of a failed connect libpq tells the SQLSTATE in its text alone, and only so. */
		PQsetErrorVerbosity(pg, PQERRORS_VERBOSE);
	}
	return pg;
}

bool dial_renews(const PGconn *pg) {
	const char *text = pg == NULL ? "" : PQerrorMessage(pg);
	bool refused = strstr(text, " 28P01: ") != NULL || strstr(text, " 28000: ") != NULL;

	return refused && credential_refused(PQpass(pg));
}

static PGconn *connect_once(const char *conninfo) {
	struct params params = { 0 };
	struct credential credential;

	add_param(&params, "dbname", conninfo);
	add_credential(&params, &credential);
	PGconn *pg = PQconnectdbParams(params.keys, params.values, 1);
	explicit_bzero(&credential, sizeof(credential));
	return pg;
}

PGconn *dial_once(const char *conninfo) {
	PGconn *pg = connect_once(conninfo);

	if (PQstatus(pg) != CONNECTION_OK && PQconnectionUsedPassword(pg) &&
		credential_renew(PQpass(pg), RENEW_MS)) {
		PQfinish(pg);
		pg = connect_once(conninfo);
	}
	return pg;
}
