#!/usr/bin/env python3
"""Includes point one way.

    include/api <- libapi/wire <- libapi <- cli, examples
    libapi/wire <- server: base <- secrets, domain <- store <- jobs, flow <- handlers <- http <- main

A file may include its own layer and those listed for it; h2o is known to server/http alone; libcurl to
libapi, server/secrets and server/jobs, and to cli for `calctl listen`, which posts to others than libapi's server; libpq to server/store and what reads its results in server/flow and server/jobs.
"""
import pathlib
import re
import subprocess
import sys

MAY = {
    "include/api": ["include/api"],
    "libapi/wire": ["libapi/wire"],
    "libapi": ["libapi", "libapi/wire", "include/api"],
    "cli": ["cli", "include/api", "libapi/wire"],
    "testing": ["testing", "libapi/wire", "libapi", "include/api"],
    "examples": ["include/api"],
    "server/base": ["server/base", "libapi/wire"],
    "server/domain": ["server/domain", "server/base", "libapi/wire"],
    "server/secrets": ["server/secrets", "server/base", "libapi/wire"],
    "server/store": ["server/store", "server/secrets", "server/domain", "server/base", "libapi/wire"],
    "server/flow": ["server/flow", "server/store", "server/domain", "server/base", "libapi/wire"],
}
MAY["server/jobs"] = ["server/jobs"] + MAY["server/store"]
MAY["server/handlers"] = ["server/handlers", "server/jobs"] + MAY["server/flow"]
MAY["server/http"] = ["server/http"] + MAY["server/handlers"]
MAY["server"] = ["server", "server/secrets"] + MAY["server/http"]

ONLY = {
    r"h2o(\.h|/.*)": ["server/http"],
    r"curl/.*": ["libapi", "server/secrets", "server/jobs", "cli"],
    r"json-c/.*": ["cli", "testing", "server/secrets", "server/flow"],
    r"libpq-fe\.h": ["server/store", "server/jobs", "server/flow", "server"],
}


def layer(path):
    best = ""
    for name in MAY:
        if path.startswith(name + "/") and len(name) > len(best):
            best = name
    return best


def wrong_includes(path, text):
    here = layer(path)
    if not here:
        return
    for line, found in enumerate(text.splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', found)
        if not match:
            continue
        target = match.group(1)
        full = "include/" + target if target.startswith("api/") else target
        there = layer(full)
        if there and there not in MAY[here]:
            yield f"{path}:{line}: {here} may not include {target} ({there})"
        for pattern, allowed in ONLY.items():
            if re.fullmatch(pattern, target) and here not in allowed:
                yield f"{path}:{line}: only {', '.join(allowed)} may include {target}"


def main():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "*.c", "*.h"],
                            capture_output=True, text=True, check=True).stdout.split()
    # The test proves that it can fail before it is believed.
    assert list(wrong_includes("libapi/wire/x.c", '#include "server/base/list.h"\n'))
    assert list(wrong_includes("server/flow/x.c", "#include <h2o.h>\n"))
    faults = []
    for path in listed:
        if pathlib.Path(path).exists():
            faults += wrong_includes(path, pathlib.Path(path).read_text(encoding="utf-8"))
    print("\n".join(faults) or f"{len(listed)} files, every include points down")
    return 1 if faults else 0


sys.exit(main())
