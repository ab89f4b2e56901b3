"""Writes to series: what a plan is asked for, that one for something else is refused, and what one leads to. The plans
here are made by hand; the server's come from server/domain/series_plan.c."""

from world import Person, draft, equal, errors, outcome, sql

DAILY = {"rrule": "FREQ=DAILY;COUNT=3"}
OPERATIONS = {"update_instance": "updateInstance", "delete_instance": "deleteInstance", "put_attendee": "putAttendee"}
SLOTS = ["20261124T093000", "20261125T093000", "20261126T093000"]


def basis(person, operation, calendar, event=None, body=None, slot=None):
    return person.does("series_plan", operation=operation, calendar_id=calendar, event_id=event, body=body,
                       slot=slot)["basis"]


def plan(basis_text, **more):
    return {"basis": basis_text, "errors": [], "rrule": "FREQ=DAILY;COUNT=3", "rdates": [], "exdates": [],
            "first": 1795508_000, "last": None, "dropped": [], "slot_valid": True, "spent": False, "remains": True, **more}


def create(person, calendar, **more):
    body = draft(recurrence=DAILY, **more)
    return person.does("create_event", calendar_id=calendar, body=body,
                       plan=plan(basis(person, "createEvent", calendar, body=body)))


def stage(**more):
    person = Person()
    calendar = person.calendar()
    return person, calendar, outcome(create(person, calendar, **more), "created")


def at(person, name, calendar, event, slot, body=None, **more):
    """A write about one occurrence, with the plan that it asks for."""
    more.setdefault("plan", plan(basis(person, OPERATIONS[name], calendar, event["id"], slot=slot)))
    values = {} if body is None else {"body": body}
    return person.does(name, calendar_id=calendar, event_id=event["id"], recurrence_id=slot, **values, **more)


def patch(person, calendar, event, body, **more):
    asked = person.does("series_plan", operation="updateEvent", calendar_id=calendar, event_id=event["id"],
                        body=body)["basis"]
    return person.does("update_event", calendar_id=calendar, event_id=event["id"], body=body,
                       plan=plan(asked, **more.pop("plan", {})), **more)


def a_series_is_not_stored_without_a_plan():
    person = Person()
    calendar = person.calendar()
    outcome(person.does("create_event", calendar_id=calendar, body=draft(recurrence=DAILY)), "needs_plan")
    outcome(person.does("create_event", calendar_id=calendar, body=draft(recurrence=DAILY), plan=plan("other")), "needs_plan")
    equal(person.does("list_events", calendar_id=calendar), [])


def an_empty_recurrence_is_none():
    person = Person()
    calendar = person.calendar()
    for recurrence in (None, {}, {"rdates": []}, {"rrule": None, "exdates": SLOTS}):
        made = outcome(person.does("create_event", calendar_id=calendar, body=draft(recurrence=recurrence)), "created")
        equal(made["recurrence"], None)


def a_plan_is_claimed_together_with_its_request():
    person = Person()
    calendar = person.calendar()
    body = draft(recurrence=DAILY)
    same = {"calendar_id": calendar, "body": body, "idempotency_key": "k", "request_hash": "h"}
    outcome(person.does("create_event", **same), "needs_plan")
    made = outcome(person.does("create_event", **same, plan=plan(basis(person, "createEvent", calendar, body=body))), "created")
    again = outcome(person.does("create_event", **same), "created")
    equal((again["replayed"], again["id"]), (True, made["id"]))


def the_errors_of_a_plan_are_those_of_the_request():
    person = Person()
    calendar = person.calendar()
    body = draft(recurrence=DAILY)
    wrong = [{"pointer": "/recurrence/rrule", "code": "rrule_invalid", "message": "no"}]
    row = person.does("create_event", calendar_id=calendar, body=body,
                      plan=plan(basis(person, "createEvent", calendar, body=body), errors=wrong))
    errors(outcome(row, "rrule_invalid"), ("/recurrence/rrule", "rrule_invalid"))


def the_span_runs_to_the_last_end_or_for_ever():
    person, calendar, made = stage()
    [row] = sql(f"SELECT upper(span) = 'infinity' AS endless FROM events WHERE id = '{made['id']}'")
    equal(row["endless"], True)
    patch(person, calendar, made, {"title": "x"}, plan={"last": 1795681_700})
    [row] = sql(f"SELECT upper(span) = to_timestamp(1795681700) AS ends FROM events WHERE id = '{made['id']}'")
    equal(row["ends"], True)


