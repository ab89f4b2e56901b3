"""Every write leaves its line in the audit, in its own transaction; and who may read the audit."""

import os
import re
import uuid

import cluster
import yaml
from series_test import DAILY, SLOTS, at, basis, create, plan
from world import Person, call, draft, equal, outcome, session, sql

NOWHERE = str(uuid.uuid4())


class Stage:
    """An administrator with a calendar, an event and a series, each with one guest; and a reader of the calendar."""

    def __init__(self):
        self.admin, self.reader = Person(admin=True), Person(email=f"{uuid.uuid4().hex}@example.com")
        self.calendar = self.admin.calendar()
        self.admin.shares(self.calendar, self.reader, "reader")
        guests = [{"email": self.reader.made["email"]}]
        self.event = self.admin.event(self.calendar, attendees=guests)
        self.series = outcome(create(self.admin, self.calendar, attendees=guests), "created")


def key_of(stage, person):
    return sql(f"SELECT id FROM api_keys WHERE user_id = '{person.id}'")[0]["id"]


def webhook(stage):
    body = {"url": "https://hooks.example.com/", "types": ["event.created"]}
    return outcome(stage.admin.does("create_webhook", new_id=str(uuid.uuid4()), body=body, secret_kept="kept",
                                    secret_sealed="sealed"), "created")["id"]


def feed(stage):
    return outcome(stage.admin.does("create_feed", calendar_id=stage.calendar, new_id=str(uuid.uuid4()),
                                    body={"name": "Phone"}, secret_hash=uuid.uuid4().hex * 2, secret_prefix="12345678",
                                    secret_sealed="sealed"), "created")["id"]


def split(stage):
    body = {"recurrence_id": SLOTS[1]}
    after = {"start": SLOTS[1], "recurs": True, "rrule": "FREQ=DAILY;COUNT=2", "rdates": [], "exdates": [],
             "first": 1795508000, "last": None}
    made = plan(basis(stage.admin, "splitSeries", stage.calendar, stage.series["id"], body, SLOTS[1]), after=after,
                slot_first=False)
    return {"event_id": stage.series["id"], "body": body, "plan": made}


def one_slot(operation, **more):
    def values(stage):
        asked = basis(stage.admin, operation, stage.calendar, stage.series["id"], slot=SLOTS[1])
        return {"event_id": stage.series["id"], "recurrence_id": SLOTS[1], "plan": plan(asked), **more}
    return values


# operationId: what succeeds, what of it is then refused (by whom, with what else), and how many things change.
WRITES = {
    "createUser": (lambda s: {"body": {"username": "u" + uuid.uuid4().hex}, "secret_hash": uuid.uuid4().hex * 2,
                              "secret_prefix": "12345678", "secret_sealed": "x"}, "reader", {}, 1),
    "updateUser": (lambda s: {"user_id": s.reader.id, "body": {"display_name": "R"}}, "admin", {"user_id": NOWHERE}, 1),
    "deleteUser": (lambda s: {"user_id": s.reader.id}, "admin", {"user_id": NOWHERE}, 1),
    "createApiKey": (lambda s: {"user_id": s.reader.id, "body": {"name": "k", "scopes": ["events:read"]},
                                "secret_hash": uuid.uuid4().hex * 2, "secret_prefix": "12345678", "secret_sealed": "x"},
                     "admin", {"user_id": NOWHERE}, 1),
    "revokeApiKey": (lambda s: {"user_id": s.reader.id, "key_id": key_of(s, s.reader)}, "admin", {"key_id": NOWHERE}, 1),
    "createCalendar": (lambda s: {"body": {"name": "New"}}, "admin", {"body": {"name": "New", "time_zone": "No/Where"}}, 1),
    "updateCalendar": (lambda s: {"body": {"name": "Other"}}, "reader", {}, 1),
    "deleteCalendar": (lambda s: {}, "reader", {}, 1),
    "putAclRule": (lambda s: {"user_id": s.reader.id, "body": {"role": "editor"}}, "reader", {}, 1),
    "deleteAclRule": (lambda s: {"user_id": s.reader.id}, "admin", {"user_id": NOWHERE}, 1),
    "createEvent": (lambda s: {"body": draft()}, "reader", {}, 1),
    "putEvent": (lambda s: {"event_id": s.event["id"], "body": draft(title="Put"), "if_match": 1}, "admin", {"if_match": 9}, 1),
    "updateEvent": (lambda s: {"event_id": s.event["id"], "body": {"title": "Patched"}}, "reader", {}, 1),
    "deleteEvent": (lambda s: {"event_id": s.event["id"]}, "reader", {}, 1),
    "updateInstance": (one_slot("updateInstance", body={"title": "One"}), "reader", {}, 1),
    "deleteInstance": (one_slot("deleteInstance"), "reader", {}, 1),
    "splitSeries": (split, "reader", {}, 2),  # what came before, and what follows
    "putAttendee": (lambda s: {"event_id": s.event["id"], "email": "new@example.com", "body": {}}, "reader", {}, 1),
    "removeAttendee": (lambda s: {"event_id": s.event["id"], "email": s.reader.made["email"]}, "reader", {}, 1),
    "createWebhook": (lambda s: {"body": {"url": "https://hooks.example.com/", "types": ["event.created"]},
                                 "secret_kept": "kept", "secret_sealed": "sealed"}, "admin",
                      {"body": {"url": "https://hooks.example.com/", "types": ["event.created"],
                                "calendar_ids": [NOWHERE]}}, 1),
    "updateWebhook": (lambda s: {"webhook_id": webhook(s), "body": {"enabled": False}}, "reader", {}, 1),
    "deleteWebhook": (lambda s: {"webhook_id": webhook(s)}, "reader", {}, 1),
    "createFeed": (lambda s: {"body": {"name": "Phone"}, "secret_hash": uuid.uuid4().hex * 2, "secret_prefix": "12345678",
                              "secret_sealed": "sealed"}, "reader", {}, 1),
    "revokeFeed": (lambda s: {"feed_id": feed(s)}, "reader", {}, 1),
    "respondToEvent": (lambda s: {"event_id": s.event["id"], "body": {"partstat": "accepted"}}, "admin", {}, 1),
}
BY_READER = {"respondToEvent"}
NONE_OF_ITS_OWN = {"batch"}  # each request in it is a write like any other
IN_STEPS = {"importCalendar"}  # several statements of one transaction; the last one writes the line


