/* occurrence_text.c: the texts of times: what PostgreSQL writes, and what the API shows. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "libapi/wire/time.h"
#include "server/domain/occurrence.h"

bool local_read(const char *text, int64_t *local_s) {
	char strict[] = "YYYY-MM-DDTHH:MM:SS";
	struct wire_time time;

	if (strlen(text) < sizeof(strict) - 1 || (text[10] != ' ' && text[10] != 'T')) {
		return false;
	}
	memcpy(strict, text, sizeof(strict) - 1);
	strict[10] = 'T';
	if (text[sizeof(strict) - 1] != 0 && text[sizeof(strict) - 1] != '"') {
		return false;
	}
	if (!wire_time_parse(strict, sizeof(strict) - 1, &time) || time.kind != WIRE_TIME_WALL) {
		return false;
	}
	*local_s = time.unix_s;
	return true;
}

static int compare(const void *left, const void *right) {
	int64_t one = *(const int64_t *)left, other = *(const int64_t *)right;
	return (one > other) - (one < other);
}

bool slots_read(const char *text, int64_t **slots, size_t *count) {
	size_t room = strlen(text) / 20 + 1, read = 0; /* a time and its comma have 20 */
	int64_t *list = malloc(room * sizeof(*list));
	bool good = list != NULL;

	for (const char *at = strchr(text, '"'); good && at != NULL; at = strchr(at + 1, '"')) {
		const char *end = strchr(at + 1, '"');
		good = end != NULL && read < room && local_read(at + 1, &list[read]);
		read++;
		at = good ? end : at;
	}
	if (!good) {
		free(list);
		return false;
	}
	qsort(list, read, sizeof(*list), compare);
	*slots = list;
	*count = read;
	return true;
}

bool slots_have(const int64_t *slots, size_t count, int64_t slot_s) {
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (slots[middle] < slot_s) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low < count && slots[low] == slot_s;
}

static bool is_digits(const char *text, size_t len) {
	return strspn(text, "0123456789") >= len;
}

bool slot_read(const char *text, bool is_all_day, int64_t *slot_s) {
	char strict[] = "YYYY-MM-DDT00:00:00";
	struct wire_time time;

	if (strlen(text) != (is_all_day ? 8 : 15) || !is_digits(text, 8)) {
		return false;
	}
	if (!is_all_day && (text[8] != 'T' || !is_digits(text + 9, 6))) {
		return false;
	}
	memcpy(strict, text, 4);
	memcpy(strict + 5, text + 4, 2);
	memcpy(strict + 8, text + 6, 2);
	if (!is_all_day) {
		memcpy(strict + 11, text + 9, 2);
		memcpy(strict + 14, text + 11, 2);
		memcpy(strict + 17, text + 13, 2);
	}
	if (!wire_time_parse(strict, sizeof(strict) - 1, &time)) {
		return false;
	}
	*slot_s = time.unix_s;
	return true;
}

size_t slot_print(int64_t slot_s, bool is_all_day, char out[SLOT_ROOM]) {
	struct wire_time time = wire_time_at(slot_s, 0);
	char text[64];
	int len = snprintf(text, sizeof(text), "%04d%02d%02dT%02d%02d%02d", time.year, time.month,
		time.day, time.hour, time.minute, time.second);

	len = is_all_day ? 8 : len < SLOT_ROOM ? len : SLOT_ROOM - 1;
	memcpy(out, text, (size_t)len);
	out[len] = 0;
	return (size_t)len;
}

size_t wall_print(int64_t local_s, char out[OCCURRENCE_TIME_ROOM]) {
	struct wire_time time = wire_time_at(local_s, 0);

	time.kind = WIRE_TIME_WALL;
	return wire_time_print(&time, out);
}

size_t date_print(int64_t local_s, char out[OCCURRENCE_TIME_ROOM]) {
	struct wire_time time = wire_time_at(local_s, 0);

	time.kind = WIRE_TIME_DATE;
	return wire_time_print(&time, out);
}

size_t instant_print(int64_t utc_s, int32_t offset_s, char out[OCCURRENCE_TIME_ROOM]) {
	int32_t minutes = offset_s / 60; /* towards zero, as the database cuts */
	size_t len = wall_print(utc_s + (int64_t)minutes * 60, out);
	int32_t size = minutes < 0 ? -minutes : minutes;
	int more = snprintf(out + len, OCCURRENCE_TIME_ROOM - len, "%c%02d:%02d",
		minutes < 0 ? '-' : '+', size / 60, size % 60);

	return len + (more > 0 ? (size_t)more : 0);
}
