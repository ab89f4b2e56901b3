"""paths -> Operation, and the checks that only an operation can fail."""

import re

import schemas
from model import Operation, Schema, snake
from source import Refused

SCOPES = (
    "admin",
    "calendars:read",
    "calendars:write",
    "events:read",
    "events:write",
    "freebusy:read",
    "webhooks:manage",
)
METHODS = ("get", "post", "put", "patch", "delete")
KEYS = {
    "operationId",
    "tags",
    "summary",
    "description",
    "parameters",
    "requestBody",
    "responses",
    "x-sdk",
    "x-scope",
    "x-role",
    "x-since",
    "x-safe",
    "x-deadline",
    "x-body-limit",
    "x-body-without",
    "x-handler",
    "x-list",
    "x-secret",
    "x-secret-path",
    "x-location",
    "x-problems",
    "x-probe",
    "x-alone",
}
NEEDED = (
    "operationId",
    "x-sdk",
    "x-scope",
    "x-since",
    "summary",
    "description",
    "tags",
    "responses",
)
PARAMETER_KEYS = {"name", "in", "required", "description", "schema", "example"}
# Bodies and answers that are no JSON: text as it is, with bytes and a length in C.
TEXT_TYPES = ("text/calendar",)
BODY_MODES = {"POST": "create", "PUT": "replace", "PATCH": "patch"}
BODY_TYPES = {
    "create": "application/json",
    "replace": "application/json",
    "patch": "application/merge-patch+json",
}


def read_all(contract):
    seen = {}
    for path, methods in contract.document["paths"].items():
        for method, raw in methods.items():
            if method not in METHODS:
                raise Refused(contract.path, methods.at(method), f"{method!r} is no method")
            operation = Reader(contract, path, method.upper(), raw, methods.at(method)).read()
            for name in (operation.id, operation.sdk, snake(operation.id)):
                if seen.setdefault(name, operation) is not operation:
                    raise Refused(
                        contract.path,
                        operation.line,
                        f"{name} is the name of two operations (the other: line {seen[name].line})",
                    )
            (contract.probes if operation.probe else contract.operations).append(operation)


