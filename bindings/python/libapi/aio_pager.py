"""Lists walked in asyncio."""
from __future__ import annotations

from typing import Any, AsyncIterator, Dict, Generic, List, Optional, Tuple, TypeVar

from ._core import given
from ._operation import Operation
from .options import CallOptions

T = TypeVar("T")


class AsyncPager(Generic[T], AsyncIterator[T]):
    """An asynchronous iterator over all entries of a list. After an exception the same page is tried again."""

    def __init__(self, client: Any, operation: Operation, path: Tuple[Any, ...], query: Dict[str, Any],
                 options: Optional[CallOptions]):
        self._client, self._operation = client, operation
        self._path, self._query, self._options = path, dict(query), options
        self._page: List[T] = []
        self._at_end = False

    def __aiter__(self) -> AsyncPager[T]:
        return self

    async def __anext__(self) -> T:
        while not self._page:
            if self._at_end:
                raise StopAsyncIteration
            await self._fetch()
        return self._page.pop(0)

    async def _fetch(self) -> None:
        page = await self._client._perform(
            self._operation, given(self._operation, self._path, self._query, {}, None, self._options))
        self._page = page.items
        self._at_end = page.next_cursor is None
        self._query["cursor"] = page.next_cursor
