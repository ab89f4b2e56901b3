"""What the blocking and the asyncio client share: the handle, starting calls, any other request."""
from __future__ import annotations

from typing import Any, Dict, Mapping, NamedTuple, Optional, Tuple, Union

from ._build import encode, optional
from ._config import client_handle
from ._lib import ffi, lib
from ._operation import Operation
from .errors import check, error_slot, failure_of, text_of
from .options import CallOptions, handle_of


class Response:
    """What request() answers with."""

    def __init__(self, handle: Any):
        self._handle = ffi.gc(handle, lib.libapi_response_free)

    @property
    def status(self) -> int:
        return int(lib.libapi_response_status(self._handle))

    @property
    def body(self) -> bytes:
        length = ffi.new("size_t *")
        return bytes(ffi.buffer(lib.libapi_response_body(self._handle, length), length[0]))

    def header(self, name: str) -> Optional[str]:
        """The first header of that name, in any case; None: there is none."""
        return text_of(lib.libapi_response_header(self._handle, name.encode("latin-1")))


class Given(NamedTuple):
    """The arguments of one call as the library takes them; they stay alive until it has started."""

    path: Tuple[Any, ...]
    query: Tuple[Any, ...]
    body: Tuple[Any, ...]
    options: Any


def given(operation: Operation, path: Tuple[Any, ...], query: Dict[str, Any], body: Dict[str, Any],
          more: Union[Mapping[str, Any], str, bytes, None], options: Optional[CallOptions]) -> Given:
    texts = tuple(ffi.NULL if each is None else encode(each, "path") for each in path)
    return Given(texts, (optional(operation.query, query, None),) if operation.query else (),
                 _body(operation, body, more), handle_of(options))


def _body(operation: Operation, members: Dict[str, Any], more: Any) -> Tuple[Any, ...]:
    if operation.text_body:
        if not isinstance(more, (str, bytes, type(None))):
            raise TypeError(f"text: expected str or bytes, not {type(more).__name__}")
        data = more.encode("utf-8") if isinstance(more, str) else more
        return (ffi.NULL if data is None else data, len(data or b""))
    return (optional(operation.body, members, more),) if operation.body else ()


class Core:
    def __init__(self, profile: Optional[str], settings: Dict[str, Any]):
        self._client: Any = client_handle(profile, settings)

    def handle(self) -> Any:
        if self._client is None:
            raise failure_of(102, words="the client is closed")
        return self._client

    def close(self) -> None:
        """The last reference cancels what runs; a thread that is just inside of the library holds one."""
        self._client = None

    def start(self, operation: Operation, values: Given) -> Any:
        out, error = ffi.new("libapi_call **"), error_slot()
        check(operation.start(self.handle(), *values.path, *values.body, *values.query, values.options, out, error), error)
        return ffi.gc(out[0], lib.libapi_call_free)

    def request(self, method: str, target: str, body: Optional[bytes], content_type: Optional[str],
                options: Optional[CallOptions]) -> Response:
        out, error = ffi.new("libapi_response **"), error_slot()
        kind = ffi.NULL if content_type is None else encode(content_type, "content_type")
        check(lib.libapi_client_request(
            self.handle(), encode(method, "method"), encode(target, "target"), kind,
            ffi.NULL if body is None else body, len(body or b""), handle_of(options), out, error), error)
        return Response(out[0])
