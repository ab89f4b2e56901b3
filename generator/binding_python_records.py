"""Answers as Python classes: a property a getter."""
from binding_python_text import TIMES, about, camel, docstring, enum_class, head, ident
from sdk_enums import constants
from sdk_getters import singular


def enums(handles):
    lines = head("Enumerated members. UNKNOWN is a value newer than this library; NAME_text tells it.")
    lines += ["from enum import Enum as _Enum"]
    for prefix, (_, member) in handles.enums.by_prefix.items():
        lines += ["", "", f"class {enum_class(prefix)}(str, _Enum):", *docstring(member.help, 4), ""]
        for constant, text in constants(prefix, member):
            lines.append(f'    {constant.removeprefix(prefix + "_")} = "{text or ""}"')
    return "\n".join(lines) + "\n"


def records(handles):
    answers = [each for each in handles.by_name.values() if not each.writable]
    lines = head("What the server answers. Unchangeable; any thread may read.")
    lines += ["from datetime import date, datetime", "from typing import Any, Dict, Iterator, List, Optional", "",
              "from . import _read, enums", "from ._lib import ffi, lib", "from ._record import Record"]
    for handle in answers:
        lines += record(handle, handles)
    return "\n".join(lines) + "\n"


def record(handle, handles):
    ctype = handle.ctype
    lines = ["", "", f"class {camel(handle.name)}(Record):", *docstring(handle.schema.description or handle.name, 4), "",
             f'    _out = "{ctype} **"', f"    _ref = lib.{ctype}_ref", f"    _unref = lib.{ctype}_unref",
             f"    _to_json = lib.{ctype}_to_json"]
    for member in handle.schema.fields:
        lines += members_of(handle, member, handles)
    if handle.kind == "page":
        item = camel(handle.item.name)
        lines += ["", f"    def __iter__(self) -> Iterator[{item}]:", "        return iter(self.items)"]
    return lines


def members_of(handle, member, handles):
    return {"text": text_member, "json": json_member, "int": number_member, "bool": number_member,
            "record": record_member, "list": list_member, "map": map_member}[member.type](handle, member, handles)


def prop(name, kind, doc, value):
    return ["", "    @property", f"    def {ident(name)}(self) -> {kind}:", *docstring(doc, 8), f"        return {value}"]


def optional(member, kind):
    return f"Optional[{kind}]" if member.nullable or not member.required else kind


def text_member(handle, member, handles):
    getter, name = f"lib.{handle.ctype}_{member.name}", member.name
    if member.format == "enum":
        kind = f"enums.{enum_class(handles.enums.prefix(handle, member))}"
        raw = f"_read.text({getter}_text(self._handle))"
        return prop(name, optional(member, kind), about(member),
                    f"_read.constant({kind}, {getter}(self._handle), {getter}_text(self._handle))") + \
            prop(f"{name}_text", "Optional[str]", f"The text of `{name}` as the server sent it.", raw)
    if member.format not in TIMES + ("date",):
        return prop(name, optional(member, "str"), about(member), f"_read.text({getter}(self._handle))")
    kind, read = ("date", "day") if member.format == "date" else ("datetime", "time")
    lines = prop(name, optional(member, kind), about(member), f"_read.{read}({getter}(self._handle))")
    lines += prop(f"{name}_text", optional(member, "str"), f"`{name}` as the server sent it.",
                  f"_read.text({getter}(self._handle))")
    if member.format in TIMES:
        lines += prop(f"{name}_ms", "Optional[int]", f"`{name}` in milliseconds since 1970-01-01T00:00:00Z; None for "
                      "wall time without an offset.", f"_read.milliseconds({getter}_ms(self._handle))")
    return lines


def json_member(handle, member, handles):
    return prop(member.name, "Any", about(member), f"_read.json_text(lib.{handle.ctype}_{member.name}(self._handle))")


def number_member(handle, member, handles):
    getter = f"lib.{handle.ctype}_{member.name}(self._handle)"
    kind = "int" if member.type == "int" else "bool"
    value = getter if kind == "int" else f"bool({getter})"
    if member.nullable:
        value = f"{value} if lib.{handle.ctype}_has_{member.name}(self._handle) else None"
    return prop(member.name, f"Optional[{kind}]" if member.nullable else kind, about(member), value)


def record_member(handle, member, handles):
    child = camel(handles.child(handle, member).name)
    return prop(member.name, optional(member, child), about(member),
                f"{child}._borrowed(lib.{handle.ctype}_{member.name}(self._handle))")


def list_member(handle, member, handles):
    stem = handle.ctype if handle.kind == "page" else f"{handle.ctype}_{singular(member.name)}"
    functions = f"lib.{stem}_count, lib.{stem}_at, self._handle"
    if member.item.type == "record":
        child = camel((handle.item or handles.child(handle, member)).name)
        return prop(member.name, f"List[{child}]", about(member), f"_read.records({child}, {functions})")
    return prop(member.name, "List[str]", about(member), f"_read.texts({functions})")


def map_member(handle, member, handles):
    stem = f"lib.{handle.ctype}_{member.name}"
    return prop(member.name, "Dict[str, str]", about(member),
                f"_read.mapping({stem}_count, {stem}_key_at, {stem}_value_at, self._handle)") + [
        "", f"    def {member.name}_get(self, key: str) -> Optional[str]:",
        *docstring(f"The value of `key` in `{member.name}`, or None.", 8),
        f'        return _read.text({stem}_get(self._handle, key.encode("utf-8")))']
