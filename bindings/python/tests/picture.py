"""What the package's objects say, as JSON values: answers by their properties, failures by their attributes."""
import datetime
import enum
import inspect
import json

import libapi
from libapi import _record


class Contradiction(Exception):
    pass


def properties(kind):
    return [name for name, value in inspect.getmembers(kind, lambda each: isinstance(each, property))]


def of(value, owner=None, name=""):
    if isinstance(value, _record.Record):
        return of_record(value)
    if isinstance(value, list):
        return [of(each) for each in value]
    if isinstance(value, enum.Enum):
        return of_constant(value, getattr(owner, name + "_text"))
    if isinstance(value, datetime.date):
        return of_time(value, getattr(owner, name + "_text"), getattr(owner, name + "_ms", None))
    if isinstance(value, dict):
        for key, entry in value.items():
            get = getattr(owner, name + "_get", None)
            if get is not None and get(key) != entry:
                raise Contradiction(f"{name}: the entry {key} differs by its key")
    return value


def of_record(record):
    json.loads(record.to_json())
    return {name: of(getattr(record, name), record, name) for name in properties(type(record))}


def of_change(change, token):
    kind = change.kind.name.lower()
    if kind == "token" and change.item != token:
        raise Contradiction(f"the change has the token {change.item!r}, the walk {token!r}")
    return {kind: of(change.item), "kind": kind, "token": token}


def of_constant(value, text):
    if value.name == "UNKNOWN":
        return {"raw": text}
    if value != text:
        raise Contradiction(f"constant {value!r} and text {text!r} differ")
    return text


def of_time(value, text, ms):
    """The text that came; the value must mean the same."""
    if isinstance(value, datetime.datetime):
        known = value.tzinfo is not None and value < HORIZON
        moment = None if not known else (value - EPOCH) // datetime.timedelta(milliseconds=1)
        if moment != ms:
            raise Contradiction(f"{text} reads as {value!r}, and in milliseconds as {ms}")
    elif value.isoformat() != text:
        raise Contradiction(f"{text} reads as {value!r}")
    return text


HORIZON = datetime.datetime(2201, 1, 1, tzinfo=datetime.timezone.utc)  # of the library's milliseconds
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
TEXTS = ("problem", "status", "detail", "title", "type", "request_id", "etag", "operation", "category", "is_retryable")
FAMILIES = {"local": libapi.LocalError, "transport": libapi.TransportError, "wire": libapi.WireError,
            "server": libapi.ServerError}


def of_failure(failure):
    if not isinstance(failure, FAMILIES[failure.category]):
        raise Contradiction(f"{type(failure).__name__} is not of the family {failure.category}")
    picture = {name: getattr(failure, name) for name in TEXTS}
    picture["code"] = "LIBAPI_E_" + failure.code.name
    picture["text"] = str(failure)
    picture["body"] = None if failure.body is None else failure.body.decode("utf-8", "replace")
    picture["fields"] = [each._asdict() for each in failure.fields]
    picture["retry_after_ms"] = -1 if failure.retry_after is None else round(failure.retry_after * 1000)
    return picture


def of_call(call, headers):
    return {"status": call.status, "etag": call.etag, "request_id": call.request_id,
            "headers": {name: call.header(name) for name in headers}}


def of_response(response, headers):
    return {"status": response.status, "body": response.body.decode(),
            "headers": {name: response.header(name) for name in headers}}


def difference(where, expected, got, may_begin=False):
    """The first difference in words, or None. Members that are not named are not looked at; null is absent."""
    if isinstance(expected, dict) and isinstance(got, dict):
        pairs = [(f"{where}.{key}", value, got.get(key)) for key, value in expected.items()]
    elif isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
        pairs = [(f"{where}.{index}", *pair) for index, pair in enumerate(zip(expected, got))]
    else:
        begins = may_begin and isinstance(expected, str) and expected.endswith("…") and isinstance(got, str)
        same = got.startswith(expected[:-1]) if begins else expected == got and type(expected) is type(got)
        return None if same else f"{where} is {got!r}, expected {expected!r}"
    return next(filter(None, (difference(*pair, may_begin) for pair in pairs)), None)
