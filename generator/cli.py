"""calctl's part of what follows from the contract: commands.c.

    sources(contract)  name → text, for the build folder

For every operation a row (noun, verb, positionals, flags, examples) and a run function that calls the typed public
function of libapi; for every draft, patch and query type a table of flags whose thunks call the typed setters. What
the tables mean stands in cli/command.h; types and names of functions come from the sdk_ files, so that the program
cannot drift from the library.
"""
import json
import shlex

from ctext import NOTE, flags, quote
from sdk_enums import constants
from sdk_getters import singular
from sdk_handles import Handles, list_name, members
from sdk_shape import shape

# What a table for people shows of each answer, what matters most first, since a narrow terminal loses the last ones;
# anything else is in --output json.
COLUMNS = {
    "User": ["id", "username", "display_name", "is_admin", "time_zone"],
    "ApiKey": ["id", "prefix", "name", "scopes", "expires_at", "last_used_at"],
    "Calendar": ["id", "name", "my_role", "time_zone"],
    "AclRule": ["user_id", "role", "created_at"],
    "Feed": ["id", "name", "detail", "prefix", "past_days", "future_days"],
    "Event": ["id", "start=start_time|start_date", "title", "end=end_time|end_date", "status"],
}
UUID = "0193590c-2b5e-7a40-9d11-0c5f3a6b7c81"


def sources(contract):
    handles = Handles(contract)
    builders = [handle for handle in handles.by_name.values() if handle.writable]
    parts = ["/* commands.c: what calctl can do: rows of cli/command.h. */\n", NOTE,
             '#include "cli/command.h"\n\n#define COUNT(table) (sizeof(table) / sizeof((table)[0]))\n']
    parts += [Builder(handle, handles).text() for handle in builders]
    parts += [Command(operation, handles).text() for operation in contract.operations]
    parts += [command_table(contract), noun_table(contract), code_table(contract)]
    return {"commands.c": "\n".join(parts)}


def strings(name, texts):
    """A NULL-terminated array of texts."""
    return f"static const char *const {name}[] = {{ {', '.join([quote(text) for text in texts] + ['NULL'])} }};\n"


def flag_name(member):
    """Lists are given one by one, so their flag is the singular."""
    name = singular(member.name) if member.type == "list" else member.name
    return name.replace("_", "-")


def describe(rows):
    return ", ".join(f".{key} = {value}" for key, value in rows if value not in (None, "NULL", "0"))


