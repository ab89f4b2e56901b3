#!/usr/bin/env python3
"""The headers promise, the symbol map lists and the library exports the same names.

    symbols.py INCLUDE_DIR LIBAPI_SYMS [LIBAPI_SO]

Without a library only headers and map are compared. The library itself needs no other than those in NEEDED.
"""
import pathlib
import re
import subprocess
import sys

NEEDED = {"libcurl.so.4", "libc.so.6", "libasan.so.8", "libubsan.so.1"}  # the last two: a watched build
EXPORTED = re.compile(r"\bLIBAPI_EXPORT\b[^;(]*?\b(libapi_\w+)\s*\(")


def promised(include_dir):
    names = []
    for path in sorted(pathlib.Path(include_dir, "api").glob("*.h")):
        if path.name == "testing.h":  # libapi-testing's, which has a map of its own
            continue
        text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
        names += EXPORTED.findall(re.sub(r"^\s*#(.*\\\n)*.*$", "", text, flags=re.M))
    return names


def mapped(path):
    """Names of all nodes, and the pattern that hides the rest."""
    text = re.sub(r"/\*.*?\*/", "", pathlib.Path(path).read_text(encoding="utf-8"), flags=re.S)
    return re.findall(r"^\s*(libapi_\w+);", text, flags=re.M), bool(re.search(r"local:\s*\*;", text))


def provided(library):
    """Defined names of the dynamic table, without the version nodes themselves (type A)."""
    text = subprocess.run(["nm", "-D", "--defined-only", library], check=True, text=True,
                          capture_output=True).stdout
    rows = [line.split() for line in text.splitlines()]
    return {row[-1].split("@")[0] for row in rows if row[-2] != "A"}


def needed(library):
    text = subprocess.run(["readelf", "-d", library], check=True, text=True, capture_output=True).stdout
    return re.findall(r"\(NEEDED\).*\[(.+)\]", text)


def compare(what, left, right):
    return [f"{what}: {name}" for name in sorted(set(left) - set(right))]


def main():
    headers = promised(sys.argv[1])
    listed, hides = mapped(sys.argv[2])
    failures = [f"declared twice: {name}" for name in sorted({name for name in headers if headers.count(name) > 1})]
    failures += compare("declared, not in the map", headers, listed)
    failures += compare("in the map, not declared", listed, headers)
    failures += [] if hides else ["the map does not hide the rest"]
    failures += [] if listed == sorted(listed) else ["the map is not sorted"]
    if len(sys.argv) > 3:
        exports = provided(sys.argv[3])
        failures += compare("declared, not exported", headers, exports)
        failures += compare("exported, not declared", exports, headers)
        failures += compare("needs", needed(sys.argv[3]), NEEDED)
    print("\n".join(failures) or f"{len(headers)} functions agree")
    return 1 if failures or not headers else 0


if __name__ == "__main__":
    sys.exit(main())
