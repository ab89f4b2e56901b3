/* who.c: the server's search finds parts of names; here only a whole one counts, so that nobody is taken for somebody
 * else. What came near is said. */
#include "cli/who.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { LOOKED_AT_MAX = 1000, NAMED_MAX = 5, UUID_LEN = 36 };

struct search {
	const char *said;
	struct person *out;
	size_t seen, equal;
	char near[256], several[256]; /* usernames */
	size_t near_count;
};

static bool is_id(const char *text) {
	return strlen(text) == UUID_LEN && strspn(text, "0123456789abcdefABCDEF-") == UUID_LEN &&
	       text[8] == '-';
}

static void take(struct person *person, const char *said, const char *id) {
	person->said = said;
	snprintf(person->id, sizeof(person->id), "%s", id);
}

static void name_one(char *names, size_t room, size_t already, const char *username) {
	size_t len = strlen(names);

	if (already < NAMED_MAX) {
		snprintf(names + len, room - len, "%s%s", already > 0 ? ", " : "", username);
	}
}

static bool is_called(const char *name, const char *said) {
	return name != NULL && strcasecmp(name, said) == 0;
}

/* true: a username, of which there is one only; nothing else can be meant. */
static bool judge(struct search *search, const libapi_user *user) {
	const char *username = libapi_user_username(user);

	search->seen++;
	if (is_called(username, search->said)) {
		take(search->out, search->said, libapi_user_id(user));
		search->equal = 1;
		return true;
	}
	if (is_called(libapi_user_email(user), search->said) ||
		is_called(libapi_user_display_name(user), search->said)) {
		take(search->out, search->said, libapi_user_id(user));
		name_one(search->several, sizeof(search->several), search->equal++, username);
	} else {
		name_one(search->near, sizeof(search->near), search->near_count++, username);
	}
	return false;
}

static int32_t walk(libapi_client *client, struct search *search, libapi_error **error) {
	LIBAPI_AUTO(user_list_query) *query = NULL;
	LIBAPI_AUTO(user_pager) *pager = NULL;
	int32_t got = 1, code = libapi_user_list_query_new(&query);

	code = code != LIBAPI_OK ? code : libapi_user_list_query_set_q(query, search->said);
	code = code != LIBAPI_OK ? code : libapi_user_pager_new(client, query, NULL, &pager, error);
	if (code != LIBAPI_OK) {
		return code;
	}
	while (got == 1 && search->seen < LOOKED_AT_MAX) {
		LIBAPI_AUTO(user) *user = NULL;
		got = libapi_user_pager_next(pager, &user, error);
		if (got == 1 && judge(search, user)) {
			break;
		}
	}
	return got < 0 ? -got : LIBAPI_OK;
}

static int32_t refuse(const struct search *search, char *problem, size_t room) {
	if (search->equal > 1) {
		snprintf(problem, room, "\"%.64s\" are several: %s; give the username",
			search->said, search->several);
	} else if (search->near_count > 0) {
		snprintf(problem, room, "nobody is called \"%.64s\"; near: %s%s", search->said,
			search->near, search->near_count > NAMED_MAX ? " …" : "");
	} else {
		snprintf(problem, room,
			"nobody is called \"%.64s\"; give `me`, an id, a username, a whole name%s",
			search->said,
			strchr(search->said, '@') == NULL
				? ", or an e-mail address"
				: " (only administrators find others by e-mail address)");
	}
	return LIBAPI_E_INVALID;
}

int32_t who_find(libapi_client *client, const libapi_user *me, const char *said, struct person *out,
	char *problem, size_t room, libapi_error **error) {
	struct search search = { .said = said, .out = out };

	if (strcmp(said, "me") == 0 || is_id(said)) {
		take(out, said, is_id(said) ? said : libapi_user_id(me));
		return LIBAPI_OK;
	}
	if (said[0] == '\0') {
		return refuse(&search, problem, room);
	}
	int32_t code = walk(client, &search, error);
	if (code != LIBAPI_OK || search.equal == 1) {
		return code;
	}
	return refuse(&search, problem, room);
}

const char *people_name(const struct people *people, const char *id) {
	for (size_t i = 0; people != NULL && i < people->count; i++) {
		if (strcasecmp(people->all[i].id, id) == 0) {
			return people->all[i].said;
		}
	}
	return id;
}
