"""How the reads run: by index, inlined, and fast. Thirty thousand events lie in the way."""

import json
import os
import re
import subprocess

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


def authenticate_is_two_index_probes():
    text, ms = explain("authenticate", key_hash="'00'")
    assert "api_keys_hash" in text and "Seq Scan" not in text, text


def get_calendar_reads_by_index():
    text, ms = explain("get_calendar", caller=USER, calendar_id=CALENDAR)
    assert "calendars_pkey" in text and ms < 0.5, (ms, text)
