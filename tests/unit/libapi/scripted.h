/* scripted.h: the scripted server (scripted.py) as a child of the test, and clients of it. */
#ifndef TESTS_UNIT_LIBAPI_SCRIPTED_H
#define TESTS_UNIT_LIBAPI_SCRIPTED_H

#include "api/api.h"

#define CALENDAR_ID "01935a5e-0000-7000-8000-000000000001"
#define TEST_KEY "cal_abcdefgh_0123456789012345678901234567890123456789012"

void scripted_start(void); /* exits the test when it does not come up */
void scripted_stop(void);
int scripted_port(void);
/* Settings for http://127.0.0.1:PORT/s/CASE/STEPS, with a key. */
libapi_config *scripted_config(const char *name, const char *steps);
/* A client of these settings; scripted_config()'s defaults. */
libapi_client *scripted_client(const char *name, const char *steps);
/* The requests of the case so far, JSON lines; owned. */
char *scripted_log(const char *name);
/* How often `part` stands in the log of the case. */
size_t scripted_count(const char *name, const char *part);

#endif
