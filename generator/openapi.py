"""The contract as generic tools understand it: drafts, patches and pages written out, formats of our own also as
patterns, the common problems, and the headers of requests and answers. One JSON document, always the same text.
"""

import json

import examples
import openapi_headers as headers
import openapi_links as links

OWN_FORMATS = {
    "event-time": "event_time",
    "user-ref": "user_ref",
    "zone": "zone",
    "color": "color",
    "username": "username",
    "slot": "slot",
    "clock": "clock",
    "printable": "printable",
    "words": "words",
}
STANDARD = (
    "description",
    "readOnly",
    "default",
    "enum",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
    "maxProperties",
)
KEPT = ("x-sdk", "x-scope", "x-role", "x-since", "x-deadline", "x-secret")
SCHEMA_REF = "#/components/schemas/"


def sources(contract):
    return {"openapi.json": text(contract)}


def text(contract):
    return json.dumps(document(contract), ensure_ascii=False, indent=1) + "\n"


def document(contract):
    stated = contract.document
    paths = {}
    for operation in sorted(contract.operations + contract.probes, key=lambda each: each.line):
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(
            contract, operation
        )
    return {
        "openapi": stated["openapi"],
        "info": stated["info"],
        "servers": stated["servers"],
        "security": stated["security"],
        "tags": stated["tags"],
        "paths": paths,
        "components": {
            "securitySchemes": stated["components"]["securitySchemes"],
            "parameters": {
                "X-Request-Id": headers.REQUEST_ID,
                "traceparent": headers.TRACEPARENT,
                "Idempotency-Key": headers.IDEMPOTENCY_KEY,
                "X-Consistency-Token": headers.CONSISTENCY_TOKEN,
            },
            "headers": headers.RESPONSE_HEADERS,
            "responses": {
                _problem_name(status): _problem(contract, status) for status in _statuses(contract)
            },
            "schemas": {
                **{schema.name: _schema(schema) for schema in contract.schemas.values()},
                **_partial_schemas(contract),
            },
        },
        "x-problems": stated["x-problems"],
        "x-field-codes": stated["x-field-codes"],
    }


# ---- operations -----------------------------------------------------------------------------------------


def _operation(contract, operation):
    raw = operation.raw
    made = {
        "operationId": operation.id,
        "tags": raw["tags"],
        "summary": operation.summary,
        "description": operation.description,
    }
    made.update({key: raw[key] for key in KEPT if key in raw})
    if operation.problems:
        made["x-problems"] = list(operation.problems)
    if operation.public:
        made["security"] = []
    parameters = _parameters(contract, operation)
    if parameters:
        made["parameters"] = parameters
    if operation.body or operation.text_body:
        made["requestBody"] = _body(operation)
    made["responses"] = _responses(contract, operation)
    return made


def _parameters(contract, operation):
    made = []
    for member, where in [(each, "path") for each in operation.path_fields] + [
        (each, "query") for each in operation.query_fields
    ]:
        one = {"name": member.name, "in": where, "description": member.description}
        if where == "path" or member.required:
            one["required"] = True
        made.append(
            {
                **one,
                "schema": _member(member, member.raw["schema"], False),
                "example": member.example,
            }
        )
    made += [
        _stated_header(contract, name)
        for name, on in (("IfMatch", operation.if_match), ("IfNoneMatch", operation.if_none_match))
        if on
    ]
    if not operation.probe:
        made.append({"$ref": "#/components/parameters/X-Request-Id"})
        made.append({"$ref": "#/components/parameters/traceparent"})
    if operation.idempotent and not operation.probe:
        made.append({"$ref": "#/components/parameters/Idempotency-Key"})
    elif not operation.probe and not operation.public:
        made.append({"$ref": "#/components/parameters/X-Consistency-Token"})
    return made


def _stated_header(contract, name):
    stated = contract.document["components"]["parameters"][name]
    schema = {key: value for key, value in stated["schema"].items() if key != "format"}
    return {**stated, "schema": schema}


def _body(operation):
    schema = (
        {"type": "string"} if operation.text_body else {"$ref": SCHEMA_REF + operation.body.name}
    )
    media = {
        "schema": schema,
        "example": operation.body_example,
    }
    content = {operation.body_type: media}
    if operation.body_mode == "patch":
        content["application/json"] = media
    return {"required": True, "content": content}


