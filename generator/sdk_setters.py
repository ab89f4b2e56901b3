"""Setters of drafts, patches and query builders.

Three states a member: never touched (left out), set, null (in a patch: removed). Each has its function, so that
unset and 0 cannot be mistaken for each other.
"""
from sdk_getters import field_index, self_name, self_param, singular, about
from sdk_handles import members
from sdk_text import Function, wrap
from sdk_times import doc, first_argument, kinds


class Setters:
    def __init__(self, handle, handles):
        self.handle = handle
        self.handles = handles
        self.functions = []

    def all(self):
        for member in members(self.handle.schema, self.handle.kind):
            getattr(self, "member_" + member.type)(member)
        return self.functions

    def add(self, name, doc, through, member, more=()):
        arguments = [f"(void *){self_name(self.handle)}", field_index(self.handle, member)]
        arguments += [f"(const void *){param}" if ctype.startswith("const libapi_") else param
                      for ctype, param in more]
        self.functions.append(Function(
            f"{self.handle.ctype}_{name}", "int32_t", [self_param(self.handle, const=False), *more], doc,
            [f"return libapi__record_{through}({', '.join(arguments)});"], must_use=True))

    def set(self, member, through, ctype, *more):
        doc = wrap(f"Set `{member.name}`. " + " ".join(about(member, *more)))
        self.add(f"set_{member.name}", doc, through, member, [(ctype, "value")])
        self.undo(member)

    def undo(self, member):
        """null where null means something, and back to untouched."""
        name = member.name
        if member.nullable:
            effect = "remove it on the server" if self.handle.kind == "patch" else "no value"
            self.add(f"set_{name}_null", [f"Set `{name}` to null: {effect}."], "set_null", member)
        self.add(f"unset_{name}", [f"Forget `{name}`, as if it had never been set: it is not sent."],
                 "unset", member)
        self.functions[-1].must_use = False  # it can only fail for NULL

    def member_text(self, member):
        if member.format == "enum":
            stem = self.handles.enums.prefix(self.handle, member)
            self.set(member, "set_enum", "int32_t", f"`value` is one of {stem}_*, not UNKNOWN.")
            return
        self.set(member, "set_text", "const char *", "Copied.")
        for kind in kinds(member):
            self.add_kind(kind, member)

    def add_kind(self, kind, member):
        name, arguments = self_name(self.handle), ", ".join(name for _, name in kind.params)
        self.functions.append(Function(
            f"{self.handle.ctype}_set_{member.name}_{kind.suffix}", "int32_t",
            [self_param(self.handle, const=False), *kind.params], wrap(doc(kind, member)),
            [f"return libapi__record_{kind.through}((void *){name}, {first_argument(self.handle, member)}, "
             f"{arguments});"], must_use=True))

    def member_json(self, member):
        self.set(member, "set_json", "const char *", "The text of a JSON object; copied.")

    def member_int(self, member):
        self.set(member, "set_number", "int64_t")

    def member_bool(self, member):
        self.set(member, "set_number", "int32_t")

    def member_record(self, member):
        child = self.handles.child(self.handle, member)
        self.set(member, "set_child", f"const {child.ctype} *", "Copied; yours as before.")

    def member_list(self, member):
        one, name = singular(member.name), member.name
        if member.item.type == "record":
            child = self.handles.child(self.handle, member)
            self.add(f"add_{one}", about(member, f"Appends a copy of `value` to `{name}`."), "add_child", member,
                     [(f"const {child.ctype} *", "value")])
        else:
            self.add(f"add_{one}", about(member, f"Appends a copy of `value` to `{name}`."), "add_text", member,
                     [("const char *", "value")])
        self.add(f"clear_{name}", wrap(f"Set `{name}` to the empty list, which is sent."), "set_empty", member)
        self.undo(member)

    def member_map(self, member):
        name = member.name
        self.add(f"set_{name}", about(member, f"Stores a copy of `value` under `key` in `{name}`."), "put_entry",
                 member, [("const char *", "key"), ("const char *", "value")])
        # A null value means "remove" further down, so a forgotten one must not get there.
        self.functions[-1].body.insert(0, "if (value == NULL) {\n\t\treturn LIBAPI_E_INVALID;\n\t}")
        if self.handle.kind == "patch":
            self.add(f"set_{name}_null", wrap(f"Remove `key` from `{name}` on the server."), "put_entry", member,
                     [("const char *", "key")])
            self.functions[-1].body[0] = self.functions[-1].body[0].replace(", key)", ", key, NULL)")
        else:
            # In a patch an empty map would change nothing (RFC 7396), so there is no such function.
            self.add(f"clear_{name}", wrap(f"Set `{name}` to the empty map, which is sent."), "set_empty", member)
        self.undo(member)
