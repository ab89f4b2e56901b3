#!/usr/bin/env python3
"""What Doxygen reads instead of a header: tables and drawings of the docstrings as they stand, not as running text.

    doxygen_filter.py FILE

A line belongs to a table when it is indented or has columns (two spaces within), and so does what is wrapped under it.
Outside of them `#` is escaped, which Doxygen would take for a link.
"""
import re
import sys

LAID_OUT = re.compile(r"^ \*(   .*|.*\S {2,}\S.*)$")


def filtered(lines):
    inside, table = False, False
    for line in lines:
        inside = inside or line.startswith("/**")
        laid_out = inside and bool(LAID_OUT.match(line))
        if laid_out and not table:
            yield " * @verbatim"
        elif table and not laid_out:
            yield " * @endverbatim"
        table = laid_out
        yield re.sub(r"(?<!\w)#(?=\w)", r"\\#", line) if inside and not table else line
        inside = inside and "*/" not in line


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        print("\n".join(filtered(file.read().split("\n"))))


if __name__ == "__main__":
    main()
