"""What the server answers. Unchangeable; any thread may read.

Written by generator/binding_python.py from openapi/calendar.yaml; change those and generate again.
"""
from __future__ import annotations

from datetime import date, datetime
from typing import Any, Dict, Iterator, List, Optional

from . import _read, enums
from ._lib import ffi, lib
from ._record import Record


class Limits(Record):
    """Numbers that requests must keep to."""

    _out = "libapi_limits **"
    _ref = lib.libapi_limits_ref
    _unref = lib.libapi_limits_unref
    _to_json = lib.libapi_limits_to_json

    @property
    def body_bytes(self) -> int:
        """Bytes of a request body."""
        return lib.libapi_limits_body_bytes(self._handle)

    @property
    def page_items(self) -> int:
        """Greatest limit of a list."""
        return lib.libapi_limits_page_items(self._handle)

    @property
    def page_items_default(self) -> int:
        """The limit of a list when none is given."""
        return lib.libapi_limits_page_items_default(self._handle)

    @property
    def attendees(self) -> int:
        """Attendees of an event."""
        return lib.libapi_limits_attendees(self._handle)

    @property
    def expand_days(self) -> int:
        """Days of a window in which recurring events are expanded."""
        return lib.libapi_limits_expand_days(self._handle)

    @property
    def requests_per_second(self) -> int:
        """Requests a second and key; 0 without a limit."""
        return lib.libapi_limits_requests_per_second(self._handle)

    @property
    def request_burst(self) -> int:
        """Requests that may come at once; 0 without a limit."""
        return lib.libapi_limits_request_burst(self._handle)

    @property
    def idempotency_hours(self) -> int:
        """Hours for which an Idempotency-Key is remembered."""
        return lib.libapi_limits_idempotency_hours(self._handle)

    @property
    def tombstone_days(self) -> int:
        """Days for which deleted events are remembered."""
        return lib.libapi_limits_tombstone_days(self._handle)


class Caller(Record):
    """The user and the key behind a request."""

    _out = "libapi_caller **"
    _ref = lib.libapi_caller_ref
    _unref = lib.libapi_caller_unref
    _to_json = lib.libapi_caller_to_json

    @property
    def user_id(self) -> str:
        """Id of the user. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_caller_user_id(self._handle))

    @property
    def key_id(self) -> str:
        """Id of the key. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_caller_key_id(self._handle))

    @property
    def scopes(self) -> List[str]:
        """Scopes of the key."""
        return _read.texts(lib.libapi_caller_scope_count, lib.libapi_caller_scope_at, self._handle)

    @property
    def is_admin(self) -> bool:
        """Whether the user is an administrator."""
        return bool(lib.libapi_caller_is_admin(self._handle))


class Capabilities(Record):
    """What the service is and can do."""

    _out = "libapi_capabilities **"
    _ref = lib.libapi_capabilities_ref
    _unref = lib.libapi_capabilities_unref
    _to_json = lib.libapi_capabilities_to_json

    @property
    def version(self) -> str:
        """Version of the service."""
        return _read.text(lib.libapi_capabilities_version(self._handle))

    @property
    def limits(self) -> Limits:
        """Numbers that requests must keep to."""
        return Limits._borrowed(lib.libapi_capabilities_limits(self._handle))

    @property
    def scopes(self) -> List[str]:
        """Every scope that a key can have."""
        return _read.texts(lib.libapi_capabilities_scope_count, lib.libapi_capabilities_scope_at, self._handle)

    @property
    def tzdb_version(self) -> str:
        """Version of the time zone database."""
        return _read.text(lib.libapi_capabilities_tzdb_version(self._handle))

    @property
    def features(self) -> List[str]:
        """Names of optional abilities that this server has."""
        return _read.texts(lib.libapi_capabilities_feature_count, lib.libapi_capabilities_feature_at, self._handle)

    @property
    def caller(self) -> Caller:
        """Who is calling."""
        return Caller._borrowed(lib.libapi_capabilities_caller(self._handle))


class WorkingHours(Record):
    """Hours of one day of the week."""

    _out = "libapi_working_hours **"
    _ref = lib.libapi_working_hours_ref
    _unref = lib.libapi_working_hours_unref
    _to_json = lib.libapi_working_hours_to_json

    @property
    def day(self) -> int:
        """Day of the week; 1 is Monday and 7 is Sunday. 1…7."""
        return lib.libapi_working_hours_day(self._handle)

    @property
    def start(self) -> str:
        """When work starts, as HH:MM. HH:MM."""
        return _read.text(lib.libapi_working_hours_start(self._handle))

    @property
    def end(self) -> str:
        """When work ends, as HH:MM. HH:MM."""
        return _read.text(lib.libapi_working_hours_end(self._handle))


class CreatedUser(Record):
    """A user with a first API key."""

    _out = "libapi_created_user **"
    _ref = lib.libapi_created_user_ref
    _unref = lib.libapi_created_user_unref
    _to_json = lib.libapi_created_user_to_json

    @property
    def id(self) -> str:
        """Id of the user. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_created_user_id(self._handle))

    @property
    def username(self) -> str:
        """Unique name: lower-case letters, digits, dot, underscore, hyphen. A-z, 0-9, dot, underscore,
        hyphen, 1…100 characters.
        """
        return _read.text(lib.libapi_created_user_username(self._handle))

    @property
    def email(self) -> Optional[str]:
        """E-mail address; attendees are recognised by it. Email address, 3…254 characters."""
        return _read.text(lib.libapi_created_user_email(self._handle))

    @property
    def display_name(self) -> Optional[str]:
        """Name for people to read. At most 128 characters."""
        return _read.text(lib.libapi_created_user_display_name(self._handle))

    @property
    def time_zone(self) -> Optional[str]:
        """Time zone of the user; an IANA name. IANA zone name."""
        return _read.text(lib.libapi_created_user_time_zone(self._handle))

    @property
    def is_admin(self) -> bool:
        """Whether the user may manage users."""
        return bool(lib.libapi_created_user_is_admin(self._handle))

    @property
    def working_hours(self) -> List[WorkingHours]:
        """When the user works, in the user's time zone. At most 14 entries."""
        return _read.records(WorkingHours, lib.libapi_created_user_working_hours_count, lib.libapi_created_user_working_hours_at, self._handle)

    @property
    def created_at(self) -> datetime:
        """When the user was created. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_created_user_created_at(self._handle))

    @property
    def created_at_text(self) -> str:
        """`created_at` as the server sent it."""
        return _read.text(lib.libapi_created_user_created_at(self._handle))

    @property
    def created_at_ms(self) -> Optional[int]:
        """`created_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_created_user_created_at_ms(self._handle))

    @property
    def updated_at(self) -> datetime:
        """When the user was last changed. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_created_user_updated_at(self._handle))

    @property
    def updated_at_text(self) -> str:
        """`updated_at` as the server sent it."""
        return _read.text(lib.libapi_created_user_updated_at(self._handle))

    @property
    def updated_at_ms(self) -> Optional[int]:
        """`updated_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_created_user_updated_at_ms(self._handle))

    @property
    def api_key(self) -> str:
        """The first API key; shown only here."""
        return _read.text(lib.libapi_created_user_api_key(self._handle))


class User(Record):
    """A person or a program that holds API keys."""

    _out = "libapi_user **"
    _ref = lib.libapi_user_ref
    _unref = lib.libapi_user_unref
    _to_json = lib.libapi_user_to_json

    @property
    def id(self) -> str:
        """Id of the user. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_user_id(self._handle))

    @property
    def username(self) -> str:
        """Unique name: lower-case letters, digits, dot, underscore, hyphen. A-z, 0-9, dot, underscore,
        hyphen, 1…100 characters.
        """
        return _read.text(lib.libapi_user_username(self._handle))

    @property
    def email(self) -> Optional[str]:
        """E-mail address; attendees are recognised by it. Email address, 3…254 characters."""
        return _read.text(lib.libapi_user_email(self._handle))

    @property
    def display_name(self) -> Optional[str]:
        """Name for people to read. At most 128 characters."""
        return _read.text(lib.libapi_user_display_name(self._handle))

    @property
    def time_zone(self) -> Optional[str]:
        """Time zone of the user; an IANA name. IANA zone name."""
        return _read.text(lib.libapi_user_time_zone(self._handle))

    @property
    def is_admin(self) -> bool:
        """Whether the user may manage users."""
        return bool(lib.libapi_user_is_admin(self._handle))

    @property
    def working_hours(self) -> List[WorkingHours]:
        """When the user works, in the user's time zone. At most 14 entries."""
        return _read.records(WorkingHours, lib.libapi_user_working_hours_count, lib.libapi_user_working_hours_at, self._handle)

    @property
    def created_at(self) -> datetime:
        """When the user was created. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_user_created_at(self._handle))

    @property
    def created_at_text(self) -> str:
        """`created_at` as the server sent it."""
        return _read.text(lib.libapi_user_created_at(self._handle))

    @property
    def created_at_ms(self) -> Optional[int]:
        """`created_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_user_created_at_ms(self._handle))

    @property
    def updated_at(self) -> datetime:
        """When the user was last changed. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_user_updated_at(self._handle))

    @property
    def updated_at_text(self) -> str:
        """`updated_at` as the server sent it."""
        return _read.text(lib.libapi_user_updated_at(self._handle))

    @property
    def updated_at_ms(self) -> Optional[int]:
        """`updated_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_user_updated_at_ms(self._handle))


