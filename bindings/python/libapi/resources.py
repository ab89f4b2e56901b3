"""The operations, a class a noun and a method a verb.

Written by generator/binding_python.py from openapi/calendar.yaml; change those and generate again.
"""
from __future__ import annotations

from datetime import date, datetime
from typing import Any, Iterable, Mapping, Optional, Tuple, Union

from . import _operations, records
from ._operation import UNSET
from ._resource import Resource
from .drafts import *  # noqa: F403
from .enums import *  # noqa: F403
from .options import CallOptions
from .pager import Pager


class Capabilities(Resource):
    """Operations on capabilities."""

    def get(
        self,
        *,
        options: Optional[CallOptions] = None,
    ) -> records.Capabilities:
        """Show what the service can do.

        Version, limits, scopes and features of the service, and who is calling.

        Wire: GET /v1/capabilities. Since 0.1.
        """
        return self._run(_operations.GET_CAPABILITIES, (),
            {},
            {}, None, options)


class Openapi(Resource):
    """Operations on openapi."""

    def get(
        self,
        *,
        options: Optional[CallOptions] = None,
    ) -> str:
        """Fetch the OpenAPI document of the service.

        This contract, expanded so that generic tools understand it. Needs no key.

        Wire: GET /v1/openapi.json. Since 0.1.
        """
        return self._run(_operations.GET_OPEN_API, (),
            {},
            {}, None, options)


