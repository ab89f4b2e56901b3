"""Reading, replacing, patching, moving and deleting events; who may and who sees what."""

import uuid

from world import Person, call, draft, equal, errors, outcome, sql


def stage(**body):
    person = Person()
    calendar = person.calendar()
    return person, calendar, person.event(calendar, **body)


def get(person, calendar, event, **more):
    return person.does("get_event", calendar_id=calendar, event_id=event["id"], **more)


def patch(person, calendar, event, body, **more):
    return person.does("update_event", calendar_id=calendar, event_id=event["id"], body=body, **more)


def put(person, calendar, event_id, body, **more):
    return person.does("put_event", calendar_id=calendar, event_id=event_id, body=body, **more)


def what_was_written_is_read():
    person, calendar, made = stage(attendees=[{"email": "a@b"}], metadata={"k": "v"}, color="#112233")
    got = get(person, calendar, made)
    equal({**got, "outcome": 0}, {**{k: v for k, v in made.items() if k not in ("detail", "replayed")}, "outcome": 0})


def another_zone_can_be_asked_for():
    person, calendar, made = stage()
    equal(get(person, calendar, made, time_zone="America/New_York")["start_time"], "2026-11-24T03:30:00-05:00")
    outcome(get(person, calendar, made, time_zone="Mars/Base"), "malformed_query")


def each_role_sees_its_share():
    person, calendar, made = stage(visibility="private", description="secret", attendees=[{"email": "a@b"}],
                                   metadata={"k": "secret"}, categories=["secret"], uid="secret@x")
    others = {role: Person() for role in ("freebusy", "reader", "editor")}
    for role, other in others.items():
        person.shares(calendar, other, role)
    outcome(get(Person(), calendar, made), "not_found")
    outcome(get(Person(admin=True), calendar, made), "not_found")
    outcome(get(others["freebusy"], calendar, made), "freebusy_only")
    equal(get(others["editor"], calendar, made)["description"], "secret")
    seen = outcome(get(others["reader"], calendar, made), "ok")
    equal((seen["title"], seen["masked"], seen["start_time"]), ("Busy", True, made["start_time"]))
    assert "secret" not in str(seen) and "a@b" not in str(seen), seen
    [listed] = others["reader"].does("list_events", calendar_id=calendar)
    assert "secret" not in str(listed) and "a@b" not in str(listed), listed
    equal(others["reader"].does("list_events", calendar_id=calendar, category="secret"), [])
    equal(others["reader"].does("list_events", calendar_id=calendar, uid="secret@x"), [])


def attendees_and_creators_see_their_event_without_a_role():
    guest = Person(email=f"{uuid.uuid4().hex}@x")
    person, calendar, made = stage(visibility="private", attendees=[{"email": guest.made["email"]}])
    outcome(get(guest, calendar, made), "ok")
    outcome(patch(guest, calendar, made, {"title": "x"}), "forbidden")
    outcome(guest.does("list_events", calendar_id=calendar)[0], "not_found")


def a_deleted_event_is_gone_and_deleting_it_again_is_fine():
    person, calendar, made = stage(description="secret", attendees=[{"email": "a@b"}])
    outcome(person.does("delete_event", calendar_id=calendar, event_id=made["id"], if_match=7), "stale")
    outcome(person.does("delete_event", calendar_id=calendar, event_id=made["id"], if_match=1), "ok")
    outcome(person.does("delete_event", calendar_id=calendar, event_id=made["id"], if_match=1), "ok")
    outcome(get(person, calendar, made), "gone")
    outcome(get(Person(), calendar, made), "not_found")
    outcome(patch(person, calendar, made, {"title": "x"}), "gone")
    outcome(put(person, calendar, made["id"], draft()), "gone")
    outcome(person.does("delete_event", calendar_id=calendar, event_id=str(uuid.uuid4())), "not_found")
    [row] = sql(f"SELECT to_jsonb(e)::text AS whole FROM events e WHERE id = '{made['id']}'")
    assert "secret" not in row["whole"], row
    equal(sql(f"SELECT count(*) AS n FROM event_attendees WHERE event_id = '{made['id']}'"), [{"n": 0}])


