"""The bases of the classes a noun: how their methods reach the library."""
from __future__ import annotations

from typing import Any, Dict, Mapping, Optional, Tuple

from ._core import given
from ._operation import Operation
from .options import CallOptions

Values = Dict[str, Any]


class Resource:
    """The operations on one noun. `run` waits for an answer or only starts the call."""

    def __init__(self, client: Any, run: Any):
        self._client = client
        self._runs = run

    def _run(self, operation: Operation, path: Tuple[Any, ...], query: Values, body: Values,
             more: Any, options: Optional[CallOptions]) -> Any:
        return self._runs(operation, given(operation, path, query, body, more, options))

    def _walk(self, operation: Operation, path: Tuple[Any, ...], query: Values, _body: Values, _more: None,
              options: Optional[CallOptions]) -> Any:
        from .pager import Pager
        return Pager(self._client._core, operation, given(operation, path, query, {}, None, options))


class AsyncResource:
    """As Resource; `run` gives something to await, or what is given is the call itself."""

    def __init__(self, client: Any, run: Any):
        self._client = client
        self._runs = run

    async def _run(self, operation: Operation, path: Tuple[Any, ...], query: Values, body: Values,
                   more: Any, options: Optional[CallOptions]) -> Any:
        return await self._runs(operation, given(operation, path, query, body, more, options))

    def _walk(self, operation: Operation, path: Tuple[Any, ...], query: Values, _body: Values, _more: None,
              options: Optional[CallOptions]) -> Any:
        from .aio_pager import AsyncPager
        return AsyncPager(self._client, operation, path, query, options)
