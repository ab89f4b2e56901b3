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

/* Half an id or half a time says nothing. */
static bool may_shrink(const char *head) {
	static const char *const whole[] = { "ID", "START", "END", "AT", "TIME", "DATE" };
	const char *space = strrchr(head, ' ');
	const char *last_word = space != NULL ? space + 1 : head;

	for (size_t i = 0; i < sizeof(whole) / sizeof(whole[0]); i++) {
		if (strcmp(last_word, whole[i]) == 0) {
			return false;
		}
	}
	return true;
}

static size_t least_width(const struct table *table, const size_t *widths, size_t column) {
	return may_shrink(table->heads[column]) && widths[column] > LEAST_WIDTH ? LEAST_WIDTH
										: widths[column];
}

/* How many columns, from the left, can be shown; never less than two. */
static size_t count_fitting(const struct table *table, const size_t *widths, size_t max_width) {
	size_t total = 0, count = 0;

	while (count < table->column_count) {
		total += least_width(table, widths, count) + (count > 0 ? GAP : 0);
		if (total > max_width && count >= 2) {
			break;
		}
		count++;
	}
	return count;
}

/* Take what is too much from the widest text, again and again. */
static void shrink(const struct table *table, size_t *widths, size_t count, size_t max_width) {
	for (;;) {
		size_t total = GAP * (count - 1), widest = count;
		for (size_t i = 0; i < count; i++) {
			total += widths[i];
			if (may_shrink(table->heads[i]) && widths[i] > LEAST_WIDTH &&
				(widest == count || widths[i] > widths[widest])) {
				widest = i;
			}
		}
		if (total <= max_width || widest == count) {
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
	size_t widths[TABLE_COLUMNS_MAX], count = table->column_count;

	if (table->column_count == 0) {
		return;
	}
	measure(table, widths);
	if (max_width > 0) {
		count = table->keep_all ? count : count_fitting(table, widths, max_width);
		shrink(table, widths, count, max_width);
	}
	fputs(colour ? "\033[1m" : "", out);
	for (size_t i = 0; i < count; i++) {
		print_cell(out, table->heads[i], widths[i], i + 1 == count);
	}
	fputs(colour ? "\033[0m\n" : "\n", out);
	for (size_t i = 0; i < table->cell_count; i++) {
		size_t column = i % table->column_count;
		if (column < count) {
			bool last = column + 1 == count;
			print_cell(out, table->cells[i], widths[column], last);
			fputs(last ? "\n" : "", out);
		}
	}
}
