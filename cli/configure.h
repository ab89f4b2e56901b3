/* configure.h: calctl configure: a profile in $XDG_CONFIG_HOME/libapi/config, which libapi reads. */
#ifndef CLI_CONFIGURE_H
#define CLI_CONFIGURE_H

#include <stdio.h>

#include "cli/args.h"

/* Asks for what no flag says, if there is somebody to ask. */
int run_configure(const struct args *args);

/* The text of a profile file with one section replaced or added; the others stay byte for byte.
 * `old` may be NULL. */
void put_profiles(
	FILE *out, const char *old, const char *profile, const char *url, const char *key);

#endif
