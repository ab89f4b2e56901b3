#!/usr/bin/env python3
"""Who may what: every operation with a key of every single scope; every role on a calendar. And cursors and `fields`
that were tampered with."""
import base64
import json
import uuid

from wire import EVENT, KEY, Checks, connect, make_calendar, make_event, make_user, request

check = Checks()
connection = connect()


def ask(method, path, body=None, key=KEY, **more):
    return request(method, path, body, key=key, connection=connection, **more)


# ---- scopes -----------------------------------------------------------------------------------------------
contract = ask("GET", "/v1/openapi.json", key=None).json()
scopes = ["admin", "calendars:read", "calendars:write", "events:read", "events:write", "freebusy:read", "webhooks:manage"]
keys = {scope: ask("POST", "/v1/users/me/keys", {"name": scope, "scopes": [scope]}).json()["key"] for scope in scopes}
count = 0
for template, operations in contract["paths"].items():
    for method, operation in operations.items():
        wanted = operation.get("x-scope")
        if method not in ("get", "post", "put", "patch", "delete") or operation.get("x-probe") or wanted in (None, "none"):
            continue
        path = template
        for name in ("calendar_id", "event_id", "user_id", "key_id", "webhook_id", "feed_id"):
            path = path.replace("{" + name + "}", str(uuid.uuid4()))
        body = {"nonsense": 1} if "requestBody" in operation else None
        for scope in scopes:
            answer = ask(method.upper(), path, body, keys[scope])
            refused = (answer.status, answer.code) == (403, "insufficient_scope")
            count += 1
            check.that(refused == (wanted not in ("any", scope)), f"{operation['operationId']} wants {wanted}, key has {scope}: {answer}")
        check.that(ask(method.upper(), path, body, None).status == 401, f"{operation['operationId']} without a key")
check.that(count > 100, f"{count} combinations")
more = ask("POST", "/v1/users/me/keys", {"name": "x", "scopes": ["events:read", "admin"]}, keys["events:read"])
check.that(more.status in (403, 422), f"a key cannot make a stronger one: {more}")
many = ask("POST", "/v1/users/me/keys", {"name": "x", "scopes": ["webhooks:manage", "calendars:write"] * 20})
if many.status == 201:
    check.that(ask("POST", "/v1/calendars", {"name": "x"}, many.json()["key"]).status == 201, "a scope named often is that scope")
else:
    check.that(many.status == 422, many)

# ---- roles ------------------------------------------------------------------------------------------------
people = {name: make_user(f"access-{name}", email=f"{name}@example.com") for name in ("stranger", "freebusy", "reader", "editor", "attendee")}
calendar = make_calendar()["id"]
for role in ("freebusy", "reader", "editor"):
    check.that(ask("PUT", f"/v1/calendars/{calendar}/acl/{people[role]['id']}", {"role": role}).status == 201, role)
invited = [{"email": "attendee@example.com"}]
plain = make_event(calendar, attendees=invited)["id"]
private = make_event(calendar, visibility="private", attendees=invited, title="secret", description="hidden words")["id"]
C = f"/v1/calendars/{calendar}"
TABLE = {  # GET C, GET event, GET private, list, PATCH event, POST event, PATCH C, GET acl
    "stranger": (404, 404, 404, 404, 404, 404, 404, 404),
    "freebusy": (200, 403, 403, 403, 403, 403, 403, 200),
    "reader": (200, 200, 200, 200, 403, 403, 403, 200),
    "editor": (200, 200, 200, 200, 200, 201, 403, 200),
    "attendee": (404, 200, 200, 404, 403, 404, 404, 404),
    "owner": (200, 200, 200, 200, 200, 201, 200, 200),
}
for name, expected in TABLE.items():
    key = KEY if name == "owner" else people[name]["api_key"]
    got = [ask("GET", C, key=key), ask("GET", f"{C}/events/{plain}", key=key), ask("GET", f"{C}/events/{private}", key=key),
           ask("GET", f"{C}/events", key=key), ask("PATCH", f"{C}/events/{plain}", {"location": name}, key=key),
           ask("POST", f"{C}/events", EVENT, key=key), ask("PATCH", C, {"color": "#112233"}, key=key), ask("GET", f"{C}/acl", key=key)]
    check.that(tuple(answer.status for answer in got) == expected, f"{name}: {[a.status for a in got]}, not {expected}")
    if name == "freebusy":
        check.that(got[1].code == "freebusy_only", got[1])
    if got[2].status == 200:
        masked = got[2].json().get("masked", False)
        check.that(masked == (name == "reader"), f"{name}: masked {masked}")
        check.that(not masked or (got[2].json()["title"] == "Busy" and b"hidden" not in got[2].body and b"secret" not in got[2].body), got[2])
    if got[3].status == 200:
        check.that((b"hidden words" in got[3].body) == (name != "reader"), f"{name}: the list masks alike")
