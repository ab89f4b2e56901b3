/* load.c: where settings come from when the program does not say: the environment, then a profile.
 *
 * A profile named in the call goes before the environment, since the program asked for it; a profile from
 * LIBAPI_PROFILE, or the default one, only fills in what the environment does not say. An environment that says
 * both needs no file. */
#include "libapi/config.h"

#include "libapi/error.h"
#include "libapi/profile.h"
#include "libapi/text.h"

#include <stdio.h>
#include <stdlib.h>

static const char *environment(const char *name) {
	const char *value = secure_getenv(name);

	return value != NULL && value[0] != '\0' ? value : NULL;
}

/* false: there is no home to look in. */
static bool profile_path(char *path, size_t room) {
	const char *base = environment("XDG_CONFIG_HOME");
	int len = 0;

	/* XDG Base Directory: a relative path is to be ignored. */
	if (base != NULL && base[0] == '/') {
		len = snprintf(path, room, "%s/libapi/config", base);
	} else {
		base = environment("HOME");
		if (base == NULL) {
			return false;
		}
		len = snprintf(path, room, "%s/.config/libapi/config", base);
	}
	return len > 0 && (size_t)len < room;
}

static int32_t set_checked(libapi_config *config, int32_t (*set)(libapi_config *, const char *),
	const char *text, const char *from, const char *what, libapi_error **error) {
	int32_t code = set(config, text);

	if (code == LIBAPI_E_INVALID) {
		return libapi__fail(error, LIBAPI_E_CONFIG,
			"%s: the %s is empty, too long or not printable ASCII", from, what);
	}
	return code == LIBAPI_OK ? code : libapi__fail(error, code, "no memory");
}

static int32_t load_environment(libapi_config *config, libapi_error **error) {
	const char *url = environment("LIBAPI_URL"), *key = environment("LIBAPI_KEY");
	int32_t code = LIBAPI_OK;

	if (config->url == NULL && url != NULL) {
		code = set_checked(config, libapi_config_set_url, url, "LIBAPI_URL", "URL", error);
	}
	if (code == LIBAPI_OK && config->key == NULL && key != NULL) {
		code = set_checked(config, libapi_config_set_key, key, "LIBAPI_KEY", "key", error);
	}
	return code;
}

static int32_t load_profile(libapi_config *config, const char *path, const char *name,
	bool is_named, libapi_error **error) {
	struct profile profile;
	int32_t code = libapi__profile_read(path, name, &profile, error);

	if (code != LIBAPI_OK) {
		return code;
	}
	if (!profile.found && is_named) {
		return libapi__fail(
			error, LIBAPI_E_CONFIG, "%s: there is no profile [%s]", path, name);
	}
	if (config->url == NULL && profile.url != NULL) {
		code = set_checked(config, libapi_config_set_url, profile.url, path, "url", error);
	}
	if (code == LIBAPI_OK && config->key == NULL && profile.key != NULL) {
		code = set_checked(config, libapi_config_set_key, profile.key, path, "key", error);
	}
	libapi__profile_finish(&profile);
	return code;
}

int32_t libapi_config_load(libapi_config *config, const char *profile, libapi_error **error) {
	char path[4096];
	const char *name = profile != NULL ? profile : environment("LIBAPI_PROFILE");
	int32_t code = LIBAPI_OK;

	if (error != NULL) {
		*error = NULL;
	}
	if (config == NULL) {
		return libapi__fail(error, LIBAPI_E_INVALID, "config is NULL");
	}
	/* A profile asked for in the call goes before the environment; else it only fills what is missing. */
	code = profile == NULL ? load_environment(config, error) : LIBAPI_OK;
	if (code != LIBAPI_OK || (name == NULL && config->url != NULL && config->key != NULL)) {
		return code;
	}
	if (!profile_path(path, sizeof(path))) {
		return name == NULL ? LIBAPI_OK
				    : libapi__fail(error, LIBAPI_E_CONFIG,
					      "no profile file: neither XDG_CONFIG_HOME nor HOME "
					      "is set");
	}
	code = load_profile(config, path, name != NULL ? name : "default", name != NULL, error);
	return code == LIBAPI_OK ? load_environment(config, error) : code;
}
