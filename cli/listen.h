/* listen.h: calctl listen: changes of a calendar as they would reach a webhook, for receivers without a public URL. */
#ifndef CLI_LISTEN_H
#define CLI_LISTEN_H

#include "cli/args.h"

int run_listen(struct args *args);

#endif
