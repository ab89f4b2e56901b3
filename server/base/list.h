/* list.h: a doubly linked list whose links live inside what is listed. */
#ifndef SERVER_BASE_LIST_H
#define SERVER_BASE_LIST_H

#include <stdbool.h>
#include <stddef.h>

struct list {
	struct list *prev, *next;
};
#define LIST_ENTRY(link, type, member) ((type *)((char *)(link)-offsetof(type, member)))

static inline void list_init(struct list *list) {
	list->prev = list->next = list;
}
static inline bool list_empty(const struct list *list) {
	return list->next ==
	       list; /* NOLINT(clang-analyzer-unix.Malloc): a list_first() was removed before it was freed */
}
static inline void list_append(struct list *list, struct list *link) {
	link->prev = list->prev;
	link->next = list;
	list->prev->next = link;
	list->prev = link;
}
/* Safe on a link that is in no list but was initialised. */
static inline void list_remove(struct list *link) {
	link->prev->next = link->next;
	link->next->prev = link->prev;
	list_init(link);
}
static inline struct list *list_first(struct list *list) {
	/* NOLINTNEXTLINE(clang-analyzer-unix.Malloc): what was freed was removed first */
	return list_empty(list) ? NULL : list->next;
}

#endif
