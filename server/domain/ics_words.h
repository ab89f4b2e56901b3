/* ics_words.h: words of the API and what iCalendar calls the same: one table each, read both ways. */
#ifndef SERVER_DOMAIN_ICS_WORDS_H
#define SERVER_DOMAIN_ICS_WORDS_H

#include <stddef.h>
#include <string.h>
#include <strings.h>

struct ics_word { /* the last one has NULLs */
	const char *api, *ics;
};

static const struct ics_word ics_roles[] = {
	{ "required", "REQ-PARTICIPANT" },
	{ "optional", "OPT-PARTICIPANT" },
	{ "chair", "CHAIR" },
	{ "optional", "NON-PARTICIPANT" },
	{ NULL, NULL },
};
static const struct ics_word ics_partstats[] = {
	{ "needs_action", "NEEDS-ACTION" },
	{ "accepted", "ACCEPTED" },
	{ "declined", "DECLINED" },
	{ "tentative", "TENTATIVE" },
	{ NULL, NULL },
};

static inline const char *ics_word_read(const struct ics_word *words, const char *ics) {
	while (words->ics != NULL && strcasecmp(words->ics, ics) != 0) {
		words++;
	}
	return words->api;
}

static inline const char *ics_word_written(const struct ics_word *words, const char *api) {
	while (words->api != NULL && (api == NULL || strcmp(words->api, api) != 0)) {
		words++;
	}
	return words->ics;
}

#endif
