"""Setters of what is sent, by the member's name.

Written by generator/binding_python.py from openapi/calendar.yaml; change those and generate again.
"""
from __future__ import annotations

from . import enums
from ._build import (Builder, Member, day, enum, flag, json_value, mapping, number, record,
                     records, text, texts, time, zoned)
from ._lib import lib

WORKING_HOURS_DRAFT = Builder(
    "libapi_working_hours_draft **", lib.libapi_working_hours_draft_new, lib.libapi_working_hours_draft_free, {
        "day": Member(number, lib.libapi_working_hours_draft_set_day),
        "start": Member(text, lib.libapi_working_hours_draft_set_start),
        "end": Member(text, lib.libapi_working_hours_draft_set_end),
    })

USER_DRAFT = Builder(
    "libapi_user_draft **", lib.libapi_user_draft_new, lib.libapi_user_draft_free, {
        "username": Member(text, lib.libapi_user_draft_set_username),
        "email": Member(text, lib.libapi_user_draft_set_email, null=lib.libapi_user_draft_set_email_null),
        "display_name": Member(text, lib.libapi_user_draft_set_display_name, null=lib.libapi_user_draft_set_display_name_null),
        "time_zone": Member(text, lib.libapi_user_draft_set_time_zone),
        "is_admin": Member(flag, lib.libapi_user_draft_set_is_admin),
        "working_hours": Member(records(WORKING_HOURS_DRAFT), lib.libapi_user_draft_add_working_hours, clear=lib.libapi_user_draft_clear_working_hours),
    })

USER_LIST_QUERY = Builder(
    "libapi_user_list_query **", lib.libapi_user_list_query_new, lib.libapi_user_list_query_free, {
        "q": Member(text, lib.libapi_user_list_query_set_q),
        "limit": Member(number, lib.libapi_user_list_query_set_limit),
        "cursor": Member(text, lib.libapi_user_list_query_set_cursor),
    })

USER_PATCH = Builder(
    "libapi_user_patch **", lib.libapi_user_patch_new, lib.libapi_user_patch_free, {
        "username": Member(text, lib.libapi_user_patch_set_username),
        "email": Member(text, lib.libapi_user_patch_set_email, null=lib.libapi_user_patch_set_email_null),
        "display_name": Member(text, lib.libapi_user_patch_set_display_name, null=lib.libapi_user_patch_set_display_name_null),
        "time_zone": Member(text, lib.libapi_user_patch_set_time_zone),
        "is_admin": Member(flag, lib.libapi_user_patch_set_is_admin),
        "working_hours": Member(records(WORKING_HOURS_DRAFT), lib.libapi_user_patch_add_working_hours, clear=lib.libapi_user_patch_clear_working_hours),
    })

USER_DELETE_QUERY = Builder(
    "libapi_user_delete_query **", lib.libapi_user_delete_query_new, lib.libapi_user_delete_query_free, {
        "transfer_to": Member(text, lib.libapi_user_delete_query_set_transfer_to),
    })

API_KEY_DRAFT = Builder(
    "libapi_api_key_draft **", lib.libapi_api_key_draft_new, lib.libapi_api_key_draft_free, {
        "name": Member(text, lib.libapi_api_key_draft_set_name),
        "scopes": Member(texts, lib.libapi_api_key_draft_add_scope, clear=lib.libapi_api_key_draft_clear_scopes),
        "expires_at": Member(time, lib.libapi_api_key_draft_set_expires_at, null=lib.libapi_api_key_draft_set_expires_at_null),
        "expires_at_ms": Member(number, lib.libapi_api_key_draft_set_expires_at_ms),
    })

KEY_LIST_QUERY = Builder(
    "libapi_key_list_query **", lib.libapi_key_list_query_new, lib.libapi_key_list_query_free, {
        "limit": Member(number, lib.libapi_key_list_query_set_limit),
        "cursor": Member(text, lib.libapi_key_list_query_set_cursor),
    })

