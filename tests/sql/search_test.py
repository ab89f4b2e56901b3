"""What searchEvents finds, in which order, and for whom."""

from occurrences_test import repeat
from world import Person, equal, errors, outcome


def stage(*bodies):
    person = Person(email=None)
    calendar = person.calendar()
    return person, calendar, [person.event(calendar, **body)["id"] for body in bodies]


def found(person, q, **how):
    rows = person.does("search_events", q=q, all=True, **how)
    assert all(row["outcome"] == "ok" for row in rows), rows
    return [row["title"] for row in rows]


def words_match_without_case_accents_and_punctuation_and_the_last_one_unfinished():
    person, _, _ = stage({"title": "Café Zürich: Kickoff!"}, {"title": "Встреча с Ольгой"}, {"title": "会议 計画"},
                         {"title": "Cafe\u0301 décomposé"}, {"title": "well-known O'Brien"})
    equal(found(person, "cafe zurich"), ["Café Zürich: Kickoff!"])
    equal(found(person, "CAFÉ ZÜR"), ["Café Zürich: Kickoff!"])
    equal(found(person, "zur cafe"), [], "only the last word may be unfinished")
    equal(found(person, "встр"), ["Встреча с Ольгой"])
    equal(found(person, "会议"), ["会议 計画"])
    equal(found(person, "decompose"), ["Cafe\u0301 décomposé"])
    equal(found(person, "known"), ["well-known O'Brien"])
    equal(found(person, "O'Brien"), ["well-known O'Brien"])


def a_title_counts_more_than_a_place_and_that_more_than_a_description_and_a_guest():
    person, _, _ = stage({"title": "d", "attendees": [{"email": "x@moon.example", "name": "Moon"}]},
                         {"title": "c", "description": "moon " * 30}, {"title": "b", "location": "moon"},
                         {"title": "Moon"})
    equal(found(person, "moon"), ["Moon", "b", "c", "d"])


def of_equal_ones_the_latest_comes_first_and_pages_follow_their_cursor():
    person, _, _ = stage(*({"title": f"plan {i}", "start_time": f"2026-11-{10 + i // 2}T09:00:00",
                            "end_time": f"2026-11-{10 + i // 2}T10:00:00"} for i in range(7)))
    whole = found(person, "plan")
    equal([title[-1] for title in whole][0], "6")
    seen, after = [], None
    while True:
        rows = person.does("search_events", q="plan", all=True, limit=2, after=after)
        seen += [row["title"] for row in rows[:2]]
        if len(rows) < 3:
            break
        after = rows[1]["cursor_key"]
    equal(seen, whole)


def what_is_typed_is_never_an_operator():
    person, _, _ = stage({"title": "a & b"}, {"title": "plain"})
    for q in ("' OR 1=1 --", "plain | a", "!plain", "plain:*", "a <-> b:*", "\\'", "((", "%", "plain & !a", "$$ plain"):
        rows = person.does("search_events", q=q, all=True)
        assert rows == [] or rows[0]["outcome"] in ("ok", "malformed_query"), (q, rows)
    equal(found(person, "!plain"), ["plain"])
    equal(found(person, "plain:*"), ["plain"])
    equal(found(person, "plain | a"), [], "both words are wanted")
    equal(found(person, "pla:B"), [], "a weight is a word")


def a_question_without_a_word_is_refused():
    person, _, _ = stage({"title": "🎉 party"})
    for q in ("🎉", "!?&|:*", "   ", "'"):
        errors(outcome(person.does("search_events", q=q), "malformed_query"), ("q", "format"))
    equal(found(person, "🎉 par"), ["🎉 party"])
    person.event(person.calendar(), title="the and of")
    equal(found(person, "the"), ["the and of"], "no word is too common")