class Flag:
    """One writable member as a flag: its thunks and its row."""

    def __init__(self, handle, handles, member):
        self.handle, self.handles, self.member = handle, handles, member
        self.thunks, self.tables, self.row = [], [], {}
        getattr(self, "as_" + member.type)()
        if member.nullable:
            self.thunk("set_null", f"set_{member.name}_null", "null_setter")
        if member.type == "list" or (member.type == "map" and handle.kind != "patch"):
            self.thunk("set_empty", f"clear_{member.name}", "empty_setter")

    def thunk(self, slot, function, named="setter", params="", arguments=""):
        name = f"{self.handle.name}_{function}"
        self.thunks.append(f"static int32_t {name}(void *builder{params}) {{\n"
                           f"\treturn {self.handle.ctype}_{function}(builder{arguments});\n}}\n")
        self.row[slot] = name
        self.row[named] = quote(f"{self.handle.ctype}_{function}")

    def text_thunk(self, function):
        self.thunk("set_text", function, params=", const char *text", arguments=", text")

    def number_thunk(self, ctype):
        cast = "" if ctype == "int64_t" else f"({ctype})"
        self.thunk("set_number", f"set_{self.member.name}", params=", int64_t number",
                   arguments=f", {cast}number")

    def choices(self, kind, member):
        name = f"{self.handle.name}_{self.member.name}_allowed"
        self.tables.append(strings(name, member.names))
        self.row.update(kind=kind, allowed=name)

    def as_text(self):
        if self.member.format != "enum":
            self.row["kind"] = "FLAG_TEXT"
            self.text_thunk(f"set_{self.member.name}")
            return
        self.choices("FLAG_CHOICE", self.member)
        pairs = constants(self.handles.enums.prefix(self.handle, self.member), self.member)[1:]
        stem = f"{self.handle.name}_{self.member.name}"
        self.tables.append(f"static const int32_t {stem}_values[] = {{ {', '.join(name for name, _ in pairs)} }};\n")
        self.tables.append(strings(f"{stem}_constants", [name for name, _ in pairs]))
        self.row.update(values=f"{stem}_values", constants=f"{stem}_constants")
        self.number_thunk("int32_t")

    def as_json(self):
        self.row["kind"] = "FLAG_TEXT"
        self.text_thunk(f"set_{self.member.name}")

    def as_int(self):
        self.row["kind"] = "FLAG_NUMBER"
        self.number_thunk("int64_t")

    def as_bool(self):
        self.row["kind"] = "FLAG_BOOL"
        self.number_thunk("int32_t")

    def object(self, kind, function):
        child = self.handles.child(self.handle, self.member)
        self.row.update(kind=kind, child=f"&{child.name}_builder")
        self.thunk("set_child", function, params=", const void *child", arguments=", child")

    def as_record(self):
        self.object("FLAG_OBJECT", f"set_{self.member.name}")

    def as_list(self):
        add = f"add_{singular(self.member.name)}"
        if self.member.item.type == "record":
            self.object("FLAG_OBJECTS", add)
            return
        if self.member.item.format == "enum":
            self.choices("FLAG_CHOICES", self.member.item)
        else:
            self.row["kind"] = "FLAG_TEXTS"
        self.text_thunk(add)

    def as_map(self):
        name, ctype = self.member.name, self.handle.ctype
        thunk = f"{self.handle.name}_set_{name}"
        self.row.update(kind="FLAG_ENTRIES", set_entry=thunk, setter=quote(f"{ctype}_set_{name}"))
        body = f"\treturn {ctype}_set_{name}(builder, key, value);\n"
        if self.handle.kind == "patch":
            self.row["entry_null_setter"] = quote(f"{ctype}_set_{name}_null")
            body = f"\tif (value == NULL) {{\n\t\treturn {ctype}_set_{name}_null(builder, key);\n\t}}\n" + body
        self.thunks.append(f"static int32_t {thunk}(void *builder, const char *key, const char *value) {{\n{body}}}\n")

    def form(self):
        plain = self.member.format == "enum" or self.member.type == "bool"
        return None if plain else shape(self.member) or None

    def text(self):
        member = self.member
        traits = [name for name, on in (("FLAG_REQUIRED", member.required), ("FLAG_NULLABLE", member.nullable),
                                       ("FLAG_JSON", member.type == "json"),
                                       ("FLAG_INSTANT", member.format == "instant")) if on]
        fallback = member.default if self.handle.kind != "patch" else None
        rows = [("name", quote(flag_name(member))), ("member", quote(member.name)), *self.row.items(),
                ("traits", flags(traits)), ("shape", quote(self.form())), ("fallback", quote(fallback)),
                ("help", quote(member.help))]
        return f"{{ {describe(rows)} }},"


class Builder:
    """A draft, patch or query type."""

    def __init__(self, handle, handles):
        self.handle = handle
        self.flags = [Flag(handle, handles, member) for member in members(handle.schema, handle.kind)]

    def text(self):
        name = self.handle.name
        parts = [text for flag in self.flags for text in flag.tables + flag.thunks]
        if self.server_set():
            parts.append(strings(f"{name}_server_set", self.server_set()))
        parts.append(f"static const struct flag {name}_flags[] = {{\n"
                     + "".join(f"\t{flag.text()}\n" for flag in self.flags) + "};\n")
        return "\n".join(parts + [self.lifetime(), self.row()])

    def server_set(self):
        """Members that come with an answer and are not for this body; what only a create may set is no such member,
        since leaving it out would hide that a patch does not change it."""
        return [member.name for member in self.handle.schema.fields if member.read_only and not member.create_only]

    def lifetime(self):
        name, ctype = self.handle.name, self.handle.ctype
        text = (f"static int32_t create_{name}(void **out) {{\n\t{ctype} *made = NULL;\n"
                f"\tint32_t code = {ctype}_new(&made);\n\n\t*out = made;\n\treturn code;\n}}\n\n"
                f"static void release_{name}(void *builder) {{\n\t{ctype}_free(builder);\n}}\n")
        if self.handle.kind != "query":
            text += (f"\nstatic int32_t read_{name}(const char *json, size_t len, void **out, libapi_error **error) {{\n"
                     f"\t{ctype} *made = NULL;\n\tint32_t code = {ctype}_from_json(json, len, &made, error);\n\n"
                     f"\t*out = made;\n\treturn code;\n}}\n")
        return text

    def row(self):
        name = self.handle.name
        read = f"read_{name}" if self.handle.kind != "query" else "NULL"
        server_set = f"{name}_server_set" if self.server_set() else "NULL"
        return (f"static const struct builder {name}_builder = {{ {quote(self.handle.ctype)}, {name}_flags,\n"
                f"\tCOUNT({name}_flags), create_{name}, release_{name}, {read}, {server_set} }};\n")


