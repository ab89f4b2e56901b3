"""Operations: a table of their functions, and a class a noun with a method a verb."""
from binding_python_text import about, camel, docstring, given_type, head, ident, plural
from sdk_handles import list_name, members
from sdk_times import with_kinds


def operations(contract, handles, calls):
    lines = head("Which functions of the library an operation has.")
    lines += ["from . import _builders, records", "from ._lib import lib", "from ._operation import Operation"]
    for operation in contract.operations:
        body, query, result = handles.body(operation), handles.query(operation), calls.result(operation)
        answer = f"records.{camel(result.name)}" if result else "str" if operation.raw_answer else "None"
        cells = [f'"{operation.id}"', f"lib.libapi_{operation.sdk}_start", f"lib.{calls.take_name(operation)}",
                 f"answer={answer}"]
        cells += [f"{slot}=_builders.{each.name.upper()}" for slot, each in (("body", body), ("query", query)) if each]
        if operation.text_body:
            cells.append("text_body=True")
        if operation.is_list:
            pager = f"libapi_{list_name(operation)}_pager"
            cells += [f"item=records.{camel(result.item.name)}",
                      f'pager=("{pager} **", lib.{pager}_new, lib.{pager}_next, lib.{pager}_free)']
        lines += ["", f"{operation.snake.upper()} = Operation("] + [f"    {cell}," for cell in cells] + [")"]
    return "\n".join(lines) + "\n"


def resources(contract, handles, calls, is_async):
    lines = head("The operations, " + ("awaited." if is_async else "a class a noun and a method a verb."))
    lines += ["from datetime import date, datetime",
              "from typing import Any, Iterable, Mapping, Optional, Tuple, Union", "",
              "from . import _operations, records", "from ._operation import UNSET",
              "from ._resource import " + ("AsyncResource as Resource" if is_async else "Resource"),
              "from .drafts import *  # noqa: F403", "from .enums import *  # noqa: F403", "from .options import CallOptions",
              "from ." + ("aio_pager import AsyncPager as Pager" if is_async else "pager import Pager")]
    prefix = "Async" if is_async else ""
    nouns = contract.nouns
    for noun in nouns:
        lines += ["", "", f"class {prefix}{camel(plural(noun))}(Resource):",
                  *docstring(contract.tags.get(noun) or f"Operations on {plural(noun)}.", 4)]
        for operation in [each for each in contract.operations if each.noun == noun]:
            lines += methods(contract, operation, handles, calls, is_async)
    lines += ["", "", "class Resources:", f'    """The nouns of {prefix}Client."""', ""]
    lines += [f"    {plural(noun)}: {prefix}{camel(plural(noun))}" for noun in nouns]
    lines += ["", "", "NOUNS = {"] + [f'    "{plural(noun)}": {prefix}{camel(plural(noun))},' for noun in nouns] + ["}"]
    return "\n".join(lines) + "\n"


def methods(contract, operation, handles, calls, is_async):
    result = calls.result(operation)
    if not operation.is_list:
        kind = f"records.{camel(result.name)}" if result else "str" if operation.raw_answer else "None"
        return method(operation, handles, operation.verb, kind, "_run", is_async)
    item, page = camel(result.item.name), camel(result.name)
    return method(operation, handles, operation.verb, f"Pager[records.{item}]", "_walk", False) + \
        method(operation, handles, f"{operation.verb}_page", f"records.{page}", "_run", is_async)


def keywords(operation, handles):
    """[(name in Python, member, handle, part)]; a member that has a path parameter's name is new_NAME."""
    path = {member.name for member in operation.path_fields}
    rows = []
    for part, handle in (("body", handles.body(operation)), ("query", handles.query(operation))):
        if handle:
            rows += [(f"new_{member.name}" if member.name in path else ident(member.name), member, handle, part)
                     for member in with_kinds(members(handle.schema, handle.kind))]
    return rows


def method(operation, handles, name, kind, run, is_async):
    path = [member.name for member in operation.path_fields]
    rows = keywords(operation, handles)
    text = ["text: Union[str, bytes]"] if operation.text_body else []
    params = ["self", *[f"{each}: str" for each in path], *text, "*"]
    params += [f"{each}: {given_type(handle, member, handles)} = UNSET" for each, member, handle, _ in rows]
    if handles.body(operation):
        params.append("body: Optional[Mapping[str, Any]] = None")
    params.append("options: Optional[CallOptions] = None")
    lines = ["", f"    {'async ' if is_async else ''}def {ident(name)}(", *[f"        {each}," for each in params],
             f"    ) -> {kind}:", *docstring(words(operation, rows, name), 8)]
    place = ", ".join(path) + ("," if len(path) == 1 else "")
    lines += [f"        return {'await ' if is_async else ''}self.{run}(_operations.{operation.snake.upper()}, ({place}),",
              f"            {part_of(rows, 'query')},", f"            {part_of(rows, 'body')}, "
              f"{'text' if text else 'body' if handles.body(operation) else 'None'}, options)"]
    return lines


def part_of(rows, part):
    return "{" + ", ".join(f'"{member.name}": {name}' for name, member, _, where in rows if where == part) + "}"


def words(operation, rows, name):
    text = operation.summary.strip().rstrip(".") + "."
    if name.endswith("_page"):
        text += " One page; the plain method walks over all."
    elif operation.is_list:
        text += " Walks over all entries, page after page; nothing is sent before the first is asked for."
    if operation.description:
        text += "\n\n" + " ".join(operation.description.split())
    if operation.text_body:
        text += f"\n\ntext: {operation.body_type}; a str is sent as UTF-8."
    if rows:
        text += "\n\n" + "\n".join(f"{each}: {about(member)}" for each, member, _, _ in rows)
    return text + f"\n\nWire: {operation.method} {operation.path}. Since {operation.since}."
