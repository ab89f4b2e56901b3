/* list.c: lists and maps inside a record. A map is a list with keys beside its items, in the order they came:
 * fifty entries at most, so a search along them is quicker than any hash. */
#include <assert.h>
#include <string.h>

#include "libapi/wire/record.h"

#define FIRST_ROOM 4

/* Moves the list to arrays twice as long; the old ones stay in the arena until it goes. */
static bool set_room(
	struct wire_document *document, struct wire_list *list, size_t room, bool is_map) {
	struct wire_value *items = wire_arena_take(document->arena, room * sizeof *items);
	const char **keys = is_map ? wire_arena_take(document->arena, room * sizeof *keys) : NULL;
	if (items == NULL || (is_map && keys == NULL)) {
		return false;
	}
	if (list->items != NULL) {
		memcpy(items, list->items, list->count * sizeof *items);
		if (is_map) {
			memcpy(keys, list->keys, list->count * sizeof *keys);
		}
	}
	list->items = items;
	list->keys = keys;
	list->room = room;
	return true;
}

struct wire_list *wire_value_make_list(struct wire_document *document,
	const struct wire_field *field, struct wire_value *value, size_t room) {
	struct wire_list *list = wire_arena_take(document->arena, sizeof *list);
	if (list == NULL) {
		return NULL;
	}
	*list = (struct wire_list){ 0 };
	/* One at least, so that a map is known by its keys. */
	if (!set_room(document, list, room > 0 ? room : 1, field->type == WIRE_MAP)) {
		return NULL;
	}
	*value = (struct wire_value){ .state = WIRE_SET, .list = list };
	return list;
}

struct wire_value *wire_list_append(
	struct wire_document *document, struct wire_list *list, const char *key) {
	bool is_map = list->keys != NULL;
	if (list->count == list->room && !set_room(document, list, 2 * list->room, is_map)) {
		return NULL;
	}
	if (is_map) {
		list->keys[list->count] = key;
	}
	assert(list->items != NULL); /* wire_list_new() gives room */
	struct wire_value *item = &list->items[list->count++];
	*item = (struct wire_value){ .state = WIRE_UNSET };
	return item;
}

/* The field's list, made if it is not there yet. */
static struct wire_list *list_of(struct wire_record *record, size_t field) {
	assert(field < record->schema->count);
	struct wire_value *value = &record->values[field];
	if (value->state == WIRE_SET) {
		return value->list;
	}
	return wire_value_make_list(
		record->document, &record->schema->fields[field], value, FIRST_ROOM);
}

bool wire_set_empty(struct wire_record *record, size_t field) {
	assert(field < record->schema->count);
	struct wire_value *value = &record->values[field];
	return wire_value_make_list(
		       record->document, &record->schema->fields[field], value, FIRST_ROOM) != NULL;
}

/* `from` is copied to a new end of the list; a failed copy takes the new end back. */
static bool add_value(struct wire_record *record, size_t field, const struct wire_value *from) {
	struct wire_list *list = list_of(record, field);
	struct wire_value *item =
		list == NULL ? NULL : wire_list_append(record->document, list, NULL);
	if (item == NULL) {
		return false;
	}
	if (!wire_value_copy(record->document, record->schema->fields[field].item, item, from)) {
		list->count--;
		return false;
	}
	return true;
}

bool wire_add_text(struct wire_record *record, size_t field, const char *text, size_t len) {
	if (len > UINT32_MAX) {
		return false;
	}
	return add_value(record, field,
		&(struct wire_value){ .state = WIRE_SET, .len = (uint32_t)len, .text = text });
}

bool wire_add_record(struct wire_record *record, size_t field, const struct wire_record *child) {
	return add_value(record, field,
		&(struct wire_value){
			.state = WIRE_SET, .record = (struct wire_record *)child }); /* only read */
}

static struct wire_value *find_entry(struct wire_list *map, const char *key) {
	for (size_t i = 0; i < map->count; i++) {
		if (strcmp(map->keys[i], key) == 0) {
			return &map->items[i];
		}
	}
	return NULL;
}

bool wire_put_entry(
	struct wire_record *record, size_t field, const char *key, const char *text_or_null) {
	struct wire_document *document = record->document;
	struct wire_list *map = list_of(record, field);
	if (map == NULL) {
		return false;
	}
	/* The text first: an entry that could not be filled must not stay behind. */
	struct wire_value value = { .state = WIRE_NULL };
	enum wire_format format = record->schema->fields[field].item->format;
	if (text_or_null != NULL && !wire_value_copy_text(document, format, &value, text_or_null,
					    strlen(text_or_null))) {
		return false;
	}
	struct wire_value *entry = find_entry(map, key);
	if (entry == NULL) {
		const char *copy = wire_arena_copy(document->arena, key, strlen(key));
		entry = copy == NULL ? NULL : wire_list_append(document, map, copy);
	}
	if (entry == NULL) {
		return false;
	}
	*entry = value;
	return true;
}