class UserPage(Record):
    """One page of users."""

    _out = "libapi_user_page **"
    _ref = lib.libapi_user_page_ref
    _unref = lib.libapi_user_page_unref
    _to_json = lib.libapi_user_page_to_json

    @property
    def items(self) -> List[User]:
        """The items of this page."""
        return _read.records(User, lib.libapi_user_page_count, lib.libapi_user_page_at, self._handle)

    @property
    def next_cursor(self) -> Optional[str]:
        """Where the next page starts; null on the last."""
        return _read.text(lib.libapi_user_page_next_cursor(self._handle))

    def __iter__(self) -> Iterator[User]:
        return iter(self.items)


class CreatedApiKey(Record):
    """An API key with its secret."""

    _out = "libapi_created_api_key **"
    _ref = lib.libapi_created_api_key_ref
    _unref = lib.libapi_created_api_key_unref
    _to_json = lib.libapi_created_api_key_to_json

    @property
    def id(self) -> str:
        """Id of the key. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_created_api_key_id(self._handle))

    @property
    def user_id(self) -> Optional[str]:
        """Id of the user who holds the key. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_created_api_key_user_id(self._handle))

    @property
    def name(self) -> str:
        """What the key is for. 1…64 characters."""
        return _read.text(lib.libapi_created_api_key_name(self._handle))

    @property
    def prefix(self) -> str:
        """The 8 characters after cal_ by which the key is recognised."""
        return _read.text(lib.libapi_created_api_key_prefix(self._handle))

    @property
    def scopes(self) -> List[str]:
        """What the key may do. 1…7 entries, each admin | calendars:read | calendars:write |
        events:read | events:write | freebusy:read | webhooks:manage.
        """
        return _read.texts(lib.libapi_created_api_key_scope_count, lib.libapi_created_api_key_scope_at, self._handle)

    @property
    def expires_at(self) -> Optional[datetime]:
        """When the key stops working; null for never. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_created_api_key_expires_at(self._handle))

    @property
    def expires_at_text(self) -> Optional[str]:
        """`expires_at` as the server sent it."""
        return _read.text(lib.libapi_created_api_key_expires_at(self._handle))

    @property
    def expires_at_ms(self) -> Optional[int]:
        """`expires_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_created_api_key_expires_at_ms(self._handle))

    @property
    def last_used_at(self) -> Optional[datetime]:
        """When the key was last used. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_created_api_key_last_used_at(self._handle))

    @property
    def last_used_at_text(self) -> Optional[str]:
        """`last_used_at` as the server sent it."""
        return _read.text(lib.libapi_created_api_key_last_used_at(self._handle))

    @property
    def last_used_at_ms(self) -> Optional[int]:
        """`last_used_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_created_api_key_last_used_at_ms(self._handle))

    @property
    def created_at(self) -> datetime:
        """When the key was created. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_created_api_key_created_at(self._handle))

    @property
    def created_at_text(self) -> str:
        """`created_at` as the server sent it."""
        return _read.text(lib.libapi_created_api_key_created_at(self._handle))

    @property
    def created_at_ms(self) -> Optional[int]:
        """`created_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_created_api_key_created_at_ms(self._handle))

    @property
    def key(self) -> str:
        """The API key; shown only here."""
        return _read.text(lib.libapi_created_api_key_key(self._handle))


class ApiKey(Record):
    """An API key without its secret."""

    _out = "libapi_api_key **"
    _ref = lib.libapi_api_key_ref
    _unref = lib.libapi_api_key_unref
    _to_json = lib.libapi_api_key_to_json

    @property
    def id(self) -> str:
        """Id of the key. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_api_key_id(self._handle))

    @property
    def user_id(self) -> Optional[str]:
        """Id of the user who holds the key. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_api_key_user_id(self._handle))

    @property
    def name(self) -> str:
        """What the key is for. 1…64 characters."""
        return _read.text(lib.libapi_api_key_name(self._handle))

    @property
    def prefix(self) -> str:
        """The 8 characters after cal_ by which the key is recognised."""
        return _read.text(lib.libapi_api_key_prefix(self._handle))

    @property
    def scopes(self) -> List[str]:
        """What the key may do. 1…7 entries, each admin | calendars:read | calendars:write |
        events:read | events:write | freebusy:read | webhooks:manage.
        """
        return _read.texts(lib.libapi_api_key_scope_count, lib.libapi_api_key_scope_at, self._handle)

    @property
    def expires_at(self) -> Optional[datetime]:
        """When the key stops working; null for never. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_api_key_expires_at(self._handle))

    @property
    def expires_at_text(self) -> Optional[str]:
        """`expires_at` as the server sent it."""
        return _read.text(lib.libapi_api_key_expires_at(self._handle))

    @property
    def expires_at_ms(self) -> Optional[int]:
        """`expires_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_api_key_expires_at_ms(self._handle))

    @property
    def last_used_at(self) -> Optional[datetime]:
        """When the key was last used. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_api_key_last_used_at(self._handle))

    @property
    def last_used_at_text(self) -> Optional[str]:
        """`last_used_at` as the server sent it."""
        return _read.text(lib.libapi_api_key_last_used_at(self._handle))

    @property
    def last_used_at_ms(self) -> Optional[int]:
        """`last_used_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_api_key_last_used_at_ms(self._handle))

    @property
    def created_at(self) -> datetime:
        """When the key was created. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_api_key_created_at(self._handle))

    @property
    def created_at_text(self) -> str:
        """`created_at` as the server sent it."""
        return _read.text(lib.libapi_api_key_created_at(self._handle))

    @property
    def created_at_ms(self) -> Optional[int]:
        """`created_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_api_key_created_at_ms(self._handle))


class ApiKeyPage(Record):
    """One page of API keys."""

    _out = "libapi_api_key_page **"
    _ref = lib.libapi_api_key_page_ref
    _unref = lib.libapi_api_key_page_unref
    _to_json = lib.libapi_api_key_page_to_json

    @property
    def items(self) -> List[ApiKey]:
        """The items of this page."""
        return _read.records(ApiKey, lib.libapi_api_key_page_count, lib.libapi_api_key_page_at, self._handle)

    @property
    def next_cursor(self) -> Optional[str]:
        """Where the next page starts; null on the last."""
        return _read.text(lib.libapi_api_key_page_next_cursor(self._handle))

    def __iter__(self) -> Iterator[ApiKey]:
        return iter(self.items)