CALENDAR_DRAFT = Builder(
    "libapi_calendar_draft **", lib.libapi_calendar_draft_new, lib.libapi_calendar_draft_free, {
        "name": Member(text, lib.libapi_calendar_draft_set_name),
        "description": Member(text, lib.libapi_calendar_draft_set_description, null=lib.libapi_calendar_draft_set_description_null),
        "color": Member(text, lib.libapi_calendar_draft_set_color, null=lib.libapi_calendar_draft_set_color_null),
        "time_zone": Member(text, lib.libapi_calendar_draft_set_time_zone),
        "public_read": Member(flag, lib.libapi_calendar_draft_set_public_read),
        "public_write": Member(flag, lib.libapi_calendar_draft_set_public_write),
    })

CALENDAR_LIST_QUERY = Builder(
    "libapi_calendar_list_query **", lib.libapi_calendar_list_query_new, lib.libapi_calendar_list_query_free, {
        "role_min": Member(enum(enums.CalendarListRoleMin), lib.libapi_calendar_list_query_set_role_min),
        "owner": Member(text, lib.libapi_calendar_list_query_set_owner),
        "include_public": Member(flag, lib.libapi_calendar_list_query_set_include_public),
        "q": Member(text, lib.libapi_calendar_list_query_set_q),
        "limit": Member(number, lib.libapi_calendar_list_query_set_limit),
        "cursor": Member(text, lib.libapi_calendar_list_query_set_cursor),
    })

CALENDAR_PATCH = Builder(
    "libapi_calendar_patch **", lib.libapi_calendar_patch_new, lib.libapi_calendar_patch_free, {
        "name": Member(text, lib.libapi_calendar_patch_set_name),
        "description": Member(text, lib.libapi_calendar_patch_set_description, null=lib.libapi_calendar_patch_set_description_null),
        "color": Member(text, lib.libapi_calendar_patch_set_color, null=lib.libapi_calendar_patch_set_color_null),
        "time_zone": Member(text, lib.libapi_calendar_patch_set_time_zone),
        "public_read": Member(flag, lib.libapi_calendar_patch_set_public_read),
        "public_write": Member(flag, lib.libapi_calendar_patch_set_public_write),
    })

CALENDAR_EXPORT_QUERY = Builder(
    "libapi_calendar_export_query **", lib.libapi_calendar_export_query_new, lib.libapi_calendar_export_query_free, {
        "from": Member(time, lib.libapi_calendar_export_query_set_from),
        "from_ms": Member(number, lib.libapi_calendar_export_query_set_from_ms),
        "to": Member(time, lib.libapi_calendar_export_query_set_to),
        "to_ms": Member(number, lib.libapi_calendar_export_query_set_to_ms),
        "event_id": Member(text, lib.libapi_calendar_export_query_set_event_id),
    })

CALENDAR_IMPORT_QUERY = Builder(
    "libapi_calendar_import_query **", lib.libapi_calendar_import_query_new, lib.libapi_calendar_import_query_free, {
        "mode": Member(enum(enums.CalendarImportMode), lib.libapi_calendar_import_query_set_mode),
        "dry_run": Member(flag, lib.libapi_calendar_import_query_set_dry_run),
    })

FEED_DRAFT = Builder(
    "libapi_feed_draft **", lib.libapi_feed_draft_new, lib.libapi_feed_draft_free, {
        "name": Member(text, lib.libapi_feed_draft_set_name),
        "detail": Member(enum(enums.FeedDetail), lib.libapi_feed_draft_set_detail),
        "past_days": Member(number, lib.libapi_feed_draft_set_past_days),
        "future_days": Member(number, lib.libapi_feed_draft_set_future_days),
    })

FEED_LIST_QUERY = Builder(
    "libapi_feed_list_query **", lib.libapi_feed_list_query_new, lib.libapi_feed_list_query_free, {
        "limit": Member(number, lib.libapi_feed_list_query_set_limit),
        "cursor": Member(text, lib.libapi_feed_list_query_set_cursor),
    })

