#!/usr/bin/env python3
"""libapi.json says of every function what the headers say, and its own rules hold together.

    described.py LIBAPI_JSON INCLUDE_DIR LIBAPI_SYMS CC

The compiler is the judge: for every function a declaration is written from the description alone and compiled
beside the headers, so that a wrong type or a missing parameter is an error.
"""
import json
import pathlib
import re
import subprocess
import sys

ENDS = ("_unref", "_free")


def declaration(function):
    params = ", ".join(param["c"] for param in function["params"]) or "void"
    return f'{function["result"]["c"]} {function["name"]}({params});'


def program(described):
    lines = ['#include "api/api.h"', *map(declaration, described["functions"])]
    for enum in described["enums"]:
        lines += [f'_Static_assert({value["name"]} == {value["value"]}, "{value["name"]}");'
                  for value in enum["values"]]
    return "\n".join(lines) + "\n"


def compiles(described, include_dir, compiler):
    done = subprocess.run([*compiler, "-std=c11", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", f"-I{include_dir}",
                           "-x", "c", "-"], input=program(described), text=True, capture_output=True, check=False)
    return [] if done.returncode == 0 else [done.stderr]


def same_names(described, symbol_map):
    text = re.sub(r"/\*.*?\*/", "", pathlib.Path(symbol_map).read_text(encoding="utf-8"), flags=re.S)
    exported = set(re.findall(r"^\s*(libapi_\w+);", text, flags=re.M))
    names = {function["name"] for function in described["functions"]}
    return [f"in the map, not described: {name}" for name in sorted(exported - names)] + \
           [f"described, not in the map: {name}" for name in sorted(names - exported)]


def releases(described):
    """What somebody owns can be released by a function that takes just that."""
    by_name = {function["name"]: function for function in described["functions"]}
    failures = []
    for function in described["functions"]:
        for value in [function["result"], *function["params"]]:
            if value.get("ownership") != "owned":
                continue
            release = by_name.get(value.get("release"))
            if release is None or len(release["params"]) != 1 or release["params"][0]["ownership"] != "taken" or \
                    release["params"][0]["type"] != value["type"]:
                failures.append(f'{function["name"]}: {value} cannot be released so')
    return failures


def documented(described):
    return [f'{function["name"]}: no docstring' for function in described["functions"]
            if not function["doc"] and not function["name"].endswith(ENDS)]


def operations(described):
    names = {function["name"] for function in described["functions"]}
    types = {handle["name"] for handle in described["types"]} | {"text", None}
    failures = []
    for operation in described["operations"]:
        called = [operation["function"], operation["start"], operation["take"]]
        called += [operation["pager"] + end for end in ("_new", "_next", "_free")] if operation["pager"] else []
        failures += [f'{operation["id"]}: no function {name}()' for name in called if name not in names]
        failures += [f'{operation["id"]}: no type {operation[key]}' for key in ("body", "query", "answer", "item")
                     if operation[key] not in types]
    return failures


NO_MEMBER = re.compile(r"_(ref|unref|new|free|to_json|from_json)$")


def members(described):
    """Of a type with members every function reads or writes one of them, and no member names another's function."""
    failures = []
    for handle in described["types"]:
        named = {name for member in handle["members"] for name in member["functions"].values()}
        its = {function["name"] for function in described["functions"]
               if function["params"] and function["params"][0]["type"] == handle["name"]
               and function["params"][0]["direction"] == "in" and not NO_MEMBER.search(function["name"])}
        if handle["members"] and named != its:
            failures.append(f'{handle["name"]}: members name {sorted(named - its)}, and not {sorted(its - named)}')
    if not any(handle["members"] for handle in described["types"]):
        failures.append("no type has members")
    return failures


def main():
    described = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    failures = compiles(described, sys.argv[2], sys.argv[4].split()) + same_names(described, sys.argv[3])
    failures += releases(described) + documented(described) + operations(described) + members(described)
    print("\n".join(failures) or f'{len(described["functions"])} functions, {len(described["types"])} types, '
          f'{len(described["operations"])} operations described')
    return 1 if failures or not described["functions"] else 0


if __name__ == "__main__":
    sys.exit(main())
