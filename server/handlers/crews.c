/* crews.c: see crews.h. */
#include "server/handlers/crews.h"

struct crew planner = CREW(1, 64);
struct crew scribes = CREW(2, 64);
