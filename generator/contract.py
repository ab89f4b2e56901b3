"""The contract as objects: `load(path)` reads openapi/calendar.yaml, refuses what contradicts itself and
returns a Contract. Writers (wire.py, server.py, sdk.py, cli.py, man.py, openapi.py) need only this module.

    contract = load("openapi/calendar.yaml")
    for operation in contract.operations:
        operation.sdk, operation.path_fields, operation.query_schema, operation.body, operation.answer …

The classes stand in model.py; schemas.py reads members, operations.py reads operations, examples.py checks
that every example is what the schemas say."""

import examples
import operations
import schemas
from model import Contract, Field, Operation, ProblemKind, Schema, first_sentence, snake
from source import List, Map, Refused, read_text

__all__ = [
    "Contract",
    "Field",
    "Operation",
    "ProblemKind",
    "Schema",
    "Refused",
    "load",
    "load_text",
    "first_sentence",
    "snake",
]

DOCUMENT_KEYS = {
    "openapi",
    "info",
    "servers",
    "security",
    "tags",
    "paths",
    "components",
    "x-problems",
    "x-field-codes",
}


def load(path):
    with open(path, encoding="utf-8") as file:
        return load_text(file.read(), path)


def load_text(text, path="openapi/calendar.yaml"):
    document = read_text(text, path)
    for key in document:
        if key not in DOCUMENT_KEYS:
            raise Refused(path, document.at(key), f"unknown key {key!r}")
    for key in ("info", "tags", "paths", "components", "x-problems", "x-field-codes"):
        if key not in document:
            raise Refused(path, document.line, f"{key} is missing")
    contract = Contract(
        path=path,
        version=str(document["info"]["version"]),
        operations=[],
        probes=[],
        schemas={},
        problems=_problems(document["x-problems"], path),
        document=document,
        field_codes=_field_codes(document["x-field-codes"], path),
        tags={tag["name"]: tag["description"] for tag in document["tags"]},
    )
    schemas.read_all(contract)
    operations.read_all(contract)
    examples.check_all(contract)
    return contract


def _problems(stated, path):
    kinds = {}
    for code, entry in stated.items():
        line = stated.at(code)
        if not isinstance(entry, Map) or set(entry) != {"status", "title", "help"}:
            raise Refused(
                path,
                line,
                f"problem {code} needs exactly status, title and help (quote texts with commas)",
            )
        if not isinstance(entry["status"], int) or not 400 <= entry["status"] <= 599:
            raise Refused(path, line, f"problem {code} has no status between 400 and 599")
        kinds[code] = ProblemKind(code, entry["status"], entry["title"], entry["help"], line)
    return kinds


def _field_codes(stated, path):
    for code, sentence in stated.items():
        if not isinstance(sentence, str):
            raise Refused(path, stated.at(code), f"field code {code} needs a sentence")
    return dict(stated)
