"""A library with the functions of a description and nothing inside: what a program of then was linked against,
and, with one function changed, what must not come to pass."""
import pathlib
import subprocess

SONAME = "libapi.so.1"

def definition(function):
    params = ", ".join(f'{param["c"]} {param["name"]}' for param in function["params"]) or "void"
    body = "" if function["result"]["c"] == "void" else "return 0;"
    return f'{function["result"]["c"]} {function["name"]}({params}) {{ {body} }}'


def source(described):
    """Compiled without the headers, so that a changed prototype meets no complaint."""
    types = [f'typedef struct {handle["name"]} {handle["name"]};' for handle in described["types"]]
    callbacks = [f'typedef void (*{callback["name"]})(void);' for callback in described["callbacks"]]
    return "\n".join(["#include <stddef.h>", "#include <stdint.h>", *types, *callbacks,
                      *map(definition, described["functions"])]) + "\n"


def symbol_map(described):
    names = "".join(f'\t{function["name"]};\n' for function in described["functions"])
    return f'{described["symbol_node"]} {{\nglobal:\n{names}local:\n\t*;\n}};\n'


def build(described, folder, compiler):
    """Path of libapi.so in `folder`, with the SONAME and the symbol node of the description."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "stub.c").write_text(source(described), encoding="utf-8")
    (folder / "stub.syms").write_text(symbol_map(described), encoding="utf-8")
    library = folder / "libapi.so"
    subprocess.run([*compiler, "-g", "-shared", "-fPIC", "-w", f"-Wl,-soname,{SONAME}",
                    f"-Wl,--version-script,{folder / 'stub.syms'}", "-o", library, folder / "stub.c"], check=True)
    return library
