"""What goes wrong, as exceptions: a base, a class a family, and in codes.py a class a code.

    Error
    ├── LocalError       nothing was sent: Invalid, Insecure, Forked, Config, …
    ├── TransportError   the outcome is unknown: Timeout, Lost, Cancelled, …
    ├── WireError        an answer that is not of this API: Malformed, AnswerTooLarge
    └── ServerError      the server's verdict: NotFound, Conflict, Stale, RateLimited, …
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, Optional, Tuple

from ._lib import ffi, lib

if TYPE_CHECKING:
    from .codes import Code


class FieldError(NamedTuple):
    """One invalid field."""

    pointer: Optional[str]  # RFC 6901
    code: Optional[str]
    message: Optional[str]


class Error(Exception):
    """A call failed. str() is the whole failure in words; the attributes are its parts, None where unknown."""

    code: Code
    category: str = "local"  # local, transport, wire, server
    status: int = 0  # HTTP; 0: no answer
    operation: Optional[str] = None
    problem: Optional[str] = None  # the server's own code: "uid_exists"
    type: Optional[str] = None
    title: Optional[str] = None
    detail: Optional[str] = None
    request_id: Optional[str] = None
    etag: Optional[str] = None  # the current one, after Stale
    retry_after: Optional[float] = None  # seconds
    is_retryable: bool = False
    curl_code: int = 0
    body: Optional[bytes] = None  # of the answer, as it came
    fields: Tuple[FieldError, ...] = ()


class LocalError(Error):
    """Nothing was sent."""


class TransportError(Error):
    """The outcome is unknown; safe to repeat with the same idempotency key."""


class WireError(Error):
    """An answer came that is not of this API."""


class ServerError(Error):
    """The server's verdict."""


_TEXTS = ("operation", "problem", "type", "title", "detail", "request_id", "etag")
_CATEGORIES = ("unknown", "local", "transport", "wire", "server")


def text_of(pointer: Any) -> Optional[str]:
    return None if pointer == ffi.NULL else ffi.string(pointer).decode("utf-8", "replace")


def _fields(handle: Any) -> Tuple[FieldError, ...]:
    readers = (lib.libapi_error_field_pointer, lib.libapi_error_field_code, lib.libapi_error_field_message)
    return tuple(FieldError(*(text_of(read(handle, index)) for read in readers))
                 for index in range(lib.libapi_error_field_count(handle)))


def _read(failure: Error, handle: Any) -> None:
    for name in _TEXTS:
        setattr(failure, name, text_of(getattr(lib, f"libapi_error_{name}")(handle)))
    length = ffi.new("size_t *")
    body = lib.libapi_error_raw_body(handle, length)
    wait = lib.libapi_error_retry_after_ms(handle)
    failure.category = _CATEGORIES[lib.libapi_error_category(handle)]
    failure.status = lib.libapi_error_http_status(handle)
    failure.retry_after = wait / 1000 if wait >= 0 else None
    failure.is_retryable = bool(lib.libapi_error_is_retryable(handle))
    failure.curl_code = lib.libapi_error_curl_code(handle)
    failure.body = None if body == ffi.NULL else bytes(ffi.buffer(body, length[0]))
    failure.fields = _fields(handle)


def failure_of(code: int, handle: Any = ffi.NULL, words: Optional[str] = None) -> Error:
    """The exception of a code; `handle` is a libapi_error, which stays the caller's."""
    from .codes import BY_CODE, Code

    known = handle != ffi.NULL
    name = text_of(lib.libapi_error_name(code))
    failure = BY_CODE.get(code, Error)(text_of(lib.libapi_error_text(handle)) if known else words or name)
    failure.code = Code(code) if code in BY_CODE else code  # type: ignore[assignment]
    if known:
        _read(failure, handle)
    return failure


def invalid(field: str, words: str) -> Error:
    """A value that was refused before anything was sent."""
    failure = failure_of(102, words=f"{field}: {words}")
    failure.fields = (FieldError("/" + field, "invalid", words),)
    return failure


def error_slot() -> Any:
    return ffi.new("libapi_error **")


def throw(code: int, slot: Any) -> NoReturn:
    handle = slot[0]
    try:
        raise failure_of(code, handle)
    finally:
        lib.libapi_error_free(handle)


def check(code: int, slot: Any) -> None:
    if code != 0:
        throw(code, slot)
