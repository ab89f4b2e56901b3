"""Operations as C functions: one that waits, one that starts, one that takes the answer, and pagers."""
from sdk_docs import operation_doc, start_doc
from sdk_handles import list_name
from sdk_text import Function, join, wrap

# Without `out` the core refuses before anything is sent.
RECORD = "out != NULL ? &record : NULL"
CLIENT = ("libapi_client *", "client")
TEXT = [("const char *", "text"), ("size_t", "text_bytes")]
OPTIONS = ("const libapi_call_options *", "options")
CALL = ("libapi_call *", "call")
ERROR = ("libapi_error **", "error")


def row(operation):
    return f"&operations[{operation.c_index}]"


def call(function, *arguments):
    """A call of a core function, broken where it gets long."""
    text = f"{function}({', '.join(arguments)})"
    if len(text) < 80:
        return text
    first, rest, line = [], list(arguments), f"{function}("
    while rest and len(line) + len(rest[0]) < 88:
        part = rest.pop(0)
        line += part + (", " if rest else "")
    return line.rstrip() + "\n\t\t" + ", ".join(rest) + ")"


class Calls:
    def __init__(self, contract, handles):
        self.contract = contract
        self.handles = handles

    # ---- what goes in ----------------------------------------------------------------------------------

    def inputs(self, operation, body=True):
        """Client, path parameters, body, query, options: everything but where the outcome goes."""
        params = [CLIENT] + [("const char *", member.name) for member in operation.path_fields]
        draft, query = self.handles.body(operation), self.handles.query(operation)
        if draft is not None and body:
            params.append((f"const {draft.ctype} *", draft.name.rsplit("_", 1)[-1]))
        if operation.text_body:
            params += TEXT
        if query is not None:
            params.append((f"const {query.ctype} *", "query"))
        return params + [OPTIONS]

    def path(self, operation):
        names = [member.name for member in operation.path_fields]
        return [f"const char *const path[] = {{ {', '.join(names)} }};"] if names else []

    def arguments(self, operation):
        draft = self.handles.body(operation)
        body = [f"(const void *){draft.name.rsplit('_', 1)[-1]}" if draft else "NULL"]
        return ["client", row(operation), "path" if operation.path_fields else "NULL",
                "(const void *)query" if operation.query_schema else "NULL",
                *(["text", "text_bytes"] if operation.text_body else body), "options"]

    # ---- what comes out --------------------------------------------------------------------------------

    def result(self, operation):
        """The type that an operation answers with; None for 204 and raw answers."""
        return self.handles.page(operation) or self.handles.answer(operation)

    def take_name(self, operation):
        result = self.result(operation)
        if result is not None:
            return f"libapi_call_take_{result.name}"
        return "libapi_call_take_text" if operation.raw_answer else "libapi_call_take_nothing"

    # ---- functions -------------------------------------------------------------------------------------

    def of(self, operation):
        functions = [self.sync(operation), self.start(operation)]
        return functions + (self.pager(operation) if operation.is_list else [])

    def sync(self, operation):
        params, result = self.inputs(operation), self.result(operation)
        out = ""
        if result is not None:
            params.append((f"{result.ctype} **", "out"))
            what = result.item.schema.description if result.kind == "page" else result.schema.description
            text = what.split(".")[0]
            out = (f"{'a page of the list' if result.kind == 'page' else text[0].lower() + text[1:]}; yours, "
                   f"release with {result.ctype}_unref(); NULL on any error")
        elif operation.raw_answer:
            params.append(("char **", "out_text"))
            out = "the answer as text; yours, release with libapi_string_free(); NULL on any error"
        params.append(ERROR)
        return Function(f"libapi_{operation.sdk}", "int32_t", params,
                        operation_doc(self.contract, operation, params, out), self.sync_body(operation, result),
                        must_use=True)

    def sync_body(self, operation, result):
        if operation.raw_answer or operation.text_body:
            names = ", ".join(name for _, name in self.inputs(operation))
            out = "out_text" if operation.raw_answer else "out"
            return ["libapi_call *call = NULL;",
                    f"int32_t code = libapi_{operation.sdk}_start({names}, &call, error);", "",
                    "if (code == LIBAPI_OK) {", f"\tcode = {self.take_name(operation)}(call, {out}, error);",
                    f"}} else if ({out} != NULL) {{", f"\t*{out} = NULL;", "}", "libapi_call_free(call);",
                    "return code;"]
        if result is None:
            head = self.path(operation) + [""] if operation.path_fields else []
            return head + ["return " + call("libapi__call_perform", *self.arguments(operation), "NULL", "error") + ";"]
        return self.path(operation) + [
            "struct wire_record *record = NULL;",
            "int32_t code = " + call("libapi__call_perform", *self.arguments(operation), RECORD, "error") + ";",
            "", "return libapi__record_give(record, code, out);"]

    def start(self, operation):
        params = self.inputs(operation) + [("libapi_call **", "out"), ERROR]
        head = self.path(operation) + [""] if operation.path_fields else []
        return Function(f"libapi_{operation.sdk}_start", "int32_t", params,
                        start_doc(operation, f"libapi_{operation.sdk}", self.take_name(operation)),
                        head + ["return " + call("libapi__call_start_text" if operation.text_body
                                                 else "libapi__call_start", *self.arguments(operation), "out", "error")
                                + ";"], must_use=True)

    def take(self, handle):
        """The answer of any operation that answers with this type."""
        operation = next(each for each in self.contract.operations if self.result(each) is handle)
        doc = wrap(f"Take the answer of a call that gives {handle.ctype}, once; waits if the call still runs. "
                   f"`out` is yours, release with {handle.ctype}_unref(); NULL on any error.")
        doc += ["", *wrap("Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a "
                          "call of another type or one whose answer was taken. Since 0.1.")]
        return Function(f"libapi_call_take_{handle.name}", "int32_t", [CALL, (f"{handle.ctype} **", "out"), ERROR],
                        doc, ["struct wire_record *record = NULL;",
                              "int32_t code = " + call("libapi__call_take", "call", row(operation), RECORD, "error") + ";", "",
                              "return libapi__record_give(record, code, out);"], must_use=True)

    def take_others(self):
        """For operations that answer with nothing, or with text of no schema."""
        nothing = next((each for each in self.contract.operations
                        if self.result(each) is None and not each.raw_answer), None)
        text = next((each for each in self.contract.operations if each.raw_answer), None)
        functions = []
        if nothing is not None:
            functions.append(Function(
                "libapi_call_take_nothing", "int32_t", [CALL, ERROR],
                wrap("Take the outcome of a call that answers with nothing (a deletion), once; waits if it still runs. "
                     "Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID. Since 0.1."),
                [f"return libapi__call_take(call, {row(nothing)}, NULL, error);"], must_use=True))
        if text is not None:
            functions.append(Function(
                "libapi_call_take_text", "int32_t", [CALL, ("char **", "out_text"), ERROR],
                wrap("Take the answer of a call that gives text of no schema, once; waits if it still runs. `out_text` "
                     "is yours, release with libapi_string_free(); NULL on any error. Returns as "
                     "libapi_call_take_nothing(). Since 0.1."),
                [f"return libapi__call_take_text(call, {row(text)}, out_text, error);"], must_use=True))
        return functions

    # ---- pagers ----------------------------------------------------------------------------------------

    def pager(self, operation):
        ctype, item = f"libapi_{list_name(operation)}_pager", self.handles.answer(operation)
        inputs = self.inputs(operation)
        arguments = [each for each in self.arguments(operation)]
        del arguments[4]
        new = Function(
            f"{ctype}_new", "int32_t", inputs + [(f"{ctype} **", "out"), ERROR],
            wrap(f"Walk over all entries of libapi_{operation.sdk}(), page after page; parameters as there. Nothing is "
                 f"sent yet. `out` is yours, release with {ctype}_free(); it holds the client. Returns LIBAPI_OK, "
                 f"LIBAPI_E_INVALID or LIBAPI_E_MEMORY. Since {operation.since}."),
            self.path(operation) + [
                "struct libapi__pager *pager = NULL;",
                "int32_t code = " + call("libapi__pager_new", *arguments, "out != NULL ? &pager : NULL", "error") + ";", "",
                "if (out != NULL) {", f"\t*out = ({ctype} *)pager;", "}",
                "return code;"], must_use=True)
        following = Function(
            f"{ctype}_next", "int32_t", [(f"{ctype} *", "pager"), (f"{item.ctype} **", "out"), ERROR],
            wrap(f"The next entry, yours to release with {item.ctype}_unref(); waits for a page where one is needed. "
                 f"Returns 1 and an entry, 0 and NULL at the end, or minus a LIBAPI_E_ code and NULL; after an error "
                 f"the next call tries the same page again. Since {operation.since}."),
            ["struct wire_record *record = NULL;",
             f"int32_t found = libapi__pager_next((struct libapi__pager *)pager,\n\t\t{RECORD}, error);", "",
             "return libapi__record_give(record, found, out);"], must_use=True)
        free = Function(f"{ctype}_free", "void", [(f"{ctype} *", "pager")],
                        [f"Release a pager. NULL is legal. Since {operation.since}."],
                        ["libapi__pager_free((struct libapi__pager *)pager);"])
        return [new, following, free]
