"""What an event must be: create_event, put_event and update_event share the rules."""

from world import Person, draft, equal, errors, outcome, sql


def maker():
    person = Person()
    calendar = person.calendar()
    return person, calendar, lambda **body: person.does("create_event", calendar_id=calendar, body=draft(**body))


def an_event_has_every_member_and_defaults():
    person, calendar, make = maker()
    made = outcome(make(), "created")
    for member, wanted in {
            "title": "Standup", "start_time": "2026-11-24T09:30:00+01:00", "end_time": "2026-11-24T09:45:00+01:00",
            "time_zone": "Europe/Berlin", "is_all_day": False, "floating": False, "status": "confirmed",
            "visibility": "default", "transparency": "opaque", "attendees": [], "reminders": [], "categories": [],
            "metadata": {}, "color": None, "recurrence": None, "version": 1, "sequence": 0, "masked": False,
            "calendar_id": calendar, "creator_user_id": person.id, "is_exception": False, "start_date": None,
            "deleted_at": None, "uid": made["id"]}.items():
        equal(made[member], wanted, member)
    equal(made["organizer"]["user_id"], person.id)


def an_offset_is_an_instant_shown_in_the_zone():
    made = maker()[2](start_time="2026-11-24T09:30:00Z", end_time="2026-11-24T12:00:00+02:00")
    equal((made["start_time"], made["end_time"]), ("2026-11-24T10:30:00+01:00", "2026-11-24T11:00:00+01:00"))


def a_skipped_time_is_refused_at_both_ends():
    row = outcome(maker()[2](start_time="2026-03-29T02:30:00", end_time="2026-03-29T02:45:00"),
                  "nonexistent_local_time")
    errors(row, ("/start_time", "nonexistent_local_time"), ("/end_time", "nonexistent_local_time"))


def an_ambiguous_time_is_the_first_unless_an_offset_says_the_second():
    make = maker()[2]
    first = make(start_time="2026-10-25T02:30:00", end_time="2026-10-25T05:00:00")
    equal(first["start_time"], "2026-10-25T02:30:00+02:00")
    second = make(start_time="2026-10-25T02:30:00+01:00", end_time="2026-10-25T05:00:00")
    equal(second["start_time"], "2026-10-25T02:30:00+01:00")
    equal(sql(f"SELECT start_fold AS fold, duration_s AS s FROM events WHERE id = '{second['id']}'"),
          [{"fold": 1, "s": 9000}])
    equal(sql(f"SELECT duration_s AS s FROM events WHERE id = '{first['id']}'"), [{"s": 12600}])


def strange_zones_keep_their_instants():
    make = maker()[2]
    half = make(time_zone="Australia/Lord_Howe", start_time="2026-04-05T01:45:00", end_time="2026-04-05T03:00:00")
    equal(half["start_time"], "2026-04-05T01:45:00+11:00")
    later = make(time_zone="Australia/Lord_Howe", start_time="2026-04-05T01:45:00+10:30",
                 end_time="2026-04-05T03:00:00")
    equal(later["start_time"], "2026-04-05T01:45:00+10:30")
    outcome(make(time_zone="Pacific/Apia", start_time="2011-12-30T12:00:00", end_time="2011-12-31T13:00:00"),
            "nonexistent_local_time")
    old = make(time_zone="Europe/Amsterdam", start_time="1920-01-01T12:00:00Z", end_time="1920-01-01T13:00:00Z")
    instant = sql(f"SELECT ('{old['start_time']}'::timestamptz = '1920-01-01T12:00:00Z') AS same")
    equal(instant, [{"same": True}])


def only_names_of_the_zone_database_are_zones():
    make = maker()[2]
    for name in ("Mars/Base", "CEST", "EST5EDT4,M3.2.0,M11.1.0", "Foo/Bar+3", "europe/berlin", "posix/Europe/Berlin"):
        errors(outcome(make(time_zone=name), "unknown_time_zone"), ("/time_zone", "unknown_time_zone"))
    for name in ("UTC", "Etc/GMT+5", "America/Argentina/Buenos_Aires", "Japan"):
        outcome(make(time_zone=name), "created")


def an_event_has_a_start_and_an_end():
    make = maker()[2]
    errors(outcome(make(end_time=...), "invalid_fields"), ("/end_time", "required"))
    errors(make(start_time=..., end_time=...), ("/start_time", "required"), ("/end_time", "required"))
    errors(make(start_date="2026-11-24"), ("/end_date", "required"))


