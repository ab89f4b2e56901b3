"""libapi.json: the library's ABI for authors of bindings, installed beside the headers.

    sources(contract, headers)  name → text; headers: path → text of include/api/*.h

What the headers say in C is read from them; what they say in words (who owns, what may be NULL, what waits) follows
from the few rules that all functions keep, and these stand here. docs/bindings.md explains every member.
"""
import json
import re

import abi_read
import accessors
from contract import Refused
from sdk import ELSEWHERE
from sdk_calls import Calls
from sdk_handles import Handles, list_name

SCALARS = {"int32_t": "int32", "int64_t": "int64", "int": "int32", "size_t": "size", "void": "none",
           "uint16_t": "uint16", "uint32_t": "uint32"}
# Only shown to a callback: nobody owns one, and what ends an exchange is no release.
SHOWN = ("libapi_observation", "libapi_exchange")
GIVES_BACK = "libapi_client_next_done"  # what _start gave out: its owner has it already
# Parameters that may be NULL beyond options, query, error, and what is released or read from.
NULLABLE = {
    "libapi_client_open": ["profile"], "libapi_config_load": ["profile"],
    "libapi_client_request": ["content_type", "body"], "libapi_config_set_client_certificate": ["cert_path", "key_path"],
    "libapi_config_set_log": ["on_line", "user", "release"],
    "libapi_config_set_observer": ["user", "release"], "libapi_config_set_trace": ["user", "release"],
    "libapi_config_set_transport": ["on_cancel", "on_poll", "user", "release"],
    "libapi_exchange_fail": ["reason"],
    "libapi_call_set_user_data": ["user_data"], "libapi_call_options_set_user_data": ["user_data"],
}
ALWAYS_NULLABLE = {"options", "query", "error"}
WAITS = re.compile(r"libapi_(call_take_\w+|call_wait|client_process|client_request|\w+_pager_next|sync_next)$")
READS_FILES = {"libapi_client_open", "libapi_config_load"}
CODE = re.compile(r"_(set|add|clear|unset)(_|$)|_(new|open|load|wait|process|request|start)$")


def sources(contract, headers):
    return {"libapi.json": json.dumps(document(contract, headers), indent=1, ensure_ascii=False) + "\n"}


def document(contract, headers):
    rows = operations(contract)
    whole = described(headers, {row["function"] for row in rows})
    refuse_unknown({function["name"] for function in whole["functions"]})
    handles = Handles(contract)
    for each in whole["types"]:
        handle = handles.by_name.get(each["name"].removeprefix("libapi_"))
        each["members"] = accessors.described(handle, handles) if handle else []
    return {"format": 1, "version": contract.version, "soname": "libapi.so.1", **whole, "operations": rows}


def described(headers, waiting=()):
    """What the headers alone tell; `waiting`: functions that wait for the network beyond those known by name."""
    texts = {path: text for path, text in headers.items()
             if path not in ELSEWHERE and not path.endswith("/api.h")}
    functions = [function for path, text in texts.items() for function in abi_read.prototypes(path, text)]
    names = {function.name for function in functions}
    types = all_types(texts, names)
    return {
        "symbol_node": "LIBAPI_1.0",
        "types": list(types.values()),
        "callbacks": [{"name": name, "result": value_type(result, types),
                       "params": [param_value(p, types) for p in params]}
                      for text in texts.values() for name, result, params in abi_read.callbacks(text)],
        "enums": [{"name": name, "values": [{"name": constant, "value": value} for constant, value in values]}
                  for text in texts.values() for name, values in abi_read.enums(text)],
        "functions": [describe(function, types, waiting) for function in functions],
    }


def refuse_unknown(names):
    for name in NULLABLE:
        if name not in names:
            raise Refused("generator/abi.py", 1, f"NULLABLE names {name}(), which no header declares")


# ---- types ---------------------------------------------------------------------------------------------------


def all_types(texts, names):
    types = {}
    for path, text in texts.items():
        for ctype in abi_read.handles(text):
            release = next((f"{ctype}{end}" for end in ("_unref", "_free") if f"{ctype}{end}" in names), None)
            if release is None and ctype not in SHOWN:
                raise Refused(path, 1, f"nothing releases {ctype}")
            counted = f"{ctype}_ref" in names
            types[ctype] = {"name": ctype, "header": path.rsplit("/", 1)[-1], "release": release,
                            "ref": f"{ctype}_ref" if counted else None}
    return types


def value_type(ctype, types):
    """The C type as one word for every language: a scalar, text, a handle's name, or a callback's."""
    bare = ctype.replace("const ", "").strip()
    if bare in SCALARS:
        return SCALARS[bare]
    if bare == "char *":
        return "text"
    if bare == "void *":
        return "pointer"
    if bare == "unsigned char *" or bare == "uint8_t *":
        return "bytes"
    stem = bare.rstrip("* ")
    if stem in types or re.fullmatch(r"libapi_\w+", stem):
        return stem
    raise Refused("generator/abi.py", 1, f"no word for the C type {ctype!r}")


