"""Answers from one occurrence of a series on: what is stored, shown, busy, copied and moved."""

import json

import audit_test
from audit_test import split
from series_test import SLOTS, at, basis, patch, plan
from world import equal, errors, outcome, session, sql


class Stage(audit_test.Stage):
    """`reader` is invited to the series of three days, SLOTS."""

    def answers(self, partstat="declined", slot=None, who=None, **body):
        sent = {"partstat": partstat, **({"from_recurrence_id": slot} if slot else {}), **body}
        asked = basis(self.admin, "respondToEvent", self.calendar, self.series["id"], body=sent, slot=slot)
        return (who or self.reader).does("respond_to_event", calendar_id=self.calendar, event_id=self.series["id"], body=sent,
                                         plan=plan(asked))

    def attendee(self):
        shown = self.admin.does("get_event", calendar_id=self.calendar, event_id=self.series["id"])
        return shown["attendees"][0]

    def at(self, slot):
        """The answer that is shown for a slot."""
        row = self.admin.does("get_instance", calendar_id=self.calendar, event_id=self.series["id"], recurrence_id=slot)
        if row["attendees_by_slot"] is None:
            return row["attendees"][0]["partstat"]
        found = sql(f"SELECT attendees_at(e, '{slot}') AS a FROM events e WHERE id = '{self.series['id']}'")
        return found[0]["a"][0]["partstat"]

    def everywhere(self):
        return [self.at(slot) for slot in SLOTS]


def an_answer_holds_from_its_occurrence_on():
    stage = Stage()
    made = outcome(stage.answers(slot=SLOTS[1], comment="on leave"), "ok")
    equal(made["version"], stage.series["version"] + 1)
    equal(made["sequence"], stage.series["sequence"])
    equal(stage.everywhere(), ["needs_action", "declined", "declined"])
    equal(stage.attendee()["partstat_from"], [{"recurrence_id": SLOTS[1], "partstat": "declined", "comment": "on leave"}])
    outcome(stage.answers("accepted", slot=SLOTS[2]), "ok")
    equal(stage.everywhere(), ["needs_action", "declined", "accepted"])
    equal(stage.attendee()["partstat_from"][1]["comment"], "on leave", "a comment stays until there is another:")
    outcome(stage.answers("tentative", slot=SLOTS[0]), "ok")
    equal(stage.everywhere(), ["tentative"] * 3, "an earlier one takes the place of all later ones:")
    outcome(stage.answers("accepted"), "ok")
    equal((stage.everywhere(), "partstat_from" in stage.attendee()), (["accepted"] * 3, False))


def an_occurrence_with_a_row_answers_along_unless_it_was_answered_by_itself():
    stage = Stage()
    outcome(at(stage.admin, "update_instance", stage.calendar, stage.series, SLOTS[1], {"title": "changed"}), "ok")
    asked = basis(stage.admin, "respondToEvent", stage.calendar, stage.series["id"], slot=SLOTS[2])
    outcome(stage.reader.does("respond_to_event", calendar_id=stage.calendar, event_id=stage.series["id"],
                              body={"partstat": "tentative", "recurrence_id": SLOTS[2]}, plan=plan(asked)), "ok")
    outcome(stage.answers(slot=SLOTS[1]), "ok")
    equal(stage.everywhere(), ["needs_action", "declined", "tentative"])
    outcome(stage.answers(slot=SLOTS[2]), "ok")
    equal(stage.everywhere(), ["needs_action", "declined", "declined"], "the one that is named is answered:")


def a_row_that_comes_later_has_the_answer_of_its_slot():
    stage = Stage()
    outcome(stage.answers(slot=SLOTS[1]), "ok")
    for slot in (SLOTS[0], SLOTS[2]):
        outcome(at(stage.admin, "update_instance", stage.calendar, stage.series, slot, {"title": "changed"}), "ok")
    rows = sql("SELECT to_char(e.recurrence_id, 'DD') AS day, a.partstat, a.partstat_from FROM events e JOIN event_attendees a "
               f"ON a.event_id = e.id WHERE e.series_id = '{stage.series['id']}' ORDER BY 1")
    equal([(row["day"], row["partstat"], row["partstat_from"]) for row in rows],
          [("24", "needs_action", None), ("26", "declined", None)])


def an_answer_goes_over_into_both_halves_of_a_split():
    stage = Stage()
    outcome(stage.answers("tentative", slot=SLOTS[0]), "ok")
    outcome(stage.answers("declined", slot=SLOTS[2]), "ok")
    done = outcome(stage.admin.does("split_series", calendar_id=stage.calendar, operation="splitSeries", **split(stage)), "ok")
    before, after = (done[half]["attendees"][0] for half in ("before", "after"))
    equal([each["partstat"] for each in before["partstat_from"]], ["tentative"])
    equal((after["partstat"], [(each["recurrence_id"], each["partstat"]) for each in after["partstat_from"]]),
          ("tentative", [(SLOTS[2], "declined")]))