class Calendar(Record):
    """A calendar."""

    _out = "libapi_calendar **"
    _ref = lib.libapi_calendar_ref
    _unref = lib.libapi_calendar_unref
    _to_json = lib.libapi_calendar_to_json

    @property
    def id(self) -> str:
        """Id of the calendar. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_calendar_id(self._handle))

    @property
    def name(self) -> str:
        """Name of the calendar. 1…255 characters."""
        return _read.text(lib.libapi_calendar_name(self._handle))

    @property
    def description(self) -> Optional[str]:
        """What the calendar is for. At most 1000 characters."""
        return _read.text(lib.libapi_calendar_description(self._handle))

    @property
    def color(self) -> Optional[str]:
        """Colour, as #RRGGBB. #RRGGBB."""
        return _read.text(lib.libapi_calendar_color(self._handle))

    @property
    def time_zone(self) -> str:
        """Time zone of events that name none. IANA zone name."""
        return _read.text(lib.libapi_calendar_time_zone(self._handle))

    @property
    def public_read(self) -> bool:
        """Whether everybody with a key may read it."""
        return bool(lib.libapi_calendar_public_read(self._handle))

    @property
    def public_write(self) -> bool:
        """Whether everybody with a key may create events and change their own."""
        return bool(lib.libapi_calendar_public_write(self._handle))

    @property
    def my_role(self) -> Optional[enums.CalendarMyRole]:
        """The caller's role on the calendar."""
        return _read.constant(enums.CalendarMyRole, lib.libapi_calendar_my_role(self._handle), lib.libapi_calendar_my_role_text(self._handle))

    @property
    def my_role_text(self) -> Optional[str]:
        """The text of `my_role` as the server sent it."""
        return _read.text(lib.libapi_calendar_my_role_text(self._handle))

    @property
    def owner_user_id(self) -> str:
        """Id of the user who owns it. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_calendar_owner_user_id(self._handle))

    @property
    def seq(self) -> int:
        """Raised by every change in the calendar."""
        return lib.libapi_calendar_seq(self._handle)

    @property
    def version(self) -> int:
        """Version of these settings; the ETag."""
        return lib.libapi_calendar_version(self._handle)

    @property
    def created_at(self) -> datetime:
        """When the calendar was created. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_calendar_created_at(self._handle))

    @property
    def created_at_text(self) -> str:
        """`created_at` as the server sent it."""
        return _read.text(lib.libapi_calendar_created_at(self._handle))

    @property
    def created_at_ms(self) -> Optional[int]:
        """`created_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_calendar_created_at_ms(self._handle))

    @property
    def updated_at(self) -> datetime:
        """When its settings were last changed. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_calendar_updated_at(self._handle))

    @property
    def updated_at_text(self) -> str:
        """`updated_at` as the server sent it."""
        return _read.text(lib.libapi_calendar_updated_at(self._handle))

    @property
    def updated_at_ms(self) -> Optional[int]:
        """`updated_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_calendar_updated_at_ms(self._handle))


class CalendarPage(Record):
    """One page of calendars."""

    _out = "libapi_calendar_page **"
    _ref = lib.libapi_calendar_page_ref
    _unref = lib.libapi_calendar_page_unref
    _to_json = lib.libapi_calendar_page_to_json

    @property
    def items(self) -> List[Calendar]:
        """The items of this page."""
        return _read.records(Calendar, lib.libapi_calendar_page_count, lib.libapi_calendar_page_at, self._handle)

    @property
    def next_cursor(self) -> Optional[str]:
        """Where the next page starts; null on the last."""
        return _read.text(lib.libapi_calendar_page_next_cursor(self._handle))

    def __iter__(self) -> Iterator[Calendar]:
        return iter(self.items)


class ImportFailure(Record):
    """A component that could not be imported."""

    _out = "libapi_import_failure **"
    _ref = lib.libapi_import_failure_ref
    _unref = lib.libapi_import_failure_unref
    _to_json = lib.libapi_import_failure_to_json

    @property
    def uid(self) -> Optional[str]:
        """UID of the component."""
        return _read.text(lib.libapi_import_failure_uid(self._handle))

    @property
    def line(self) -> int:
        """Line of the file in which the component begins."""
        return lib.libapi_import_failure_line(self._handle)

    @property
    def code(self) -> str:
        """What is wrong for programs: one of the codes of fields."""
        return _read.text(lib.libapi_import_failure_code(self._handle))

    @property
    def detail(self) -> Optional[str]:
        """What is wrong for people."""
        return _read.text(lib.libapi_import_failure_detail(self._handle))


class ImportResult(Record):
    """What an import did, or would do."""

    _out = "libapi_import_result **"
    _ref = lib.libapi_import_result_ref
    _unref = lib.libapi_import_result_unref
    _to_json = lib.libapi_import_result_to_json

    @property
    def created(self) -> int:
        """Events that are new."""
        return lib.libapi_import_result_created(self._handle)

    @property
    def updated(self) -> int:
        """Events that were there and are another now."""
        return lib.libapi_import_result_updated(self._handle)

    @property
    def skipped(self) -> int:
        """Events that stayed: equal, newer than the file, or there already with mode skip."""
        return lib.libapi_import_result_skipped(self._handle)

    @property
    def failed(self) -> List[ImportFailure]:
        """What could not be imported, in no particular order."""
        return _read.records(ImportFailure, lib.libapi_import_result_failed_count, lib.libapi_import_result_failed_at, self._handle)

    @property
    def dry_run(self) -> bool:
        """Whether nothing was changed because only the answer was wanted."""
        return bool(lib.libapi_import_result_dry_run(self._handle))


class CreatedFeed(Record):
    """A link with its secret."""

    _out = "libapi_created_feed **"
    _ref = lib.libapi_created_feed_ref
    _unref = lib.libapi_created_feed_unref
    _to_json = lib.libapi_created_feed_to_json

    @property
    def id(self) -> str:
        """Id of the link. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_created_feed_id(self._handle))

    @property
    def calendar_id(self) -> str:
        """Id of the calendar. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_created_feed_calendar_id(self._handle))

    @property
    def name(self) -> str:
        """Who or what the link is for. 1…64 characters."""
        return _read.text(lib.libapi_created_feed_name(self._handle))

    @property
    def detail(self) -> enums.CreatedFeedDetail:
        """What is shown: everything but private events, or only when the calendar is busy."""
        return _read.constant(enums.CreatedFeedDetail, lib.libapi_created_feed_detail(self._handle), lib.libapi_created_feed_detail_text(self._handle))

    @property
    def detail_text(self) -> Optional[str]:
        """The text of `detail` as the server sent it."""
        return _read.text(lib.libapi_created_feed_detail_text(self._handle))

    @property
    def past_days(self) -> int:
        """Days before today that are shown. 0…3660."""
        return lib.libapi_created_feed_past_days(self._handle)

    @property
    def future_days(self) -> int:
        """Days after today that are shown. 1…3660."""
        return lib.libapi_created_feed_future_days(self._handle)

    @property
    def prefix(self) -> Optional[str]:
        """The 8 characters after cal_ by which the link is recognised."""
        return _read.text(lib.libapi_created_feed_prefix(self._handle))

    @property
    def created_at(self) -> datetime:
        """When the link was created. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_created_feed_created_at(self._handle))

    @property
    def created_at_text(self) -> str:
        """`created_at` as the server sent it."""
        return _read.text(lib.libapi_created_feed_created_at(self._handle))

    @property
    def created_at_ms(self) -> Optional[int]:
        """`created_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_created_feed_created_at_ms(self._handle))

    @property
    def url(self) -> str:
        """The link; shown only here."""
        return _read.text(lib.libapi_created_feed_url(self._handle))


class Feed(Record):
    """A link by which calendar programs subscribe to a calendar."""

    _out = "libapi_feed **"
    _ref = lib.libapi_feed_ref
    _unref = lib.libapi_feed_unref
    _to_json = lib.libapi_feed_to_json

    @property
    def id(self) -> str:
        """Id of the link. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_feed_id(self._handle))

    @property
    def calendar_id(self) -> str:
        """Id of the calendar. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_feed_calendar_id(self._handle))

    @property
    def name(self) -> str:
        """Who or what the link is for. 1…64 characters."""
        return _read.text(lib.libapi_feed_name(self._handle))

    @property
    def detail(self) -> enums.FeedDetail:
        """What is shown: everything but private events, or only when the calendar is busy."""
        return _read.constant(enums.FeedDetail, lib.libapi_feed_detail(self._handle), lib.libapi_feed_detail_text(self._handle))

    @property
    def detail_text(self) -> Optional[str]:
        """The text of `detail` as the server sent it."""
        return _read.text(lib.libapi_feed_detail_text(self._handle))

    @property
    def past_days(self) -> int:
        """Days before today that are shown. 0…3660."""
        return lib.libapi_feed_past_days(self._handle)

    @property
    def future_days(self) -> int:
        """Days after today that are shown. 1…3660."""
        return lib.libapi_feed_future_days(self._handle)

    @property
    def prefix(self) -> Optional[str]:
        """The 8 characters after cal_ by which the link is recognised."""
        return _read.text(lib.libapi_feed_prefix(self._handle))

    @property
    def created_at(self) -> datetime:
        """When the link was created. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_feed_created_at(self._handle))

    @property
    def created_at_text(self) -> str:
        """`created_at` as the server sent it."""
        return _read.text(lib.libapi_feed_created_at(self._handle))

    @property
    def created_at_ms(self) -> Optional[int]:
        """`created_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_feed_created_at_ms(self._handle))


class FeedPage(Record):
    """One page of links."""

    _out = "libapi_feed_page **"
    _ref = lib.libapi_feed_page_ref
    _unref = lib.libapi_feed_page_unref
    _to_json = lib.libapi_feed_page_to_json

    @property
    def items(self) -> List[Feed]:
        """The items of this page."""
        return _read.records(Feed, lib.libapi_feed_page_count, lib.libapi_feed_page_at, self._handle)

    @property
    def next_cursor(self) -> Optional[str]:
        """Where the next page starts; null on the last."""
        return _read.text(lib.libapi_feed_page_next_cursor(self._handle))

    def __iter__(self) -> Iterator[Feed]:
        return iter(self.items)


class AclRule(Record):
    """The role of one user on a calendar."""

    _out = "libapi_acl_rule **"
    _ref = lib.libapi_acl_rule_ref
    _unref = lib.libapi_acl_rule_unref
    _to_json = lib.libapi_acl_rule_to_json

    @property
    def user_id(self) -> str:
        """Id of the user. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_acl_rule_user_id(self._handle))

    @property
    def role(self) -> enums.AclRuleRole:
        """What the user may do."""
        return _read.constant(enums.AclRuleRole, lib.libapi_acl_rule_role(self._handle), lib.libapi_acl_rule_role_text(self._handle))

    @property
    def role_text(self) -> Optional[str]:
        """The text of `role` as the server sent it."""
        return _read.text(lib.libapi_acl_rule_role_text(self._handle))

    @property
    def created_at(self) -> datetime:
        """When the rule was made. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_acl_rule_created_at(self._handle))

    @property
    def created_at_text(self) -> str:
        """`created_at` as the server sent it."""
        return _read.text(lib.libapi_acl_rule_created_at(self._handle))

    @property
    def created_at_ms(self) -> Optional[int]:
        """`created_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_acl_rule_created_at_ms(self._handle))


class AclRulePage(Record):
    """One page of rules."""

    _out = "libapi_acl_rule_page **"
    _ref = lib.libapi_acl_rule_page_ref
    _unref = lib.libapi_acl_rule_page_unref
    _to_json = lib.libapi_acl_rule_page_to_json

    @property
    def items(self) -> List[AclRule]:
        """The items of this page."""
        return _read.records(AclRule, lib.libapi_acl_rule_page_count, lib.libapi_acl_rule_page_at, self._handle)

    @property
    def next_cursor(self) -> Optional[str]:
        """Where the next page starts; null on the last."""
        return _read.text(lib.libapi_acl_rule_page_next_cursor(self._handle))

    def __iter__(self) -> Iterator[AclRule]:
        return iter(self.items)


class Recurrence(Record):
    """How an event repeats."""

    _out = "libapi_recurrence **"
    _ref = lib.libapi_recurrence_ref
    _unref = lib.libapi_recurrence_unref
    _to_json = lib.libapi_recurrence_to_json

    @property
    def rrule(self) -> Optional[str]:
        """A rule of RFC 5545 without its name. 1…512 characters."""
        return _read.text(lib.libapi_recurrence_rrule(self._handle))

    @property
    def rdates(self) -> List[str]:
        """More starts; local wall times in the event's zone. At most 256 entries, each original local
        slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day.
        """
        return _read.texts(lib.libapi_recurrence_rdate_count, lib.libapi_recurrence_rdate_at, self._handle)

    @property
    def exdates(self) -> List[str]:
        """Starts that are left out; local wall times in the event's zone. At most 1024 entries, each
        original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day.
        """
        return _read.texts(lib.libapi_recurrence_exdate_count, lib.libapi_recurrence_exdate_at, self._handle)


class LaterAnswer(Record):
    """An answer from one occurrence on."""

    _out = "libapi_later_answer **"
    _ref = lib.libapi_later_answer_ref
    _unref = lib.libapi_later_answer_unref
    _to_json = lib.libapi_later_answer_to_json

    @property
    def recurrence_id(self) -> str:
        """Original local start of the first occurrence. Original local slot, YYYYMMDDTHHMMSS, or
        YYYYMMDD when all-day.
        """
        return _read.text(lib.libapi_later_answer_recurrence_id(self._handle))

    @property
    def partstat(self) -> enums.LaterAnswerPartstat:
        """What the attendee answered."""
        return _read.constant(enums.LaterAnswerPartstat, lib.libapi_later_answer_partstat(self._handle), lib.libapi_later_answer_partstat_text(self._handle))

    @property
    def partstat_text(self) -> Optional[str]:
        """The text of `partstat` as the server sent it."""
        return _read.text(lib.libapi_later_answer_partstat_text(self._handle))

    @property
    def comment(self) -> Optional[str]:
        """What the attendee wrote with the answer."""
        return _read.text(lib.libapi_later_answer_comment(self._handle))


class Attendee(Record):
    """Somebody who is invited to an event."""

    _out = "libapi_attendee **"
    _ref = lib.libapi_attendee_ref
    _unref = lib.libapi_attendee_unref
    _to_json = lib.libapi_attendee_to_json

    @property
    def email(self) -> str:
        """E-mail address of the attendee. Email address, 3…254 characters."""
        return _read.text(lib.libapi_attendee_email(self._handle))

    @property
    def name(self) -> Optional[str]:
        """Name for people to read. At most 128 characters."""
        return _read.text(lib.libapi_attendee_name(self._handle))

    @property
    def role(self) -> Optional[enums.AttendeeRole]:
        """How much the attendee matters."""
        return _read.constant(enums.AttendeeRole, lib.libapi_attendee_role(self._handle), lib.libapi_attendee_role_text(self._handle))

    @property
    def role_text(self) -> Optional[str]:
        """The text of `role` as the server sent it."""
        return _read.text(lib.libapi_attendee_role_text(self._handle))

    @property
    def partstat(self) -> Optional[enums.AttendeePartstat]:
        """What the attendee answered."""
        return _read.constant(enums.AttendeePartstat, lib.libapi_attendee_partstat(self._handle), lib.libapi_attendee_partstat_text(self._handle))

    @property
    def partstat_text(self) -> Optional[str]:
        """The text of `partstat` as the server sent it."""
        return _read.text(lib.libapi_attendee_partstat_text(self._handle))

    @property
    def comment(self) -> Optional[str]:
        """What the attendee wrote with the answer. At most 512 characters."""
        return _read.text(lib.libapi_attendee_comment(self._handle))

    @property
    def partstat_from(self) -> List[LaterAnswer]:
        """Later answers, each for its occurrence and all that follow; only of a recurring event."""
        return _read.records(LaterAnswer, lib.libapi_attendee_partstat_from_count, lib.libapi_attendee_partstat_from_at, self._handle)

    @property
    def user_id(self) -> Optional[str]:
        """Id of the user with this e-mail address. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_attendee_user_id(self._handle))


class Organizer(Record):
    """Who called an event."""

    _out = "libapi_organizer **"
    _ref = lib.libapi_organizer_ref
    _unref = lib.libapi_organizer_unref
    _to_json = lib.libapi_organizer_to_json

    @property
    def email(self) -> Optional[str]:
        """E-mail address of the organizer. Email address."""
        return _read.text(lib.libapi_organizer_email(self._handle))

    @property
    def name(self) -> Optional[str]:
        """Name for people to read."""
        return _read.text(lib.libapi_organizer_name(self._handle))

    @property
    def user_id(self) -> Optional[str]:
        """Id of the user. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_organizer_user_id(self._handle))


class Reminder(Record):
    """When and how to be reminded of an event."""

    _out = "libapi_reminder **"
    _ref = lib.libapi_reminder_ref
    _unref = lib.libapi_reminder_unref
    _to_json = lib.libapi_reminder_to_json

    @property
    def method(self) -> enums.ReminderMethod:
        """By whom; the server calls a webhook and a client displays."""
        return _read.constant(enums.ReminderMethod, lib.libapi_reminder_method(self._handle), lib.libapi_reminder_method_text(self._handle))

    @property
    def method_text(self) -> Optional[str]:
        """The text of `method` as the server sent it."""
        return _read.text(lib.libapi_reminder_method_text(self._handle))

    @property
    def minutes_before(self) -> int:
        """Minutes before the start. 0…40320."""
        return lib.libapi_reminder_minutes_before(self._handle)


class Event(Record):
    """An event of a calendar."""

    _out = "libapi_event **"
    _ref = lib.libapi_event_ref
    _unref = lib.libapi_event_unref
    _to_json = lib.libapi_event_to_json

    @property
    def id(self) -> str:
        """Id of the event; of an occurrence the id of the series, an underscore and the original local
        start. 36…52 characters.
        """
        return _read.text(lib.libapi_event_id(self._handle))

    @property
    def calendar_id(self) -> str:
        """Id of the calendar that holds the event. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_event_calendar_id(self._handle))

    @property
    def uid(self) -> Optional[str]:
        """UID of the event in iCalendar. 1…255 characters."""
        return _read.text(lib.libapi_event_uid(self._handle))

    @property
    def title(self) -> str:
        """What happens. 1…255 characters."""
        return _read.text(lib.libapi_event_title(self._handle))

    @property
    def description(self) -> Optional[str]:
        """More about it. At most 8192 characters."""
        return _read.text(lib.libapi_event_description(self._handle))

    @property
    def location(self) -> Optional[str]:
        """Where it happens. At most 1024 characters."""
        return _read.text(lib.libapi_event_location(self._handle))

    @property
    def url(self) -> Optional[str]:
        """A page about the event. URI, RFC 3986, 3…2048 characters."""
        return _read.text(lib.libapi_event_url(self._handle))

    @property
    def is_all_day(self) -> bool:
        """Whether it takes whole days; then start_date and end_date say which."""
        return bool(lib.libapi_event_is_all_day(self._handle))

    @property
    def start_time(self) -> Optional[datetime]:
        """When it starts; RFC 3339 with an offset or wall time in time_zone. RFC 3339 §5.6; with an
        offset an instant, without one wall time in the event's zone.
        """
        return _read.time(lib.libapi_event_start_time(self._handle))

    @property
    def start_time_text(self) -> Optional[str]:
        """`start_time` as the server sent it."""
        return _read.text(lib.libapi_event_start_time(self._handle))

    @property
    def start_time_ms(self) -> Optional[int]:
        """`start_time` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_event_start_time_ms(self._handle))

    @property
    def end_time(self) -> Optional[datetime]:
        """When it ends; at least one minute and at most 366 days after the start. RFC 3339 §5.6; with
        an offset an instant, without one wall time in the event's zone.
        """
        return _read.time(lib.libapi_event_end_time(self._handle))

    @property
    def end_time_text(self) -> Optional[str]:
        """`end_time` as the server sent it."""
        return _read.text(lib.libapi_event_end_time(self._handle))

    @property
    def end_time_ms(self) -> Optional[int]:
        """`end_time` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an offset."""
        return _read.milliseconds(lib.libapi_event_end_time_ms(self._handle))

    @property
    def start_date(self) -> Optional[date]:
        """First day of an all-day event. YYYY-MM-DD."""
        return _read.day(lib.libapi_event_start_date(self._handle))

    @property
    def start_date_text(self) -> Optional[str]:
        """`start_date` as the server sent it."""
        return _read.text(lib.libapi_event_start_date(self._handle))

    @property
    def end_date(self) -> Optional[date]:
        """The day after the last day of an all-day event. YYYY-MM-DD."""
        return _read.day(lib.libapi_event_end_date(self._handle))

    @property
    def end_date_text(self) -> Optional[str]:
        """`end_date` as the server sent it."""
        return _read.text(lib.libapi_event_end_date(self._handle))

    @property
    def time_zone(self) -> Optional[str]:
        """Time zone of the event; an IANA name. IANA zone name."""
        return _read.text(lib.libapi_event_time_zone(self._handle))

    @property
    def floating(self) -> bool:
        """Whether the wall time holds in every zone."""
        return bool(lib.libapi_event_floating(self._handle))

    @property
    def recurrence(self) -> Optional[Recurrence]:
        """How the event repeats; null for once."""
        return Recurrence._borrowed(lib.libapi_event_recurrence(self._handle))

    @property
    def series_id(self) -> Optional[str]:
        """Of an occurrence the id of its series. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_event_series_id(self._handle))

    @property
    def recurrence_id(self) -> Optional[str]:
        """Of an occurrence its original local start. Original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD
        when all-day.
        """
        return _read.text(lib.libapi_event_recurrence_id(self._handle))

    @property
    def is_exception(self) -> bool:
        """Whether this occurrence differs from its series."""
        return bool(lib.libapi_event_is_exception(self._handle))

    @property
    def status(self) -> enums.EventStatus:
        """Whether it will happen."""
        return _read.constant(enums.EventStatus, lib.libapi_event_status(self._handle), lib.libapi_event_status_text(self._handle))

    @property
    def status_text(self) -> Optional[str]:
        """The text of `status` as the server sent it."""
        return _read.text(lib.libapi_event_status_text(self._handle))

    @property
    def visibility(self) -> Optional[enums.EventVisibility]:
        """Who sees what it is about; readers see private events masked."""
        return _read.constant(enums.EventVisibility, lib.libapi_event_visibility(self._handle), lib.libapi_event_visibility_text(self._handle))

    @property
    def visibility_text(self) -> Optional[str]:
        """The text of `visibility` as the server sent it."""
        return _read.text(lib.libapi_event_visibility_text(self._handle))

    @property
    def transparency(self) -> enums.EventTransparency:
        """Whether it makes its people busy."""
        return _read.constant(enums.EventTransparency, lib.libapi_event_transparency(self._handle), lib.libapi_event_transparency_text(self._handle))

    @property
    def transparency_text(self) -> Optional[str]:
        """The text of `transparency` as the server sent it."""
        return _read.text(lib.libapi_event_transparency_text(self._handle))

    @property
    def attendees(self) -> List[Attendee]:
        """Who is invited. At most 500 entries."""
        return _read.records(Attendee, lib.libapi_event_attendee_count, lib.libapi_event_attendee_at, self._handle)

    @property
    def organizer(self) -> Optional[Organizer]:
        """Who called the event."""
        return Organizer._borrowed(lib.libapi_event_organizer(self._handle))

    @property
    def reminders(self) -> List[Reminder]:
        """When to be reminded. At most 5 entries."""
        return _read.records(Reminder, lib.libapi_event_reminder_count, lib.libapi_event_reminder_at, self._handle)

    @property
    def categories(self) -> List[str]:
        """Words to sort events by. At most 20 entries, each 1…64 characters."""
        return _read.texts(lib.libapi_event_category_count, lib.libapi_event_category_at, self._handle)

    @property
    def color(self) -> Optional[str]:
        """Colour, as #RRGGBB. #RRGGBB."""
        return _read.text(lib.libapi_event_color(self._handle))

    @property
    def metadata(self) -> Dict[str, str]:
        """Texts of the client's own by name. At most 50 entries, keys at most 40 characters, values at
        most 500 characters.
        """
        return _read.mapping(lib.libapi_event_metadata_count, lib.libapi_event_metadata_key_at, lib.libapi_event_metadata_value_at, self._handle)

    def metadata_get(self, key: str) -> Optional[str]:
        """The value of `key` in `metadata`, or None."""
        return _read.text(lib.libapi_event_metadata_get(self._handle, key.encode("utf-8")))

    @property
    def masked(self) -> bool:
        """Whether details are hidden from the caller."""
        return bool(lib.libapi_event_masked(self._handle))

    @property
    def sequence(self) -> int:
        """SEQUENCE of iCalendar; raised when the times or the rule change."""
        return lib.libapi_event_sequence(self._handle)

    @property
    def version(self) -> int:
        """Version of the event; the ETag."""
        return lib.libapi_event_version(self._handle)

    @property
    def creator_user_id(self) -> Optional[str]:
        """Id of the user who created it. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_event_creator_user_id(self._handle))

    @property
    def split_from(self) -> Optional[str]:
        """The series from which this one was split. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_event_split_from(self._handle))

    @property
    def created_at(self) -> Optional[datetime]:
        """When the event was created. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_event_created_at(self._handle))

    @property
    def created_at_text(self) -> Optional[str]:
        """`created_at` as the server sent it."""
        return _read.text(lib.libapi_event_created_at(self._handle))

    @property
    def created_at_ms(self) -> Optional[int]:
        """`created_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_event_created_at_ms(self._handle))

    @property
    def updated_at(self) -> Optional[datetime]:
        """When the event was last changed. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_event_updated_at(self._handle))

    @property
    def updated_at_text(self) -> Optional[str]:
        """`updated_at` as the server sent it."""
        return _read.text(lib.libapi_event_updated_at(self._handle))

    @property
    def updated_at_ms(self) -> Optional[int]:
        """`updated_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_event_updated_at_ms(self._handle))

    @property
    def deleted_at(self) -> Optional[datetime]:
        """When the event was deleted; only where deleted events are asked for. RFC 3339 §5.6 with an
        offset, whole seconds.
        """
        return _read.time(lib.libapi_event_deleted_at(self._handle))

    @property
    def deleted_at_text(self) -> Optional[str]:
        """`deleted_at` as the server sent it."""
        return _read.text(lib.libapi_event_deleted_at(self._handle))

    @property
    def deleted_at_ms(self) -> Optional[int]:
        """`deleted_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_event_deleted_at_ms(self._handle))

    @property
    def dropped_exceptions(self) -> List[str]:
        """Original local starts of changed occurrences that an update lost; only in its answer. Each
        original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day.
        """
        return _read.texts(lib.libapi_event_dropped_exception_count, lib.libapi_event_dropped_exception_at, self._handle)


