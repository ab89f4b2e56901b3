"""server/store/sql/**.sql -> statements with their parameters; lib/ and the writes -> one text of functions.

generator/README.md says what a file may hold. Statements that are no operation (authenticate, readiness …) are
internal: their names become $1, $2 … in order of first appearance, and C passes the values in that order.
"""

import hashlib
import os
import re
from dataclasses import dataclass, field

import sqltext
import sqlwrite
from contract import Refused

# enum context_param of server/store/store.h, in its order, with the type of each.
CONTEXT = {
    "caller": "uuid",
    "key_id": "uuid",
    "is_admin": "boolean",
    "scopes": "text[]",
    "request_id": "text",
    "operation": "text",
    "idempotency_key": "text",
    "request_hash": "text",
    "if_match": "bigint",
    "if_none_match_any": "boolean",
    "new_id": "uuid",
    "secret_hash": "text",
    "secret_prefix": "text",
    "secret_sealed": "text",
    "secret_kept": "text",
    "after": "text",
    "limit": "integer",
    "is_patch": "boolean",
    "plan": "jsonb",
}
CASTS = {"uuid": "uuid", "user_ref": "uuid", "instant": "timestamptz", "date": "date"}


@dataclass
class Param:
    source: str  # PATH QUERY BODY CONTEXT
    index: object  # a number, or the name of a context parameter
    cast: str = ""


@dataclass
class Statement:
    name: str
    path: str
    sql: str
    is_write: bool
    params: list = field(default_factory=list)

    @property
    def c_index(self):
        return "STATEMENT_" + self.name.upper()


@dataclass
class Argument:
    name: str
    type: str
    is_out: bool
    is_in: bool


class Binder:
    """Names of one statement -> $n."""

    def __init__(self, operation):
        self.operation, self.params, self.numbers = operation, [], {}

    def number(self, name):
        """$n of a name, or None for an unknown one."""
        if name not in self.numbers:
            param = self.find(name)
            if param is None:
                return None
            self.params.append(param)
            self.numbers[name] = len(self.params)
        return self.numbers[name]

    def find(self, name):
        operation = self.operation
        if operation is None:
            return Param("PATH", len(self.params))
        if name == "body":
            return Param("BODY", 0, "jsonb")
        for source, fields in (("PATH", operation.path_fields), ("QUERY", operation.query_fields)):
            for index, member in enumerate(fields):
                if member.name == name and name not in ("limit", "cursor"):
                    return Param(source, index, cast_of(member))
        if name in CONTEXT:
            return Param("CONTEXT", name, CONTEXT[name])
        return None

    def text(self, name, cast=None):
        """What stands in the SQL, or None."""
        number = self.number(name)
        if number is None:
            return None
        cast = self.params[number - 1].cast if cast is None else cast
        return f"${number}::{cast}" if cast else f"${number}"

    def request(self):
        return "ROW(" + ", ".join(self.text(name) for name in CONTEXT) + ")::request"


def cast_of(member):
    if member.type == "int":
        return "bigint"
    if member.type == "bool":
        return "boolean"
    return CASTS.get(member.format, "text")


