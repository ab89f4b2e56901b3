"""What a value must look like, in the words of a docstring."""

FORMATS = {
    "uuid": "UUID text, RFC 9562 §4, 36 bytes",
    "user_ref": "UUID text, RFC 9562 §4, or \"me\"",
    "instant": "RFC 3339 §5.6 with an offset, whole seconds",
    "event_time": "RFC 3339 §5.6; with an offset an instant, without one wall time in the event's zone",
    "date": "YYYY-MM-DD",
    "clock": "HH:MM",
    "zone": "IANA zone name",
    "email": "email address",
    "uri": "URI, RFC 3986",
    "color": "#RRGGBB",
    "username": "a-z, 0-9, dot, underscore, hyphen",
    "slot": "original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day",
    "printable": "printable ASCII",
    "words": "names with commas between",
}


def bounds(low, high, unit, units):
    if high:
        return f"{low}…{high} {units}" if low else f"at most {high} {unit if high == 1 else units}"
    return f"at least {low} {unit if low == 1 else units}" if low else ""


def text_shape(member):
    parts = []
    if member.format == "enum":
        return " | ".join(member.names)
    if member.format in FORMATS:
        parts.append(FORMATS[member.format])
    if member.format in ("plain", "email", "uri", "username", "printable", "words"):
        parts.append(bounds(member.min, member.max, "character", "characters"))
    return ", ".join(part for part in parts if part)


def shape(member):
    """Short description of what the member holds; empty when there is nothing to say."""
    if member.type == "text":
        return text_shape(member)
    if member.type == "int":
        return f"{member.min}…{member.max}" if member.max else ""
    if member.type == "bool":
        return "1 true, 0 false"
    if member.type == "list":
        each = shape(member.item) if member.item.type == "text" else ""
        return ", ".join(part for part in (bounds(member.min, member.max, "entry", "entries"),
                                           f"each {each}" if each else "") if part)
    if member.type == "map":
        value = bounds(member.item.min, member.item.max, "character", "characters") if member.item else ""
        parts = [bounds(0, member.max, "entry", "entries"),
                 f"keys at most {member.key_max} characters" if member.key_max else "",
                 f"values {value}" if value else ""]
        return ", ".join(part for part in parts if part)
    if member.type == "json":
        return "JSON text"
    return ""