ACL_LIST_QUERY = Builder(
    "libapi_acl_list_query **", lib.libapi_acl_list_query_new, lib.libapi_acl_list_query_free, {
        "limit": Member(number, lib.libapi_acl_list_query_set_limit),
        "cursor": Member(text, lib.libapi_acl_list_query_set_cursor),
    })

ACL_RULE_DRAFT = Builder(
    "libapi_acl_rule_draft **", lib.libapi_acl_rule_draft_new, lib.libapi_acl_rule_draft_free, {
        "role": Member(enum(enums.AclRuleRole), lib.libapi_acl_rule_draft_set_role),
    })

RECURRENCE_DRAFT = Builder(
    "libapi_recurrence_draft **", lib.libapi_recurrence_draft_new, lib.libapi_recurrence_draft_free, {
        "rrule": Member(text, lib.libapi_recurrence_draft_set_rrule, null=lib.libapi_recurrence_draft_set_rrule_null),
        "rdates": Member(texts, lib.libapi_recurrence_draft_add_rdate, clear=lib.libapi_recurrence_draft_clear_rdates),
        "exdates": Member(texts, lib.libapi_recurrence_draft_add_exdate, clear=lib.libapi_recurrence_draft_clear_exdates),
    })

ATTENDEE_DRAFT = Builder(
    "libapi_attendee_draft **", lib.libapi_attendee_draft_new, lib.libapi_attendee_draft_free, {
        "email": Member(text, lib.libapi_attendee_draft_set_email),
        "name": Member(text, lib.libapi_attendee_draft_set_name, null=lib.libapi_attendee_draft_set_name_null),
        "role": Member(enum(enums.AttendeeRole), lib.libapi_attendee_draft_set_role),
        "partstat": Member(enum(enums.AttendeePartstat), lib.libapi_attendee_draft_set_partstat),
        "comment": Member(text, lib.libapi_attendee_draft_set_comment, null=lib.libapi_attendee_draft_set_comment_null),
    })

REMINDER_DRAFT = Builder(
    "libapi_reminder_draft **", lib.libapi_reminder_draft_new, lib.libapi_reminder_draft_free, {
        "method": Member(enum(enums.ReminderMethod), lib.libapi_reminder_draft_set_method),
        "minutes_before": Member(number, lib.libapi_reminder_draft_set_minutes_before),
    })

EVENT_DRAFT = Builder(
    "libapi_event_draft **", lib.libapi_event_draft_new, lib.libapi_event_draft_free, {
        "id": Member(text, lib.libapi_event_draft_set_id),
        "uid": Member(text, lib.libapi_event_draft_set_uid),
        "title": Member(text, lib.libapi_event_draft_set_title),
        "description": Member(text, lib.libapi_event_draft_set_description, null=lib.libapi_event_draft_set_description_null),
        "location": Member(text, lib.libapi_event_draft_set_location, null=lib.libapi_event_draft_set_location_null),
        "url": Member(text, lib.libapi_event_draft_set_url, null=lib.libapi_event_draft_set_url_null),
        "is_all_day": Member(flag, lib.libapi_event_draft_set_is_all_day),
        "start_time": Member(time, lib.libapi_event_draft_set_start_time, null=lib.libapi_event_draft_set_start_time_null),
        "start_time_ms": Member(number, lib.libapi_event_draft_set_start_time_ms),
        "start_time_date": Member(day, lib.libapi_event_draft_set_start_time_date),
        "start_time_floating": Member(time, lib.libapi_event_draft_set_start_time_floating),
        "start_time_zoned": Member(zoned, lib.libapi_event_draft_set_start_time_zoned),
        "end_time": Member(time, lib.libapi_event_draft_set_end_time, null=lib.libapi_event_draft_set_end_time_null),
        "end_time_ms": Member(number, lib.libapi_event_draft_set_end_time_ms),
        "end_time_date": Member(day, lib.libapi_event_draft_set_end_time_date),
        "end_time_floating": Member(time, lib.libapi_event_draft_set_end_time_floating),
        "end_time_zoned": Member(zoned, lib.libapi_event_draft_set_end_time_zoned),
        "start_date": Member(day, lib.libapi_event_draft_set_start_date, null=lib.libapi_event_draft_set_start_date_null),
        "end_date": Member(day, lib.libapi_event_draft_set_end_date, null=lib.libapi_event_draft_set_end_date_null),
        "time_zone": Member(text, lib.libapi_event_draft_set_time_zone, null=lib.libapi_event_draft_set_time_zone_null),
        "floating": Member(flag, lib.libapi_event_draft_set_floating),
        "recurrence": Member(record(RECURRENCE_DRAFT), lib.libapi_event_draft_set_recurrence, null=lib.libapi_event_draft_set_recurrence_null),
        "status": Member(enum(enums.EventStatus), lib.libapi_event_draft_set_status),
        "visibility": Member(enum(enums.EventVisibility), lib.libapi_event_draft_set_visibility),
        "transparency": Member(enum(enums.EventTransparency), lib.libapi_event_draft_set_transparency),
        "attendees": Member(records(ATTENDEE_DRAFT), lib.libapi_event_draft_add_attendee, clear=lib.libapi_event_draft_clear_attendees),
        "reminders": Member(records(REMINDER_DRAFT), lib.libapi_event_draft_add_reminder, clear=lib.libapi_event_draft_clear_reminders),
        "categories": Member(texts, lib.libapi_event_draft_add_category, clear=lib.libapi_event_draft_clear_categories),
        "color": Member(text, lib.libapi_event_draft_set_color, null=lib.libapi_event_draft_set_color_null),
        "metadata": Member(mapping, lib.libapi_event_draft_set_metadata, clear=lib.libapi_event_draft_clear_metadata),
    })