class Command:
    """One operation: how it is called, and its row."""

    def __init__(self, operation, handles):
        self.operation, self.handles = operation, handles
        self.body, self.query = handles.body(operation), handles.query(operation)
        self.answer = handles.answer(operation)
        self.refuse_doubles()

    def refuse_doubles(self):
        """A flag must mean one thing within a command."""
        seen = set()
        for handle in (self.body, self.query):
            for member in members(handle.schema, handle.kind) if handle else []:
                name = flag_name(member)
                if name in seen or name.startswith("no-"):
                    raise ValueError(f"{self.operation.id}: two meanings of --{name}")
                seen.add(name)

    def arguments(self, body=True):
        operation = self.operation
        names = ["client"] + [f"path[{index}]" for index in range(len(operation.path_fields))]
        given = ["body"] if self.body else ["text->bytes", "text->len"] if operation.text_body else []
        return ", ".join(names + (given if body else []) + (["query"] if self.query else [])
                         + ["options"])

    def run(self):
        operation = self.operation
        result = self.handles.page(operation) or self.answer
        head = (f"static int32_t run_{operation.sdk}(libapi_client *client, const char *const *path, const void *body,\n"
                "\tconst void *query, const libapi_call_options *options, char **json, libapi_error **error) {\n")
        if operation.text_body:
            head += "\tconst struct command_text *text = body;\n"
        unused = [name for name, used in (("path", operation.path_fields), ("body", self.body or operation.text_body), ("query", self.query),
                                          ("json", result or operation.raw_answer)) if not used]
        head += "".join(f"\t(void){name};\n" for name in unused)
        call = f"libapi_{operation.sdk}({self.arguments()}"
        if operation.raw_answer:
            return head + f"\treturn {call}, json, error);\n}}\n"
        if result is None:
            return head + f"\treturn {call}, error);\n}}\n"
        return head + (f"\t{result.ctype} *answer = NULL;\n\tint32_t code = {call}, &answer, error);\n\n"
                       "\tif (code == LIBAPI_OK) {\n"
                       f"\t\t*json = {result.ctype}_to_json(answer);\n"
                       "\t\tcode = *json != NULL ? LIBAPI_OK : LIBAPI_E_MEMORY;\n\t}\n"
                       f"\t{result.ctype}_unref(answer);\n\treturn code;\n}}\n")

    def pager(self):
        name, item = list_name(self.operation), self.answer.ctype
        pager = f"libapi_{name}_pager"
        unused = "" if self.operation.path_fields else "\t(void)path;\n"
        return (f"\nstatic int32_t open_{name}(libapi_client *client, const char *const *path, const void *query,\n"
                "\tconst libapi_call_options *options, void **out, libapi_error **error) {\n" + unused +
                f"\t{pager} *pager = NULL;\n"
                f"\tint32_t code = {pager}_new({self.arguments(body=False)}, &pager, error);\n\n"
                "\t*out = pager;\n\treturn code;\n}\n\n"
                f"static int32_t next_{name}(void *pager, char **json, libapi_error **error) {{\n"
                f"\t{item} *item = NULL;\n\tint32_t found = {pager}_next(pager, &item, error);\n\n"
                "\tif (found == 1) {\n"
                f"\t\t*json = {item}_to_json(item);\n\t\tfound = *json != NULL ? 1 : -LIBAPI_E_MEMORY;\n\t}}\n"
                f"\t{item}_unref(item);\n\treturn found;\n}}\n\n"
                f"static void close_{name}(void *pager) {{\n\t{pager}_free(pager);\n}}\n")

    def columns(self):
        schema = self.answer.schema
        if schema.name in COLUMNS:
            return COLUMNS[schema.name]
        return [member.name for member in schema.fields if member.type in ("text", "int", "bool")][:5]

    def tables(self):
        sdk = self.operation.sdk
        names = [member.name for member in self.operation.path_fields]
        file = self.operation.text_body
        text = strings(f"{sdk}_positionals", names + (["file"] if file else []))
        helps = [positional_help(member) for member in self.operation.path_fields]
        text += strings(f"{sdk}_positional_helps", helps + (["A file to send; - is standard input."] if file else []))
        text += strings(f"{sdk}_body_without", self.operation.body_without)
        text += strings(f"{sdk}_problems", self.operation.own_problems)
        if self.operation.is_list:
            text += strings(f"{sdk}_columns", self.columns())
        return text

    def text(self):
        return self.run() + (self.pager() if self.operation.is_list else "") + "\n" + self.tables()

    def traits(self):
        operation = self.operation
        return [name for name, on in (
            ("COMMAND_LIST", operation.is_list), ("COMMAND_WRITE", operation.idempotent and operation.method != "GET"),
            ("COMMAND_SILENT", not self.answer and not operation.raw_answer), ("COMMAND_TEXT", operation.raw_answer),
            ("COMMAND_IF_MATCH", operation.if_match), ("COMMAND_IF_NONE_MATCH", operation.if_none_match),
            ("COMMAND_TEXT_BODY", operation.text_body), ("COMMAND_MERGE_PATCH", operation.body_mode == "patch")) if on]

    def row(self):
        operation, sdk = self.operation, self.operation.sdk
        rows = [("noun", quote(operation.noun)), ("verb", quote(operation.verb)), ("help", quote(operation.help)),
                ("operation", quote(operation.id)), ("method", quote(operation.method)), ("path", quote(operation.path)),
                ("function", quote(f"libapi_{sdk}")), ("answer", quote(self.answer.ctype if self.answer else None)),
                ("schema", quote(self.answer.schema.name if self.answer else None)), ("scope", quote(operation.scope)),
                ("example", quote(self.example())), ("traits", flags(self.traits())),
                ("positionals", f"{sdk}_positionals"),
                ("positional_helps", f"{sdk}_positional_helps"),
                ("body_without", f"{sdk}_body_without"), ("problems", f"{sdk}_problems"),
                ("body", f"&{self.body.name}_builder" if self.body else None),
                ("query", f"&{self.query.name}_builder" if self.query else None), ("run", f"run_{sdk}")]
        if operation.is_list:
            name = list_name(operation)
            rows += [("columns", f"{sdk}_columns"), ("open", f"open_{name}"), ("next", f"next_{name}"),
                     ("close", f"close_{name}")]
        return f"\t{{ {describe(rows)} }},\n"

    # ---- examples ------------------------------------------------------------------------------------------

    def example(self):
        words = [member.example or UUID for member in self.operation.path_fields]
        if self.operation.text_body:
            return " ".join(shlex.quote(str(word)) for word in words + ["meetings.ics"])
        for name, value in (self.operation.body_example or {}).items():
            member = self.body.schema.find(name)
            if member is not None and not member.read_only:
                words += example_words(member, value)
        if self.query and not self.body:
            shown = [member for member in self.operation.query_fields if member.name in ("from", "to", "limit", "q")]
            for member in shown:
                if member.example is not None:
                    words += example_words(member, member.example)
        return " ".join(shlex.quote(str(word)) for word in words)


