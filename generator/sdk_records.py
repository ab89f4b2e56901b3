"""Types as C functions: how each is held and released, then its members."""
from sdk_calls import ERROR
from sdk_getters import Getters
from sdk_setters import Setters
from sdk_text import Function, wrap

MODES = {"builder": "WIRE_CREATE", "patch": "WIRE_PATCH"}


def short(handle):
    return handle.name if handle.kind == "answer" else handle.name.rsplit("_", 1)[-1]


def release_of(handle):
    return f"{handle.ctype}_{'free' if handle.writable else 'unref'}"


def of(handle, handles):
    if handle.kind == "page":
        return held(handle) + page(handle) + [to_json(handle)]
    if handle.kind == "answer":
        return held(handle) + Getters(handle, handles).all() + [to_json(handle)]
    return built(handle) + Setters(handle, handles).all() + ([] if handle.kind == "query" else
                                                             [to_json(handle), from_json(handle)])


def held(handle):
    ctype, name = handle.ctype, short(handle)
    return [
        Function(f"{ctype}_ref", f"{ctype} *", [(f"const {ctype} *", name)],
                 wrap(f"Hold `{name}` once more, also one that was borrowed. Returns it. NULL is legal. Any thread."),
                 [f"return ({ctype} *)wire_record_ref((struct wire_record *){name});"]),
        Function(f"{ctype}_unref", "void", [(f"{ctype} *", name)],
                 [f"Let go of `{name}`; the last one releases it. NULL is legal. Any thread."],
                 [f"wire_record_unref((struct wire_record *){name});"])]


def built(handle):
    ctype, name = handle.ctype, short(handle)
    return [
        Function(f"{ctype}_new", "int32_t", [(f"{ctype} **", "out")],
                 wrap(f"A new one with nothing set; yours, release with {ctype}_free(). Returns LIBAPI_OK, "
                      "LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY."),
                 ["struct wire_record *record = NULL;",
                  f"int32_t code = libapi__record_new(&{handle.schema.c_name}, &record);", "",
                  "return libapi__record_build(record, code, out);"], must_use=True),
        Function(f"{ctype}_free", "void", [(f"{ctype} *", name)], [f"Release a {name}. NULL is legal."],
                 [f"wire_record_unref((struct wire_record *){name});"])]


def page(handle):
    item, ctype = handle.item.ctype, handle.ctype
    items, cursor = handle.schema.c_index("items"), handle.schema.c_index("next_cursor")
    return [
        Function(f"{ctype}_count", "size_t", [(f"const {ctype} *", "page")], ["How many entries the page has."],
                 [f"return libapi__record_count((const void *)page, {items});"]),
        Function(f"{ctype}_at", f"const {item} *", [(f"const {ctype} *", "page"), ("size_t", "index")],
                 wrap(f"Entry `index`, counted from 0; NULL past the end. Borrowed; keep it with {item}_ref()."),
                 [f"return (const {item} *)libapi__record_child_at((const void *)page, {items}, index);"]),
        Function(f"{ctype}_next_cursor", "const char *", [(f"const {ctype} *", "page")],
                 wrap("What to set as `cursor` in the query of the next page; NULL on the last one."),
                 [f"return libapi__record_text((const void *)page, {cursor});"])]


def to_json(handle):
    name = short(handle)
    return Function(f"{handle.ctype}_to_json", "char *", [(f"const {handle.ctype} *", name)],
                    wrap(f"JSON text of all that is set in `{name}`; yours, release with libapi_string_free(). NULL: no "
                         f"memory, or `{name}` is NULL."),
                    [f"return libapi__record_to_json((const void *){name});"], must_use=True)


def from_json(handle):
    name = short(handle)
    return Function(
        f"{handle.ctype}_from_json", "int32_t",
        [("const char *", "json"), ("size_t", "len"), (f"{handle.ctype} **", "out"), ERROR],
        wrap(f"A {name} from `len` bytes of JSON, checked like one that is about to be sent; yours, release with "
             f"{handle.ctype}_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every bad field in "
             "`error`."),
        ["struct wire_record *record = NULL;",
         f"int32_t code = libapi__record_from_json(&{handle.schema.c_name}, {MODES[handle.kind]}, json, len,\n"
         "\t\t&record, error);", "", "return libapi__record_build(record, code, out);"], must_use=True)
