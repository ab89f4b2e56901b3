"""components.schemas -> Schema and Field, with everything resolved: $ref, allOf, drafts, patches, pages."""

from dataclasses import replace

from model import Field, Schema
from source import Refused

FORMATS = {
    "uuid": "uuid",
    "user-ref": "user_ref",
    "date-time": "instant",
    "event-time": "event_time",
    "date": "date",
    "clock": "clock",
    "zone": "zone",
    "email": "email",
    "uri": "uri",
    "color": "color",
    "username": "username",
    "slot": "slot",
    "printable": "printable",
    "words": "words",
}
SCHEMA_KEYS = {
    "type",
    "description",
    "required",
    "properties",
    "allOf",
    "x-draft-of",
    "x-patch-of",
    "x-page-of",
}
MEMBER_KEYS = {
    "$ref",
    "anyOf",
    "type",
    "description",
    "format",
    "readOnly",
    "default",
    "enum",
    "items",
    "additionalProperties",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
    "maxProperties",
    "x-after",
    "x-kinds",
    "x-key-max",
    "x-create-only",
    "x-patch-only",
}
SCHEMA_REF = "#/components/schemas/"
COMPARABLE = {"instant": "moment", "event_time": "moment", "date": "date", "clock": "clock"}


def read_all(contract):
    stated = contract.document["components"]["schemas"]
    reader = Reader(contract, stated)
    for name in stated:
        contract.schemas[name] = reader.schema(name, stated.at(name))
    for schema in contract.schemas.values():
        reader.fill(schema)
    for schema in contract.schemas.values():
        _check_after(contract.path, schema)


class Reader:
    """Schemas are made empty first and filled later, since they name one another in any order."""

    def __init__(self, contract, stated):
        self.path, self.stated, self.schemas, self.filled = contract.path, stated, {}, set()

    def refuse(self, line, reason):
        raise Refused(self.path, line, reason)

    def schema(self, name, line):
        if name not in self.schemas:
            if name not in self.stated:
                self.refuse(line, f"there is no schema {name}")
            raw = self.stated[name]
            kinds = [kind for kind in ("draft", "patch", "page") if f"x-{kind}-of" in raw]
            self.schemas[name] = Schema(
                name,
                kinds[0] if kinds else "plain",
                None,
                [],
                raw.get("description", ""),
                self.stated.at(name),
                raw,
            )
        return self.schemas[name]

    def fill(self, schema):
        if schema.name in self.filled:
            return schema
        self.filled.add(schema.name)
        raw = schema.raw
        for key in raw:
            if key not in SCHEMA_KEYS:
                self.refuse(raw.at(key), f"unknown key {key!r} on schema {schema.name}")
        if not schema.description:
            self.refuse(schema.line, f"schema {schema.name} has no description")
        if schema.kind != "plain":
            self._fill_derived(schema, raw)
        elif "allOf" in raw:
            for part in raw["allOf"]:
                self._fill_part(schema, part)
        elif raw.get("type") == "object":
            schema.fields = self._members(raw)
        else:
            self.refuse(schema.line, f"schema {schema.name} is no object")
        self._require(schema, raw)
        return schema

    def _fill_part(self, schema, part):
        if "$ref" in part:
            schema.fields += self.fill(self.refer(part, part.at("$ref"))).fields
        else:
            schema.fields += self._members(part)
            self._require(schema, part)

    def _fill_derived(self, schema, raw):
        key = f"x-{schema.kind}-of"
        if raw[key] not in self.stated:
            self.refuse(raw.at(key), f"{key} names {raw[key]}, which is no schema")
        schema.of = self.fill(self.schema(raw[key], raw.at(key)))
        if schema.kind == "page":
            schema.fields = [
                Field(
                    "items",
                    "list",
                    description="The items of this page.",
                    required=True,
                    read_only=True,
                    item=Field("", "record", schema=schema.of),
                    line=schema.line,
                ),
                Field(
                    "next_cursor",
                    "text",
                    description="Where the next page starts; null on the last.",
                    required=True,
                    nullable=True,
                    read_only=True,
                    line=schema.line,
                ),
            ]
            return
        own = {each.name: each for each in self._members(raw)} if "properties" in raw else {}
        schema.fields = [
            own.pop(each.name, None) or _derive(each, schema.kind) for each in schema.of.fields
        ]
        schema.fields += own.values()

    def _require(self, schema, raw):
        for index, name in enumerate(raw.get("required", ())):
            member = schema.find(name)
            line = raw["required"].at(index)
            if member is None:
                self.refuse(line, f"{schema.name} requires {name}, which is no member")
            if schema.kind in ("draft", "patch") and member.read_only:
                self.refuse(line, f"{schema.name} requires {name}, which is read-only")
            schema.fields[schema.fields.index(member)] = replace(member, required=True)

    def _members(self, raw):
        return [
            self.member(name, value, raw["properties"].at(name))
            for name, value in raw["properties"].items()
        ]

    def refer(self, raw, line):
        if not str(raw["$ref"]).startswith(SCHEMA_REF):
            self.refuse(line, f"$ref {raw['$ref']} does not start with {SCHEMA_REF}")
        return self.schema(raw["$ref"][len(SCHEMA_REF) :], line)

    def member(self, name, raw, line, described=True):
        """One member, parameter, item or map value."""
        if not isinstance(raw, dict):
            self.refuse(line, f"{name} is no schema")
        for key in raw:
            if key not in MEMBER_KEYS:
                self.refuse(raw.at(key), f"unknown key {key!r} on {name} (quote texts with commas)")
        made = Field(
            name,
            description=raw.get("description", ""),
            read_only=bool(raw.get("readOnly")),
            after=raw.get("x-after"),
            kinds=raw.get("x-kinds"),
            create_only=bool(raw.get("x-create-only")),
            patch_only=bool(raw.get("x-patch-only")),
            line=line,
            raw=raw,
        )
        if described and not made.description and name:
            self.refuse(line, f"{name} has no description")
        self._type(made, raw)
        if made.max and made.min > made.max:
            self.refuse(line, f"{name}: the least allowed is above the greatest")
        if "default" in raw:
            made.default = _text(raw["default"])
        return made

    def _type(self, made, raw):
        if "anyOf" in raw:
            refs = [part for part in raw["anyOf"] if "$ref" in part]
            if len(refs) != 1 or len(raw["anyOf"]) != 2 or {"type": "null"} not in raw["anyOf"]:
                self.refuse(made.line, f"{made.name}: anyOf is only for a $ref or null")
            made.type, made.nullable, made.schema = (
                "record",
                True,
                self.refer(refs[0], refs[0].at("$ref")),
            )
            return
        if "$ref" in raw:
            made.type, made.schema = "record", self.refer(raw, raw.at("$ref"))
            return
        stated = raw.get("type")
        types = list(stated) if isinstance(stated, list) else [stated]
        made.nullable = "null" in types
        types = [each for each in types if each != "null"]
        reader = {
            "string": self._string,
            "integer": self._integer,
            "boolean": self._boolean,
            "array": self._array,
            "object": self._map,
        }.get(types[0] if len(types) == 1 else None)
        if reader is None:
            self.refuse(
                made.line,
                f"{made.name}: type {stated!r} is not one of string integer boolean array object",
            )
        reader(made, raw)

    def _string(self, made, raw):
        made.min, made.max = raw.get("minLength", 0), raw.get("maxLength", 0)
        if "enum" in raw:
            made.format, made.names = "enum", tuple(raw["enum"])
            if not made.names or not all(isinstance(each, str) for each in made.names):
                self.refuse(raw.at("enum"), f"{made.name}: an enum is a list of texts")
        elif "format" in raw:
            if raw["format"] not in FORMATS:
                self.refuse(raw.at("format"), f"{made.name}: unknown format {raw['format']!r}")
            made.format = FORMATS[raw["format"]]

    def _integer(self, made, raw):
        made.type, made.min, made.max = "int", raw.get("minimum", 0), raw.get("maximum", 0)

    def _boolean(self, made, raw):
        made.type = "bool"

    def _array(self, made, raw):
        if "items" not in raw:
            self.refuse(made.line, f"{made.name}: an array needs items")
        made.type, made.min, made.max = "list", raw.get("minItems", 0), raw.get("maxItems", 0)
        made.item = self.member("", raw["items"], raw.at("items"))

    def _map(self, made, raw):
        if "additionalProperties" not in raw:
            made.type = "json"
            return
        made.type, made.max, made.key_max = (
            "map",
            raw.get("maxProperties", 0),
            raw.get("x-key-max", 0),
        )
        made.item = self.member("", raw["additionalProperties"], raw.at("additionalProperties"))
        if made.item.type != "text":
            self.refuse(made.line, f"{made.name}: the values of a map are texts")


