"""Keep a copy of a calendar up to date."""
from __future__ import annotations

import asyncio
from enum import Enum
from typing import AsyncIterator, Iterator, NamedTuple, Optional, Union

from . import records
from ._build import encode
from ._core import Core
from ._lib import ffi, lib
from .errors import check, error_slot, text_of, throw
from .options import CallOptions, handle_of, refuse


class ChangeKind(Enum):
    RESET = 1  # the token was too old: everything follows again; drop at the end what was not seen
    CALENDAR = 2
    ACL = 3  # ask client.acl.list()
    DELETED = 4
    EVENT = 5
    TOKEN = 6  # a page is complete: keep Sync.token with it


class Change(NamedTuple):
    kind: ChangeKind
    item: Union[records.Event, records.DeletedEvent, records.Calendar, str, None]


class Sync(Iterator[Change]):
    """The changes of a calendar since `token` (None: everything there is). The iteration ends when all has been told;
    iterating again asks again, and waits `wait` seconds (0 to 30) for a change. One thread at a time."""

    def __init__(self, core: Core, calendar_id: str, token: Optional[str], wait: int, limit: Optional[int],
                 options: Optional[CallOptions]):
        out, error = ffi.new("libapi_sync **"), error_slot()
        check(lib.libapi_sync_new(core.handle(), encode(calendar_id, "calendar_id"),
                                  ffi.NULL if token is None else encode(token, "token"), handle_of(options), out, error),
              error)
        self._handle = ffi.gc(out[0], lib.libapi_sync_free)
        refuse(lib.libapi_sync_set_wait(self._handle, wait), "wait", wait)
        if limit is not None:
            refuse(lib.libapi_sync_set_limit(self._handle, limit), "limit", limit)

    @property
    def token(self) -> Optional[str]:
        """Where a later Sync goes on; keep it with what was told up to ChangeKind.TOKEN."""
        return text_of(lib.libapi_sync_token(self._handle))

    def __iter__(self) -> Sync:
        return self

    def __next__(self) -> Change:
        error = error_slot()
        found = lib.libapi_sync_next(self._handle, error)
        if found < 0:
            throw(-found, error)
        if found == 0:
            raise StopIteration
        kind = ChangeKind(lib.libapi_sync_kind(self._handle))
        return Change(kind, self._item(kind))

    def _item(self, kind: ChangeKind) -> Union[records.Event, records.DeletedEvent, records.Calendar, str, None]:
        event: records.Event = records.Event._borrowed(lib.libapi_sync_event(self._handle))
        deleted: records.DeletedEvent = records.DeletedEvent._borrowed(lib.libapi_sync_deleted(self._handle))
        calendar: records.Calendar = records.Calendar._borrowed(lib.libapi_sync_calendar(self._handle))
        return event or deleted or calendar or (self.token if kind is ChangeKind.TOKEN else None)


class AsyncSync(AsyncIterator[Change]):
    """As Sync, for `async for`. The library waits in a thread of the loop's executor: a task that is cancelled lets go
    of it, and whoever iterates next gets what it found."""

    def __init__(self, walk: Sync):
        self._walk = walk
        self._asked: Optional[asyncio.Future[Optional[Change]]] = None
        self.token = walk.token  # a copy, since the thread may be moving it

    def __aiter__(self) -> AsyncSync:
        return self

    async def __anext__(self) -> Change:
        if self._asked is None:
            self._asked = asyncio.get_running_loop().run_in_executor(None, next, self._walk, None)
        await asyncio.wait([self._asked])
        asked, self._asked = self._asked, None
        change = asked.result()
        self.token = self._walk.token
        if change is None:
            raise StopAsyncIteration
        return change