def words_follow_every_change():
    person, calendar, (event,) = stage({"title": "first", "attendees": [{"email": "ada@example.com", "name": "Ada"}]})
    equal(found(person, "ada first"), ["first"])
    equal(found(person, "example"), ["first"])
    person.does("update_event", calendar_id=calendar, event_id=event, body={"title": "second"})
    equal((found(person, "first"), found(person, "second ada")), ([], ["second"]))
    person.does("put_attendee", calendar_id=calendar, event_id=event, email="ada@example.com", body={"name": "Augusta"})
    equal((found(person, "augusta"), found(person, "second")), (["second"], ["second"]))
    person.does("put_attendee", calendar_id=calendar, event_id=event, email="bob@example.com", body={"name": "Bob"})
    equal(found(person, "bob"), ["second"])
    other = person.calendar()
    outcome(person.does("update_event", calendar_id=calendar, event_id=event, body={"calendar_id": other}), "ok")
    equal(found(person, "bob", calendar_ids="{%s}" % other), ["second"], "moved, with its people:")
    person.does("remove_attendee", calendar_id=other, event_id=event, email="bob@example.com")
    equal(found(person, "bob"), [])
    person.does("delete_event", calendar_id=other, event_id=event)
    equal(found(person, "second"), [])


def filters_narrow_what_is_found():
    person, calendar, _ = stage(
        {"title": "call", "attendees": [{"email": "Ada@example.com"}]},
        {"title": "call late", "start_time": "2027-01-01T09:00:00", "end_time": "2027-01-01T10:00:00"})
    equal(found(person, "call", attendee="ada@EXAMPLE.com"), ["call"])
    equal(found(person, "call", attendee="da@example.com"), [])
    equal(found(person, "call", **{"from": "2027-01-01T00:00:00Z"}), ["call late"])
    equal(found(person, "call", to="2027-01-01T00:00:00Z"), ["call"])
    errors(outcome(person.does("search_events", q="call", time_zone="Mars/Base"), "malformed_query"),
           ("time_zone", "unknown_time_zone"))


def a_series_is_found_once_and_its_exception_only_by_its_own_words():
    person, calendar, ids = stage({"title": "yoga"}, {"title": "yoga outside"}, {"title": "yoga"})
    repeat(ids[0])
    for event, slot in ((ids[1], "2026-11-25"), (ids[2], "2026-11-26")):
        cluster_sql(f"UPDATE events SET series_id = '{ids[0]}', recurrence_id = '{slot} 09:30:00' WHERE id = '{event}'")
    equal(found(person, "yoga"), ["yoga"])
    equal(found(person, "outside"), ["yoga outside"])
    equal(found(person, "yoga", **{"from": "2030-01-01T00:00:00Z", "to": "2030-02-01T00:00:00Z"}), ["yoga"])
    equal(found(person, "yoga", to="2026-01-01T00:00:00Z"), [])


def nobody_finds_what_they_may_not_read():
    person, calendar, _ = stage({"title": "open treasure"}, {"title": "hidden treasure", "visibility": "private"})
    reader, editor, busy, stranger = (Person() for _ in range(4))
    for other, role in ((reader, "reader"), (editor, "editor"), (busy, "freebusy")):
        person.shares(calendar, other, role)
    equal(found(reader, "treasure"), ["open treasure"], "not even masked:")
    equal(sorted(found(editor, "treasure")), ["hidden treasure", "open treasure"])
    equal((found(busy, "treasure"), found(stranger, "treasure")), ([], []))
    named = {"q": "treasure", "calendar_ids": "{%s}" % calendar}
    errors(outcome(busy.does("search_events", **named), "freebusy_only"), ("calendar_ids", "unknown_reference"))
    errors(outcome(stranger.does("search_events", **named), "not_found"), ("calendar_ids", "unknown_reference"))


def as_many_words_as_an_event_can_have_are_stored():
    people = [{"email": f"{i:03}{'x' * 200}@example.com", "name": " ".join(chr(0x4E00 + i * 60 + k) for k in range(60))}
              for i in range(300)]
    person, _, _ = stage({"title": "full", "description": "\ufdfa" * 8192, "attendees": people})
    equal(found(person, "full"), ["full"])


def cluster_sql(text):
    from world import session
    session().run(text)
