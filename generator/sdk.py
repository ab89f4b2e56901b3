"""The C library's part of what follows from the contract.

    headers(contract)  path → text: include/api/NOUN.h, committed
    sources(contract)  name → text: calls.c and records.c, for the build folder
    symbols(headers)   text of libapi.syms, committed, from every LIBAPI_EXPORT of all headers

Every function is one object (sdk_text.Function) with prototype, docstring and body; headers and sources only put
them in order. The other files: sdk_handles which types there are, sdk_calls operations, sdk_records types,
sdk_getters and sdk_setters members, sdk_docs and sdk_shape the words.
"""
import re

import sdk_records
from contract import Refused
from sdk_calls import Calls
from sdk_enums import constants
from sdk_handles import Handles, list_name
from sdk_text import banner, comment, declare, define, sentence, table, wrap

GENERATED = "Written by generator/sdk.py from openapi/calendar.yaml; change those and generate again."
ELSEWHERE = ("include/api/testing.h",)  # headers of libraries other than libapi
RULES = {
    "answer": "What the server answered: unchangeable and counted. Getters may be called from any thread; NULL, and "
              "what the answer left out, gives NULL, 0 or UNKNOWN; texts and parts are borrowed from it.",
    "page": "One page of a list, unchangeable and counted.",
    "builder": "A builder, for one thread at a time. What is never set is not sent.",
    "patch": "A builder of changes (RFC 7396), for one thread at a time. What is never touched stays as it is; null "
             "removes; lists are replaced whole.",
    "query": "A builder of optional parameters, for one thread at a time. What is never set is not sent.",
}
SETTER_CODES = ("Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is none, or "
                "LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts.")


class Library:
    """All functions of a contract, in the order in which headers show them."""

    def __init__(self, contract):
        self.contract = contract
        self.handles = Handles(contract)
        self.calls = Calls(contract, self.handles)
        self.headers = list(self.handles.uses)

    def operations(self, header):
        return [operation for operation in self.contract.operations if operation.tag == header]

    def call_functions(self, header):
        functions = [function for operation in self.operations(header) for function in self.calls.of(operation)]
        functions += [self.calls.take(handle) for handle in self.handles.of(header) if self.is_result(handle)]
        return functions + (self.calls.take_others() if header == self.headers[0] else [])

    def is_result(self, handle):
        return any(self.calls.result(operation) is handle for operation in self.contract.operations)

    def record_functions(self, handle):
        return sdk_records.of(handle, self.handles)

    def pagers(self, header):
        return [f"{list_name(operation)}_pager" for operation in self.operations(header) if operation.is_list]


def headers(contract):
    library = Library(contract)
    texts = {f"include/api/{header}.h": header_text(library, header) for header in library.headers}
    refuse_doubles(library)
    return texts


def refuse_doubles(library):
    """Two rows of the contract must not end in one C name."""
    seen = {handle.ctype for handle in library.handles.by_name.values()}
    for header in library.headers:
        functions = library.call_functions(header)
        for handle in library.handles.of(header):
            functions = functions + library.record_functions(handle)
        for function in functions:
            if function.name in seen:
                raise Refused(library.contract.path, 1,
                              f"{function.name}() would be declared twice; rename the operation or the member")
            seen.add(function.name)


def header_text(library, header):
    guard = f"LIBAPI_{header.upper()}_H"
    lines = comment([*wrap(f"api/{header}.h: {uncapital(library.contract.tags[header])}"), "", GENERATED])
    lines += [f"#ifndef {guard}", f"#define {guard}", ""]
    lines += [f'#include "api/{name}.h"' for name in ["base", *library.handles.uses[header]]]
    lines += ["", *haves(library, header), "LIBAPI_BEGIN", "", *typedefs(library, header), *enums(library, header)]
    lines += [banner("operations"), ""]
    for function in library.call_functions(header):
        lines += [*declare(function), ""]
    for handle in library.handles.of(header):
        lines += type_section(library, handle)
    lines += ["LIBAPI_END", "", *autos(library, header), "", "#endif"]
    return "\n".join(lines) + "\n"


def uncapital(text):
    text = sentence(text)
    return text[0].lower() + text[1:] if text[1:2].islower() else text


def haves(library, header):
    """For sources that must also build with older headers."""
    return [f"#define LIBAPI_HAVE_{operation.sdk.upper()} 1" for operation in library.operations(header)] + [""]


def typedefs(library, header):
    names = [handle.ctype for handle in library.handles.of(header)]
    names += [f"libapi_{name}" for name in library.pagers(header)]
    return [f"typedef struct {name} {name};" for name in names] + [""]


def enums(library, header):
    lines = []
    for prefix, member in library.handles.enums.of(header):
        values = constants(prefix, member)
        lines += [*comment(wrap(f"{prefix}_*: {member.help}")), "enum {"]
        lines += [f"\t{name} = {value}{',' if value + 1 < len(values) else ''}"
                  + ("" if text else " /* not known to this library */") for value, (name, text) in enumerate(values)]
        lines += ["};", ""]
    return lines


def type_section(library, handle):
    about = handle.schema.description or f"Optional parameters of libapi_{handle.operation.sdk}()."
    rules = RULES[handle.kind] + (f" {SETTER_CODES}" if handle.writable else "") + " Since 0.1."
    lines = [banner(handle.ctype), "", "/* " + "\n * ".join(wrap(f"{sentence(about)} {rules}")) + " */", ""]
    for function in library.record_functions(handle):
        lines += declare(function)
    return lines + [""]


def autos(library, header):
    lines = [f"LIBAPI_AUTO_DEFINE({handle.name}, {sdk_records.release_of(handle)})"
             for handle in library.handles.of(header)]
    return lines + [f"LIBAPI_AUTO_DEFINE({name}, libapi_{name}_free)" for name in library.pagers(header)]


def sources(contract):
    library = Library(contract)
    calls, records = [], []
    for header in library.headers:
        calls += library.call_functions(header)
        for handle in library.handles.of(header):
            records += library.record_functions(handle)
    return {"calls.c": source("calls.c: operations as C functions.", calls),
            "records.c": source("records.c: getters and setters.", records)}


def source(idea, functions):
    lines = [f"/* {idea}", " *", f" * {GENERATED} */", '#include "libapi/core.h"', '#include "operation_index.h"',
             '#include "schemas.h"']
    for function in functions:
        lines += ["", *define(function)]
    return "\n".join(lines) + "\n"


def exported(text):
    """Names that a header exports."""
    bare = re.sub(r"/\*.*?\*/|^\s*#[^\n]*", "", text, flags=re.S | re.M)
    return re.findall(r"\bLIBAPI_EXPORT\b[^;(]*?\b(libapi_\w+)\s*\(", bare)


def symbols(headers_by_path):
    """The symbol map: one node, sorted. Everything else stays inside."""
    names = sorted(name for path, text in headers_by_path.items() if path not in ELSEWHERE
                   for name in exported(text))
    for name, following in zip(names, names[1:]):
        if name == following:
            raise Refused("include/api", 1, f"{name}() is declared twice")
    return "\n".join([f"/* {GENERATED} */", "LIBAPI_1.0 {", "global:", *[f"\t{name};" for name in names], "local:",
                      "\t*;", "};"]) + "\n"
