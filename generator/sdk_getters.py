"""Getters: one small function, or a few, for every member of a type."""
from contract import Refused
from sdk_shape import shape
from sdk_text import Function, sentence, wrap

SINGULAR = {"categories": "category", "working_hours": "working_hours", "calendar_ids": "calendar_id"}
TIMES = ("instant", "event_time")


def singular(name):
    return SINGULAR.get(name) or (name[:-1] if name.endswith("s") else name)


def self_name(handle):
    return handle.name if handle.kind == "answer" else handle.name.rsplit("_", 1)[-1]


def self_param(handle, const=True):
    return (f"const {handle.ctype} *" if const else f"{handle.ctype} *", self_name(handle))


def field_index(handle, member):
    return handle.schema.c_index(member.name)


def about(member, *more):
    """Help sentence, shape, then what this function adds."""
    form = "" if member.format == "enum" else shape(member)
    parts = [sentence(member.help), f"{form[0].upper()}{form[1:]}." if form else "", *more]
    return wrap(" ".join(part for part in parts if part))


def nothing(member, value):
    """What an absent member looks like; a required one is always there."""
    if member.nullable or not member.required:
        return f"{value} when null or absent."
    return ""


class Getters:
    def __init__(self, handle, handles):
        self.handle = handle
        self.handles = handles
        self.functions = []

    def all(self):
        for member in self.handle.schema.fields:
            self.member(member)
        return self.functions

    def add(self, suffix, result, doc, through, member, more=(), cast=""):
        """The common form: return THROUGH(handle, FIELD, more…)."""
        arguments = [f"(const void *){self_name(self.handle)}", field_index(self.handle, member)]
        arguments += [name for _, name in more]
        self.functions.append(Function(
            f"{self.handle.ctype}_{suffix}", result, [self_param(self.handle), *more], doc,
            [f"return {cast}libapi__record_{through}({', '.join(arguments)});"]))

    def member(self, member):
        getattr(self, "member_" + member.type)(member)

    def has(self, member):
        if member.nullable:
            self.add(f"has_{member.name}", "int32_t",
                     [f"1 when `{member.name}` has a value, 0 when it is null or absent."], "has", member)

    def member_text(self, member):
        name = member.name
        if member.format == "enum":
            stem = self.handles.enums.prefix(self.handle, member)
            self.add(name, "int32_t",
                     about(member, f"One of {stem}_*; UNKNOWN when absent or newer than this library."),
                     "enum", member)
            self.add(f"{name}_text", "const char *",
                     wrap(f"The text of `{name}` as the server sent it. {nothing(member, 'NULL')}"), "text", member)
            return
        self.add(name, "const char *", about(member, nothing(member, "NULL")), "text", member)
        if member.format in TIMES:
            self.add(f"{name}_ms", "int64_t",
                     wrap(f"`{name}` in milliseconds since 1970-01-01T00:00:00Z. "
                          "INT64_MIN when null, absent, or wall time without an offset."), "time_ms", member)

    def member_json(self, member):
        self.member_text(member)

    def member_int(self, member):
        self.has(member)
        self.add(member.name, "int64_t", about(member, nothing(member, "0")), "number", member)

    def member_bool(self, member):
        self.has(member)
        self.add(member.name, "int32_t", about(member, nothing(member, "0")), "number", member, cast="(int32_t)")

    def member_record(self, member):
        child = self.handles.child(self.handle, member)
        self.add(member.name, f"const {child.ctype} *",
                 about(member, f"Borrowed; keep it with {child.ctype}_ref().", nothing(member, "NULL")),
                 "child", member, cast=f"(const {child.ctype} *)")

    def member_list(self, member):
        one = singular(member.name)
        self.add(f"{one}_count", "size_t", wrap(f"How many entries `{member.name}` has. "
                                                f"{sentence(member.help)}".strip()), "count", member)
        at = [("size_t", "index")]
        if member.item.type == "record":
            child = self.handles.child(self.handle, member)
            self.add(f"{one}_at", f"const {child.ctype} *",
                     wrap(f"Entry `index` of `{member.name}`, counted from 0; NULL past the end. "
                          f"Borrowed; keep it with {child.ctype}_ref()."),
                     "child_at", member, at, f"(const {child.ctype} *)")
            return
        if member.item.type not in ("text", "json"):
            raise Refused(self.handles.contract.path, member.line, f"no getter for a list of {member.item.type}")
        self.add(f"{one}_at", "const char *",
                 wrap(f"Entry `index` of `{member.name}`, counted from 0; NULL past the end."), "text_at", member, at)

    def member_map(self, member):
        name = member.name
        self.add(f"{name}_count", "size_t", wrap(f"How many entries `{name}` has. "
                                                 f"{sentence(member.help)}".strip()), "count", member)
        at = [("size_t", "index")]
        self.add(f"{name}_key_at", "const char *",
                 [f"Key of entry `index` of `{name}`, counted from 0; NULL past the end."], "key_at", member, at)
        self.add(f"{name}_value_at", "const char *",
                 [f"Value of entry `index` of `{name}`, counted from 0; NULL past the end."], "text_at", member, at)
        self.add(f"{name}_get", "const char *",
                 [f"Value of `key` in `{name}`; NULL when there is no such key."], "entry", member,
                 [("const char *", "key")])
