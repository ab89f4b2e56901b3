"""Codes of failures and the exception of each.

Written by generator/binding_python.py from openapi/calendar.yaml; change those and generate again.
"""
from __future__ import annotations

from enum import IntEnum as _IntEnum

from .errors import Error, LocalError, ServerError, TransportError, WireError


class Code(_IntEnum):
    """What a call ended with, as in api/error.h."""

    OK = 0
    MEMORY = 101
    INVALID = 102
    INSECURE = 103
    FORKED = 104
    CONFIG = 105
    SYSTEM = 106
    TIMEOUT = 201
    LOST = 202
    CANCELLED = 203
    TLS = 204
    UNREACHABLE = 205
    MALFORMED = 301
    ANSWER_TOO_LARGE = 302
    SIGNATURE = 303
    NOT_MODIFIED = 304
    BAD_REQUEST = 400
    UNAUTHENTICATED = 401
    FORBIDDEN = 403
    NOT_FOUND = 404
    METHOD_NOT_ALLOWED = 405
    REQUEST_TIMEOUT = 408
    CONFLICT = 409
    GONE = 410
    STALE = 412
    PAYLOAD_TOO_LARGE = 413
    UNSUPPORTED_MEDIA_TYPE = 415
    UNPROCESSABLE = 422
    PRECONDITION_REQUIRED = 428
    RATE_LIMITED = 429
    HEADERS_TOO_LARGE = 431
    INTERNAL = 500
    BAD_GATEWAY = 502
    UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504


class NoMemory(LocalError):
    """LIBAPI_E_MEMORY"""


class Invalid(LocalError):
    """LIBAPI_E_INVALID"""


class Insecure(LocalError):
    """LIBAPI_E_INSECURE"""


class Forked(LocalError):
    """LIBAPI_E_FORKED"""


class Config(LocalError):
    """LIBAPI_E_CONFIG"""


class SystemRefused(LocalError):
    """LIBAPI_E_SYSTEM"""


class Timeout(TransportError):
    """LIBAPI_E_TIMEOUT"""


class Lost(TransportError):
    """LIBAPI_E_LOST"""


class Cancelled(TransportError):
    """LIBAPI_E_CANCELLED"""


class Tls(TransportError):
    """LIBAPI_E_TLS"""


class Unreachable(TransportError):
    """LIBAPI_E_UNREACHABLE"""


class Malformed(WireError):
    """LIBAPI_E_MALFORMED"""


class AnswerTooLarge(WireError):
    """LIBAPI_E_ANSWER_TOO_LARGE"""


class Signature(WireError):
    """LIBAPI_E_SIGNATURE"""


class NotModified(ServerError):
    """LIBAPI_E_NOT_MODIFIED"""


class BadRequest(ServerError):
    """LIBAPI_E_BAD_REQUEST"""


class Unauthenticated(ServerError):
    """LIBAPI_E_UNAUTHENTICATED"""


class Forbidden(ServerError):
    """LIBAPI_E_FORBIDDEN"""


class NotFound(ServerError):
    """LIBAPI_E_NOT_FOUND"""


class MethodNotAllowed(ServerError):
    """LIBAPI_E_METHOD_NOT_ALLOWED"""


class RequestTimeout(ServerError):
    """LIBAPI_E_REQUEST_TIMEOUT"""


class Conflict(ServerError):
    """LIBAPI_E_CONFLICT"""


class Gone(ServerError):
    """LIBAPI_E_GONE"""


class Stale(ServerError):
    """LIBAPI_E_STALE"""


class PayloadTooLarge(ServerError):
    """LIBAPI_E_PAYLOAD_TOO_LARGE"""


class UnsupportedMediaType(ServerError):
    """LIBAPI_E_UNSUPPORTED_MEDIA_TYPE"""


class Unprocessable(ServerError):
    """LIBAPI_E_UNPROCESSABLE"""


class PreconditionRequired(ServerError):
    """LIBAPI_E_PRECONDITION_REQUIRED"""


class RateLimited(ServerError):
    """LIBAPI_E_RATE_LIMITED"""


class HeadersTooLarge(ServerError):
    """LIBAPI_E_HEADERS_TOO_LARGE"""


class Internal(ServerError):
    """LIBAPI_E_INTERNAL"""


class BadGateway(ServerError):
    """LIBAPI_E_BAD_GATEWAY"""


class Unavailable(ServerError):
    """LIBAPI_E_UNAVAILABLE"""


class GatewayTimeout(ServerError):
    """LIBAPI_E_GATEWAY_TIMEOUT"""


BY_CODE: dict[int, type[Error]] = {
    101: NoMemory,
    102: Invalid,
    103: Insecure,
    104: Forked,
    105: Config,
    106: SystemRefused,
    201: Timeout,
    202: Lost,
    203: Cancelled,
    204: Tls,
    205: Unreachable,
    301: Malformed,
    302: AnswerTooLarge,
    303: Signature,
    304: NotModified,
    400: BadRequest,
    401: Unauthenticated,
    403: Forbidden,
    404: NotFound,
    405: MethodNotAllowed,
    408: RequestTimeout,
    409: Conflict,
    410: Gone,
    412: Stale,
    413: PayloadTooLarge,
    415: UnsupportedMediaType,
    422: Unprocessable,
    428: PreconditionRequired,
    429: RateLimited,
    431: HeadersTooLarge,
    500: Internal,
    502: BadGateway,
    503: Unavailable,
    504: GatewayTimeout,
}
