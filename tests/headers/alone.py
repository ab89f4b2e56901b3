#!/usr/bin/env python3
"""Every public header compiles alone, twice in a row, as C99, C11 and C++17, without a warning.

    alone.py INCLUDE_DIR CC [CXX]

A header that leans on what another one happened to include breaks users who include them in another order. Also
read here: what must not stand in a public header because some language cannot call it (varargs, long, time_t,
bit-fields, whole structs).
"""
import pathlib
import re
import subprocess
import sys

FLAGS = ["-Werror", "-Wall", "-Wextra", "-pedantic", "-fsyntax-only"]
STANDARDS = [("c", "c99"), ("c", "c11"), ("c++", "c++17")]
FORBIDDEN = [
    (r"\.\.\.", "varargs"),
    (r"\blong\b", "long, whose size depends on the platform"),
    (r"\btime_t\b", "time_t"),
    (r"\b(bool|_Bool)\b", "bool, whose size C and C++ do not promise to share"),
    (r"^\s*(unsigned |signed )?\w+ \w+ : \d+;", "a bit-field"),
    (r"\bstruct \w+ \{", "a struct with public members"),
    (r"\benum \w+ \w+[,)]", "an enum by value; its size is the compiler's choice"),
]


def without_comments(text):
    """Comments out, line numbers kept."""
    return re.sub(r"/\*.*?\*/", lambda found: "\n" * found.group(0).count("\n"), text, flags=re.S)


def forbidden(path, text):
    lines = without_comments(text).split("\n")
    return [f"{path}:{number}: {what}" for number, line in enumerate(lines, 1) if not line.startswith("#")
            for pattern, what in FORBIDDEN if re.search(pattern, line)]


def compile_alone(compiler, language, standard, include_dir, name):
    """None, or what the compiler says. Included twice, so the guard is tried too."""
    program = f'#include "api/{name}"\n#include <api/{name}>\nint main(void);\nint main(void) {{ return 0; }}\n'
    done = subprocess.run([*compiler, f"-std={standard}", *FLAGS, f"-I{include_dir}", "-x", language, "-"],
                          input=program, text=True, capture_output=True, check=False)
    return done.stderr if done.returncode else None


def main():
    include_dir, cc = sys.argv[1], sys.argv[2].split()
    cxx = sys.argv[3].split() if len(sys.argv) > 3 else None
    headers = sorted(pathlib.Path(include_dir, "api").glob("*.h"))
    failures, tried = [], 0
    for header in headers:
        failures += forbidden(header, header.read_text(encoding="utf-8"))
        for language, standard in STANDARDS:
            compiler = cxx if language == "c++" else cc
            if compiler is None:
                continue
            tried += 1
            said = compile_alone(compiler, language, standard, include_dir, header.name)
            if said is not None:
                failures.append(f"{header.name} as {standard}:\n{said}")
    if cxx is None:
        print("no C++ compiler: C++17 left out")
    print("\n".join(failures) or f"{len(headers)} headers, {tried} compilations")
    return 1 if failures or not headers else 0


if __name__ == "__main__":
    sys.exit(main())
