"""The C++ API by name, for its conformance runner: conformance.hpp, in the build folder.

    sources(contract)  name → text

bindings/cpp/tests/ reads it: members<T> shows every getter of an answer, slots<T> every setter of a builder, and
with_operation() every operation, each through the C++ member function of its name.
"""
from accessors import member_kind
from cpp import enum_name, plural, word
from ctext import NOTE
from sdk_calls import Calls
from sdk_enums import constants
from sdk_getters import TIMES, singular
from sdk_handles import Handles, members
from sdk_times import kinds

KINDS = {"TEXT": "text", "JSON": "json", "NUMBER": "number", "FLAG": "flag"}


def sources(contract):
    handles = Handles(contract)
    calls = Calls(contract, handles)
    lines = ["/* conformance.hpp: the C++ API by name. */", NOTE, "#pragma once", "#include <api/api.hpp>", "",
             '#include "bindings/cpp/tests/mirror.hpp"', ""]
    for prefix, (_, member) in handles.enums.by_prefix.items():
        lines += names(prefix, member)
    for handle in handles.by_name.values():
        lines += slots(handle, handles) if handle.writable else readers(handle)
    for operation in contract.operations:
        lines += described(operation, handles, calls)
    lines += ["template <class F> bool with_operation(std::string_view id, F &&use) {"]
    for operation in contract.operations:
        lines += [f'\tif (id == "{operation.id}") {{', f"\t\tuse(op_{operation.sdk}{{}});", "\t\treturn true;", "\t}"]
    return {"conformance.hpp": "\n".join([*lines, "\treturn false;", "}"]) + "\n"}


def names(prefix, member):
    """Every constant with the wire's text, as the contract has it."""
    enum = f"libapi::{enum_name(prefix)}"
    rows = [f'{{ {enum}::{word(constant.removeprefix(prefix + "_").lower())}, "{text}" }}'
            for constant, text in constants(prefix, member) if text]
    return [f"template <> struct constants<{enum}> {{",
            f"\tstatic constexpr std::pair<{enum}, const char *> all[] = {{ {', '.join(rows)} }};", "};"]


def readers(handle):
    lines = [f"template <> struct members<libapi::{handle.name}> {{",
             f"\ttemplate <class See> static void each(const libapi::{handle.name} &of, See &see) {{"]
    for member in handle.schema.fields:
        name, kind = member.name, member_kind(member)
        if kind == "ENUM":
            lines.append(f'\t\tsee.enumerated("{name}", of.{name}(), of.{name}_text());')
        else:
            lines.append(f'\t\tsee.{"json" if kind == "JSON" else "member"}("{name}", of.{name}());')
        if member.type == "text" and member.format in TIMES:
            lines.append(f'\t\tsee.member("{name}_ms", of.{name}_instant());')
    return [*lines, "\t}", "};"]


# ---- setters -------------------------------------------------------------------------------------------------


def slots(handle, handles):
    ctype = f"libapi::{handle.name}"
    lines = [f"template <> struct slots<{ctype}> {{",
             f"\ttemplate <class Set> static void each({ctype} &to, Set &set) {{"]
    for member in members(handle.schema, handle.kind):
        lines.append(f"\t\t{slot(handle, member, handles)};")
        lines += [f"\t\t{kind_slot(member, kind)};" for kind in kinds(member)]
    return [*lines, "\t}", "};"]


def slot(handle, member, handles):
    name, kind, one = member.name, member_kind(member), singular(member.name)
    cleared = member.type in ("list", "map") and not (kind == "MAP" and handle.kind == "patch")
    ways = ", ".join([lambda_of(f"set_{name}_null()") if member.nullable else "{}", lambda_of(f"unset_{name}()"),
                      lambda_of(f"clear_{name}()") if cleared else "{}"])
    ways = f"{{ {ways} }}"
    if kind in ("RECORD", "RECORDS"):
        child = f"libapi::{handles.child(handle, member).name}"
        call = f"set_{name}" if kind == "RECORD" else f"add_{one}"
        how = "record" if kind == "RECORD" else "records"
        return f'set.template {how}<{child}>("{name}", [&](auto &v) {{ to.{call}(v); }}, {ways})'
    if kind == "ENUM":
        enum = f"libapi::{enum_name(handles.enums.prefix(handle, member))}"
        return f'set.template enumerated<{enum}>("{name}", [&](auto v) {{ to.set_{name}(v); }}, {ways})'
    if kind == "TEXTS":
        return f'set.texts("{name}", [&](auto v) {{ to.add_{one}(v); }}, {ways})'
    if kind == "MAP":
        null = f"[&](auto k) {{ to.set_{name}_null(k); }}" if handle.kind == "patch" else "{}"
        return f'set.map("{name}", [&](auto k, auto v) {{ to.set_{name}(k, v); }}, {null}, {ways})'
    return f'set.{KINDS[kind]}("{name}", [&](auto v) {{ to.set_{name}(v); }}, {ways})'


def kind_slot(member, kind):
    name = f"{member.name}_{kind.suffix}"
    if kind.slot == "MAP":
        return f'set.map("{name}", [&](auto k, auto v) {{ to.set_{name}(k, v); }}, {{}}, {{}})'
    value = "libapi::instant(std::chrono::milliseconds(v))" if kind.slot == "NUMBER" else "v"
    return f'set.{KINDS[kind.slot]}("{name}", [&](auto v) {{ to.set_{name}({value}); }}, {{}})'


def lambda_of(call):
    return f"[&] {{ to.{call}; }}"


# ---- operations ----------------------------------------------------------------------------------------------


def described(operation, handles, calls):
    body, query = handles.body(operation), handles.query(operation)
    path = [f"in.path[{index}]" for index in range(len(operation.path_fields))]
    rest = (["in.given_query()"] if query else []) + ["in.given_options()"]
    given = ", ".join(path + (["in.given_body()"] if body or operation.text_body else []) + rest)
    listed = ", ".join(f'"{member.name}"' for member in operation.path_fields)
    lines = [f"struct op_{operation.sdk} {{", f'\tstatic constexpr const char *id = "{operation.id}";',
             f"\tstatic std::vector<const char *> path() {{ return {{ {listed} }}; }}",
             f"\tusing body = {f'libapi::{body.name}' if body else 'raw_text' if operation.text_body else 'nothing'};",
             f"\tusing query = {f'libapi::{query.name}' if query else 'nothing'};"]
    lines += forward("perform", f"{operation.sdk}({given})") + forward("start", f"start_{operation.sdk}({given})")
    lines.append(f"\tstatic constexpr bool is_list = {'true' if operation.is_list else 'false'};")
    if operation.is_list:
        lines += forward("walk", f"{plural(operation)}({', '.join(path + rest)})")
    return [*lines, "};"]


def forward(name, call):
    return [f"\ttemplate <class In> static auto {name}(const libapi::client &client, const In &in) {{",
            f"\t\treturn client.{call};", "\t}"]
