"""Constants of enumerated members. A value is the place in the contract's list, from 1, so that list may only grow
at its end; 0 is what this library does not know."""


def constants(prefix, member):
    """[(C constant, wire text)], UNKNOWN first."""
    return [(f"{prefix}_UNKNOWN", None)] + \
           [(f"{prefix}_{name.upper().translate(str.maketrans('-.:', '___'))}", name) for name in member.names]


class Enums:
    """Which prefix a member's constants have: drafts, patches and queries share those of the answer."""

    def __init__(self, handles):
        self.handles = handles
        self.by_prefix = {}  # prefix → (header, member)
        for handle in handles.by_name.values():
            for member in handle.schema.fields:
                if member.format == "enum" and member.type == "text":
                    self.by_prefix.setdefault(self.prefix(handle, member), (handle.header, member))

    def prefix(self, handle, member):
        return f"LIBAPI_{self.owner(handle, member)}_{member.name}".upper()

    def owner(self, handle, member):
        if handle.kind == "query":
            answer = handle.operation.answer
            same = answer.find(member.name) if answer is not None else None
            shared = same is not None and same.names == member.names
            return self.handles.answer(handle.operation).name if shared else handle.operation.sdk
        schema = handle.schema.of or handle.schema
        return handle.name if handle.kind == "answer" else schema.snake

    def of(self, header):
        return [(prefix, member) for prefix, (place, member) in self.by_prefix.items() if place == header]
