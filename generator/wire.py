"""schemas.h, schemas.c, operations.c and operation_index.h: the contract as the tables of libapi/wire/."""

from contract import Refused
from ctext import NOTE, flags, quote, table

MODES = {"create": "WIRE_CREATE", "replace": "WIRE_REPLACE", "patch": "WIRE_PATCH"}


def sources(contract):
    """name of the file -> text"""
    return {
        "schemas.h": _schemas_h(contract),
        "schemas.c": _schemas_c(contract),
        "operations.c": _operations_c(contract),
        "operation_index.h": _operation_index_h(contract),
    }


def all_schemas(contract):
    """Every schema that gets a table: those of the document, then path and query parameters."""
    of_operations = [
        schema
        for operation in contract.operations
        for schema in (operation.path_schema, operation.query_schema)
        if schema
    ]
    return list(contract.schemas.values()) + of_operations


def _schemas_h(contract):
    parts = [
        "/* schemas.h: every schema of the contract, and the places of its fields. */\n",
        NOTE,
        '#ifndef GENERATED_SCHEMAS_H\n#define GENERATED_SCHEMAS_H\n\n#include "libapi/wire/wire.h"\n',
    ]
    seen = {}
    for schema in all_schemas(contract):
        names = [schema.c_index(member.name) for member in schema.fields] + [
            schema.c_index("field_count")
        ]
        for name in names:
            if name in seen:
                raise Refused(
                    contract.path,
                    schema.line,
                    f"{schema.name} and {seen[name]} both need the C name {name}",
                )
            seen[name] = schema.name
        parts.append(f"\nextern const struct wire_schema {schema.c_name};\n")
        parts.append(table(f"enum {schema.snake}_field", [name + "," for name in names]))
    return "".join(parts) + "\n#endif\n"


class _Tables:
    """The arrays that one schema's fields point at come before it."""

    def __init__(self, schema):
        self.schema, self.before = schema, []

    def text(self):
        rows = [self.field(member, member.name) for member in self.schema.fields]
        name = f"{self.schema.snake}_fields"
        body = table(f"static const struct wire_field {name}[] =", rows)
        return (
            "\n"
            + "".join(self.before)
            + body
            + f"const struct wire_schema {self.schema.c_name} = {{ "
            f"{quote(self.schema.name)}, {name}, {len(rows)} }};\n"
        )

    def field(self, member, path):
        set_flags = [
            flag
            for flag, on in (
                ("WIRE_REQUIRED", member.required),
                ("WIRE_NULLABLE", member.nullable),
                ("WIRE_READ_ONLY", member.read_only),
            )
            if on
        ]
        parts = [f".name = {quote(member.name)}", f".type = WIRE_{member.type.upper()}"]
        if member.format != "plain":
            parts.append(f".format = WIRE_{member.format.upper()}")
        if set_flags:
            parts.append(f".flags = {flags(set_flags)}")
        parts += [
            f".{key} = {value}"
            for key, value in (
                ("min", member.min),
                ("max", member.max),
                ("key_max", member.key_max),
            )
            if value
        ]
        if member.names:
            parts.append(f".names = {self.names(member, path)}")
        if member.schema:
            parts.append(f".schema = &{member.schema.c_name}")
        if member.item:
            parts.append(f".item = &{self.item(member.item, path)}")
        parts += [
            f".{key} = {quote(value)}"
            for key, value in (
                ("after", member.after),
                ("fallback", member.default),
                ("help", member.help or None),
            )
            if value
        ]
        return "{ " + ", ".join(parts) + " },"

    def names(self, member, path):
        name = f"{self.schema.snake}_{path}_names"
        values = ", ".join(quote(each) for each in member.names)
        self.before.append(f"static const char *const {name}[] = {{ {values}, NULL }};\n")
        return name

    def item(self, item, path):
        name = f"{self.schema.snake}_{path}_item"
        row = self.field(item, path + "_item").rstrip(",")
        self.before.append(f"static const struct wire_field {name} = {row};\n")
        return name


def _schemas_c(contract):
    return (
        "/* schemas.c: the tables by which records are read, checked and written. */\n"
        + NOTE
        + '#include "schemas.h"\n'
        + "".join(_Tables(schema).text() for schema in all_schemas(contract))
    )


def _operation_flags(operation):
    pairs = (
        ("SAFE", operation.safe),
        ("LIST", operation.is_list),
        ("ETAG", operation.etag),
        ("IF_MATCH", operation.if_match),
        ("IF_NONE_MATCH", operation.if_none_match),
        ("PUBLIC", operation.public),
        ("RAW", operation.raw_answer),
        ("ALONE", operation.alone),
    )
    return flags([f"OPERATION_{name}" for name, on in pairs if on])


def _pointer(schema):
    return f"&{schema.c_name}" if schema else "NULL"


def _operation(operation):
    return (
        f"[{operation.c_index}] = {{ {quote(operation.id)}, {quote(operation.sdk)}, {quote(operation.method)}, "
        f"{quote(operation.path)},\n\t\t{_operation_flags(operation)}, .deadline_ms = {operation.deadline_s * 1000}, "
        f".deadline_plus = {quote(operation.deadline_plus)}, "
        f".body_max = {operation.body_limit}, .success = {operation.success},\n"
        f"\t\t.path_fields = {_pointer(operation.path_schema)}, .query = {_pointer(operation.query_schema)},\n"
        f"\t\t.body = {_pointer(operation.body)}, .body_mode = {MODES[operation.body_mode]},\n"
        f"\t\t.text_type = {quote(operation.body_type if operation.text_body else None)},\n"
        f"\t\t.answer = {_pointer(operation.answer)}, .page = {_pointer(operation.page)} }},"
    )


def _operations_c(contract):
    kinds = [
        f"{{ {quote(kind.code)}, {kind.status}, {quote(kind.title)}, {quote(kind.help)} }},"
        for kind in contract.problems.values()
    ]
    return (
        "/* operations.c: the rows of the contract, and its problem codes. */\n"
        + NOTE
        + '#include "libapi/wire/operation.h"\n#include "operation_index.h"\n#include "schemas.h"\n\n'
        + table(
            "const struct operation operations[] =",
            [_operation(each) for each in contract.operations],
        )
        + f"const size_t operation_count = {len(contract.operations)};\n\n"
        + table("const struct problem_kind problem_kinds[] =", kinds)
        + f"const size_t problem_kind_count = {len(kinds)};\n"
    )


def _operation_index_h(contract):
    names = [each.c_index + "," for each in contract.operations]
    return (
        "/* operation_index.h: places in operations[]. */\n"
        + NOTE
        + "#ifndef GENERATED_OPERATION_INDEX_H\n#define GENERATED_OPERATION_INDEX_H\n\n"
        + table("enum operation_index", names)
        + "\n#endif\n"
    )
