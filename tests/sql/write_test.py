"""What every write promises: once per Idempotency-Key, in the order of seq, with a line in the audit."""

import os
import time
import uuid

import cluster
import world
from world import Person, draft, equal, outcome, sql


def stage():
    person = Person()
    return person, person.calendar(), {"idempotency_key": uuid.uuid4().hex, "request_hash": "h"}


def same(first, again):
    equal(again["replayed"], True)
    equal({**again, "replayed": None}, {**first, "replayed": None})


def a_repeated_request_gets_the_stored_answer():
    person, calendar, key = stage()
    make = lambda: person.does("create_event", calendar_id=calendar, **key, body=draft(  # noqa: E731
        attendees=[{"email": "a@b"}], metadata={"a": "b"}))
    first = outcome(make(), "created")
    person.does("update_event", calendar_id=calendar, event_id=first["id"], body={"title": "Later"})
    same(first, make())
    equal(sql(f"SELECT count(*) AS n FROM events WHERE calendar_id = '{calendar}'"), [{"n": 1}])


def every_write_can_be_repeated():
    person, calendar, _ = stage()
    other = Person()
    event = person.event(calendar)
    for name, values in (
            ("create_calendar", {"body": {"name": "x"}}),
            ("update_calendar", {"calendar_id": calendar, "body": {"name": "y"}}),
            ("put_acl_rule", {"calendar_id": calendar, "user_id": other.id, "body": {"role": "reader"}}),
            ("delete_acl_rule", {"calendar_id": calendar, "user_id": other.id}),
            ("put_event", {"calendar_id": calendar, "event_id": event["id"], "body": draft(), "if_match": 1}),
            ("update_event", {"calendar_id": calendar, "event_id": event["id"], "body": {"title": "x"}}),
            ("delete_event", {"calendar_id": calendar, "event_id": event["id"]}),
            ("update_user", {"user_id": person.id, "body": {"display_name": "x"}}),
            ("create_api_key", {"user_id": person.id, "body": {"name": "x", "scopes": ["events:read"]},
                                "secret_hash": uuid.uuid4().hex, "secret_prefix": "p", "secret_sealed": "s"}),
            ("batch", {}),
            ("delete_calendar", {"calendar_id": calendar})):
        key = {"idempotency_key": uuid.uuid4().hex, "request_hash": "h"}
        first = person.does(name, **values, **key)
        assert first["outcome"] in ("ok", "created"), (name, first)
        same(first, person.does(name, **values, **key))


def a_problem_is_repeated_too_and_left_nothing():
    person, calendar, key = stage()
    made = person.event(calendar)
    change = lambda: person.does("update_event", calendar_id=calendar, event_id=made["id"],  # noqa: E731
                                 body={"title": "x"}, if_match=7, **key)
    first = outcome(change(), "stale")
    same(first, change())
    equal(person.does("get_calendar", calendar_id=calendar)["seq"], 2)


def another_request_may_not_use_the_key():
    person, calendar, key = stage()
    outcome(person.does("create_event", calendar_id=calendar, body=draft(), **key), "created")
    outcome(person.does("create_event", calendar_id=calendar, body=draft(), **{**key, "request_hash": "g"}),
            "idempotency_key_reused")
    outcome(Person().does("create_calendar", body={"name": "x"}, **key), "created")


def a_key_is_forgotten_after_a_day():
    person, calendar, key = stage()
    make = lambda: person.does("create_event", calendar_id=calendar, body=draft(), **key)  # noqa: E731
    first = make()
    world.session().run("UPDATE idempotency SET created_at = now() - interval '25 hours'"
                        f" WHERE key = '{key['idempotency_key']}'")
    second = outcome(make(), "created")
    assert first["id"] != second["id"]
    world.session().run("UPDATE idempotency SET created_at = now() - interval '25 hours'"
                        f" WHERE key = '{key['idempotency_key']}'")
    assert world.call("purge_idempotency")["purged"] >= 1
    equal(sql(f"SELECT key FROM idempotency WHERE key = '{key['idempotency_key']}'"), [])


def a_running_request_holds_its_key():
    person, calendar, key = stage()
    make = dict(calendar_id=calendar, body=draft(), **key)
    first, second = cluster.Session(), cluster.Session()
    try:
        first.run("BEGIN")
        person.does("create_event", on=first, **make)
        outcome(person.does("create_event", on=second, **make), "idempotency_in_progress")
        second.send(f"SELECT to_jsonb(t)::text FROM ({cluster.statement('create_event', caller=person.id, **make)}) t")
        time.sleep(0.2)
        first.run("COMMIT")
        assert '"replayed": true' in second.receive()
    finally:
        first.close()
        second.close()
    equal(sql(f"SELECT count(*) AS n FROM events WHERE calendar_id = '{calendar}'"), [{"n": 1}])


def a_calendar_that_stays_locked_is_another_matter():
    person, calendar, key = stage()
    make = dict(calendar_id=calendar, body=draft(), **key)
    first, second = cluster.Session(), cluster.Session()
    try:
        first.run(f"BEGIN; SELECT FROM calendars WHERE id = '{calendar}' FOR UPDATE")
        try:
            person.does("create_event", on=second, **make)
            raise AssertionError("not locked")
        except cluster.Failed as failed:
            equal(failed.args[0], "55P03")
        first.run("COMMIT")
        outcome(person.does("create_event", on=second, **make), "created")
    finally:
        first.close()
        second.close()


