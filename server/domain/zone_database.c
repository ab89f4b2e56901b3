/* zone_database.c: the list, then every file, then the links.
 *
 * All at once rather than each zone when it is first asked for: some 450 files are read in about 10 ms, and
 * afterwards the database cannot change under the process's feet, half a version at a time. */
#include "server/domain/zone_database.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/domain/zone_read.h"

enum { FILE_MAX = 4 << 20, LINK_STEPS_MAX = 8 };

/* ---- files --------------------------------------------------------------------------------------------- */

static const char *read_all(int fd, char **bytes, size_t *len) {
	struct stat file;

	if (fstat(fd, &file) != 0 || !S_ISREG(file.st_mode)) {
		return "not a file";
	}
	if (file.st_size > FILE_MAX) {
		return "too large";
	}
	*bytes = malloc((size_t)file.st_size + 1);
	if (*bytes == NULL) {
		return "no memory";
	}
	for (*len = 0; *len < (size_t)file.st_size;) {
		ssize_t got = read(fd, *bytes + *len, (size_t)file.st_size - *len);
		if (got <= 0 && !(got < 0 && errno == EINTR)) {
			return "cannot be read";
		}
		*len += got > 0 ? (size_t)got : 0;
	}
	return NULL;
}

/* NULL and *bytes to free, or static text that says why not; *bytes may need to be freed even then. */
static const char *read_file(const char *folder, const char *name, char **bytes, size_t *len) {
	char path[PATH_MAX];

	*bytes = NULL;
	if ((size_t)snprintf(path, sizeof(path), "%s/%s", folder, name) >= sizeof(path)) {
		return "the path is too long";
	}
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe must not hold us */
	if (fd < 0) {
		return errno == ENOENT ? "there is no such file" : "cannot be opened";
	}
	const char *fault = read_all(fd, bytes, len);
	close(fd);
	return fault;
}

static void note_fault(
	struct zone_database *database, const char *folder, const char *name, const char *fault) {
	if (fault != NULL && database->fault[0] == 0) {
		snprintf(database->fault, sizeof(database->fault), "%.192s/%s: %s", folder, name,
			fault);
	}
}

/* ---- names --------------------------------------------------------------------------------------------- */

/* FNV-1a: short names, and nobody can choose what is in the table. */
static uint32_t slot_of(const char *name) {
	uint32_t hash = 2166136261;

	for (; *name != 0; name++) {
		hash = (hash ^ (uint8_t)*name) * 16777619;
	}
	return (hash ^ hash >> 16) % ZONE_SLOTS;
}

/* The slot of the name, or the empty one where it would be: at most half are taken. */
static uint32_t probe(const struct zone_database *database, const char *name) {
	uint32_t slot = slot_of(name);

	while (database->slots[slot] != 0 &&
		strcmp(database->zones[database->slots[slot] - 1].name, name) != 0) {
		slot = (slot + 1) % ZONE_SLOTS;
	}
	return slot;
}

const struct zone *zone_database_find(const struct zone_database *database, const char *name) {
	uint32_t index = database->slots[probe(database, name)];

	return index == 0 ? NULL : &database->zones[index - 1];
}

static const struct zone *follow(const struct zone_database *database, const struct zone *zone) {
	for (int step = 0; zone != NULL && zone->target[0] != 0; step++) {
		zone = step < LINK_STEPS_MAX ? zone_database_find(database, zone->target) : NULL;
	}
	return zone;
}

/* ---- both ---------------------------------------------------------------------------------------------- */

static void load_zone(struct zone_database *database, const char *folder, struct zone *zone) {
	char *bytes = NULL;
	size_t len = 0;

	zone->canonical = zone;
	zone->fault = read_file(folder, zone->name, &bytes, &len);
	if (zone->fault == NULL) {
		zone->data = zone_read((const uint8_t *)bytes, len, &zone->fault);
	}
	free(bytes);
	note_fault(database, folder, zone->name, zone->fault);
}

static void resolve_link(struct zone_database *database, const char *folder, struct zone *zone) {
	const struct zone *canonical = follow(database, zone);

	zone->canonical = canonical != NULL ? canonical : zone;
	zone->data = zone->canonical->data;
	zone->fault = canonical == NULL ? "the link leads nowhere" : canonical->fault;
	note_fault(database, folder, zone->name, zone->fault);
}

void zone_database_open(struct zone_database *database, const char *folder) {
	char *text = NULL;
	size_t len = 0;

	*database = (struct zone_database){ .version = "unknown" };
	const char *fault = read_file(folder, "tzdata.zi", &text, &len);
	fault = fault != NULL ? fault : zone_list_read(database, text, len);
	free(text);
	note_fault(database, folder, "tzdata.zi", fault);
	for (size_t i = 0; i < database->count; i++) {
		uint32_t slot = probe(database, database->zones[i].name);
		if (database->slots[slot] == 0) { /* the first of two equal names counts */
			database->slots[slot] = (uint16_t)(i + 1);
		}
	}
	for (size_t i = 0; i < database->count; i++) {
		if (database->zones[i].target[0] == 0) {
			load_zone(database, folder, &database->zones[i]);
		}
	}
	for (size_t i = 0; i < database->count; i++) {
		if (database->zones[i].target[0] != 0) {
			resolve_link(database, folder, &database->zones[i]);
		}
	}
}

void zone_database_close(struct zone_database *database) {
	for (size_t i = 0; i < database->count; i++) {
		if (database->zones[i].canonical == &database->zones[i]) {
			zone_data_free(database->zones[i].data);
		}
	}
	free(database->zones);
	*database = (struct zone_database){ .count = 0 };
}

/* ---- the process's own --------------------------------------------------------------------------------- */

static struct zone_database system_database;
static pthread_once_t system_once = PTHREAD_ONCE_INIT;

static void open_system(void) {
	const char *folder = getenv("TZDIR");

	zone_database_open(&system_database,
		folder != NULL && folder[0] != 0 ? folder : "/usr/share/zoneinfo");
}

const char *zone_load(void) {
	pthread_once(&system_once, open_system);
	return system_database.fault[0] != 0 ? system_database.fault : NULL;
}

const struct zone *zone_find(const char *name, const char **fault) {
	pthread_once(&system_once, open_system);
	const struct zone *zone = zone_database_find(&system_database, name);
	if (zone != NULL && zone->data != NULL) {
		return zone;
	}
	if (fault != NULL) {
		*fault = zone != NULL ? zone->fault : "there is no such time zone";
	}
	return NULL;
}

const struct zone *zone_nth(size_t index) {
	pthread_once(&system_once, open_system);
	return index < system_database.count ? &system_database.zones[index] : NULL;
}

const char *zone_tzdb_version(void) {
	pthread_once(&system_once, open_system);
	return system_database.version;
}
