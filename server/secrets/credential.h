/* credential.h: as whom the server connects to the database, where that is not told by DATABASE_URL.
 *
 *   API_DATABASE_PASSWORD_FROM   file:PATH, env:NAME, secretsmanager:ID
 *
 * It is read at start, and again when the database refuses it: a rotation needs no restart. Connections never wait for it;
 * a thread of its own reads, and whoever connects meanwhile is refused once more. */
#ifndef SERVER_SECRETS_CREDENTIAL_H
#define SERVER_SECRETS_CREDENTIAL_H

#include <stdbool.h>
#include <stdio.h>

enum { CREDENTIAL_USER_ROOM = 128, CREDENTIAL_PASSWORD_ROOM = 2048 };

struct credential {
	char user[CREDENTIAL_USER_ROOM]; /* "": that of the URL */
	char password[CREDENTIAL_PASSWORD_ROOM];
};

/* Is the setting one of the three forms, or empty? false: a line in `errors` names it. */
bool credential_from_is_good(const char *from, FILE *errors);
/* Reads it once, waiting; what goes wrong is said in `errors` and tried again when somebody is refused. Once, before other
 * threads; `from` must live on. false: no thread. */
bool credential_start(const char *from, FILE *errors);
/* A copy to be wiped. false: the URL's own counts. */
bool credential_get(struct credential *out);
/* The database refused this password: unless there is another one by now, it is read again. Any thread, at once. false:
 * there is nowhere to read it. */
bool credential_refused(const char *password);
/* The same for who may wait: until there is another, at most so long. false: there is none. */
bool credential_renew(const char *password, unsigned wait_ms);

#endif
