/* import.h: `calctl import CALENDAR FILE|FOLDER` for people: all files of a folder, how far it is, and what failed with
 * its file and line. Scripts take `-o json`, which is one file and the server's answer. */
#ifndef CLI_IMPORT_H
#define CLI_IMPORT_H

#include "cli/args.h"

bool is_import(const struct args *args);
int run_import(const struct args *args);

#endif
