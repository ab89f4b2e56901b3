"""listChanges: the order of changes, pages, snapshots, who sees what, and the purge of what was deleted."""

import json
import uuid

from world import Person, call, equal, outcome, session, sql

NO_ROW = "00000000-0000-0000-0000-000000000000"
LAST_ROW = "ffffffff-ffff-ffff-ffff-ffffffffffff"


def place(seq, row=LAST_ROW, base=0):
    return json.dumps([seq, row, base])


def changes(person, calendar, after=None, limit=100):
    rows = person.does("list_changes", calendar_id=calendar, after=after, limit=limit)
    return rows[0], [row for row in rows if row["row_id"]]


def told(rows):
    return [(row["title"], row["row_deleted"]) for row in rows]


def stage(*titles):
    person = Person()
    calendar = person.calendar()
    return person, calendar, [person.event(calendar, title=title)["id"] for title in titles]


def a_snapshot_has_all_that_lives_and_nothing_that_went():
    person, calendar, events = stage("a", "b", "c")
    outcome(person.does("delete_event", calendar_id=calendar, event_id=events[1]), "ok")
    head, rows = changes(person, calendar)
    equal(told(rows), [("a", False), ("c", False)])
    equal((head["sync_seq"], head["sync_calendar"]["name"]), (5, "Team"))


def only_what_changed_after_the_place_is_told():
    person, calendar, events = stage("a", "b", "c")
    seq = changes(person, calendar)[0]["sync_seq"]
    equal(changes(person, calendar, place(seq))[1], [])
    outcome(person.does("update_event", calendar_id=calendar, event_id=events[0], body={"title": "A"}), "ok")
    outcome(person.does("delete_event", calendar_id=calendar, event_id=events[2]), "ok")
    head, rows = changes(person, calendar, place(seq))
    equal(told(rows), [("A", False), ("", True)])
    equal(head["sync_calendar"], None)


def rows_of_one_seq_are_parted_by_their_ids():
    person, calendar, _ = stage()
    other = Person()
    person.shares(calendar, other, "editor")
    made = [other.event(calendar, title=f"e{n}")["id"] for n in range(7)]
    admin = Person(admin=True)
    outcome(admin.does("delete_user", user_id=other.id, transfer_to=person.id), "ok")
    seen, after = [], place(changes(person, calendar)[0]["sync_seq"] - 1)
    while True:
        _, rows = changes(person, calendar, after, limit=2)
        seen += [row["id"] for row in rows[:2]]
        if len(rows) < 3:
            break
        after = place(rows[1]["row_seq"], rows[1]["row_id"])
    equal(sorted(seen), sorted(made))


def what_was_deleted_before_a_snapshot_began_is_left_out_of_all_its_pages():
    person, calendar, events = stage("a", "b", "c")
    outcome(person.does("delete_event", calendar_id=calendar, event_id=events[0]), "ok")
    base = changes(person, calendar)[0]["sync_seq"]
    outcome(person.does("delete_event", calendar_id=calendar, event_id=events[1]), "ok")
    equal(told(changes(person, calendar, place(0, NO_ROW, base))[1]), [("c", False), ("", True)])


def an_event_that_moves_away_is_deleted_here_and_new_there():
    person, calendar, [event] = stage("a")
    there = person.calendar()
    here_seq, there_seq = (changes(person, each)[0]["sync_seq"] for each in (calendar, there))
    outcome(person.does("update_event", calendar_id=calendar, event_id=event, body={"calendar_id": there}), "ok")
    equal(told(changes(person, calendar, place(here_seq))[1]), [("", True)])
    equal(told(changes(person, there, place(there_seq))[1]), [("a", False)])
    outcome(person.does("update_event", calendar_id=there, event_id=event, body={"calendar_id": calendar}), "ok")
    equal(told(changes(person, calendar, place(here_seq))[1]), [("a", False)])


