/* tls.h: the certificate of the listener that ends TLS itself, for places without a balancer in front. */
#ifndef SERVER_HTTP_TLS_H
#define SERVER_HTTP_TLS_H

#include <openssl/ssl.h>
#include <stdbool.h>
#include <stdio.h>

#include "server/base/config.h"

struct tls;

/* Whether the settings say TLS at all. */
bool tls_is_wanted(const struct config *config);
/* Certificate and key can be read and belong together; else one line in `errors` says what is wrong. */
bool tls_files_are_good(const struct config *config, FILE *errors);

struct tls *tls_new(const struct config
		*config); /* NULL: the reason was logged; lives as long as the process */
/* For handshakes that begin now; valid for at least a minute. Any thread. */
SSL_CTX *tls_context(struct tls *tls);
/* Reads both files again. false: the reason was logged, and the certificate from before stays. One thread. */
bool tls_reload(struct tls *tls);

#endif
