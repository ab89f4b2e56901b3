/* secrets_manager.h: one version of a secret from AWS Secrets Manager, GetSecretValue signed by libcurl (Signature
 * Version 4).
 *
 * The region is that of the ARN, else AWS_REGION or AWS_DEFAULT_REGION. Who asks: AWS_ACCESS_KEY_ID,
 * AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, else the role of the container, from AWS_CONTAINER_CREDENTIALS_FULL_URI or
 * …_RELATIVE_URI. AWS_ENDPOINT_URL_SECRETS_MANAGER or AWS_ENDPOINT_URL instead of the service's own address. */
#ifndef SERVER_SECRETS_SECRETS_MANAGER_H
#define SERVER_SECRETS_SECRETS_MANAGER_H

#include <stdbool.h>
#include <stddef.h>

/* Waits, some seconds at most. false: `why` says so, without any secret. */
bool secrets_manager_fetch(const char *id, const char *stage, char *text, size_t text_room,
	char *why, size_t why_room);

#endif