class EventPage(Record):
    """One page of events."""

    _out = "libapi_event_page **"
    _ref = lib.libapi_event_page_ref
    _unref = lib.libapi_event_page_unref
    _to_json = lib.libapi_event_page_to_json

    @property
    def items(self) -> List[Event]:
        """The items of this page."""
        return _read.records(Event, lib.libapi_event_page_count, lib.libapi_event_page_at, self._handle)

    @property
    def next_cursor(self) -> Optional[str]:
        """Where the next page starts; null on the last."""
        return _read.text(lib.libapi_event_page_next_cursor(self._handle))

    def __iter__(self) -> Iterator[Event]:
        return iter(self.items)


class Split(Record):
    """A recurring event cut in two."""

    _out = "libapi_split **"
    _ref = lib.libapi_split_ref
    _unref = lib.libapi_split_unref
    _to_json = lib.libapi_split_to_json

    @property
    def before(self) -> Event:
        """The event up to the split; it keeps its id."""
        return Event._borrowed(lib.libapi_split_before(self._handle))

    @property
    def after(self) -> Optional[Event]:
        """The event from the split on; null if it was deleted."""
        return Event._borrowed(lib.libapi_split_after(self._handle))


class DeletedEvent(Record):
    """What is left to say of an event that is gone."""

    _out = "libapi_deleted_event **"
    _ref = lib.libapi_deleted_event_ref
    _unref = lib.libapi_deleted_event_unref
    _to_json = lib.libapi_deleted_event_to_json

    @property
    def id(self) -> str:
        """Id of the event or of the changed occurrence."""
        return _read.text(lib.libapi_deleted_event_id(self._handle))

    @property
    def uid(self) -> str:
        """UID of the event."""
        return _read.text(lib.libapi_deleted_event_uid(self._handle))


