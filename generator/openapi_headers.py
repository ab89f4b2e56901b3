"""Headers of the expanded document: what every request may carry and every answer has."""


def _header(description, schema, example):
    return {"description": description, "schema": schema, "example": example}


TEXT = {"type": "string"}

RESPONSE_HEADERS = {
    "X-Request-Id": _header(
        "The id under which the server logged the request.",
        TEXT,
        "0193590c-5b1c-7e02-8c3a-1f5d7b9a2e44",
    ),
    "traceresponse": _header(
        "The trace that the request was part of, and the span that was this request: those of the server's log.",
        TEXT,
        "00-4bf92f3577b34da6a3ce929d0e0e4736-b7ad6b7169203331-01",
    ),
    "RateLimit-Policy": _header("The quota: q requests in w seconds.", TEXT, '"default";q=200;w=2'),
    "RateLimit": _header(
        "What is left of the quota: r requests, full again in t seconds.",
        TEXT,
        '"default";r=199;t=1',
    ),
    "ETag": _header("Strong tag made of the version; for If-Match and If-None-Match.", TEXT, '"3"'),
    "Location": _header(
        "Path of what was created.",
        {"type": "string", "format": "uri-reference"},
        "/v1/calendars/0193590b-11a2-7d53-8e0f-6b2a9c4d1e27",
    ),
    "Idempotent-Replayed": _header(
        "true: the stored answer of an earlier request with this Idempotency-Key.",
        {"type": "string", "enum": ["true"]},
        "true",
    ),
    "X-Consistency-Token": _header(
        "Where the database stood after this write, if the service has replicas. A read that sends it back sees the "
        "write, wherever it is answered. Of two the greater text is the later one.",
        TEXT,
        "00000001-0000000001942868",
    ),
    "Retry-After": _header(
        "Seconds to wait before the next try.", {"type": "integer", "minimum": 0}, 1
    ),
    "WWW-Authenticate": _header("How to authenticate.", TEXT, "ApiKey"),
    "Allow": _header("The methods of this path.", TEXT, "GET, POST"),
}

REQUEST_ID = {
    "name": "X-Request-Id",
    "in": "header",
    "description": "An id of the client's choice for the logs: 1 to 128 printable ASCII characters. "
    "The service replaces any other by one of its own.",
    "schema": {"type": "string"},
    "example": "import-7",
}
CONSISTENCY_TOKEN = {
    "name": "X-Consistency-Token",
    "in": "header",
    "description": "The header of an answer to a write. The read may then be answered by a replica that has that write; "
    "without it, by the primary alone.",
    "schema": {"type": "string", "pattern": "^[0-9a-f]{8}-[0-9a-f]{16}$"},
    "example": "00000001-0000000001942868",
}
TRACEPARENT = {
    "name": "traceparent",
    "in": "header",
    "description": "The caller's trace and span (W3C Trace Context), which the request continues. One that is not as "
    "the recommendation says is ignored.",
    "schema": {"type": "string"},
    "example": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
}
IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "The same key with the same request gives the stored answer for 24 hours.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 64, "pattern": "^[!-~]+$"},
    "example": "5b0c6b4e-create-standup",
}


def refer(*names):
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def of_success(operation, status):
    names = ["X-Request-Id", "traceresponse"]
    if not operation.public:
        names += ["RateLimit-Policy", "RateLimit"]
    if operation.etag and status < 300 or operation.raw_answer or status == 304:
        names.append("ETag")
    if operation.location and status == 201:
        names.append("Location")
    if operation.idempotent:
        names += ["Idempotent-Replayed", "X-Consistency-Token"]
    return refer(*names)


def of_problem(status):
    names = ["X-Request-Id", "traceresponse"]
    names += {
        401: ["WWW-Authenticate"],
        405: ["Allow"],
        412: ["ETag"],
        429: ["Retry-After"],
        503: ["Retry-After"],
    }.get(status, [])
    return refer(*names)
