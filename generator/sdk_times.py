"""Times by kind: beside the text of a time, a setter for each way in which programs know one.

One table for all writers: `kinds(member)` gives the rows that C functions, conformance runners and bindings share. In
a conformance case such a row is the member MEMBER_SUFFIX.
"""
from dataclasses import dataclass

TEXT = "const char *"


@dataclass
class Kind:
    suffix: str  # of the member's name
    through: str  # libapi__record_THROUGH
    params: tuple  # of (C type, name)
    slot: str  # NUMBER, TEXT or MAP: how a conformance case gives it
    doc: str


INSTANT = Kind("ms", "set_instant", (("int64_t", "unix_ms"),), "NUMBER",
               "Set `{name}` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years 1900–2200.")
ENDS = (
    Kind("ms", "set_end_instant", (("int64_t", "unix_ms"),), "NUMBER", INSTANT.doc),
    Kind("date", "set_end_date", ((TEXT, "date"),), "TEXT",
         "Set `{date}`, YYYY-MM-DD, in place of `{name}`: the event takes whole days."),
    Kind("floating", "set_end_floating", ((TEXT, "local_time"),), "TEXT",
         "Set `{name}` to a wall time that holds in every zone: YYYY-MM-DDTHH:MM:SS (RFC 5545 §3.3.5, form 1)."),
    Kind("zoned", "set_end_zoned", ((TEXT, "local_time"), (TEXT, "time_zone")), "MAP",
         "Set `{name}` to a wall time, YYYY-MM-DDTHH:MM:SS, and `{zone}` to the IANA zone whose clock shows it (RFC "
         "5545 §3.3.5, form 3)."),
)
REFUSED = " LIBAPI_E_INVALID, and nothing changes, for another form"
DISAGREES = (", or when `{other}` is set to what cannot stand beside it: a date beside a time, a floating time beside "
             "another, another zone. Then unset that one first.")


def kinds(member):
    """The kinds that a member of a draft, patch or query can be set by."""
    if member.kinds:
        return ENDS
    return (INSTANT,) if member.type == "text" and member.format == "instant" else ()


@dataclass
class ByKind:
    """A kind of a member where a writer shows it as a member of its own."""
    member: object
    kind: Kind
    type: str = "kind"

    @property
    def name(self):
        return f"{self.member.name}_{self.kind.suffix}"


def with_kinds(members):
    return [each for member in members for each in [member, *[ByKind(member, kind) for kind in kinds(member)]]]


def doc(kind, member):
    names = {"name": member.name, **(member.kinds or {})}
    return (kind.doc + REFUSED + (DISAGREES if member.kinds else ".")).format(**names)


def first_argument(handle, member):
    """The C text that says which member, and with which siblings."""
    index = handle.schema.c_index
    if not member.kinds:
        return index(member.name)
    siblings = dict(member.kinds)
    siblings["other_date"] = handle.schema.find(siblings["other"]).kinds["date"]
    cells = [f".time = {index(member.name)}"] + [f".{key} = {index(name)}" for key, name in siblings.items()]
    return "&(const struct event_end){ " + ",\n\t\t".join(", ".join(cells[at:at + 2])
                                                          for at in range(0, len(cells), 2)) + " }"
