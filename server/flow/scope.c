/* scope.c: names of scopes and their bits. */
#include "server/flow/scope.h"

#include <string.h>

#include "server/flow/route.h"

static const struct {
	const char *name;
	uint32_t bit;
} scopes[] = {
	{ "admin", SCOPE_ADMIN },
	{ "calendars:read", SCOPE_CALENDARS_READ },
	{ "calendars:write", SCOPE_CALENDARS_WRITE },
	{ "events:read", SCOPE_EVENTS_READ },
	{ "events:write", SCOPE_EVENTS_WRITE },
	{ "freebusy:read", SCOPE_FREEBUSY_READ },
	{ "webhooks:manage", SCOPE_WEBHOOKS_MANAGE },
};

uint32_t scope_bit(const char *name, size_t len) {
	for (size_t i = 0; i < sizeof(scopes) / sizeof(*scopes); i++) {
		if (strlen(scopes[i].name) == len && memcmp(scopes[i].name, name, len) == 0) {
			return scopes[i].bit;
		}
	}
	return 0;
}

const char *scope_name(uint32_t bit) {
	for (size_t i = 0; i < sizeof(scopes) / sizeof(*scopes); i++) {
		if (scopes[i].bit == bit) {
			return scopes[i].name;
		}
	}
	return "unknown";
}

uint32_t scopes_read(const char *array) {
	uint32_t bits = 0;

	while (*array != 0) {
		size_t len = strcspn(array, ",{}\"");
		bits |= scope_bit(array, len);
		array += len + (array[len] != 0);
	}
	return bits;
}
