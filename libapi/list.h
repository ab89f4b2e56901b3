/* list.h: intrusive doubly linked lists; a call is in at most one list per link it carries. */
#ifndef LIBAPI_LIST_H
#define LIBAPI_LIST_H

#include <stdbool.h>
#include <stddef.h>

struct link {
	struct link *prev, *next; /* both NULL: in no list */
};

#define LINK_OWNER(link, type, member) ((type *)(void *)((char *)(link)-offsetof(type, member)))

static inline void list_init(struct link *list) {
	list->prev = list->next = list;
}

static inline bool list_is_empty(const struct link *list) {
	return list->next == list;
}

static inline bool link_is_in(const struct link *link) {
	return link->next != NULL;
}

static inline void list_append(struct link *list, struct link *link) {
	link->prev = list->prev;
	link->next = list;
	list->prev->next = link;
	list->prev = link;
}

/* Legal for a link that is in no list. */
static inline void list_remove(struct link *link) {
	if (link->next == NULL) {
		return;
	}
	link->prev->next = link->next;
	link->next->prev = link->prev;
	link->prev = link->next = NULL;
}

#endif