def an_occurrence_keeps_what_it_was_given_and_follows_in_the_rest():
    person, calendar, made = stage(location="A")
    own = outcome(at(person, "update_instance", calendar, made, SLOTS[1], {"title": "Own", "url": "https://x.y"}), "ok")
    equal((own["id"], own["is_exception"], own["version"], own["start_time"]),
          (f"{made['id']}_{SLOTS[1]}", True, 2, "2026-11-25T09:30:00+01:00"))
    outcome(patch(person, calendar, made, {"title": "All", "location": "B"}), "ok")
    [row] = sql(f"SELECT title, location, version, overridden FROM events WHERE series_id = '{made['id']}'")
    equal(row, {"title": "Own", "location": "B", "version": 3, "overridden": ["title", "url"]})


def a_patched_occurrence_needs_no_second_plan():
    person, calendar, made = stage()
    outcome(at(person, "update_instance", calendar, made, SLOTS[1], {"title": "Own"}), "ok")
    outcome(at(person, "update_instance", calendar, made, SLOTS[1], {"title": "Mine"}, plan=None), "ok")
    outcome(at(person, "update_instance", calendar, made, SLOTS[1], {"title": "x"}, plan=None, if_match=2), "stale")
    outcome(at(person, "update_instance", calendar, made, SLOTS[2], {"title": "x"}, plan=None), "needs_plan")


def members_of_the_series_are_not_an_occurrences():
    person, calendar, made = stage()
    row = at(person, "update_instance", calendar, made, SLOTS[1], {"uid": "other", "recurrence": DAILY, "is_all_day": True,
                                                                  "start_date": "2026-11-25", "end_date": "2026-11-26"})
    errors(outcome(row, "invalid_fields"), ("/uid", "read_only"), ("/recurrence", "read_only"), ("/is_all_day", "excluded"))


def a_deleted_occurrence_takes_its_exception_along():
    person, calendar, made = stage()
    outcome(at(person, "update_instance", calendar, made, SLOTS[1], {"title": "Own"}), "ok")
    outcome(at(person, "delete_instance", calendar, made, SLOTS[1], plan=None), "needs_plan")
    outcome(at(person, "delete_instance", calendar, made, SLOTS[1]), "ok")
    outcome(at(person, "delete_instance", calendar, made, SLOTS[1], plan=None), "ok")
    equal(sql(f"SELECT count(*) AS n FROM events WHERE series_id = '{made['id']}' AND deleted_at IS NULL"), [{"n": 0}])
    found = person.does("get_event", calendar_id=calendar, event_id=made["id"])
    equal((found["recurrence"]["exdates"], found["sequence"], found["version"]), ([SLOTS[1]], 1, 3))


def the_last_occurrence_stays():
    person, calendar, made = stage()
    asked = basis(person, "deleteInstance", calendar, made["id"], slot=SLOTS[0])
    outcome(at(person, "delete_instance", calendar, made, SLOTS[0], plan=plan(asked, remains=False)), "last_occurrence")
    outcome(at(person, "delete_instance", calendar, made, SLOTS[0], plan=plan(asked, slot_valid=False)), "not_an_occurrence")
    outcome(at(person, "delete_instance", calendar, made, SLOTS[0], plan=plan(asked, spent=True)), "rrule_too_complex")


def exceptions_are_dropped_only_on_demand():
    person, calendar, made = stage()
    outcome(at(person, "update_instance", calendar, made, SLOTS[1], {"title": "Own"}), "ok")
    outcome(patch(person, calendar, made, {"recurrence": None}), "would_drop_exceptions")
    new = outcome(patch(person, calendar, made, {"recurrence": None}, drop_exceptions=True), "ok")
    equal((new["recurrence"], new["dropped_exceptions"]), (None, [SLOTS[1]]))


def attendees_of_an_occurrence_are_its_own():
    person, calendar, made = stage(attendees=[{"email": "a@b.c"}])
    one = outcome(at(person, "put_attendee", calendar, made, SLOTS[1], {"name": "One"}, email="one@b.c"), "created")
    equal([each["email"] for each in one["attendees"]], ["a@b.c", "one@b.c"])
    outcome(person.does("put_attendee", calendar_id=calendar, event_id=made["id"], email="all@b.c", body={}), "created")
    outcome(person.does("remove_attendee", calendar_id=calendar, event_id=made["id"], email="A@b.c"), "ok")
    equal(sql(f"""SELECT e.series_id IS NULL AS whole, e.attendee_count AS n, string_agg(a.email, ' ' ORDER BY a.email) AS who
        FROM events e JOIN event_attendees a ON a.event_id = e.id
        WHERE e.calendar_id = '{calendar}' GROUP BY 1, 2 ORDER BY 1"""),
          [{"whole": False, "n": 2, "who": "all@b.c one@b.c"}, {"whole": True, "n": 1, "who": "all@b.c"}])
