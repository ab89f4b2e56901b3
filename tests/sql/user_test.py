"""Users and their keys."""

import uuid

from world import Person, call, equal, errors, outcome, session, sql


def key(person, scopes=("events:read",), **more):
    who = more.pop("of", person)
    body = {"name": "laptop", "scopes": list(scopes), **more.pop("body", {})}
    return person.does("create_api_key", user_id=who.id, body=body, new_id=str(uuid.uuid4()),
                       secret_hash=more.pop("hash", uuid.uuid4().hex * 2), secret_prefix="abcdefgh",
                       secret_sealed="sealed", **more)


def a_new_user_comes_with_a_key():
    person = Person(email="a@b", time_zone="Europe/London")
    equal((person.made["sealed"], person.made["email"], person.made["time_zone"]), ("sealed", "a@b", "Europe/London"))
    [row] = person.does("list_api_keys", user_id=person.id)
    equal(("admin" in row["scopes"], len(row["scopes"]), row["prefix"]), (False, 6, "12345678"))
    assert "hash" not in row
    admin = Person(admin=True)
    equal("admin" in admin.does("list_api_keys", user_id=admin.id)[0]["scopes"], True)


def a_username_is_taken_until_its_user_is_deleted():
    admin, person = Person(admin=True), Person()
    body = {"username": person.made["username"]}
    make = lambda: admin.does("create_user", body=body, secret_hash=uuid.uuid4().hex * 2,  # noqa: E731
                              secret_prefix="x", secret_sealed="s")
    outcome(make(), "username_taken")
    outcome(admin.does("delete_user", user_id=person.id), "ok")
    outcome(make(), "created")


def only_administrators_make_and_delete_users():
    person = Person()
    outcome(person.does("create_user", body={"username": "x"}), "forbidden")
    outcome(person.does("delete_user", user_id=person.id), "forbidden")
    admin = Person(admin=True)
    outcome(admin.does("create_user", body={"username": "x"}, scopes=["events:write"]), "forbidden")
    errors(outcome(admin.does("create_user", body={"username": "x", "time_zone": "Nowhere"}), "unknown_time_zone"),
           ("/time_zone", "unknown_time_zone"))


def addresses_are_for_the_user_and_administrators():
    person, other, admin = Person(email="secret@x"), Person(), Person(admin=True)
    equal(person.does("get_user", user_id=person.id)["email"], "secret@x")
    equal(admin.does("get_user", user_id=person.id)["email"], "secret@x")
    equal(other.does("get_user", user_id=person.id)["email"], None)
    [row] = other.does("list_users", q=person.made["username"].upper())
    equal((row["id"], row["email"]), (person.id, None))
    equal([row["id"] for row in admin.does("list_users", q="SECRET@x")], [person.id])
    equal([row["id"] for row in person.does("list_users", q="secret@x")], [person.id])
    equal(list(other.does("list_users", q="secret@x") or []), [])
    outcome(other.does("get_user", user_id=str(uuid.uuid4())), None)


def a_list_of_users_is_read_page_by_page():
    person = Person()
    whole = [row["id"] for row in person.does("list_users", limit=1000)]
    paged, after = [], None
    while True:
        rows = person.does("list_users", limit=3, after=after)
        paged += [row["id"] for row in rows[:3]]
        if len(rows) <= 3:
            break
        after = rows[2]["cursor_key"]
    equal(paged, whole)


def a_user_changes_themselves_and_nobody_else():
    person, other = Person(email="a@b"), Person()
    change = lambda who, body, **more: who.does("update_user", user_id=person.id, body=body, **more)  # noqa: E731
    equal(outcome(change(person, {"email": None, "display_name": "P"}), "ok")["email"], None)
    outcome(change(other, {"display_name": "x"}), "forbidden")
    outcome(change(person, {"is_admin": True}), "forbidden")
    outcome(change(person, {"is_admin": False}), "ok")
    outcome(change(person, {"username": other.made["username"]}), "username_taken")
    row = outcome(change(person, {"id": other.id, "time_zone": "Nowhere"}), "invalid_fields")
    errors(row, ("/id", "read_only"), ("/time_zone", "unknown_time_zone"))
    outcome(change(Person(admin=True), {"is_admin": True}), "ok")


