"""Which opaque types the C library has, and in which header each lives.

Answers give counted handles (libapi_event), bodies give builders (libapi_event_draft, libapi_event_patch), query
parameters give one builder an operation (libapi_event_list_query), lists give a page and a pager. A schema met
below an answer and below a body is two types: libapi_attendee to read, libapi_attendee_draft to write. A type
lives in the header of the first operation that needs it; a later header includes that one.
"""
from dataclasses import dataclass

from sdk_enums import Enums


@dataclass
class Handle:
    name: str  # event, event_draft, event_list_query
    kind: str  # answer, builder, patch, query, page
    schema: object
    header: str  # the header that declares it: "event"
    operation: object = None  # query, page: the list it belongs to
    item: object = None  # page: handle of an item

    @property
    def ctype(self):
        return f"libapi_{self.name}"

    @property
    def writable(self):
        return self.kind in ("builder", "patch", "query")


def type_name(schema, kind):
    name = schema.snake
    if kind == "builder" and not name.endswith(("_draft", "_patch")):
        return name + "_draft"
    return name


def body_kind(operation):
    return "patch" if operation.body.kind == "patch" else "builder"


def list_name(operation):
    """event_list → event, event_search → event_search: what its pager is called."""
    return operation.noun if operation.verb == "list" else operation.sdk


class Handles:
    """All types of a contract, by name, in the order in which they were needed (children first)."""

    def __init__(self, contract):
        self.contract = contract
        self.by_name = {}
        self.uses = {}  # header → headers that it includes
        for operation in contract.operations:
            self.collect(operation)
        self.enums = Enums(self)

    def collect(self, operation):
        header = operation.tag
        self.uses.setdefault(header, [])
        if operation.answer is not None:
            item = self.add(operation.answer, "answer", header)
            if operation.page is not None:
                self.keep(Handle(item.name + "_page", "page", operation.page, header, operation, item))
        if operation.body is not None:
            self.add(operation.body, body_kind(operation), header)
        if operation.query_schema is not None:
            self.keep(Handle(operation.sdk + "_query", "query", operation.query_schema, header, operation))

    def add(self, schema, kind, header):
        name = type_name(schema, kind)
        if name not in self.by_name:
            for member in members(schema, kind):
                target = member.item if member.type == "list" else member
                if target.type == "record":
                    self.add(target.schema, "answer" if kind == "answer" else "builder", header)
        return self.keep(Handle(name, kind, schema, header))

    def keep(self, handle):
        """The handle as it was first met; another header that needs it includes that one."""
        known = self.by_name.setdefault(handle.name, handle)
        uses = self.uses[handle.header]
        if known.header != handle.header and known.header not in uses:
            uses.append(known.header)
        return known

    # ---- the types of an operation -------------------------------------------------------------------------

    def answer(self, operation):
        return self.by_name[type_name(operation.answer, "answer")] if operation.answer else None

    def page(self, operation):
        return self.by_name[self.answer(operation).name + "_page"] if operation.page else None

    def body(self, operation):
        return self.by_name[type_name(operation.body, body_kind(operation))] if operation.body else None

    def query(self, operation):
        return self.by_name[operation.sdk + "_query"] if operation.query_schema else None

    def child(self, handle, member):
        target = member.item if member.type == "list" else member
        return self.by_name[type_name(target.schema, "answer" if handle.kind == "answer" else "builder")]

    def of(self, header):
        return [handle for handle in self.by_name.values() if handle.header == header]


def members(schema, kind):
    """Those the holder of the handle may touch: a builder has no use for the server's own members."""
    return schema.fields if kind == "answer" else schema.writable
