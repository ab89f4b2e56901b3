"""Public headers as a machine wants them: types, constants, callbacks and prototypes, taken apart.

The headers, not the contract, are the source, as for the man pages: what a program compiles against is what a
binding is told."""
import re
from dataclasses import dataclass

import man_headers
from contract import Refused

HANDLE = re.compile(r"typedef struct (libapi_\w+) \1;")
CALLBACK = re.compile(r"typedef (\w+(?: \*)?)\s*\(\*(libapi_\w+)\)\(([^)]*)\);")
ENUM = re.compile(r"(?:/\*\* (?P<stem>\w+)_\*:[^/]*\*/\s*)?enum(?: (?P<name>\w+))? \{(?P<body>.*?)\};", re.S)
ENUMERATOR = re.compile(r"(\w+) = (-?\w+)")


@dataclass
class Prototype:
    name: str
    header: str
    result: str  # "int32_t", "const char *"
    params: list  # of (C type, name)
    must_use: bool
    doc: list  # lines


def without_comments(text):
    return re.sub(r"/\*.*?\*/", " ", text, flags=re.S)


def handles(text):
    return HANDLE.findall(text)


def callbacks(text):
    """[(name, result, params)]"""
    return [(name, result, params_of(inner)) for result, name, inner in CALLBACK.findall(without_comments(text))]


def enums(text):
    """[(name, [(constant, value)])]; the generated ones are named by what their constants share."""
    found = []
    for enum in ENUM.finditer(text):
        values = [(name, int(value, 0)) for name, value in ENUMERATOR.findall(without_comments(enum["body"]))]
        found.append((enum["name"] or enum["stem"], values))
    return found


def param_of(text, place):
    found = re.fullmatch(r"(.*?)(\w+)", " ".join(text.split()))
    if found is None or not found[1].strip():
        raise Refused(place, 1, f"a parameter without a name: {text!r}")
    return found[1].strip().replace(" **", " **"), found[2]


def params_of(inner, place="include/api"):
    inner = " ".join(inner.split())
    return [] if inner in ("", "void") else [param_of(part, place) for part in inner.split(",")]


def prototypes(path, text):
    """Every exported function of a header, with the docstring that stands before it."""
    header = man_headers.read(path, text)
    kept = set(re.findall(r"LIBAPI_EXPORT\s+LIBAPI_MUST_USE\b[^;(]*?\b(libapi_\w+)\s*\(", text))
    return [prototype(function, header.name, path, kept)
            for section in header.sections for function in section.functions]


def prototype(function, header, path, kept):
    found = re.fullmatch(r"(.*?)\b(libapi_\w+)\s*\((.*)\);", function.prototype)
    if found is None:
        raise Refused(path, 1, f"cannot read the prototype {function.prototype!r}")
    return Prototype(function.name, header, found[1].strip(), params_of(found[3], path), function.name in kept,
                     function.doc)
