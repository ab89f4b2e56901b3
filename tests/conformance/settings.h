/* settings.h: call options and a client's settings as tables like those of the contract's builders. */
#ifndef TESTS_CONFORMANCE_SETTINGS_H
#define TESTS_CONFORMANCE_SETTINGS_H

#include "dispatch.h"

extern struct builder settings_options; /* makes libapi_call_options */
extern struct builder settings_config; /* makes libapi_config */

#endif
