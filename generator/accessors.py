"""Which functions read and write a member: the slots of the conformance runner's tables (tests/conformance/dispatch.h)
and of `members` in libapi.json.

    member_kind(member)                TEXT ENUM JSON NUMBER FLAG RECORD TEXTS RECORDS MAP
    getter_functions(handle, member)   slot → end of the function's name
    setter_functions(handle, member)   the same for builders
    described(handle, handles)         the members of one type, for libapi.json
"""
from sdk_enums import constants
from sdk_getters import TIMES, singular
from sdk_handles import members
from sdk_times import kinds


def member_kind(member):
    if member.type == "list":
        return "RECORDS" if member.item.type == "record" else "TEXTS"
    if member.type == "text":
        return "ENUM" if member.format == "enum" else "TEXT"
    return {"json": "JSON", "int": "NUMBER", "bool": "FLAG", "record": "RECORD", "map": "MAP"}[member.type]


def getter_functions(handle, member):
    """slot → end of the function's name"""
    name, one, kind = member.name, singular(member.name), member_kind(member)
    if handle.kind == "page" and kind == "RECORDS":
        return {"count": "count", "record_at": "at"}
    slots = {"TEXT": {"text": name}, "ENUM": {"number": name, "text": f"{name}_text"}, "JSON": {"text": name},
             "NUMBER": {"number": name}, "FLAG": {"number": name}, "RECORD": {"record": name},
             "TEXTS": {"count": f"{one}_count", "text_at": f"{one}_at"},
             "RECORDS": {"count": f"{one}_count", "record_at": f"{one}_at"},
             "MAP": {"count": f"{name}_count", "key_at": f"{name}_key_at", "text_at": f"{name}_value_at",
                     "entry": f"{name}_get"}}[kind]
    if kind in ("NUMBER", "FLAG") and member.nullable:
        slots = {"has": f"has_{name}", **slots}
    return slots


def setter_functions(handle, member):
    name, one, kind = member.name, singular(member.name), member_kind(member)
    slots = {"TEXT": {"text": f"set_{name}"}, "ENUM": {"number": f"set_{name}"}, "JSON": {"text": f"set_{name}"},
             "NUMBER": {"number": f"set_{name}"}, "FLAG": {"number": f"set_{name}"},
             "RECORD": {"record": f"set_{name}"}, "TEXTS": {"text": f"add_{one}"}, "RECORDS": {"record": f"add_{one}"},
             "MAP": {"entry": f"set_{name}"}}[kind]
    if member.nullable:
        slots["null"] = f"set_{name}_null"
    if kind == "MAP" and handle.kind == "patch":
        slots["entry_null"] = f"set_{name}_null"
    elif kind in ("TEXTS", "RECORDS", "MAP"):
        slots["clear"] = f"clear_{name}"
    return {**slots, "unset": f"unset_{name}"}


# ---- libapi.json ---------------------------------------------------------------------------------------------


def described(handle, handles):
    rows = []
    for member in members(handle.schema, handle.kind) if handle.writable else handle.schema.fields:
        functions = (setter_functions if handle.writable else getter_functions)(handle, member)
        rows.append(row(handle, handles, member, functions))
        if not handle.writable and member.type == "text" and member.format in TIMES:
            rows.append({"name": f"{member.name}_ms", "kind": "milliseconds",
                         "functions": {"number": f"{handle.ctype}_{member.name}_ms"}})
        if handle.writable:
            rows += [by_kind(handle, member, kind) for kind in kinds(member)]
    return rows


def by_kind(handle, member, kind):
    """A time that is set by its kind, as a member of its own."""
    slot = {"NUMBER": "number", "TEXT": "text", "MAP": "entry"}[kind.slot]
    return {"name": f"{member.name}_{kind.suffix}", "kind": kind.slot.lower(),
            "functions": {slot: f"{handle.ctype}_set_{member.name}_{kind.suffix}"}}


def row(handle, handles, member, functions):
    kind = member_kind(member)
    found = {"name": member.name, "kind": kind.lower(),
             "functions": {slot: f"{handle.ctype}_{end}" for slot, end in functions.items()}}
    if kind in ("RECORD", "RECORDS"):
        found["of"] = (handle.item or handles.child(handle, member)).ctype
    if kind == "ENUM":
        prefix = handles.enums.prefix(handle, member)
        found["values"] = {text: value for value, (_, text) in enumerate(constants(prefix, member)) if text}
    return found
