/* resume.h: from where a receiver goes on with listChanges, so that it is told the change it was just told of, and
 * everything after it. */
#ifndef SERVER_JOBS_RESUME_H
#define SERVER_JOBS_RESUME_H

#include <libpq-fe.h>
#include <stdbool.h>

#include "server/domain/sync_token.h"

/* From the sync_ columns of a claimed delivery. false: it is about no calendar that is still there. */
bool resume_token(const PGresult *rows, int row, char out[SYNC_TOKEN_ROOM]);

#endif
