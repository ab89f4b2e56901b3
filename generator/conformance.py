"""The library as tables for the conformance runner: conformance.c.

    sources(contract)  name → text, for the build folder

tests/conformance/dispatch.h says what the rows mean. Behind every pointer stands a thunk of one line that calls one
public function with its own types, so that the compiler checks them all.
"""
from accessors import TIMES, getter_functions, member_kind, setter_functions
from ctext import NOTE, quote
from sdk_calls import Calls
from sdk_enums import constants
from sdk_handles import Handles, list_name, members
from sdk_records import release_of
from sdk_times import kinds

# What a slot of getter and setter tables takes behind the handle, and gives.
GETS = {"has": ("int32_t", ""), "text": ("const char *", ""), "number": ("int64_t", ""), "record": ("const void *", ""),
        "count": ("size_t", ""), "text_at": ("const char *", "size_t index"),
        "record_at": ("const void *", "size_t index"), "key_at": ("const char *", "size_t index"),
        "entry": ("const char *", "const char *key")}
SETS = {"text": "const char *value", "number": "int64_t value", "record": "const void *value",
        "entry": "const char *key, const char *value", "entry_null": "const char *key", "null": "", "clear": "",
        "unset": ""}


def sources(contract):
    handles = Handles(contract)
    calls = Calls(contract, handles)
    every = list(handles.by_name.values())
    readers = [each for each in every if not each.writable]
    builders = [each for each in every if each.writable]
    parts = ["/* conformance.c: every public function of the contract, by name. */\n", NOTE,
             '#include "tests/conformance/dispatch.h"\n']
    parts += [f"static struct reader {each.name};" for each in readers]
    parts += [f"static struct builder {each.name};" for each in builders]
    parts += [names_table(prefix, member) for prefix, (_, member) in handles.enums.by_prefix.items()]
    for each in every:
        parts += builder(each, handles) if each.writable else reader(each, handles)
    for operation in contract.operations:
        parts += operation_thunks(operation, handles, calls)
    parts += ["const struct row rows[] = {", *[operation_row(each, handles, calls) for each in contract.operations],
              "};", "const size_t row_count = sizeof(rows) / sizeof(rows[0]);"]
    parts += listing("reader", readers) + listing("builder", builders)
    return {"conformance.c": "\n".join(parts) + "\n"}


def listing(what, handles):
    rows = "".join(f"\t&{each.name},\n" for each in handles)
    return [f"struct {what} *const {what}s[] = {{\n{rows}}};",
            f"const size_t {what}_count = sizeof({what}s) / sizeof({what}s[0]);"]


def names_of(prefix):
    return "names_" + prefix.removeprefix("LIBAPI_").lower()


def names_table(prefix, member):
    """By value; the last one is NULL."""
    rows = ", ".join(f"[{constant}] = {quote(text or '')}" for constant, text in constants(prefix, member))
    return f"static const char *const {names_of(prefix)}[] = {{ {rows}, NULL }};"


class Table:
    """The rows of one type's members, and the thunks that they point at."""

    def __init__(self, handle, handles):
        self.handle, self.handles = handle, handles
        self.thunks, self.rows = [], []

    def thunk(self, slot, function, result, first, more):
        name = f"{self.handle.name}_{slot}_{function}"
        arguments = ", ".join([first.rsplit("*", 1)[-1]] + [part.split()[-1].lstrip("*") for part in more.split(", ")
                                                            if part])
        space = "" if result.endswith("*") else " "
        self.thunks.append(f"static {result}{space}{name}({first}{', ' + more if more else ''}) {{\n"
                           f"\treturn {self.handle.ctype}_{function}({arguments});\n}}")
        return name

    def row(self, member, kind, slots, name=None):
        cells = [f".name = {quote(name or member.name)}", f".kind = {kind}"]
        if kind == "ENUM":
            cells.append(f".names = {names_of(self.handles.enums.prefix(self.handle, member))}")
        if kind in ("RECORD", "RECORDS"):
            child = self.handle.item or self.handles.child(self.handle, member)
            cells.append(f".child = &{child.name}")
        cells += [f".{slot} = {thunk}" for slot, thunk in slots.items()]
        self.rows.append("\t{ " + ", ".join(cells) + " },")

    def kind(self, member, kind):
        slot, more = {"NUMBER": ("number", SETS["number"]), "TEXT": ("text", SETS["text"]),
                      "MAP": ("entry", SETS["entry"])}[kind.slot]
        name = f"{member.name}_{kind.suffix}"
        cells = [f".name = {quote(name)}", f".kind = {kind.slot}",
                 f".{slot} = {self.thunk(slot, f'set_{name}', 'int32_t', 'void *to', more)}"]
        self.rows.append("\t{ " + ", ".join(cells) + " },")

    def text(self, kind, last):
        rows = "\n".join(self.rows)
        name = self.handle.name
        table = f"static struct {kind} {name}_{kind}s[] = {{\n{rows}\n}};"
        return [*self.thunks, table,
                f"static struct {'reader' if kind == 'getter' else 'builder'} {name} = {{\n\t{quote(name)}, "
                f"{name}_{kind}s, sizeof({name}_{kind}s) / sizeof({name}_{kind}s[0]), {last}\n}};"]


