"""Dictionaries to give inside of a body: attendees=[{"email": …}].

Written by generator/binding_python.py from openapi/calendar.yaml; change those and generate again.
"""
from __future__ import annotations

from datetime import date, datetime
from typing import Any, Iterable, Mapping, Optional, TypedDict, Union

from .enums import *  # noqa: F403


class WorkingHoursDraft(TypedDict, total=False):
    # Day of the week; 1 is Monday and 7 is Sunday. 1…7.
    day: int
    # When work starts, as HH:MM. HH:MM.
    start: str
    # When work ends, as HH:MM. HH:MM.
    end: str


class RecurrenceDraft(TypedDict, total=False):
    # A rule of RFC 5545 without its name. 1…512 characters.
    rrule: Optional[str]
    # More starts; local wall times in the event's zone. At most 256 entries, each original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day.
    rdates: Iterable[str]
    # Starts that are left out; local wall times in the event's zone. At most 1024 entries, each original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day.
    exdates: Iterable[str]


class AttendeeDraft(TypedDict, total=False):
    # E-mail address of the attendee. Email address, 3…254 characters.
    email: str
    # Name for people to read. At most 128 characters.
    name: Optional[str]
    # How much the attendee matters.
    role: Union[AttendeeRole, str]
    # What the attendee answered.
    partstat: Union[AttendeePartstat, str]
    # What the attendee wrote with the answer. At most 512 characters.
    comment: Optional[str]


class ReminderDraft(TypedDict, total=False):
    # By whom; the server calls a webhook and a client displays.
    method: Union[ReminderMethod, str]
    # Minutes before the start. 0…40320.
    minutes_before: int


class EventPatch(TypedDict, total=False):
    # Id of the calendar that holds the event. UUID text, RFC 9562 §4, 36 bytes.
    calendar_id: str
    # UID of the event in iCalendar. 1…255 characters.
    uid: str
    # What happens. 1…255 characters.
    title: str
    # More about it. At most 8192 characters.
    description: Optional[str]
    # Where it happens. At most 1024 characters.
    location: Optional[str]
    # A page about the event. URI, RFC 3986, 3…2048 characters.
    url: Optional[str]
    # Whether it takes whole days; then start_date and end_date say which.
    is_all_day: bool
    # When it starts; RFC 3339 with an offset or wall time in time_zone. RFC 3339 §5.6; with an offset an instant, without one wall time in the event's zone.
    start_time: Optional[Union[datetime, str]]
    # When it ends; at least one minute and at most 366 days after the start. RFC 3339 §5.6; with an offset an instant, without one wall time in the event's zone.
    end_time: Optional[Union[datetime, str]]
    # First day of an all-day event. YYYY-MM-DD.
    start_date: Optional[Union[date, str]]
    # The day after the last day of an all-day event. YYYY-MM-DD.
    end_date: Optional[Union[date, str]]
    # Time zone of the event; an IANA name. IANA zone name.
    time_zone: Optional[str]
    # Whether the wall time holds in every zone.
    floating: bool
    # How the event repeats; null for once.
    recurrence: Optional[RecurrenceDraft]
    # Whether it will happen.
    status: Union[EventStatus, str]
    # Who sees what it is about; readers see private events masked.
    visibility: Union[EventVisibility, str]
    # Whether it makes its people busy.
    transparency: Union[EventTransparency, str]
    # When to be reminded. At most 5 entries.
    reminders: Iterable[ReminderDraft]
    # Words to sort events by. At most 20 entries, each 1…64 characters.
    categories: Iterable[str]
    # Colour, as #RRGGBB. #RRGGBB.
    color: Optional[str]
    # Texts of the client's own by name. At most 50 entries, keys at most 40 characters, values at most 500 characters.
    metadata: Mapping[str, Optional[str]]


class FreeBusySubjectDraft(TypedDict, total=False):
    # Id of the user, or `me`. UUID text, RFC 9562 §4, or "me".
    user_id: Optional[str]
    # Id of the calendar. UUID text, RFC 9562 §4, 36 bytes.
    calendar_id: Optional[str]


class FindTimesAttendeeDraft(TypedDict, total=False):
    # Id of the user, or `me`. UUID text, RFC 9562 §4, or "me".
    user_id: str
    # Whether it takes this person to meet.
    required: bool


class BatchRequestDraft(TypedDict, total=False):
    # Names the request; no two of a batch have the same. 1…64 characters.
    id: str
    # Its method.
    method: Union[BatchRequestMethod, str]
    # Its path and query, as in `/v1/calendars?limit=10`. 1…8192 characters.
    path: str
    # Of If-Match, If-None-Match, Idempotency-Key and Content-Type those that it has. At most 4 entries, keys at most 32 characters, values 1…1024 characters.
    headers: Mapping[str, Optional[str]]
    # Its body.
    body: Any
