"""The asyncio client: one descriptor watched by the loop, no thread.

A task that is cancelled cancels its call; so does asyncio.wait_for(). A client belongs to the loop that first used it;
when that one is closed, the next one takes over.
"""
from __future__ import annotations

import asyncio
from types import TracebackType
from typing import TYPE_CHECKING, Any, Callable, Coroutine, Optional, Type, TypeVar
from weakref import WeakValueDictionary

from ._core import Core, Given, Response
from ._lib import ffi, lib
from ._operation import Operation
from .aio_resources import NOUNS, Resources
from .call import AsyncCall
from .errors import check, error_slot, failure_of
from .options import CallOptions
from .sync import AsyncSync, Sync

if TYPE_CHECKING:
    from typing_extensions import ParamSpec
    P = ParamSpec("P")
T = TypeVar("T")


def settle(call: AsyncCall[Any]) -> None:
    """Wake who awaits the call, if its loop still runs."""
    if not call._future.done() and not call._future.get_loop().is_closed():
        call._future.set_result(None)


class AsyncClient(Resources):
    """As Client, with the same settings; methods are awaited and lists walked by `async for`."""

    def __init__(self, url: Optional[str] = None, key: Optional[str] = None, *, profile: Optional[str] = None,
                 **settings: Any):
        from .client import Client
        names = set(Client.__init__.__kwdefaults__ or {})
        unknown = set(settings) - names
        if unknown:
            raise TypeError(f"AsyncClient() has no setting {', '.join(sorted(unknown))}")
        self._core = Core(profile, {"url": url, "key": key, **settings})
        self._loop: Optional[asyncio.AbstractEventLoop] = None
        self._fd = -1
        self._calls: WeakValueDictionary[int, AsyncCall[Any]] = WeakValueDictionary()
        for noun, kind in NOUNS.items():
            setattr(self, noun, kind(self, self._perform))

    async def __aenter__(self: A) -> A:
        return self

    async def __aexit__(self, kind: Optional[Type[BaseException]], value: Optional[BaseException],
                        trace: Optional[TracebackType]) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections; what still runs ends with Cancelled. Again is legal."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.remove_reader(self._fd)
        self._loop = None
        self._core.close()
        for call in list(self._calls.values()):
            settle(call)

    # ---- the loop --------------------------------------------------------------------------------------------

    def _attend(self) -> asyncio.AbstractEventLoop:
        """Have the running loop watch the client."""
        loop = asyncio.get_running_loop()
        if self._loop is loop:
            return loop
        if self._loop is not None and not self._loop.is_closed():
            raise RuntimeError("this AsyncClient belongs to another event loop, which is still open")
        self._fd = lib.libapi_client_fd(self._core.handle())
        if self._fd < 0:
            raise failure_of(-self._fd)
        loop.add_reader(self._fd, self._on_readable)
        self._loop = loop
        return loop

    def _on_readable(self) -> None:
        handle, error, slot = self._core.handle(), error_slot(), ffi.new("libapi_call **")
        check(lib.libapi_client_process(handle, 0, error), error)
        while lib.libapi_client_next_done(handle, slot) == 1:
            call = self._calls.pop(int(ffi.cast("uintptr_t", slot[0])), None)
            if call is not None:
                settle(call)

    async def _begin(self, operation: Operation, values: Given) -> AsyncCall[Any]:
        handle = self._core.start(operation, values)
        call: AsyncCall[Any] = AsyncCall(operation, handle, self._attend().create_future())
        self._calls[int(ffi.cast("uintptr_t", handle))] = call
        return call

    async def _perform(self, operation: Operation, values: Given) -> Any:
        call = await self._begin(operation, values)
        try:
            return await call
        except asyncio.CancelledError:
            self._calls.pop(int(ffi.cast("uintptr_t", call._handle)), None)
            call.close()
            raise

    def start(self, method: Callable[P, Coroutine[Any, Any, T]], *args: P.args, **kwargs: P.kwargs) -> AsyncCall[T]:
        """Start a method of this client, and have its call at hand: client.start(client.users.get, "me")."""
        resource = getattr(method, "__self__", None)
        if getattr(resource, "_client", None) is not self:
            raise TypeError("start() takes a method of this client, such as client.events.get")
        kind: Any = type(resource)
        function: Any = method.__func__  # type: ignore[attr-defined]
        try:
            function(kind(self, self._begin), *args, **kwargs).send(None)
        except StopIteration as started:
            call: AsyncCall[T] = started.value
            return call
        raise RuntimeError(f"{function.__name__}() waits before it starts")

    # ---- beyond the operations -------------------------------------------------------------------------------

    async def request(self, method: str, target: str, body: Optional[bytes] = None, *,
                      content_type: Optional[str] = None, options: Optional[CallOptions] = None) -> Response:
        """Any request to the server. The library waits for it in a thread of the loop's executor, so cancelling the
        task lets go of it, but the request goes on to its end."""
        return await asyncio.get_running_loop().run_in_executor(
            None, self._core.request, method, target, body, content_type, options)

    def sync(self, calendar_id: str, token: Optional[str] = None, *, wait: int = 0, limit: Optional[int] = None,
             options: Optional[CallOptions] = None) -> AsyncSync:
        """Follow the changes of a calendar as Client.sync() does; see AsyncSync."""
        return AsyncSync(Sync(self._core, calendar_id, token, wait, limit, options))


A = TypeVar("A", bound=AsyncClient)