class Changes(Record):
    """One page of what changed in a calendar."""

    _out = "libapi_changes **"
    _ref = lib.libapi_changes_ref
    _unref = lib.libapi_changes_unref
    _to_json = lib.libapi_changes_to_json

    @property
    def events(self) -> List[Event]:
        """Events, series and changed occurrences as they are now."""
        return _read.records(Event, lib.libapi_changes_event_count, lib.libapi_changes_event_at, self._handle)

    @property
    def deleted(self) -> List[DeletedEvent]:
        """Events that are gone, deleted or moved to another calendar."""
        return _read.records(DeletedEvent, lib.libapi_changes_deleted_count, lib.libapi_changes_deleted_at, self._handle)

    @property
    def calendar(self) -> Optional[Calendar]:
        """The calendar itself, if its settings or the caller's role may have changed."""
        return Calendar._borrowed(lib.libapi_changes_calendar(self._handle))

    @property
    def acl_changed(self) -> bool:
        """Whether the rules of who may do what have changed."""
        return bool(lib.libapi_changes_acl_changed(self._handle))

    @property
    def next_token(self) -> str:
        """The token to go on from. Printable ASCII."""
        return _read.text(lib.libapi_changes_next_token(self._handle))

    @property
    def has_more(self) -> bool:
        """Whether there is more to fetch at once."""
        return bool(lib.libapi_changes_has_more(self._handle))


