"""The C++ binding's part of what follows from the contract: bindings/cpp/include/api/generated/, committed.

    headers(contract, c_headers)  path → text: codes.hpp from api/error.h, NOUN.hpp types, client.hpp operations

A member function is one line around one C function; its docstring is there. The other file: cpp_members getters and
setters. What needs thought stands by hand in bindings/cpp/include/api/cpp/.
"""
import re

import abi_read
from cpp_members import getters, setters
from sdk_calls import Calls
from sdk_docs import sentence
from sdk_enums import constants
from sdk_handles import Handles, list_name
from sdk_records import release_of

FOLDER = "bindings/cpp/include/api/generated"
KEYWORDS = {"delete", "default", "private", "public", "new", "class", "operator", "export", "explicit"}
PLURALS = {"acl": "acl_rules", "agenda": "agenda"}  # of nouns that have one of their own


def headers(contract, c_headers):
    handles = Handles(contract)
    nouns = list(handles.uses)
    texts = {f"{FOLDER}/codes.hpp": codes(c_headers["include/api/error.h"])}
    for noun in nouns:
        texts[f"{FOLDER}/{noun}.hpp"] = types(noun, contract, handles)
    texts[f"{FOLDER}/client.hpp"] = client(contract, handles, nouns)
    return texts


def file_text(name, idea, includes, lines):
    guard = f"LIBAPI_GENERATED_{name.upper()}_HPP"
    head = ["/**", f" * api/generated/{name}.hpp: {idea}", " *",
            " * Written by generator/cpp.py from openapi/calendar.yaml; change those and generate again.", " */",
            f"#ifndef {guard}", f"#define {guard}", ""]
    return "\n".join([*head, *[f"#include {include}" for include in includes], "", "namespace libapi {", "", *lines,
                      "", "} // namespace libapi", "", "#endif"]) + "\n"


def word(text):
    return text + "_" if text in KEYWORDS else text


# ---- codes ---------------------------------------------------------------------------------------------------


def codes(error_h):
    values = dict(abi_read.enums(error_h))["libapi_code"]
    rows = [(name.removeprefix("LIBAPI_E_").removeprefix("LIBAPI_").lower(), value) for name, value in values]
    aliases = [f"\tX({name}, {name if value >= 304 else name + '_error'})" for name, value in rows if value]
    lines = ["/** LIBAPI_E_…; what each means stands in api/error.h. A newer library may have more. */",
             "enum class code : std::int32_t {", *[f"\t{name} = {value}," for name, value in rows], "};", "",
             "/* Every failure and the name of its exception. */", "#define LIBAPI_CPP_CODES(X) \\",
             " \\\n".join(aliases)]
    return file_text("codes", "every code of a failure.", ["<cstdint>"], lines)


# ---- types ---------------------------------------------------------------------------------------------------


def types(noun, contract, handles):
    lines = []
    for prefix, member in handles.enums.of(noun):
        lines += enum(prefix, member)
    taken = {calls_result.name for calls_result in results(contract, handles)}
    for handle in handles.of(noun):
        lines += builder(handle, handles) if handle.writable else answer(handle, handles, handle.name in taken)
    includes = [f'"api/{noun}.h"', '"api/cpp/list.hpp"', *[f'"api/generated/{use}.hpp"' for use in handles.uses[noun]]]
    return file_text(noun, f"the types of api/{noun}.h.", includes, lines[:-1] if lines else [])


def results(contract, handles):
    calls = Calls(contract, handles)
    return [each for each in map(calls.result, contract.operations) if each is not None]


def enum_name(prefix):
    return prefix.removeprefix("LIBAPI_").lower()


def enum(prefix, member):
    """The constants, and both ways between them and the wire's text."""
    name = enum_name(prefix)
    rows = [(constant.removeprefix(prefix + "_").lower(), text) for constant, text in constants(prefix, member)]
    lines = [f"/** {sentence(member.help)} */" if member.help else f"/** {prefix}_*. */",
             f"enum class {name} : std::int32_t {{", *[f"\t{word(row)}," for row, _ in rows], "};",
             f"constexpr std::string_view to_text({name} value) {{", "\tswitch (value) {"]
    for row, text in rows:
        lines += [f"\tcase {name}::{word(row)}:", f'\t\treturn "{text or ""}";']
    return lines + ["\t}", '\treturn "";', "}", ""]


def answer(handle, handles, is_result):
    ctype, name = handle.ctype, handle.name
    lines = [f"/** {sentence(handle.schema.description) or ctype} Copies share it. */",
             f"class {name} : public detail::counted<{ctype}, {ctype}_ref, {ctype}_unref> {{", "public:",
             "\tusing counted::counted;", f"\tstatic {name} share(const {ctype} *borrowed) {{",
             f"\t\treturn {name}(hold(borrowed));", "\t}", *getters(handle, handles, enum_name),
             "\tstd::string to_json() const {", f"\t\treturn detail::json_text({ctype}_to_json(get()));", "\t}"]
    if is_result:
        lines += [f"\tstatic std::int32_t take(libapi_call *call, {ctype} **out, libapi_error **why) {{",
                  f"\t\treturn libapi_call_take_{name}(call, out, why);", "\t}"]
    return lines + ["};", ""]


