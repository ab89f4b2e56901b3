"""Which functions of the library an operation has.

Written by generator/binding_python.py from openapi/calendar.yaml; change those and generate again.
"""
from __future__ import annotations

from . import _builders, records
from ._lib import lib
from ._operation import Operation

GET_CAPABILITIES = Operation(
    "getCapabilities",
    lib.libapi_capabilities_get_start,
    lib.libapi_call_take_capabilities,
    answer=records.Capabilities,
)

GET_OPEN_API = Operation(
    "getOpenApi",
    lib.libapi_openapi_get_start,
    lib.libapi_call_take_text,
    answer=str,
)

CREATE_USER = Operation(
    "createUser",
    lib.libapi_user_create_start,
    lib.libapi_call_take_created_user,
    answer=records.CreatedUser,
    body=_builders.USER_DRAFT,
)

LIST_USERS = Operation(
    "listUsers",
    lib.libapi_user_list_start,
    lib.libapi_call_take_user_page,
    answer=records.UserPage,
    query=_builders.USER_LIST_QUERY,
    item=records.User,
    pager=("libapi_user_pager **", lib.libapi_user_pager_new, lib.libapi_user_pager_next, lib.libapi_user_pager_free),
)

GET_USER = Operation(
    "getUser",
    lib.libapi_user_get_start,
    lib.libapi_call_take_user,
    answer=records.User,
)

UPDATE_USER = Operation(
    "updateUser",
    lib.libapi_user_update_start,
    lib.libapi_call_take_user,
    answer=records.User,
    body=_builders.USER_PATCH,
)

DELETE_USER = Operation(
    "deleteUser",
    lib.libapi_user_delete_start,
    lib.libapi_call_take_nothing,
    answer=None,
    query=_builders.USER_DELETE_QUERY,
)

CREATE_API_KEY = Operation(
    "createApiKey",
    lib.libapi_key_create_start,
    lib.libapi_call_take_created_api_key,
    answer=records.CreatedApiKey,
    body=_builders.API_KEY_DRAFT,
)

LIST_API_KEYS = Operation(
    "listApiKeys",
    lib.libapi_key_list_start,
    lib.libapi_call_take_api_key_page,
    answer=records.ApiKeyPage,
    query=_builders.KEY_LIST_QUERY,
    item=records.ApiKey,
    pager=("libapi_key_pager **", lib.libapi_key_pager_new, lib.libapi_key_pager_next, lib.libapi_key_pager_free),
)

REVOKE_API_KEY = Operation(
    "revokeApiKey",
    lib.libapi_key_revoke_start,
    lib.libapi_call_take_nothing,
    answer=None,
)

CREATE_CALENDAR = Operation(
    "createCalendar",
    lib.libapi_calendar_create_start,
    lib.libapi_call_take_calendar,
    answer=records.Calendar,
    body=_builders.CALENDAR_DRAFT,
)

LIST_CALENDARS = Operation(
    "listCalendars",
    lib.libapi_calendar_list_start,
    lib.libapi_call_take_calendar_page,
    answer=records.CalendarPage,
    query=_builders.CALENDAR_LIST_QUERY,
    item=records.Calendar,
    pager=("libapi_calendar_pager **", lib.libapi_calendar_pager_new, lib.libapi_calendar_pager_next, lib.libapi_calendar_pager_free),
)

GET_CALENDAR = Operation(
    "getCalendar",
    lib.libapi_calendar_get_start,
    lib.libapi_call_take_calendar,
    answer=records.Calendar,
)

UPDATE_CALENDAR = Operation(
    "updateCalendar",
    lib.libapi_calendar_update_start,
    lib.libapi_call_take_calendar,
    answer=records.Calendar,
    body=_builders.CALENDAR_PATCH,
)

DELETE_CALENDAR = Operation(
    "deleteCalendar",
    lib.libapi_calendar_delete_start,
    lib.libapi_call_take_nothing,
    answer=None,
)

EXPORT_CALENDAR = Operation(
    "exportCalendar",
    lib.libapi_calendar_export_start,
    lib.libapi_call_take_text,
    answer=str,
    query=_builders.CALENDAR_EXPORT_QUERY,
)

IMPORT_CALENDAR = Operation(
    "importCalendar",
    lib.libapi_calendar_import_start,
    lib.libapi_call_take_import_result,
    answer=records.ImportResult,
    query=_builders.CALENDAR_IMPORT_QUERY,
    text_body=True,
)

