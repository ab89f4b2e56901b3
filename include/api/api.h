/**
 * api/api.h: all of libapi, in reading order: how to connect, what can go wrong, then one header a noun.
 *
 *     libapi_client_open(NULL, &client, &error)         client.h   from the environment or a profile
 *     libapi_event_create(client, …, &event, &error)    event.h    any operation: a function
 *     libapi_error_text(error)                          error.h    what to tell the user
 */
#ifndef LIBAPI_API_H
#define LIBAPI_API_H

#include "api/base.h"
#include "api/call.h"
#include "api/client.h"
#include "api/error.h"
#include "api/hooks.h"
#include "api/options.h"
#include "api/transport.h"
#include "api/version.h"
#include "api/webhook_verify.h"

#include "api/acl.h"
#include "api/audit.h"
#include "api/availability.h"
#include "api/batch.h"
#include "api/calendar.h"
#include "api/change.h"
#include "api/event.h"
#include "api/feed.h"
#include "api/key.h"
#include "api/rrule.h"
#include "api/sync.h"
#include "api/system.h"
#include "api/user.h"
#include "api/webhook.h"

#endif
