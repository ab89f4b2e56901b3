/* profile.c: $XDG_CONFIG_HOME/libapi/config.
 *
 *     # a comment
 *     [default]
 *     url = https://calendar.example.com
 *     key = cal_…
 *
 * It holds secrets, so a file that others may read is an error and not a warning. An unknown name is an error
 * too: a mistyped "kye" would else show as a puzzling 401. */
#include "libapi/profile.h"

#include "libapi/error.h"
#include "libapi/text.h"
#include "libapi/wire/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_MAX 65536
#define LINE_MAX_BYTES 4096

struct reading {
	const char *path, *wanted;
	size_t line;
	bool inside; /* the section wanted */
	bool any_section;
	struct profile *out;
	libapi_error **error;
};

void libapi__profile_finish(struct profile *profile) {
	if (profile->key != NULL) {
		explicit_bzero(profile->key, strlen(profile->key));
	}
	wire_free(profile->url);
	wire_free(profile->key);
	*profile = (struct profile){ NULL, NULL, false };
}

static char *trim(char *text) {
	char *end = NULL;

	text += strspn(text, " \t\r");
	end = text + strlen(text);
	while (end > text && strchr(" \t\r", end[-1]) != NULL) {
		*--end = '\0';
	}
	return text;
}

static int32_t refuse(const struct reading *reading, const char *reason) {
	return libapi__fail(reading->error, LIBAPI_E_CONFIG, "%s:%zu: %s", reading->path,
		reading->line, reason);
}

static int32_t read_section(struct reading *reading, char *line) {
	size_t len = strlen(line);

	if (len < 3 || line[len - 1] != ']') {
		return refuse(reading, "a section is written [name]");
	}
	line[len - 1] = '\0';
	reading->any_section = true;
	reading->inside = strcmp(trim(line + 1), reading->wanted) == 0;
	if (reading->inside && reading->out->found) {
		return refuse(reading, "this section stands twice");
	}
	reading->out->found = reading->out->found || reading->inside;
	return LIBAPI_OK;
}

static int32_t read_setting(struct reading *reading, char *line) {
	char *equals = strchr(line, '=');
	char **slot = NULL;
	char *name = NULL, *value = NULL;

	if (equals == NULL) {
		return refuse(reading, "expected name = value");
	}
	if (!reading->any_section) {
		return refuse(reading, "a setting must stand under a section, such as [default]");
	}
	*equals = '\0';
	name = trim(line);
	value = trim(equals + 1);
	if (strcmp(name, "url") == 0) {
		slot = &reading->out->url;
	} else if (strcmp(name, "key") == 0) {
		slot = &reading->out->key;
	} else {
		return refuse(reading, "unknown name; known are url and key");
	}
	if (!reading->inside) {
		return LIBAPI_OK;
	}
	if (value[0] == '\0' || *slot != NULL) {
		return refuse(reading, value[0] == '\0' ? "the value is empty"
							: "this name stands twice in its section");
	}
	if (!libapi__text_set(slot, value)) {
		return libapi__fail(reading->error, LIBAPI_E_MEMORY, "no memory");
	}
	return LIBAPI_OK;
}

static int32_t read_line(struct reading *reading, const char *start, size_t len) {
	char copy[LINE_MAX_BYTES];
	char *line = NULL;

	if (len >= sizeof(copy) || memchr(start, '\0', len) != NULL) {
		return refuse(reading,
			len >= sizeof(copy) ? "the line is too long" : "there is a NUL byte");
	}
	memcpy(copy, start, len);
	copy[len] = '\0';
	line = trim(copy);
	if (line[0] == '\0' || line[0] == '#' || line[0] == ';') {
		return LIBAPI_OK;
	}
	return line[0] == '[' ? read_section(reading, line) : read_setting(reading, line);
}

int32_t libapi__profile_parse(const char *path, const char *text, size_t len, const char *name,
	struct profile *out, libapi_error **error) {
	struct reading reading = { path, name, 0, false, false, out, error };
	const char *end = text + len;

	*out = (struct profile){ NULL, NULL, false };
	while (text < end) {
		const char *stop = memchr(text, '\n', (size_t)(end - text));
		size_t line_len = (size_t)((stop != NULL ? stop : end) - text);
		int32_t code = LIBAPI_OK;
		reading.line++;
		code = read_line(&reading, text, line_len);
		if (code != LIBAPI_OK) {
			libapi__profile_finish(out);
			return code;
		}
		text += line_len + (stop != NULL);
	}
	return LIBAPI_OK;
}

static const char *file_fault(const struct stat *info) {
	if (!S_ISREG(info->st_mode)) {
		return "is not a plain file";
	}
	if (info->st_uid != geteuid() && info->st_uid != 0) {
		return "belongs to another user";
	}
	if ((info->st_mode & (S_IRWXG | S_IRWXO)) != 0) {
		return "holds keys, but others may open it; chmod 600 it";
	}
	return info->st_size > FILE_MAX ? "is larger than 64 KiB" : NULL;
}

static int32_t read_open_file(
	int file, const char *path, const char *name, struct profile *out, libapi_error **error) {
	char text[FILE_MAX];
	struct stat info;
	const char *fault = NULL;
	size_t len = 0;
	ssize_t got = 0;
	int32_t code = LIBAPI_OK;

	if (fstat(file, &info) < 0) {
		return libapi__fail(error, LIBAPI_E_CONFIG, "%s: %s", path, strerror(errno));
	}
	fault = file_fault(&info);
	if (fault != NULL) {
		return libapi__fail(error, LIBAPI_E_CONFIG, "%s %s", path, fault);
	}
	while (len < sizeof(text) && (got = read(file, text + len, sizeof(text) - len)) > 0) {
		len += (size_t)got;
	}
	code = got < 0 ? libapi__fail(error, LIBAPI_E_CONFIG, "%s: %s", path, strerror(errno))
		       : libapi__profile_parse(path, text, len, name, out, error);
	explicit_bzero(text, len);
	return code;
}

int32_t libapi__profile_read(
	const char *path, const char *name, struct profile *out, libapi_error **error) {
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	int32_t code = LIBAPI_OK;

	*out = (struct profile){ NULL, NULL, false };
	if (file < 0) {
		return errno == ENOENT || errno == ENOTDIR
			       ? LIBAPI_OK
			       : libapi__fail(
					 error, LIBAPI_E_CONFIG, "%s: %s", path, strerror(errno));
	}
	code = read_open_file(file, path, name, out, error);
	close(file);
	return code;
}