open_to_all = make_calendar(public_write=True)["id"]
stranger = people["stranger"]["api_key"]
own = make_event(open_to_all, key=stranger)["id"]
foreign = make_event(open_to_all)["id"]
P = f"/v1/calendars/{open_to_all}/events"
check.that(ask("PATCH", f"{P}/{own}", {"title": "mine"}, key=stranger).status == 200, "public_write: one's own")
check.that(ask("PATCH", f"{P}/{foreign}", {"title": "mine"}, key=stranger).status == 403, "public_write: not another's")
check.that(ask("DELETE", f"{P}/{foreign}", key=stranger).status == 403, "public_write: nor delete it")

# ---- cursors ----------------------------------------------------------------------------------------------
for n in range(5):
    make_event(calendar, start_time=f"2026-05-0{n + 1}T10:00:00", end_time=f"2026-05-0{n + 1}T11:00:00")
first = ask("GET", f"{C}/events?limit=2").json()
cursor = first["next_cursor"]


def with_cursor(text, path=f"{C}/events", query="limit=2", key=KEY):
    return ask("GET", f"{path}?{query}&cursor={text}", key=key)


check.that(with_cursor(cursor).status == 200 and with_cursor(cursor, query="limit=50").status == 200, "a cursor and another limit")
raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
forged = [base64.urlsafe_b64encode(bytes(b ^ (1 << bit) if i == at else b for i, b in enumerate(raw))).decode().rstrip("=")
          for at in range(len(raw)) for bit in (0, 7)]
forged += [cursor[:-1], cursor + "A", cursor[:10], "A", "", "%00", "a" * 2000, raw.hex(), "..", "null"]
for text in forged:
    answer = with_cursor(text)
    check.that(answer.status == 400 and answer.code in ("malformed_cursor", "malformed_query"), f"forged {text[:40]}: {answer}")
check.that(with_cursor(cursor, query="limit=2&status=confirmed").status == 400, "another filter")
check.that(with_cursor(cursor, path=P).status == 400, "another calendar")
check.that(with_cursor(cursor, path="/v1/users").status == 400, "another list")
check.that(with_cursor(cursor, key=people["editor"]["api_key"]).status == 400, "another caller")

# ---- fields -----------------------------------------------------------------------------------------------
page = ask("GET", f"{C}/events?fields=title,status&limit=2").json()
check.that(all(set(item) == {"id", "title", "status"} for item in page["items"]) and page["next_cursor"], "fields")
next_page = with_cursor(page["next_cursor"], query="fields=title,status&limit=2")
check.that(next_page.status == 200 and all(set(item) == {"id", "title", "status"} for item in next_page.json()["items"]), "and on the next page")
check.that(with_cursor(page["next_cursor"], query="fields=title&limit=2").status == 400, "other fields, another list")
for wrong in ("nonsense", "title,nonsense", "title%00", "api_key", "*"):
    for path in (C, f"/v1/calendars/{make_calendar()['id']}"):
        answer = ask("GET", f"{path}/events?fields={wrong}")
        check.that(answer.status == 400 and answer.code == "malformed_query", f"fields={wrong}: {answer}")
hidden = ask("GET", f"{C}/events?fields=title,description,masked,uid", key=people["reader"]["api_key"]).json()["items"]
hidden = [item for item in hidden if item["id"] == private]
check.that(len(hidden) == 1 and hidden[0]["title"] == "Busy" and "hidden" not in json.dumps(hidden), f"fields do not unmask: {hidden}")
check.done()