def _responses(contract, operation):
    made = {}
    for status, stated in operation.raw["responses"].items():
        if "$ref" in stated:
            stated = contract.document["components"]["responses"][stated["$ref"].rsplit("/", 1)[1]]
        made[str(status)] = {**stated, "headers": headers.of_success(operation, int(status))}
        if _takes_fields(operation):
            media = stated["content"]["application/json"]
            partial = {"$ref": SCHEMA_REF + "Partial" + operation.page.name}
            made[str(status)]["content"] = {"application/json": {**media, "schema": partial}}
        following = links.of_success(contract, operation, int(status))
        if following:
            made[str(status)]["links"] = following
    if operation.if_none_match and operation.method == "GET":
        made["304"] = {
            "description": "It still has this ETag.",
            "headers": headers.of_success(operation, 304),
        }
    for status in sorted({contract.problems[code].status for code in operation.problems}):
        made[str(status)] = {"$ref": f"#/components/responses/{_problem_name(status)}"}
    return made


# ---- problems -------------------------------------------------------------------------------------------


def _statuses(contract):
    return sorted({kind.status for kind in contract.problems.values()})


def _problem_name(status):
    return f"Problem{status}"


def _problem(contract, status):
    kinds = [kind for kind in contract.problems.values() if kind.status == status]
    example = {
        "type": f"/problems/{kinds[0].code}",
        "title": kinds[0].title,
        "status": status,
        "detail": kinds[0].help,
        "code": kinds[0].code,
        "request_id": "0193590c-5b1c-7e02-8c3a-1f5d7b9a2e44",
    }
    return {
        "description": " · ".join(f"`{kind.code}` {kind.title}" for kind in kinds),
        "headers": headers.of_problem(status),
        "content": {
            "application/problem+json": {
                "schema": {"$ref": SCHEMA_REF + "Problem"},
                "example": example,
            }
        },
    }


# ---- schemas --------------------------------------------------------------------------------------------


def _takes_fields(operation):
    """Whether the client chooses the members it wants: then none is sure to be there."""
    return operation.is_list and any(each.name == "fields" for each in operation.query_fields)


def _partial_schemas(contract):
    made = {}
    for operation in filter(_takes_fields, contract.operations):
        item, page = _schema(operation.answer), _schema(operation.page)
        item.pop("required", None)
        page["properties"]["items"]["items"] = {"$ref": SCHEMA_REF + "Partial" + operation.answer.name}
        made["Partial" + operation.answer.name] = item
        made["Partial" + operation.page.name] = page
    return made


def _schema(schema):
    body = schema.kind in ("draft", "patch")
    made = {"type": "object", "description": schema.description}
    required = [member.name for member in schema.fields if member.required]
    if required and schema.kind != "patch":
        made["required"] = required
    if schema.kind == "page":
        made["properties"] = {
            "items": {
                "type": "array",
                "description": "The items of this page.",
                "readOnly": True,
                "items": {"$ref": SCHEMA_REF + schema.of.name},
            },
            "next_cursor": {
                "type": ["string", "null"],
                "readOnly": True,
                "description": "Where the next page starts; null on the last.",
            },
        }
        return made
    made["properties"] = {
        member.name: _member(member, member.raw, schema.kind == "patch") for member in schema.fields
    }
    if body:
        # Members of the server's own may stand in a PUT or PATCH if they are what is stored: readOnly says it.
        made["additionalProperties"] = False
    return made


def _member(member, raw, in_patch):
    """A member, parameter, item or map value in plain JSON Schema."""
    made = {key: raw[key] for key in STANDARD if key in raw}
    if "enum" in made and "null" in raw.get("type", ""):
        made["enum"] = made["enum"] + [None]  # an enum speaks of null too
    if in_patch:
        made.pop("default", None)
    if member.read_only and "readOnly" not in made:
        made["readOnly"] = True
    if member.type == "record":
        return _record(member, made, in_patch)
    made = {"type": list(raw["type"]) if isinstance(raw["type"], list) else raw["type"], **made}
    if member.type == "list":
        made["items"] = _member(member.item, raw["items"], False)
    elif member.type == "map":
        values = _member(member.item, raw["additionalProperties"], False)
        made["additionalProperties"] = (
            {**values, "type": ["string", "null"]} if in_patch else values
        )
        if member.key_max:
            made["propertyNames"] = {"maxLength": member.key_max}
    elif "format" in raw:
        made["format"] = raw["format"]
        if raw["format"] in OWN_FORMATS:
            made["pattern"] = f"^({examples.PATTERNS[OWN_FORMATS[raw['format']]]})$"
    return made


def _record(member, made, in_patch):
    reference = {"$ref": SCHEMA_REF + member.schema.name}
    if member.nullable:
        return {**made, "anyOf": [reference, {"type": "null"}]}
    return {**reference, **made}