def param_value(param, types):
    ctype, name = param
    return {"name": name, "c": ctype, "type": value_type(ctype, types)}


# ---- functions -----------------------------------------------------------------------------------------------


def describe(function, types, waiting):
    doc = " ".join(line.strip() for line in function.doc)
    result = result_of(function, types)
    return {
        "name": function.name, "header": f"{function.header}.h", "result": result,
        "params": [param_of(function, index, types, result) for index in range(len(function.params))],
        "blocking": blocking(function.name, waiting), "must_use": function.must_use,
        "errors": sorted(set(re.findall(r"LIBAPI_E_[A-Z_]+[A-Z]", doc))),
        "since": (re.findall(r"Since (\d+\.\d+)", doc) or ["0.1"])[-1], "doc": "\n".join(function.doc),
    }


def blocking(name, waiting):
    if name in waiting or WAITS.match(name):
        return "network"
    return "file" if name in READS_FILES else "no"


def result_of(function, types):
    result = {"c": function.result, "type": value_type(function.result, types)}
    if result["type"] == "int32":
        result["meaning"] = meaning(function)
    elif function.result == "char *":
        result |= {"ownership": "owned", "release": "libapi_string_free", "nullable": True}
    elif result["type"] == "text":
        result |= {"ownership": "borrowed" if takes_handle(function, types) else "static", "nullable": True}
    elif result["type"] in types:
        result |= owned(types[result["type"]]) if function.name.endswith("_ref") else {"ownership": "borrowed"}
        result["nullable"] = True
    elif result["type"] == "pointer":
        result |= {"ownership": "caller", "nullable": True}
    return result


def owned(handle):
    return {"ownership": "owned", "release": handle["release"]}


def takes_handle(function, types):
    return bool(function.params) and value_type(function.params[0][0], types) in types


def meaning(function):
    """What an int32_t result says: `code` LIBAPI_OK or LIBAPI_E_*; `found` 1, 0, or minus a code; `value` itself."""
    outs = [name for ctype, name in function.params if ctype.endswith("**")]
    if function.name.endswith("_next") or function.name.endswith("_next_done"):
        return "found"
    if "error" in outs or "out" in outs or CODE.search(function.name):
        return "code"
    return "value"


def param_of(function, index, types, result):
    ctype, name = function.params[index]
    if ctype.endswith("**"):
        found = out_handle(ctype, name, types)
        return found | {"ownership": "same"} if function.name == GIVES_BACK else found
    if ctype.endswith("*") and ctype.rstrip("* ") in SCALARS and ctype.replace("const ", "") != "void *":
        return {"name": name, "c": ctype, "type": SCALARS[ctype.rstrip("* ")], "direction": "out", "nullable": True}
    param = param_value((ctype, name), types) | {"direction": "in"}
    if ctype.endswith("*"):
        param["nullable"] = nullable(function, index, name, result)
        param["ownership"] = "taken" if releases(function, types) and index == 0 else "borrowed"
    if index + 1 < len(function.params) and ctype in ("const char *", "const void *") and \
            function.params[index + 1] in [("size_t", end) for end in ("len", f"{name}_len", f"{name}_bytes")]:
        param |= {"type": "bytes", "length": function.params[index + 1][1]}
    return param


def out_handle(ctype, name, types):
    kind = value_type(ctype[:-1].strip(), types)
    release = types[kind]["release"] if kind in types else "libapi_string_free"
    return {"name": name, "c": ctype, "type": kind, "direction": "out", "nullable": name == "error",
            "ownership": "owned", "release": release}


def releases(function, types):
    return function.name in {handle["release"] for handle in types.values()} | {"libapi_string_free"}


def nullable(function, index, name, result):
    """NULL is legal where something is released or read, and where it stands for a default."""
    if index > 0 and name in ALWAYS_NULLABLE or name in NULLABLE.get(function.name, ()):
        return True
    reads = result["type"] != "int32" or result["meaning"] == "value"
    return index == 0 and reads or function.name.startswith("libapi_config_set_") and index == 1


# ---- operations ----------------------------------------------------------------------------------------------


def operations(contract):
    handles = Handles(contract)
    calls = Calls(contract, handles)
    return [operation_row(operation, handles, calls) for operation in contract.operations]


def operation_row(operation, handles, calls):
    result, body, query = calls.result(operation), handles.body(operation), handles.query(operation)
    pager = f"libapi_{list_name(operation)}_pager" if operation.is_list else None
    return {
        "id": operation.id, "method": operation.method, "path": operation.path, "scope": operation.scope,
        "since": operation.since, "function": f"libapi_{operation.sdk}", "start": f"libapi_{operation.sdk}_start",
        "take": calls.take_name(operation), "path_params": [member.name for member in operation.path_fields],
        "body": body.ctype if body else "text" if operation.text_body else None, "query": query.ctype if query else None,
        "answer": result.ctype if result else "text" if operation.raw_answer else None,
        "item": result.item.ctype if result is not None and result.kind == "page" else None,
        "pager": pager, "statuses": operation.statuses,
    }
