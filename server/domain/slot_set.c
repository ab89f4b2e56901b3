/* slot_set.c: slots in order, without doubles. */
#include <stdlib.h>
#include <string.h>

#include "server/domain/series_set.h"

static bool reserve(struct slot_set *list) {
	size_t room = list->room == 0 ? 16 : list->room * 2;

	if (list->count < list->room) {
		return true;
	}
	int64_t *slots = realloc(list->slots, room * sizeof(*slots));
	if (slots == NULL) {
		return false;
	}
	list->slots = slots;
	list->room = room;
	return true;
}

/* Lists mostly come in order: then this is one comparison. */
bool slot_set_add(struct slot_set *list, int64_t slot) {
	size_t at = list->count;

	while (at > 0 && list->slots[at - 1] > slot) {
		at--;
	}
	if (at > 0 && list->slots[at - 1] == slot) {
		return true;
	}
	if (!reserve(list)) {
		return false;
	}
	memmove(list->slots + at + 1, list->slots + at, (list->count - at) * sizeof(*list->slots));
	list->slots[at] = slot;
	list->count++;
	return true;
}

bool slot_set_has(const struct slot_set *list, int64_t slot) {
	size_t low = 0, high = list->count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (list->slots[middle] < slot) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low < list->count && list->slots[low] == slot;
}

static bool read_item(const char *at, size_t len, bool is_all_day, int64_t *slot) {
	char item[SLOT_ROOM];

	if (len >= sizeof(item)) {
		return false;
	}
	memcpy(item, at, len);
	item[len] = 0;
	return slot_read(item, is_all_day, slot) && *slot >= RRULE_FIRST_S && *slot <= RRULE_LAST_S;
}

bool slot_set_read(
	struct slot_set *list, const char *text, bool is_all_day, struct slot_fault *fault) {
	int64_t slot;

	if (text == NULL) {
		return true;
	}
	for (size_t index = 0; *text != 0; index++) {
		size_t len = strcspn(text, ",");
		if (read_item(text, len, is_all_day, &slot)) {
			if (!slot_set_add(list, slot)) {
				return false;
			}
		} else if (fault != NULL) {
			fault->on_wrong(fault, index);
		}
		text += len + (text[len] == ',');
	}
	return true;
}

bool slot_set_copy(struct slot_set *to, const struct slot_set *from) {
	to->count = 0;
	for (size_t i = 0; i < from->count; i++) {
		if (!slot_set_add(to, from->slots[i])) {
			return false;
		}
	}
	return true;
}

void slot_set_keep(struct slot_set *list, int64_t from, int64_t to) {
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++) {
		if (list->slots[i] >= from && list->slots[i] < to) {
			list->slots[kept++] = list->slots[i];
		}
	}
	list->count = kept;
}

void slot_set_drop(struct slot_set *list, int64_t slot) {
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++) {
		if (list->slots[i] != slot) {
			list->slots[kept++] = list->slots[i];
		}
	}
	list->count = kept;
}

void slot_set_finish(struct slot_set *list) {
	free(list->slots);
	*list = (struct slot_set){ 0 };
}
