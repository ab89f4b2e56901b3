"""Enumerated members. UNKNOWN is a value newer than this library; NAME_text tells it.

Written by generator/binding_python.py from openapi/calendar.yaml; change those and generate again.
"""
from __future__ import annotations

from enum import Enum as _Enum


class CalendarMyRole(str, _Enum):
    """The caller's role on the calendar."""

    UNKNOWN = ""
    FREEBUSY = "freebusy"
    READER = "reader"
    EDITOR = "editor"
    OWNER = "owner"


class CalendarListRoleMin(str, _Enum):
    """Only calendars on which the caller has at least this role."""

    UNKNOWN = ""
    FREEBUSY = "freebusy"
    READER = "reader"
    EDITOR = "editor"
    OWNER = "owner"


class CalendarImportMode(str, _Enum):
    """What becomes of an event that is there already, by its UID."""

    UNKNOWN = ""
    UPSERT = "upsert"
    SKIP = "skip"
    REPLACE = "replace"


class CreatedFeedDetail(str, _Enum):
    """What is shown: everything but private events, or only when the calendar is busy."""

    UNKNOWN = ""
    FULL = "full"
    BUSY = "busy"


class FeedDetail(str, _Enum):
    """What is shown: everything but private events, or only when the calendar is busy."""

    UNKNOWN = ""
    FULL = "full"
    BUSY = "busy"


class AclRuleRole(str, _Enum):
    """What the user may do."""

    UNKNOWN = ""
    FREEBUSY = "freebusy"
    READER = "reader"
    EDITOR = "editor"
    OWNER = "owner"


class LaterAnswerPartstat(str, _Enum):
    """What the attendee answered."""

    UNKNOWN = ""
    NEEDS_ACTION = "needs_action"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"


class AttendeeRole(str, _Enum):
    """How much the attendee matters."""

    UNKNOWN = ""
    REQUIRED = "required"
    OPTIONAL = "optional"
    CHAIR = "chair"


class AttendeePartstat(str, _Enum):
    """What the attendee answered."""

    UNKNOWN = ""
    NEEDS_ACTION = "needs_action"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"


class ReminderMethod(str, _Enum):
    """By whom; the server calls a webhook and a client displays."""

    UNKNOWN = ""
    WEBHOOK = "webhook"
    DISPLAY = "display"


class EventStatus(str, _Enum):
    """Whether it will happen."""

    UNKNOWN = ""
    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


class EventVisibility(str, _Enum):
    """Who sees what it is about; readers see private events masked."""

    UNKNOWN = ""
    DEFAULT = "default"
    PUBLIC = "public"
    PRIVATE = "private"


class EventTransparency(str, _Enum):
    """Whether it makes its people busy."""

    UNKNOWN = ""
    OPAQUE = "opaque"
    TRANSPARENT = "transparent"


class EventListExpand(str, _Enum):
    """Whether a recurring event stands once or once per occurrence."""

    UNKNOWN = ""
    NONE = "none"
    OCCURRENCES = "occurrences"


class InvitationDraftRole(str, _Enum):
    """How much the attendee matters."""

    UNKNOWN = ""
    REQUIRED = "required"
    OPTIONAL = "optional"
    CHAIR = "chair"


class RsvpDraftPartstat(str, _Enum):
    """The answer."""

    UNKNOWN = ""
    NEEDS_ACTION = "needs_action"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"


class BusyTimeStatus(str, _Enum):
    """How sure it is."""

    UNKNOWN = ""
    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"


class SubjectBusyError(str, _Enum):
    """Why there is no answer; what the caller may not know of is not_found."""

    UNKNOWN = ""
    NOT_FOUND = "not_found"


class FoundTimesEmptyReason(str, _Enum):
    """Why there are no slots; null where there are."""

    UNKNOWN = ""
    NONE_FREE = "none_free"
    OUTSIDE_HOURS = "outside_hours"
    WINDOW_TOO_SHORT = "window_too_short"


class BatchRequestMethod(str, _Enum):
    """Its method."""

    UNKNOWN = ""
    GET = "GET"
    POST = "POST"
    PUT = "PUT"
    PATCH = "PATCH"
    DELETE = "DELETE"


class WebhookWithSecretDisabledReason(str, _Enum):
    """Why the service switched it off; failing after three days without success."""

    UNKNOWN = ""
    FAILING = "failing"


class WebhookDisabledReason(str, _Enum):
    """Why the service switched it off; failing after three days without success."""

    UNKNOWN = ""
    FAILING = "failing"


class DeliveryStatus(str, _Enum):
    """How it stands."""

    UNKNOWN = ""
    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"