def answers_move_with_their_series_and_end_with_it():
    stage = Stage()
    outcome(stage.answers(slot=SLOTS[1]), "ok")
    outcome(patch(stage.admin, stage.calendar, stage.series, {"start_time": "2026-11-24T11:00:00"}), "ok")
    equal(stage.attendee()["partstat_from"][0]["recurrence_id"], "20261125T110000")
    outcome(patch(stage.admin, stage.calendar, stage.series, {"recurrence": None}), "ok")
    assert "partstat_from" not in stage.attendee()


def a_list_put_back_as_it_was_read_keeps_answers_and_another_answer_does_not():
    stage = Stage()
    outcome(stage.answers(slot=SLOTS[1]), "ok")
    for partstat, kept in ((None, True), ("needs_action", True), ("accepted", False)):
        guest = {"email": stage.reader.made["email"], **({"partstat": partstat} if partstat else {})}
        stored = sql(f"SELECT store_attendees('{stage.calendar}', '{stage.series['id']}', '[{json.dumps(guest)}]')")
        assert stored
        equal("partstat_from" in stage.attendee(), kept, partstat)


def who_declined_the_rest_is_busy_before():
    stage = Stage()
    outcome(stage.answers("accepted"), "ok")
    outcome(stage.answers("declined", slot=SLOTS[1]), "ok")
    body = {"from": "2026-11-20T00:00:00Z", "to": "2026-12-20T00:00:00Z", "subjects": [{"user_id": stage.reader.id}]}
    rows = stage.reader.does("query_free_busy", body=body, all=True)
    rows = [row for row in rows if row["id"] == stage.series["id"]]
    equal([(row["slot_from_s"], row["slot_to_s"], row["tentative"]) for row in rows], [(None, 1795599000, False)])
    outcome(stage.answers("tentative", slot=SLOTS[2]), "ok")
    rows = stage.reader.does("query_free_busy", body=body, all=True)
    equal(sorted((row["slot_from_s"] or 0, row["tentative"]) for row in rows if row["id"] == stage.series["id"]),
          [(0, False), (1795685400, True)])


def a_wrong_place_is_refused():
    stage = Stage()
    asked = basis(stage.admin, "respondToEvent", stage.calendar, stage.series["id"], slot="20261201T093000")
    outcome(stage.reader.does("respond_to_event", calendar_id=stage.calendar, event_id=stage.series["id"],
                              body={"partstat": "declined", "from_recurrence_id": "20261201T093000"},
                              plan=plan(asked, slot_valid=False)), "not_an_occurrence")
    outcome(stage.reader.does("respond_to_event", calendar_id=stage.calendar, event_id=stage.event["id"],
                              body={"partstat": "declined", "from_recurrence_id": SLOTS[0]}), "not_an_occurrence")
    errors(outcome(stage.answers(slot=SLOTS[1], recurrence_id=SLOTS[1]), "invalid_fields"), ("/from_recurrence_id", "excluded"))
    outcome(stage.answers(slot=SLOTS[1], who=stage.admin), "not_invited")
    history = [{"slot": f"2026-01-{day:02}T00:00:00", "partstat": "accepted"} for day in range(1, 31)] * 2
    session().run(f"UPDATE event_attendees SET partstat_from = '{json.dumps(history[:32])}' "
                  f"WHERE event_id = '{stage.series['id']}'")
    errors(outcome(stage.answers(slot=SLOTS[1]), "invalid_fields"), ("/from_recurrence_id", "too_many"))


def changed_occurrences_take_part_in_what_happens_to_the_guests_of_their_series():
    stage = Stage()
    outcome(at(stage.admin, "update_instance", stage.calendar, stage.series, SLOTS[1], {"title": "changed"}), "ok")
    mail = stage.reader.made["email"]
    for person, name, more, due in ((stage.admin, "put_attendee", {"email": mail, "body": {"role": "chair", "name": "R"}}, ("chair", "R", "needs_action")),
                                    (stage.reader, "respond_to_event", {"body": {"partstat": "accepted"}}, ("chair", "R", "accepted"))):
        outcome(person.does(name, calendar_id=stage.calendar, event_id=stage.series["id"], **more), "ok")
        rows = sql("SELECT e.seq = c.seq AS is_heard_of, a.role, a.name, a.partstat FROM events e JOIN event_attendees a ON "
                   f"a.event_id = e.id JOIN calendars c ON c.id = e.calendar_id WHERE e.series_id = '{stage.series['id']}'")
        equal(rows, [{"is_heard_of": True, **dict(zip(("role", "name", "partstat"), due))}], name)
    outcome(stage.admin.does("remove_attendee", calendar_id=stage.calendar, event_id=stage.series["id"], email=mail), "ok")
    rows = sql("SELECT e.seq = c.seq AS is_heard_of, e.attendee_count FROM events e JOIN calendars c ON c.id = e.calendar_id "
               f"WHERE e.series_id = '{stage.series['id']}'")
    equal(rows, [{"is_heard_of": True, "attendee_count": 0}])
