"""How the reads run: by index, inlined, and fast. Thirty thousand events lie in the way."""

import json
import os
import re
import subprocess
import uuid

import cluster
import sqltext
import world

USER, CALENDAR = "md5('bench-user-1')::uuid", "md5('bench-calendar-1')::uuid"


def seed():
    if world.sql("SELECT 1 AS x FROM users WHERE username = 'bench-1'"):
        return
    subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-h", cluster.HOME, "-U", "postgres", "-v", "users=300",
                    "-v", "calendars=300", "-v", "events=100", "-f", os.path.join(cluster.ROOT, "tests/sql/seed.sql"), "postgres"], check=True)


def explain(name, **values):
    """The generic plan of a read as the server prepares it: (text, milliseconds on a warm cache)."""
    seed()
    numbers, types = {}, []

    def put(each, _):
        if each not in numbers:
            numbers[each] = len(numbers) + 1
            types.append(cluster.GUESS.get(each, "text"))
        return f"(${numbers[each]})"

    sql = sqltext.rewrite(sqltext.without_comments(cluster.files()[name]).rstrip(";"), put)
    given = ", ".join(values.get(each, f"NULL::{kind}") for each, kind in zip(numbers, types))
    session = cluster.Session()
    try:
        session.run(f"SET plan_cache_mode = force_generic_plan; PREPARE s ({', '.join(types)}) AS {sql}")
        for _ in range(5):
            session.run(f"EXECUTE s({given})")
        best = min((json.loads(session.run(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) EXECUTE s({given})"))[0]
                    for _ in range(5)), key=lambda each: each["Execution Time"])
        text = session.run(f"EXPLAIN (ANALYZE, TIMING OFF, COSTS OFF, VERBOSE) EXECUTE s({given})")
    finally:
        session.close()
    if os.environ.get("SHOW_PLANS"):
        print(f"--- {name} {values}: {best['Execution Time']} ms\n{text}")
    return text, best["Execution Time"]


def plan_of(function, first, last):
    """The generic plan of the query inside a function of lib/event_list.sql."""
    session = cluster.Session()
    try:
        session.run("LOAD 'auto_explain'; SET plan_cache_mode = force_generic_plan; SET client_min_messages = log;"
                    "SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on;"
                    "SET auto_explain.log_analyze = on; SET auto_explain.log_timing = off")
        deleted = "" if function in ("page_of_window", "occurrence_places") else "false, "
        text = session.run(f"SELECT * FROM {function}({CALENDAR}, {USER}, 'owner', 'UTC', {first}, {last}, NULL, NULL,"
                           f" NULL, NULL, {deleted}NULL, 10)")
    finally:
        session.close()
    if os.environ.get("SHOW_PLANS"):
        print(text)
    return text


def reads_by_index_alone(text):
    ran = re.sub(r"\n *->  [^\n]*\(never executed\)[^\n]*", "", text)
    assert "Seq Scan" not in ran, text
    for function in ("event_answer", "role_on", "instant_text", "zone_shift", "wall_text"):
        assert function not in text, f"{function} was not inlined:\n{text}"


def get_event_is_a_few_index_probes():
    text, ms = explain("get_event", caller=USER, calendar_id=CALENDAR, event_id="md5('bench-event-1-50')::uuid")
    reads_by_index_alone(text)
    assert "events_pkey" in text and ms < 0.5, (ms, text)


def a_window_is_found_by_the_gist_index():
    text, ms = explain("list_events", caller=USER, calendar_id=CALENDAR, limit="50",
                       **{"from": "'2026-01-02T00:00:00Z'", "to": "'2026-01-02T12:00:00Z'"})
    reads_by_index_alone(text)
    assert "events_pkey" in text and "Hash" not in text and ms < 2, (ms, text)
    text = plan_of("page_of_window", "'2026-01-02T00:00:00Z'", "'2026-01-02T12:00:00Z'")
    assert "events_span" in text and "Seq Scan" not in text, text


def without_a_window_a_page_stops_early():
    text, ms = explain("list_events", caller=USER, calendar_id=CALENDAR, limit="9")
    reads_by_index_alone(text)
    assert "events_pkey" in text and "Hash" not in text and ms < 2, (ms, text)
    text = plan_of("page_in_order", "NULL", "NULL")
    assert re.search(r"Index Scan using events_start[^\n]*rows=10 ", text) and "Sort" not in text, text


def candidates_of_a_window_are_found_by_the_gist_index():
    text, ms = explain("expand_events", caller=USER, calendar_id=CALENDAR, limit="50",
                       **{"from": "'2026-01-02T00:00:00Z'", "to": "'2026-01-02T12:00:00Z'"})
    assert "Seq Scan" not in text and "events_pkey" in text and "Hash" not in text and ms < 3, (ms, text)
    text = plan_of("occurrence_places", "'2026-01-02T00:00:00Z'", "'2026-01-02T12:00:00Z'")
    assert "events_span" in text and "Seq Scan" not in text, text


def invitations_are_found_by_person_and_window():
    seed()
    session = cluster.Session()
    try:
        # So many that who reads more than the window's own is found out; statistics as of a database in use.
        session.run(f"""BEGIN;
            INSERT INTO event_attendees (calendar_id, event_id, email_key, position, email, role, partstat, user_id)
            SELECT e.calendar_id, e.id, 'guest@x', 1, 'guest@x', 'required', 'accepted', {USER} FROM events e
            JOIN calendars c ON c.id = e.calendar_id AND c.name LIKE 'Calendar %';
            ANALYZE event_attendees; LOAD 'auto_explain'; SET plan_cache_mode = force_generic_plan;
            SET client_min_messages = log; SET auto_explain.log_min_duration = 0;
            SET auto_explain.log_nested_statements = on; SET auto_explain.log_analyze = on""")
        text = session.run(f"SELECT * FROM busy_of_invitations({USER}, {USER}, 'UTC', '2026-01-02T00:00:00Z',"
                           " '2026-01-02T02:00:00Z'); ROLLBACK")
    finally:
        session.close()
    rows = int(re.search(r"event_attendees_busy\b[^\n]* rows=(\d+) loops=1\)", text).group(1))
    assert "Seq Scan" not in text and "events_pkey" in text and "events_span" not in text, text[:6000]
    assert 500 < rows < 700, (rows, text)


def authenticate_is_two_index_probes():
    text, ms = explain("authenticate", key_hash="'00'")
    assert "api_keys_hash" in text and "Seq Scan" not in text, text


def get_calendar_reads_by_index():
    text, ms = explain("get_calendar", caller=USER, calendar_id=CALENDAR)
    assert "calendars_pkey" in text and ms < 0.5, (ms, text)


# ---- a database that was never analysed -------------------------------------------------------------------

def empty():
    """A session in a database of its own, whose tables have never held a row."""
    cluster.Session(setup=False).run("DROP DATABASE IF EXISTS empty WITH (FORCE)")
    cluster.Session(setup=False).run("CREATE DATABASE empty")
    cluster.load(cluster.Session(setup=False, database="empty"))
    return cluster.Session(database="empty")


def by_key_alone(text):
    """Every look at one row is by the primary key or by its uid: no index on something else, filtered by those."""
    assert not re.search(r"Filter: [^\n]*\bu?id = ", text), text
    for table in ("events", "calendars"):
        for index in re.findall(rf"using (\w+) on (?:public\.)?{table}\b[^\n]*\n +Index Cond: [^\n]*\bid = ", text):
            assert index == f"{table}_pkey", (index, text)
        assert f"Seq Scan on {table}" not in text, text


def on_an_empty_database_one_row_is_read_by_its_key():
    session = empty()
    for name in ("get_event", "get_calendar", "list_acl"):
        numbers, types = {}, []

        def put(each, _, numbers=numbers, types=types):
            if each not in numbers:
                numbers[each] = len(numbers) + 1
                types.append(cluster.GUESS.get(each, "text"))
            return f"(${numbers[each]})"

        sql = sqltext.rewrite(sqltext.without_comments(cluster.files()[name]).rstrip(";"), put)
        session.run(f"SET plan_cache_mode = force_generic_plan; PREPARE {name} ({', '.join(types)}) AS {sql}")
        text = session.run(f"EXPLAIN EXECUTE {name}({', '.join('NULL' for _ in types)})")
        if os.environ.get("SHOW_PLANS"):
            print(f"--- {name}, empty\n{text}")
        by_key_alone(text)
        if name == "get_event":
            assert text.count("events_pkey") == 2 and "calendars_pkey" in text, text
    session.close()


def writes_find_their_rows(events):
    """Plans are made by how long a table is, even where nothing else is known of it: so many rows lie in it."""
    session = empty()
    person = world.Person.__new__(world.Person)
    user, calendar, event, other = (str(uuid.uuid4()) for _ in range(4))
    person.id, person.admin = user, False
    session.run(f"INSERT INTO users (id, username, created_at, updated_at) VALUES ('{user}', '{user}', now(), now());"
                f"INSERT INTO calendars (id, owner_user_id, owner_since, name, created_at, updated_at) SELECT id,"
                f" '{user}', now(), 'c', now(), now() FROM unnest(ARRAY['{calendar}', '{other}']::uuid[]) id")
    session.run(f"INSERT INTO events (id, calendar_id, uid, seq, title, is_all_day, floating, tzid, start_local,"
                f" duration_s, start_utc, end_utc, span, status, visibility, transparency, body, creator_user_id,"
                f" created_at, updated_at) SELECT id, '{calendar}', id, n, 't', false, false, 'UTC', at, 3600, at,"
                f" at + interval '1 hour', tstzrange(at, at + interval '1 hour'), 'confirmed', 'default', 'opaque', '{{}}',"
                f" '{user}', at, at FROM generate_series(1, {events}) n,"
                f" LATERAL (SELECT md5('{calendar}' || n)::uuid, timestamp '2026-01-01' + n * interval '1 hour') AS t (id, at)")
    session.run("LOAD 'auto_explain'; SET plan_cache_mode = force_generic_plan; SET client_min_messages = log;"
                "SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on")
    looks = 0
    for name, values in (("create_event", {"body": world.draft(id=event, attendees=[{"email": "a@b"}])}),
                         ("put_event", {"event_id": event, "body": world.draft(), "if_match": 1}),
                         ("update_event", {"event_id": event, "body": {"title": "x"}}),
                         ("update_event", {"event_id": event, "body": {"calendar_id": other}}),
                         ("delete_event", {"event_id": event}),
                         ("update_calendar", {"body": {"name": "x"}}),
                         ("delete_calendar", {})):
        where = other if name == "delete_event" else calendar
        text = session.run(cluster.statement(name, caller=user, calendar_id=where, **values))
        assert re.search(r"\b(created|ok)\b", text), text
        by_key_alone(text)
        looks += len(re.findall(r"using (?:events|calendars)_pkey", text))
    assert looks > 20, looks
    session.close()


def on_an_empty_database_writes_find_their_rows_by_key():
    writes_find_their_rows(0)


def on_a_database_that_was_never_analysed_writes_find_their_rows_by_key():
    for events in (100, 400, 2000):
        writes_find_their_rows(events)


def words_are_looked_up_within_the_calendar():
    """Every event of the 300 calendars has the word; those of other calendars are not looked at."""
    seed()
    session = cluster.Session()
    try:
        session.run("LOAD 'auto_explain'; SET plan_cache_mode = force_generic_plan; SET client_min_messages = log;"
                    "SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on;"
                    "SET auto_explain.log_analyze = on; SET auto_explain.log_timing = off")
        text = session.run(f"SELECT count(*) FROM search_places({CALENDAR}, {USER}, 'owner', 'UTC', search_query('event'),"
                           " NULL, NULL, NULL)")
    finally:
        session.close()
    found = re.search(r"Bitmap Index Scan on events_text[^\n]*rows=(\d+) loops[^\n]*\n[^\n]*Index Cond: ([^\n]*)", text)
    assert found and "calendar_id" in found.group(2) and "tsv" in found.group(2) and int(found.group(1)) <= 100, text
