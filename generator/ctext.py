"""Pieces of C source."""

NOTE = "/* Written by generator/ from openapi/calendar.yaml: change that. */\n"


def quote(text):
    """A C string literal on one line; NULL for None."""
    if text is None:
        return "NULL"
    out = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + out.replace("??", "?\\?") + '"'


def quote_lines(text, indent="\t"):
    """A C string literal over as many lines as the text has."""
    lines = text.splitlines(keepends=True)
    return "\n".join(indent + quote(line) for line in lines) if lines else indent + '""'


def flags(names):
    return " | ".join(names) if names else "0"


def table(head, rows, end="};\n"):
    """`head {`, a row a line, `};`"""
    return head + " {\n" + "".join(f"\t{row}\n" for row in rows) + end
