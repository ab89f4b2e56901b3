"""Settings of a client, and how one is made of them."""
from __future__ import annotations

from typing import Any, Callable, Dict, Optional

from ._build import encode
from ._lib import ffi, lib
from .errors import check, error_slot, failure_of, text_of
from .options import milliseconds, refuse, set_number, set_text

Log = Callable[[int, str], None]

_TEXTS = ("url", "key", "ca_file", "proxy", "user_agent")
_NUMBERS = ("max_attempts", "max_connections", "max_answer_bytes")
_SECONDS = {"timeout": "timeout_ms", "connect_timeout": "connect_timeout_ms"}
_logs: Dict[Any, Any] = {}  # the library's pointer → what keeps it alive, until the library lets go of it


@ffi.callback("libapi_log_function")  # type: ignore[untyped-decorator]
def _on_line(level: int, text: Any, user: Any) -> None:
    ffi.from_handle(user)(level, text_of(text))


@ffi.callback("libapi_release_function")  # type: ignore[untyped-decorator]
def _on_release(user: Any) -> None:
    _logs.pop(user, None)


def client_handle(profile: Optional[str], settings: Dict[str, Any]) -> Any:
    """A libapi_client. Only a client without a URL of its own is looked up, so that no key goes elsewhere."""
    slot, error = ffi.new("libapi_config **"), error_slot()
    refuse(lib.libapi_config_new(slot), "config", None)
    config = ffi.gc(slot[0], lib.libapi_config_free)
    _fill(config, {name: value for name, value in settings.items() if value is not None})
    if settings["url"] is None:
        name = ffi.NULL if profile is None else encode(profile, "profile")
        check(lib.libapi_config_load(config, name, error), error)
    made = ffi.new("libapi_client **")
    check(lib.libapi_client_new(config, made, error), error)
    return ffi.gc(made[0], lib.libapi_client_unref)


def _fill(config: Any, settings: Dict[str, Any]) -> None:
    for name in _TEXTS:
        if name in settings:
            set_text(getattr(lib, f"libapi_config_set_{name}"), config, settings[name], name)
    for name in _NUMBERS:
        if name in settings:
            set_number(getattr(lib, f"libapi_config_set_{name}"), config, settings[name], name)
    for name, end in _SECONDS.items():
        if name in settings:
            set_number(getattr(lib, f"libapi_config_set_{end}"), config, milliseconds(settings[name]), name)
    if "allow_insecure_http" in settings:
        set_number(lib.libapi_config_set_allow_insecure_http, config, settings["allow_insecure_http"], "allow_insecure_http")
    if "client_certificate" in settings:
        _set_certificate(config, settings["client_certificate"])
    if "log" in settings:
        _set_log(config, settings.get("log_level", 3), settings["log"])


def _set_certificate(config: Any, files: Any) -> None:
    certificate, key = (files, None) if isinstance(files, str) else files
    code = lib.libapi_config_set_client_certificate(
        config, encode(certificate, "client_certificate"),
        ffi.NULL if key is None else encode(key, "client_certificate"))
    refuse(code, "client_certificate", files)


def _set_log(config: Any, level: int, log: Log) -> None:
    user = ffi.new_handle(log)
    _logs[user] = (user, log)
    code = lib.libapi_config_set_log(config, level, _on_line, user, _on_release)
    if code != 0:
        raise failure_of(code, words="log: refused")
