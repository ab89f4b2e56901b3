"""From what getters give to Python's values; texts are copied at once."""
from __future__ import annotations

import json
from typing import Any, Dict, List

from ._lib import ffi
from .errors import text_of
from .times import parse_date, parse_time

_NO_TIME = -(2 ** 63)


def text(pointer: Any) -> Any:
    return text_of(pointer)


def time(pointer: Any) -> Any:
    value = text(pointer)
    return None if value is None else parse_time(value)


def day(pointer: Any) -> Any:
    value = text(pointer)
    return None if value is None else parse_date(value)


def milliseconds(value: int) -> Any:
    return None if value == _NO_TIME else value


def constant(kind: Any, number: int, raw: Any) -> Any:
    if raw == ffi.NULL:
        return None
    return list(kind)[number]


def json_text(pointer: Any) -> Any:
    value = text(pointer)
    return None if value is None else json.loads(value)


def records(kind: Any, count: Any, at: Any, handle: Any) -> List[Any]:
    return [kind._borrowed(at(handle, index)) for index in range(count(handle))]


def texts(count: Any, at: Any, handle: Any) -> List[str]:
    return [text(at(handle, index)) or "" for index in range(count(handle))]


def mapping(count: Any, key_at: Any, value_at: Any, handle: Any) -> Dict[str, str]:
    return {text(key_at(handle, index)) or "": text(value_at(handle, index)) or "" for index in range(count(handle))}
