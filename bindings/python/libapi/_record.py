"""The base of answers: a counted handle of the library, let go of by whichever thread drops the last reference."""
from __future__ import annotations

import json
from typing import Any, Dict, TypeVar

from ._lib import ffi, lib
from .errors import text_of

R = TypeVar("R", bound="Record")


class Record:
    """An answer, or a part of one. Equal when it says the same."""

    __slots__ = ("_handle", "__weakref__")
    _handle: Any
    _out = ""
    _ref: Any = None
    _unref: Any = None
    _to_json: Any = None

    def __init__(self) -> None:
        raise TypeError(f"{type(self).__name__} is what a call answers with; it cannot be made")

    @classmethod
    def _owned(cls, handle: Any) -> Any:
        self = object.__new__(cls)
        self._handle = ffi.gc(handle, cls._unref)
        return self

    @classmethod
    def _borrowed(cls, handle: Any) -> Any:
        return None if handle == ffi.NULL else cls._owned(cls._ref(handle))

    def to_json(self) -> str:
        """All that is set, as JSON text."""
        owned = type(self)._to_json(self._handle)
        if owned == ffi.NULL:
            raise MemoryError
        try:
            return text_of(owned) or ""
        finally:
            lib.libapi_string_free(owned)

    def to_dict(self) -> Dict[str, Any]:
        """All that is set, as json.loads() gives it."""
        whole = json.loads(self.to_json())
        assert isinstance(whole, dict)
        return whole

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.to_json()}>"

    def __eq__(self, other: object) -> bool:
        return self is other or type(other) is type(self) and self.to_dict() == other.to_dict()  # type: ignore

    def __hash__(self) -> int:
        return hash(self.to_json())
