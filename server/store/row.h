/* row.h: a row of a result by the names of its columns. */
#ifndef SERVER_STORE_ROW_H
#define SERVER_STORE_ROW_H

#include <libpq-fe.h>
#include <stdbool.h>
#include <stdint.h>

#include "server/domain/occurrence.h"

/* Text of a column by its number, for who looks it up once for many rows; NULL for SQL NULL or a number below 0. */
const char *row_cell(const PGresult *rows, int row, int column);
/* Text of a column; NULL for SQL NULL or where there is no such column. */
const char *row_text(const PGresult *rows, int row, const char *column);
bool row_bool(const PGresult *rows, int row, const char *column);
/* A bigint; `absent` for NULL. */
int64_t row_number(const PGresult *rows, int row, const char *column, int64_t absent);

/* The stored_ columns of a row; texts are borrowed from `rows`. */
struct stored_event row_stored(const PGresult *rows, int row);

/* The series of a row's stored_ columns, seen from its viewer_zone. NULL: no memory, or the columns cannot be read,
 * which goes to the log: one damaged row must not take a list away. */
struct series *row_series(const PGresult *rows, int row);

#endif
