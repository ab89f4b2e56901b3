/* delivery.c: slots, claims and results. */
#include "server/jobs/delivery.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "server/base/log.h"
#include "server/domain/seal.h"
#include "server/jobs/message.h"
#include "server/jobs/resume.h"
#include "server/store/row.h"

enum { REST_MS = 500, AGE_US = 10000000, PINGS_MAX = 16, SECRET_ROOM = 256 };

struct delivery {
	struct post post; /* first: on_posted finds the slot by it */
	bool claimed, done;
	char webhook_id[37], id[37];
	char *url, *host;
	struct wire_buffer body;
};

static struct delivery slots[DELIVERIES_MAX];
static unsigned used;
static struct courier *courier;
static uint64_t age_at_us, claim_at_us; /* not before */

/* ---- one message ----------------------------------------------------------------------------------------- */

static void free_slot(struct delivery *delivery) {
	free(delivery->url);
	free(delivery->host);
	wire_buffer_finish(&delivery->body);
	*delivery = (struct delivery){ 0 };
	used--;
}

static void on_posted(struct post *post) {
	((struct delivery *)post)->done = true;
}

/* The operator's key now, or the one before it. */
static bool unseal(const struct config *config, const char *sealed, char out[SECRET_ROOM]) {
	const char *keys[] = { config->secret_key, config->secret_key_before };

	for (size_t i = 0; i < 2; i++) {
		if (keys[i][0] != 0 &&
			seal_open(keys[i], sealed, strlen(sealed), out, SECRET_ROOM)) {
			return true;
		}
	}
	return false;
}

static bool sign(const struct config *config, struct delivery *delivery, const char *sealed,
	const char *sealed_old) {
	char secret[SECRET_ROOM], old[SECRET_ROOM];
	bool two = sealed_old != NULL && unseal(config, sealed_old, old);
	bool good = sealed != NULL && unseal(config, sealed, secret) &&
		    signature_write(secret, two ? old : NULL, time(NULL), delivery->body.bytes,
			    delivery->body.len, delivery->post.signature);

	explicit_bzero(secret, sizeof(secret));
	explicit_bzero(old, sizeof(old));
	return good;
}

static void fail_here(struct delivery *delivery, const char *reason) {
	delivery->done = true;
	delivery->post.delivered = false;
	strncpy(delivery->post.error, reason, ERROR_ROOM - 1);
}

static void write_message(struct delivery *delivery, const PGresult *rows, int row) {
	char token[SYNC_TOKEN_ROOM];
	const struct message message = {
		.id = row_text(rows, row, "id"),
		.type = row_text(rows, row, "type"),
		.calendar_id = row_text(rows, row, "calendar_id"),
		.object_id = row_text(rows, row, "object_id"),
		.version = row_text(rows, row, "version"),
		.sync_token = resume_token(rows, row, token) ? token : NULL,
		.occurred_at = row_text(rows, row, "occurred_at"),
		.extra = row_text(rows, row, "extra"),
		.invited_to = row_text(rows, row, "invited_to"),
		.invited_as = row_text(rows, row, "invited_as"),
	};
	message_write(&delivery->body, &message);
}

static void copy_cell(char *out, size_t room, const PGresult *rows, int row, const char *column) {
	const char *text = row_text(rows, row, column);
	snprintf(out, room, "%s", text == NULL ? "" : text);
}

static char *dup_cell(const PGresult *rows, int row, const char *column) {
	const char *text = row_text(rows, row, column);
	return text == NULL ? NULL : strdup(text);
}

