/* zone_list.c: the names in tzdata.zi, the database's own source as it is installed beside the TZif files.
 *
 *   # version 2025b
 *   Z Europe/Berlin 0:53:28 - LMT 1893 Ap     a zone; lines that go on begin with a digit or a minus
 *   L America/New_York US/Eastern             a link: target, name
 *   R …                                       rules, not for us: they are compiled into the files
 *
 * The list is what makes a name valid: walking the folder would offer localtime, posix/ and right/ as well, and
 * would not tell a link from a copy. */
#include <stdlib.h>
#include <string.h>

#include "server/domain/zone_database.h"

struct words {
	const char *at[4];
	size_t len[4];
	size_t count;
};

static struct words split(const char *line, size_t len) {
	struct words words = { .count = 0 };
	size_t i = 0;

	while (words.count < 4) {
		while (i < len && (line[i] == ' ' || line[i] == '\t' || line[i] == '\r')) {
			i++;
		}
		size_t start = i;
		while (i < len && line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
			i++;
		}
		if (i == start) {
			break;
		}
		words.at[words.count] = line + start;
		words.len[words.count++] = i - start;
	}
	return words;
}

static bool is_name_char(char c) {
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c != 0 && strchr("+-_/.", c) != NULL);
}

/* Names become paths: none may leave the folder. */
static bool copy_name(char to[ZONE_NAME_ROOM], const char *name, size_t len) {
	if (len == 0 || len >= ZONE_NAME_ROOM || name[len - 1] == '/') {
		return false;
	}
	for (size_t i = 0; i < len; i++) {
		bool starts_part = i == 0 || name[i - 1] == '/';
		if (!is_name_char(name[i]) || (starts_part && (name[i] == '.' || name[i] == '/'))) {
			return false;
		}
	}
	memcpy(to, name, len);
	to[len] = 0;
	return true;
}

static struct zone *add_zone(struct zone_database *database) {
	if (database->count == database->room) {
		size_t room = database->room == 0 ? 1024 : 2 * database->room;
		struct zone *zones = reallocarray(database->zones, room, sizeof(*zones));
		if (zones == NULL) {
			return NULL;
		}
		database->zones = zones;
		database->room = room;
	}
	database->zones[database->count] = (struct zone){ .fault = NULL };
	return &database->zones[database->count];
}

static const char *add_line(struct zone_database *database, const struct words *words) {
	char kind = words->count >= 3 ? words->at[0][0] : 0;

	if (kind != 'Z' && kind != 'L') {
		return NULL;
	}
	if (database->count >= ZONE_SLOTS / 2) {
		return "too many names";
	}
	struct zone *zone = add_zone(database);
	if (zone == NULL) {
		return "no memory";
	}
	bool is_link = kind == 'L';
	if (!copy_name(zone->name, words->at[1 + is_link], words->len[1 + is_link]) ||
		(is_link && !copy_name(zone->target, words->at[1], words->len[1]))) {
		return "a name that no zone may have";
	}
	database->count++;
	return NULL;
}

static void read_version(struct zone_database *database, const struct words *words) {
	if (words->count == 3 && words->len[0] == 1 && words->at[0][0] == '#' &&
		words->len[1] == 7 && memcmp(words->at[1], "version", 7) == 0 &&
		words->len[2] < ZONE_VERSION_ROOM) {
		for (size_t i = 0; i < words->len[2]; i++) {
			char c = words->at[2][i]; /* it will stand in JSON */
			database->version[i] = is_name_char(c) && c != '/' ? c : '?';
		}
		database->version[words->len[2]] = 0;
	}
}

const char *zone_list_read(struct zone_database *database, const char *text, size_t len) {
	const char *end = text + len;
	const char *fault = NULL;

	for (const char *line = text; line < end && fault == NULL;) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));
		stop = stop == NULL ? end : stop;
		struct words words = split(line, (size_t)(stop - line));
		if (line == text) {
			read_version(database, &words);
		}
		fault = add_line(database, &words);
		line = stop + 1;
	}
	return fault != NULL ? fault : database->count == 0 ? "no names in it" : NULL;
}