# ---- answers -------------------------------------------------------------------------------------------------


def reader(handle, handles):
    table = Table(handle, handles)

    def thunks(functions):
        return {slot: table.thunk(slot, function, GETS[slot][0], "const void *of", GETS[slot][1])
                for slot, function in functions.items()}

    for member in handle.schema.fields:
        table.row(member, member_kind(member), thunks(getter_functions(handle, member)))
        if member.type == "text" and member.format in TIMES:
            table.row(member, "MILLISECONDS", thunks({"number": f"{member.name}_ms"}), f"{member.name}_ms")
    ctype, name = handle.ctype, handle.name
    table.thunks += [f"static void *{name}_hold(const void *handle) {{\n\treturn {ctype}_ref(handle);\n}}",
                     f"static void {name}_release(void *handle) {{\n\t{ctype}_unref(handle);\n}}"]
    return table.text("getter", f"{name}_hold, {name}_release")


# ---- bodies and queries --------------------------------------------------------------------------------------


def builder(handle, handles):
    table = Table(handle, handles)
    for member in members(handle.schema, handle.kind):
        slots = {slot: table.thunk(slot, function, "int32_t", "void *to", SETS[slot])
                 for slot, function in setter_functions(handle, member).items()}
        table.row(member, member_kind(member), slots)
        for kind in kinds(member):
            table.kind(member, kind)
    ctype, name = handle.ctype, handle.name
    table.thunks += [f"static int32_t {name}_make(void **out) {{\n\treturn {ctype}_new(({ctype} **)out);\n}}",
                     f"static void {name}_release(void *builder) {{\n\t{release_of(handle)}(builder);\n}}"]
    return table.text("setter", f"{name}_make, {name}_release")


# ---- operations ----------------------------------------------------------------------------------------------

def takes_text(operation):
    """A body that is text and has no schema, where the contract knows of such."""
    return operation.text_body


CLIENT = "libapi_client *client, const struct inputs *in"


def operation_thunks(operation, handles, calls):
    result, sdk = calls.result(operation), operation.sdk
    path = ["client", *[f"in->path[{index}]" for index in range(len(operation.path_fields))]]
    query = ["in->query"] if operation.query_schema else []
    body = ["in->body"] if operation.body else ["in->text", "in->text_bytes"] if takes_text(operation) else []
    given = [*path, *body, *query, "in->options"]
    out = [f"({result.ctype} **)out"] if result else ["(char **)out"] if operation.raw_answer else []
    unused = [] if out else ["(void)out;"]
    lines = thunk(f"{sdk}_do_perform", f"{CLIENT}, void **out", f"libapi_{sdk}", [*given, *out, "error"], unused)
    lines += thunk(f"{sdk}_do_start", f"{CLIENT}, libapi_call **out", f"libapi_{sdk}_start", [*given, "out", "error"])
    lines += thunk(f"{sdk}_do_take", "libapi_call *call, void **out", calls.take_name(operation),
                   ["call", *out, "error"], unused)
    if operation.is_list:
        pager = f"libapi_{list_name(operation)}_pager"
        lines += thunk(f"{sdk}_do_walk", f"{CLIENT}, void **pager", f"{pager}_new",
                       [*path, *query, "in->options", f"({pager} **)pager", "error"])
        lines += thunk(f"{sdk}_do_next", "void *pager, void **out", f"{pager}_next",
                       ["pager", f"({result.item.ctype} **)out", "error"])
        lines.append(f"static void {sdk}_do_stop(void *pager) {{\n\t{pager}_free(pager);\n}}")
    return lines


def thunk(name, params, function, arguments, before=()):
    return [f"static int32_t {name}({params}, libapi_error **error) {{",
            *[f"\t{line}" for line in before], f"\treturn {function}({', '.join(arguments)});", "}"]


def operation_row(operation, handles, calls):
    result, query, body = calls.result(operation), handles.query(operation), handles.body(operation)
    names = ", ".join([quote(member.name) for member in operation.path_fields] + ["NULL"])
    cells = [f".id = {quote(operation.id)}", f".path = (const char *const[]){{ {names} }}"]
    cells += [f".{slot} = &{handle.name}" for slot, handle in (("query", query), ("body", body), ("answer", result))
              if handle]
    if operation.raw_answer:
        cells.append(".gives_text = true")
    if takes_text(operation):
        cells.append(".takes_text = true")
    steps = ["perform", "start", "take"]
    if operation.is_list:
        cells.append(f".item = &{result.item.name}")
        steps += ["walk", "next", "stop"]
    cells += [f".{step} = {operation.sdk}_do_{step}" for step in steps]
    return "\t{ " + ", ".join(cells) + " },"
