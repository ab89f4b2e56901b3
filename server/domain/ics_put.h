/* ics_put.h: content lines written: escaped, folded at 75 octets, ended with CRLF (RFC 5545 §3.1). */
#ifndef SERVER_DOMAIN_ICS_PUT_H
#define SERVER_DOMAIN_ICS_PUT_H

#include "libapi/wire/buffer.h"

struct ics_writer {
	struct wire_buffer *out;
	struct wire_buffer line; /* the one being written */
};
#define ICS_WRITER(to) ((struct ics_writer){ .out = (to) })
void ics_writer_finish(struct ics_writer *writer); /* a failed line fails the whole */

/* One line in steps: the name, its parameters, its value. */
void ics_begin(struct ics_writer *writer, const char *name);
void ics_param(
	struct ics_writer *writer, const char *name, const char *value); /* quoted as it must */
void ics_end(struct ics_writer *writer, const char *value); /* as it is */
void ics_end_line(struct ics_writer *writer); /* the value was put into `line` */
void ics_end_text(struct ics_writer *writer, const char *text, size_t len); /* escaped, §3.3.11 */

/* A whole line; nothing for NULL. */
void ics_put(struct ics_writer *writer, const char *name, const char *value);
void ics_put_text(struct ics_writer *writer, const char *name, const char *text);
void ics_put_number(struct ics_writer *writer, const char *name, int64_t number);
/* Lines that were read and kept, with newlines between them. */
void ics_put_kept(struct ics_writer *writer, const char *lines);

#endif
