"""listEvents: windows, filters, order and pages."""

from world import Person, equal, errors, outcome


def stage(*bodies, **calendar):
    person = Person()
    made = person.calendar(**calendar)
    for body in bodies:
        person.event(made, **body)
    return person, made


def titles(person, calendar, **how):
    return [row["title"] for row in person.does("list_events", calendar_id=calendar, **how)]


def timed(title, start, end, **more):
    return {"title": title, "start_time": start, "end_time": end, **more}


def a_window_takes_what_overlaps_it():
    person, calendar = stage(timed("before", "2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z"),
                             timed("into", "2026-11-24T08:30:00Z", "2026-11-24T09:30:00Z"),
                             timed("over", "2026-11-24T08:00:00Z", "2026-11-24T12:00:00Z"),
                             timed("last", "2026-11-24T09:59:00Z", "2026-11-24T10:30:00Z"),
                             timed("after", "2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z"))
    window = {"from": "2026-11-24T09:00:00Z", "to": "2026-11-24T10:00:00Z"}
    equal(sorted(titles(person, calendar, **window)), ["into", "last", "over"])
    equal(titles(person, calendar, **window)[1:], ["into", "last"])
    equal(sorted(titles(person, calendar, to=window["to"])), ["before", "into", "last", "over"])
    equal(sorted(titles(person, calendar, **{"from": window["from"]})), ["after", "into", "last", "over"])


def whole_days_and_floating_events_happen_where_one_looks():
    person, calendar = stage({"title": "day", "start_date": "2026-11-24", "end_date": "2026-11-25"},
                             timed("noon", "2026-11-24T12:00:00", "2026-11-24T13:00:00", floating=True),
                             time_zone="Asia/Tokyo")
    # The 24th in Tokyo ends at 15:00 UTC; in Los Angeles it begins at 08:00 UTC.
    late = {"from": "2026-11-24T15:00:00Z", "to": "2026-11-24T16:00:00Z"}
    equal(titles(person, calendar, **late), [])
    equal(titles(person, calendar, time_zone="America/Los_Angeles", **late), ["day"])
    early = {"from": "2026-11-24T03:30:00Z", "to": "2026-11-24T03:40:00Z"}
    equal(titles(person, calendar, **early), ["day", "noon"])
    equal(titles(person, calendar, time_zone="America/Los_Angeles", **early), [])


def filters_work_with_and_without_a_window():
    person, calendar = stage(timed("a", "2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z", status="tentative",
                                   categories=["x", "y"]),
                             timed("b", "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z", uid="b@b", categories=["y"]))
    for window in ({}, {"from": "2026-11-24T00:00:00Z", "to": "2026-11-25T00:00:00Z"}):
        equal(titles(person, calendar, **window), ["a", "b"])
        equal(titles(person, calendar, status="tentative", **window), ["a"])
        equal(titles(person, calendar, uid="b@b", **window), ["b"])
        equal(titles(person, calendar, category="x", **window), ["a"])
        equal(titles(person, calendar, category="y", **window), ["a", "b"])
        equal(titles(person, calendar, updated_since="2020-01-01T00:00:00Z", **window), ["a", "b"])
        equal(titles(person, calendar, updated_since="2200-01-01T00:00:00Z", **window), [])


def deleted_events_are_shown_only_when_asked_for():
    person, calendar = stage(timed("a", "2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z"))
    gone = person.event(calendar, **timed("b", "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z"))
    outcome(person.does("delete_event", calendar_id=calendar, event_id=gone["id"]), "ok")
    for window in ({}, {"from": "2026-11-24T00:00:00Z", "to": "2026-11-25T00:00:00Z"}):
        equal(titles(person, calendar, **window), ["a"])
        rows = person.does("list_events", calendar_id=calendar, include_deleted=True, **window)
        equal([(row["id"] == gone["id"], row["status"]) for row in rows],
              [(False, "confirmed"), (True, "cancelled")])
        assert rows[1]["deleted_at"] is not None


def pages_have_no_doubles_and_no_holes():
    same = ("2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z")
    person, calendar = stage(*(timed(f"e{i}", *same) for i in range(7)),
                             {"title": "day", "start_date": "2026-11-24", "end_date": "2026-11-25"})
    for window in ({}, {"from": "2026-11-24T00:00:00Z", "to": "2026-11-25T00:00:00Z"}):
        seen, after = [], None
        while True:
            rows = person.does("list_events", calendar_id=calendar, limit=2, after=after, **window)
            seen += [row["title"] for row in rows[:2]]
            if len(rows) < 3:
                break
            after = rows[1]["cursor_key"]
        equal(sorted(seen), ["day"] + [f"e{i}" for i in range(7)])


def an_empty_list_has_no_rows_and_a_refusal_has_one():
    person, calendar = stage()
    equal(person.does("list_events", calendar_id=calendar), [])
    busy = Person()
    person.shares(calendar, busy, "freebusy")
    [row] = busy.does("list_events", calendar_id=calendar)
    outcome(row, "freebusy_only")


def an_unknown_zone_is_refused_before_it_is_used():
    person, calendar = stage({"title": "day", "start_date": "2026-11-24", "end_date": "2026-11-25"})
    [row] = person.does("list_events", calendar_id=calendar, time_zone="Mars/Base",
                        **{"from": "2026-11-01T00:00:00Z"})
    errors(outcome(row, "malformed_query"), ("time_zone", "unknown_time_zone"))


def occurrences_need_a_window_of_bounded_length():
    person, calendar = stage()
    [row] = person.does("list_events", calendar_id=calendar, expand="occurrences")
    errors(outcome(row, "malformed_query"), ("from", "required"), ("to", "required"))
    [row] = person.does("list_events", calendar_id=calendar, expand="occurrences", time_zone="Mars/Base",
                        **{"from": "2026-01-01T00:00:00Z", "to": "2027-02-06T00:00:01Z"})
    errors(row, ("to", "too_large"), ("time_zone", "unknown_time_zone"))