class Reader:
    def __init__(self, contract, path, method, raw, line):
        self.contract, self.raw, self.line, self.path, self.method = (
            contract,
            raw,
            line,
            path,
            method,
        )
        self.members = schemas.Reader(contract, contract.document["components"]["schemas"])
        self.members.schemas = dict(contract.schemas)

    def refuse(self, reason, key=None):
        raise Refused(self.contract.path, self.raw.at(key) if key else self.line, reason)

    def read(self):
        raw = self.raw
        for key in raw:
            if key not in KEYS:
                self.refuse(f"unknown key {key!r}", key)
        for key in NEEDED:
            if key not in raw:
                self.refuse(f"{self.method} {self.path} has no {key}")
        made = Operation(
            id=raw["operationId"],
            sdk=raw["x-sdk"],
            method=self.method,
            path=self.path,
            tag=raw["tags"][0],
            summary=raw["summary"],
            description=raw["description"],
            scope=raw["x-scope"],
            since=raw["x-since"],
            line=self.line,
            role=raw.get("x-role", ""),
            safe=self.method == "GET" or bool(raw.get("x-safe")),
            body_limit=raw.get("x-body-limit", 1 << 20),
            handler=bool(raw.get("x-handler")),
            probe=bool(raw.get("x-probe")),
            alone=bool(raw.get("x-alone")),
            is_list=bool(raw.get("x-list")),
            secret=raw.get("x-secret"),
            secret_path=raw.get("x-secret-path"),
            location=raw.get("x-location"),
            own_problems=tuple(raw.get("x-problems", ())),
            raw=raw,
        )
        self.check_words(made)
        self.read_parameters(made)
        self.read_deadline(made)
        self.read_body(made)
        self.read_answers(made)
        self.check_answer(made)
        for code in made.own_problems:
            if code not in self.contract.problems:
                self.refuse(f"{made.id}: {code} is not in the document's x-problems", "x-problems")
        made.problems = all_problems(made, self.contract)
        return made

    def check_words(self, made):
        if not re.fullmatch(r"[a-z][A-Za-z0-9]*", made.id):
            self.refuse(f"operationId {made.id!r} is not in camelCase", "operationId")
        if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)+", made.sdk):
            self.refuse(f"x-sdk {made.sdk!r} is not NOUN_VERB", "x-sdk")
        if made.scope not in ("none", "any") + SCOPES:
            self.refuse(f"unknown scope {made.scope!r}", "x-scope")
        if not isinstance(made.since, str):
            self.refuse('x-since is a text such as "0.1"', "x-since")
        if made.tag not in self.contract.tags:
            self.refuse(f"tag {made.tag!r} is not in the document's tags", "tags")
        if "x-safe" in self.raw and self.method != "POST":
            self.refuse("x-safe is for a POST that only asks", "x-safe")

    # ---- parameters -------------------------------------------------------------------------------------

    def read_parameters(self, made):
        in_path = re.findall(r"\{([a-z_]+)\}", self.path)
        declared = {}
        raws = self.raw.get("parameters", ())
        for index, stated in enumerate(raws):
            self.read_parameter(made, stated, raws.at(index), declared)
        for name in in_path:
            if name not in declared:
                self.refuse(f"{made.id}: {{{name}}} of the path is not declared")
        for name, (member, line) in declared.items():
            if name not in in_path:
                raise Refused(
                    self.contract.path,
                    line,
                    f"{made.id}: path parameter {name} is not in {self.path}",
                )
        made.path_fields = [declared[name][0] for name in in_path]
        made.path_schema = self.gather(made, "path", made.path_fields)
        made.query_schema = self.gather(made, "query", made.query_fields)
        schemas.check_siblings(self.contract.path, made.query_fields, made.id)
        names = {each.name for each in made.query_fields}
        if made.is_list and not {"limit", "cursor"} <= names:
            self.refuse(f"{made.id}: a list takes limit and cursor", "x-list")

    def read_deadline(self, made):
        stated = self.raw.get("x-deadline", made.deadline_s)
        if not isinstance(stated, dict):
            stated = {"seconds": stated}
        if set(stated) - {"seconds", "plus"} or not isinstance(stated.get("seconds"), int):
            self.refuse(f"{made.id}: x-deadline is seconds, or {{seconds, plus}}", "x-deadline")
        made.deadline_s, made.deadline_plus = stated["seconds"], stated.get("plus")
        waits = [each.name for each in made.query_fields if each.type == "int"]
        if made.deadline_plus not in [None, *waits]:
            self.refuse(
                f"{made.id}: x-deadline adds {made.deadline_plus}, which is no integer of the query",
                "x-deadline",
            )

    def read_parameter(self, made, stated, line, declared):
        raw = self.component(stated, line, "parameters")
        for key in raw:
            if key not in PARAMETER_KEYS:
                raise Refused(
                    self.contract.path, raw.at(key), f"unknown key {key!r} on a parameter"
                )
        name, where = raw.get("name"), raw.get("in")
        if "description" not in raw or "schema" not in raw:
            raise Refused(
                self.contract.path, line, f"parameter {name} needs description and schema"
            )
        if where == "header":
            self.read_header(made, name, line)
            return
        if where not in ("path", "query"):
            raise Refused(
                self.contract.path, line, f"parameter {name} is in {where!r}; path, query or header"
            )
        if where == "path" and raw.get("required") is not True:
            raise Refused(self.contract.path, line, f"path parameter {name} is not required: true")
        member = self.members.member(name, raw["schema"], line, described=False)
        member.description, member.example = raw["description"], raw.get("example")
        member.required = bool(raw.get("required"))
        member.raw = raw
        if name in declared or name in [each.name for each in made.query_fields]:
            raise Refused(
                self.contract.path, line, f"{made.id}: parameter {name} stands there twice"
            )
        if where == "path":
            declared[name] = (member, line)
        else:
            made.query_fields.append(member)

    def read_header(self, made, name, line):
        if name == "If-Match":
            made.if_match = True
        elif name == "If-None-Match":
            made.if_none_match = True
        else:
            raise Refused(self.contract.path, line, f"header {name} is not one the flow knows")

    def gather(self, made, kind, fields):
        if not fields:
            return None
        name = "".join(word.capitalize() for word in made.sdk.split("_")) + kind.capitalize()
        if name in self.contract.schemas:
            self.refuse(f"{name} is the name of a schema and of {made.id}'s {kind} parameters")
        return Schema(
            name, kind, None, list(fields), f"The {kind} parameters of {made.id}.", made.line
        )

    def component(self, stated, line, kind):
        if "$ref" not in stated:
            return stated
        start = f"#/components/{kind}/"
        known = self.contract.document["components"].get(kind, {})
        name = str(stated["$ref"])[len(start) :]
        if not str(stated["$ref"]).startswith(start) or name not in known:
            raise Refused(self.contract.path, line, f"$ref {stated['$ref']} leads nowhere")
        return known[name]

    # ---- body and answers -------------------------------------------------------------------------------

    def read_body(self, made):
        made.body_mode = BODY_MODES.get(self.method, "create")
        made.body_type = BODY_TYPES[made.body_mode]
        if "requestBody" not in self.raw:
            return
        if self.method not in BODY_MODES:
            self.refuse(f"{made.id}: a {self.method} has no body", "requestBody")
        content = self.raw["requestBody"].get("content", {})
        if list(content)[:1] and list(content)[0] in TEXT_TYPES and made.body_mode == "create":
            made.body_type, made.text_body = list(content)[0], True
        if list(content) != [made.body_type]:
            self.refuse(f"{made.id}: the body's content is {made.body_type}", "requestBody")
        media = content[made.body_type]
        made.body_example = media.get("example")
        if made.body_example is None:
            self.refuse(f"{made.id}: the body has no example", "requestBody")
        if made.text_body:
            return
        made.body = self.schema_of(media)
        wanted = "patch" if made.body_mode == "patch" else "draft"
        made.body_without = tuple(self.raw.get("x-body-without", ()))
        for name in made.body_without:
            if made.body.find(name) is None:
                self.refuse(f"{made.id}: {made.body.name} has no member {name}", "x-body-without")
        if made.body.kind not in (wanted, "plain"):
            self.refuse(f"{made.id}: {made.body.name} is no {wanted}", "requestBody")

    def schema_of(self, media):
        stated = media.get("schema", {})
        if "$ref" not in stated:
            return None
        return self.members.refer(stated, stated.at("$ref"))

    def read_answers(self, made):
        statuses, raws = [], self.raw["responses"]
        for status, stated in raws.items():
            if not re.fullmatch(r"[2-5]\d\d", str(status)):
                self.refuse(f"{made.id}: {status!r} is no status", "responses")
            answer = self.component(stated, raws.at(status), "responses")
            if int(status) < 300:
                statuses.append(int(status))
            for media in answer.get("content", {}).values():
                self.read_answer(made, int(status), media, raws.at(status))
        if not statuses:
            self.refuse(f"{made.id} has no answer of success", "responses")
        made.statuses = tuple(statuses)

    def read_answer(self, made, status, media, line):
        schema = self.schema_of(media)
        if media.get("example") is None:
            raise Refused(
                self.contract.path, line, f"{made.id}: the answer {status} has no example"
            )
        made.answer_examples[status] = media["example"]
        if schema is None:
            made.raw_answer = True
        elif schema.kind == "page":
            made.page, made.answer = schema, schema.of
        else:
            made.answer = schema

    def check_answer(self, made):
        if made.is_list and made.page is None:
            self.refuse(f"{made.id}: a list answers with a page (x-page-of)", "x-list")
        if made.page and not made.is_list:
            self.refuse(f"{made.id} answers with a page but has no x-list", "responses")
        if made.secret and (made.answer is None or made.answer.find(made.secret) is None):
            self.refuse(f"{made.id}: x-secret {made.secret} is no member of the answer", "x-secret")
        if made.secret_path and (not made.secret or "{secret}" not in made.secret_path):
            self.refuse(
                f"{made.id}: x-secret-path holds {{secret}} and stands beside x-secret",
                "x-secret-path",
            )
        for name in re.findall(r"\{([a-z_]+)\}", made.location or ""):
            known = [
                each.name for each in made.path_fields + (made.answer.fields if made.answer else [])
            ]
            if name not in known:
                self.refuse(
                    f"{made.id}: {{{name}}} is neither a path parameter nor a member", "x-location"
                )
        if made.location and 201 not in made.statuses:
            self.refuse(f"{made.id}: x-location needs an answer 201", "x-location")