def _derive(member, kind):
    """A member as it stands in a draft or patch: not required unless the draft says so."""
    closed = member.create_only if kind == "patch" else member.patch_only
    return replace(
        member,
        required=False,
        read_only=member.read_only or closed,
        default=None if kind == "patch" else member.default,
    )


def check_siblings(path, fields, place):
    """x-after must name a sibling of a comparable kind."""
    by_name = {each.name: each for each in fields}
    for member in fields:
        if member.after is None:
            continue
        other = by_name.get(member.after)
        if other is None or COMPARABLE.get(other.format) != COMPARABLE.get(member.format, "none"):
            raise Refused(
                path,
                member.line,
                f"{place}.{member.name}: x-after names {member.after}, "
                "which is no sibling to compare with",
            )


# What the siblings of x-kinds must be: type and format.
KINDS = {
    "date": ("text", "date"),
    "zone": ("text", "zone"),
    "floating": ("bool", "plain"),
    "other": ("text", "event_time"),
}


def _check_kinds(path, schema):
    """x-kinds must name a sibling of the right kind under each of its four keys."""
    by_name = {each.name: (each.type, each.format) for each in schema.fields}
    for member in schema.fields:
        if member.kinds is None:
            continue
        found = {key: by_name.get(name) for key, name in dict(member.kinds).items()}
        if member.format != "event_time" or found != KINDS:
            raise Refused(
                path,
                member.line,
                f"{schema.name}.{member.name}: x-kinds names for an event-time its siblings "
                f"{', '.join(KINDS)}, each of that kind",
            )


def _check_after(path, schema):
    check_siblings(path, schema.fields, schema.name)
    _check_kinds(path, schema)


def _text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
