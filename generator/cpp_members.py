"""Members of a type as C++ member functions: each is one line around one C function."""
from sdk_getters import TIMES, singular
from sdk_handles import members
from sdk_times import kinds


def function(head, expression):
    return [f"\t{head} {{", f"\t\treturn {expression};", "\t}"]


def is_optional(member):
    return member.nullable or not member.required


# ---- getters -------------------------------------------------------------------------------------------------


def getters(handle, handles, enum_name):
    lines = []
    for member in handle.schema.fields:
        lines += GETTERS[member.type](handle, member, handles, enum_name)
    return lines


def get_text(handle, member, handles, enum_name):
    name, ctype = member.name, handle.ctype
    lines = []
    if member.format == "enum":
        enum = f"libapi::{enum_name(handles.enums.prefix(handle, member))}"
        lines = function(f"{enum} {name}() const", f"static_cast<{enum}>({ctype}_{name}(get()))")
        name += "_text"
    kind, how = ("std::optional<std::string_view>", "maybe") if is_optional(member) else ("std::string_view", "view")
    lines += function(f"{kind} {name}() const", f"detail::{how}({ctype}_{name}(get()))")
    if member.format in TIMES:
        lines += function(f"std::optional<instant> {name}_instant() const",
                          f"detail::maybe_instant({ctype}_{name}_ms(get()))")
    return lines


def get_number(handle, member, handles, enum_name):
    name, ctype = member.name, handle.ctype
    kind = "bool" if member.type == "bool" else "std::int64_t"
    value = f"{ctype}_{name}(get())" + (" != 0" if kind == "bool" else "")
    if not member.nullable:
        return function(f"{kind} {name}() const", value)
    return function(f"std::optional<{kind}> {name}() const",
                    f"{ctype}_has_{name}(get()) != 0 ? std::optional<{kind}>({value}) : std::nullopt")


def get_record(handle, member, handles, enum_name):
    child = f"libapi::{handles.child(handle, member).name}"
    return function(f"std::optional<{child}> {member.name}() const",
                    f"detail::maybe_record<{child}>({handle.ctype}_{member.name}(get()))")


def get_list(handle, member, handles, enum_name):
    ctype, one = handle.ctype, singular(member.name) + "_"
    if handle.kind == "page":
        one = ""
    entry = "std::string_view"
    if member.item.type == "record":
        entry = "libapi::" + (handle.item or handles.child(handle, member)).name
    return ranged(f"detail::list<{entry}, {handle.name}, {ctype}_{one}count, {ctype}_{one}at>", member)


def get_map(handle, member, handles, enum_name):
    stem = f"{handle.ctype}_{member.name}"
    return ranged(f"detail::map<{handle.name}, {stem}_count, {stem}_key_at, {stem}_value_at, {stem}_get>", member)


def ranged(kind, member):
    return function(f"auto {member.name}() const", f"{kind}(*this)")


GETTERS = {"text": get_text, "json": get_text, "int": get_number, "bool": get_number, "record": get_record,
           "list": get_list, "map": get_map}


# ---- setters -------------------------------------------------------------------------------------------------


def setters(handle, handles, enum_name):
    lines = []
    for member in members(handle.schema, handle.kind):
        lines += SETTERS[member.type](handle, member, handles, enum_name)
        if member.nullable:
            lines += setter(handle, member, f"set_{member.name}_null")
        lines += setter(handle, member, f"unset_{member.name}")
    return lines


def setter(handle, member, name, params="", arguments=""):
    return function(f"{handle.name} &{name}({params})",
                    f'keep({handle.ctype}_{name}(get(){arguments}), "{member.name}")')


def set_text(handle, member, handles, enum_name):
    if member.format == "enum":
        enum = f"libapi::{enum_name(handles.enums.prefix(handle, member))}"
        return setter(handle, member, f"set_{member.name}", f"{enum} value", ", static_cast<std::int32_t>(value)")
    lines = setter(handle, member, f"set_{member.name}", "const text &value", ", value.c_str()")
    for kind in kinds(member):
        lines += set_kind(handle, member, kind)
    return lines


def set_kind(handle, member, kind):
    """An instant of std::chrono for milliseconds, texts for the rest."""
    if kind.suffix == "ms":
        return setter(handle, member, f"set_{member.name}_ms", "instant value", ", value.time_since_epoch().count()")
    params = ", ".join(f"const text &{name}" for _, name in kind.params)
    return setter(handle, member, f"set_{member.name}_{kind.suffix}", params,
                  "".join(f", {name}.c_str()" for _, name in kind.params))


def set_number(handle, member, handles, enum_name):
    kind = "bool" if member.type == "bool" else "std::int64_t"
    return setter(handle, member, f"set_{member.name}", f"{kind} value", ", value")


def child_parameter(handle, member, handles):
    return f"const {handles.child(handle, member).name} &value"


def set_record(handle, member, handles, enum_name):
    return with_child(handle, member, handles, f"set_{member.name}")


def with_child(handle, member, handles, name):
    """What the child refused is the parent's refusal."""
    call = f"{handle.ctype}_{name}(get(), value.get())"
    return function(f"{handle.name} &{name}({child_parameter(handle, member, handles)})",
                    f'keep_child(value.refused(), {call}, "{member.name}")')


def set_list(handle, member, handles, enum_name):
    name = f"add_{singular(member.name)}"
    lines = with_child(handle, member, handles, name) if member.item.type == "record" else \
        setter(handle, member, name, "const text &value", ", value.c_str()")
    return lines + setter(handle, member, f"clear_{member.name}")


def set_map(handle, member, handles, enum_name):
    lines = setter(handle, member, f"set_{member.name}", "const text &key, const text &value",
                   ", key.c_str(), value.c_str()")
    if handle.kind == "patch":
        return lines + setter(handle, member, f"set_{member.name}_null", "const text &key", ", key.c_str()")
    return lines + setter(handle, member, f"clear_{member.name}")


SETTERS = {"text": set_text, "json": set_text, "int": set_number, "bool": set_number, "record": set_record,
           "list": set_list, "map": set_map}
