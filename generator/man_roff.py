"""Docstrings as roff: running text, tables of names, and code as they stand in a header."""
import re
import textwrap

ROW = re.compile(r"^\s*(\S+)\s{2,}(\S.*)$")
CODE_INDENT = 4


def escape(text):
    """Text that roff takes as it is; a dot or quote at the start of a line would be a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text[:1] in ".'" else text


def code(lines):
    return [".RS 4", ".nf", *[escape(line) for line in lines], ".fi", ".RE"]


def prototype(text):
    """A prototype in bold, broken behind commas."""
    kept = "(".join(part.replace(" ", "\0").replace(",\0", ", ") for part in text.split("(", 1))
    lines = textwrap.wrap(kept, 76, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
    return [".nf", *["\\fB" + escape(line.replace("\0", " ")) + "\\fR" for line in lines], ".fi"]


def indent_of(line):
    return len(line) - len(line.lstrip())


def paragraphs(lines):
    """Docstring lines to roff. A row `name  text` is a tagged paragraph; what is indented and belongs to no row is
    code."""
    out, in_row, in_code = [], False, []
    for line in [*lines, ""]:
        row = ROW.match(line)
        if not in_row and indent_of(line) >= CODE_INDENT:
            in_code.append(line[CODE_INDENT:])
            continue
        if in_code:
            out, in_code = out + code(in_code), []
        if not line:
            gap(out)
            in_row = False
        elif row and (indent_of(line) < CODE_INDENT):
            out += [".TP", f"\\fI{escape(row.group(1))}\\fR", escape(row.group(2))]
            in_row = True
        elif in_row and not line.startswith(" "):
            gap(out)
            out.append(escape(line))
            in_row = False
        else:
            out.append(escape(line.strip()))
    while out and out[-1] == ".PP":
        out.pop()
    return out


def gap(out):
    """A paragraph break, once and not where one would be empty."""
    if out and out[-1] != ".PP":
        out.append(".PP")
