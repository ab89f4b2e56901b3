"""The blocking client: any number of threads may share one."""
from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterator, Optional, Tuple, Type, TypeVar, Union
from weakref import WeakValueDictionary

from ._config import Log
from ._core import Core, Given, Response
from ._lib import ffi, lib
from ._operation import Operation
from .call import Call, take, wait
from .errors import check, error_slot, failure_of
from .options import CallOptions, milliseconds
from .resources import NOUNS, Resources
from .sync import Sync

if TYPE_CHECKING:
    from typing_extensions import ParamSpec
    P = ParamSpec("P")
T = TypeVar("T")
Certificate = Union[str, Tuple[str, str]]


class Client(Resources):
    """A server, a key and a pool of connections.

    Without url: from LIBAPI_URL and LIBAPI_KEY, then from a profile of ~/.config/libapi/config (`profile`, else
    LIBAPI_PROFILE, else "default"). With url nothing is looked up. timeout and connect_timeout are seconds; log takes
    (level, line), called on the thread that makes a call. Errors: Config, Insecure, Invalid.
    """

    def __init__(self, url: Optional[str] = None, key: Optional[str] = None, *, profile: Optional[str] = None,
                 timeout: Optional[float] = None, connect_timeout: Optional[float] = None,
                 max_attempts: Optional[int] = None, max_connections: Optional[int] = None,
                 max_answer_bytes: Optional[int] = None, user_agent: Optional[str] = None,
                 ca_file: Optional[str] = None, client_certificate: Optional[Certificate] = None,
                 proxy: Optional[str] = None, allow_insecure_http: Optional[bool] = None,
                 log: Optional[Log] = None, log_level: Optional[int] = None):
        settings: Dict[str, Any] = dict(locals())
        self._core = Core(profile, settings)
        self._calls: WeakValueDictionary[int, Call[Any]] = WeakValueDictionary()
        for noun, kind in NOUNS.items():
            setattr(self, noun, kind(self, self._perform))

    def __enter__(self: C) -> C:
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], value: Optional[BaseException],
                 trace: Optional[TracebackType]) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections; what still runs ends with Cancelled. Again is legal."""
        self._core.close()

    def _perform(self, operation: Operation, values: Given) -> Any:
        handle = self._core.start(operation, values)
        try:
            wait(handle)
        except BaseException:
            lib.libapi_call_cancel(handle)
            raise
        return take(operation, handle)

    # ---- calls that run meanwhile ----------------------------------------------------------------------------

    def start(self, method: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Call[T]:
        """Start a method of this client without waiting: client.start(client.users.get, "me"). It goes on while any
        thread waits for the client: in result(), in process(), or in any other call."""
        resource = getattr(method, "__self__", None)
        if getattr(resource, "_client", None) is not self:
            raise TypeError("start() takes a method of this client, such as client.events.get")
        kind: Any = type(resource)
        function: Any = method.__func__  # type: ignore[attr-defined]
        call: Call[T] = function(kind(self, self._begin), *args, **kwargs)
        return call

    def _begin(self, operation: Operation, values: Given) -> Call[Any]:
        handle = self._core.start(operation, values)
        call: Call[Any] = Call(operation, handle)
        self._calls[int(ffi.cast("uintptr_t", handle))] = call
        return call

    def process(self, timeout: Optional[float] = None) -> None:
        """Drive the calls until one of them is done or `timeout` seconds have passed (None: no bound)."""
        error = error_slot()
        wait_ms = -1 if timeout is None else milliseconds(timeout)
        check(lib.libapi_client_process(self._core.handle(), wait_ms, error), error)

    def completed(self) -> Iterator[Call[Any]]:
        """Started calls that have ended since it was last asked, each once. Never waits."""
        slot = ffi.new("libapi_call **")
        while True:
            found = lib.libapi_client_next_done(self._core.handle(), slot)
            if found < 0:
                raise failure_of(-found)
            if found == 0:
                return
            call = self._calls.pop(int(ffi.cast("uintptr_t", slot[0])), None)
            if call is not None:
                yield call

    def fileno(self) -> int:
        """Readable when process() has something to do: for select and event loops."""
        found = lib.libapi_client_fd(self._core.handle())
        if found < 0:
            raise failure_of(-found)
        return int(found)

    # ---- beyond the operations -------------------------------------------------------------------------------

    def request(self, method: str, target: str, body: Optional[bytes] = None, *, content_type: Optional[str] = None,
                options: Optional[CallOptions] = None) -> Response:
        """Any request to the server, with the key, the retries and the deadline of every other call."""
        return self._core.request(method, target, body, content_type, options)

    def sync(self, calendar_id: str, token: Optional[str] = None, *, wait: int = 0, limit: Optional[int] = None,
             options: Optional[CallOptions] = None) -> Sync:
        """Follow the changes of a calendar; see Sync."""
        return Sync(self._core, calendar_id, token, wait, limit, options)


C = TypeVar("C", bound=Client)
