/* dispatch.h: the library as tables, so that a case may name operations and members.
 *
 * generator/conformance.py writes the rows from the contract: a new operation, member or constant is reached without a
 * line by hand. Behind each pointer is one public function; what a row has none of is NULL. */
#ifndef TESTS_CONFORMANCE_DISPATCH_H
#define TESTS_CONFORMANCE_DISPATCH_H

#include "api/api.h"

#include <stdbool.h>

enum kind { TEXT, ENUM, JSON, NUMBER, FLAG, MILLISECONDS, RECORD, TEXTS, RECORDS, MAP };

/* ---- answers -------------------------------------------------------------------------------------------- */

struct reader;
struct getter {
	const char *name;
	enum kind kind;
	bool is_read; /* it has given something, in one of the cases */
	struct reader *child; /* of a record, or of a list's entries */
	const char *const *names; /* of an enum, by value; UNKNOWN is "" */
	int32_t (*has)(const void *of);
	const char *(*text)(const void *of);
	int64_t (*number)(const void *of);
	const void *(*record)(const void *of);
	size_t (*count)(const void *of);
	const char *(*text_at)(const void *of, size_t index);
	const void *(*record_at)(const void *of, size_t index);
	const char *(*key_at)(const void *of, size_t index);
	const char *(*entry)(const void *of, const char *key);
};

struct reader {
	const char *name;
	struct getter *getters;
	size_t count;
	void *(*ref)(const void *handle);
	void (*unref)(void *handle);
};

/* ---- bodies and queries --------------------------------------------------------------------------------- */

struct builder;
struct setter {
	const char *name;
	enum kind kind;
	bool is_set, is_nulled, is_cleared; /* in one of the cases */
	struct builder *child;
	const char *const *names;
	int32_t (*text)(void *to, const char *value); /* of a list: one more */
	int32_t (*number)(void *to, int64_t value);
	int32_t (*record)(void *to, const void *value); /* of a list: one more */
	int32_t (*entry)(void *to, const char *key, const char *value);
	int32_t (*entry_null)(void *to, const char *key);
	int32_t (*null)(void *to);
	int32_t (*clear)(void *to);
	int32_t (*unset)(void *to);
};

struct builder {
	const char *name;
	struct setter *setters;
	size_t count;
	int32_t (*make)(void **out);
	void (*release)(void *builder);
};

/* ---- operations ----------------------------------------------------------------------------------------- */

enum { PATH_VALUES_MAX = 8 };
struct inputs {
	const char *path[PATH_VALUES_MAX];
	void *query, *body;
	const char *text; /* the body of an operation that takes text */
	size_t text_bytes;
	libapi_call_options *options;
};

struct row {
	const char *id;
	const char *const *path; /* names, NULL behind the last */
	struct builder *query, *body;
	struct reader *answer, *item; /* NULL: text or nothing; item: of a list */
	bool gives_text, takes_text;
	int32_t (*perform)(
		libapi_client *client, const struct inputs *in, void **out, libapi_error **error);
	int32_t (*start)(libapi_client *client, const struct inputs *in, libapi_call **out,
		libapi_error **error);
	int32_t (*take)(libapi_call *call, void **out, libapi_error **error);
	int32_t (*walk)(
		libapi_client *client, const struct inputs *in, void **pager, libapi_error **error);
	int32_t (*next)(void *pager, void **out, libapi_error **error);
	void (*stop)(void *pager);
};

extern const struct row rows[];
extern const size_t row_count;
extern struct reader *const readers[];
extern const size_t reader_count;
extern struct builder *const builders[];
extern const size_t builder_count;

#endif
