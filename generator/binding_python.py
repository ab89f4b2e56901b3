"""The Python binding's low layer and its typed surface, committed under bindings/python/libapi/.

    sources(contract, headers)  path → text; headers: path → text of include/api/*.h

    _cdef.h          every declaration of the public headers, as cffi reads them
    codes.py         the codes of api/error.h and an exception class each
    enums.py         enumerated members
    records.py       what the server answers: a class a type, a property a member
    _builders.py     what is sent: setters by name; drafts.py: the same for type checkers
    _operations.py   which functions an operation has
    resources.py     client.events.create(…) and all others; aio.py has the same awaited

What is thought (lifetimes, errors, times, waiting) is written by hand beside them.
"""
import abi_read
import abi
from binding_python_records import enums, records
from binding_python_text import head
from binding_python_calls import operations, resources
from binding_python_builders import builders, drafts
from sdk import ELSEWHERE
from sdk_calls import Calls
from sdk_handles import Handles

FOLDER = "bindings/python/libapi"
# Which built-in class an exception is as well, so that general code catches it.
NAMES = {"MEMORY": "NoMemory", "SYSTEM": "SystemRefused"}
FAMILIES = {1: "LocalError", 2: "TransportError"}


def sources(contract, headers):
    handles = Handles(contract)
    calls = Calls(contract, handles)
    files = {
        "_cdef.h": cdef(headers), "codes.py": codes(headers), "enums.py": enums(handles),
        "records.py": records(handles), "_builders.py": builders(handles), "drafts.py": drafts(contract, handles),
        "_operations.py": operations(contract, handles, calls),
        "resources.py": resources(contract, handles, calls, False),
        "aio_resources.py": resources(contract, handles, calls, True),
    }
    return {f"{FOLDER}/{name}": text for name, text in files.items()}


def cdef(headers):
    """What include/api declares, without docstrings, macros and the headers of other libraries."""
    described = abi.described(headers)
    lines = [f"typedef struct {each['name']} {each['name']};" for each in described["types"]]
    for callback in described["callbacks"]:
        params = ", ".join(f"{param['c']} {param['name']}" for param in callback["params"])
        lines.append(f"typedef {c_result(headers, callback['name'])} (*{callback['name']})({params});")
    for function in described["functions"]:
        params = ", ".join(f"{param['c']} {param['name']}" for param in function["params"]) or "void"
        lines.append(f"{function['result']['c']} {function['name']}({params});")
    note = "/* Written by generator/binding_python.py from include/api; change that and generate again. */"
    return "\n".join([note, *lines]) + "\n"


def c_result(headers, name):
    return next(result for path, text in headers.items() if path not in ELSEWHERE
                for callback, result, _ in abi_read.callbacks(text) if callback == name)


def codes(headers):
    known = dict(abi_read.enums(headers["include/api/error.h"]))["libapi_code"]
    lines = head("Codes of failures and the exception of each.") + [
        "from enum import IntEnum as _IntEnum", "", "from .errors import Error, LocalError, ServerError, TransportError, WireError",
        "", "", "class Code(_IntEnum):", '    """What a call ended with, as in api/error.h."""', ""]
    lines += [f"    {name.removeprefix('LIBAPI_').removeprefix('E_')} = {value}" for name, value in known]
    failures = [(name.removeprefix("LIBAPI_E_"), value) for name, value in known if value]
    for name, value in failures:
        lines += ["", "", f"class {class_of(name)}({family(value)}):", f'    """LIBAPI_E_{name}"""']
    rows = [f"    {value}: {class_of(name)}," for name, value in failures]
    lines += ["", "", "BY_CODE: dict[int, type[Error]] = {", *rows, "}"]
    return "\n".join(lines) + "\n"


def class_of(name):
    return NAMES.get(name) or "".join(part.capitalize() for part in name.split("_"))


def family(value):
    return FAMILIES.get(value // 100) or ("ServerError" if value >= 304 else "WireError")