def one_purges_at_a_time_and_takes_what_is_a_day_old():
    person, calendar, key = stage()
    outcome(person.does("create_event", calendar_id=calendar, body=draft(), **key), "created")
    world.session().run("INSERT INTO idempotency SELECT gen_random_uuid(), 'old', 'h', now() - interval '25 hours', 'ok'"
                        " FROM generate_series(1, 1500)")
    other = cluster.Session()
    try:
        other.run("BEGIN; SELECT * FROM purge_idempotency()")
        equal(world.call("purge_idempotency")["purged"], 0)
        other.run("COMMIT")
    finally:
        other.close()
    while world.call("purge_idempotency")["purged"]:
        pass
    equal(sql("SELECT count(*) AS n FROM idempotency WHERE created_at < now() - interval '24 hours'"), [{"n": 0}])
    equal(sql(f"SELECT count(*) AS n FROM idempotency WHERE key = '{key['idempotency_key']}'"), [{"n": 1}])


def the_audit_has_partitions_for_a_year_ahead():
    months = sql("SELECT to_char(m, 'YYYY_MM') AS m FROM generate_series(date_trunc('month', now()),"
                 " date_trunc('month', now()) + interval '12 months', '1 month') m")
    world.session().run(f"DROP TABLE audit_{months[-1]['m']}, audit_{months[-2]['m']}")
    equal(world.call("extend_audit")["made"], 2)
    equal(world.call("extend_audit")["made"], 0)
    for month in months:
        equal(sql(f"SELECT to_regclass('public.audit_{month['m']}') IS NOT NULL AS there"), [{"there": True}])
    equal(sql("SELECT count(*) AS n FROM audit_default"), [{"n": 0}])


def a_crash_leaves_neither_effect_nor_key():
    person, calendar, key = stage()
    other = cluster.Session()
    other.run("BEGIN")
    person.does("create_event", on=other, calendar_id=calendar, body=draft(), **key)
    other.psql.kill()
    other.psql.wait()
    time.sleep(0.2)
    made = outcome(person.does("create_event", calendar_id=calendar, body=draft(), **key), "created")
    equal((made["replayed"], len(person.does("list_events", calendar_id=calendar))), (None, 1))


def writes_of_a_calendar_wait_for_each_other():
    owner, heir, _ = Person(), Person(), None
    calendar = owner.calendar()
    first, second = cluster.Session(), cluster.Session()
    try:
        first.run("BEGIN")
        owner.does("put_acl_rule", on=first, calendar_id=calendar, user_id=heir.id, body={"role": "owner"})
        late = cluster.statement("put_acl_rule", caller=owner.id, calendar_id=calendar, user_id=Person().id,
                                 body={"role": "owner"})
        second.send(f"SELECT outcome FROM ({late}) t")
        time.sleep(0.2)
        first.run("COMMIT")
        equal(second.receive(), "forbidden")
        first.run("BEGIN")
        heir.does("delete_calendar", on=first, calendar_id=calendar)
        second.send("SELECT outcome FROM (%s) t" % cluster.statement("create_event", caller=heir.id,
                                                                    calendar_id=calendar, body=draft()))
        time.sleep(0.2)
        first.run("COMMIT")
        equal(second.receive(), "not_found")
    finally:
        first.close()
        second.close()


def the_key_of_a_batch_is_good_for_no_other():
    person, _, key = stage()
    outcome(person.does("batch", **key), "ok")
    outcome(person.does("batch", **{**key, "request_hash": "another"}), "idempotency_key_reused")


def calendars_are_locked_in_the_order_of_their_ids():
    person = Person()
    low, high = sorted((person.calendar(), person.calendar()))
    holder, batch = cluster.Session(), cluster.Session()
    try:
        holder.run(f"BEGIN; SELECT FROM calendars WHERE id = '{low}' FOR UPDATE")
        batch.run("BEGIN")
        batch.send(cluster.statement("lock_calendars", calendar_ids=f"{{{high},{low},{high}}}"))
        time.sleep(0.2)
        holder.run(f"SELECT FROM calendars WHERE id = '{high}' FOR UPDATE NOWAIT")  # not taken yet: low comes first
        holder.run("COMMIT")
        equal(batch.receive(), "2")
    finally:
        holder.close()
        batch.close()


def seq_rises_by_one_with_every_write():
    person, calendar, _ = stage()
    made = [person.event(calendar) for _ in range(3)]
    person.does("update_event", calendar_id=calendar, event_id=made[0]["id"], body={"title": "x"})
    person.does("delete_event", calendar_id=calendar, event_id=made[1]["id"])
    seqs = sql(f"SELECT seq FROM events WHERE calendar_id = '{calendar}' ORDER BY seq")
    equal([row["seq"] for row in seqs], [4, 5, 6])


def the_audit_shows_the_state_after_and_no_secret():
    person, calendar, _ = stage()
    made = person.event(calendar)
    person.does("delete_event", calendar_id=calendar, event_id=made["id"], key_id=str(uuid.uuid4()))
    rows = sql(f"SELECT action, after, request_id, actor, key_id FROM audit WHERE resource = 'event/{made['id']}'"
               " ORDER BY at")
    equal([row["action"] for row in rows], ["create_event", "delete_event"])
    equal((rows[0]["after"]["title"], rows[1]["after"], rows[0]["actor"]), ("Standup", {"deleted": True}, person.id))
    text = str(sql(f"SELECT after FROM audit WHERE resource = 'user/{person.id}'"))
    assert "sealed" not in text and "hash" not in text
    spread = sql("SELECT count(*) AS n FROM audit_default")
    equal(spread, [{"n": 0}])


def the_database_says_that_it_is_ready():
    found = world.call("readiness")
    last = len(os.listdir(f"{cluster.ROOT}/server/store/migrations"))
    equal((found["migration"], found["functions"], found["schema"]), (last, True, cluster.SCHEMA))