def put_follows_its_conditions():
    person, calendar, _ = stage()
    event_id = str(uuid.uuid4())
    outcome(put(person, calendar, event_id, draft(), if_match=1), "stale")
    outcome(put(person, calendar, event_id, draft(), if_none_match_any=True), "created")
    equal(outcome(put(person, calendar, event_id, draft(), if_none_match_any=True), "stale")["detail"], {"version": 1})
    outcome(put(person, calendar, event_id, draft()), "precondition_required")
    any_version = str(uuid.uuid4())
    outcome(put(person, calendar, any_version, draft(), if_match=0), "stale")
    outcome(put(person, calendar, any_version, draft()), "created")
    outcome(put(person, calendar, any_version, draft(), if_match=0), "ok")
    outcome(put(person, calendar, event_id, draft(), if_match=-1), "stale")
    made = outcome(put(person, calendar, event_id, draft(title="New"), if_match=1), "ok")
    equal((made["title"], made["version"], made["sequence"]), ("New", 2, 0))
    equal(outcome(put(person, calendar, event_id, draft(), if_match=1), "stale")["detail"], {"version": 2})


def put_removes_what_it_does_not_name_but_keeps_answers():
    person, calendar, made = stage(description="x", uid="u@u",
                                   attendees=[{"email": "a@b", "partstat": "accepted"}, {"email": "c@d"}])
    new = put(person, calendar, made["id"], draft(attendees=[{"email": "A@b"}]), if_match=1)
    equal((new["description"], new["uid"], len(new["attendees"])), (None, "u@u", 1))
    equal(new["attendees"][0]["partstat"], "accepted")


def read_only_members_may_be_sent_back_unchanged():
    person, calendar, made = stage()
    whole = {key: value for key, value in made.items() if key not in ("outcome", "detail", "replayed")}
    outcome(put(person, calendar, made["id"], whole, if_match=1), "ok")
    again = get(person, calendar, made)
    same = {"updated_at": again["updated_at"].replace("+00:00", "Z"), "version": 2, "organizer": again["organizer"]}
    outcome(patch(person, calendar, made, same), "ok")
    row = outcome(patch(person, calendar, made, {"version": 9, "organizer": None, "attendees": [{"email": "x@y"}]}),
                  "read_only")
    errors(row, ("/version", "read_only"), ("/organizer", "read_only"), ("/attendees", "read_only"))
    errors(put(person, calendar, str(uuid.uuid4()), draft(version=4)), ("/version", "read_only"))


def a_patched_start_keeps_the_length():
    person, calendar, made = stage()
    new = patch(person, calendar, made, {"start_time": "2026-11-25T10:00:00"})
    equal((new["start_time"], new["end_time"]), ("2026-11-25T10:00:00+01:00", "2026-11-25T10:15:00+01:00"))
    equal((new["version"], new["sequence"]), (2, 1))
    equal(patch(person, calendar, made, {"title": "x"})["sequence"], 1)
    day = person.event(calendar, start_date="2026-11-24", end_date="2026-11-27")
    equal(patch(person, calendar, day, {"start_date": "2026-12-01"})["end_date"], "2026-12-04")


def a_patch_turns_times_into_dates_and_back():
    person, calendar, made = stage()
    day = patch(person, calendar, made, {"start_date": "2026-11-24", "end_date": "2026-11-25"})
    equal((day["is_all_day"], day["start_time"], day["start_date"]), (True, None, "2026-11-24"))
    timed = patch(person, calendar, made, {"start_time": "2026-11-24T10:00:00", "end_time": "2026-11-24T11:00:00"})
    equal((timed["is_all_day"], timed["start_date"], timed["start_time"]),
          (False, None, "2026-11-24T10:00:00+01:00"))
    errors(patch(person, calendar, made, {"start_date": "2026-11-24"}), ("/end_date", "required"))
    errors(patch(person, calendar, made, {"end_time": None}), ("/end_time", "required"))


def a_patched_zone_keeps_the_instant():
    person, calendar, made = stage()
    new = patch(person, calendar, made, {"time_zone": "America/New_York"})
    equal((new["start_time"], new["time_zone"]), ("2026-11-24T03:30:00-05:00", "America/New_York"))


def the_second_of_two_equal_times_survives_a_patch():
    person, calendar, made = stage(start_time="2026-10-25T02:30:00+01:00", end_time="2026-10-25T02:50:00+01:00")
    equal(patch(person, calendar, made, {"title": "x"})["start_time"], "2026-10-25T02:30:00+01:00")


