/* router.c: a tree whose branches are path segments. A literal is tried before a field, as OpenAPI 3.1 §4.8.8
 * wants it: /users/me-literal wins over /users/{user_id}. */
#include "server/flow/router.h"

#include <stdlib.h>
#include <string.h>

enum { METHOD_GET, METHOD_POST, METHOD_PUT, METHOD_PATCH, METHOD_DELETE, METHOD_COUNT };
static const char *const method_names[METHOD_COUNT] = { "GET", "POST", "PUT", "PATCH", "DELETE" };

struct node {
	struct node *next; /* sibling */
	struct node *literals, *field;
	const char *text; /* literal, or what follows the closing brace of a field: "{token}.ics" */
	size_t len;
	const struct route *rows[METHOD_COUNT];
	char allow[48];
};
struct router {
	struct node root;
};

static void free_node(struct node *node) {
	while (node != NULL) {
		struct node *next = node->next;
		free_node(node->literals);
		free_node(node->field);
		free(node);
		node = next;
	}
}

void router_free(struct router *router) {
	if (router != NULL) {
		free_node(router->root.literals);
		free_node(router->root.field);
		free(router);
	}
}

/* The branch for one segment of a template, made if it is not there. */
static struct node *grow(struct node *node, const char *text, size_t len) {
	struct node **list = &node->literals;

	if (len > 0 && text[0] == '{') {
		const char *close = memchr(text, '}', len);
		size_t skip = close == NULL ? len : (size_t)(close - text) + 1;
		text += skip;
		len -= skip;
		list = &node->field;
	}
	for (struct node *branch = *list; branch != NULL; branch = branch->next) {
		if (branch->len == len && memcmp(branch->text, text, len) == 0) {
			return branch;
		}
	}
	struct node *branch = calloc(1, sizeof(*branch));
	if (branch != NULL) {
		branch->text = text;
		branch->len = len;
		branch->next = *list;
		*list = branch;
	}
	return branch;
}

static int method_index(const char *name, size_t len) {
	for (int i = 0; i < METHOD_COUNT; i++) {
		if (strlen(method_names[i]) == len && memcmp(method_names[i], name, len) == 0) {
			return i;
		}
	}
	return -1;
}

static void write_allow(struct node *node) {
	node->allow[0] = 0;
	for (int i = 0; i < METHOD_COUNT; i++) {
		if (node->rows[i] != NULL) {
			strcat(node->allow, node->allow[0] == 0 ? "" : ", ");
			strcat(node->allow, method_names[i]);
			strcat(node->allow, i == METHOD_GET ? ", HEAD" : "");
		}
	}
}

static bool add(struct node *node, const struct route *row) {
	const char *at = row->operation->path + 1;

	while (node != NULL && *at != 0) {
		size_t len = strcspn(at, "/");
		node = grow(node, at, len);
		at += len + (at[len] == '/');
	}
	int method = method_index(row->operation->method, strlen(row->operation->method));
	if (node == NULL || method < 0) {
		return false;
	}
	node->rows[method] = row;
	write_allow(node);
	return true;
}

struct router *router_new(const struct route *rows, size_t count) {
	struct router *router = calloc(1, sizeof(*router));

	for (size_t i = 0; router != NULL && i < count; i++) {
		if (!add(&router->root, &rows[i])) {
			router_free(router);
			return NULL;
		}
	}
	return router;
}

static const struct node *step_literal(const struct node *node, const char *text, size_t len) {
	for (const struct node *branch = node->literals; branch != NULL; branch = branch->next) {
		if (branch->len == len && memcmp(branch->text, text, len) == 0) {
			return branch;
		}
	}
	return NULL;
}

static const struct node *step_field(
	const struct node *node, const char *text, size_t len, struct slice *value) {
	for (const struct node *branch = node->field; branch != NULL; branch = branch->next) {
		if (len > branch->len &&
			memcmp(text + len - branch->len, branch->text, branch->len) == 0) {
			*value = (struct slice){ text, len - branch->len };
			return branch;
		}
	}
	return NULL;
}

static const struct node *walk(
	const struct node *node, const char *path, size_t len, struct slice *fields) {
	const char *at = path + 1, *end = path + len;
	size_t field_count = 0;

	if (len == 0 || path[0] != '/') {
		return NULL;
	}
	while (node != NULL && at <= end) {
		const char *stop = at == end ? NULL : memchr(at, '/', (size_t)(end - at));
		size_t segment_len = (size_t)((stop == NULL ? end : stop) - at);
		const struct node *literal = step_literal(node, at, segment_len);
		if (literal == NULL && field_count < PATH_FIELDS_MAX) {
			literal = step_field(node, at, segment_len, &fields[field_count]);
			field_count += literal != NULL;
		}
		node = literal;
		at += segment_len + 1;
	}
	return node;
}

void router_find(const struct router *router, const char *method, size_t method_len,
	const char *path, size_t path_len, struct route_match *match) {
	*match = (struct route_match){ 0 };
	const struct node *node = walk(&router->root, path, path_len, match->segments);
	if (node == NULL || node->allow[0] == 0) {
		return;
	}
	match->head = method_len == 4 && memcmp(method, "HEAD", 4) == 0;
	int index = match->head ? METHOD_GET : method_index(method, method_len);
	match->route = index < 0 ? NULL : node->rows[index];
	match->allow = match->route == NULL ? node->allow : NULL;
}
