/* table.h: rows and columns for people. Rows are kept until the end, since the widest cell decides. */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#define TABLE_COLUMNS_MAX 12

struct table {
	const char *heads[TABLE_COLUMNS_MAX]; /* borrowed */
	size_t column_count;
	bool keep_all; /* somebody asked for just these columns: none is left out */
	char **cells; /* owned texts, row by row */
	size_t cell_count, room;
};

void table_init(struct table *table);
void table_finish(struct table *table);
void table_head(struct table *table, const char *head);
/* Cells come left to right; the text becomes the table's. false: no memory (the text is freed). */
bool table_add(struct table *table, char *text);

/* max_width 0: as wide as needed. Else the widest texts give way, then the last columns go;
 * ids and times are never cut. */
void table_print(const struct table *table, FILE *out, size_t max_width, bool colour);

#endif