static void start(struct job *job, struct delivery *delivery, const PGresult *rows, int row) {
	delivery->claimed = true;
	copy_cell(delivery->webhook_id, sizeof(delivery->webhook_id), rows, row, "webhook_id");
	copy_cell(delivery->id, sizeof(delivery->id), rows, row, "id");
	delivery->url = dup_cell(rows, row, "url");
	delivery->host = dup_cell(rows, row, "host");
	write_message(delivery, rows, row);
	if (delivery->url == NULL || delivery->host == NULL || delivery->body.failed) {
		fail_here(delivery, "the server had no memory");
		return;
	}
	if (!sign(job->config, delivery, row_text(rows, row, "secret"),
		    row_text(rows, row, "old_secret"))) {
		fail_here(delivery, "the server cannot open the signing secret; its operator must "
				    "set API_SECRET_KEY");
		return;
	}
	delivery->post.url = delivery->url;
	delivery->post.body = delivery->body.bytes;
	delivery->post.body_len = delivery->body.len;
	delivery->post.on_done = on_posted;
	if (!courier_send(courier, &delivery->post)) {
		fail_here(delivery, "the server had no memory");
	}
}

/* ---- claiming -------------------------------------------------------------------------------------------- */

static unsigned under_way(const char *host) {
	unsigned count = 0;

	for (size_t i = 0; i < DELIVERIES_MAX; i++) {
		const char *other = slots[i].host; /* NULL: nothing is on its way there */
		if (slots[i].claimed && other != NULL && strcmp(other, host) == 0) {
			count++;
		}
	}
	return count;
}

/* {"host": posts under way}; a host that stands there twice stands there with the same number. */
static void put_busy(struct wire_buffer *out) {
	wire_put_char(out, '{');
	for (size_t i = 0; i < DELIVERIES_MAX; i++) {
		const char *host = slots[i].host;
		if (slots[i].claimed && host != NULL) {
			wire_put_str(out, out->len > 1 ? "," : "");
			wire_put_json_text(out, host, strlen(host));
			wire_put_format(out, ":%u", under_way(host));
		}
	}
	wire_put_char(out, '}');
}

static struct delivery *free_one(void) {
	for (size_t i = 0; i < DELIVERIES_MAX; i++) {
		if (!slots[i].claimed) {
			used++;
			return &slots[i];
		}
	}
	return NULL;
}

/* Whether there may be more. */
static bool claim(struct job *job) {
	struct wire_buffer busy = WIRE_BUFFER_EMPTY, most = WIRE_BUFFER_EMPTY;

	put_busy(&busy);
	wire_put_int(&most, DELIVERIES_MAX - used);
	const char *values[] = { busy.bytes, most.bytes };
	PGresult *rows = busy.failed || most.failed
				 ? NULL
				 : session_run(&job->session, "claim_deliveries", 2, values);
	wire_buffer_finish(&busy);
	wire_buffer_finish(&most);
	if (rows == NULL) {
		job_fail(job);
		return false;
	}
	int count = PQntuples(rows);
	for (int row = 0; row < count; row++) {
		start(job, free_one(), rows, row);
	}
	PQclear(rows);
	return count > 0;
}

/* ---- results --------------------------------------------------------------------------------------------- */

static void put_result(struct wire_buffer *out, const struct delivery *delivery) {
	const struct post *post = &delivery->post;

	wire_put_format(out,
		"%s{\"webhook_id\":\"%s\",\"id\":\"%s\",\"delivered\":%s,\"latency_ms\":%u",
		out->len > 1 ? "," : "", delivery->webhook_id, delivery->id,
		post->delivered ? "true" : "false", post->latency_ms);
	if (post->status != 0) {
		wire_put_format(out, ",\"status_code\":%d", post->status);
	}
	if (!post->delivered) {
		wire_put_str(out, ",\"error\":");
		wire_put_json_text(out, post->error, strlen(post->error));
	}
	wire_put_char(out, '}');
}

static void forget_finished(struct job *job) {
	for (size_t i = 0; i < DELIVERIES_MAX; i++) {
		if (slots[i].done) {
			metric_add(slots[i].post.delivered ? &job->metrics->delivered
							   : &job->metrics->undelivered,
				1);
			free_slot(&slots[i]);
		}
	}
}