CREATE_FEED = Operation(
    "createFeed",
    lib.libapi_feed_create_start,
    lib.libapi_call_take_created_feed,
    answer=records.CreatedFeed,
    body=_builders.FEED_DRAFT,
)

LIST_FEEDS = Operation(
    "listFeeds",
    lib.libapi_feed_list_start,
    lib.libapi_call_take_feed_page,
    answer=records.FeedPage,
    query=_builders.FEED_LIST_QUERY,
    item=records.Feed,
    pager=("libapi_feed_pager **", lib.libapi_feed_pager_new, lib.libapi_feed_pager_next, lib.libapi_feed_pager_free),
)

REVOKE_FEED = Operation(
    "revokeFeed",
    lib.libapi_feed_revoke_start,
    lib.libapi_call_take_nothing,
    answer=None,
)

GET_FEED = Operation(
    "getFeed",
    lib.libapi_feed_get_start,
    lib.libapi_call_take_text,
    answer=str,
)

LIST_ACL = Operation(
    "listAcl",
    lib.libapi_acl_list_start,
    lib.libapi_call_take_acl_rule_page,
    answer=records.AclRulePage,
    query=_builders.ACL_LIST_QUERY,
    item=records.AclRule,
    pager=("libapi_acl_pager **", lib.libapi_acl_pager_new, lib.libapi_acl_pager_next, lib.libapi_acl_pager_free),
)

PUT_ACL_RULE = Operation(
    "putAclRule",
    lib.libapi_acl_put_start,
    lib.libapi_call_take_acl_rule,
    answer=records.AclRule,
    body=_builders.ACL_RULE_DRAFT,
)

DELETE_ACL_RULE = Operation(
    "deleteAclRule",
    lib.libapi_acl_delete_start,
    lib.libapi_call_take_nothing,
    answer=None,
)

CREATE_EVENT = Operation(
    "createEvent",
    lib.libapi_event_create_start,
    lib.libapi_call_take_event,
    answer=records.Event,
    body=_builders.EVENT_DRAFT,
)

LIST_EVENTS = Operation(
    "listEvents",
    lib.libapi_event_list_start,
    lib.libapi_call_take_event_page,
    answer=records.EventPage,
    query=_builders.EVENT_LIST_QUERY,
    item=records.Event,
    pager=("libapi_event_pager **", lib.libapi_event_pager_new, lib.libapi_event_pager_next, lib.libapi_event_pager_free),
)

GET_EVENT = Operation(
    "getEvent",
    lib.libapi_event_get_start,
    lib.libapi_call_take_event,
    answer=records.Event,
    query=_builders.EVENT_GET_QUERY,
)

PUT_EVENT = Operation(
    "putEvent",
    lib.libapi_event_put_start,
    lib.libapi_call_take_event,
    answer=records.Event,
    body=_builders.EVENT_DRAFT,
)

UPDATE_EVENT = Operation(
    "updateEvent",
    lib.libapi_event_update_start,
    lib.libapi_call_take_event,
    answer=records.Event,
    body=_builders.EVENT_PATCH,
    query=_builders.EVENT_UPDATE_QUERY,
)

DELETE_EVENT = Operation(
    "deleteEvent",
    lib.libapi_event_delete_start,
    lib.libapi_call_take_nothing,
    answer=None,
)

LIST_AGENDA = Operation(
    "listAgenda",
    lib.libapi_agenda_list_start,
    lib.libapi_call_take_event_page,
    answer=records.EventPage,
    query=_builders.AGENDA_LIST_QUERY,
    item=records.Event,
    pager=("libapi_agenda_pager **", lib.libapi_agenda_pager_new, lib.libapi_agenda_pager_next, lib.libapi_agenda_pager_free),
)

SEARCH_EVENTS = Operation(
    "searchEvents",
    lib.libapi_event_search_start,
    lib.libapi_call_take_event_page,
    answer=records.EventPage,
    query=_builders.EVENT_SEARCH_QUERY,
    item=records.Event,
    pager=("libapi_event_search_pager **", lib.libapi_event_search_pager_new, lib.libapi_event_search_pager_next, lib.libapi_event_search_pager_free),
)

LIST_INSTANCES = Operation(
    "listInstances",
    lib.libapi_instance_list_start,
    lib.libapi_call_take_event_page,
    answer=records.EventPage,
    query=_builders.INSTANCE_LIST_QUERY,
    item=records.Event,
    pager=("libapi_instance_pager **", lib.libapi_instance_pager_new, lib.libapi_instance_pager_next, lib.libapi_instance_pager_free),
)

