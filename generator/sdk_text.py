"""How C is laid out: prototypes, docstrings and banners, wrapped at 100 columns.

One Function carries its prototype, its docstring and its body, so that header, source, symbol map and man page
cannot disagree. Whether a line fits is measured with a tab counted as four.
"""
from dataclasses import dataclass
import textwrap

COLUMNS = 100
TAB = 4


@dataclass
class Function:
    name: str
    result: str  # "int32_t", "const char *", "void"
    params: list  # of (C type, name)
    doc: list  # lines of the docstring, unwrapped ones already laid out
    body: list  # C statements, one tab deep left out
    must_use: bool = False


def join(ctype, name):
    """A C declaration: the name sits right behind a star."""
    return ctype + name if ctype.endswith("*") else f"{ctype} {name}"


def width(line):
    return len(line.replace("\t", " " * TAB))


def prototype(function, head=""):
    """The prototype as lines, without the closing ; or {; long ones break between parameters."""
    parts = [join(*param) for param in function.params] or ["void"]
    one = join(f"{head}{function.result}", function.name) + "(" + ", ".join(parts) + ")"
    if width(one) < COLUMNS - 1:
        return [one]
    start = function.name if head else join(function.result, function.name)
    lines = [head + function.result] if head else []
    line = start + "("
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        text = part + (")" if last else ",")
        glue = "" if line.endswith("(") else " "
        if width(line + glue + text) > COLUMNS - 2 and line.strip() != start + "(":
            lines.append(line)
            line, glue = "\t", ""
        line += glue + text
    lines.append(line)
    return lines


def sentence(text):
    """One sentence with a capital and a full stop; empty stays empty."""
    text = " ".join((text or "").split())
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")


def wrap(text, indent=""):
    """Running text to lines that fit behind " * "."""
    return textwrap.wrap(text, COLUMNS - 4, subsequent_indent=indent, break_long_words=False,
                         break_on_hyphens=False)


def table(rows, indent=""):
    """Two columns: name and what it is, the second wrapped under itself."""
    if not rows:
        return []
    room = max(len(name) for name, _ in rows) + 2
    lines = []
    for name, text in rows:
        parts = textwrap.wrap(text, COLUMNS - 4 - room - len(indent), break_long_words=False,
                              break_on_hyphens=False) or [""]
        lines.append((indent + name.ljust(room) + parts[0]).rstrip())
        lines += [indent + " " * room + part for part in parts[1:]]
    return lines


def comment(lines):
    """A docstring block. `*/` inside would end it early, so it is taken apart."""
    lines = [line.replace("*/", "* /") for line in lines]
    if len(lines) == 1 and width(lines[0]) <= COLUMNS - 7:
        return [f"/** {lines[0]} */"]
    return ["/**"] + [f" * {line}".rstrip() for line in lines] + [" */"]


def banner(title, level="-"):
    return f"/* {level * 4} {title} " + level * max(4, COLUMNS - 12 - len(title)) + " */"


def declare(function):
    """Docstring and exported prototype."""
    head = "LIBAPI_EXPORT " + ("LIBAPI_MUST_USE " if function.must_use else "")
    lines = prototype(function, head)
    return comment(function.doc) + lines[:-1] + [lines[-1] + ";"]


def define(function):
    lines = prototype(function)
    return lines[:-1] + [lines[-1] + " {"] + ["\t" + line if line else "" for line in function.body] + ["}"]