class BusyTime(Record):
    """A stretch of busy time."""

    _out = "libapi_busy_time **"
    _ref = lib.libapi_busy_time_ref
    _unref = lib.libapi_busy_time_unref
    _to_json = lib.libapi_busy_time_to_json

    @property
    def start(self) -> datetime:
        """Where it begins. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_busy_time_start(self._handle))

    @property
    def start_text(self) -> str:
        """`start` as the server sent it."""
        return _read.text(lib.libapi_busy_time_start(self._handle))

    @property
    def start_ms(self) -> Optional[int]:
        """`start` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an offset."""
        return _read.milliseconds(lib.libapi_busy_time_start_ms(self._handle))

    @property
    def end(self) -> datetime:
        """Where it ends. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_busy_time_end(self._handle))

    @property
    def end_text(self) -> str:
        """`end` as the server sent it."""
        return _read.text(lib.libapi_busy_time_end(self._handle))

    @property
    def end_ms(self) -> Optional[int]:
        """`end` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an offset."""
        return _read.milliseconds(lib.libapi_busy_time_end_ms(self._handle))

    @property
    def status(self) -> enums.BusyTimeStatus:
        """How sure it is."""
        return _read.constant(enums.BusyTimeStatus, lib.libapi_busy_time_status(self._handle), lib.libapi_busy_time_status_text(self._handle))

    @property
    def status_text(self) -> Optional[str]:
        """The text of `status` as the server sent it."""
        return _read.text(lib.libapi_busy_time_status_text(self._handle))


class SubjectBusy(Record):
    """When one subject is busy."""

    _out = "libapi_subject_busy **"
    _ref = lib.libapi_subject_busy_ref
    _unref = lib.libapi_subject_busy_unref
    _to_json = lib.libapi_subject_busy_to_json

    @property
    def user_id(self) -> Optional[str]:
        """Id of the user. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_subject_busy_user_id(self._handle))

    @property
    def calendar_id(self) -> Optional[str]:
        """Id of the calendar. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_subject_busy_calendar_id(self._handle))

    @property
    def busy(self) -> List[BusyTime]:
        """Merged times in order; empty with an error."""
        return _read.records(BusyTime, lib.libapi_subject_busy_busy_count, lib.libapi_subject_busy_busy_at, self._handle)

    @property
    def error(self) -> Optional[enums.SubjectBusyError]:
        """Why there is no answer; what the caller may not know of is not_found."""
        return _read.constant(enums.SubjectBusyError, lib.libapi_subject_busy_error(self._handle), lib.libapi_subject_busy_error_text(self._handle))

    @property
    def error_text(self) -> Optional[str]:
        """The text of `error` as the server sent it."""
        return _read.text(lib.libapi_subject_busy_error_text(self._handle))


class FreeBusy(Record):
    """Busy times."""

    _out = "libapi_free_busy **"
    _ref = lib.libapi_free_busy_ref
    _unref = lib.libapi_free_busy_unref
    _to_json = lib.libapi_free_busy_to_json

    @property
    def subjects(self) -> List[SubjectBusy]:
        """One entry a subject, in the order of the question."""
        return _read.records(SubjectBusy, lib.libapi_free_busy_subject_count, lib.libapi_free_busy_subject_at, self._handle)


class FoundTime(Record):
    """A possible time."""

    _out = "libapi_found_time **"
    _ref = lib.libapi_found_time_ref
    _unref = lib.libapi_found_time_unref
    _to_json = lib.libapi_found_time_to_json

    @property
    def start(self) -> datetime:
        """Where it begins. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_found_time_start(self._handle))

    @property
    def start_text(self) -> str:
        """`start` as the server sent it."""
        return _read.text(lib.libapi_found_time_start(self._handle))

    @property
    def start_ms(self) -> Optional[int]:
        """`start` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an offset."""
        return _read.milliseconds(lib.libapi_found_time_start_ms(self._handle))

    @property
    def end(self) -> datetime:
        """Where it ends. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_found_time_end(self._handle))

    @property
    def end_text(self) -> str:
        """`end` as the server sent it."""
        return _read.text(lib.libapi_found_time_end(self._handle))

    @property
    def end_ms(self) -> Optional[int]:
        """`end` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an offset."""
        return _read.milliseconds(lib.libapi_found_time_end_ms(self._handle))

    @property
    def score(self) -> int:
        """Percentage of all people who are free."""
        return lib.libapi_found_time_score(self._handle)

    @property
    def unavailable(self) -> List[str]:
        """Ids of the people who are not free. Each UUID text, RFC 9562 §4, 36 bytes."""
        return _read.texts(lib.libapi_found_time_unavailable_count, lib.libapi_found_time_unavailable_at, self._handle)


class FoundTimes(Record):
    """Times at which people are free, the best first."""

    _out = "libapi_found_times **"
    _ref = lib.libapi_found_times_ref
    _unref = lib.libapi_found_times_unref
    _to_json = lib.libapi_found_times_to_json

    @property
    def slots(self) -> List[FoundTime]:
        """Possible times."""
        return _read.records(FoundTime, lib.libapi_found_times_slot_count, lib.libapi_found_times_slot_at, self._handle)

    @property
    def empty_reason(self) -> Optional[enums.FoundTimesEmptyReason]:
        """Why there are no slots; null where there are."""
        return _read.constant(enums.FoundTimesEmptyReason, lib.libapi_found_times_empty_reason(self._handle), lib.libapi_found_times_empty_reason_text(self._handle))

    @property
    def empty_reason_text(self) -> Optional[str]:
        """The text of `empty_reason` as the server sent it."""
        return _read.text(lib.libapi_found_times_empty_reason_text(self._handle))


class BatchResponse(Record):
    """The answer to one request of a batch."""

    _out = "libapi_batch_response **"
    _ref = lib.libapi_batch_response_ref
    _unref = lib.libapi_batch_response_unref
    _to_json = lib.libapi_batch_response_to_json

    @property
    def id(self) -> str:
        """The id of the request."""
        return _read.text(lib.libapi_batch_response_id(self._handle))

    @property
    def status(self) -> int:
        """Its HTTP status. 200…599."""
        return lib.libapi_batch_response_status(self._handle)

    @property
    def headers(self) -> Dict[str, str]:
        """Of ETag, Location, Allow, Retry-After and Idempotent-Replayed those that it has."""
        return _read.mapping(lib.libapi_batch_response_headers_count, lib.libapi_batch_response_headers_key_at, lib.libapi_batch_response_headers_value_at, self._handle)

    def headers_get(self, key: str) -> Optional[str]:
        """The value of `key` in `headers`, or None."""
        return _read.text(lib.libapi_batch_response_headers_get(self._handle, key.encode("utf-8")))

    @property
    def body(self) -> Any:
        """What was answered, or the problem; absent when the status has no body."""
        return _read.json_text(lib.libapi_batch_response_body(self._handle))


