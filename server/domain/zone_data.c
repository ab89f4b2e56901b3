/* zone_data.c: the list of segments grows here and nowhere else. */
#include "server/domain/zone_data.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct zone_data *zone_data_new(size_t segments, size_t abbreviation_bytes, struct zone_offset is) {
	struct zone_data *data = calloc(1, sizeof(*data));

	if (data == NULL) {
		return NULL;
	}
	data->segments = calloc(segments + 1, sizeof(*data->segments));
	data->abbreviations = calloc(1, abbreviation_bytes + 1);
	if (data->segments == NULL || data->abbreviations == NULL) {
		zone_data_free(data);
		return NULL;
	}
	data->room = segments + 1;
	data->count = 1;
	data->segments[0] = (struct zone_segment){ .start_s = INT64_MIN, .is = is };
	return data;
}

void zone_data_free(struct zone_data *data) {
	if (data != NULL) {
		free(data->segments);
		free(data->abbreviations);
		free(data);
	}
}

bool zone_offset_is_same(const struct zone_offset *one, const struct zone_offset *other) {
	return one->offset_s == other->offset_s && one->is_dst == other->is_dst &&
	       strcmp(one->abbreviation, other->abbreviation) == 0;
}

void zone_data_add(struct zone_data *data, int64_t start_s, struct zone_offset is) {
	if (start_s >= ZONE_END_S) {
		return;
	}
	if (start_s <= ZONE_FIRST_S) {
		assert(data->count == 1);
		data->segments[0].is = is;
		return;
	}
	struct zone_segment *last = &data->segments[data->count - 1];
	assert(last->start_s <= start_s && data->count < data->room);
	if (last->start_s == start_s) { /* the later word counts; the segment may vanish with it */
		data->count--;
		last--;
	}
	/* Files hold changes that change nothing; an iterator must not stop there. */
	if (!zone_offset_is_same(&last->is, &is)) {
		data->segments[data->count++] =
			(struct zone_segment){ .start_s = start_s, .is = is };
	}
}

static void find_extremes(struct zone_data *data) {
	data->offset_min_s = data->offset_max_s = data->segments[0].is.offset_s;
	for (size_t i = 1; i < data->count; i++) {
		int32_t offset_s = data->segments[i].is.offset_s;
		data->offset_min_s = offset_s < data->offset_min_s ? offset_s : data->offset_min_s;
		data->offset_max_s = offset_s > data->offset_max_s ? offset_s : data->offset_max_s;
	}
}

void zone_data_seal(struct zone_data *data) {
	struct zone_segment *fitted =
		realloc(data->segments, data->count * sizeof(*data->segments));
	if (fitted != NULL) {
		data->segments = fitted;
		data->room = data->count;
	}
	find_extremes(data);
	size_t segment = 0;
	for (size_t bucket = 0; bucket < ZONE_BUCKETS; bucket++) {
		int64_t start_s = ZONE_FIRST_S + ((int64_t)bucket << ZONE_BUCKET_BITS);
		while (segment + 1 < data->count &&
			data->segments[segment + 1].start_s <= start_s) {
			segment++;
		}
		data->buckets[bucket] = (uint16_t)segment;
	}
}
