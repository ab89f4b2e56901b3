"""The C library, loaded: `lib` has its functions, `ffi` its types.

A wheel carries libapi.so beside this file. LIBAPI_LIBRARY names another one; without either, the system's is taken.
Every call through `lib` lets other threads of Python run.
"""
from __future__ import annotations

import os
from typing import Any

from ._abi import ffi as _ffi

ffi: Any = _ffi


def _load() -> Any:
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), "libapi.so")
    wanted = os.environ.get("LIBAPI_LIBRARY") or (beside if os.path.exists(beside) else "libapi.so.1")
    try:
        return ffi.dlopen(wanted)
    except OSError as failure:
        raise ImportError(f"libapi: cannot load the C library {wanted}: {failure}") from failure


lib: Any = _load()
