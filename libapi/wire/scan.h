/* scan.h: is this text JSON? RFC 8259 to the letter, before anything else sees it.
 *
 * Many readers, json-c among them, let duplicate members, NaN, single quotes and a trailing comma pass and clamps
 * large numbers; each of them has let two readers of one message disagree. */
#ifndef LIBAPI_WIRE_SCAN_H
#define LIBAPI_WIRE_SCAN_H

#include "libapi/wire/wire.h"

#define WIRE_DEPTH_MAX 32 /* arrays and objects within one another */

struct wire_scan {
	bool is_object; /* the outermost value */
	size_t fault_at; /* byte offset of what is wrong */
	char fault[160]; /* what it is */
};

/* WIRE_OK, WIRE_NOT_JSON (fault is set) or WIRE_NO_MEMORY. At most values_max values, those inside others
 * counted as well; 0: any number. (A record of an empty "{}" takes some hundred bytes: a
 * megabyte of them would become a quarter of a gigabyte.) */
enum wire_verdict wire_scan(const char *json, size_t len, size_t values_max, struct wire_scan *out);

#endif