EVENT_LIST_QUERY = Builder(
    "libapi_event_list_query **", lib.libapi_event_list_query_new, lib.libapi_event_list_query_free, {
        "from": Member(time, lib.libapi_event_list_query_set_from),
        "from_ms": Member(number, lib.libapi_event_list_query_set_from_ms),
        "to": Member(time, lib.libapi_event_list_query_set_to),
        "to_ms": Member(number, lib.libapi_event_list_query_set_to_ms),
        "expand": Member(enum(enums.EventListExpand), lib.libapi_event_list_query_set_expand),
        "time_zone": Member(text, lib.libapi_event_list_query_set_time_zone),
        "status": Member(enum(enums.EventStatus), lib.libapi_event_list_query_set_status),
        "uid": Member(text, lib.libapi_event_list_query_set_uid),
        "category": Member(text, lib.libapi_event_list_query_set_category),
        "updated_since": Member(time, lib.libapi_event_list_query_set_updated_since),
        "updated_since_ms": Member(number, lib.libapi_event_list_query_set_updated_since_ms),
        "include_deleted": Member(flag, lib.libapi_event_list_query_set_include_deleted),
        "fields": Member(text, lib.libapi_event_list_query_set_fields),
        "limit": Member(number, lib.libapi_event_list_query_set_limit),
        "cursor": Member(text, lib.libapi_event_list_query_set_cursor),
    })

EVENT_GET_QUERY = Builder(
    "libapi_event_get_query **", lib.libapi_event_get_query_new, lib.libapi_event_get_query_free, {
        "time_zone": Member(text, lib.libapi_event_get_query_set_time_zone),
    })

