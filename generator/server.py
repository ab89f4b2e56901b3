"""routes.c, statements.c, statement_index.h, sql_embedded.c and openapi_embedded.c: what the server adds to the
rows of the contract."""

import openapi
from ctext import NOTE, quote, quote_lines, table
from sqlfiles import Folder


def sources(contract, root):
    """({name: text}, [what was read])"""
    folder = Folder(contract, root).load()
    return {
        "routes.c": _routes_c(contract, folder),
        "statements.c": _statements_c(folder),
        "sql_embedded.c": _sql_embedded_c(folder),
        "openapi_embedded.c": _openapi_embedded_c(contract),
        "statement_index.h": _statement_index_h(folder),
        "handle.h": _handle_h(contract),
    }, folder.read


def _routes_c(contract, folder):
    known = {each.name for each in folder.statements}
    problems = "".join(_problem_names(each) for each in contract.operations)
    rows = [_route(each, known) for each in contract.operations]
    return (
        "/* routes.c: for each operation its scope and who answers it. */\n"
        + NOTE
        + '#include "server/flow/route.h"\n#include "handle.h"\n#include "operation_index.h"\n#include "statement_index.h"\n\n'
        + problems
        + "\n"
        + table("const struct route routes[] =", rows)
        + f"const size_t route_count = {len(rows)};\n"
    )


def _handle_h(contract):
    handlers = [each for each in contract.operations if each.handler]
    declared = "".join(f"void {_handler(each)}(struct call *call);\n" for each in handlers)
    return (
        "/* handle.h: the operations with x-handler: server/handlers/, one file each. */\n"
        + NOTE
        + "#ifndef GENERATED_HANDLE_H\n#define GENERATED_HANDLE_H\n\nstruct call;\n"
        + declared
        + "\n#endif\n"
    )


def _handler(operation):
    return f"handle_{operation.snake}"


def _problem_names(operation):
    codes = "".join(f"\t{quote(code)},\n" for code in operation.problems)
    return f"static const char *const {operation.snake}_problems[] = {{\n{codes}\tNULL,\n}};\n"


def _route(operation, known):
    statement = (
        f"&statements[STATEMENT_{operation.snake.upper()}]" if operation.snake in known else "NULL"
    )
    scope = (
        "0"
        if operation.scope in ("none", "any")
        else "SCOPE_" + operation.scope.replace(":", "_").upper()
    )
    return (
        f"[{operation.c_index}] = {{ .operation = &operations[{operation.c_index}], .scope = {scope},\n"
        f"\t\t.statement = {statement}, .handler = {_handler(operation) if operation.handler else 'NULL'},\n"
        f"\t\t.secret_member = {quote(operation.secret)}, .location = {quote(operation.location)},\n"
        f"\t\t.secret_path = {quote(operation.secret_path)},\n"
        f"\t\t.problems = {operation.snake}_problems }},"
    )


def _param(param):
    index = f"CONTEXT_{param.index.upper()}" if param.source == "CONTEXT" else param.index
    return f"{{ PARAM_{param.source}, {index} }},"


def _statements_c(folder):
    parts, rows = [], []
    for statement in folder.statements:
        name = f"{statement.name}_params"
        if statement.params:
            parts.append(
                table(
                    f"static const struct statement_param {name}[] =", map(_param, statement.params)
                )
            )
        rows.append(
            f"[{statement.c_index}] = {{ /* {statement.path} */\n\t\t.name = {quote(statement.name)},\n"
            f"\t\t.sql =\n{quote_lines(statement.sql, chr(9) * 3)},\n"
            f"\t\t.lane = {'LANE_WRITE' if statement.is_write else 'LANE_READ'}, "
            f".params = {name if statement.params else 'NULL'}, .param_count = {len(statement.params)} }},"
        )
    return (
        "/* statements.c: every statement the server prepares, and where its parameters come from. */\n"
        + NOTE
        + '#include "server/store/store.h"\n#include "statement_index.h"\n\n'
        + "".join(parts)
        + "\n"
        + table("const struct statement statements[] =", rows)
        + f"const size_t statement_count = {len(rows)};\n"
    )


def _statement_index_h(folder):
    names = [each.c_index + "," for each in folder.statements] or ["STATEMENT_NONE,"]
    return (
        "/* statement_index.h: places in statements[]. */\n"
        + NOTE
        + "#ifndef GENERATED_STATEMENT_INDEX_H\n#define GENERATED_STATEMENT_INDEX_H\n\n"
        + table("enum statement_index", names)
        + "\n#endif\n"
    )


def _sql_embedded_c(folder):
    rows = [
        f"{{ {number}, {quote(name)},\n{quote_lines(text, chr(9) * 2)} }},"
        for number, name, text in folder.migrations
    ]
    return (
        "/* sql_embedded.c: the migrations, and the functions with the schema named after their text. */\n"
        + NOTE
        + '#include "server/store/embedded.h"\n\n'
        + table("const struct migration migrations[] =", rows)
        + f"const size_t migration_count = {len(rows)};\n\n"
        + f"const char functions_schema[] = {quote(folder.functions_schema())};\n"
        + f"const char functions_sql[] =\n{quote_lines(folder.functions_text())};\n"
    )


def _openapi_embedded_c(contract):
    text = openapi.text(contract)
    return (
        "/* openapi_embedded.c: the contract as the server hands it out. */\n"
        + NOTE
        + '#include "server/flow/route.h"\n\n'
        + f"const char openapi_json[] =\n{quote_lines(text)};\n"
        + "const size_t openapi_json_len = sizeof(openapi_json) - 1;\n"
    )
