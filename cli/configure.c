/* configure.c: the new file is written beside the old one and then renamed, so that a full disk loses nothing. */
#include "cli/configure.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "cli/input.h"
#include "cli/session.h"

/* ---- the text ----------------------------------------------------------------------------------------- */

static bool is_section(const char *line, size_t len, const char *name) {
	while (len > 0 && strchr(" \t\r", line[len - 1]) != NULL) {
		len--;
	}
	return len == strlen(name) + 2 && line[0] == '[' && line[len - 1] == ']' &&
	       memcmp(line + 1, name, len - 2) == 0;
}

static void put_section(FILE *out, const char *profile, const char *url, const char *key) {
	fprintf(out, "[%s]\nurl = %s\n", profile, url);
	if (key != NULL) {
		fprintf(out, "key = %s\n", key);
	}
}

void put_profiles(
	FILE *out, const char *old, const char *profile, const char *url, const char *key) {
	bool inside = false, written = false, ended = true;

	for (const char *line = old; line != NULL && *line != '\0';) {
		size_t len = strcspn(line, "\n");
		if (line[0] == '[') {
			inside = is_section(line, len, profile);
			if (inside && !written) {
				put_section(out, profile, url, key);
				written = true;
			}
		}
		/* Of the section itself only what people wrote for themselves is kept. */
		if (!inside || line[0] == '#' || line[0] == ';' || len == 0) {
			fprintf(out, "%.*s\n", (int)len, line);
			ended = len == 0;
		}
		line += len + (line[len] == '\n');
	}
	if (!written) {
		fputs(ended ? "" : "\n", out);
		put_section(out, profile, url, key);
	}
}

/* ---- asking ------------------------------------------------------------------------------------------- */

static char *ask(const char *question, bool secret) {
	struct termios normal, silent;
	char *line = NULL;
	size_t room = 0;

	fprintf(stderr, "%s: ", question);
	bool hidden = secret && tcgetattr(STDIN_FILENO, &normal) == 0;
	if (hidden) {
		silent = normal;
		silent.c_lflag &= ~(tcflag_t)ECHO;
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
	}
	ssize_t len = getline(&line, &room, stdin);
	if (hidden) {
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &normal);
		fputc('\n', stderr);
	}
	if (len < 0) {
		free(line);
		return NULL;
	}
	line[strcspn(line, "\r\n")] = '\0';
	return line;
}

/* ---- the file ----------------------------------------------------------------------------------------- */

static bool config_path(char *path, size_t room) {
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	int len = -1;

	if (config != NULL && config[0] == '/') {
		len = snprintf(path, room, "%s/libapi/config", config);
	} else if (home != NULL && home[0] == '/') {
		len = snprintf(path, room, "%s/.config/libapi/config", home);
	}
	return len > 0 && (size_t)len < room;
}

/* The folders of the path, each closed to others as XDG asks. */
static bool make_folders(char *path) {
	for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		bool ok = mkdir(path, 0700) == 0 || errno == EEXIST;
		*slash = '/';
		if (!ok) {
			return false;
		}
	}
	return true;
}

static char *read_old(const char *path, char *problem, size_t room) {
	size_t len = 0;

	if (access(path, F_OK) != 0) {
		return strdup("");
	}
	return read_input(path, &len, problem, room);
}

static int save(const char *profile, const char *url, const char *key) {
	char path[4096], problem[512] = "", *old, *text = NULL;
	size_t len = 0;
	bool ok = false;

	if (!config_path(path, sizeof(path))) {
		return fail(EXIT_LOCAL, "neither XDG_CONFIG_HOME nor HOME says where profiles are");
	}
	old = read_old(path, problem, sizeof(problem));
	FILE *out = old != NULL ? open_memstream(&text, &len) : NULL;
	if (out != NULL) {
		put_profiles(out, old, profile, url, key);
		ok = fclose(out) == 0 && make_folders(path) && write_file(path, text, len);
	}
	free(text);
	free(old);
	if (!ok) {
		if (problem[0] == '\0') {
			snprintf(problem, sizeof(problem), "%.300s: %s", path, strerror(errno));
		}
		return fail(EXIT_LOCAL, problem);
	}
	fprintf(stderr, "profile %s written to %s\n", profile, path);
	return EXIT_DONE;
}

/* What would break out of its line must not reach the file. Whether a client can be made of it, the library says;
 * nothing is sent. */
static int check(const char *profile, const char *url, const char *key) {
	LIBAPI_AUTO(config) *config = NULL;
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	int32_t code;

	if (profile[0] == '\0' || strpbrk(profile, "[]\r\n") != NULL) {
		return fail(EXIT_LOCAL,
			"--profile: a name without brackets and line breaks, not empty");
	}
	if (strpbrk(url, "\r\n") != NULL || (key != NULL && strpbrk(key, "\r\n") != NULL)) {
		return fail(EXIT_LOCAL, "--server and --key: one line each");
	}
	code = libapi_config_new(&config);
	if (code == LIBAPI_OK) {
		code = libapi_config_set_url(config, url);
	}
	if (code == LIBAPI_OK && key != NULL) {
		code = libapi_config_set_key(config, key);
		if (code != LIBAPI_OK) {
			return fail(EXIT_LOCAL, "--key: 1 to 255 printable ASCII characters");
		}
	}
	if (code == LIBAPI_OK) {
		code = libapi_client_new(config, &client, &error);
	}
	return code == LIBAPI_OK ? EXIT_DONE : fail_with(code, error, "--server: not a URL");
}

int run_configure(const struct args *args) {
	const char *named = args->profile != NULL ? args->profile : getenv("LIBAPI_PROFILE");
	const char *profile = named != NULL && named[0] != '\0' ? named : "default";
	char *url = args->url != NULL ? strdup(args->url)
				      : ask("Server, like https://calendar.example.com", false);
	char *key = args->key != NULL ? strdup(args->key)
		    : url != NULL     ? ask("API key", true)
				      : NULL;
	int status;

	if (url == NULL || key == NULL) {
		status = fail(
			EXIT_USAGE, "calctl configure --server URL --key KEY [--profile NAME]");
	} else {
		/* Without a key the profile is good for what needs none. */
		const char *key_or_none = key[0] != '\0' ? key : NULL;
		status = check(profile, url, key_or_none);
		if (status == EXIT_DONE) {
			status = save(profile, url, key_or_none);
		}
	}
	free(url);
	free(key);
	return status;
}
