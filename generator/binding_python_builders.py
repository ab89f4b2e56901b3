"""Bodies and queries: which setters a member has, and the same as typed dictionaries."""
from binding_python_text import about, camel, enum_class, given_type, head
from contract import Refused
from sdk_getters import singular
from sdk_handles import members
from sdk_records import release_of
from sdk_times import with_kinds

BY_KIND = {"ms": "number", "date": "day", "floating": "time", "zoned": "zoned"}
KINDS = {"int": "number", "bool": "flag", "json": "json_value", "map": "mapping"}


def builders(handles):
    writable = [each for each in handles.by_name.values() if each.writable]
    lines = head("Setters of what is sent, by the member's name.")
    lines += ["from . import enums", "from ._build import (Builder, Member, day, enum, flag, json_value, mapping, number, "
              "record,", "                     records, text, texts, time, zoned)", "from ._lib import lib"]
    for handle in writable:
        ctype = handle.ctype
        lines += ["", f"{handle.name.upper()} = Builder(", f'    "{ctype} **", lib.{ctype}_new, '
                  f"lib.{release_of(handle)}, {{"]
        lines += [f'        "{member.name}": {setters(handle, member, handles)},'
                  for member in with_kinds(members(handle.schema, handle.kind))]
        lines += ["    })"]
    return "\n".join(lines) + "\n"


def setters(handle, member, handles):
    """Member(kind, set, null=, clear=, entry_null=)"""
    stem, name = f"lib.{handle.ctype}", member.name
    if member.type == "kind":
        return f"Member({BY_KIND[member.kind.suffix]}, {stem}_set_{name})"
    if member.type == "list":
        cells = [kind_of(handle, member, handles), f"{stem}_add_{singular(name)}"]
    else:
        cells = [kind_of(handle, member, handles), f"{stem}_set_{name}"]
    if member.nullable:
        cells.append(f"null={stem}_set_{name}_null")
    if member.type == "map" and handle.kind == "patch":
        cells.append(f"entry_null={stem}_set_{name}_null")
    elif member.type in ("list", "map"):
        cells.append(f"clear={stem}_clear_{name}")
    return f"Member({', '.join(cells)})"


def kind_of(handle, member, handles):
    if member.type == "record":
        return f"record({handles.child(handle, member).name.upper()})"
    if member.type == "list":
        if member.item.type == "record":
            return f"records({handles.child(handle, member).name.upper()})"
        return "texts"
    if member.type == "text":
        if member.format == "enum":
            return f"enum(enums.{enum_class(handles.enums.prefix(handle, member))})"
        return {"instant": "time", "event_time": "time", "date": "day"}.get(member.format, "text")
    return KINDS[member.type]


def drafts(contract, handles):
    """What stands inside of bodies; the outermost members are keyword arguments."""
    lines = head("Dictionaries to give inside of a body: attendees=[{\"email\": …}].")
    lines += ["from datetime import date, datetime",
              "from typing import Any, Iterable, Mapping, Optional, TypedDict, Union", "", "from .enums import *  # noqa: F403"]
    for handle in nested(contract, handles):
        lines += ["", "", f"class {camel(handle.name)}(TypedDict, total=False):"]
        for member in members(handle.schema, handle.kind):
            if not member.name.isidentifier():
                raise Refused(contract.path, member.line, f"{member.name} cannot be a key of a TypedDict")
            text = about(member)
            lines += [f"    # {line}" for line in ([text] if text else [])]
            lines += [f"    {member.name}: {given_type(handle, member, handles)}"]
    return "\n".join(lines) + "\n"


def nested(contract, handles):
    found = {}
    for handle in [each for each in handles.by_name.values() if each.writable]:
        for member in members(handle.schema, handle.kind):
            target = member.item if member.type == "list" else member
            if target.type == "record":
                child = handles.child(handle, member)
                found[child.name] = child
    return [each for each in handles.by_name.values() if each.name in found]