EVENT_PATCH = Builder(
    "libapi_event_patch **", lib.libapi_event_patch_new, lib.libapi_event_patch_free, {
        "calendar_id": Member(text, lib.libapi_event_patch_set_calendar_id),
        "uid": Member(text, lib.libapi_event_patch_set_uid),
        "title": Member(text, lib.libapi_event_patch_set_title),
        "description": Member(text, lib.libapi_event_patch_set_description, null=lib.libapi_event_patch_set_description_null),
        "location": Member(text, lib.libapi_event_patch_set_location, null=lib.libapi_event_patch_set_location_null),
        "url": Member(text, lib.libapi_event_patch_set_url, null=lib.libapi_event_patch_set_url_null),
        "is_all_day": Member(flag, lib.libapi_event_patch_set_is_all_day),
        "start_time": Member(time, lib.libapi_event_patch_set_start_time, null=lib.libapi_event_patch_set_start_time_null),
        "start_time_ms": Member(number, lib.libapi_event_patch_set_start_time_ms),
        "start_time_date": Member(day, lib.libapi_event_patch_set_start_time_date),
        "start_time_floating": Member(time, lib.libapi_event_patch_set_start_time_floating),
        "start_time_zoned": Member(zoned, lib.libapi_event_patch_set_start_time_zoned),
        "end_time": Member(time, lib.libapi_event_patch_set_end_time, null=lib.libapi_event_patch_set_end_time_null),
        "end_time_ms": Member(number, lib.libapi_event_patch_set_end_time_ms),
        "end_time_date": Member(day, lib.libapi_event_patch_set_end_time_date),
        "end_time_floating": Member(time, lib.libapi_event_patch_set_end_time_floating),
        "end_time_zoned": Member(zoned, lib.libapi_event_patch_set_end_time_zoned),
        "start_date": Member(day, lib.libapi_event_patch_set_start_date, null=lib.libapi_event_patch_set_start_date_null),
        "end_date": Member(day, lib.libapi_event_patch_set_end_date, null=lib.libapi_event_patch_set_end_date_null),
        "time_zone": Member(text, lib.libapi_event_patch_set_time_zone, null=lib.libapi_event_patch_set_time_zone_null),
        "floating": Member(flag, lib.libapi_event_patch_set_floating),
        "recurrence": Member(record(RECURRENCE_DRAFT), lib.libapi_event_patch_set_recurrence, null=lib.libapi_event_patch_set_recurrence_null),
        "status": Member(enum(enums.EventStatus), lib.libapi_event_patch_set_status),
        "visibility": Member(enum(enums.EventVisibility), lib.libapi_event_patch_set_visibility),
        "transparency": Member(enum(enums.EventTransparency), lib.libapi_event_patch_set_transparency),
        "reminders": Member(records(REMINDER_DRAFT), lib.libapi_event_patch_add_reminder, clear=lib.libapi_event_patch_clear_reminders),
        "categories": Member(texts, lib.libapi_event_patch_add_category, clear=lib.libapi_event_patch_clear_categories),
        "color": Member(text, lib.libapi_event_patch_set_color, null=lib.libapi_event_patch_set_color_null),
        "metadata": Member(mapping, lib.libapi_event_patch_set_metadata, entry_null=lib.libapi_event_patch_set_metadata_null),
    })

EVENT_UPDATE_QUERY = Builder(
    "libapi_event_update_query **", lib.libapi_event_update_query_new, lib.libapi_event_update_query_free, {
        "drop_exceptions": Member(flag, lib.libapi_event_update_query_set_drop_exceptions),
    })

AGENDA_LIST_QUERY = Builder(
    "libapi_agenda_list_query **", lib.libapi_agenda_list_query_new, lib.libapi_agenda_list_query_free, {
        "calendar_ids": Member(texts, lib.libapi_agenda_list_query_add_calendar_id, clear=lib.libapi_agenda_list_query_clear_calendar_ids),
        "from": Member(time, lib.libapi_agenda_list_query_set_from),
        "from_ms": Member(number, lib.libapi_agenda_list_query_set_from_ms),
        "to": Member(time, lib.libapi_agenda_list_query_set_to),
        "to_ms": Member(number, lib.libapi_agenda_list_query_set_to_ms),
        "time_zone": Member(text, lib.libapi_agenda_list_query_set_time_zone),
        "limit": Member(number, lib.libapi_agenda_list_query_set_limit),
        "cursor": Member(text, lib.libapi_agenda_list_query_set_cursor),
    })