def a_rule_and_a_setting_raise_their_seqs_alone():
    person, calendar, _ = stage()
    one, _ = changes(person, calendar)
    outcome(person.does("update_calendar", calendar_id=calendar, body={"name": "New"}), "ok")
    two, _ = changes(person, calendar, place(one["sync_seq"]))
    equal((two["sync_settings_seq"], two["sync_acl_seq"]), (two["sync_seq"], one["sync_acl_seq"]))
    equal(two["sync_calendar"]["name"], "New")
    other = Person()
    person.shares(calendar, other, "reader")
    three, _ = changes(person, calendar, place(two["sync_seq"]))
    equal((three["sync_settings_seq"], three["sync_acl_seq"]), (two["sync_seq"], three["sync_seq"]))
    person.event(calendar)
    four, _ = changes(person, calendar, place(three["sync_seq"]))
    equal((four["sync_acl_seq"], four["sync_settings_seq"]), (three["sync_seq"], two["sync_seq"]))
    outcome(Person(admin=True).does("delete_user", user_id=other.id), "ok")
    five, _ = changes(person, calendar, place(four["sync_seq"]))
    equal(five["sync_acl_seq"], four["sync_seq"] + 1)


def a_new_owner_is_a_new_rule():
    person, calendar, _ = stage()
    heir = Person()
    one, _ = changes(person, calendar)
    person.shares(calendar, heir, "owner")
    two, _ = changes(person, calendar)
    equal((two["sync_acl_seq"], two["sync_settings_seq"]), (one["sync_seq"] + 1, one["sync_seq"] + 1))


def private_events_are_masked_also_when_they_are_gone():
    person, calendar, _ = stage()
    reader = Person()
    person.shares(calendar, reader, "reader")
    made = person.event(calendar, title="secret", uid="a@secret.example", visibility="private")
    _, [row] = changes(reader, calendar)
    equal((row["title"], row["uid"], row["masked"]), ("Busy", made["id"], True))
    outcome(person.does("delete_event", calendar_id=calendar, event_id=made["id"]), "ok")
    _, rows = changes(reader, calendar, place(1))
    equal([(row["id"], row["uid"]) for row in rows], [(made["id"], made["id"])])


def who_may_not_read_is_told_nothing():
    person, calendar, _ = stage("a")
    busy, stranger = Person(), Person()
    person.shares(calendar, busy, "freebusy")
    for who, wanted in ((busy, "freebusy_only"), (stranger, "not_found")):
        head, rows = changes(who, calendar)
        outcome(head, wanted)
        equal((rows, head["sync_calendar"]), ([], None))
    head, _ = changes(person, str(uuid.uuid4()))
    outcome(head, "not_found")


def a_key_that_was_revoked_while_a_poll_waited_reads_nothing_more():
    person, calendar, _ = stage("a")
    made = person.does("create_api_key", user_id=person.id, new_id=str(uuid.uuid4()), secret_hash=uuid.uuid4().hex * 2,
                       secret_prefix="12345678", secret_sealed="s", body={"name": "k", "scopes": ["events:read"]})
    outcome(made, "created")
    head = person.does("list_changes", calendar_id=calendar, key_id=made["id"])[0]
    outcome(head, "ok")
    session().run(f"UPDATE api_keys SET revoked_at = now() WHERE id = '{made['id']}'")
    head = person.does("list_changes", calendar_id=calendar, key_id=made["id"])[0]
    outcome(head, "unauthenticated")


def access_that_was_lost_and_given_again_has_a_beginning_of_its_own():
    person, calendar, _ = stage()
    reader = Person()
    person.shares(calendar, reader, "reader")
    one, _ = changes(reader, calendar)
    person.shares(calendar, reader, "freebusy")
    person.shares(calendar, reader, "reader")
    two, _ = changes(reader, calendar)
    equal(one["sync_granted_seq"], two["sync_granted_seq"], "the same rule:")
    outcome(person.does("delete_acl_rule", calendar_id=calendar, user_id=reader.id), "ok")
    person.shares(calendar, reader, "reader")
    three, _ = changes(reader, calendar)
    assert three["sync_granted_seq"] > one["sync_granted_seq"], three


def writes_say_which_calendars_they_changed():
    person, calendar, [event] = stage("a")
    there = person.calendar()
    equal(sql(f"SELECT raise_seq('{calendar}'), raise_seq('{there}'), raise_seq('{calendar}'), changed_calendars()")[0]
          ["changed_calendars"], f"{calendar} {there}")
    equal(sql("SELECT changed_calendars()")[0]["changed_calendars"], None)
    equal(sql("SELECT max(note_changed(gen_random_uuid())::text), changed_calendars() "
              "FROM generate_series(1, 1000)")[0]["changed_calendars"], "*")


