"""libapi: a calendar service, from Python.

    with libapi.Client() as client:
        event = client.events.create(calendar_id, title="Standup", start_time=start, end_time=end)

Client blocks and is shared by threads; AsyncClient is for asyncio. What goes wrong is a libapi.Error.
"""
from . import drafts, records
from ._core import Response
from ._lib import ffi as _c_types
from ._lib import lib as _c
from ._operation import UNSET
from .aio import AsyncClient
from .call import AsyncCall, Call
from .client import Client
from .codes import *  # noqa: F403
from .enums import *  # noqa: F403
from .errors import Error, FieldError, LocalError, ServerError, TransportError, WireError
from .options import CallOptions
from .sync import Change, ChangeKind, Sync

__version__: str = _c_types.string(_c.libapi_version()).decode()

__all__ = [name for name in dir() if not name.startswith("_")]