EVENT_SEARCH_QUERY = Builder(
    "libapi_event_search_query **", lib.libapi_event_search_query_new, lib.libapi_event_search_query_free, {
        "q": Member(text, lib.libapi_event_search_query_set_q),
        "calendar_ids": Member(texts, lib.libapi_event_search_query_add_calendar_id, clear=lib.libapi_event_search_query_clear_calendar_ids),
        "from": Member(time, lib.libapi_event_search_query_set_from),
        "from_ms": Member(number, lib.libapi_event_search_query_set_from_ms),
        "to": Member(time, lib.libapi_event_search_query_set_to),
        "to_ms": Member(number, lib.libapi_event_search_query_set_to_ms),
        "attendee": Member(text, lib.libapi_event_search_query_set_attendee),
        "time_zone": Member(text, lib.libapi_event_search_query_set_time_zone),
        "limit": Member(number, lib.libapi_event_search_query_set_limit),
        "cursor": Member(text, lib.libapi_event_search_query_set_cursor),
    })

INSTANCE_LIST_QUERY = Builder(
    "libapi_instance_list_query **", lib.libapi_instance_list_query_new, lib.libapi_instance_list_query_free, {
        "from": Member(time, lib.libapi_instance_list_query_set_from),
        "from_ms": Member(number, lib.libapi_instance_list_query_set_from_ms),
        "to": Member(time, lib.libapi_instance_list_query_set_to),
        "to_ms": Member(number, lib.libapi_instance_list_query_set_to_ms),
        "include_cancelled": Member(flag, lib.libapi_instance_list_query_set_include_cancelled),
        "time_zone": Member(text, lib.libapi_instance_list_query_set_time_zone),
        "limit": Member(number, lib.libapi_instance_list_query_set_limit),
        "cursor": Member(text, lib.libapi_instance_list_query_set_cursor),
    })

INSTANCE_GET_QUERY = Builder(
    "libapi_instance_get_query **", lib.libapi_instance_get_query_new, lib.libapi_instance_get_query_free, {
        "time_zone": Member(text, lib.libapi_instance_get_query_set_time_zone),
    })

SPLIT_DRAFT = Builder(
    "libapi_split_draft **", lib.libapi_split_draft_new, lib.libapi_split_draft_free, {
        "recurrence_id": Member(text, lib.libapi_split_draft_set_recurrence_id),
        "patch": Member(record(EVENT_PATCH), lib.libapi_split_draft_set_patch, null=lib.libapi_split_draft_set_patch_null),
        "delete_following": Member(flag, lib.libapi_split_draft_set_delete_following),
        "drop_exceptions": Member(flag, lib.libapi_split_draft_set_drop_exceptions),
    })

INVITATION_DRAFT = Builder(
    "libapi_invitation_draft **", lib.libapi_invitation_draft_new, lib.libapi_invitation_draft_free, {
        "name": Member(text, lib.libapi_invitation_draft_set_name, null=lib.libapi_invitation_draft_set_name_null),
        "role": Member(enum(enums.InvitationDraftRole), lib.libapi_invitation_draft_set_role),
    })

ATTENDEE_PUT_QUERY = Builder(
    "libapi_attendee_put_query **", lib.libapi_attendee_put_query_new, lib.libapi_attendee_put_query_free, {
        "recurrence_id": Member(text, lib.libapi_attendee_put_query_set_recurrence_id),
    })

ATTENDEE_REMOVE_QUERY = Builder(
    "libapi_attendee_remove_query **", lib.libapi_attendee_remove_query_new, lib.libapi_attendee_remove_query_free, {
        "recurrence_id": Member(text, lib.libapi_attendee_remove_query_set_recurrence_id),
    })

RSVP_DRAFT = Builder(
    "libapi_rsvp_draft **", lib.libapi_rsvp_draft_new, lib.libapi_rsvp_draft_free, {
        "partstat": Member(enum(enums.RsvpDraftPartstat), lib.libapi_rsvp_draft_set_partstat),
        "comment": Member(text, lib.libapi_rsvp_draft_set_comment, null=lib.libapi_rsvp_draft_set_comment_null),
        "recurrence_id": Member(text, lib.libapi_rsvp_draft_set_recurrence_id, null=lib.libapi_rsvp_draft_set_recurrence_id_null),
        "from_recurrence_id": Member(text, lib.libapi_rsvp_draft_set_from_recurrence_id, null=lib.libapi_rsvp_draft_set_from_recurrence_id_null),
    })

