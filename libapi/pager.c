/* pager.c: next_cursor followed until it is null.
 *
 * 1 an item, 0 the end, negative an error: an end is never mistaken for a failure. After an error the pager stands
 * where it was, so next() may simply be called again. */
#include "libapi/core.h"

#include "libapi/call.h"
#include "libapi/text.h"
#include "libapi/wire/memory.h"
#include "libapi/wire/record.h"

#include <string.h>

enum { PAGE_ITEMS, PAGE_NEXT_CURSOR }; /* the contract fixes this order for every page schema */

struct libapi__pager {
	libapi_client *client;
	const struct operation *operation;
	char **path_values;
	size_t path_count;
	struct wire_record *query; /* a copy of the caller's */
	libapi_call_options *options;
	size_t cursor_field;
	struct wire_record *page;
	size_t at;
	bool ended;
};

void libapi__pager_free(struct libapi__pager *pager) {
	if (pager == NULL) {
		return;
	}
	for (size_t i = 0; i < pager->path_count; i++) {
		wire_free(pager->path_values[i]);
	}
	wire_free(pager->path_values);
	wire_record_unref(pager->query);
	wire_record_unref(pager->page);
	libapi_call_options_free(pager->options);
	libapi_client_unref(pager->client);
	wire_free(pager);
}

static bool copy_path(struct libapi__pager *pager, const char *const *values) {
	size_t count =
		pager->operation->path_fields != NULL ? pager->operation->path_fields->count : 0;

	if (count == 0) {
		return true;
	}
	pager->path_values = wire_calloc(count, sizeof(*pager->path_values));
	if (pager->path_values == NULL) {
		return false;
	}
	pager->path_count = count;
	for (size_t i = 0; values != NULL && i < count; i++) {
		if (!libapi__text_set(&pager->path_values[i], values[i])) {
			return false;
		}
	}
	return true;
}

static struct wire_record *copy_record(
	const struct wire_schema *schema, const struct wire_record *from) {
	struct wire_record *copy = wire_record_new(schema);
	bool good = copy != NULL;

	for (size_t i = 0; good && from != NULL && i < schema->count; i++) {
		good = wire_value_copy(
			copy->document, &schema->fields[i], &copy->values[i], &from->values[i]);
	}
	if (!good) {
		wire_record_unref(copy);
		return NULL;
	}
	return copy;
}

static bool copy_query(struct libapi__pager *pager, const struct wire_record *query) {
	const struct wire_schema *schema = pager->operation->query;
	int field = schema != NULL ? wire_field_index(schema, "cursor", strlen("cursor")) : -1;

	if (field < 0) {
		return false;
	}
	pager->cursor_field = (size_t)field;
	pager->query = copy_record(schema, query);
	return pager->query != NULL;
}

int32_t libapi__pager_new(libapi_client *client, const struct operation *operation,
	const char *const *path_values, const struct wire_record *query,
	const libapi_call_options *options, struct libapi__pager **out, libapi_error **error) {
	struct libapi__pager *pager = NULL;
	int32_t code = LIBAPI_OK;

	if (error != NULL) {
		*error = NULL;
	}
	if (out == NULL) {
		return libapi__fail(error, LIBAPI_E_INVALID, "out is NULL");
	}
	*out = NULL;
	code = libapi__client_check(client, error);
	if (code != LIBAPI_OK) {
		return code;
	}
	pager = wire_calloc(1, sizeof(*pager));
	if (pager == NULL) {
		return libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	}
	pager->client = libapi_client_ref(client);
	pager->operation = operation;
	if (!copy_path(pager, path_values) || !copy_query(pager, query) ||
		!libapi__call_options_copy(options, &pager->options)) {
		libapi__pager_free(pager);
		return libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	}
	*out = pager; /* the caller's from here */
	return LIBAPI_OK;
}

/* Ask for a page: the first, or the one behind `cursor`. The query is copied for each, since a record's memory only
 * grows and a walk may be long. */
static int32_t fetch_page(struct libapi__pager *pager, const struct wire_value *cursor,
	struct wire_record **page, libapi_error **error) {
	struct wire_record *query = copy_record(pager->operation->query, pager->query);
	int32_t code = LIBAPI_OK;

	if (query == NULL || (cursor != NULL && !wire_set_text(query, pager->cursor_field,
							cursor->text, cursor->len))) {
		wire_record_unref(query);
		return libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	}
	code = libapi__call_perform(pager->client, pager->operation,
		(const char *const *)pager->path_values, query, NULL, pager->options, page, error);
	wire_record_unref(query);
	return code;
}

/* The page after the one that is used up, or `ended`. */
static int32_t turn_page(struct libapi__pager *pager, libapi_error **error) {
	const struct wire_value *cursor =
		pager->page != NULL ? &pager->page->values[PAGE_NEXT_CURSOR] : NULL;
	struct wire_record *page = NULL;
	int32_t code = LIBAPI_OK;

	if (cursor != NULL && cursor->state != WIRE_SET) {
		pager->ended = true;
		return LIBAPI_OK;
	}
	code = fetch_page(pager, cursor, &page, error);
	if (code == LIBAPI_OK) {
		wire_record_unref(pager->page);
		pager->page = page;
		pager->at = 0;
	}
	return code;
}

static const struct wire_value *next_item(struct libapi__pager *pager) {
	const struct wire_value *items =
		pager->page != NULL ? &pager->page->values[PAGE_ITEMS] : NULL;

	while (items != NULL && items->state == WIRE_SET && pager->at < items->list->count) {
		const struct wire_value *item = &items->list->items[pager->at++];
		if (item->state == WIRE_SET) {
			return item;
		}
	}
	return NULL;
}

int32_t libapi__pager_next(
	struct libapi__pager *pager, struct wire_record **out, libapi_error **error) {
	const struct wire_value *item = NULL;

	if (error != NULL) {
		*error = NULL;
	}
	if (out != NULL) {
		*out = NULL;
	}
	if (pager == NULL || out == NULL) {
		return -libapi__fail(
			error, LIBAPI_E_INVALID, "%s is NULL", pager == NULL ? "pager" : "out");
	}
	item = next_item(pager);
	while (item == NULL && !pager->ended) {
		int32_t code =
			turn_page(pager, error); /* a page may be empty and still not be the last */
		if (code != LIBAPI_OK) {
			return -code;
		}
		item = pager->ended ? NULL : next_item(pager);
	}
	if (item == NULL) {
		return 0;
	}
	*out = wire_record_ref(item->record);
	return 1;
}
