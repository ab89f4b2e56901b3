/* error_text.c: an error that teaches.
 *
 *     createEvent: 422, 2 invalid fields
 *       /end_time          10:00 is before start_time 11:00
 *       /recurrence/rrule  BYDAY=XX: not a weekday; use MO…SU
 *       request 0193…      calctl explain event.recurrence.rrule
 *
 * First what failed, then every field with what is allowed, last whom to ask and what to type. */
#include "libapi/error.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH_MAX 40 /* a longer pointer does not push all messages to the right */

static void put_padded(struct wire_buffer *out, const char *text, size_t width) {
	size_t len = strlen(text);

	wire_put_str(out, text);
	for (size_t i = len; i < width + 2; i++) {
		wire_put_char(out, ' ');
	}
}

/* How a field is shown; the body as a whole has no pointer. */
static const char *shown_pointer(const struct error_field *field) {
	return field->pointer != NULL && field->pointer[0] != '\0' ? field->pointer : "body";
}

static size_t pointer_width(const libapi_error *error) {
	size_t width = 0;

	for (size_t i = 0; i < error->field_count; i++) {
		size_t len = strlen(shown_pointer(&error->fields[i]));
		if (len > width && len <= WIDTH_MAX) {
			width = len;
		}
	}
	return width;
}

static void put_headline(struct wire_buffer *out, const libapi_error *error) {
	if (error->operation != NULL) {
		wire_put_format(out, "%s: ", error->operation);
	}
	if (error->http_status != 0) {
		wire_put_format(out, "%d", (int)error->http_status);
	} else if (error->code == LIBAPI_E_INVALID && error->field_count > 0) {
		wire_put_str(out, "not sent");
	} else if (error->detail == NULL) {
		wire_put_str(out, libapi_error_name(error->code));
	}
	if (error->field_count > 0) {
		wire_put_format(out, ", %zu invalid field%s", error->field_count,
			error->field_count == 1 ? "" : "s");
		return;
	}
	if (error->problem != NULL) {
		wire_put_format(out, " %s", error->problem);
	}
	if (error->title != NULL) {
		wire_put_format(out, ": %s", error->title);
	}
	if (error->detail != NULL) {
		bool first = error->http_status == 0;
		wire_put_format(out, "%s%s",
			first                  ? ""
			: error->title != NULL ? "\n  "
					       : ": ",
			error->detail);
	}
}

static void put_fields(struct wire_buffer *out, const libapi_error *error, size_t width) {
	for (size_t i = 0; i < error->field_count; i++) {
		const struct error_field *field = &error->fields[i];
		const char *message = field->message != NULL && field->message[0] != '\0'
					      ? field->message
					      : field->code;
		wire_put_str(out, "\n  ");
		put_padded(out, shown_pointer(field), width);
		wire_put_str(out, message != NULL ? message : "");
	}
}

/* "/attendees/0/email" of event_create → "event.attendees.email". */
static void put_explain_path(
	struct wire_buffer *out, const struct operation *row, const char *pointer) {
	const char *segment = pointer;

	wire_put(out, row->sdk, strcspn(row->sdk, "_"));
	while (*segment != '\0') {
		size_t len = 0;
		segment += *segment == '/';
		len = strcspn(segment, "/");
		if (len > 0 && !isdigit((unsigned char)segment[0])) {
			wire_put_char(out, '.');
			wire_put(out, segment, len);
		}
		segment += len;
	}
}

/* "event_list" → "event list" */
static void put_command(struct wire_buffer *out, const struct operation *row) {
	for (const char *c = row->sdk; *c != '\0'; c++) {
		wire_put_char(out, *c == '_' ? ' ' : *c);
	}
}

static void put_next_step(struct wire_buffer *out, const libapi_error *error) {
	if (error->field_count > 0 && error->row != NULL && error->row->sdk != NULL) {
		const char *pointer = error->fields[error->field_count - 1].pointer;
		wire_put_str(out, "calctl explain ");
		if (pointer != NULL && pointer[0] != '/' && pointer[0] != '\0') {
			put_command(out, error->row); /* a parameter of the command */
		} else {
			put_explain_path(out, error->row, pointer != NULL ? pointer : "");
		}
	} else if (error->problem != NULL) {
		wire_put_format(out, "calctl explain %s", error->problem);
	}
}

static void put_last_line(struct wire_buffer *out, const libapi_error *error, size_t width) {
	struct wire_buffer next = WIRE_BUFFER_EMPTY;

	put_next_step(&next, error);
	if (error->request_id != NULL) {
		size_t used = strlen("request ") + strlen(error->request_id);
		wire_put_format(out, "\n  request %s", error->request_id);
		for (size_t i = used; i < width + 2 && next.len > 0; i++) {
			wire_put_char(out, ' ');
		}
		if (used >= width + 2 && next.len > 0) {
			wire_put_str(out, "  ");
		}
	} else if (next.len > 0) {
		wire_put_str(out, "\n  ");
	}
	wire_put(out, next.bytes != NULL ? next.bytes : "", next.len);
	wire_buffer_finish(&next);
}

char *libapi__error_words(const libapi_error *error) {
	struct wire_buffer out = WIRE_BUFFER_EMPTY;
	size_t width = pointer_width(error);

	put_headline(&out, error);
	put_fields(&out, error, width);
	if (error->retry_after_ms >= 0) {
		wire_put_format(&out, "\n  try again in %lld s",
			(long long)((error->retry_after_ms + 999) / 1000));
	}
	if (error->lacks_key) {
		wire_put_str(&out, "\n  no key was sent: set LIBAPI_KEY, or key in a profile, or "
				   "in a program libapi_config_set_key()");
	}
	put_last_line(&out, error, width);
	if (out.failed || out.bytes == NULL) {
		wire_buffer_finish(&out);
		return NULL;
	}
	return out.bytes; /* the caller's from here */
}

const char *libapi_error_text(const libapi_error *error) {
	if (error == NULL) {
		/* Read after a setter's refusal in a chain of calls: it must not say that all is well. */
		return "no error object; the code says what happened: libapi_error_name(code)";
	}
	return error->text != NULL ? error->text : libapi_error_name(error->code);
}
