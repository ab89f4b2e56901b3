/* zone_read.c: table first, then the footer's rule, written out year by year to the last year kept. */
#include "server/domain/zone_read.h"

#include <string.h>

#include "libapi/wire/time.h"
#include "server/domain/zone_block.h"
#include "server/domain/zone_data.h"
#include "server/domain/zone_rule.h"

enum { EVENTS_MAX = 2 * (ZONE_LAST_YEAR - ZONE_FIRST_YEAR + 1) };

static struct zone_offset offset_of(
	const struct zone_data *data, const struct zone_block *block, uint32_t type_index) {
	struct zone_block_type type = zone_block_type(block, type_index);

	return (struct zone_offset){ type.offset_s, type.is_dst != 0,
		data->abbreviations + type.char_index };
}

static void add_table(struct zone_data *data, const struct zone_block *block) {
	for (uint32_t i = 0; i < block->time_count; i++) {
		zone_data_add(
			data, zone_block_time(block, i), offset_of(data, block, block->indices[i]));
	}
}

/* The rule's two offsets; their names lie behind the table's. */
struct seasons {
	struct zone_offset standard, summer;
};

static struct seasons name_seasons(const struct zone_rule *rule, char *room) {
	memcpy(room, rule->standard.name, sizeof(rule->standard.name));
	memcpy(room + sizeof(rule->standard.name), rule->summer.name, sizeof(rule->summer.name));
	return (struct seasons){
		{ rule->standard.offset_s, false, room },
		{ rule->summer.offset_s, true, room + sizeof(rule->standard.name) },
	};
}

static int32_t year_of(int64_t utc_s) {
	int32_t year, month, day;

	wire_civil_from_days(utc_s / 86400, &year, &month, &day);
	return year;
}

/* RFC 9636 §3.3: the rule holds after the last change of the table (always, if there is none), and must say of
 * that change what the table says. A file that does not was cut or joined wrongly. */
static const char *add_rule(struct zone_data *data, const struct zone_block *block,
	const struct zone_rule *rule, struct seasons seasons) {
	struct zone_event events[EVENTS_MAX];
	int64_t since_s =
		block->time_count == 0 ? INT64_MIN : zone_block_time(block, block->time_count - 1);
	if (since_s >= ZONE_END_S) {
		return NULL;
	}
	int64_t from_s = since_s < ZONE_FIRST_S ? ZONE_FIRST_S : since_s;
	int32_t first_year = year_of(from_s) - 2; /* so that one change at least lies before */
	size_t count =
		zone_rule_events(rule, first_year < ZONE_FIRST_YEAR ? ZONE_FIRST_YEAR : first_year,
			ZONE_LAST_YEAR, events);
	struct zone_offset now = seasons.standard;
	size_t next = 0;

	for (; next < count && events[next].utc_s <= from_s; next++) {
		now = events[next].to_summer ? seasons.summer : seasons.standard;
	}
	if (since_s == from_s && !zone_offset_is_same(&now, &data->segments[data->count - 1].is)) {
		return "footer: contradicts the last change of the table";
	}
	zone_data_add(data, from_s, now);
	for (; next < count; next++) {
		zone_data_add(data, events[next].utc_s,
			events[next].to_summer ? seasons.summer : seasons.standard);
	}
	return NULL;
}

static struct zone_data *build(
	const struct zone_block *block, const struct zone_rule *rule, const char **fault) {
	size_t names = 2 * (ZONE_RULE_NAME_MAX + 1);
	struct zone_data *data = zone_data_new(block->time_count + 1 + EVENTS_MAX,
		block->char_count + names, (struct zone_offset){ .abbreviation = "" });

	if (data == NULL) {
		*fault = "no memory";
		return NULL;
	}
	memcpy(data->abbreviations, block->chars, block->char_count);
	data->segments[0].is =
		offset_of(data, block, 0); /* §3.2: before the first change, type 0 */
	add_table(data, block);
	if (rule != NULL) {
		*fault = add_rule(data, block, rule,
			name_seasons(rule, data->abbreviations + block->char_count));
	}
	if (*fault != NULL) {
		zone_data_free(data);
		return NULL;
	}
	zone_data_seal(data);
	return data;
}

struct zone_data *zone_read(const uint8_t *bytes, size_t len, const char **fault) {
	struct zone_block block;
	struct zone_rule rule;

	*fault = zone_block_find(&block, bytes, len);
	/* An empty footer: nothing is known past the table; its last type goes on. */
	bool has_rule = *fault == NULL && block.footer_len > 0;
	if (has_rule) {
		*fault = zone_rule_read(&rule, block.footer, block.footer_len, block.version >= 3);
	}
	return *fault == NULL ? build(&block, has_rule ? &rule : NULL, fault) : NULL;
}
