"""Calendars and sharing."""

import uuid

from world import Person, equal, errors, outcome, sql


def a_calendar_takes_its_owners_zone():
    person = Person(time_zone="Asia/Tokyo")
    made = outcome(person.does("create_calendar", body={"name": "Team"}), "created")
    equal((made["time_zone"], made["my_role"], made["owner_user_id"], made["version"], made["seq"]),
          ("Asia/Tokyo", "owner", person.id, 1, 1))
    errors(outcome(person.does("create_calendar", body={"name": "x", "time_zone": "CEST"}), "unknown_time_zone"),
           ("/time_zone", "unknown_time_zone"))


def a_stranger_learns_nothing_of_a_calendar():
    owner, stranger = Person(), Person()
    calendar = owner.calendar()
    outcome(stranger.does("get_calendar", calendar_id=calendar), "not_found")
    outcome(stranger.does("update_calendar", calendar_id=calendar, body={"name": "x"}), "not_found")
    outcome(stranger.does("delete_calendar", calendar_id=calendar), "not_found")
    outcome(stranger.does("list_acl", calendar_id=calendar)[0], "not_found")
    outcome(stranger.does("list_events", calendar_id=calendar)[0], "not_found")
    outcome(stranger.does("put_acl_rule", calendar_id=calendar, user_id=stranger.id, body={"role": "owner"}),
            "not_found")
    outcome(stranger.does("get_calendar", calendar_id=str(uuid.uuid4())), None)


def public_read_makes_everybody_a_reader():
    owner, other = Person(), Person()
    calendar = owner.calendar(public_read=True)
    equal(other.does("get_calendar", calendar_id=calendar)["my_role"], "reader")
    owner.shares(calendar, other, "freebusy")
    equal(other.does("get_calendar", calendar_id=calendar)["my_role"], "reader")
    outcome(other.does("update_calendar", calendar_id=calendar, body={"name": "x"}), "forbidden")
    equal(other.does("list_calendars", include_public=False)[0]["id"], calendar)


def public_write_implies_public_read():
    owner = Person()
    calendar = owner.calendar(public_write=True)
    equal(owner.does("get_calendar", calendar_id=calendar)["public_read"], True)


def settings_are_patched_and_guarded_by_their_version():
    owner = Person()
    calendar = owner.calendar(description="x")
    change = lambda body, **more: owner.does("update_calendar", calendar_id=calendar, body=body, **more)  # noqa: E731
    new = outcome(change({"description": None, "color": "#000000"}, if_match=1), "ok")
    equal((new["description"], new["color"], new["name"], new["version"]), (None, "#000000", "Team", 2))
    equal(outcome(change({"name": "y"}, if_match=1), "stale")["detail"], {"version": 2})
    errors(outcome(change({"seq": 77, "my_role": "reader"}), "read_only"), ("/seq", "read_only"),
           ("/my_role", "read_only"))
    outcome(owner.does("delete_calendar", calendar_id=calendar, if_match=1), "stale")


def a_deleted_calendar_is_unknown():
    owner = Person()
    calendar = owner.calendar()
    event = owner.event(calendar)
    outcome(owner.does("delete_calendar", calendar_id=calendar), "ok")
    outcome(owner.does("delete_calendar", calendar_id=calendar), "not_found")
    outcome(owner.does("get_calendar", calendar_id=calendar), None)
    outcome(owner.does("get_event", calendar_id=calendar, event_id=event["id"]), None)
    outcome(owner.does("list_events", calendar_id=calendar)[0], "not_found")
    outcome(owner.does("update_event", calendar_id=calendar, event_id=event["id"], body={"title": "x"}), "not_found")
    equal(owner.does("list_calendars"), [])


def lists_of_calendars_are_filtered_and_paged():
    owner, other = Person(), Person()
    ids = sorted(owner.calendar(name=f"Team {i}") for i in range(5))
    owner.shares(ids[0], other, "freebusy")
    owner.shares(ids[1], other, "editor")
    own = other.calendar(name="Own")
    names = lambda **how: sorted(row["id"] for row in other.does("list_calendars", **how))  # noqa: E731
    equal(names(), sorted([ids[0], ids[1], own]))
    equal(names(role_min="reader"), sorted([ids[1], own]))
    equal(names(owner=owner.id), ids[:2])
    equal(names(q="tEAM"), ids[:2])
    equal(names(q="%"), [])
    public = owner.calendar(public_read=True)
    equal(public in names(include_public=True), True)
    equal(public in names(), False)
    paged, after = [], None
    while True:
        rows = owner.does("list_calendars", limit=2, after=after)
        paged += [row["id"] for row in rows[:2]]
        if len(rows) < 3:
            break
        after = rows[1]["cursor_key"]
    equal(paged, sorted(ids + [public]))


def rules_are_made_changed_and_removed():
    owner, other = Person(), Person()
    calendar = owner.calendar()
    put = lambda who, role, by=owner: by.does("put_acl_rule", calendar_id=calendar, user_id=who.id,  # noqa: E731
                                              body={"role": role})
    made = outcome(put(other, "reader"), "created")
    equal((made["user_id"], made["role"]), (other.id, "reader"))
    equal(outcome(put(other, "editor"), "ok")["role"], "editor")
    outcome(put(Person(), "owner", by=other), "forbidden")
    drop = lambda who, by: by.does("delete_acl_rule", calendar_id=calendar, user_id=who.id)  # noqa: E731
    outcome(drop(owner, owner), "owner_required")
    outcome(drop(owner, other), "forbidden")
    outcome(drop(other, other), "ok")
    outcome(drop(other, other), "not_found")
    outcome(drop(other, owner), "not_found")
    outcome(owner.does("put_acl_rule", calendar_id=calendar, user_id=str(uuid.uuid4()), body={"role": "reader"}),
            "not_found")
    equal(owner.does("get_calendar", calendar_id=calendar)["seq"], 4)


def the_role_owner_hands_the_calendar_over():
    owner, heir = Person(), Person()
    calendar = owner.calendar()
    put = lambda who, role, by: by.does("put_acl_rule", calendar_id=calendar, user_id=who.id,  # noqa: E731
                                        body={"role": role})
    outcome(put(owner, "editor", owner), "owner_required")
    outcome(put(owner, "owner", owner), "ok")
    equal(outcome(put(heir, "owner", owner), "created")["role"], "owner")
    equal(owner.does("get_calendar", calendar_id=calendar)["my_role"], "editor")
    outcome(put(owner, "owner", owner), "forbidden")
    roles = {row["user_id"]: row["role"] for row in owner.does("list_acl", calendar_id=calendar)}
    equal(roles, {owner.id: "editor", heir.id: "owner"})
    equal(sql(f"SELECT count(*) AS n FROM calendar_acl WHERE calendar_id = '{calendar}'"), [{"n": 1}])


def readers_see_only_their_own_rule():
    owner, reader, guest = Person(), Person(), Person()
    calendar = owner.calendar(public_read=True)
    owner.shares(calendar, reader, "reader")
    equal([row["user_id"] for row in reader.does("list_acl", calendar_id=calendar)], [reader.id])
    equal(guest.does("list_acl", calendar_id=calendar), [])
    equal(len(owner.does("list_acl", calendar_id=calendar)), 2)
    first = owner.does("list_acl", calendar_id=calendar, limit=0)
    equal(len(owner.does("list_acl", calendar_id=calendar, after=first[0]["cursor_key"])), 1)
