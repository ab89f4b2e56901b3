"""What an operation is made of, and "not given"."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional, Tuple


class _Unset:
    """Not given: the member is not sent."""

    def __repr__(self) -> str:
        return "UNSET"

    def __bool__(self) -> bool:
        return False


UNSET: Any = _Unset()


@dataclass(frozen=True)
class Operation:
    id: str
    start: Any  # lib.libapi_…_start
    take: Any  # lib.libapi_call_take_…
    answer: Any  # a Record, str, or None
    body: Any = None  # a Builder
    text_body: bool = False
    query: Any = None
    item: Any = None  # of a list: a Record
    pager: Optional[Tuple[str, Any, Any, Any]] = None  # type of the pointer, new, next, free
