"""Whom an invitation makes busy, and when: the span beside an attendee follows its event through every write."""

import uuid

import series_test
from world import Person, draft, equal, outcome, session, sql

EVENING = {"start_time": "2026-11-24T19:00:00", "end_time": "2026-11-24T20:00:00"}


def invited(**more):
    """A guest, the host, the host's calendar and an event on 2026-11-24 from 09:30 on that the guest attends."""
    guest, host = Person(email=f"{uuid.uuid4().hex}@x"), Person()
    calendar = host.calendar()
    body = {"attendees": [{"email": guest.made["email"]}], **more}
    return guest, host, calendar, host.event(calendar, **body)


def busy(person, first, last):
    """The ids of what makes a person busy from `first` to `last`, hours of 2026-11-24 in Berlin."""
    rows = person.does("query_free_busy", all=True, body={
        "from": f"2026-11-24T{first:02}:00:00+01:00", "to": f"2026-11-24T{last:02}:00:00+01:00",
        "subjects": [{"user_id": "me"}]})
    return [row["id"] for row in rows if row["id"]]


def an_invitation_counts_where_it_overlaps_the_window():
    guest, _, _, event = invited()
    equal([busy(guest, 8, 10), busy(guest, 6, 8), busy(guest, 10, 12)], [[event["id"]], [], []])


def who_declined_is_free_and_who_did_not_answer_is_tentative():
    guest, _, calendar, event = invited()
    [row] = guest.does("query_free_busy", all=True, body={"from": "2026-11-24T00:00:00Z", "to": "2026-11-25T00:00:00Z",
                                                          "subjects": [{"user_id": "me"}]})
    equal(row["tentative"], True)
    outcome(guest.does("respond_to_event", calendar_id=calendar, event_id=event["id"], body={"partstat": "declined"}), "ok")
    equal(busy(guest, 0, 23), [])


def an_invitation_moves_with_its_event():
    guest, host, calendar, event = invited()
    outcome(host.does("update_event", calendar_id=calendar, event_id=event["id"], body=EVENING), "ok")
    equal([busy(guest, 8, 10), busy(guest, 18, 21)], [[], [event["id"]]])


def an_invitation_moves_with_its_event_to_another_calendar():
    guest, host, calendar, event = invited()
    other = host.calendar()
    outcome(host.does("update_event", calendar_id=calendar, event_id=event["id"], body={**EVENING, "calendar_id": other}), "ok")
    equal([busy(guest, 8, 10), busy(guest, 18, 21)], [[], [event["id"]]])


def who_is_invited_later_is_busy_too():
    guest, host, calendar, event = invited(attendees=[])
    equal(busy(guest, 8, 10), [])
    outcome(host.does("put_attendee", calendar_id=calendar, event_id=event["id"], email=guest.made["email"], body={}), "created")
    equal(busy(guest, 8, 10), [event["id"]])


def an_all_day_invitation_happens_in_the_day_of_the_guest():
    guest, _, _, event = invited(**draft(start_date="2026-11-25", end_date="2026-11-26", transparency="opaque"))
    # The guest's zone is UTC: the day begins at one in Berlin. Its span is wider by 14 hours.
    equal(busy(guest, 0, 23), [])
    [row] = guest.does("query_free_busy", all=True, body={"from": "2026-11-25T00:00:00Z", "to": "2026-11-25T01:00:00Z",
                                                          "subjects": [{"user_id": "me"}]})
    equal(row["id"], event["id"])


def who_leaves_one_occurrence_is_free_then():
    guest = Person(email=f"{uuid.uuid4().hex}@x")
    host, calendar, event = series_test.stage(attendees=[{"email": guest.made["email"]}])
    equal(busy(guest, 8, 10), [event["id"]])
    series_test.OPERATIONS["remove_attendee"] = "removeAttendee"
    outcome(series_test.at(host, "remove_attendee", calendar, event, series_test.SLOTS[0], email=guest.made["email"]), "ok")
    # The series still answers for its other occurrences, and says that this slot is not its own.
    rows = guest.does("query_free_busy", all=True, body={"from": "2026-11-24T00:00:00Z", "to": "2026-11-25T00:00:00Z",
                                                         "subjects": [{"user_id": "me"}]})
    equal([(row["id"], row["overridden_slots"]) for row in rows], [(event["id"], ["2026-11-24T09:30:00"])])


def every_span_beside_an_attendee_is_that_of_its_event():
    """Whatever other tests wrote in this database; and a row as a release writes it that does not know the column."""
    _, _, calendar, event = invited()
    session().run(f"""INSERT INTO event_attendees (calendar_id, event_id, email_key, position, email, role, partstat)
        VALUES ('{calendar}', '{event["id"]}', 'b@b', 2, 'b@b', 'required', 'accepted')""")
    [row] = sql("""SELECT count(*) AS all, count(*) FILTER (WHERE a.span IS DISTINCT FROM e.span) AS wrong
        FROM event_attendees a JOIN events e ON e.calendar_id = a.calendar_id AND e.id = a.event_id""")
    assert row["all"] > 1 and row["wrong"] == 0, row
