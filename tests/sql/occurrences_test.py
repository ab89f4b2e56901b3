"""The candidates of windows: what is handed out to be expanded, in which order, and to whom."""

import cluster
from world import Person, equal, errors, outcome, session

WINDOW = {"from": "2026-11-24T00:00:00Z", "to": "2026-11-25T00:00:00Z"}


def timed(title, start, end, **more):
    return {"title": title, "start_time": start, "end_time": end, **more}


def stage(*bodies):
    person = Person()
    calendar = person.calendar()
    return person, calendar, [person.event(calendar, **body)["id"] for body in bodies]


def repeat(event, rule="FREQ=DAILY"):
    """As a write with a plan would leave it."""
    session().run(f"UPDATE events SET rrule = '{rule}', span = tstzrange(lower(span), 'infinity') WHERE id = '{event}'")


def exception(event, of, slot):
    session().run(f"UPDATE events SET series_id = '{of}', recurrence_id = '{slot}' WHERE id = '{event}'")


def expanded(person, calendar, **how):
    return session().rows(cluster.statement("expand_events", caller=person.id, calendar_id=calendar, **{**WINDOW, **how}))


def series_are_candidates_and_the_rest_stands_in_order():
    person, calendar, ids = stage(timed("series", "2026-01-01T09:00:00Z", "2026-01-01T10:00:00Z"),
                                  timed("late", "2026-11-24T12:00:00Z", "2026-11-24T13:00:00Z"),
                                  timed("early", "2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z"),
                                  timed("outside", "2026-11-25T08:00:00Z", "2026-11-25T09:00:00Z"))
    repeat(ids[0])
    rows = expanded(person, calendar)
    equal([(row["title"], row["recurs"]) for row in rows if row["recurs"]], [("series", True)])
    equal([row["title"] for row in rows if not row["recurs"]], ["early", "late"])
    equal([row["stored_rrule"] for row in rows if row["recurs"]], ["FREQ=DAILY"])
    equal(rows[0]["viewer_zone"], "Europe/Berlin")


def a_page_of_singles_follows_its_cursor_and_series_stay():
    person, calendar, ids = stage(*(timed(f"e{i}", "2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z") for i in range(5)),
                                  timed("series", "2026-01-01T09:00:00Z", "2026-01-01T10:00:00Z"))
    repeat(ids[5])
    seen, after = [], None
    while True:
        rows = [row for row in expanded(person, calendar, limit=2, after=after) if not row["recurs"]]
        seen += [row["id"] for row in rows[:2]]
        if len(rows) < 3:
            break
        after = f"{rows[1]['place_s']} {rows[1]['place_id']}"
    equal(seen, sorted(ids[:5]))


def an_exception_is_named_after_its_series_and_covers_its_slot():
    person, calendar, ids = stage(timed("series", "2026-01-01T09:00:00Z", "2026-01-01T10:00:00Z"),
                                  timed("moved out", "2026-12-24T09:00:00Z", "2026-12-24T10:00:00Z"),
                                  timed("moved in", "2026-11-24T15:00:00Z", "2026-11-24T16:00:00Z"))
    repeat(ids[0])
    exception(ids[1], ids[0], "2026-11-24 10:00:00")
    exception(ids[2], ids[0], "2026-12-01 10:00:00")
    rows = expanded(person, calendar)
    series = next(row for row in rows if row["recurs"])
    equal(series["overridden_slots"], ["2026-11-24T10:00:00"])
    equal([row["place_id"] for row in rows if not row["recurs"]], [f"{ids[0]}_20261201T100000"])
    # The suppressed slot does not depend on filters: the exception is no longer "series" by title or status.
    rows = expanded(person, calendar, status="confirmed")
    equal([row["overridden_slots"] for row in rows if row["recurs"]], [["2026-11-24T10:00:00"]])


def refusals_have_one_row():
    person, calendar, _ = stage()
    stranger, busy = Person(), Person()
    person.shares(calendar, busy, "freebusy")
    equal([row["outcome"] for row in expanded(stranger, calendar)], ["not_found"])
    equal([row["outcome"] for row in expanded(busy, calendar)], ["freebusy_only"])
    [row] = expanded(person, calendar, to="2028-01-01T00:00:00Z", time_zone="Mars/Base")
    errors(outcome(row, "malformed_query"), ("to", "too_large"), ("time_zone", "unknown_time_zone"))
    equal(expanded(person, calendar), [])


def busy_times_need_a_role_and_skip_what_is_transparent():
    person, calendar, ids = stage(timed("busy", "2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z"),
                                  timed("free", "2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z",
                                        transparency="transparent"),
                                  timed("off", "2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z", status="cancelled"))
    stranger, other = Person(), Person()
    person.shares(calendar, other, "freebusy")
    body = {**WINDOW, "subjects": [{"calendar_id": calendar}, {"user_id": person.id}]}
    for caller, wanted in ((person, [ids[0], ids[0]]), (other, [ids[0], ids[0]]), (stranger, [None, None])):
        rows = caller.does("query_free_busy", body=body, all=True)
        equal([row["id"] for row in rows], wanted)
        equal([row["viewer_zone"] is None for row in rows], [caller is stranger] * 2)


def a_person_without_calendars_is_simply_free():
    caller, other = Person(), Person()
    rows = caller.does("query_free_busy", body={**WINDOW, "subjects": [{"user_id": other.id}]}, all=True)
    equal([(row["id"], row["viewer_zone"]) for row in rows], [(None, "UTC")])


def working_hours_come_as_minutes():
    person = Person(working_hours=[{"day": 1, "start": "09:00", "end": "17:30"}, {"day": 7, "start": "00:00", "end": "23:59"}])
    rows = person.does("find_times", body={**WINDOW, "attendees": [{"user_id": "me"}]}, all=True)
    equal([row["work_minutes"] for row in rows], ["1 540 1050,7 0 1439"])
