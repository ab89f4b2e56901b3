/* ics_color.h: COLOR of RFC 7986 §5.9 is a name of CSS3; the API's is #RRGGBB. */
#ifndef SERVER_DOMAIN_ICS_COLOR_H
#define SERVER_DOMAIN_ICS_COLOR_H

#include <stdbool.h>

enum { ICS_COLOR_ROOM = 8 };

/* A name in any case, or #RRGGBB itself as many programs write it. */
bool ics_color_read(const char *text, char hex[ICS_COLOR_ROOM]);
/* The name that comes nearest; *exact: it is that very colour. NULL: hex is no colour. */
const char *ics_color_name(const char *hex, bool *exact);

#endif
