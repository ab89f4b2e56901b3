"""How the Python binding's generated files are laid out: names, types of members, docstrings."""
import keyword
import textwrap

from sdk_shape import shape
from sdk_text import sentence

TIMES = ("instant", "event_time")
# By the suffix of sdk_times: what a keyword takes, and what it means.
BY_KIND = {
    "ms": ("int", "Instead of {name}: milliseconds since 1970-01-01T00:00:00Z."),
    "date": ("Union[date, str]", "Instead of {name}: a day; the event takes whole days."),
    "floating": ("Union[datetime, str]", "Instead of {name}: a wall time that holds in every zone."),
    "zoned": ("Tuple[Union[datetime, str], str]", "Instead of {name}: a wall time and the IANA zone that shows it."),
}
# Nouns that stand for a whole, or are plural already.
WHOLES = ("acl", "agenda", "freebusy", "batch", "openapi")


def head(what):
    return [f'"""{what}', "", "Written by generator/binding_python.py from openapi/calendar.yaml; change those and "
            "generate again.", '"""', "from __future__ import annotations", ""]


def ident(name):
    """from → from_: what Python takes for a name."""
    return name + "_" if keyword.iskeyword(name) else name


def camel(name):
    return "".join(part.capitalize() for part in name.split("_"))


def plural(noun):
    if noun in WHOLES or noun.endswith("s"):
        return noun
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"


def enum_class(prefix):
    return camel(prefix.removeprefix("LIBAPI_").lower())


def docstring(text, indent):
    """Wrapped lines of a docstring."""
    space = " " * indent
    lines = []
    for part in text.strip().split("\n"):
        lines += textwrap.wrap(part, 100 - indent) or [""]
    lines = [line.replace("\\", "\\\\") for line in lines]
    if len(lines) == 1:
        return [f'{space}"""{lines[0]}"""']
    return [f'{space}"""{lines[0]}', *[space + line if line else "" for line in lines[1:]], f'{space}"""']


def about(member):
    """Help sentence and shape of a member."""
    if member.type == "kind":
        return BY_KIND[member.kind.suffix][1].format(name=ident(member.member.name))
    form = "" if member.format == "enum" or member.type in ("bool", "json") else shape(member)
    parts = [sentence(member.help), f"{form[0].upper()}{form[1:]}." if form else ""]
    return " ".join(part for part in parts if part)


def given_type(handle, member, handles):
    """What a keyword argument of this member takes."""
    if member.type == "kind":
        return BY_KIND[member.kind.suffix][0]
    words = {"int": "int", "bool": "bool", "map": "Mapping[str, Optional[str]]", "json": "Any"}
    if member.type == "text":
        word = given_text(handle, member, handles)
    elif member.type == "record":
        word = camel(handles.child(handle, member).name)
    elif member.type == "list":
        item = camel(handles.child(handle, member).name) if member.item.type == "record" else "str"
        word = f"Iterable[{item}]"
    else:
        word = words[member.type]
    return f"Optional[{word}]" if member.nullable else word


def given_text(handle, member, handles):
    if member.format == "enum":
        return f"Union[{enum_class(handles.enums.prefix(handle, member))}, str]"
    return {"instant": "Union[datetime, str]", "event_time": "Union[datetime, str]",
            "date": "Union[date, str]"}.get(member.format, "str")