def dates_and_times_exclude_each_other():
    make = maker()[2]
    errors(make(start_time="2026-11-24T09:30:00", start_date="2026-11-24", end_date="2026-11-25"),
           ("/start_date", "excluded"))
    errors(make(start_date="2026-11-24", end_date="2026-11-25", is_all_day=False), ("/is_all_day", "excluded"))
    errors(make(is_all_day=True), ("/is_all_day", "excluded"))


def the_length_has_bounds():
    make = maker()[2]
    errors(make(end_time="2026-11-24T09:30:00"), ("/end_time", "not_after"))
    errors(make(end_time="2026-11-24T09:30:59"), ("/end_time", "event_too_short"))
    errors(make(end_time="2027-11-25T09:30:01"), ("/end_time", "event_too_long"))
    outcome(make(end_time="2027-11-25T09:30:00"), "created")
    outcome(make(end_time="2026-11-24T09:31:00"), "created")
    errors(make(start_date="2026-11-24", end_date="2026-11-24"), ("/end_date", "not_after"))
    errors(make(start_date="2026-01-01", end_date="2027-01-03"), ("/end_date", "event_too_long"))


def a_day_written_as_times_becomes_a_date():
    make = maker()[2]
    made = outcome(make(is_all_day=True, start_time="2026-11-24T00:00:00", end_time="2026-11-24T23:59:59"), "created")
    equal((made["start_date"], made["end_date"], made["start_time"]), ("2026-11-24", "2026-11-25", None))
    timed = make(start_time="2026-11-24T00:00:00", end_time="2026-11-24T23:59:59")
    equal(timed["is_all_day"], False)


def a_floating_event_has_no_offset():
    made = maker()[2](floating=True, start_time="2026-03-29T02:30:00", end_time="2026-03-29T03:30:00")
    equal((made["start_time"], made["end_time"]), ("2026-03-29T02:30:00", "2026-03-29T03:30:00"))


def every_broken_rule_is_named_at_once():
    row = maker()[2](time_zone="Mars/Base", end_time="2026-11-24T09:00:00",
                     attendees=[{"email": "a@x"}, {"email": "b@x"}, {"email": "A@X"}])
    errors(outcome(row, "invalid_fields"), ("/time_zone", "unknown_time_zone"), ("/end_time", "not_after"),
           ("/attendees/2/email", "duplicate"))


def a_refused_event_leaves_nothing():
    person, calendar, make = maker()
    make(end_time="2026-11-24T09:00:00")
    equal(person.does("get_calendar", calendar_id=calendar)["seq"], 1)
    equal(sql(f"SELECT count(*) AS n FROM events WHERE calendar_id = '{calendar}'"), [{"n": 0}])


def ids_and_uids_are_taken_once():
    person, calendar, make = maker()
    made = make(uid="x@y")
    outcome(make(uid="x@y"), "uid_exists")
    outcome(make(id=made["id"]), "id_exists")
    outcome(person.does("delete_event", calendar_id=calendar, event_id=made["id"]), "ok")
    outcome(make(uid="x@y"), "created")
    outcome(make(id=made["id"]), "id_exists")


def attendees_are_recognised_by_their_address():
    guest = Person(email="Ada@Example.com")
    made = maker()[2](attendees=[{"email": "ada@example.COM", "name": "Ada"}, {"email": "z@z", "role": "optional"}])
    ada, other = made["attendees"]
    equal((ada["user_id"], ada["email"], ada["role"], ada["partstat"]),
          (guest.id, "ada@example.COM", "required", "needs_action"))
    equal((other["user_id"], other["role"], other["comment"]), (None, "optional", None))


def a_wall_time_has_both_its_readings():
    equal(sql("SELECT wall_instant('2026-10-25 02:30', 'Europe/Berlin', 0) AS first,"
              " wall_instant('2026-10-25 02:30', 'Europe/Berlin', 1) AS second,"
              " wall_instant('2026-03-29 02:30', 'Europe/Berlin', 0) AS none,"
              " wall_instant('1969-09-30 12:00', 'Pacific/Kwajalein', 1)"
              " - wall_instant('1969-09-30 12:00', 'Pacific/Kwajalein', 0) AS apart"),
          [{"first": "2026-10-25T00:30:00+00:00", "second": "2026-10-25T01:30:00+00:00", "none": None,
            "apart": "23:00:00"}])