class Folder:
    """All SQL of the server. `read` lists what it was made of, folders included, for the build's depfile."""

    def __init__(self, contract, root):
        self.contract, self.root, self.read = contract, root, []
        self.statements, self.functions, self.migrations = [], [], []

    def load(self):
        by_name = {operation.snake: operation for operation in self.contract.operations}
        for path in self.files("server/store/sql"):
            text = self.text(path)
            name = os.path.basename(path)[: -len(".sql")]
            self.check_codes(path, text, by_name.get(name))
            if "/lib/" in path:
                self.functions.insert(self.lib_count(), (path, text))
            elif name in [each.name for each in self.statements]:
                self.refuse(path, 1, f"there is another {name}.sql")
            else:
                self.statements.append(self.statement(name, path, text, by_name.get(name)))
        for operation in self.contract.operations:
            self.check_operation(operation)
        self.load_migrations()
        return self

    def lib_count(self):
        return sum("/lib/" in path for path, _ in self.functions)

    def check_operation(self, operation):
        handler = f"server/handlers/{operation.snake}.c"
        if operation.handler and not os.path.exists(os.path.join(self.root, handler)):
            raise Refused(
                self.contract.path,
                operation.line,
                f"{operation.id} has x-handler, but {handler} is missing",
            )
        if not operation.handler and operation.snake not in [each.name for each in self.statements]:
            raise Refused(
                self.contract.path,
                operation.line,
                f"{operation.id} has no x-handler, and server/store/sql/{operation.snake}.sql is missing",
            )

    def check_codes(self, path, text, operation):
        """Codes that stand in the text as literals: what a row does not list would become a 500."""
        known = set(self.contract.problems) if operation is None else set(operation.problems)
        for found in re.finditer(r"\boutcome\s*:=\s*'([a-z_]+)'", text):
            if found.group(1) not in known | {"ok", "created", "needs_plan"}:
                self.refuse(
                    path,
                    sqltext.line_of(text, found.start()),
                    f"outcome {found.group(1)} is not one that the contract lists here",
                )
        for found in re.finditer(r"\bfield_error\(\s*'[^']*'\s*,\s*'([a-z_]+)'", text):
            if found.group(1) not in self.contract.field_codes:
                self.refuse(
                    path,
                    sqltext.line_of(text, found.start()),
                    f"field code {found.group(1)} is not in the contract's x-field-codes",
                )

    def load_migrations(self):
        for path in self.files("server/store/migrations"):
            found = re.fullmatch(r"(\d{4})_([a-z0-9_]+)\.sql", os.path.basename(path))
            if not found or int(found.group(1)) != len(self.migrations) + 1:
                self.refuse(
                    path, 1, f"the next migration is {len(self.migrations) + 1:04d}_name.sql"
                )
            self.migrations.append((int(found.group(1)), found.group(2), self.text(path)))

    # ---- files ------------------------------------------------------------------------------------------

    def files(self, folder):
        found = []
        for at, folders, names in os.walk(os.path.join(self.root, folder)):
            folders.sort()
            self.read.append(at)
            found += [
                os.path.relpath(os.path.join(at, name), self.root)
                for name in names
                if name.endswith(".sql")
            ]
        return sorted(found)

    def text(self, path):
        full = os.path.join(self.root, path)
        self.read.append(full)
        with open(full, encoding="utf-8") as file:
            text = file.read()
        if "\0" in text:
            self.refuse(path, 1, "holds a NUL")
        try:
            list(sqltext.tokens(text))
        except sqltext.Broken as broken:
            self.refuse(path, sqltext.line_of(text, broken.at), broken.reason)
        try:
            return sqlwrite.expand(text)
        except sqlwrite.Unreadable as bad:
            return self.refuse(path, sqltext.line_of(text, bad.at), str(bad))

    def refuse(self, path, line, reason):
        raise Refused(path, line, reason)

    # ---- statements -------------------------------------------------------------------------------------

    def statement(self, name, path, text, operation):
        bare = sqltext.masked(text)
        if re.match(r"\s*CREATE\b", bare, re.IGNORECASE):
            self.functions.append((path, text))
            return self.write(name, path, text, bare, operation)
        return self.plain(name, path, text, bare, operation)

    def plain(self, name, path, text, bare, operation):
        text = sqltext.without_comments(text).rstrip().rstrip(";")
        if ";" in sqltext.masked(
            text, ("comment", "block", "escape", "string", "dollar", "quoted")
        ):
            self.refuse(path, 1, "one statement a file")
        binder = Binder(operation)

        def put(param, is_cast):
            written = binder.text(param, "" if is_cast else None)
            if written is None:
                at = re.search(rf"(?<!:):{param}\b", bare)
                self.refuse(
                    path,
                    sqltext.line_of(bare, at.start() if at else 0),
                    f"unknown parameter :{param}",
                )
            return f"({written})" if "::" in written else written

        sql = sqltext.rewrite(text, put)
        changes = re.search(r"\b(INSERT|UPDATE|DELETE)\b", bare, re.IGNORECASE)
        return Statement(name, path, sql, bool(changes), binder.params)

    def write(self, name, path, text, bare, operation):
        """The call of the function that the file creates under its own name."""
        found = re.search(
            rf"\bCREATE\s+(?:OR\s+REPLACE\s+)?FUNCTION\s+{name}\s*\(", bare, re.IGNORECASE
        )
        if not found:
            self.refuse(path, 1, f"creates no function {name}")
        line = sqltext.line_of(text, found.start())
        arguments = self.arguments(path, line, bare, found.end())
        binder, values = Binder(operation), []
        for argument in arguments:
            if argument.is_in:
                values.append(self.value(path, line, argument, binder))
        outs = [argument.name for argument in arguments if argument.is_out]
        columns = (
            ", ".join("(answer).*" if each == "answer" else f'"{each}"' for each in outs) or "*"
        )
        if any(argument.type == "request" for argument in arguments):
            columns += ", changed_calendars() AS changed"  # last: it is asked when all is done
        return Statement(
            name, path, f"SELECT {columns} FROM {name}({', '.join(values)})", True, binder.params
        )

    def value(self, path, line, argument, binder):
        if argument.name == "request" and argument.type == "request":
            if binder.operation is None:
                self.refuse(path, line, "an internal statement has no request")
            return binder.request()
        written = binder.text(argument.name, argument.type)
        if written is None:
            self.refuse(path, line, f"unknown parameter {argument.name}")
        return written

    def arguments(self, path, line, bare, start):
        depth, at, parts, begin = 1, start, [], start
        while depth:
            if at >= len(bare):
                self.refuse(path, line, "the argument list does not end")
            depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(bare[at], 0)
            if depth == 0 or depth == 1 and bare[at] == ",":
                parts.append(bare[begin:at])
                begin = at + 1
            at += 1
        return [self.argument(path, line, part) for part in parts if part.strip()]

    def argument(self, path, line, part):
        found = re.fullmatch(
            r"\s*(?:(IN|OUT|INOUT)\s+)?(\"[^\"]+\"|\w+)\s+(.+?)\s*(?:(?:=|\bDEFAULT\b).*)?",
            part,
            re.DOTALL | re.IGNORECASE,
        )
        if not found:
            self.refuse(path, line, f"cannot read the argument {part.strip()!r}")
        mode = (found.group(1) or "IN").upper()
        return Argument(
            found.group(2).strip('"'),
            " ".join(found.group(3).split()),
            "OUT" in mode,
            mode.startswith("IN"),
        )

    # ---- functions --------------------------------------------------------------------------------------

    def functions_text(self):
        """What the migrator runs; the comments let its errors name file and line."""
        return "\n".join(f"-- file: {path}\n{text.rstrip()}\n" for path, text in self.functions)

    def functions_schema(self):
        return "api_" + hashlib.sha256(self.functions_text().encode()).hexdigest()[:12]