def operations():
    with open(os.path.join(cluster.ROOT, "openapi/calendar.yaml"), encoding="utf-8") as file:
        paths = yaml.safe_load(file)["paths"]
    return {each["operationId"]: each for item in paths.values() for method, each in item.items()
            if method in ("post", "put", "patch", "delete") and not each.get("x-safe")}


def snake(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def lines():
    return sql("SELECT count(*) AS n FROM audit")[0]["n"]


def each_write_stands_in_the_table_above_and_names_its_line():
    files = cluster.files()
    writes = [name for name in operations() if snake(name) in files and name not in NONE_OF_ITS_OWN]
    equal([name for name in writes if name not in WRITES and name not in IN_STEPS], [], "writes without a row in WRITES (tests/sql/audit_test.py):")
    equal([name for name in writes if "record_audit(request" not in files[snake(name)]], [], "writes without record_audit:")


def each_write_leaves_its_lines_and_a_refused_or_lost_one_none():
    for name, (values, refused_for, refusal, due) in WRITES.items():
        stage = Stage()
        person = stage.reader if name in BY_READER else stage.admin
        given = {"calendar_id": stage.calendar, "new_id": str(uuid.uuid4()), "operation": name, **values(stage)}
        before = lines()  # after whatever the values had to make first
        refused = getattr(stage, refused_for).does(snake(name), **{**given, **refusal})
        assert refused["outcome"] not in ("ok", "created"), (name, refused)
        equal(lines() - before, 0, f"{name}, refused ({refused['outcome']}):")
        session().run("BEGIN")
        done = person.does(snake(name), **given)
        session().run("ROLLBACK")
        assert done["outcome"] in ("ok", "created"), (name, done)
        equal(lines() - before, 0, f"{name}, rolled back:")
        done = person.does(snake(name), **given, idempotency_key="k", request_hash="h")
        assert done["outcome"] in ("ok", "created"), (name, done)
        person.does(snake(name), **given, idempotency_key="k", request_hash="h")
        equal(lines() - before, due, f"{name}, and the same request again:")
        written = sql(f"SELECT * FROM audit ORDER BY id DESC LIMIT {due}")
        equal({(row["actor"], row["action"], row["request_id"]) for row in written}, {(person.id, name, "r")})
        assert all(row["after"] for row in written), (name, written)


def no_secret_lies_in_a_line():
    for name in ("createUser", "createApiKey"):
        stage = Stage()
        given = WRITES[name][0](stage)
        given["secret_sealed"] = "sealed-" + uuid.uuid4().hex
        outcome(stage.admin.does(snake(name), new_id=str(uuid.uuid4()), **given), "created")
        text = str(sql("SELECT * FROM audit ORDER BY id DESC LIMIT 1"))
        assert given["secret_sealed"] not in text and given["secret_hash"] not in text, text


def audited(person, **how):
    rows = person.does("list_audit", all=True, **how)
    return [row["action"] for row in rows]


def owners_see_their_calendars_and_administrators_everything():
    stage = Stage()
    owner, stranger = Person(), Person()
    calendar = owner.calendar()
    owner.shares(calendar, stage.reader, "editor")
    stage.reader.event(calendar)
    equal(audited(owner), ["create_event", "put_acl_rule", "create_calendar"])
    equal(audited(stage.reader), [], "an editor is no owner:")
    equal(audited(stranger), [])
    equal(audited(stage.admin, limit=3)[:3], ["create_event", "put_acl_rule", "create_calendar"])
    equal(audited(stage.admin, limit=3, scopes=["calendars:read"], resource=f"calendar/{calendar}"), [],
          "a key without the admin scope is no administrator's:")


def filters_narrow_and_pages_follow_their_cursor():
    owner = Person()
    calendar = owner.calendar()
    events = [owner.event(calendar, title=str(i))["id"] for i in range(5)]
    owner.does("delete_event", calendar_id=calendar, event_id=events[0])
    equal(audited(owner, resource=f"event/{events[0]}"), ["delete_event", "create_event"])
    equal(audited(owner, action="delete_event"), ["delete_event"])
    equal(len(audited(owner, actor=owner.id)), 7)
    equal(audited(owner, actor="me", to="2020-01-01T00:00:00Z"), [])
    equal(audited(owner, actor=NOWHERE), [])
    equal(len(audited(owner, **{"from": "2020-01-01T00:00:00Z"})), 7)
    for person in (owner, Person(admin=True)):
        whole = [row["cursor_key"] for row in person.does("list_audit", all=True, actor=owner.id)]
        seen, after = [], None
        while True:
            rows = person.does("list_audit", all=True, actor=owner.id, limit=2, after=after)
            seen += [row["cursor_key"] for row in rows[:2]]
            if len(rows) < 3:
                break
            after = rows[1]["cursor_key"]
        equal((len(seen), seen), (7, whole))