class Batch(Record):
    """The answers to a batch."""

    _out = "libapi_batch **"
    _ref = lib.libapi_batch_ref
    _unref = lib.libapi_batch_unref
    _to_json = lib.libapi_batch_to_json

    @property
    def responses(self) -> List[BatchResponse]:
        """One answer a request, in the order of the requests."""
        return _read.records(BatchResponse, lib.libapi_batch_response_count, lib.libapi_batch_response_at, self._handle)


class Ping(Record):
    """How the first delivery to a webhook went."""

    _out = "libapi_ping **"
    _ref = lib.libapi_ping_ref
    _unref = lib.libapi_ping_unref
    _to_json = lib.libapi_ping_to_json

    @property
    def delivered(self) -> bool:
        """Whether the receiver answered 2xx."""
        return bool(lib.libapi_ping_delivered(self._handle))

    @property
    def status_code(self) -> Optional[int]:
        """The receiver's HTTP status; null without an answer."""
        return lib.libapi_ping_status_code(self._handle) if lib.libapi_ping_has_status_code(self._handle) else None

    @property
    def latency_ms(self) -> Optional[int]:
        """Milliseconds until the answer."""
        return lib.libapi_ping_latency_ms(self._handle) if lib.libapi_ping_has_latency_ms(self._handle) else None

    @property
    def error(self) -> Optional[str]:
        """What went wrong; null if it arrived."""
        return _read.text(lib.libapi_ping_error(self._handle))


class WebhookWithSecret(Record):
    """A webhook, and its secret if that is new."""

    _out = "libapi_webhook_with_secret **"
    _ref = lib.libapi_webhook_with_secret_ref
    _unref = lib.libapi_webhook_with_secret_unref
    _to_json = lib.libapi_webhook_with_secret_to_json

    @property
    def id(self) -> str:
        """Id of the webhook. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_webhook_with_secret_id(self._handle))

    @property
    def url(self) -> str:
        """Where deliveries are posted to; https and an address that the public can reach. URI, RFC
        3986, 9…2048 characters.
        """
        return _read.text(lib.libapi_webhook_with_secret_url(self._handle))

    @property
    def types(self) -> List[str]:
        """What is delivered. 1…10 entries, each event.created | event.updated | event.deleted | rsvp.*
        | calendar.* | acl.* | reminder.due | invitation.request | invitation.cancel |
        invitation.reply.
        """
        return _read.texts(lib.libapi_webhook_with_secret_type_count, lib.libapi_webhook_with_secret_type_at, self._handle)

    @property
    def calendar_ids(self) -> List[str]:
        """Only these calendars; empty for all that the user owns or was given a role on. At most 50
        entries, each UUID text, RFC 9562 §4, 36 bytes.
        """
        return _read.texts(lib.libapi_webhook_with_secret_calendar_id_count, lib.libapi_webhook_with_secret_calendar_id_at, self._handle)

    @property
    def description(self) -> Optional[str]:
        """What the webhook is for. At most 255 characters."""
        return _read.text(lib.libapi_webhook_with_secret_description(self._handle))

    @property
    def enabled(self) -> bool:
        """Whether changes are delivered."""
        return bool(lib.libapi_webhook_with_secret_enabled(self._handle))

    @property
    def disabled_reason(self) -> Optional[enums.WebhookWithSecretDisabledReason]:
        """Why the service switched it off; failing after three days without success."""
        return _read.constant(enums.WebhookWithSecretDisabledReason, lib.libapi_webhook_with_secret_disabled_reason(self._handle), lib.libapi_webhook_with_secret_disabled_reason_text(self._handle))

    @property
    def disabled_reason_text(self) -> Optional[str]:
        """The text of `disabled_reason` as the server sent it."""
        return _read.text(lib.libapi_webhook_with_secret_disabled_reason_text(self._handle))

    @property
    def old_secret_until(self) -> Optional[datetime]:
        """Until when deliveries are also signed with the secret before; null without one. RFC 3339
        §5.6 with an offset, whole seconds.
        """
        return _read.time(lib.libapi_webhook_with_secret_old_secret_until(self._handle))

    @property
    def old_secret_until_text(self) -> Optional[str]:
        """`old_secret_until` as the server sent it."""
        return _read.text(lib.libapi_webhook_with_secret_old_secret_until(self._handle))

    @property
    def old_secret_until_ms(self) -> Optional[int]:
        """`old_secret_until` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_webhook_with_secret_old_secret_until_ms(self._handle))

    @property
    def ping(self) -> Optional[Ping]:
        """How the first delivery went; null while it is not known."""
        return Ping._borrowed(lib.libapi_webhook_with_secret_ping(self._handle))

    @property
    def created_at(self) -> datetime:
        """When the webhook was created. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_webhook_with_secret_created_at(self._handle))

    @property
    def created_at_text(self) -> str:
        """`created_at` as the server sent it."""
        return _read.text(lib.libapi_webhook_with_secret_created_at(self._handle))

    @property
    def created_at_ms(self) -> Optional[int]:
        """`created_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_webhook_with_secret_created_at_ms(self._handle))

    @property
    def updated_at(self) -> datetime:
        """When the webhook was last changed. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_webhook_with_secret_updated_at(self._handle))

    @property
    def updated_at_text(self) -> str:
        """`updated_at` as the server sent it."""
        return _read.text(lib.libapi_webhook_with_secret_updated_at(self._handle))

    @property
    def updated_at_ms(self) -> Optional[int]:
        """`updated_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_webhook_with_secret_updated_at_ms(self._handle))

    @property
    def secret(self) -> Optional[str]:
        """What deliveries are signed with; shown only here."""
        return _read.text(lib.libapi_webhook_with_secret_secret(self._handle))


class Webhook(Record):
    """A URL to which changes are delivered."""

    _out = "libapi_webhook **"
    _ref = lib.libapi_webhook_ref
    _unref = lib.libapi_webhook_unref
    _to_json = lib.libapi_webhook_to_json

    @property
    def id(self) -> str:
        """Id of the webhook. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_webhook_id(self._handle))

    @property
    def url(self) -> str:
        """Where deliveries are posted to; https and an address that the public can reach. URI, RFC
        3986, 9…2048 characters.
        """
        return _read.text(lib.libapi_webhook_url(self._handle))

    @property
    def types(self) -> List[str]:
        """What is delivered. 1…10 entries, each event.created | event.updated | event.deleted | rsvp.*
        | calendar.* | acl.* | reminder.due | invitation.request | invitation.cancel |
        invitation.reply.
        """
        return _read.texts(lib.libapi_webhook_type_count, lib.libapi_webhook_type_at, self._handle)

    @property
    def calendar_ids(self) -> List[str]:
        """Only these calendars; empty for all that the user owns or was given a role on. At most 50
        entries, each UUID text, RFC 9562 §4, 36 bytes.
        """
        return _read.texts(lib.libapi_webhook_calendar_id_count, lib.libapi_webhook_calendar_id_at, self._handle)

    @property
    def description(self) -> Optional[str]:
        """What the webhook is for. At most 255 characters."""
        return _read.text(lib.libapi_webhook_description(self._handle))

    @property
    def enabled(self) -> bool:
        """Whether changes are delivered."""
        return bool(lib.libapi_webhook_enabled(self._handle))

    @property
    def disabled_reason(self) -> Optional[enums.WebhookDisabledReason]:
        """Why the service switched it off; failing after three days without success."""
        return _read.constant(enums.WebhookDisabledReason, lib.libapi_webhook_disabled_reason(self._handle), lib.libapi_webhook_disabled_reason_text(self._handle))

    @property
    def disabled_reason_text(self) -> Optional[str]:
        """The text of `disabled_reason` as the server sent it."""
        return _read.text(lib.libapi_webhook_disabled_reason_text(self._handle))

    @property
    def old_secret_until(self) -> Optional[datetime]:
        """Until when deliveries are also signed with the secret before; null without one. RFC 3339
        §5.6 with an offset, whole seconds.
        """
        return _read.time(lib.libapi_webhook_old_secret_until(self._handle))

    @property
    def old_secret_until_text(self) -> Optional[str]:
        """`old_secret_until` as the server sent it."""
        return _read.text(lib.libapi_webhook_old_secret_until(self._handle))

    @property
    def old_secret_until_ms(self) -> Optional[int]:
        """`old_secret_until` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_webhook_old_secret_until_ms(self._handle))

    @property
    def ping(self) -> Optional[Ping]:
        """How the first delivery went; null while it is not known."""
        return Ping._borrowed(lib.libapi_webhook_ping(self._handle))

    @property
    def created_at(self) -> datetime:
        """When the webhook was created. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_webhook_created_at(self._handle))

    @property
    def created_at_text(self) -> str:
        """`created_at` as the server sent it."""
        return _read.text(lib.libapi_webhook_created_at(self._handle))

    @property
    def created_at_ms(self) -> Optional[int]:
        """`created_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_webhook_created_at_ms(self._handle))

    @property
    def updated_at(self) -> datetime:
        """When the webhook was last changed. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_webhook_updated_at(self._handle))

    @property
    def updated_at_text(self) -> str:
        """`updated_at` as the server sent it."""
        return _read.text(lib.libapi_webhook_updated_at(self._handle))

    @property
    def updated_at_ms(self) -> Optional[int]:
        """`updated_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_webhook_updated_at_ms(self._handle))