GET_INSTANCE = Operation(
    "getInstance",
    lib.libapi_instance_get_start,
    lib.libapi_call_take_event,
    answer=records.Event,
    query=_builders.INSTANCE_GET_QUERY,
)

UPDATE_INSTANCE = Operation(
    "updateInstance",
    lib.libapi_instance_update_start,
    lib.libapi_call_take_event,
    answer=records.Event,
    body=_builders.EVENT_PATCH,
)

DELETE_INSTANCE = Operation(
    "deleteInstance",
    lib.libapi_instance_delete_start,
    lib.libapi_call_take_nothing,
    answer=None,
)

SPLIT_SERIES = Operation(
    "splitSeries",
    lib.libapi_series_split_start,
    lib.libapi_call_take_split,
    answer=records.Split,
    body=_builders.SPLIT_DRAFT,
)

PUT_ATTENDEE = Operation(
    "putAttendee",
    lib.libapi_attendee_put_start,
    lib.libapi_call_take_event,
    answer=records.Event,
    body=_builders.INVITATION_DRAFT,
    query=_builders.ATTENDEE_PUT_QUERY,
)

REMOVE_ATTENDEE = Operation(
    "removeAttendee",
    lib.libapi_attendee_remove_start,
    lib.libapi_call_take_nothing,
    answer=None,
    query=_builders.ATTENDEE_REMOVE_QUERY,
)

RESPOND_TO_EVENT = Operation(
    "respondToEvent",
    lib.libapi_event_respond_start,
    lib.libapi_call_take_event,
    answer=records.Event,
    body=_builders.RSVP_DRAFT,
)

LIST_CHANGES = Operation(
    "listChanges",
    lib.libapi_change_list_start,
    lib.libapi_call_take_changes,
    answer=records.Changes,
    query=_builders.CHANGE_LIST_QUERY,
)

QUERY_FREE_BUSY = Operation(
    "queryFreeBusy",
    lib.libapi_freebusy_query_start,
    lib.libapi_call_take_free_busy,
    answer=records.FreeBusy,
    body=_builders.FREE_BUSY_DRAFT,
)

FIND_TIMES = Operation(
    "findTimes",
    lib.libapi_times_find_start,
    lib.libapi_call_take_found_times,
    answer=records.FoundTimes,
    body=_builders.FIND_TIMES_DRAFT,
)

BATCH = Operation(
    "batch",
    lib.libapi_batch_run_start,
    lib.libapi_call_take_batch,
    answer=records.Batch,
    body=_builders.BATCH_DRAFT,
)

CREATE_WEBHOOK = Operation(
    "createWebhook",
    lib.libapi_webhook_create_start,
    lib.libapi_call_take_webhook_with_secret,
    answer=records.WebhookWithSecret,
    body=_builders.WEBHOOK_DRAFT,
)

LIST_WEBHOOKS = Operation(
    "listWebhooks",
    lib.libapi_webhook_list_start,
    lib.libapi_call_take_webhook_page,
    answer=records.WebhookPage,
    query=_builders.WEBHOOK_LIST_QUERY,
    item=records.Webhook,
    pager=("libapi_webhook_pager **", lib.libapi_webhook_pager_new, lib.libapi_webhook_pager_next, lib.libapi_webhook_pager_free),
)

UPDATE_WEBHOOK = Operation(
    "updateWebhook",
    lib.libapi_webhook_update_start,
    lib.libapi_call_take_webhook_with_secret,
    answer=records.WebhookWithSecret,
    body=_builders.WEBHOOK_PATCH,
)

DELETE_WEBHOOK = Operation(
    "deleteWebhook",
    lib.libapi_webhook_delete_start,
    lib.libapi_call_take_nothing,
    answer=None,
)

LIST_DELIVERIES = Operation(
    "listDeliveries",
    lib.libapi_delivery_list_start,
    lib.libapi_call_take_delivery_page,
    answer=records.DeliveryPage,
    query=_builders.DELIVERY_LIST_QUERY,
    item=records.Delivery,
    pager=("libapi_delivery_pager **", lib.libapi_delivery_pager_new, lib.libapi_delivery_pager_next, lib.libapi_delivery_pager_free),
)

LIST_AUDIT = Operation(
    "listAudit",
    lib.libapi_audit_list_start,
    lib.libapi_call_take_audit_entry_page,
    answer=records.AuditEntryPage,
    query=_builders.AUDIT_LIST_QUERY,
    item=records.AuditEntry,
    pager=("libapi_audit_pager **", lib.libapi_audit_pager_new, lib.libapi_audit_pager_next, lib.libapi_audit_pager_free),
)
