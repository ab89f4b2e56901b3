/* build.c: given ──► thunk ──► libapi_NOUN_draft_set_MEMBER(). */
#include "cli/build.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/value.h"

struct trouble {
	char *problem;
	size_t room;
	libapi_error **error;
};

static int32_t set_value(const struct flag *flag, void *builder, const char *text, int64_t number,
	struct trouble *trouble);

static int32_t fill_child(
	const struct builder *of, void *child, const char *text, struct trouble *trouble) {
	int32_t code = LIBAPI_OK;

	while (*text != '\0' && code == LIBAPI_OK) {
		struct pair pair;
		if (!pair_next(of, &text, &pair, trouble->problem, trouble->room)) {
			return LIBAPI_E_INVALID;
		}
		code = set_value(pair.flag, child, pair.value, pair.number, trouble);
		free(pair.value);
	}
	return code;
}

static int32_t set_object(
	const struct flag *flag, void *builder, const char *text, struct trouble *trouble) {
	const struct builder *of = flag->child;
	void *child = NULL;
	int32_t code;

	if (text[0] == '{' && of->from_json != NULL) {
		code = of->from_json(text, strlen(text), &child, trouble->error);
	} else {
		code = of->create(&child);
		if (code == LIBAPI_OK) {
			code = fill_child(of, child, text, trouble);
		}
	}
	if (code == LIBAPI_OK) {
		code = flag->set_child(builder, child);
	}
	of->release(child);
	return code;
}

static int32_t set_entry(const struct flag *flag, void *builder, const char *text) {
	const char *equals = strchr(text, '=');
	char *key = strndup(text, equals != NULL ? (size_t)(equals - text) : strlen(text));
	int32_t code = LIBAPI_E_MEMORY;

	if (key != NULL) {
		code = flag->set_entry(builder, key, equals != NULL ? equals + 1 : NULL);
	}
	free(key);
	return code;
}

static int32_t set_value(const struct flag *flag, void *builder, const char *text, int64_t number,
	struct trouble *trouble) {
	switch (flag->kind) {
	case FLAG_NUMBER:
	case FLAG_BOOL:
		return flag->set_number(builder, number);
	case FLAG_CHOICE:
	case FLAG_CHOICES:
		/* Lists of choices and query parameters may travel as text. */
		return flag->set_number != NULL ? flag->set_number(builder, number)
						: flag->set_text(builder, text);
	case FLAG_ENTRIES:
		return set_entry(flag, builder, text);
	case FLAG_OBJECT:
	case FLAG_OBJECTS:
		return set_object(flag, builder, text, trouble);
	case FLAG_TEXT:
	case FLAG_TEXTS:
		break;
	}
	return flag->set_text(builder, text);
}

static int32_t set_off(const struct flag *flag, void *builder) {
	return flag->set_null != NULL ? flag->set_null(builder) : flag->set_empty(builder);
}

bool starts_over(const struct args *args, size_t at) {
	const struct flag *flag = args->given[at].flag;

	for (size_t i = 0; i < at; i++) {
		if (args->given[i].flag == flag) {
			return false;
		}
	}
	return flag_repeats(flag) && flag->kind != FLAG_ENTRIES && flag->set_empty != NULL;
}

bool is_given(const struct args *args, const struct builder *of) {
	for (size_t i = 0; i < args->given_count; i++) {
		if (args->given[i].of == of) {
			return true;
		}
	}
	return false;
}

int32_t build(const struct args *args, const struct builder *of, const char *json, size_t len,
	void **out, char *problem, size_t room, libapi_error **error) {
	struct trouble trouble = { problem, room, error };
	void *builder = NULL;
	int32_t code =
		json != NULL ? of->from_json(json, len, &builder, error) : of->create(&builder);

	for (size_t i = 0; code == LIBAPI_OK && i < args->given_count; i++) {
		const struct given *given = &args->given[i];
		if (given->of != of) {
			continue;
		}
		if (given->text == NULL) {
			code = set_off(given->flag, builder);
		} else if (starts_over(args, i)) {
			code = given->flag->set_empty(builder);
		}
		if (code == LIBAPI_OK && given->text != NULL) {
			code = set_value(
				given->flag, builder, given->text, given->number, &trouble);
		}
		if (code != LIBAPI_OK && problem[0] == '\0' && (error == NULL || *error == NULL)) {
			snprintf(problem, room, "--%s: %s", given->flag->name,
				libapi_error_name(code));
		}
	}
	if (code != LIBAPI_OK) {
		of->release(builder);
		builder = NULL;
	}
	*out = builder;
	return code;
}
