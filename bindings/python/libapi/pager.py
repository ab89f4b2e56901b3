"""Lists, walked entry by entry."""
from __future__ import annotations

from typing import Generic, Iterator, TypeVar

from ._core import Core, Given
from ._lib import ffi
from ._operation import Operation
from .errors import check, error_slot, throw

T = TypeVar("T")


class Pager(Generic[T], Iterator[T]):
    """An iterator over all entries of a list. After an exception next() tries the same page again."""

    def __init__(self, core: Core, operation: Operation, values: Given):
        assert operation.pager is not None
        kind, new, self._next, free = operation.pager
        out, error = ffi.new(kind), error_slot()
        check(new(core.handle(), *values.path, *values.query, values.options, out, error), error)
        self._handle = ffi.gc(out[0], free)
        self._item = operation.item
        self._out = self._item._out

    def __iter__(self) -> Pager[T]:
        return self

    def __next__(self) -> T:
        out, error = ffi.new(self._out), error_slot()
        found = self._next(self._handle, out, error)
        if found < 0:
            throw(-found, error)
        if found == 0:
            raise StopIteration
        item: T = self._item._owned(out[0])
        return item
