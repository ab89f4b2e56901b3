"""SQL text: where its strings, quoted names, dollar quotes and comments lie, and `:name` outside of them.

A scanner and not a parser: it knows just enough of PostgreSQL's lexical rules (§4.1 of its manual) to leave
everything alone that only looks like a parameter."""

import re

TOKEN = re.compile(
    r"""
    (?P<comment>--[^\n]*)
  | (?P<block>/\*)
  | (?P<escape>\b[eE]'(?:[^'\\]|\\.|'')*')
  | (?P<string>'(?:[^']|'')*')
  | (?P<quoted>"(?:[^"]|"")*")
  | (?P<word>[^\W\d][\w$]*)
  | (?P<dollar>\$(?:[^\W\d]\w*)?\$)
  | (?P<cast>::)
  | (?P<name>(?<![\w\])]):[a-z_][a-z0-9_]*)  # a slice [1:n] is none
""",
    re.VERBOSE | re.DOTALL,
)


class Broken(Exception):
    """A quote or comment that does not end; `at` is its offset."""

    def __init__(self, at, reason):
        super().__init__(reason)
        self.at, self.reason = at, reason


def tokens(text):
    """(kind, start, end) of everything TOKEN knows; `block` and `dollar` with their whole content."""
    at = 0
    while True:
        found = TOKEN.search(text, at)
        if found is None:
            return
        kind, end = found.lastgroup, found.end()
        if kind == "block":
            end = _block_end(text, found.start())
        elif kind == "dollar":
            close = text.find(found.group(), end)
            if close < 0:
                raise Broken(found.start(), f"{found.group()} does not end")
            end = close + len(found.group())
        yield kind, found.start(), end
        at = end


def _block_end(text, start):
    """Block comments nest."""
    depth, at = 0, start
    while True:
        found = re.compile(r"/\*|\*/").search(text, at)
        if found is None:
            raise Broken(start, "/* does not end")
        depth += 1 if found.group() == "/*" else -1
        at = found.end()
        if depth == 0:
            return at


def names(text):
    """[(name, start, end)] of the named parameters, in order."""
    return [
        (text[start + 1 : end], start, end) for kind, start, end in tokens(text) if kind == "name"
    ]


def rewrite(text, write):
    """`:name` -> write(name, is_cast): is_cast tells whether the text goes on with a cast of its own."""
    out, at = [], 0
    for name, start, end in names(text):
        out += [text[at:start], write(name, text.startswith("::", end))]
        at = end
    return "".join(out) + text[at:]


def masked(text, kinds=("comment", "block", "escape", "string", "dollar")):
    """The same text with the content of these kinds blanked: lengths and lines stay."""
    out, at = [], 0
    for kind, start, end in tokens(text):
        if kind in kinds:
            out += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
            at = end
    return "".join(out) + text[at:]


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def without_comments(text):
    """What PostgreSQL needs to see of a statement."""
    out, at = [], 0
    for kind, start, end in tokens(text):
        if kind in ("comment", "block"):
            out += [text[at:start], " "]
            at = end
    return ("".join(out) + text[at:]).strip()
