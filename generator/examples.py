"""Every example and every default must be what its schema says: a reader copies them before reading the rest.

A small check of values by Field, independent of the C engine; the same words for what is wrong."""

import datetime
import re

from source import Refused

PATTERNS = {
    "uuid": r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
    "user_ref": r"me|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
    "instant": r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.0+)?([Zz]|[+-]\d\d:\d\d)",
    "event_time": r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.0+)?([Zz]|[+-]\d\d:\d\d)?",
    "date": r"\d{4}-\d\d-\d\d",
    "clock": r"([01]\d|2[0-3]):[0-5]\d",
    "zone": r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*",
    "email": r"[^\s@]+@[^\s@]+",
    "uri": r"[A-Za-z][A-Za-z0-9+.-]*:\S+",
    "color": r"#[0-9a-fA-F]{6}",
    "username": r"[a-z0-9._-]+",
    "slot": r"\d{8}(T\d{6})?",
    "printable": r"[!-~]([ -~]*[!-~])?",
    "words": r"[a-z_]+(,[a-z_]+)*",
}
TYPES = {
    "text": str,
    "int": int,
    "bool": bool,
    "record": dict,
    "list": list,
    "map": dict,
    "json": object,
}


def check_all(contract):
    for operation in contract.operations + contract.probes:
        check = Check(contract.path, operation.id)
        if operation.body:
            mode = "patch" if operation.body_mode == "patch" else "draft"
            check.members(operation.body.fields, operation.body_example, operation.line, mode)
        for status, example in operation.answer_examples.items():
            schema = operation.page or operation.answer
            if schema:
                check.members(schema.fields, example, operation.line, "answer")
        for member in operation.path_fields + operation.query_fields:
            if member.example is None:
                raise Refused(
                    contract.path,
                    member.line,
                    f"{operation.id}: parameter {member.name} has no example",
                )
            check.value(member, member.example, member.raw.at("example"), "answer")
            check.default(member)
    for schema in contract.schemas.values():
        for member in schema.fields:
            Check(contract.path, schema.name).default(member)


class Check:
    def __init__(self, path, place):
        self.path, self.place = path, place

    def refuse(self, line, name, reason):
        raise Refused(self.path, line, f"{self.place}: {name} {reason}")

    def default(self, member):
        if member.default is None:
            return
        value = (
            {"true": True, "false": False}.get(member.default)
            if member.type == "bool"
            else member.default
        )
        if member.type == "int" and re.fullmatch(r"-?\d+", member.default):
            value = int(member.default)
        self.value(member, value, member.line, "answer")

    def members(self, fields, example, line, mode):
        if not isinstance(example, dict):
            self.refuse(line, "the example", "is no object")
        known = {each.name: each for each in fields}
        line = example.line or line
        for name, value in example.items():
            if name not in known:
                self.refuse(example.at(name), f"the example's {name}", "is no member")
            if mode != "answer" and known[name].read_only:
                self.refuse(example.at(name), f"the example's {name}", "is read-only")
            self.value(known[name], value, example.at(name), mode)
        for member in fields:
            if member.required and member.name not in example and mode != "patch":
                self.refuse(line, f"the example's {member.name}", "is missing")

    def value(self, member, value, line, mode):
        name = f"the example's {member.name or 'entry'}"
        if value is None:
            if not member.nullable:
                self.refuse(line, name, "is null")
            return
        wrong_bool = isinstance(value, bool) and member.type not in ("bool", "json")
        if wrong_bool or not isinstance(value, TYPES[member.type]):
            self.refuse(line, name, f"is no {member.type}: {value!r}")
        reason = getattr(self, "_" + member.type)(member, value, line, mode)
        if reason:
            self.refuse(line, name, f"{reason}: {value!r}")

    def _text(self, member, value, line, mode):
        if member.names and value not in member.names:
            return "is none of " + ", ".join(member.names)
        if member.format in PATTERNS and not re.fullmatch(PATTERNS[member.format], value):
            return f"has not the form {member.format}"
        if member.format in ("instant", "event_time", "date") and not _is_date(value):
            return "is no day of the calendar"
        return _outside(len(value), member, "characters")

    def _int(self, member, value, line, mode):
        return _outside(value, member, "")

    def _bool(self, member, value, line, mode):
        return None

    def _json(self, member, value, line, mode):
        return None

    def _record(self, member, value, line, mode):
        self.members(member.schema.fields, value, line, mode)

    def _list(self, member, value, line, mode):
        mode = "draft" if mode == "patch" else mode  # RFC 7396: a list is replaced whole
        for index, entry in enumerate(value):
            self.value(member.item, entry, value.at(index), mode)
        return _outside(len(value), member, "entries")

    def _map(self, member, value, line, mode):
        for key, entry in value.items():
            if not isinstance(key, str) or member.key_max and len(key) > member.key_max:
                return f"has the key {key!r}"
            if entry is not None or mode != "patch":
                self.value(member.item, entry, value.at(key), mode)
        return _outside(len(value), member, "entries")


def _outside(count, member, unit):
    if count < member.min or member.max and count > member.max:
        return f"is not within {member.min} and {member.max} {unit}".rstrip()
    return None


def _is_date(value):
    try:
        return bool(datetime.date.fromisoformat(value[:10]))
    except ValueError:
        return False
