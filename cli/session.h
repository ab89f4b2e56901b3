/* session.h: what every command that talks to a server needs: a client, call options, and how to fail. */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "cli/args.h"

/* The client that the flags, the environment and the profile file describe. */
int32_t session_open(const struct args *args, libapi_client **out, libapi_error **error);

/* The call options that were given; *out NULL if none. On an error `problem` names the flag. */
int32_t session_options(
	const struct args *args, libapi_call_options **out, char *problem, size_t room);

/* One line of standard error, or the library's several; returns the exit status. */
int fail(enum exit_status status, const char *problem);
int fail_with(int32_t code, const libapi_error *error, const char *problem);
enum exit_status exit_of(int32_t code);

#endif