def all_problems(operation, contract):
    """What is stated and what follows from the operation's shape, in the catalogue's order."""
    if operation.probe:  # answered before all that: only what it states
        return tuple(operation.own_problems)
    codes = set(operation.own_problems) | {
        "malformed_request",
        "method_not_allowed",
        "header_too_large",
        "internal",
        "unavailable",
        "timeout",
    }
    fields = operation.query_fields + (operation.body.writable if operation.body else [])
    if not operation.public:
        codes |= {"unauthenticated", "forbidden", "rate_limited"}
        codes |= {"insufficient_scope"} if operation.scope != "any" else set()
    if operation.path_fields:
        codes.add("not_found")
    if operation.query_fields:
        codes |= {"malformed_query"}
    if operation.is_list:
        codes |= {"malformed_cursor"}
    if operation.idempotent:
        codes |= {
            "conflict",
            "idempotency_in_progress",
            "idempotency_key_reused",
            "invalid_fields",
            "not_found",
        }
    if operation.body or operation.text_body:
        codes |= {"payload_too_large", "unsupported_media_type"}
    if operation.body:
        codes |= {
            "malformed_json",
            "invalid_fields",
            "unknown_field",
            "read_only",
        }
    if operation.if_match:
        codes.add("stale")
    if any(each.format == "zone" for each in fields):
        codes.add("unknown_time_zone")
    if any(each.format == "event_time" for each in fields):
        codes.add("nonexistent_local_time")
    unknown = codes - set(contract.problems)
    if unknown:
        raise Refused(
            contract.path,
            operation.line,
            f"{operation.id} can answer {', '.join(sorted(unknown))}, not in the document's x-problems",
        )
    return tuple(code for code in contract.problems if code in codes)
