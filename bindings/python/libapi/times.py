"""RFC 3339 text and Python's dates.

An instant, or an event time with an offset, is an aware datetime; an event time without one is wall time in the event's
zone, a naive datetime. What datetime cannot hold keeps its text: a leap second reads as the second before it.
"""
from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

_FORM = re.compile(r"(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:([Zz])|([+-])(\d\d):(\d\d))?")


def parse_time(text: str) -> datetime:
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError(f"not RFC 3339: {text!r}")
    year, month, day, hour, minute, second = (int(part) for part in found.groups()[:6])
    micro = int((found[7] or "0")[:6].ljust(6, "0"))
    return datetime(year, month, day, hour, minute, min(second, 59), micro, _zone(found))


def _zone(found: re.Match[str]) -> timezone | None:
    if found[8]:
        return timezone.utc
    if not found[9]:
        return None
    offset = timedelta(hours=int(found[10]), minutes=int(found[11]))
    return timezone(offset if found[9] == "+" else -offset)


def format_time(moment: datetime) -> str:
    text = moment.isoformat()
    return text[:-6] + "Z" if text.endswith("+00:00") else text


def parse_date(text: str) -> date:
    return date(int(text[:4]), int(text[5:7]), int(text[8:10]))