def series_with_a_changed_occurrence(person, calendar, **more):
    """Made by hand, since rules are planned outside of the database."""
    made = person.event(calendar, title="s", start_time="2026-11-24T09:30:00", end_time="2026-11-24T10:30:00", **more)
    session().run(f"UPDATE events SET rrule = 'FREQ=DAILY' WHERE id = '{made['id']}'")
    change_occurrence(made["id"])
    return made["id"]


def change_occurrence(series):
    session().run(f"""SELECT insert_exception(occurrence_at(e, '2026-11-25T09:30:00', uuid_v7()), e)
        FROM events e WHERE e.id = '{series}' AND e.deleted_at IS NULL""")


def what_is_done_to_the_people_of_a_series_raises_its_changed_occurrences_too():
    address = f"{uuid.uuid4().hex}@example.com"
    person = Person(email=address)
    calendar = person.calendar()
    series = series_with_a_changed_occurrence(person, calendar, attendees=[{"email": address}])
    for operation, how in (("put_attendee", {"email": "new@example.com", "body": {"role": "optional"}}),
                           ("respond_to_event", {"body": {"partstat": "accepted"}}),
                           ("remove_attendee", {"email": "new@example.com"})):
        before = {row["id"]: row["version"] for row in changes(person, calendar)[1]}
        seq = changes(person, calendar)[0]["sync_seq"]
        made = person.does(operation, calendar_id=calendar, event_id=series, **how)
        assert made["outcome"] in ("ok", "created"), made
        series_people, occurrence_people = (row["attendees"] for row in sorted(
            changes(person, calendar, place(seq))[1], key=lambda row: row["is_exception"]))
        equal(occurrence_people, series_people, operation)
        after = {row["id"]: row["version"] for row in changes(person, calendar, place(seq))[1]}
        equal(sorted(after), sorted(before), operation)
        assert all(after[each] > before[each] for each in after), (operation, before, after)


def an_occurrence_that_was_given_up_and_changed_again_is_told_once():
    person = Person()
    calendar = person.calendar()
    series = series_with_a_changed_occurrence(person, calendar)
    seq = changes(person, calendar)[0]["sync_seq"]
    session().run(f"""SELECT strip_exceptions(e, ARRAY['2026-11-25T09:30:00'::timestamp], raise_seq(e.calendar_id))
        FROM events e WHERE e.id = '{series}'""")
    equal(told(changes(person, calendar, place(seq))[1]), [("", True)])
    change_occurrence(series)
    session().run(f"""UPDATE events SET seq = {seq} + 2 WHERE series_id = '{series}' AND deleted_at IS NULL""")
    equal(told(changes(person, calendar, place(seq))[1]), [("s", False)])


def age(calendar, days):
    session().run(f"UPDATE events SET deleted_at = deleted_at - interval '{days} days' "
                  f"WHERE calendar_id = '{calendar}' AND deleted_at IS NOT NULL")


def rows_in(calendar):
    return sql(f"SELECT count(*) FROM events WHERE calendar_id = '{calendar}'")[0]["count"]


def old_tombstones_go_and_min_seq_says_up_to_where():
    person, calendar, events = stage("a", "b", "c")
    outcome(person.does("delete_event", calendar_id=calendar, event_id=events[0]), "ok")
    age(calendar, 91)
    outcome(person.does("delete_event", calendar_id=calendar, event_id=events[1]), "ok")
    gone_at = changes(person, calendar, place(0, NO_ROW))[1][1]["row_seq"]
    equal(call("purge_tombstones")["purged"], 1)
    equal(call("purge_tombstones")["purged"], 0)
    equal((rows_in(calendar), changes(person, calendar)[0]["sync_min_seq"]), (2, gone_at))


def a_calendar_that_was_deleted_long_ago_is_emptied():
    person, calendar, _ = stage("a", "b")
    person.event(calendar, attendees=[{"email": "a@example.com"}])
    outcome(person.does("delete_calendar", calendar_id=calendar), "ok")
    equal(call("purge_tombstones")["purged"], 0)
    session().run(f"UPDATE calendars SET deleted_at = deleted_at - interval '91 days' WHERE id = '{calendar}'")
    equal((call("purge_tombstones")["purged"], rows_in(calendar)), (3, 0))