def builder(handle, handles):
    ctype, name = handle.ctype, handle.name
    lines = [f"/** {sentence(handle.schema.description) or f'Optional parameters: {ctype}.'} */", f"class {name}",
             f"\t: public detail::builder<{name}, {ctype}, {ctype}_new, {release_of(handle)}> {{", "public:",
             "\tusing builder::builder;", *setters(handle, handles, enum_name)]
    if handle.kind != "query":
        lines += ["\tstd::string to_json() const {", f"\t\treturn detail::json_text({ctype}_to_json(get()));", "\t}",
                  f"\tstatic result<{name}> try_from_json(std::string_view json) {{",
                  f"\t\treturn detail::give<{name}>({{}}, [&]({ctype} **out, libapi_error **why) {{",
                  f"\t\t\treturn {ctype}_from_json(json.data(), json.size(), out, why);", "\t\t});", "\t}",
                  f"\tstatic {name} from_json(std::string_view json) {{",
                  "\t\treturn try_from_json(json).value();", "\t}"]
    return lines + ["};", ""]


# ---- operations ----------------------------------------------------------------------------------------------


def client(contract, handles, nouns):
    calls = Calls(contract, handles)
    lines = ["/** One server, one key, one pool of connections; for any number of threads. Copies share it. */",
             "class client : public session {", "public:", "\tusing session::session;",
             "\tstatic result<client> try_make(const config &settings) {",
             "\t\treturn detail::give<client>(settings.refused(), [&](auto **out, auto **why) {",
             "\t\t\treturn session::make(settings, out, why);", "\t\t});", "\t}",
             "\texplicit client(const config &settings) : client(try_make(settings).value()) {}",
             "\t/** From the environment and the profile file: libapi_client_open(). */",
             "\tstatic result<client> try_open(const text &profile = nullptr) {",
             "\t\treturn detail::give<client>({}, [&](libapi_client **out, libapi_error **why) {",
             "\t\t\treturn libapi_client_open(profile.c_str(), out, why);", "\t\t});", "\t}",
             "\tstatic client open(const text &profile = nullptr) {", "\t\treturn try_open(profile).value();", "\t}"]
    for operation in contract.operations:
        lines += ["", *operation_functions(operation, handles, calls)]
    includes = ['"api/cpp/session.hpp"', *[f'"api/generated/{noun}.hpp"' for noun in nouns]]
    return file_text("client", "libapi::client, every operation as member functions.", includes, [*lines, "};"])


def plural(operation):
    """What its range is called: client.events(…); of a list by another verb client.event_search_all(…)."""
    if operation.verb != "list":
        return operation.sdk + "_all"
    return PLURALS.get(operation.noun) or re.sub(r"(?<=[^aeo])y$", "ie", operation.noun) + "s"


def parameters(operation, handles, body=True):
    """(declaration, name, is a builder; None: bytes); body, query and options in the order of C."""
    rows = [(f"const text &{member.name}", member.name, False) for member in operation.path_fields]
    draft, query = handles.body(operation) if body else None, handles.query(operation)
    if draft:
        rows.append((f"const {draft.name} &body", "body", True))
    if operation.text_body and body:
        rows.append(("std::string_view body", "body", None))
    if query:
        rows.append((f"const {query.name} &query = {query.name}::none()", "query", True))
    return rows + [("const call_options &options = call_options::none()", "options", True)]


def operation_functions(operation, handles, calls):
    sdk, result = operation.sdk, calls.result(operation)
    gives = f"libapi::{result.name}" if result else "std::string" if operation.raw_answer else "void"
    out = f"{result.ctype} **out, " if result else "char **out, " if operation.raw_answer else ""
    give = f"give<{gives}>" if result else "give_text" if operation.raw_answer else "give_nothing"
    rows = parameters(operation, handles)
    lines = [f"\t/** {operation.help} {operation.id}; libapi_{sdk}(). */"]
    lines += pair(sdk, gives, give, out, f"libapi_{sdk}", rows)
    lines += pair(f"start_{sdk}", f"call<{gives}>", f"give<call<{gives}>>", "libapi_call **out, ",
                  f"libapi_{sdk}_start", rows)
    if operation.is_list:
        ctype, name = f"libapi_{list_name(operation)}_pager", f"{list_name(operation)}_pager"
        lines += [f"\tusing {name} = pager<libapi::{result.item.name}, {ctype}, {ctype}_next, {ctype}_free>;"]
        lines += pair(plural(operation), name, f"give<{name}>", f"{ctype} **out, ", f"{ctype}_new",
                      parameters(operation, handles, body=False))
    return lines


# How a parameter goes to C: a builder, a text, bytes with their length.
GIVEN = {True: "{0}.get()", False: "{0}.c_str()", None: "{0}.data(), {0}.size()"}


def pair(name, gives, give, out, function, rows):
    """The form that returns a result, and the one that throws."""
    declared = ",\n\t\t".join(row[0] for row in rows)
    names = ", ".join(row[1] for row in rows)
    refused = ", ".join(row[1] for row in rows if row[2])
    given = ", ".join(["get()"] + [GIVEN[row[2]].format(row[1]) for row in rows])
    passed = "out, why" if out else "why"
    verb = "" if gives == "void" else "return "
    return [f"\tresult<{gives}> try_{name}({declared}) const {{",
            f"\t\treturn detail::{give}(detail::first({refused}),",
            f"\t\t\t[&]({out}libapi_error **why) {{",
            f"\t\t\t\treturn {function}({given},", f"\t\t\t\t\t{passed});", "\t\t\t});", "\t}",
            f"\t{gives} {name}({declared}) const {{", f"\t\t{verb}try_{name}({names}).value();", "\t}"]
