"""libapi: a calendar service, from Python.

    with libapi.Client() as client:
        event = client.events.create(calendar_id, title="Standup", start_time=start, end_time=end)

Client blocks and is shared by threads; AsyncClient is for asyncio. What goes wrong is a libapi.Error.
"""
from . import drafts as drafts, records as records
from ._core import Response as Response
from ._lib import ffi as _c_types
from ._lib import lib as _c
from ._operation import UNSET as UNSET
from .aio import AsyncClient as AsyncClient
from .call import AsyncCall as AsyncCall, Call as Call
from .client import Client as Client
from .codes import *  # noqa: F403
from .enums import *  # noqa: F403
from .errors import Error as Error
from .errors import FieldError as FieldError
from .errors import LocalError as LocalError
from .errors import ServerError as ServerError
from .errors import TransportError as TransportError
from .errors import WireError as WireError
from .options import CallOptions as CallOptions
from .sync import AsyncSync as AsyncSync, Change as Change, ChangeKind as ChangeKind, Sync as Sync

__version__: str = _c_types.string(_c.libapi_version()).decode()