def an_empty_event_may_stay_empty():
    person, calendar, made = stage()
    sql_text = f"""UPDATE events SET end_utc = start_utc, duration_s = 0, span = tstzrange(start_utc, start_utc, '[]')
        WHERE id = '{made['id']}' RETURNING 1"""
    call_session(sql_text)
    outcome(patch(person, calendar, made, {"title": "x"}), "ok")
    errors(patch(person, calendar, made, {"start_time": "2026-11-25T10:00:00"}), ("/end_time", "not_after"))
    equal(len(person.does("list_events", calendar_id=calendar, **{"from": made["start_time"],
                          "to": "2026-11-25T00:00:00Z"})), 1)


def call_session(text):
    from world import session
    session().run(text)


def null_removes_and_metadata_merges():
    person, calendar, made = stage(location="x", metadata={"a": "1", "b": "2"}, color="#112233")
    new = patch(person, calendar, made, {"location": None, "color": None, "metadata": {"a": None, "c": "3"}})
    equal((new["location"], new["color"], new["metadata"]), (None, None, {"b": "2", "c": "3"}))
    equal(patch(person, calendar, made, {"metadata": None})["metadata"], {})


def a_patch_can_move_an_event_and_leaves_a_tombstone():
    person, calendar, made = stage(attendees=[{"email": "a@b"}])
    other = person.calendar()
    stranger = Person().calendar()
    errors(outcome(patch(person, calendar, made, {"calendar_id": stranger}), "invalid_fields"),
           ("/calendar_id", "unknown_reference"))
    new = outcome(patch(person, calendar, made, {"calendar_id": other, "title": "Moved"}), "ok")
    equal((new["calendar_id"], new["title"], len(new["attendees"]), new["version"]), (other, "Moved", 1, 2))
    outcome(get(person, calendar, made), "gone")
    outcome(get(person, other, made), "ok")
    back = outcome(patch(person, other, made, {"calendar_id": calendar}), "ok")
    equal(back["version"], 3)
    outcome(get(person, calendar, made), "ok")
    person.event(other, uid=made["uid"])
    outcome(patch(person, calendar, made, {"calendar_id": other}), "uid_exists")


def readers_may_not_receive_a_moved_event():
    person, calendar, made = stage()
    owner = Person()
    shared = owner.calendar()
    owner.shares(shared, person, "reader")
    outcome(patch(person, calendar, made, {"calendar_id": shared}), "forbidden")


def public_write_lets_anyone_change_only_their_own():
    owner, guest = Person(), Person()
    calendar = owner.calendar(public_write=True)
    theirs, own = owner.event(calendar), guest.event(calendar)
    equal(guest.does("get_calendar", calendar_id=calendar)["my_role"], "reader")
    outcome(patch(guest, calendar, own, {"title": "x"}), "ok")
    outcome(patch(guest, calendar, theirs, {"title": "x"}), "forbidden")
    outcome(guest.does("delete_event", calendar_id=calendar, event_id=theirs["id"]), "forbidden")
    outcome(patch(owner, calendar, own, {"title": "y"}), "ok")
    outcome(put(guest, calendar, str(uuid.uuid4()), draft()), "created")
    other = guest.calendar()
    outcome(patch(guest, calendar, own, {"calendar_id": other}), "ok")


def writes_without_the_role_are_refused_by_what_may_be_known():
    person, calendar, made = stage()
    reader, busy = Person(), Person()
    person.shares(calendar, reader, "reader")
    person.shares(calendar, busy, "freebusy")
    for who, wanted in ((reader, "forbidden"), (busy, "freebusy_only"), (Person(), "not_found")):
        outcome(who.does("create_event", calendar_id=calendar, body=draft()), wanted)
        outcome(patch(who, calendar, made, {"title": "x"}), wanted)
        outcome(put(who, calendar, made["id"], draft(), if_match=1), wanted)
        outcome(who.does("delete_event", calendar_id=calendar, event_id=made["id"]), wanted)
    unknown = {"id": str(uuid.uuid4())}
    outcome(patch(reader, calendar, unknown, {"title": "x"}), "not_found")
    outcome(patch(busy, calendar, unknown, {"title": "x"}), "freebusy_only")
    outcome(get(busy, calendar, unknown), "freebusy_only")
    outcome(get(reader, calendar, unknown), "not_found")
    outcome(call("get_event", caller=person.id, calendar_id=str(uuid.uuid4()), event_id=made["id"]), None)
