"""Public headers as their readers see them: what the file is about, its sections, each function with its docstring.

The headers, not the contract, are the source of the man pages: hand-written and generated functions look the same
there, and a page cannot say anything else than the header does."""
import re
from dataclasses import dataclass, field

PIECES = re.compile(r"(?P<doc>/\*\*.*?\*/)|(?P<comment>/\*.*?\*/)|(?P<macro>^#[^\n]*(?:\\\n[^\n]*)*)"
                    r"|(?P<enum>^(?:enum|typedef)\b[^;{]*(?:\{.*?\}[^;]*)?;)|(?P<function>^LIBAPI_EXPORT\b[^;]*;)",
                    re.S | re.M)
BANNER = re.compile(r"/\* -{4} (.+?) -+ \*/")


@dataclass
class Declared:
    name: str
    prototype: str  # without the macros
    doc: list  # lines


@dataclass
class Section:
    title: str
    text: list = field(default_factory=list)  # lines that stand before the functions
    functions: list = field(default_factory=list)


@dataclass
class Header:
    name: str  # event
    idea: list
    sections: list


def lines_of(comment):
    """A comment's lines without its stars."""
    inner = re.sub(r"^/\*+|\*/$", "", comment.strip())
    lines = [re.sub(r"^\s*\* ?", "", line).rstrip() if number else line.strip()
             for number, line in enumerate(inner.split("\n"))]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def read(path, text):
    header = Header(path.rsplit("/", 1)[-1][:-2], [], [Section("FIRST")])
    doc, doc_used = [], True
    for piece in PIECES.finditer(text):
        kind, what = piece.lastgroup, piece.group(0)
        if kind == "doc":
            doc = lines_of(what)
            if not header.idea:
                header.idea, doc = idea(doc), []
        elif kind == "comment":
            comment(header, what, text[:piece.start()])
        elif kind == "enum" and what.startswith("enum"):
            header.sections[-1].text += [*([] if doc_used else [*doc, ""]),
                                         *("    " + line for line in what.split("\n")), ""]
        elif kind == "function":
            header.sections[-1].functions.append(declared(what, doc))
        doc_used = kind != "doc"  # functions may share one that stands before the first of them; enums may not
    first = header.sections[0]
    first.title = "FUNCTIONS" if first.functions else "CONSTANTS"
    header.sections = [section for section in header.sections if section.functions or section.text]
    return header


def idea(lines):
    """What the file is about, without its name and without how it came about."""
    lines = [re.sub(r"^api/\w+\.h: (\w)", lambda found: found.group(1).upper(), line) for line in lines]
    return [line for line in lines if not line.startswith("Written by generator/")]


def comment(header, what, before):
    """A plain comment opens a section, belongs to the function on its line, or is a section's rules."""
    banner = BANNER.match(what)
    if banner:
        header.sections.append(Section(banner.group(1)))
    elif not before.endswith("\n") and header.sections[-1].functions and before.rstrip().endswith(";"):
        header.sections[-1].functions[-1].doc = lines_of(what)
    elif before.endswith("\n"):
        header.sections[-1].text += [*lines_of(what), ""]


def declared(what, doc):
    prototype = re.sub(r"/\*.*?\*/", "", what, flags=re.S)
    prototype = re.sub(r"\bLIBAPI_(EXPORT|MUST_USE)\s+", "", prototype)
    name = re.search(r"\b(libapi_\w+)\s*\(", prototype).group(1)
    return Declared(name, " ".join(prototype.split()).replace("( ", "("), doc)
