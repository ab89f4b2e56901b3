"""Settings of a single call."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping, Optional, Union

from ._build import encode
from ._lib import ffi, lib
from .errors import failure_of, invalid


@dataclass(frozen=True)
class CallOptions:
    """What one call does differently. None: as the client does.

    timeout seconds for the whole call, retries included; if_match an ETag, or a version as its number (Stale unless the
    thing still has it); if_none_match an ETag (NotModified while it is current); idempotency_key joins a repetition to
    its first attempt; headers are sent beside the library's own.
    """

    timeout: Optional[float] = None
    max_attempts: Optional[int] = None
    idempotency_key: Optional[str] = None
    if_match: Union[str, int, None] = None
    if_none_match: Optional[str] = None
    request_id: Optional[str] = None
    traceparent: Optional[str] = None
    headers: Optional[Mapping[str, str]] = None


def milliseconds(seconds: float) -> int:
    return round(seconds * 1000)


def set_number(setter: Any, handle: Any, value: int, name: str) -> None:
    try:
        code = setter(handle, value)
    except OverflowError:
        code = 102
    refuse(code, name, value)


def set_text(setter: Any, handle: Any, value: str, name: str) -> None:
    refuse(setter(handle, encode(value, name)), name, value)


def refuse(code: int, name: str, value: Any) -> None:
    if code != 0:
        raise invalid(name, f"{value!r} is refused") if code == 102 else failure_of(code)


_TEXTS = ("idempotency_key", "if_none_match", "request_id", "traceparent")


def handle_of(options: Optional[CallOptions]) -> Any:
    """A libapi_call_options, or NULL."""
    if options is None:
        return ffi.NULL
    slot = ffi.new("libapi_call_options **")
    refuse(lib.libapi_call_options_new(slot), "options", options)
    handle = ffi.gc(slot[0], lib.libapi_call_options_free)
    if options.timeout is not None:
        set_number(lib.libapi_call_options_set_timeout_ms, handle, milliseconds(options.timeout), "timeout")
    if options.max_attempts is not None:
        set_number(lib.libapi_call_options_set_max_attempts, handle, options.max_attempts, "max_attempts")
    for name in _TEXTS:
        value = getattr(options, name)
        if value is not None:
            set_text(getattr(lib, f"libapi_call_options_set_{name}"), handle, value, name)
    if isinstance(options.if_match, int):
        set_number(lib.libapi_call_options_set_if_match_version, handle, options.if_match, "if_match")
    elif options.if_match is not None:
        set_text(lib.libapi_call_options_set_if_match, handle, options.if_match, "if_match")
    for name, value in (options.headers or {}).items():
        refuse(lib.libapi_call_options_add_header(handle, encode(name, "headers"), encode(value, name)), name, value)
    return handle
