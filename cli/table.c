/* table.c: two spaces between columns, none at the end of a line. */
#include "cli/table.h"

#include <stdlib.h>
#include <string.h>

#include "cli/width.h"

#define GAP 2
#define LEAST_WIDTH 12

void table_init(struct table *table) {
	memset(table, 0, sizeof(*table));
}

void table_finish(struct table *table) {
	for (size_t i = 0; i < table->cell_count; i++) {
		free(table->cells[i]);
	}
	free(table->cells);
	table_init(table);
}

void table_head(struct table *table, const char *head) {
	if (table->column_count < TABLE_COLUMNS_MAX) {
		table->heads[table->column_count++] = head;
	}
}

bool table_add(struct table *table, char *text) {
	if (text != NULL && table->cell_count == table->room) {
		size_t room = table->room == 0 ? 64 : table->room * 2;
		char **cells = realloc(table->cells, room * sizeof(*cells));
		if (cells == NULL) {
			free(text);
			return false;
		}
		table->cells = cells;
		table->room = room;
	}
	if (text == NULL) {
		return false;
	}
	table->cells[table->cell_count++] = text;
	return true;
}

static void measure(const struct table *table, size_t *widths) {
	for (size_t i = 0; i < table->column_count; i++) {
		widths[i] = display_width(table->heads[i]);
	}
	for (size_t i = 0; i < table->cell_count; i++) {
		size_t width = display_width(table->cells[i]), column = i % table->column_count;
		if (width > widths[column]) {
			widths[column] = width;
		}
	}
}

static bool may_shrink(const char *head) {
	size_t len = strlen(head);

	return strcmp(head, "ID") != 0 && (len < 3 || strcmp(head + len - 3, " ID") != 0);
}

/* Take the columns that are too many from the widest text, again and again. */
static void shrink(const struct table *table, size_t *widths, size_t max_width) {
	for (;;) {
		size_t total = GAP * (table->column_count - 1), widest = table->column_count;
		for (size_t i = 0; i < table->column_count; i++) {
			total += widths[i];
			if (may_shrink(table->heads[i]) && widths[i] > LEAST_WIDTH &&
				(widest == table->column_count || widths[i] > widths[widest])) {
				widest = i;
			}
		}
		if (total <= max_width || widest == table->column_count) {
			return;
		}
		widths[widest]--;
	}
}

static void print_cell(FILE *out, const char *text, size_t width, bool last) {
	size_t printed = put_text(out, text, width);

	if (!last) {
		fprintf(out, "%*s", (int)(width - printed + GAP), "");
	}
}

void table_print(const struct table *table, FILE *out, size_t max_width, bool colour) {
	size_t widths[TABLE_COLUMNS_MAX];

	if (table->column_count == 0) {
		return;
	}
	measure(table, widths);
	if (max_width > 0) {
		shrink(table, widths, max_width);
	}
	fputs(colour ? "\033[1m" : "", out);
	for (size_t i = 0; i < table->column_count; i++) {
		print_cell(out, table->heads[i], widths[i], i + 1 == table->column_count);
	}
	fputs(colour ? "\033[0m\n" : "\n", out);
	for (size_t i = 0; i < table->cell_count; i++) {
		size_t column = i % table->column_count;
		bool last = column + 1 == table->column_count;
		print_cell(out, table->cells[i], widths[column], last);
		fputs(last ? "\n" : "", out);
	}
}