static void finish(struct job *job) {
	struct wire_buffer results = WIRE_BUFFER_EMPTY;

	wire_put_char(&results, '[');
	for (size_t i = 0; i < DELIVERIES_MAX; i++) {
		if (slots[i].done) {
			put_result(&results, &slots[i]);
		}
	}
	bool any = results.len > 1;
	wire_put_char(&results, ']');
	const char *value = results.bytes;
	if (any && !results.failed) {
		PGresult *rows = session_run(&job->session, "finish_deliveries", 1, &value);
		if (rows == NULL) {
			job_fail(job);
		} else {
			forget_finished(job);
			claim_at_us = 0; /* what was held back for its host can go now */
		}
		PQclear(rows);
	}
	wire_buffer_finish(&results);
}

static void measure_age(struct job *job) {
	if (monotonic_us() < age_at_us) {
		return;
	}
	age_at_us = monotonic_us() + AGE_US;
	PGresult *rows = session_run(&job->session, "outbox_age", 0, NULL);
	if (rows != NULL && PQntuples(rows) == 1) {
		metric_set(&job->metrics->outbox_age_s, strtoull(PQgetvalue(rows, 0, 0), NULL, 10));
	}
	PQclear(rows);
}

/* ---- pings ----------------------------------------------------------------------------------------------- */

static pthread_mutex_t ping_lock = PTHREAD_MUTEX_INITIALIZER;
static struct ping *pings;
static unsigned ping_count; /* waiting or under way */

static void run_ping_answer(struct loop_task *task) {
	struct ping *ping = LIST_ENTRY(task, struct ping, task);
	ping->on_done(ping);
}

static void on_pinged(struct post *post) {
	struct ping *ping = LIST_ENTRY(post, struct ping, post);

	pthread_mutex_lock(&ping_lock);
	ping_count--;
	pthread_mutex_unlock(&ping_lock);
	ping->task.run = run_ping_answer;
	loop_post(ping->loop, &ping->task);
}

bool delivery_ping(struct ping *ping) {
	pthread_mutex_lock(&ping_lock);
	bool good =
		courier != NULL && ping_count < PINGS_MAX && !atomic_load(&delivery_job()->ebbing);
	if (good) {
		ping->post.on_done = on_pinged;
		ping->next = pings;
		pings = ping;
		ping_count++;
		courier_wake(courier);
	}
	pthread_mutex_unlock(&ping_lock);
	return good;
}

static void send_pings(void) {
	pthread_mutex_lock(&ping_lock);
	struct ping *ping = pings;
	pings = NULL;
	pthread_mutex_unlock(&ping_lock);
	while (ping != NULL) {
		struct ping *next = ping->next;
		if (!courier_send(courier, &ping->post)) {
			strcpy(ping->post.error, "the server had no memory");
			on_pinged(&ping->post);
		}
		ping = next;
	}
}

/* ---- the job --------------------------------------------------------------------------------------------- */

/* Rested too where more can be claimed than there are slots: then what is under way ends the rest. */
static int turn(struct job *job) {
	send_pings();
	if (session_is_usable(&job->session)) {
		finish(job);
	}
	if (session_is_usable(&job->session) && !atomic_load(&job->ebbing) &&
		used < DELIVERIES_MAX && monotonic_us() >= claim_at_us) {
		claim_at_us = monotonic_us() + (claim(job) ? 0 : REST_MS * 1000);
	}
	if (session_is_usable(&job->session)) {
		measure_age(job);
	}
	return used < DELIVERIES_MAX && claim_at_us <= monotonic_us() ? 0 : REST_MS;
}

static void rest(struct job *job, int ms) {
	(void)job;
	courier_go_on(courier, ms);
}

static bool busy(const struct job *job) {
	(void)job;
	pthread_mutex_lock(&ping_lock);
	bool pinging = ping_count > 0;
	pthread_mutex_unlock(&ping_lock);
	return used > 0 || pinging;
}

struct job *delivery_job(void) {
	static struct job job = { .name = "delivery", .turn = turn, .rest = rest, .busy = busy };

	return &job;
}

bool delivery_prepare(const struct config *config) {
	courier = courier_new(config->webhook_allow_http);
	return courier != NULL;
}