def positional_help(member):
    """With an example, except of what nobody types by heart."""
    if member.example is None or member.format in ("uuid", "user_ref"):
        return member.help
    return f"{member.help.rstrip('.')}; like {member.example}"


def example_words(member, value):
    name = "--" + flag_name(member)
    if value is None:
        return [f"--no-{flag_name(member)}"]
    if isinstance(value, bool):
        return [name if value else f"{name}=false"]
    if member.type == "list":
        return [word for item in value for word in (name, example_object(item) if isinstance(item, dict) else item)]
    if member.type == "map":
        return [word for key, text in value.items() for word in (name, key if text is None else f"{key}={text}")]
    return [name, example_object(value) if isinstance(value, dict) else value]


def example_object(value):
    if any(isinstance(inner, dict) for inner in value.values()):  # pairs have no way to say it
        return json.dumps(value, ensure_ascii=False)
    pairs = []
    for name, inner in value.items():
        for each in inner if isinstance(inner, list) else [inner]:
            typed = str(each).lower() if isinstance(each, bool) else each
            word = singular(name) if isinstance(inner, list) else name
            pairs.append(f"{word.replace('_', '-')}={typed}")  # as the help lists them
    return ",".join(pairs)


def command_table(contract):
    handles = Handles(contract)
    rows = "".join(Command(operation, handles).row() for operation in contract.operations)
    return (f"const struct command commands[] = {{\n{rows}}};\n"
            "const size_t command_count = COUNT(commands);\n")


def noun_table(contract):
    first = {operation.noun: operation for operation in reversed(contract.operations)}
    rows = "".join(f"\t{{ {quote(noun)}, {quote(contract.tags.get(noun) or first[noun].help)} }},\n"
                   for noun in contract.nouns)
    return f"const struct noun nouns[] = {{\n{rows}}};\nconst size_t noun_count = COUNT(nouns);\n"


def code_table(contract):
    rows = "".join(f"\t{{ {quote(code)}, {quote(text)} }},\n" for code, text in contract.field_codes.items())
    return (f"const struct field_code field_codes[] = {{\n{rows}}};\n"
            "const size_t field_code_count = COUNT(field_codes);\n")
