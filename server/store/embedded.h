/* embedded.h: the SQL that travels inside the server. Generated: sql_embedded.c in the build folder. */
#ifndef SERVER_STORE_EMBEDDED_H
#define SERVER_STORE_EMBEDDED_H

#include <stddef.h>

struct migration {
	int number;
	const char *name, *sql;
};
extern const struct migration migrations[];
extern const size_t migration_count;
extern const char functions_schema[]; /* "api_0123456789ab" */
extern const char functions_sql[]; /* every CREATE of lib/ and of the writes, in order */

#endif