class Users(Resource):
    """People and programs that hold keys."""

    def create(
        self,
        *,
        username: str = UNSET,
        email: Optional[str] = UNSET,
        display_name: Optional[str] = UNSET,
        time_zone: str = UNSET,
        is_admin: bool = UNSET,
        working_hours: Iterable[WorkingHoursDraft] = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.CreatedUser:
        """Create a user and a first API key.

        The key is shown once, in this answer; the service keeps only its hash.

        username: Unique name: lower-case letters, digits, dot, underscore, hyphen. A-z, 0-9, dot,
        underscore, hyphen, 1…100 characters.
        email: E-mail address; attendees are recognised by it. Email address, 3…254 characters.
        display_name: Name for people to read. At most 128 characters.
        time_zone: Time zone of the user; an IANA name. IANA zone name.
        is_admin: Whether the user may manage users.
        working_hours: When the user works, in the user's time zone. At most 14 entries.

        Wire: POST /v1/users. Since 0.1.
        """
        return self._run(_operations.CREATE_USER, (),
            {},
            {"username": username, "email": email, "display_name": display_name, "time_zone": time_zone, "is_admin": is_admin, "working_hours": working_hours}, body, options)

    def list(
        self,
        *,
        q: str = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> Pager[records.User]:
        """List users. Walks over all entries, page after page; nothing is sent before the first is
        asked for.

        Everybody sees public fields; the e-mail address is shown to administrators and the user.

        q: Only users whose username or display name contains this text, or who have just this
        e-mail address, where it is shown. 1…100 characters.
        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/users. Since 0.1.
        """
        return self._walk(_operations.LIST_USERS, (),
            {"q": q, "limit": limit, "cursor": cursor},
            {}, None, options)

    def list_page(
        self,
        *,
        q: str = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.UserPage:
        """List users. One page; the plain method walks over all.

        Everybody sees public fields; the e-mail address is shown to administrators and the user.

        q: Only users whose username or display name contains this text, or who have just this
        e-mail address, where it is shown. 1…100 characters.
        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/users. Since 0.1.
        """
        return self._run(_operations.LIST_USERS, (),
            {"q": q, "limit": limit, "cursor": cursor},
            {}, None, options)

    def get(
        self,
        user_id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> records.User:
        """Show a user.

        The word `me` stands for the caller.

        Wire: GET /v1/users/{user_id}. Since 0.1.
        """
        return self._run(_operations.GET_USER, (user_id,),
            {},
            {}, None, options)

    def update(
        self,
        user_id: str,
        *,
        username: str = UNSET,
        email: Optional[str] = UNSET,
        display_name: Optional[str] = UNSET,
        time_zone: str = UNSET,
        is_admin: bool = UNSET,
        working_hours: Iterable[WorkingHoursDraft] = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.User:
        """Change a user.

        A JSON merge patch; only administrators may change is_admin.

        username: Unique name: lower-case letters, digits, dot, underscore, hyphen. A-z, 0-9, dot,
        underscore, hyphen, 1…100 characters.
        email: E-mail address; attendees are recognised by it. Email address, 3…254 characters.
        display_name: Name for people to read. At most 128 characters.
        time_zone: Time zone of the user; an IANA name. IANA zone name.
        is_admin: Whether the user may manage users.
        working_hours: When the user works, in the user's time zone. At most 14 entries.

        Wire: PATCH /v1/users/{user_id}. Since 0.1.
        """
        return self._run(_operations.UPDATE_USER, (user_id,),
            {},
            {"username": username, "email": email, "display_name": display_name, "time_zone": time_zone, "is_admin": is_admin, "working_hours": working_hours}, body, options)

    def delete(
        self,
        user_id: str,
        *,
        transfer_to: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> None:
        """Delete a user.

        The user's keys stop working at once. Calendars must be handed over first or by transfer_to.

        transfer_to: The user who receives the calendars and the authorship of events. UUID text,
        RFC 9562 §4, 36 bytes.

        Wire: DELETE /v1/users/{user_id}. Since 0.1.
        """
        return self._run(_operations.DELETE_USER, (user_id,),
            {"transfer_to": transfer_to},
            {}, None, options)


class Keies(Resource):
    """API keys of a user."""

    def create(
        self,
        user_id: str,
        *,
        name: str = UNSET,
        scopes: Iterable[str] = UNSET,
        expires_at: Optional[Union[datetime, str]] = UNSET,
        expires_at_ms: int = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.CreatedApiKey:
        """Create an API key.

        The key is shown once, in this answer; its scopes cannot exceed those of the calling key.

        name: What the key is for. 1…64 characters.
        scopes: What the key may do. 1…7 entries, each admin | calendars:read | calendars:write |
        events:read | events:write | freebusy:read | webhooks:manage.
        expires_at: When the key stops working; null for never. RFC 3339 §5.6 with an offset, whole
        seconds.
        expires_at_ms: Instead of expires_at: milliseconds since 1970-01-01T00:00:00Z.

        Wire: POST /v1/users/{user_id}/keys. Since 0.1.
        """
        return self._run(_operations.CREATE_API_KEY, (user_id,),
            {},
            {"name": name, "scopes": scopes, "expires_at": expires_at, "expires_at_ms": expires_at_ms}, body, options)

    def list(
        self,
        user_id: str,
        *,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> Pager[records.ApiKey]:
        """List the API keys of a user. Walks over all entries, page after page; nothing is sent before
        the first is asked for.

        Keys are described, never shown.

        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/users/{user_id}/keys. Since 0.1.
        """
        return self._walk(_operations.LIST_API_KEYS, (user_id,),
            {"limit": limit, "cursor": cursor},
            {}, None, options)

    def list_page(
        self,
        user_id: str,
        *,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.ApiKeyPage:
        """List the API keys of a user. One page; the plain method walks over all.

        Keys are described, never shown.

        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/users/{user_id}/keys. Since 0.1.
        """
        return self._run(_operations.LIST_API_KEYS, (user_id,),
            {"limit": limit, "cursor": cursor},
            {}, None, options)

    def revoke(
        self,
        user_id: str,
        key_id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> None:
        """Revoke an API key.

        The key stops working within a second, everywhere.

        Wire: DELETE /v1/users/{user_id}/keys/{key_id}. Since 0.1.
        """
        return self._run(_operations.REVOKE_API_KEY, (user_id, key_id),
            {},
            {}, None, options)


class Calendars(Resource):
    """Calendars and their settings."""

    def create(
        self,
        *,
        name: str = UNSET,
        description: Optional[str] = UNSET,
        color: Optional[str] = UNSET,
        time_zone: str = UNSET,
        public_read: bool = UNSET,
        public_write: bool = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.Calendar:
        """Create a calendar.

        The caller becomes its owner.

        name: Name of the calendar. 1…255 characters.
        description: What the calendar is for. At most 1000 characters.
        color: Colour, as #RRGGBB. #RRGGBB.
        time_zone: Time zone of events that name none. IANA zone name.
        public_read: Whether everybody with a key may read it.
        public_write: Whether everybody with a key may create events and change their own.

        Wire: POST /v1/calendars. Since 0.1.
        """
        return self._run(_operations.CREATE_CALENDAR, (),
            {},
            {"name": name, "description": description, "color": color, "time_zone": time_zone, "public_read": public_read, "public_write": public_write}, body, options)

    def list(
        self,
        *,
        role_min: Union[CalendarListRoleMin, str] = UNSET,
        owner: str = UNSET,
        include_public: bool = UNSET,
        q: str = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> Pager[records.Calendar]:
        """List calendars. Walks over all entries, page after page; nothing is sent before the first is
        asked for.

        Those that the caller has a role on; with include_public also the public ones.

        role_min: Only calendars on which the caller has at least this role.
        owner: Only calendars that this user owns. UUID text, RFC 9562 §4, 36 bytes.
        include_public: Also calendars that everybody may read.
        q: Only calendars whose name or description contains this text. 1…255 characters.
        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/calendars. Since 0.1.
        """
        return self._walk(_operations.LIST_CALENDARS, (),
            {"role_min": role_min, "owner": owner, "include_public": include_public, "q": q, "limit": limit, "cursor": cursor},
            {}, None, options)

    def list_page(
        self,
        *,
        role_min: Union[CalendarListRoleMin, str] = UNSET,
        owner: str = UNSET,
        include_public: bool = UNSET,
        q: str = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.CalendarPage:
        """List calendars. One page; the plain method walks over all.

        Those that the caller has a role on; with include_public also the public ones.

        role_min: Only calendars on which the caller has at least this role.
        owner: Only calendars that this user owns. UUID text, RFC 9562 §4, 36 bytes.
        include_public: Also calendars that everybody may read.
        q: Only calendars whose name or description contains this text. 1…255 characters.
        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/calendars. Since 0.1.
        """
        return self._run(_operations.LIST_CALENDARS, (),
            {"role_min": role_min, "owner": owner, "include_public": include_public, "q": q, "limit": limit, "cursor": cursor},
            {}, None, options)

    def get(
        self,
        calendar_id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> records.Calendar:
        """Show a calendar.

        A caller with any role on it may see its settings.

        Wire: GET /v1/calendars/{calendar_id}. Since 0.1.
        """
        return self._run(_operations.GET_CALENDAR, (calendar_id,),
            {},
            {}, None, options)

    def update(
        self,
        calendar_id: str,
        *,
        name: str = UNSET,
        description: Optional[str] = UNSET,
        color: Optional[str] = UNSET,
        time_zone: str = UNSET,
        public_read: bool = UNSET,
        public_write: bool = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.Calendar:
        """Change a calendar.

        A JSON merge patch; null removes a member.

        name: Name of the calendar. 1…255 characters.
        description: What the calendar is for. At most 1000 characters.
        color: Colour, as #RRGGBB. #RRGGBB.
        time_zone: Time zone of events that name none. IANA zone name.
        public_read: Whether everybody with a key may read it.
        public_write: Whether everybody with a key may create events and change their own.

        Wire: PATCH /v1/calendars/{calendar_id}. Since 0.1.
        """
        return self._run(_operations.UPDATE_CALENDAR, (calendar_id,),
            {},
            {"name": name, "description": description, "color": color, "time_zone": time_zone, "public_read": public_read, "public_write": public_write}, body, options)

    def delete(
        self,
        calendar_id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> None:
        """Delete a calendar and everything in it.

        The events go with it.

        Wire: DELETE /v1/calendars/{calendar_id}. Since 0.1.
        """
        return self._run(_operations.DELETE_CALENDAR, (calendar_id,),
            {},
            {}, None, options)

    def export(
        self,
        calendar_id: str,
        *,
        from_: Union[datetime, str] = UNSET,
        from_ms: int = UNSET,
        to: Union[datetime, str] = UNSET,
        to_ms: int = UNSET,
        event_id: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> str:
        """Export a calendar as iCalendar text.

        All events with their exceptions and time zones, as RFC 5545 wants them.

        from_: Only events that end after this instant; a series with one such occurrence is there
        as a whole. RFC 3339 §5.6 with an offset, whole seconds.
        from_ms: Instead of from_: milliseconds since 1970-01-01T00:00:00Z.
        to: Only events that start before this instant. RFC 3339 §5.6 with an offset, whole seconds.
        to_ms: Instead of to: milliseconds since 1970-01-01T00:00:00Z.
        event_id: Only this event. UUID text, RFC 9562 §4, 36 bytes.

        Wire: GET /v1/calendars/{calendar_id}/export.ics. Since 0.1.
        """
        return self._run(_operations.EXPORT_CALENDAR, (calendar_id,),
            {"from": from_, "from_ms": from_ms, "to": to, "to_ms": to_ms, "event_id": event_id},
            {}, None, options)

    def import_(
        self,
        calendar_id: str,
        text: Union[str, bytes],
        *,
        mode: Union[CalendarImportMode, str] = UNSET,
        dry_run: bool = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.ImportResult:
        """Import events from iCalendar text.

        In one transaction. What cannot be imported is listed under failed with its line; the rest
        is there.

        text: text/calendar; a str is sent as UTF-8.

        mode: What becomes of an event that is there already, by its UID.
        dry_run: Whether only the answer is wanted, and nothing is to change.

        Wire: POST /v1/calendars/{calendar_id}/import. Since 0.1.
        """
        return self._run(_operations.IMPORT_CALENDAR, (calendar_id,),
            {"mode": mode, "dry_run": dry_run},
            {}, text, options)


class Feeds(Resource):
    """Links by which calendar programs subscribe to a calendar."""

    def create(
        self,
        calendar_id: str,
        *,
        name: str = UNSET,
        detail: Union[FeedDetail, str] = UNSET,
        past_days: int = UNSET,
        future_days: int = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.CreatedFeed:
        """Create a link to subscribe to a calendar.

        Who has the link may read, without a key. It is shown once, in this answer; the service
        keeps only its hash.

        name: Who or what the link is for. 1…64 characters.
        detail: What is shown: everything but private events, or only when the calendar is busy.
        past_days: Days before today that are shown. 0…3660.
        future_days: Days after today that are shown. 1…3660.

        Wire: POST /v1/calendars/{calendar_id}/feeds. Since 0.1.
        """
        return self._run(_operations.CREATE_FEED, (calendar_id,),
            {},
            {"name": name, "detail": detail, "past_days": past_days, "future_days": future_days}, body, options)

    def list(
        self,
        calendar_id: str,
        *,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> Pager[records.Feed]:
        """List the links to a calendar. Walks over all entries, page after page; nothing is sent
        before the first is asked for.

        Links are described, never shown. Revoked ones are gone.

        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/calendars/{calendar_id}/feeds. Since 0.1.
        """
        return self._walk(_operations.LIST_FEEDS, (calendar_id,),
            {"limit": limit, "cursor": cursor},
            {}, None, options)

    def list_page(
        self,
        calendar_id: str,
        *,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.FeedPage:
        """List the links to a calendar. One page; the plain method walks over all.

        Links are described, never shown. Revoked ones are gone.

        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/calendars/{calendar_id}/feeds. Since 0.1.
        """
        return self._run(_operations.LIST_FEEDS, (calendar_id,),
            {"limit": limit, "cursor": cursor},
            {}, None, options)

    def revoke(
        self,
        calendar_id: str,
        feed_id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> None:
        """Revoke a link to a calendar.

        The link stops working at once, everywhere. Revoking it again answers the same.

        Wire: DELETE /v1/calendars/{calendar_id}/feeds/{feed_id}. Since 0.1.
        """
        return self._run(_operations.REVOKE_FEED, (calendar_id, feed_id),
            {},
            {}, None, options)

    def get(
        self,
        token: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> str:
        """Read a calendar by its link.

        For calendar programs that subscribe. The token alone is the credential.

        Wire: GET /v1/feeds/{token}.ics. Since 0.1.
        """
        return self._run(_operations.GET_FEED, (token,),
            {},
            {}, None, options)


class Acl(Resource):
    """Who may do what on a calendar."""

    def list(
        self,
        calendar_id: str,
        *,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> Pager[records.AclRule]:
        """List who may do what on a calendar. Walks over all entries, page after page; nothing is sent
        before the first is asked for.

        Editors and owners see every rule; others see their own.

        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/calendars/{calendar_id}/acl. Since 0.1.
        """
        return self._walk(_operations.LIST_ACL, (calendar_id,),
            {"limit": limit, "cursor": cursor},
            {}, None, options)

    def list_page(
        self,
        calendar_id: str,
        *,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.AclRulePage:
        """List who may do what on a calendar. One page; the plain method walks over all.

        Editors and owners see every rule; others see their own.

        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/calendars/{calendar_id}/acl. Since 0.1.
        """
        return self._run(_operations.LIST_ACL, (calendar_id,),
            {"limit": limit, "cursor": cursor},
            {}, None, options)

    def put(
        self,
        calendar_id: str,
        user_id: str,
        *,
        role: Union[AclRuleRole, str] = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.AclRule:
        """Give a user a role on a calendar.

        The role owner hands the calendar over; the old owner becomes editor.

        role: What the user may do.

        Wire: PUT /v1/calendars/{calendar_id}/acl/{user_id}. Since 0.1.
        """
        return self._run(_operations.PUT_ACL_RULE, (calendar_id, user_id),
            {},
            {"role": role}, body, options)

    def delete(
        self,
        calendar_id: str,
        user_id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> None:
        """Take a user's role on a calendar away.

        An owner may remove anybody but the owner; everybody may remove themselves.

        Wire: DELETE /v1/calendars/{calendar_id}/acl/{user_id}. Since 0.1.
        """
        return self._run(_operations.DELETE_ACL_RULE, (calendar_id, user_id),
            {},
            {}, None, options)


class Events(Resource):
    """Events of a calendar."""

    def create(
        self,
        calendar_id: str,
        *,
        id: str = UNSET,
        uid: str = UNSET,
        title: str = UNSET,
        description: Optional[str] = UNSET,
        location: Optional[str] = UNSET,
        url: Optional[str] = UNSET,
        is_all_day: bool = UNSET,
        start_time: Optional[Union[datetime, str]] = UNSET,
        start_time_ms: int = UNSET,
        start_time_date: Union[date, str] = UNSET,
        start_time_floating: Union[datetime, str] = UNSET,
        start_time_zoned: Tuple[Union[datetime, str], str] = UNSET,
        end_time: Optional[Union[datetime, str]] = UNSET,
        end_time_ms: int = UNSET,
        end_time_date: Union[date, str] = UNSET,
        end_time_floating: Union[datetime, str] = UNSET,
        end_time_zoned: Tuple[Union[datetime, str], str] = UNSET,
        start_date: Optional[Union[date, str]] = UNSET,
        end_date: Optional[Union[date, str]] = UNSET,
        time_zone: Optional[str] = UNSET,
        floating: bool = UNSET,
        recurrence: Optional[RecurrenceDraft] = UNSET,
        status: Union[EventStatus, str] = UNSET,
        visibility: Union[EventVisibility, str] = UNSET,
        transparency: Union[EventTransparency, str] = UNSET,
        attendees: Iterable[AttendeeDraft] = UNSET,
        reminders: Iterable[ReminderDraft] = UNSET,
        categories: Iterable[str] = UNSET,
        color: Optional[str] = UNSET,
        metadata: Mapping[str, Optional[str]] = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.Event:
        """Create an event.

        Give start_time and end_time, or start_date and end_date for whole days.

        id: An id of the client's choice; best a UUIDv7. UUID text, RFC 9562 §4, 36 bytes.
        uid: UID of the event in iCalendar. 1…255 characters.
        title: What happens. 1…255 characters.
        description: More about it. At most 8192 characters.
        location: Where it happens. At most 1024 characters.
        url: A page about the event. URI, RFC 3986, 3…2048 characters.
        is_all_day: Whether it takes whole days; then start_date and end_date say which.
        start_time: When it starts; RFC 3339 with an offset or wall time in time_zone. RFC 3339
        §5.6; with an offset an instant, without one wall time in the event's zone.
        start_time_ms: Instead of start_time: milliseconds since 1970-01-01T00:00:00Z.
        start_time_date: Instead of start_time: a day; the event takes whole days.
        start_time_floating: Instead of start_time: a wall time that holds in every zone.
        start_time_zoned: Instead of start_time: a wall time and the IANA zone that shows it.
        end_time: When it ends; at least one minute and at most 366 days after the start. RFC 3339
        §5.6; with an offset an instant, without one wall time in the event's zone.
        end_time_ms: Instead of end_time: milliseconds since 1970-01-01T00:00:00Z.
        end_time_date: Instead of end_time: a day; the event takes whole days.
        end_time_floating: Instead of end_time: a wall time that holds in every zone.
        end_time_zoned: Instead of end_time: a wall time and the IANA zone that shows it.
        start_date: First day of an all-day event. YYYY-MM-DD.
        end_date: The day after the last day of an all-day event. YYYY-MM-DD.
        time_zone: Time zone of the event; an IANA name. IANA zone name.
        floating: Whether the wall time holds in every zone.
        recurrence: How the event repeats; null for once.
        status: Whether it will happen.
        visibility: Who sees what it is about; readers see private events masked.
        transparency: Whether it makes its people busy.
        attendees: Who is invited. At most 500 entries.
        reminders: When to be reminded. At most 5 entries.
        categories: Words to sort events by. At most 20 entries, each 1…64 characters.
        color: Colour, as #RRGGBB. #RRGGBB.
        metadata: Texts of the client's own by name. At most 50 entries, keys at most 40 characters,
        values at most 500 characters.

        Wire: POST /v1/calendars/{calendar_id}/events. Since 0.1.
        """
        return self._run(_operations.CREATE_EVENT, (calendar_id,),
            {},
            {"id": id, "uid": uid, "title": title, "description": description, "location": location, "url": url, "is_all_day": is_all_day, "start_time": start_time, "start_time_ms": start_time_ms, "start_time_date": start_time_date, "start_time_floating": start_time_floating, "start_time_zoned": start_time_zoned, "end_time": end_time, "end_time_ms": end_time_ms, "end_time_date": end_time_date, "end_time_floating": end_time_floating, "end_time_zoned": end_time_zoned, "start_date": start_date, "end_date": end_date, "time_zone": time_zone, "floating": floating, "recurrence": recurrence, "status": status, "visibility": visibility, "transparency": transparency, "attendees": attendees, "reminders": reminders, "categories": categories, "color": color, "metadata": metadata}, body, options)

    def list(
        self,
        calendar_id: str,
        *,
        from_: Union[datetime, str] = UNSET,
        from_ms: int = UNSET,
        to: Union[datetime, str] = UNSET,
        to_ms: int = UNSET,
        expand: Union[EventListExpand, str] = UNSET,
        time_zone: str = UNSET,
        status: Union[EventStatus, str] = UNSET,
        uid: str = UNSET,
        category: str = UNSET,
        updated_since: Union[datetime, str] = UNSET,
        updated_since_ms: int = UNSET,
        include_deleted: bool = UNSET,
        fields: str = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> Pager[records.Event]:
        """List the events of a calendar. Walks over all entries, page after page; nothing is sent
        before the first is asked for.

        With from and to those that overlap the window. Ordered by start and id.

        from_: Only events that end after this instant. RFC 3339 §5.6 with an offset, whole seconds.
        from_ms: Instead of from_: milliseconds since 1970-01-01T00:00:00Z.
        to: Only events that start before this instant. RFC 3339 §5.6 with an offset, whole seconds.
        to_ms: Instead of to: milliseconds since 1970-01-01T00:00:00Z.
        expand: Whether a recurring event stands once or once per occurrence.
        time_zone: Show times in this zone and not in the event's own. IANA zone name.
        status: Only events with this status.
        uid: Only the event with this iCalendar UID, and its exceptions. 1…255 characters.
        category: Only events with this category. 1…64 characters.
        updated_since: Only events changed at or after this instant. RFC 3339 §5.6 with an offset,
        whole seconds.
        updated_since_ms: Instead of updated_since: milliseconds since 1970-01-01T00:00:00Z.
        include_deleted: Also events that were deleted in the last 90 days.
        fields: Only these members of each event, separated by commas. Names with commas between,
        1…1024 characters.
        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/calendars/{calendar_id}/events. Since 0.1.
        """
        return self._walk(_operations.LIST_EVENTS, (calendar_id,),
            {"from": from_, "from_ms": from_ms, "to": to, "to_ms": to_ms, "expand": expand, "time_zone": time_zone, "status": status, "uid": uid, "category": category, "updated_since": updated_since, "updated_since_ms": updated_since_ms, "include_deleted": include_deleted, "fields": fields, "limit": limit, "cursor": cursor},
            {}, None, options)

    def list_page(
        self,
        calendar_id: str,
        *,
        from_: Union[datetime, str] = UNSET,
        from_ms: int = UNSET,
        to: Union[datetime, str] = UNSET,
        to_ms: int = UNSET,
        expand: Union[EventListExpand, str] = UNSET,
        time_zone: str = UNSET,
        status: Union[EventStatus, str] = UNSET,
        uid: str = UNSET,
        category: str = UNSET,
        updated_since: Union[datetime, str] = UNSET,
        updated_since_ms: int = UNSET,
        include_deleted: bool = UNSET,
        fields: str = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.EventPage:
        """List the events of a calendar. One page; the plain method walks over all.

        With from and to those that overlap the window. Ordered by start and id.

        from_: Only events that end after this instant. RFC 3339 §5.6 with an offset, whole seconds.
        from_ms: Instead of from_: milliseconds since 1970-01-01T00:00:00Z.
        to: Only events that start before this instant. RFC 3339 §5.6 with an offset, whole seconds.
        to_ms: Instead of to: milliseconds since 1970-01-01T00:00:00Z.
        expand: Whether a recurring event stands once or once per occurrence.
        time_zone: Show times in this zone and not in the event's own. IANA zone name.
        status: Only events with this status.
        uid: Only the event with this iCalendar UID, and its exceptions. 1…255 characters.
        category: Only events with this category. 1…64 characters.
        updated_since: Only events changed at or after this instant. RFC 3339 §5.6 with an offset,
        whole seconds.
        updated_since_ms: Instead of updated_since: milliseconds since 1970-01-01T00:00:00Z.
        include_deleted: Also events that were deleted in the last 90 days.
        fields: Only these members of each event, separated by commas. Names with commas between,
        1…1024 characters.
        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/calendars/{calendar_id}/events. Since 0.1.
        """
        return self._run(_operations.LIST_EVENTS, (calendar_id,),
            {"from": from_, "from_ms": from_ms, "to": to, "to_ms": to_ms, "expand": expand, "time_zone": time_zone, "status": status, "uid": uid, "category": category, "updated_since": updated_since, "updated_since_ms": updated_since_ms, "include_deleted": include_deleted, "fields": fields, "limit": limit, "cursor": cursor},
            {}, None, options)

    def get(
        self,
        calendar_id: str,
        event_id: str,
        *,
        time_zone: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.Event:
        """Show an event.

        A reader sees a private event masked, with its times and the title Busy.

        time_zone: Show times in this zone and not in the event's own. IANA zone name.

        Wire: GET /v1/calendars/{calendar_id}/events/{event_id}. Since 0.1.
        """
        return self._run(_operations.GET_EVENT, (calendar_id, event_id),
            {"time_zone": time_zone},
            {}, None, options)

    def put(
        self,
        calendar_id: str,
        event_id: str,
        *,
        id: str = UNSET,
        uid: str = UNSET,
        title: str = UNSET,
        description: Optional[str] = UNSET,
        location: Optional[str] = UNSET,
        url: Optional[str] = UNSET,
        is_all_day: bool = UNSET,
        start_time: Optional[Union[datetime, str]] = UNSET,
        start_time_ms: int = UNSET,
        start_time_date: Union[date, str] = UNSET,
        start_time_floating: Union[datetime, str] = UNSET,
        start_time_zoned: Tuple[Union[datetime, str], str] = UNSET,
        end_time: Optional[Union[datetime, str]] = UNSET,
        end_time_ms: int = UNSET,
        end_time_date: Union[date, str] = UNSET,
        end_time_floating: Union[datetime, str] = UNSET,
        end_time_zoned: Tuple[Union[datetime, str], str] = UNSET,
        start_date: Optional[Union[date, str]] = UNSET,
        end_date: Optional[Union[date, str]] = UNSET,
        time_zone: Optional[str] = UNSET,
        floating: bool = UNSET,
        recurrence: Optional[RecurrenceDraft] = UNSET,
        status: Union[EventStatus, str] = UNSET,
        visibility: Union[EventVisibility, str] = UNSET,
        transparency: Union[EventTransparency, str] = UNSET,
        attendees: Iterable[AttendeeDraft] = UNSET,
        reminders: Iterable[ReminderDraft] = UNSET,
        categories: Iterable[str] = UNSET,
        color: Optional[str] = UNSET,
        metadata: Mapping[str, Optional[str]] = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.Event:
        """Create or replace an event under a known id.

        An existing event is replaced only with If-Match; `If-None-Match: *` allows only creation.

        id: An id of the client's choice; best a UUIDv7. UUID text, RFC 9562 §4, 36 bytes.
        uid: UID of the event in iCalendar. 1…255 characters.
        title: What happens. 1…255 characters.
        description: More about it. At most 8192 characters.
        location: Where it happens. At most 1024 characters.
        url: A page about the event. URI, RFC 3986, 3…2048 characters.
        is_all_day: Whether it takes whole days; then start_date and end_date say which.
        start_time: When it starts; RFC 3339 with an offset or wall time in time_zone. RFC 3339
        §5.6; with an offset an instant, without one wall time in the event's zone.
        start_time_ms: Instead of start_time: milliseconds since 1970-01-01T00:00:00Z.
        start_time_date: Instead of start_time: a day; the event takes whole days.
        start_time_floating: Instead of start_time: a wall time that holds in every zone.
        start_time_zoned: Instead of start_time: a wall time and the IANA zone that shows it.
        end_time: When it ends; at least one minute and at most 366 days after the start. RFC 3339
        §5.6; with an offset an instant, without one wall time in the event's zone.
        end_time_ms: Instead of end_time: milliseconds since 1970-01-01T00:00:00Z.
        end_time_date: Instead of end_time: a day; the event takes whole days.
        end_time_floating: Instead of end_time: a wall time that holds in every zone.
        end_time_zoned: Instead of end_time: a wall time and the IANA zone that shows it.
        start_date: First day of an all-day event. YYYY-MM-DD.
        end_date: The day after the last day of an all-day event. YYYY-MM-DD.
        time_zone: Time zone of the event; an IANA name. IANA zone name.
        floating: Whether the wall time holds in every zone.
        recurrence: How the event repeats; null for once.
        status: Whether it will happen.
        visibility: Who sees what it is about; readers see private events masked.
        transparency: Whether it makes its people busy.
        attendees: Who is invited. At most 500 entries.
        reminders: When to be reminded. At most 5 entries.
        categories: Words to sort events by. At most 20 entries, each 1…64 characters.
        color: Colour, as #RRGGBB. #RRGGBB.
        metadata: Texts of the client's own by name. At most 50 entries, keys at most 40 characters,
        values at most 500 characters.

        Wire: PUT /v1/calendars/{calendar_id}/events/{event_id}. Since 0.1.
        """
        return self._run(_operations.PUT_EVENT, (calendar_id, event_id),
            {},
            {"id": id, "uid": uid, "title": title, "description": description, "location": location, "url": url, "is_all_day": is_all_day, "start_time": start_time, "start_time_ms": start_time_ms, "start_time_date": start_time_date, "start_time_floating": start_time_floating, "start_time_zoned": start_time_zoned, "end_time": end_time, "end_time_ms": end_time_ms, "end_time_date": end_time_date, "end_time_floating": end_time_floating, "end_time_zoned": end_time_zoned, "start_date": start_date, "end_date": end_date, "time_zone": time_zone, "floating": floating, "recurrence": recurrence, "status": status, "visibility": visibility, "transparency": transparency, "attendees": attendees, "reminders": reminders, "categories": categories, "color": color, "metadata": metadata}, body, options)

    def update(
        self,
        calendar_id: str,
        event_id: str,
        *,
        new_calendar_id: str = UNSET,
        uid: str = UNSET,
        title: str = UNSET,
        description: Optional[str] = UNSET,
        location: Optional[str] = UNSET,
        url: Optional[str] = UNSET,
        is_all_day: bool = UNSET,
        start_time: Optional[Union[datetime, str]] = UNSET,
        start_time_ms: int = UNSET,
        start_time_date: Union[date, str] = UNSET,
        start_time_floating: Union[datetime, str] = UNSET,
        start_time_zoned: Tuple[Union[datetime, str], str] = UNSET,
        end_time: Optional[Union[datetime, str]] = UNSET,
        end_time_ms: int = UNSET,
        end_time_date: Union[date, str] = UNSET,
        end_time_floating: Union[datetime, str] = UNSET,
        end_time_zoned: Tuple[Union[datetime, str], str] = UNSET,
        start_date: Optional[Union[date, str]] = UNSET,
        end_date: Optional[Union[date, str]] = UNSET,
        time_zone: Optional[str] = UNSET,
        floating: bool = UNSET,
        recurrence: Optional[RecurrenceDraft] = UNSET,
        status: Union[EventStatus, str] = UNSET,
        visibility: Union[EventVisibility, str] = UNSET,
        transparency: Union[EventTransparency, str] = UNSET,
        reminders: Iterable[ReminderDraft] = UNSET,
        categories: Iterable[str] = UNSET,
        color: Optional[str] = UNSET,
        metadata: Mapping[str, Optional[str]] = UNSET,
        drop_exceptions: bool = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.Event:
        """Change an event.

        A JSON merge patch; null removes a member. A new calendar_id moves the event.

        new_calendar_id: Id of the calendar that holds the event. UUID text, RFC 9562 §4, 36 bytes.
        uid: UID of the event in iCalendar. 1…255 characters.
        title: What happens. 1…255 characters.
        description: More about it. At most 8192 characters.
        location: Where it happens. At most 1024 characters.
        url: A page about the event. URI, RFC 3986, 3…2048 characters.
        is_all_day: Whether it takes whole days; then start_date and end_date say which.
        start_time: When it starts; RFC 3339 with an offset or wall time in time_zone. RFC 3339
        §5.6; with an offset an instant, without one wall time in the event's zone.
        start_time_ms: Instead of start_time: milliseconds since 1970-01-01T00:00:00Z.
        start_time_date: Instead of start_time: a day; the event takes whole days.
        start_time_floating: Instead of start_time: a wall time that holds in every zone.
        start_time_zoned: Instead of start_time: a wall time and the IANA zone that shows it.
        end_time: When it ends; at least one minute and at most 366 days after the start. RFC 3339
        §5.6; with an offset an instant, without one wall time in the event's zone.
        end_time_ms: Instead of end_time: milliseconds since 1970-01-01T00:00:00Z.
        end_time_date: Instead of end_time: a day; the event takes whole days.
        end_time_floating: Instead of end_time: a wall time that holds in every zone.
        end_time_zoned: Instead of end_time: a wall time and the IANA zone that shows it.
        start_date: First day of an all-day event. YYYY-MM-DD.
        end_date: The day after the last day of an all-day event. YYYY-MM-DD.
        time_zone: Time zone of the event; an IANA name. IANA zone name.
        floating: Whether the wall time holds in every zone.
        recurrence: How the event repeats; null for once.
        status: Whether it will happen.
        visibility: Who sees what it is about; readers see private events masked.
        transparency: Whether it makes its people busy.
        reminders: When to be reminded. At most 5 entries.
        categories: Words to sort events by. At most 20 entries, each 1…64 characters.
        color: Colour, as #RRGGBB. #RRGGBB.
        metadata: Texts of the client's own by name. At most 50 entries, keys at most 40 characters,
        values at most 500 characters.
        drop_exceptions: Go on even if changed occurrences are lost; they are listed in
        dropped_exceptions.

        Wire: PATCH /v1/calendars/{calendar_id}/events/{event_id}. Since 0.1.
        """
        return self._run(_operations.UPDATE_EVENT, (calendar_id, event_id),
            {"drop_exceptions": drop_exceptions},
            {"calendar_id": new_calendar_id, "uid": uid, "title": title, "description": description, "location": location, "url": url, "is_all_day": is_all_day, "start_time": start_time, "start_time_ms": start_time_ms, "start_time_date": start_time_date, "start_time_floating": start_time_floating, "start_time_zoned": start_time_zoned, "end_time": end_time, "end_time_ms": end_time_ms, "end_time_date": end_time_date, "end_time_floating": end_time_floating, "end_time_zoned": end_time_zoned, "start_date": start_date, "end_date": end_date, "time_zone": time_zone, "floating": floating, "recurrence": recurrence, "status": status, "visibility": visibility, "transparency": transparency, "reminders": reminders, "categories": categories, "color": color, "metadata": metadata}, body, options)

    def delete(
        self,
        calendar_id: str,
        event_id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> None:
        """Delete an event.

        Deleting it again answers the same.

        Wire: DELETE /v1/calendars/{calendar_id}/events/{event_id}. Since 0.1.
        """
        return self._run(_operations.DELETE_EVENT, (calendar_id, event_id),
            {},
            {}, None, options)

    def search(
        self,
        *,
        q: str = UNSET,
        calendar_ids: Iterable[str] = UNSET,
        from_: Union[datetime, str] = UNSET,
        from_ms: int = UNSET,
        to: Union[datetime, str] = UNSET,
        to_ms: int = UNSET,
        attendee: str = UNSET,
        time_zone: str = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> Pager[records.Event]:
        """Find events by their words. Walks over all entries, page after page; nothing is sent before
        the first is asked for.

        Every word of q must be in the event; the last may be unfinished. Case and accents do not
        count, nor does anything that is no letter and no digit. A word in the title counts more
        than in the location, there more than in the description, and there more than in the names
        and addresses of attendees. Ordered by rank and then by start, the latest first. A recurring
        event is found once; private events of others are not found.

        q: What to look for; at least one letter or digit. 1…256 characters.
        calendar_ids: Only these calendars; the default is every calendar on which the caller has a
        role. 1…50 entries, each UUID text, RFC 9562 §4, 36 bytes.
        from_: Only what ends after this instant; recurring events by their first start and last
        end. RFC 3339 §5.6 with an offset, whole seconds.
        from_ms: Instead of from_: milliseconds since 1970-01-01T00:00:00Z.
        to: Only what starts before this instant. RFC 3339 §5.6 with an offset, whole seconds.
        to_ms: Instead of to: milliseconds since 1970-01-01T00:00:00Z.
        attendee: Only events to which this e-mail address is invited. Email address, 3…254
        characters.
        time_zone: Show times in this zone and not in the event's own. IANA zone name.
        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/search. Since 0.1.
        """
        return self._walk(_operations.SEARCH_EVENTS, (),
            {"q": q, "calendar_ids": calendar_ids, "from": from_, "from_ms": from_ms, "to": to, "to_ms": to_ms, "attendee": attendee, "time_zone": time_zone, "limit": limit, "cursor": cursor},
            {}, None, options)

    def search_page(
        self,
        *,
        q: str = UNSET,
        calendar_ids: Iterable[str] = UNSET,
        from_: Union[datetime, str] = UNSET,
        from_ms: int = UNSET,
        to: Union[datetime, str] = UNSET,
        to_ms: int = UNSET,
        attendee: str = UNSET,
        time_zone: str = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.EventPage:
        """Find events by their words. One page; the plain method walks over all.

        Every word of q must be in the event; the last may be unfinished. Case and accents do not
        count, nor does anything that is no letter and no digit. A word in the title counts more
        than in the location, there more than in the description, and there more than in the names
        and addresses of attendees. Ordered by rank and then by start, the latest first. A recurring
        event is found once; private events of others are not found.

        q: What to look for; at least one letter or digit. 1…256 characters.
        calendar_ids: Only these calendars; the default is every calendar on which the caller has a
        role. 1…50 entries, each UUID text, RFC 9562 §4, 36 bytes.
        from_: Only what ends after this instant; recurring events by their first start and last
        end. RFC 3339 §5.6 with an offset, whole seconds.
        from_ms: Instead of from_: milliseconds since 1970-01-01T00:00:00Z.
        to: Only what starts before this instant. RFC 3339 §5.6 with an offset, whole seconds.
        to_ms: Instead of to: milliseconds since 1970-01-01T00:00:00Z.
        attendee: Only events to which this e-mail address is invited. Email address, 3…254
        characters.
        time_zone: Show times in this zone and not in the event's own. IANA zone name.
        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/search. Since 0.1.
        """
        return self._run(_operations.SEARCH_EVENTS, (),
            {"q": q, "calendar_ids": calendar_ids, "from": from_, "from_ms": from_ms, "to": to, "to_ms": to_ms, "attendee": attendee, "time_zone": time_zone, "limit": limit, "cursor": cursor},
            {}, None, options)

    def respond(
        self,
        calendar_id: str,
        event_id: str,
        *,
        partstat: Union[RsvpDraftPartstat, str] = UNSET,
        comment: Optional[str] = UNSET,
        recurrence_id: Optional[str] = UNSET,
        from_recurrence_id: Optional[str] = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.Event:
        """Answer an invitation.

        Attendees answer for themselves, even without a role on the calendar. Raises the version and
        not the sequence. An answer for a series, or from one occurrence on, leaves alone what was
        answered for one occurrence only.

        partstat: The answer.
        comment: A word to the organizer. At most 512 characters.
        recurrence_id: Only for this occurrence by its original local start; null for all. Original
        local slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day.
        from_recurrence_id: For this occurrence and all that follow; not beside recurrence_id.
        Original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day.

        Wire: POST /v1/calendars/{calendar_id}/events/{event_id}/rsvp. Since 0.1.
        """
        return self._run(_operations.RESPOND_TO_EVENT, (calendar_id, event_id),
            {},
            {"partstat": partstat, "comment": comment, "recurrence_id": recurrence_id, "from_recurrence_id": from_recurrence_id}, body, options)


class Agenda(Resource):
    """Operations on agenda."""

    def list(
        self,
        *,
        calendar_ids: Iterable[str] = UNSET,
        from_: Union[datetime, str] = UNSET,
        from_ms: int = UNSET,
        to: Union[datetime, str] = UNSET,
        to_ms: int = UNSET,
        time_zone: str = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> Pager[records.Event]:
        """List what happens in many calendars. Walks over all entries, page after page; nothing is
        sent before the first is asked for.

        Events and occurrences of all calendars that the caller may read, ordered by start and id.

        calendar_ids: Only these calendars; the default is every calendar on which the caller has a
        role. 1…50 entries, each UUID text, RFC 9562 §4, 36 bytes.
        from_: Only what ends after this instant. RFC 3339 §5.6 with an offset, whole seconds.
        from_ms: Instead of from_: milliseconds since 1970-01-01T00:00:00Z.
        to: Only what starts before this instant; at most 400 days after from. RFC 3339 §5.6 with an
        offset, whole seconds.
        to_ms: Instead of to: milliseconds since 1970-01-01T00:00:00Z.
        time_zone: Show times in this zone and not in the event's own. IANA zone name.
        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/agenda. Since 0.1.
        """
        return self._walk(_operations.LIST_AGENDA, (),
            {"calendar_ids": calendar_ids, "from": from_, "from_ms": from_ms, "to": to, "to_ms": to_ms, "time_zone": time_zone, "limit": limit, "cursor": cursor},
            {}, None, options)

    def list_page(
        self,
        *,
        calendar_ids: Iterable[str] = UNSET,
        from_: Union[datetime, str] = UNSET,
        from_ms: int = UNSET,
        to: Union[datetime, str] = UNSET,
        to_ms: int = UNSET,
        time_zone: str = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.EventPage:
        """List what happens in many calendars. One page; the plain method walks over all.

        Events and occurrences of all calendars that the caller may read, ordered by start and id.

        calendar_ids: Only these calendars; the default is every calendar on which the caller has a
        role. 1…50 entries, each UUID text, RFC 9562 §4, 36 bytes.
        from_: Only what ends after this instant. RFC 3339 §5.6 with an offset, whole seconds.
        from_ms: Instead of from_: milliseconds since 1970-01-01T00:00:00Z.
        to: Only what starts before this instant; at most 400 days after from. RFC 3339 §5.6 with an
        offset, whole seconds.
        to_ms: Instead of to: milliseconds since 1970-01-01T00:00:00Z.
        time_zone: Show times in this zone and not in the event's own. IANA zone name.
        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/agenda. Since 0.1.
        """
        return self._run(_operations.LIST_AGENDA, (),
            {"calendar_ids": calendar_ids, "from": from_, "from_ms": from_ms, "to": to, "to_ms": to_ms, "time_zone": time_zone, "limit": limit, "cursor": cursor},
            {}, None, options)


class Instances(Resource):
    """Operations on instances."""

    def list(
        self,
        calendar_id: str,
        event_id: str,
        *,
        from_: Union[datetime, str] = UNSET,
        from_ms: int = UNSET,
        to: Union[datetime, str] = UNSET,
        to_ms: int = UNSET,
        include_cancelled: bool = UNSET,
        time_zone: str = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> Pager[records.Event]:
        """List the occurrences of a recurring event. Walks over all entries, page after page; nothing
        is sent before the first is asked for.

        Ordered by start and id. An event that does not repeat has none.

        from_: Only occurrences that end after this instant; the default is now. RFC 3339 §5.6 with
        an offset, whole seconds.
        from_ms: Instead of from_: milliseconds since 1970-01-01T00:00:00Z.
        to: Only occurrences that start before this instant, at most 400 days after from; the
        default is a year after from. RFC 3339 §5.6 with an offset, whole seconds.
        to_ms: Instead of to: milliseconds since 1970-01-01T00:00:00Z.
        include_cancelled: Also occurrences that were called off and left visible.
        time_zone: Show times in this zone and not in the event's own. IANA zone name.
        limit: At most so many occurrences on one page. 1…1000.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/calendars/{calendar_id}/events/{event_id}/instances. Since 0.1.
        """
        return self._walk(_operations.LIST_INSTANCES, (calendar_id, event_id),
            {"from": from_, "from_ms": from_ms, "to": to, "to_ms": to_ms, "include_cancelled": include_cancelled, "time_zone": time_zone, "limit": limit, "cursor": cursor},
            {}, None, options)

    def list_page(
        self,
        calendar_id: str,
        event_id: str,
        *,
        from_: Union[datetime, str] = UNSET,
        from_ms: int = UNSET,
        to: Union[datetime, str] = UNSET,
        to_ms: int = UNSET,
        include_cancelled: bool = UNSET,
        time_zone: str = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.EventPage:
        """List the occurrences of a recurring event. One page; the plain method walks over all.

        Ordered by start and id. An event that does not repeat has none.

        from_: Only occurrences that end after this instant; the default is now. RFC 3339 §5.6 with
        an offset, whole seconds.
        from_ms: Instead of from_: milliseconds since 1970-01-01T00:00:00Z.
        to: Only occurrences that start before this instant, at most 400 days after from; the
        default is a year after from. RFC 3339 §5.6 with an offset, whole seconds.
        to_ms: Instead of to: milliseconds since 1970-01-01T00:00:00Z.
        include_cancelled: Also occurrences that were called off and left visible.
        time_zone: Show times in this zone and not in the event's own. IANA zone name.
        limit: At most so many occurrences on one page. 1…1000.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/calendars/{calendar_id}/events/{event_id}/instances. Since 0.1.
        """
        return self._run(_operations.LIST_INSTANCES, (calendar_id, event_id),
            {"from": from_, "from_ms": from_ms, "to": to, "to_ms": to_ms, "include_cancelled": include_cancelled, "time_zone": time_zone, "limit": limit, "cursor": cursor},
            {}, None, options)

    def get(
        self,
        calendar_id: str,
        event_id: str,
        recurrence_id: str,
        *,
        time_zone: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.Event:
        """Show one occurrence of a recurring event.

        Named by its original local start, which stays the same when the occurrence moves.

        time_zone: Show times in this zone and not in the event's own. IANA zone name.

        Wire: GET /v1/calendars/{calendar_id}/events/{event_id}/instances/{recurrence_id}. Since
        0.1.
        """
        return self._run(_operations.GET_INSTANCE, (calendar_id, event_id, recurrence_id),
            {"time_zone": time_zone},
            {}, None, options)

    def update(
        self,
        calendar_id: str,
        event_id: str,
        recurrence_id: str,
        *,
        new_calendar_id: str = UNSET,
        uid: str = UNSET,
        title: str = UNSET,
        description: Optional[str] = UNSET,
        location: Optional[str] = UNSET,
        url: Optional[str] = UNSET,
        is_all_day: bool = UNSET,
        start_time: Optional[Union[datetime, str]] = UNSET,
        start_time_ms: int = UNSET,
        start_time_date: Union[date, str] = UNSET,
        start_time_floating: Union[datetime, str] = UNSET,
        start_time_zoned: Tuple[Union[datetime, str], str] = UNSET,
        end_time: Optional[Union[datetime, str]] = UNSET,
        end_time_ms: int = UNSET,
        end_time_date: Union[date, str] = UNSET,
        end_time_floating: Union[datetime, str] = UNSET,
        end_time_zoned: Tuple[Union[datetime, str], str] = UNSET,
        start_date: Optional[Union[date, str]] = UNSET,
        end_date: Optional[Union[date, str]] = UNSET,
        time_zone: Optional[str] = UNSET,
        floating: bool = UNSET,
        recurrence: Optional[RecurrenceDraft] = UNSET,
        status: Union[EventStatus, str] = UNSET,
        visibility: Union[EventVisibility, str] = UNSET,
        transparency: Union[EventTransparency, str] = UNSET,
        reminders: Iterable[ReminderDraft] = UNSET,
        categories: Iterable[str] = UNSET,
        color: Optional[str] = UNSET,
        metadata: Mapping[str, Optional[str]] = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.Event:
        """Change one occurrence of a recurring event.

        A JSON merge patch over the occurrence. Members that it names no longer follow the series;
        all others do.

        new_calendar_id: Id of the calendar that holds the event. UUID text, RFC 9562 §4, 36 bytes.
        uid: UID of the event in iCalendar. 1…255 characters.
        title: What happens. 1…255 characters.
        description: More about it. At most 8192 characters.
        location: Where it happens. At most 1024 characters.
        url: A page about the event. URI, RFC 3986, 3…2048 characters.
        is_all_day: Whether it takes whole days; then start_date and end_date say which.
        start_time: When it starts; RFC 3339 with an offset or wall time in time_zone. RFC 3339
        §5.6; with an offset an instant, without one wall time in the event's zone.
        start_time_ms: Instead of start_time: milliseconds since 1970-01-01T00:00:00Z.
        start_time_date: Instead of start_time: a day; the event takes whole days.
        start_time_floating: Instead of start_time: a wall time that holds in every zone.
        start_time_zoned: Instead of start_time: a wall time and the IANA zone that shows it.
        end_time: When it ends; at least one minute and at most 366 days after the start. RFC 3339
        §5.6; with an offset an instant, without one wall time in the event's zone.
        end_time_ms: Instead of end_time: milliseconds since 1970-01-01T00:00:00Z.
        end_time_date: Instead of end_time: a day; the event takes whole days.
        end_time_floating: Instead of end_time: a wall time that holds in every zone.
        end_time_zoned: Instead of end_time: a wall time and the IANA zone that shows it.
        start_date: First day of an all-day event. YYYY-MM-DD.
        end_date: The day after the last day of an all-day event. YYYY-MM-DD.
        time_zone: Time zone of the event; an IANA name. IANA zone name.
        floating: Whether the wall time holds in every zone.
        recurrence: How the event repeats; null for once.
        status: Whether it will happen.
        visibility: Who sees what it is about; readers see private events masked.
        transparency: Whether it makes its people busy.
        reminders: When to be reminded. At most 5 entries.
        categories: Words to sort events by. At most 20 entries, each 1…64 characters.
        color: Colour, as #RRGGBB. #RRGGBB.
        metadata: Texts of the client's own by name. At most 50 entries, keys at most 40 characters,
        values at most 500 characters.

        Wire: PATCH /v1/calendars/{calendar_id}/events/{event_id}/instances/{recurrence_id}. Since
        0.1.
        """
        return self._run(_operations.UPDATE_INSTANCE, (calendar_id, event_id, recurrence_id),
            {},
            {"calendar_id": new_calendar_id, "uid": uid, "title": title, "description": description, "location": location, "url": url, "is_all_day": is_all_day, "start_time": start_time, "start_time_ms": start_time_ms, "start_time_date": start_time_date, "start_time_floating": start_time_floating, "start_time_zoned": start_time_zoned, "end_time": end_time, "end_time_ms": end_time_ms, "end_time_date": end_time_date, "end_time_floating": end_time_floating, "end_time_zoned": end_time_zoned, "start_date": start_date, "end_date": end_date, "time_zone": time_zone, "floating": floating, "recurrence": recurrence, "status": status, "visibility": visibility, "transparency": transparency, "reminders": reminders, "categories": categories, "color": color, "metadata": metadata}, body, options)

    def delete(
        self,
        calendar_id: str,
        event_id: str,
        recurrence_id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> None:
        """Delete one occurrence of a recurring event.

        Its start joins the exdates of the series. Deleting it again answers the same.

        Wire: DELETE /v1/calendars/{calendar_id}/events/{event_id}/instances/{recurrence_id}. Since
        0.1.
        """
        return self._run(_operations.DELETE_INSTANCE, (calendar_id, event_id, recurrence_id),
            {},
            {}, None, options)


class Series(Resource):
    """Operations on series."""

    def split(
        self,
        calendar_id: str,
        event_id: str,
        *,
        recurrence_id: str = UNSET,
        patch: Optional[EventPatch] = UNSET,
        delete_following: bool = UNSET,
        drop_exceptions: bool = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.Split:
        """Change or delete an occurrence and all that follow.

        The event ends before the occurrence; what follows becomes an event of its own, with changed
        occurrences, exdates and rdates.

        recurrence_id: Original local start of the first occurrence that changes. Original local
        slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day.
        patch: Changes to what follows; null for none.
        delete_following: Whether the occurrences from there on are deleted.
        drop_exceptions: Go on even if changed occurrences are lost; they are listed in
        dropped_exceptions.

        Wire: POST /v1/calendars/{calendar_id}/events/{event_id}/split. Since 0.1.
        """
        return self._run(_operations.SPLIT_SERIES, (calendar_id, event_id),
            {},
            {"recurrence_id": recurrence_id, "patch": patch, "delete_following": delete_following, "drop_exceptions": drop_exceptions}, body, options)


class Attendees(Resource):
    """Operations on attendees."""

    def put(
        self,
        calendar_id: str,
        event_id: str,
        email: str,
        *,
        name: Optional[str] = UNSET,
        role: Union[InvitationDraftRole, str] = UNSET,
        recurrence_id: str = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.Event:
        """Invite somebody to an event.

        Or change the name or role of an attendee; the answer stays. Without recurrence_id all
        occurrences are meant.

        name: Name for people to read. At most 128 characters.
        role: How much the attendee matters.
        recurrence_id: Only this occurrence, by its original local start; the default is the whole
        event. Original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day.

        Wire: PUT /v1/calendars/{calendar_id}/events/{event_id}/attendees/{email}. Since 0.1.
        """
        return self._run(_operations.PUT_ATTENDEE, (calendar_id, event_id, email),
            {"recurrence_id": recurrence_id},
            {"name": name, "role": role}, body, options)

    def remove(
        self,
        calendar_id: str,
        event_id: str,
        email: str,
        *,
        recurrence_id: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> None:
        """Remove somebody from an event.

        Without recurrence_id from all occurrences. Removing again answers the same.

        recurrence_id: Only this occurrence, by its original local start; the default is the whole
        event. Original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day.

        Wire: DELETE /v1/calendars/{calendar_id}/events/{event_id}/attendees/{email}. Since 0.1.
        """
        return self._run(_operations.REMOVE_ATTENDEE, (calendar_id, event_id, email),
            {"recurrence_id": recurrence_id},
            {}, None, options)


class Changes(Resource):
    """What changed in a calendar, for those who keep a copy of it."""

    def list(
        self,
        calendar_id: str,
        *,
        token: str = UNSET,
        limit: int = UNSET,
        wait: int = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.Changes:
        """List what changed since a token.

        Without a token the whole calendar, in pages. Every page ends in a token to go on from;
        recurring events are not expanded.

        token: The next_token of the page before; opaque. Printable ASCII, 1…256 characters.
        limit: At most so many events and deleted events on one page. 1…500.
        wait: Seconds to wait for a change when there is none yet. 0…30.

        Wire: GET /v1/calendars/{calendar_id}/changes. Since 0.1.
        """
        return self._run(_operations.LIST_CHANGES, (calendar_id,),
            {"token": token, "limit": limit, "wait": wait},
            {}, None, options)


class Freebusy(Resource):
    """Operations on freebusy."""

    def query(
        self,
        *,
        from_: Union[datetime, str] = UNSET,
        from_ms: int = UNSET,
        to: Union[datetime, str] = UNSET,
        to_ms: int = UNSET,
        subjects: Iterable[FreeBusySubjectDraft] = UNSET,
        time_zone: Optional[str] = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.FreeBusy:
        """Ask when people and calendars are busy.

        Merged times without titles. Cancelled and transparent events make nobody busy; of a user
        count the calendars that the caller has a role on.

        from_: Where the window begins. RFC 3339 §5.6 with an offset, whole seconds.
        from_ms: Instead of from_: milliseconds since 1970-01-01T00:00:00Z.
        to: Where the window ends; at most 92 days after from. RFC 3339 §5.6 with an offset, whole
        seconds.
        to_ms: Instead of to: milliseconds since 1970-01-01T00:00:00Z.
        subjects: People and calendars; each entry names one of either. 1…50 entries.
        time_zone: Zone in which the answer shows times. IANA zone name.

        Wire: POST /v1/free-busy. Since 0.1.
        """
        return self._run(_operations.QUERY_FREE_BUSY, (),
            {},
            {"from": from_, "from_ms": from_ms, "to": to, "to_ms": to_ms, "subjects": subjects, "time_zone": time_zone}, body, options)


class Times(Resource):
    """Operations on times."""

    def find(
        self,
        *,
        attendees: Iterable[FindTimesAttendeeDraft] = UNSET,
        duration_minutes: int = UNSET,
        from_: Union[datetime, str] = UNSET,
        from_ms: int = UNSET,
        to: Union[datetime, str] = UNSET,
        to_ms: int = UNSET,
        step_minutes: int = UNSET,
        within_working_hours: bool = UNSET,
        buffer_minutes: int = UNSET,
        min_required: Optional[int] = UNSET,
        max_results: int = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.FoundTimes:
        """Find times at which people are free.

        Each person's working hours count in the person's own zone; who stated none works Monday to
        Friday from 09:00 to 17:00. Slots are ranked by the share of people who are free, then by
        time.

        attendees: The people to meet. 1…50 entries.
        duration_minutes: Length of the meeting. 1…1440.
        from_: Where the window begins. RFC 3339 §5.6 with an offset, whole seconds.
        from_ms: Instead of from_: milliseconds since 1970-01-01T00:00:00Z.
        to: Where the window ends; at most 92 days after from. RFC 3339 §5.6 with an offset, whole
        seconds.
        to_ms: Instead of to: milliseconds since 1970-01-01T00:00:00Z.
        step_minutes: Minutes from one possible start to the next. 5…60.
        within_working_hours: Whether the meeting must lie in each person's working hours.
        buffer_minutes: Minutes that must be free before and after. 0…240.
        min_required: How many of the required people suffice. 1…50.
        max_results: At most so many slots. 1…100.

        Wire: POST /v1/find-times. Since 0.1.
        """
        return self._run(_operations.FIND_TIMES, (),
            {},
            {"attendees": attendees, "duration_minutes": duration_minutes, "from": from_, "from_ms": from_ms, "to": to, "to_ms": to_ms, "step_minutes": step_minutes, "within_working_hours": within_working_hours, "buffer_minutes": buffer_minutes, "min_required": min_required, "max_results": max_results}, body, options)


class Batch(Resource):
    """Several requests in one."""

    def run(
        self,
        *,
        requests: Iterable[BatchRequestDraft] = UNSET,
        atomic: bool = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.Batch:
        """Send several requests as one.

        Answered in the order given, and writes take effect in that order; a read sees the writes
        before it. Each request is checked as if it came by itself: the key's scopes, roles, and one
        token of the rate limit. With atomic all of them happen, or none: then the answer is a
        problem that names each one that failed. With an Idempotency-Key each request gets one of
        its own, made of it and the request's id.

        requests: The requests, in the order in which they take effect. 1…50 entries.
        atomic: Whether either all take effect or none.

        Wire: POST /v1/batch. Since 0.1.
        """
        return self._run(_operations.BATCH, (),
            {},
            {"requests": requests, "atomic": atomic}, body, options)


class Webhooks(Resource):
    """Changes delivered to a URL."""

    def create(
        self,
        *,
        url: str = UNSET,
        types: Iterable[str] = UNSET,
        calendar_ids: Iterable[str] = UNSET,
        description: Optional[str] = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.WebhookWithSecret:
        """Have changes delivered to a URL.

        The secret is shown once, in this answer; every delivery is signed with it. A first
        delivery, webhook.ping, is sent at once, and ping says whether it arrived. Messages hold ids
        and no content; what the caller may not read is not delivered.

        url: Where deliveries are posted to; https and an address that the public can reach. URI,
        RFC 3986, 9…2048 characters.
        types: What is delivered. 1…10 entries, each event.created | event.updated | event.deleted |
        rsvp.* | calendar.* | acl.* | reminder.due | invitation.request | invitation.cancel |
        invitation.reply.
        calendar_ids: Only these calendars; empty for all that the user owns or was given a role on.
        At most 50 entries, each UUID text, RFC 9562 §4, 36 bytes.
        description: What the webhook is for. At most 255 characters.

        Wire: POST /v1/webhooks. Since 0.1.
        """
        return self._run(_operations.CREATE_WEBHOOK, (),
            {},
            {"url": url, "types": types, "calendar_ids": calendar_ids, "description": description}, body, options)

    def list(
        self,
        *,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> Pager[records.Webhook]:
        """List the caller's webhooks. Walks over all entries, page after page; nothing is sent before
        the first is asked for.

        Their secrets are not shown again.

        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/webhooks. Since 0.1.
        """
        return self._walk(_operations.LIST_WEBHOOKS, (),
            {"limit": limit, "cursor": cursor},
            {}, None, options)

    def list_page(
        self,
        *,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.WebhookPage:
        """List the caller's webhooks. One page; the plain method walks over all.

        Their secrets are not shown again.

        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/webhooks. Since 0.1.
        """
        return self._run(_operations.LIST_WEBHOOKS, (),
            {"limit": limit, "cursor": cursor},
            {}, None, options)

    def update(
        self,
        webhook_id: str,
        *,
        url: str = UNSET,
        types: Iterable[str] = UNSET,
        calendar_ids: Iterable[str] = UNSET,
        description: Optional[str] = UNSET,
        enabled: bool = UNSET,
        rotate_secret: bool = UNSET,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> records.WebhookWithSecret:
        """Change a webhook.

        A JSON merge patch. With rotate_secret the answer shows a new secret; for 24 hours
        deliveries are signed with the old one too. A webhook that was switched off gets what waited
        for it when it is switched on again.

        url: Where deliveries are posted to; https and an address that the public can reach. URI,
        RFC 3986, 9…2048 characters.
        types: What is delivered. 1…10 entries, each event.created | event.updated | event.deleted |
        rsvp.* | calendar.* | acl.* | reminder.due | invitation.request | invitation.cancel |
        invitation.reply.
        calendar_ids: Only these calendars; empty for all that the user owns or was given a role on.
        At most 50 entries, each UUID text, RFC 9562 §4, 36 bytes.
        description: What the webhook is for. At most 255 characters.
        enabled: Whether changes are delivered.
        rotate_secret: Whether to make a new secret.

        Wire: PATCH /v1/webhooks/{webhook_id}. Since 0.1.
        """
        return self._run(_operations.UPDATE_WEBHOOK, (webhook_id,),
            {},
            {"url": url, "types": types, "calendar_ids": calendar_ids, "description": description, "enabled": enabled, "rotate_secret": rotate_secret}, body, options)

    def delete(
        self,
        webhook_id: str,
        *,
        options: Optional[CallOptions] = None,
    ) -> None:
        """Delete a webhook.

        What waits for it is dropped, and its log too.

        Wire: DELETE /v1/webhooks/{webhook_id}. Since 0.1.
        """
        return self._run(_operations.DELETE_WEBHOOK, (webhook_id,),
            {},
            {}, None, options)


class Deliveries(Resource):
    """Operations on deliveries."""

    def list(
        self,
        webhook_id: str,
        *,
        status: Union[DeliveryStatus, str] = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> Pager[records.Delivery]:
        """List what was or is to be delivered to a webhook. Walks over all entries, page after page;
        nothing is sent before the first is asked for.

        The latest first, of the last seven days; with the status, the time and the error of the
        last attempt.

        status: Only deliveries that stand so.
        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/webhooks/{webhook_id}/deliveries. Since 0.1.
        """
        return self._walk(_operations.LIST_DELIVERIES, (webhook_id,),
            {"status": status, "limit": limit, "cursor": cursor},
            {}, None, options)

    def list_page(
        self,
        webhook_id: str,
        *,
        status: Union[DeliveryStatus, str] = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.DeliveryPage:
        """List what was or is to be delivered to a webhook. One page; the plain method walks over all.

        The latest first, of the last seven days; with the status, the time and the error of the
        last attempt.

        status: Only deliveries that stand so.
        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/webhooks/{webhook_id}/deliveries. Since 0.1.
        """
        return self._run(_operations.LIST_DELIVERIES, (webhook_id,),
            {"status": status, "limit": limit, "cursor": cursor},
            {}, None, options)


class Audits(Resource):
    """Who did what."""

    def list(
        self,
        *,
        actor: str = UNSET,
        action: str = UNSET,
        resource: str = UNSET,
        from_: Union[datetime, str] = UNSET,
        from_ms: int = UNSET,
        to: Union[datetime, str] = UNSET,
        to_ms: int = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> Pager[records.AuditEntry]:
        """List who changed what, the newest change first. Walks over all entries, page after page;
        nothing is sent before the first is asked for.

        Administrators see every change, others those of calendars that they own. A change of one
        thing shows what it became; what it was before stands in the line before it of the same
        resource. Secrets are never in it.

        actor: Only changes made by this user. UUID text, RFC 9562 §4, or "me".
        action: Only this operation, by its operationId. Printable ASCII, 1…64 characters.
        resource: Only this thing, by kind and id. Printable ASCII, 1…200 characters.
        from_: Only changes at this instant or later. RFC 3339 §5.6 with an offset, whole seconds.
        from_ms: Instead of from_: milliseconds since 1970-01-01T00:00:00Z.
        to: Only changes before this instant. RFC 3339 §5.6 with an offset, whole seconds.
        to_ms: Instead of to: milliseconds since 1970-01-01T00:00:00Z.
        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/audit. Since 0.1.
        """
        return self._walk(_operations.LIST_AUDIT, (),
            {"actor": actor, "action": action, "resource": resource, "from": from_, "from_ms": from_ms, "to": to, "to_ms": to_ms, "limit": limit, "cursor": cursor},
            {}, None, options)

    def list_page(
        self,
        *,
        actor: str = UNSET,
        action: str = UNSET,
        resource: str = UNSET,
        from_: Union[datetime, str] = UNSET,
        from_ms: int = UNSET,
        to: Union[datetime, str] = UNSET,
        to_ms: int = UNSET,
        limit: int = UNSET,
        cursor: str = UNSET,
        options: Optional[CallOptions] = None,
    ) -> records.AuditEntryPage:
        """List who changed what, the newest change first. One page; the plain method walks over all.

        Administrators see every change, others those of calendars that they own. A change of one
        thing shows what it became; what it was before stands in the line before it of the same
        resource. Secrets are never in it.

        actor: Only changes made by this user. UUID text, RFC 9562 §4, or "me".
        action: Only this operation, by its operationId. Printable ASCII, 1…64 characters.
        resource: Only this thing, by kind and id. Printable ASCII, 1…200 characters.
        from_: Only changes at this instant or later. RFC 3339 §5.6 with an offset, whole seconds.
        from_ms: Instead of from_: milliseconds since 1970-01-01T00:00:00Z.
        to: Only changes before this instant. RFC 3339 §5.6 with an offset, whole seconds.
        to_ms: Instead of to: milliseconds since 1970-01-01T00:00:00Z.
        limit: At most so many items on one page. 1…200.
        cursor: The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.

        Wire: GET /v1/audit. Since 0.1.
        """
        return self._run(_operations.LIST_AUDIT, (),
            {"actor": actor, "action": action, "resource": resource, "from": from_, "from_ms": from_ms, "to": to, "to_ms": to_ms, "limit": limit, "cursor": cursor},
            {}, None, options)


class Resources:
    """The nouns of Client."""

    capabilities: Capabilities
    openapi: Openapi
    users: Users
    keies: Keies
    calendars: Calendars
    feeds: Feeds
    acl: Acl
    events: Events
    agenda: Agenda
    instances: Instances
    series: Series
    attendees: Attendees
    changes: Changes
    freebusy: Freebusy
    times: Times
    batch: Batch
    webhooks: Webhooks
    deliveries: Deliveries
    audits: Audits


NOUNS = {
    "capabilities": Capabilities,
    "openapi": Openapi,
    "users": Users,
    "keies": Keies,
    "calendars": Calendars,
    "feeds": Feeds,
    "acl": Acl,
    "events": Events,
    "agenda": Agenda,
    "instances": Instances,
    "series": Series,
    "attendees": Attendees,
    "changes": Changes,
    "freebusy": Freebusy,
    "times": Times,
    "batch": Batch,
    "webhooks": Webhooks,
    "deliveries": Deliveries,
    "audits": Audits,
}
