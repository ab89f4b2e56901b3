#!/usr/bin/env python3
"""One file instead of a library: libapi.c, the public headers and the quickstart, to be built into a program.

    amalgamate.py OUT_DIR SOURCE_ROOT GENERATED_DIR SOURCE…

Headers come first, each once, in the order in which they need each other; then every source. A static name that two
sources share gets the source's name in front, by a macro that ends with it; macros of a source end with it too.
"""
import collections
import pathlib
import re
import sys

INCLUDE = re.compile(r'^#include "(?!api/)([^"]+)"[^\n]*\n', re.M)
SYSTEM = re.compile(r"^#include <[^>]+>[^\n]*\n", re.M)
STATIC = re.compile(r"^(?:__attribute__\(\(.*?\)\)+ )?static\b[^;{(=]*?\b(\w+)(?:\(|\[|\s*=|;)", re.M)
NAME = r"[A-Za-z_]\w*"
SEVERAL = re.compile(rf"^static\b[^;{{}}()=,]*?\b({NAME}(?:\[\w*\])*(?:\s*=[^;,{{}}()]*)?,[^;{{}}()]*);", re.M)
MACRO = re.compile(r"^#define (\w+)", re.M)
HEAD = """\
/* libapi.c: the client library of the calendar service, version {version}, as one file.
 *
 *     cc app.c libapi.c -lcurl
 *
 * Made from the sources by scripts/amalgamate.py; report and change there. The headers are in api/.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#ifndef LIBAPI_SHARED /* defined by who makes a shared library of this file */
#define LIBAPI_STATIC
#endif
"""


class Amalgamation:
    def __init__(self, roots):
        self.roots = roots
        self.system, self.headers = [], {}  # include line; name → text

    def find(self, name):
        path = next((root / name for root in self.roots if (root / name).exists()), None)
        if path is None:
            raise SystemExit(f"amalgamate.py: no file {name}")
        return path

    def strip(self, text):
        """The text without its includes; what they name is taken up first."""
        for name in INCLUDE.findall(text):
            self.header(name)
        self.system += [line for line in SYSTEM.findall(text) if line not in self.system]
        return SYSTEM.sub("", INCLUDE.sub("", text))

    def header(self, name):
        if name not in self.headers:
            self.headers[name] = ""  # a header that includes itself by a circle stands once
            text = self.strip(self.find(name).read_text(encoding="utf-8"))
            del self.headers[name]
            self.headers[name] = text


def statics(text):
    """Also those beside a comma: two `static bool a, b;` would become one variable, and no compiler would say so."""
    lists = (re.findall(rf"(?:^|,)\s*\**({NAME})", names) for names in SEVERAL.findall(text))
    return {*STATIC.findall(text), *(name for names in lists for name in names)}


def section(path, text, shared):
    """A source between the macros that keep its private names its own."""
    renamed = sorted(statics(text) & shared)
    before = "".join(f"#define {name} {path.stem}__{name}\n" for name in renamed)
    after = "".join(f"#undef {name}\n" for name in [*renamed, *dict.fromkeys(MACRO.findall(text))])
    return f"\n/* ==== {path.name} ==== */\n{before}{text}{after}"


def copy_headers(source, target):
    """Beside each other they need no -I."""
    target.mkdir(exist_ok=True)
    for path in source.glob("*.h"):
        if path.name == "testing.h":
            continue
        text = path.read_text(encoding="utf-8").replace('#include "api/', '#include "')
        (target / path.name).write_text(text, encoding="utf-8")


def main():
    out, root, generated = (pathlib.Path(name) for name in sys.argv[1:4])
    paths = [pathlib.Path(name) for name in sys.argv[4:] if name.endswith(".c")]
    whole = Amalgamation([root, root / "include", generated])
    texts = {path: whole.strip(path.read_text(encoding="utf-8")) for path in paths}
    count = collections.Counter(name for text in texts.values() for name in statics(text))
    shared = {name for name, times in count.items() if times > 1}
    parts = [HEAD.format(version=(root / "VERSION").read_text(encoding="utf-8").strip()), *whole.system,
             '#include "api/api.h"\n', *whole.headers.values(),
             *(section(path, text, shared) for path, text in texts.items())]
    out.mkdir(parents=True, exist_ok=True)
    (out / "libapi.c").write_text("".join(parts), encoding="utf-8")
    copy_headers(root / "include" / "api", out / "api")
    quickstart = (root / "examples" / "01_first.c").read_text(encoding="utf-8")
    (out / "app.c").write_text(quickstart.replace("<api/api.h>", '"api/api.h"'), encoding="utf-8")


if __name__ == "__main__":
    main()