def a_key_gives_no_more_than_the_caller_has():
    person, admin = Person(), Person(admin=True)
    row = person.does("create_api_key", user_id=person.id, scopes=["events:read"], secret_hash="00",
                      body={"name": "n", "scopes": ["events:read", "events:write", "admin"]})
    errors(outcome(row, "invalid_fields"), ("/scopes/1", "not_granted"), ("/scopes/2", "not_granted"))
    errors(key(admin, ["admin"], of=person), ("/scopes/0", "not_granted"))
    outcome(key(admin, ["events:write"], of=person), "created")
    outcome(key(person, of=admin), "forbidden")
    errors(key(person, body={"expires_at": "2020-01-01T00:00:00Z"}), ("/expires_at", "in_the_past"))


def a_live_key_is_recognised_until_it_is_revoked_or_expired():
    person, secret = Person(), uuid.uuid4().hex * 2
    made = outcome(key(person, hash=secret), "created")
    found = call("authenticate", key_hash=secret)
    equal((found["caller"], found["key_id"], found["scopes"], found["expires_at"]),
          (person.id, made["id"], "{events:read}", None))
    call("touch_key", key_id=made["id"])
    used = sql(f"SELECT last_used_at IS NOT NULL AS used FROM api_keys WHERE id = '{made['id']}'")
    equal(used, [{"used": True}])
    outcome(Person().does("revoke_api_key", user_id=person.id, key_id=made["id"]), "forbidden")
    outcome(person.does("revoke_api_key", user_id=person.id, key_id=made["id"]), "ok")
    outcome(person.does("revoke_api_key", user_id=person.id, key_id=made["id"]), "ok")
    equal(call("authenticate", key_hash=secret), None)
    equal(call("authenticate", key_hash="00"), None)
    late = uuid.uuid4().hex * 2
    made = key(person, hash=late, body={"expires_at": "2030-01-01T00:00:00Z"})
    equal(call("authenticate", key_hash=late)["expires_at"], 1893456000)
    session().run(f"UPDATE api_keys SET expires_at = now() - interval '1 second' WHERE id = '{made['id']}'")
    equal(call("authenticate", key_hash=late), None)


def the_last_administrator_stays():
    session().run("BEGIN; UPDATE users SET is_admin = false")
    try:
        admin = call("create_admin", username="root" + uuid.uuid4().hex[:8], secret_hash=uuid.uuid4().hex * 2,
                     secret_prefix="p")
        who = {"caller": admin["user_id"], "is_admin": True, "scopes": ["admin"], "user_id": admin["user_id"]}
        outcome(call("revoke_api_key", key_id=admin["key_id"], **who), "last_admin_key")
        outcome(call("update_user", body={"is_admin": False}, **who), "last_admin_key")
        outcome(call("delete_user", **who), "last_admin_key")
        Person(admin=True)
        outcome(call("revoke_api_key", key_id=admin["key_id"], **who), "ok")
    finally:
        session().run("ROLLBACK")


def create_admin_finds_the_user_again():
    name = "a" + uuid.uuid4().hex[:8]
    make = lambda: call("create_admin", username=name, secret_hash=uuid.uuid4().hex * 2, secret_prefix="p")  # noqa: E731
    first, second = make(), make()
    equal(first["user_id"], second["user_id"])
    assert first["key_id"] != second["key_id"]


def a_deleted_user_hands_over_or_is_refused():
    admin, person, heir = Person(admin=True), Person(), Person()
    calendar = person.calendar()
    event = person.event(calendar)
    elsewhere = heir.calendar(public_write=True)
    other = person.event(elsewhere)
    outcome(admin.does("delete_user", user_id=person.id), "owns_calendars")
    for wrong in (person.id, str(uuid.uuid4())):
        errors(outcome(admin.does("delete_user", user_id=person.id, transfer_to=wrong), "malformed_query"),
               ("transfer_to", "unknown_reference"))
    outcome(admin.does("delete_user", user_id=person.id, transfer_to=heir.id), "ok")
    equal(heir.does("get_calendar", calendar_id=calendar)["my_role"], "owner")
    got = heir.does("get_event", calendar_id=calendar, event_id=event["id"])
    equal((got["creator_user_id"], got["version"]), (heir.id, 2))
    equal(heir.does("get_event", calendar_id=elsewhere, event_id=other["id"])["creator_user_id"], heir.id)
    equal(heir.does("get_calendar", calendar_id=elsewhere)["seq"], 3)
    outcome(admin.does("get_user", user_id=person.id), None)
    outcome(admin.does("delete_user", user_id=person.id), "not_found")
    outcome(person.does("create_calendar", body={"name": "x"}), "forbidden")
    outcome(admin.does("list_api_keys", user_id=person.id)[0], "not_found")
