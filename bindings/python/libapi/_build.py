"""From keyword arguments to the library's builders.

Not given (UNSET) is untouched, None is null, anything else is set. A value of the wrong kind is a TypeError that names
the member; one that the library refuses is Invalid.
"""
from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Callable, Dict, List, Mapping, Optional

from ._lib import ffi
from ._operation import UNSET
from .errors import failure_of, invalid
from .times import format_time

Setter = Callable[[Any, Any, Any, str], int]  # member, handle, value, name → code


def encode(value: Any, name: str) -> bytes:
    if not isinstance(value, str):
        raise TypeError(f"{name}: expected str, not {type(value).__name__}")
    try:
        data = str.encode(value, "utf-8")
    except UnicodeEncodeError as fault:
        raise invalid(name, f"not Unicode text: {fault}") from None
    if b"\0" in data:
        raise invalid(name, "a text cannot hold U+0000")
    return data


def text(member: Member, handle: Any, value: Any, name: str) -> int:
    return member.set(handle, encode(value, name))


def time(member: Member, handle: Any, value: Any, name: str) -> int:
    return member.set(handle, encode(format_time(value) if isinstance(value, datetime) else value, name))


def zoned(member: Member, handle: Any, value: Any, name: str) -> int:
    """A wall time and its zone: set(handle, local_time, time_zone)."""
    if not isinstance(value, tuple) or len(value) != 2:
        raise TypeError(f"{name}: expected (wall time, zone), not {type(value).__name__}")
    wall, zone = value
    wall = format_time(wall) if isinstance(wall, datetime) else wall  # an offset is refused further down
    return member.set(handle, encode(wall, name), encode(zone, name))


def day(member: Member, handle: Any, value: Any, name: str) -> int:
    if isinstance(value, datetime):
        raise TypeError(f"{name}: expected date or str, not datetime")
    return member.set(handle, encode(value.isoformat() if isinstance(value, date) else value, name))


def number(member: Member, handle: Any, value: Any, name: str) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{name}: expected int, not {type(value).__name__}")
    try:
        return member.set(handle, value)
    except OverflowError as fault:
        raise invalid(name, str(fault)) from None


def flag(member: Member, handle: Any, value: Any, name: str) -> int:
    if not isinstance(value, bool):
        raise TypeError(f"{name}: expected bool, not {type(value).__name__}")
    return member.set(handle, value)


def json_value(member: Member, handle: Any, value: Any, name: str) -> int:
    return member.set(handle, encode(json.dumps(value), name))


def enum(kind: Any) -> Setter:
    known = [each.value for each in kind]

    def set_constant(member: Member, handle: Any, value: Any, name: str) -> int:
        if isinstance(value, str):
            if value not in known[1:]:
                raise invalid(name, f"{str.__str__(value)!r} is none of {', '.join(known[1:])}")
            value = known.index(value)
        return number(member, handle, value, name)
    return set_constant


def record(builder: Builder) -> Setter:
    def set_record(member: Member, handle: Any, value: Any, name: str) -> int:
        return member.set(handle, builder.fill(value, name))
    return set_record


def _entries(value: Any, name: str) -> List[Any]:
    if isinstance(value, (str, bytes, Mapping)):
        raise TypeError(f"{name}: expected a list, not {type(value).__name__}")
    return list(value)


def _list(member: Member, handle: Any, entries: List[Any], add: Callable[[Any, str], int], name: str) -> int:
    code = member.clear(handle) if not entries else 0
    for index, entry in enumerate(entries):
        code = code or add(entry, f"{name}/{index}")
    return code


def texts(member: Member, handle: Any, value: Any, name: str) -> int:
    return _list(member, handle, _entries(value, name), lambda entry, at: member.set(handle, encode(entry, at)), name)


def records(builder: Builder) -> Setter:
    def add_records(member: Member, handle: Any, value: Any, name: str) -> int:
        return _list(member, handle, _entries(value, name),
                     lambda entry, at: member.set(handle, builder.fill(entry, at)), name)
    return add_records


def mapping(member: Member, handle: Any, value: Any, name: str) -> int:
    if not isinstance(value, Mapping):
        raise TypeError(f"{name}: expected a mapping, not {type(value).__name__}")
    code = member.clear(handle) if not value and member.clear else 0
    for key, entry in value.items():
        at = f"{name}/{key}"
        if entry is None and member.entry_null is None:
            raise invalid(at, "null would remove it, and there is nothing to remove it from")
        code = code or (member.entry_null(handle, encode(key, at)) if entry is None
                        else member.set(handle, encode(key, at), encode(entry, at)))
    return code


@dataclass(frozen=True)
class Member:
    kind: Setter
    set: Callable[..., int]
    null: Any = None
    clear: Any = None
    entry_null: Any = None


@dataclass(frozen=True)
class Builder:
    """A type of the library that is filled member by member."""

    out: str
    make: Any
    free: Any
    members: Dict[str, Member] = field(repr=False)

    def new(self) -> Any:
        slot = ffi.new(self.out)
        code = self.make(slot)
        if code != 0:
            raise failure_of(code)
        return ffi.gc(slot[0], self.free)

    def fill(self, values: Any, place: str = "") -> Any:
        """A new builder with these members; a name that is none is a TypeError, as for keyword arguments."""
        if not isinstance(values, Mapping):
            raise TypeError(f"{place}: expected a mapping, not {type(values).__name__}")
        handle = self.new()
        for name, value in values.items():
            if value is not UNSET:
                self.set(handle, name, value, f"{place}/{name}" if place else name)
        return handle

    def set(self, handle: Any, name: str, value: Any, at: str) -> None:
        member = self.members.get(name)
        if member is None:
            raise TypeError(f"{at}: there is no such member; known are {', '.join(self.members)}")
        if value is None and member.null is None and member.kind is not json_value:
            raise invalid(at, "cannot be null")
        takes_null = value is None and member.null is not None
        code = member.null(handle) if takes_null else member.kind(member, handle, value, at)
        if code != 0:
            raise failure_of(code) if code != 102 else invalid(at, f"{value!r} is refused")


def optional(builder: Optional[Builder], values: Dict[str, Any], more: Optional[Mapping[str, Any]]) -> Any:
    """A builder of what was given, or NULL when nothing was."""
    given = {name: value for name, value in values.items() if value is not UNSET}
    if builder is None or not given and more is None:
        return ffi.NULL
    return builder.fill({**(more or {}), **given})
