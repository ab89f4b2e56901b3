"""Docstrings of operations: purpose, every parameter, every error with its meaning, wire, since."""
from sdk_shape import shape
from sdk_text import sentence, table, wrap

CODE_OF_STATUS = {
    400: "BAD_REQUEST", 401: "UNAUTHENTICATED", 403: "FORBIDDEN", 404: "NOT_FOUND", 409: "CONFLICT", 410: "GONE",
    412: "STALE", 413: "PAYLOAD_TOO_LARGE", 422: "UNPROCESSABLE", 428: "PRECONDITION_REQUIRED",
    429: "RATE_LIMITED", 503: "UNAVAILABLE",
}
PARAMETERS = {
    "client": "open client; any thread",
    "options": "NULL for the client's defaults",
    "error": "NULL, or receives details; release with libapi_error_free()",
    "query": "NULL for none; not changed, may be released afterwards",
    "text": "the body, UTF-8; copied before this returns; need not end with a NUL",
    "text_bytes": "length of text",
    "draft": "not changed; may be released afterwards",
    "patch": "not changed; may be released afterwards",
}


def who(operation):
    """Scope and role in one phrase; empty for public operations."""
    if operation.scope == "none":
        return "Needs no key."
    scope = "any key" if operation.scope == "any" else f"a key with scope {operation.scope}"
    return f"Needs {scope}. Who may: {operation.role}." if operation.role else f"Needs {scope}."


def problem_texts(contract, codes):
    """status → sentences of the operation's own problems."""
    texts = {}
    for code in codes:
        kind = contract.problems[code]
        title = kind.title[0].lower() + kind.title[1:]
        texts.setdefault(kind.status, []).append(f"{code}: {title}")
    return texts


def common_errors(operation):
    """status → meaning, for what follows from the operation's form."""
    texts = {}
    if operation.query_schema is not None:
        texts[400] = "a query parameter cannot be read"
    if operation.scope != "none":
        texts[401] = "no key, or one that is unknown, expired or revoked"
        needs = [] if operation.scope == "any" else [f"the key needs the scope {operation.scope}"]
        if operation.role and "anyone" not in operation.role:
            needs.append(f"the caller must be {person(operation.role)}")
        if needs:
            texts[403] = "; ".join(needs)
    if operation.path_fields:
        texts[404] = "no such thing, or none that the caller may know of"
    if operation.if_match:
        texts[412] = "If-Match named an older version; libapi_error_etag() has the current one"
    if operation.body is not None or operation.text_body:
        texts[413] = f"the body is longer than {operation.body_limit:,} bytes"
    if operation.body is not None:
        texts[422] = "the server refuses fields; the error lists all of them"
    if operation.idempotent:
        texts[409] = "idempotency_in_progress: the same request is still running"
    return texts


def person(role):
    """editor → an editor; what is no bare role stays as it is."""
    role = role.split(";")[0]
    return {"reader": "a reader", "editor": "an editor", "owner": "an owner"}.get(role, role)


def errors(contract, operation):
    """Rows (code, meaning) from local to the server's verdict."""
    rows = [("LIBAPI_E_MEMORY", "no memory; nothing was sent"),
            ("LIBAPI_E_INVALID", "an argument breaks a rule; the error names it; nothing was sent"),
            ("LIBAPI_E_TIMEOUT", "no answer in time; " + again(operation)),
            ("LIBAPI_E_LOST", "the connection broke; " + again(operation)),
            ("LIBAPI_E_MALFORMED", "the answer is not of the agreed shape")]
    if operation.method == "GET" and operation.if_none_match:
        rows.append(("LIBAPI_E_NOT_MODIFIED", "If-None-Match named the current version"))
    texts = {status: [text] for status, text in common_errors(operation).items()}
    for status, own in problem_texts(contract, operation.own_problems).items():
        texts.setdefault(status, []).extend(own)
    for status in sorted(texts):
        if status in CODE_OF_STATUS:
            rows.append((f"LIBAPI_E_{CODE_OF_STATUS[status]}", "; ".join(texts[status])))
    rows.append(("LIBAPI_E_RATE_LIMITED", "too many requests; the error says how long to wait"))
    rows.append(("LIBAPI_E_UNAVAILABLE", "the service cannot answer now"))
    return rows


def again(operation):
    if operation.safe:
        return "safe to call again"
    return "the outcome is unknown; safe to call again with the same idempotency key"


def purpose(operation):
    more = " ".join((operation.description or "").split())
    return wrap(" ".join(part for part in (sentence(operation.summary), more) if part))


def wire(operation):
    answers = " or ".join(str(status) for status in operation.statuses)
    return wrap(f"Wire: {operation.method} {operation.path} → {answers}. Since {operation.since}.")


def parameter_rows(operation, parameters, out):
    rows = []
    fields = {member.name: member for member in operation.path_fields}
    for _, name in parameters:
        if name in fields:
            text = shape(fields[name])
            rows.append((name, text + ("; " if text else "") + lower(fields[name].help)))
        elif name == "out" or name == "out_text":
            rows.append((name, out))
        else:
            rows.append((name, PARAMETERS[name]))
    return rows


def lower(text):
    text = text[:-1] if text.endswith(".") else text
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def operation_doc(contract, operation, parameters, out):
    return [*purpose(operation), "", *table(parameter_rows(operation, parameters, out)), "",
            "Returns LIBAPI_OK, or", *table(errors(contract, operation), "  "),
            "or another code of api/error.h.", "", *wrap(who(operation)), *wire(operation)]


def start_doc(operation, sync, take):
    text = (f"Start {sync}() and return at once; parameters as there. `out` receives the call, yours to release with "
            f"libapi_call_free() after {take}() gave the answer.")
    return [*wrap(text), "", "Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing",
            "was started; every other failure comes with the answer.", *wire(operation)]