class WebhookPage(Record):
    """One page of webhooks."""

    _out = "libapi_webhook_page **"
    _ref = lib.libapi_webhook_page_ref
    _unref = lib.libapi_webhook_page_unref
    _to_json = lib.libapi_webhook_page_to_json

    @property
    def items(self) -> List[Webhook]:
        """The items of this page."""
        return _read.records(Webhook, lib.libapi_webhook_page_count, lib.libapi_webhook_page_at, self._handle)

    @property
    def next_cursor(self) -> Optional[str]:
        """Where the next page starts; null on the last."""
        return _read.text(lib.libapi_webhook_page_next_cursor(self._handle))

    def __iter__(self) -> Iterator[Webhook]:
        return iter(self.items)


class Delivery(Record):
    """A message to a webhook."""

    _out = "libapi_delivery **"
    _ref = lib.libapi_delivery_ref
    _unref = lib.libapi_delivery_unref
    _to_json = lib.libapi_delivery_to_json

    @property
    def id(self) -> str:
        """Id of the message; the same in every attempt. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_delivery_id(self._handle))

    @property
    def type(self) -> str:
        """The type of the message."""
        return _read.text(lib.libapi_delivery_type(self._handle))

    @property
    def calendar_id(self) -> Optional[str]:
        """Id of the calendar. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_delivery_calendar_id(self._handle))

    @property
    def object_id(self) -> Optional[str]:
        """Id of what changed."""
        return _read.text(lib.libapi_delivery_object_id(self._handle))

    @property
    def version(self) -> Optional[int]:
        """Version of what changed."""
        return lib.libapi_delivery_version(self._handle) if lib.libapi_delivery_has_version(self._handle) else None

    @property
    def status(self) -> enums.DeliveryStatus:
        """How it stands."""
        return _read.constant(enums.DeliveryStatus, lib.libapi_delivery_status(self._handle), lib.libapi_delivery_status_text(self._handle))

    @property
    def status_text(self) -> Optional[str]:
        """The text of `status` as the server sent it."""
        return _read.text(lib.libapi_delivery_status_text(self._handle))

    @property
    def attempts(self) -> int:
        """How often it was sent."""
        return lib.libapi_delivery_attempts(self._handle)

    @property
    def status_code(self) -> Optional[int]:
        """The HTTP status of the last answer."""
        return lib.libapi_delivery_status_code(self._handle) if lib.libapi_delivery_has_status_code(self._handle) else None

    @property
    def latency_ms(self) -> Optional[int]:
        """Milliseconds that the last attempt took."""
        return lib.libapi_delivery_latency_ms(self._handle) if lib.libapi_delivery_has_latency_ms(self._handle) else None

    @property
    def error(self) -> Optional[str]:
        """Why the last attempt failed."""
        return _read.text(lib.libapi_delivery_error(self._handle))

    @property
    def occurred_at(self) -> datetime:
        """When it happened. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_delivery_occurred_at(self._handle))

    @property
    def occurred_at_text(self) -> str:
        """`occurred_at` as the server sent it."""
        return _read.text(lib.libapi_delivery_occurred_at(self._handle))

    @property
    def occurred_at_ms(self) -> Optional[int]:
        """`occurred_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_delivery_occurred_at_ms(self._handle))

    @property
    def last_attempt_at(self) -> Optional[datetime]:
        """When it was last sent. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_delivery_last_attempt_at(self._handle))

    @property
    def last_attempt_at_text(self) -> Optional[str]:
        """`last_attempt_at` as the server sent it."""
        return _read.text(lib.libapi_delivery_last_attempt_at(self._handle))

    @property
    def last_attempt_at_ms(self) -> Optional[int]:
        """`last_attempt_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_delivery_last_attempt_at_ms(self._handle))

    @property
    def next_attempt_at(self) -> Optional[datetime]:
        """When it is sent again; null if never. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_delivery_next_attempt_at(self._handle))

    @property
    def next_attempt_at_text(self) -> Optional[str]:
        """`next_attempt_at` as the server sent it."""
        return _read.text(lib.libapi_delivery_next_attempt_at(self._handle))

    @property
    def next_attempt_at_ms(self) -> Optional[int]:
        """`next_attempt_at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an
        offset.
        """
        return _read.milliseconds(lib.libapi_delivery_next_attempt_at_ms(self._handle))


class DeliveryPage(Record):
    """One page of deliveries."""

    _out = "libapi_delivery_page **"
    _ref = lib.libapi_delivery_page_ref
    _unref = lib.libapi_delivery_page_unref
    _to_json = lib.libapi_delivery_page_to_json

    @property
    def items(self) -> List[Delivery]:
        """The items of this page."""
        return _read.records(Delivery, lib.libapi_delivery_page_count, lib.libapi_delivery_page_at, self._handle)

    @property
    def next_cursor(self) -> Optional[str]:
        """Where the next page starts; null on the last."""
        return _read.text(lib.libapi_delivery_page_next_cursor(self._handle))

    def __iter__(self) -> Iterator[Delivery]:
        return iter(self.items)


class AuditEntry(Record):
    """One change of one thing."""

    _out = "libapi_audit_entry **"
    _ref = lib.libapi_audit_entry_ref
    _unref = lib.libapi_audit_entry_unref
    _to_json = lib.libapi_audit_entry_to_json

    @property
    def at(self) -> datetime:
        """When it happened. RFC 3339 §5.6 with an offset, whole seconds."""
        return _read.time(lib.libapi_audit_entry_at(self._handle))

    @property
    def at_text(self) -> str:
        """`at` as the server sent it."""
        return _read.text(lib.libapi_audit_entry_at(self._handle))

    @property
    def at_ms(self) -> Optional[int]:
        """`at` in milliseconds since 1970-01-01T00:00:00Z; None for wall time without an offset."""
        return _read.milliseconds(lib.libapi_audit_entry_at_ms(self._handle))

    @property
    def actor(self) -> Optional[str]:
        """Id of the user who did it. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_audit_entry_actor(self._handle))

    @property
    def key_id(self) -> Optional[str]:
        """Id of the API key that was used. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_audit_entry_key_id(self._handle))

    @property
    def action(self) -> str:
        """The operation by its operationId."""
        return _read.text(lib.libapi_audit_entry_action(self._handle))

    @property
    def resource(self) -> str:
        """The thing by kind and id."""
        return _read.text(lib.libapi_audit_entry_resource(self._handle))

    @property
    def calendar_id(self) -> Optional[str]:
        """The calendar that it belongs to. UUID text, RFC 9562 §4, 36 bytes."""
        return _read.text(lib.libapi_audit_entry_calendar_id(self._handle))

    @property
    def after(self) -> Any:
        """The thing as it became."""
        return _read.json_text(lib.libapi_audit_entry_after(self._handle))

    @property
    def request_id(self) -> Optional[str]:
        """X-Request-Id of the request."""
        return _read.text(lib.libapi_audit_entry_request_id(self._handle))


class AuditEntryPage(Record):
    """One page of changes."""

    _out = "libapi_audit_entry_page **"
    _ref = lib.libapi_audit_entry_page_ref
    _unref = lib.libapi_audit_entry_page_unref
    _to_json = lib.libapi_audit_entry_page_to_json

    @property
    def items(self) -> List[AuditEntry]:
        """The items of this page."""
        return _read.records(AuditEntry, lib.libapi_audit_entry_page_count, lib.libapi_audit_entry_page_at, self._handle)

    @property
    def next_cursor(self) -> Optional[str]:
        """Where the next page starts; null on the last."""
        return _read.text(lib.libapi_audit_entry_page_next_cursor(self._handle))

    def __iter__(self) -> Iterator[AuditEntry]:
        return iter(self.items)
