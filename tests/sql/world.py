"""People and calendars to test with. Every test makes its own, so tests share one database."""

import uuid

import cluster

sessions = []


def session():
    if not sessions:
        sessions.append(cluster.Session())
    return sessions[0]


def call(name, **values):
    """Rows of one call; of a write or a single thing the only row (or None), unless `all` are wanted."""
    on, every = values.pop("on", None) or session(), values.pop("all", False)
    found = on.rows(cluster.statement(name, **values))
    return found if every or name.startswith("list_") else found[0] if found else None


def sql(text):
    return session().rows(text)


class Person:
    def __init__(self, admin=False, **more):
        made = call("create_user", is_admin=True, scopes=["admin"], new_id=str(uuid.uuid4()),
                    secret_hash=uuid.uuid4().hex * 2, secret_prefix="12345678", secret_sealed="sealed",
                    body={"username": "u" + uuid.uuid4().hex[:12], "is_admin": admin, **more})
        assert made["outcome"] == "created", made
        self.id, self.admin, self.made = made["id"], admin, made

    def does(self, name, **values):
        values.setdefault("scopes", (["admin"] if self.admin else []) + cluster.ALL_SCOPES)
        return call(name, caller=self.id, is_admin=self.admin, **values)

    def calendar(self, **body):
        made = self.does("create_calendar", body={"name": "Team", "time_zone": "Europe/Berlin", **body})
        assert made["outcome"] == "created", made
        return made["id"]

    def event(self, calendar, **body):
        made = self.does("create_event", calendar_id=calendar, body=draft(**body))
        assert made["outcome"] == "created", made
        return made

    def shares(self, calendar, other, role):
        made = self.does("put_acl_rule", calendar_id=calendar, user_id=other.id, body={"role": role})
        assert made["outcome"] in ("ok", "created"), made


def draft(**body):
    """A body that would be stored, with what the test is about; a member set to ... is left out."""
    whole = {"title": "Standup", "start_time": "2026-11-24T09:30:00", "end_time": "2026-11-24T09:45:00", **body}
    if "start_date" in body:
        whole = {key: value for key, value in whole.items() if key not in ("start_time", "end_time") or key in body}
    return {key: value for key, value in whole.items() if value is not ...}


def equal(got, wanted, what=""):
    assert got == wanted, f"{what} got {got!r}, wanted {wanted!r}"


def outcome(row, wanted):
    equal(row and row["outcome"], wanted, f"outcome of {row and row.get('detail')}:")
    return row


def errors(row, *wanted):
    """Exactly these (pointer, code), in any order."""
    got = sorted((each["pointer"], each["code"]) for each in row["detail"]["errors"])
    equal(got, sorted(wanted), "errors:")
