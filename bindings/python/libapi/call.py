"""Calls that run while the program does something else."""
from __future__ import annotations

import asyncio
import threading
import time
from typing import Any, Generator, Generic, Optional, TypeVar

from ._lib import ffi, lib
from ._operation import Operation
from .errors import check, error_slot, text_of, throw

T = TypeVar("T")
_SIGNALS_MS = 100  # how long a signal waits for Python, which sees it between two waits
_TIMEOUT = 201


def take(operation: Operation, handle: Any) -> Any:
    """The answer of a call, once; waits if it still runs."""
    error = error_slot()
    if operation.answer is None:
        return check(operation.take(handle, error), error)
    if operation.answer is str:
        text = ffi.new("char **")
        check(operation.take(handle, text, error), error)
        try:
            return text_of(text[0])
        finally:
            lib.libapi_string_free(text[0])
    out = ffi.new(operation.answer._out)
    check(operation.take(handle, out, error), error)
    return operation.answer._owned(out[0])


def _slice_ms(end: Optional[float], watches: bool) -> int:
    if end is None:
        return _SIGNALS_MS if watches else -1
    left = max(0, round((end - time.monotonic()) * 1000))
    return min(left, _SIGNALS_MS if watches else 3_600_000)


def wait(handle: Any, timeout: Optional[float] = None) -> bool:
    """Whether the call ended in time. In the main thread Ctrl-C ends the wait."""
    end = None if timeout is None else time.monotonic() + timeout
    watches = threading.current_thread() is threading.main_thread()
    error = error_slot()
    while True:
        code = lib.libapi_call_wait(handle, _slice_ms(end, watches), error)
        if code == 0:
            return True
        if code != _TIMEOUT:
            throw(code, error)
        lib.libapi_error_free(error[0])
        error[0] = ffi.NULL
        if end is not None and time.monotonic() >= end:
            return False


class Call(Generic[T]):
    """A started call: `client.start(client.events.get, calendar_id, event_id)`.

    It ends once, by its answer, a failure, its deadline or cancel(). Dropping the last reference cancels it.
    """

    def __init__(self, operation: Operation, handle: Any):
        self._operation = operation
        self._handle = handle

    def result(self, timeout: Optional[float] = None) -> T:
        """Wait and give the answer, once, or raise what went wrong. TimeoutError: it still runs after `timeout`."""
        if timeout is not None and not wait(self._handle, timeout):
            raise TimeoutError(f"{self.operation} still runs")
        if timeout is None:
            wait(self._handle)
        answer: T = take(self._operation, self._handle)
        return answer

    def done(self) -> bool:
        return bool(lib.libapi_call_is_done(self._handle))

    def close(self) -> None:
        """Let go of the call; one that still runs is cancelled. It knows nothing afterwards.

        A thread that waits in result() holds the handle until it is out of there."""
        lib.libapi_call_cancel(self._handle)
        self._handle = ffi.NULL

    def cancel(self) -> None:
        """End it now with Cancelled, unless it has ended. From any thread."""
        lib.libapi_call_cancel(self._handle)

    def header(self, name: str) -> Optional[str]:
        """A header of the answer, once it is there."""
        return text_of(lib.libapi_call_header(self._handle, name.encode("latin-1")))

    @property
    def operation(self) -> str:
        return text_of(lib.libapi_call_operation(self._handle)) or ""

    @property
    def idempotency_key(self) -> Optional[str]:
        """What to repeat the call with after Timeout or Lost."""
        return text_of(lib.libapi_call_idempotency_key(self._handle))

    @property
    def status(self) -> int:
        """HTTP status of the answer; 0: none yet."""
        return int(lib.libapi_call_http_status(self._handle))

    @property
    def etag(self) -> Optional[str]:
        return text_of(lib.libapi_call_etag(self._handle))

    @property
    def request_id(self) -> Optional[str]:
        return text_of(lib.libapi_call_request_id(self._handle))

    @property
    def attempts(self) -> int:
        """How often the request was sent."""
        return int(lib.libapi_call_attempts(self._handle))

    @property
    def raw_body(self) -> Optional[bytes]:
        """The answer's body as it came."""
        length = ffi.new("size_t *")
        body = lib.libapi_call_raw_json(self._handle, length)
        return None if body == ffi.NULL else bytes(ffi.buffer(body, length[0]))


class AsyncCall(Call[T]):
    """A call that AsyncClient.start() has started: `await call` gives the answer, once."""

    def __init__(self, operation: Operation, handle: Any, future: asyncio.Future[None]):
        super().__init__(operation, handle)
        self._future = future

    async def wait(self) -> None:
        """Until it has ended, whatever its outcome."""
        await asyncio.shield(self._future)

    async def _answer(self) -> T:
        await self.wait()
        answer: T = take(self._operation, self._handle)
        return answer

    def __await__(self) -> Generator[Any, None, T]:
        return self._answer().__await__()

    def result(self, timeout: Optional[float] = None) -> T:
        """Never waits: TimeoutError while it runs. `await call` waits."""
        if not self.done():
            raise TimeoutError(f"{self.operation} still runs")
        return super().result()