CHANGE_LIST_QUERY = Builder(
    "libapi_change_list_query **", lib.libapi_change_list_query_new, lib.libapi_change_list_query_free, {
        "token": Member(text, lib.libapi_change_list_query_set_token),
        "limit": Member(number, lib.libapi_change_list_query_set_limit),
        "wait": Member(number, lib.libapi_change_list_query_set_wait),
    })

FREE_BUSY_SUBJECT_DRAFT = Builder(
    "libapi_free_busy_subject_draft **", lib.libapi_free_busy_subject_draft_new, lib.libapi_free_busy_subject_draft_free, {
        "user_id": Member(text, lib.libapi_free_busy_subject_draft_set_user_id, null=lib.libapi_free_busy_subject_draft_set_user_id_null),
        "calendar_id": Member(text, lib.libapi_free_busy_subject_draft_set_calendar_id, null=lib.libapi_free_busy_subject_draft_set_calendar_id_null),
    })

FREE_BUSY_DRAFT = Builder(
    "libapi_free_busy_draft **", lib.libapi_free_busy_draft_new, lib.libapi_free_busy_draft_free, {
        "from": Member(time, lib.libapi_free_busy_draft_set_from),
        "from_ms": Member(number, lib.libapi_free_busy_draft_set_from_ms),
        "to": Member(time, lib.libapi_free_busy_draft_set_to),
        "to_ms": Member(number, lib.libapi_free_busy_draft_set_to_ms),
        "subjects": Member(records(FREE_BUSY_SUBJECT_DRAFT), lib.libapi_free_busy_draft_add_subject, clear=lib.libapi_free_busy_draft_clear_subjects),
        "time_zone": Member(text, lib.libapi_free_busy_draft_set_time_zone, null=lib.libapi_free_busy_draft_set_time_zone_null),
    })

FIND_TIMES_ATTENDEE_DRAFT = Builder(
    "libapi_find_times_attendee_draft **", lib.libapi_find_times_attendee_draft_new, lib.libapi_find_times_attendee_draft_free, {
        "user_id": Member(text, lib.libapi_find_times_attendee_draft_set_user_id),
        "required": Member(flag, lib.libapi_find_times_attendee_draft_set_required),
    })

FIND_TIMES_DRAFT = Builder(
    "libapi_find_times_draft **", lib.libapi_find_times_draft_new, lib.libapi_find_times_draft_free, {
        "attendees": Member(records(FIND_TIMES_ATTENDEE_DRAFT), lib.libapi_find_times_draft_add_attendee, clear=lib.libapi_find_times_draft_clear_attendees),
        "duration_minutes": Member(number, lib.libapi_find_times_draft_set_duration_minutes),
        "from": Member(time, lib.libapi_find_times_draft_set_from),
        "from_ms": Member(number, lib.libapi_find_times_draft_set_from_ms),
        "to": Member(time, lib.libapi_find_times_draft_set_to),
        "to_ms": Member(number, lib.libapi_find_times_draft_set_to_ms),
        "step_minutes": Member(number, lib.libapi_find_times_draft_set_step_minutes),
        "within_working_hours": Member(flag, lib.libapi_find_times_draft_set_within_working_hours),
        "buffer_minutes": Member(number, lib.libapi_find_times_draft_set_buffer_minutes),
        "min_required": Member(number, lib.libapi_find_times_draft_set_min_required, null=lib.libapi_find_times_draft_set_min_required_null),
        "max_results": Member(number, lib.libapi_find_times_draft_set_max_results),
    })

