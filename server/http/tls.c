/* tls.c: TLS 1.2 and 1.3 with forward secrecy only, the server's order of ciphers, HTTP/1.1 alone in ALPN.
 *
 * There is no resumption: tickets would be sealed under keys that live as long as the process, and clients of an API
 * keep their connections. A new certificate is a new context; handshakes that began with the old one end with it,
 * so a context is kept for a while after it was replaced. */
#include "server/http/tls.h"

#include <openssl/err.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "server/base/log.h"
#include "server/base/loop.h"

enum { OLD_CONTEXTS = 4 };
static const uint64_t keep_us = 60000000; /* a handshake may take 10 s (h2o's handshake_timeout) */

static const char ciphers[] = "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
			      "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
			      "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";
static const char suites[] =
	"TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";
static const char groups[] = "X25519:P-256:P-384";

struct tls {
	const struct config *config;
	_Atomic(SSL_CTX *) current;
	struct {
		SSL_CTX *context;
		uint64_t since_us;
	} old[OLD_CONTEXTS];
};

bool tls_is_wanted(const struct config *config) {
	return config->tls_cert_file[0] != 0;
}

/* RFC 7301 §3.2: who offers protocols, and HTTP/1.1 is not among them, is told so and not served. */
static int choose_protocol(SSL *ssl, const unsigned char **out, unsigned char *out_len,
	const unsigned char *offered, unsigned len, void *data) {
	static const char http1[] = "http/1.1";
	(void)ssl;
	(void)data;

	for (unsigned at = 0; at < len && offered[at] < len - at; at += offered[at] + 1U) {
		if (offered[at] == sizeof(http1) - 1 &&
			memcmp(offered + at + 1, http1, sizeof(http1) - 1) == 0) {
			*out = offered + at + 1;
			*out_len = sizeof(http1) - 1;
			return SSL_TLSEXT_ERR_OK;
		}
	}
	return SSL_TLSEXT_ERR_ALERT_FATAL;
}

static bool set_rules(SSL_CTX *context) {
	SSL_CTX_set_options(context, SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_COMPRESSION |
					     SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET |
					     SSL_OP_NO_SESSION_RESUMPTION_ON_RENEGOTIATION);
	SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
	SSL_CTX_set_num_tickets(context, 0);
	SSL_CTX_set_alpn_select_cb(context, choose_protocol, NULL);
	return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
	       SSL_CTX_set_cipher_list(context, ciphers) == 1 &&
	       SSL_CTX_set_ciphersuites(context, suites) == 1 &&
	       SSL_CTX_set1_groups_list(context, groups) == 1;
}

/* NULL, or the name of the setting that is wrong. */
static const char *load_files(SSL_CTX *context, const struct config *config) {
	if (SSL_CTX_use_certificate_chain_file(context, config->tls_cert_file) != 1) {
		return "API_TLS_CERT_FILE";
	}
	if (SSL_CTX_use_PrivateKey_file(context, config->tls_key_file, SSL_FILETYPE_PEM) != 1 ||
		SSL_CTX_check_private_key(context) != 1) {
		return "API_TLS_KEY_FILE";
	}
	return NULL;
}

/* NULL: `wrong` is the setting, `reason` what OpenSSL says of it. */
static SSL_CTX *make_context(const struct config *config, const char **wrong, const char **reason) {
	ERR_clear_error();
	SSL_CTX *context = SSL_CTX_new(TLS_server_method());
	*wrong = context == NULL || !set_rules(context) ? "TLS" : load_files(context, config);
	if (*wrong == NULL) {
		return context;
	}
	unsigned long code = ERR_peek_error();
	*reason = ERR_SYSTEM_ERROR(code) ? strerror(ERR_GET_REASON(code))
					 : ERR_reason_error_string(code);
	ERR_clear_error();
	SSL_CTX_free(context);
	return NULL;
}

bool tls_files_are_good(const struct config *config, FILE *errors) {
	const char *wrong = NULL, *reason = NULL;

	if ((config->tls_cert_file[0] != 0) != (config->tls_key_file[0] != 0)) {
		fputs("API_TLS_CERT_FILE and API_TLS_KEY_FILE belong together; set both or "
		      "neither\n",
			errors);
		return false;
	}
	SSL_CTX *context = tls_is_wanted(config) ? make_context(config, &wrong, &reason) : NULL;
	SSL_CTX_free(context);
	if (wrong != NULL) {
		fprintf(errors,
			"%s: cannot be used: %s; it must be a PEM file, and the key that of the "
			"certificate\n",
			wrong, reason == NULL ? "unknown" : reason);
	}
	return wrong == NULL;
}

static SSL_CTX *make_or_log(const struct config *config) {
	const char *wrong = NULL, *reason = NULL;
	SSL_CTX *context = make_context(config, &wrong, &reason);

	if (context == NULL) {
		LOG_EVENT(LOG_LEVEL_ERROR, "certificate cannot be used", LOG_TEXT("setting", wrong),
			LOG_TEXT("reason", reason));
	}
	return context;
}

struct tls *tls_new(const struct config *config) {
	struct tls *tls = calloc(1, sizeof(*tls));
	SSL_CTX *context = tls == NULL ? NULL : make_or_log(config);

	if (context == NULL) {
		free(tls);
		return NULL;
	}
	tls->config = config;
	atomic_store(&tls->current, context);
	return tls;
}

SSL_CTX *tls_context(struct tls *tls) {
	return atomic_load(&tls->current);
}

/* A place for the context that is replaced, or -1: four were within the last minute. */
static int find_place(struct tls *tls, uint64_t now_us) {
	for (int i = 0; i < OLD_CONTEXTS; i++) {
		if (tls->old[i].context == NULL || now_us - tls->old[i].since_us > keep_us) {
			return i;
		}
	}
	return -1;
}

bool tls_reload(struct tls *tls) {
	uint64_t now_us = monotonic_us();
	int place = find_place(tls, now_us);

	if (place < 0) {
		LOG_EVENT(LOG_LEVEL_WARNING,
			"the certificate was read four times this minute; try again later");
		return false;
	}
	SSL_CTX *context = make_or_log(tls->config);
	if (context == NULL) {
		return false;
	}
	SSL_CTX_free(tls->old[place].context);
	tls->old[place].context = atomic_exchange(&tls->current, context);
	tls->old[place].since_us = now_us;
	LOG_EVENT(LOG_LEVEL_INFO, "certificate was read again");
	return true;
}