BATCH_REQUEST_DRAFT = Builder(
    "libapi_batch_request_draft **", lib.libapi_batch_request_draft_new, lib.libapi_batch_request_draft_free, {
        "id": Member(text, lib.libapi_batch_request_draft_set_id),
        "method": Member(enum(enums.BatchRequestMethod), lib.libapi_batch_request_draft_set_method),
        "path": Member(text, lib.libapi_batch_request_draft_set_path),
        "headers": Member(mapping, lib.libapi_batch_request_draft_set_headers, clear=lib.libapi_batch_request_draft_clear_headers),
        "body": Member(json_value, lib.libapi_batch_request_draft_set_body),
    })

BATCH_DRAFT = Builder(
    "libapi_batch_draft **", lib.libapi_batch_draft_new, lib.libapi_batch_draft_free, {
        "requests": Member(records(BATCH_REQUEST_DRAFT), lib.libapi_batch_draft_add_request, clear=lib.libapi_batch_draft_clear_requests),
        "atomic": Member(flag, lib.libapi_batch_draft_set_atomic),
    })

WEBHOOK_DRAFT = Builder(
    "libapi_webhook_draft **", lib.libapi_webhook_draft_new, lib.libapi_webhook_draft_free, {
        "url": Member(text, lib.libapi_webhook_draft_set_url),
        "types": Member(texts, lib.libapi_webhook_draft_add_type, clear=lib.libapi_webhook_draft_clear_types),
        "calendar_ids": Member(texts, lib.libapi_webhook_draft_add_calendar_id, clear=lib.libapi_webhook_draft_clear_calendar_ids),
        "description": Member(text, lib.libapi_webhook_draft_set_description, null=lib.libapi_webhook_draft_set_description_null),
    })

WEBHOOK_LIST_QUERY = Builder(
    "libapi_webhook_list_query **", lib.libapi_webhook_list_query_new, lib.libapi_webhook_list_query_free, {
        "limit": Member(number, lib.libapi_webhook_list_query_set_limit),
        "cursor": Member(text, lib.libapi_webhook_list_query_set_cursor),
    })

WEBHOOK_PATCH = Builder(
    "libapi_webhook_patch **", lib.libapi_webhook_patch_new, lib.libapi_webhook_patch_free, {
        "url": Member(text, lib.libapi_webhook_patch_set_url),
        "types": Member(texts, lib.libapi_webhook_patch_add_type, clear=lib.libapi_webhook_patch_clear_types),
        "calendar_ids": Member(texts, lib.libapi_webhook_patch_add_calendar_id, clear=lib.libapi_webhook_patch_clear_calendar_ids),
        "description": Member(text, lib.libapi_webhook_patch_set_description, null=lib.libapi_webhook_patch_set_description_null),
        "enabled": Member(flag, lib.libapi_webhook_patch_set_enabled),
        "rotate_secret": Member(flag, lib.libapi_webhook_patch_set_rotate_secret),
    })

DELIVERY_LIST_QUERY = Builder(
    "libapi_delivery_list_query **", lib.libapi_delivery_list_query_new, lib.libapi_delivery_list_query_free, {
        "status": Member(enum(enums.DeliveryStatus), lib.libapi_delivery_list_query_set_status),
        "limit": Member(number, lib.libapi_delivery_list_query_set_limit),
        "cursor": Member(text, lib.libapi_delivery_list_query_set_cursor),
    })

AUDIT_LIST_QUERY = Builder(
    "libapi_audit_list_query **", lib.libapi_audit_list_query_new, lib.libapi_audit_list_query_free, {
        "actor": Member(text, lib.libapi_audit_list_query_set_actor),
        "action": Member(text, lib.libapi_audit_list_query_set_action),
        "resource": Member(text, lib.libapi_audit_list_query_set_resource),
        "from": Member(time, lib.libapi_audit_list_query_set_from),
        "from_ms": Member(number, lib.libapi_audit_list_query_set_from_ms),
        "to": Member(time, lib.libapi_audit_list_query_set_to),
        "to_ms": Member(number, lib.libapi_audit_list_query_set_to_ms),
        "limit": Member(number, lib.libapi_audit_list_query_set_limit),
        "cursor": Member(text, lib.libapi_audit_list_query_set_cursor),
    })
