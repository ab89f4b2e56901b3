"""The outbox: written with the change, for those who may hear of it; claimed once; retried, given up, purged."""

import uuid

import cluster
import world
from world import Person, equal, errors, outcome, sql

EVERYTHING = ["event.created", "event.updated", "event.deleted", "rsvp.*", "calendar.*", "acl.*", "reminder.due",
              "invitation.request", "invitation.cancel", "invitation.reply"]


def hook(person, **body):
    made = person.does("create_webhook", secret_kept="kept", secret_sealed="sealed", body={
        "url": f"https://{uuid.uuid4().hex}.example.com/hook", "types": EVERYTHING, **body})
    return outcome(made, "created")["id"]


def outbox(webhook, *columns):
    rows = sql(f"SELECT jsonb_build_array({', '.join(columns or ['type'])}) AS row FROM webhook_outbox"
               f" WHERE webhook_id = '{webhook}' ORDER BY created_at, id")
    return [tuple(row["row"]) if len(columns) > 1 else row["row"][0] for row in rows]


def clear():
    """Of several tests each sees what is due of its own alone."""
    world.session().run("DELETE FROM webhooks; DELETE FROM event_reminders")


def claim(**busy):
    return world.call("claim_deliveries", busy=busy, most=64, all=True)


def finish(row, delivered, **more):
    return world.call("finish_deliveries", results=[{"webhook_id": row["webhook_id"], "id": row["id"],
                                                     "delivered": delivered, "latency_ms": 1, **more}])


def what_changes_is_written_with_the_change():
    clear()
    person, other = Person(), Person(email=f"{uuid.uuid4().hex}@example.org")
    webhook = hook(person)
    calendar = person.calendar()
    person.does("update_calendar", calendar_id=calendar, body={"name": "Later"})
    person.shares(calendar, other, "reader")
    event = person.event(calendar)
    person.does("update_event", calendar_id=calendar, event_id=event["id"], body={"title": "Later"})
    person.does("delete_event", calendar_id=calendar, event_id=event["id"])
    person.does("delete_event", calendar_id=calendar, event_id=event["id"])  # changes nothing
    person.does("delete_acl_rule", calendar_id=calendar, user_id=other.id)
    person.does("delete_calendar", calendar_id=calendar)
    equal(outbox(webhook, "type", "object_id", "version"), [
        ("calendar.created", calendar, 1), ("calendar.updated", calendar, 2), ("acl.updated", other.id, None),
        ("event.created", event["id"], 1), ("event.updated", event["id"], 2), ("event.deleted", event["id"], 3),
        ("acl.deleted", other.id, None), ("calendar.deleted", calendar, None)])


def an_import_is_one_message_however_much_it_brings():
    clear()
    person = Person()
    webhook, calendar = hook(person), person.calendar()
    step = lambda plan: person.does("import_calendar", calendar_id=calendar, plan=plan)  # noqa: E731
    equal(step({"step": "begin"})["outcome"], "needs_plan")
    rows = [{"line": n, "uid": f"u{n}", "id": str(uuid.uuid4()), "sequence": 0, "slots": [],
             "draft": {**world.draft(), "uid": f"u{n}", "start_time": "2026-12-01T10:00:00Z", "end_time": "2026-12-01T11:00:00Z"}}
            for n in range(3)]
    equal(step({"step": "rows", "rows": rows})["created"], 3)
    outcome(step({"step": "finish", "answer": {"created": 3, "updated": 0, "skipped": 0, "failed": []}}), "ok")
    equal(outbox(webhook, "type", "object_id", "seq"),
          [("calendar.created", calendar, 1), ("calendar.updated", calendar, 4)])


def a_change_that_is_undone_is_not_told():
    clear()
    person = Person()
    webhook, calendar = hook(person, types=["event.created"]), person.calendar()
    create = cluster.statement("create_event", caller=person.id, calendar_id=calendar, body=world.draft())
    world.session().run(f"BEGIN; {create}; ROLLBACK")
    equal(outbox(webhook), [])
    world.session().run(f"BEGIN; {create}; COMMIT")
    equal(outbox(webhook), ["event.created"])


def only_what_was_asked_for_is_written():
    clear()
    person = Person()
    mine, named = person.calendar(), person.calendar()
    some, one = hook(person, types=["event.created"]), hook(person, types=["event.created"], calendar_ids=[named])
    for calendar in (mine, named):
        event = person.event(calendar)
        person.does("update_event", calendar_id=calendar, event_id=event["id"], body={"title": "x"})
    equal(outbox(some), ["event.created", "event.created"])
    equal(outbox(one, "type", "calendar_id"), [("event.created", named)])


def nobody_hears_of_what_they_may_not_read():
    clear()
    owner, reader, busy, stranger = Person(), Person(), Person(), Person()
    calendar = owner.calendar()
    owner.shares(calendar, reader, "reader")
    owner.shares(calendar, busy, "freebusy")
    hooks = {each: hook(each) for each in (owner, reader, busy, stranger)}
    errors(stranger.does("create_webhook", secret_kept="x", body={
        "url": "https://a.example", "types": ["acl.*"], "calendar_ids": [calendar]}),
        ("/calendar_ids/0", "unknown_reference"))
    owner.event(calendar)
    equal([outbox(hooks[each]) for each in (owner, reader, busy, stranger)],
          [["event.created"], ["event.created"], [], []])
    # The right is asked for again when the message goes out.
    owner.does("delete_acl_rule", calendar_id=calendar, user_id=reader.id)
    got = {row["webhook_id"] for row in claim()}
    assert hooks[owner] in got and hooks[reader] not in got, got
    equal(outbox(hooks[reader]), [])


def a_public_calendar_is_heard_of_by_those_who_name_it():
    clear()
    owner, stranger = Person(), Person()
    calendar = owner.calendar(public_read=True)
    everything, named = hook(stranger), hook(stranger, calendar_ids=[calendar])
    owner.event(calendar)
    equal((outbox(everything), outbox(named)), ([], ["event.created"]))
    owner.does("update_calendar", calendar_id=calendar, body={"public_read": False})
    owner.event(calendar)
    equal(outbox(named), ["event.created"])


def a_private_event_is_masked_like_reads():
    clear()
    owner, reader = Person(), Person()
    guest = Person(email=f"{uuid.uuid4().hex}@example.org")
    calendar = owner.calendar()
    owner.shares(calendar, reader, "reader")
    mine, theirs = hook(owner), hook(reader)
    address = sql(f"SELECT email FROM users WHERE id = '{guest.id}'")[0]["email"]
    event = owner.event(calendar, visibility="private", attendees=[{"email": address}])
    guest.does("respond_to_event", operation="respondToEvent", calendar_id=calendar, event_id=event["id"],
               body={"partstat": "accepted"})
    equal(outbox(mine), ["event.created", "invitation.request", "rsvp.accepted"])
    equal(outbox(theirs), ["event.created"])


def invitations_go_to_whom_they_concern():
    clear()
    owner = Person(email=f"{uuid.uuid4().hex}@example.org")
    webhook = hook(owner, types=["invitation.request", "invitation.cancel", "invitation.reply"])
    calendar = owner.calendar()
    sent = lambda: outbox(webhook, "type", "extra->'invitation'->'recipients'")  # noqa: E731
    event = owner.event(calendar, attendees=[{"email": "a@x.org"}, {"email": "b@x.org"}])
    at = {"calendar_id": calendar, "event_id": event["id"]}
    steps = [("invitation.request", ["a@x.org", "b@x.org"])]
    equal(sent(), steps)
    owner.does("update_event", **at, body={"title": "Later"})  # nothing that has to be answered again
    equal(sent(), steps)
    owner.does("put_attendee", **at, email="c@x.org", body={})
    steps.append(("invitation.request", ["c@x.org"]))
    equal(sent(), steps)
    owner.does("remove_attendee", **at, email="a@x.org")
    steps.append(("invitation.cancel", ["a@x.org"]))
    equal(sent(), steps)
    owner.does("update_event", **at, body={"start_time": "2026-11-24T10:00:00", "end_time": "2026-11-24T10:30:00"})
    steps.append(("invitation.request", ["b@x.org", "c@x.org"]))
    equal(sent(), steps)
    owner.does("delete_event", **at)
    steps.append(("invitation.cancel", ["b@x.org", "c@x.org"]))
    equal(sent(), steps)
    row = outbox(webhook, "extra->'invitation'->'event'->>'status'", "(extra->'invitation'->'event'->>'sequence')::int")
    equal(row[-1], ("cancelled", 2))


def a_moved_event_has_left_its_calendar():
    clear()
    person = Person()
    here, there = person.calendar(), person.calendar()
    old, new = (hook(person, calendar_ids=[each], types=EVERYTHING[:3]) for each in (here, there))
    event = person.event(here)
    person.does("update_event", calendar_id=here, event_id=event["id"], body={"calendar_id": there})
    equal((outbox(old), outbox(new)), (["event.created", "event.deleted"], ["event.updated"]))


def a_message_is_claimed_once_and_of_a_host_four_at_a_time():
    clear()
    person = Person()
    calendar = person.calendar()
    webhook = hook(person, url="https://Slow.example:444/a", types=["event.created"])
    for _ in range(6):
        person.event(calendar)
    first = claim()
    equal([row["webhook_id"] for row in first], [webhook] * 4)
    equal(first[0]["host"], "slow.example:444")
    equal(claim(**{"slow.example:444": 4}), [])
    second = claim(**{"slow.example:444": 1})
    equal(len(second), 2)
    equal(len({row["id"] for row in first + second}), 6)
    equal(claim(), [])
    # Whoever claimed it died: after a minute it goes out again, under the same id.
    world.session().run("UPDATE webhook_outbox SET next_at = now() - interval '1 second'"
                        f" WHERE id = '{first[0]['id']}' AND next_at > now() + interval '50 seconds'")
    equal([row["id"] for row in claim()], [first[0]["id"]])


def two_sessions_share_and_do_not_wait():
    clear()
    person = Person()
    calendar = person.calendar()
    for name in "ab":
        hook(person, url=f"https://{name}.example/", types=["event.created"])
    person.event(calendar)
    other = cluster.Session()
    other.run("BEGIN")
    theirs = world.call("claim_deliveries", busy={}, most=1, all=True, on=other)
    mine = claim()  # at once: what another is claiming is passed over, and nothing else
    other.run("COMMIT")
    equal((len(theirs), len(mine), claim()), (1, 1, []))
    assert theirs[0]["webhook_id"] != mine[0]["webhook_id"]
    other.close()


def a_failure_is_tried_again_later_and_later():
    clear()
    person = Person()
    webhook = hook(person, types=["calendar.*"])
    person.calendar()
    pauses = []
    for attempt in range(1, 16):
        row = claim()[0]
        finish(row, False, status_code=500, error="the receiver answered 500")
        left = sql("SELECT attempts, status, extract(epoch FROM next_at - clock_timestamp()) AS s FROM webhook_outbox")[0]
        equal((left["attempts"], left["status"]), (attempt, "pending"))
        pauses.append(left["s"])
        world.session().run("UPDATE webhook_outbox SET next_at = now()")
    for attempt, pause in enumerate(pauses):
        due = min(10 * 2 ** attempt, 6 * 3600)
        assert due * 0.94 - 1 < pause < due * 1.06 + 1, (attempt, pause)
    # The sixteenth arrives.
    finish(claim()[0], True, status_code=204)
    shown = person.does("list_deliveries", webhook_id=webhook)
    equal([(row["status"], row["attempts"], row["status_code"]) for row in shown], [("delivered", 16, 204)])


def after_three_days_without_success_a_webhook_is_switched_off():
    clear()
    person = Person()
    webhook = hook(person, types=["calendar.*"])
    person.calendar()
    person.calendar()
    for row in claim():
        finish(row, False, error="no")
    world.session().run("UPDATE webhook_outbox SET next_at = now(), first_attempt_at = now() - interval '73 hours'")
    finish(claim()[0], False, error="no")
    shown = person.does("list_webhooks")[0]
    equal((shown["enabled"], shown["disabled_reason"]), (False, "failing"))
    equal(sorted(outbox(webhook, "status")), ["failed", "pending"])
    world.session().run("SELECT pg_sleep(0)")
    equal(claim(), [])
    person.calendar()
    equal(len(outbox(webhook)), 2)
    # What waited is not lost.
    outcome(person.does("update_webhook", webhook_id=webhook, body={"enabled": True}), "ok")
    equal(person.does("list_webhooks")[0]["disabled_reason"], None)
    equal(len(claim()), 1)


def one_message_that_a_receiver_chokes_on_is_given_up_alone():
    clear()
    person = Person()
    webhook = hook(person, types=["calendar.*"])
    person.calendar()
    poison = claim()[0]
    finish(poison, False, error="no")
    world.session().run("UPDATE webhook_outbox SET first_attempt_at = now() - interval '73 hours'")
    person.calendar()
    finish(claim()[0], True)
    world.session().run("UPDATE webhook_outbox SET next_at = now() WHERE status = 'pending'")
    finish(claim()[0], False, error="no")
    equal(person.does("list_webhooks")[0]["enabled"], True)
    equal(sorted(outbox(webhook, "status")), ["delivered", "failed"])


def a_webhook_is_its_users_own():
    clear()
    person, other = Person(), Person()
    webhook = hook(person)
    outcome(other.does("update_webhook", webhook_id=webhook, body={"enabled": False}), "not_found")
    outcome(other.does("delete_webhook", webhook_id=webhook), "not_found")
    outcome(other.does("list_deliveries", webhook_id=webhook)[0], "not_found")
    equal(other.does("list_webhooks"), [])
    outcome(person.does("delete_webhook", webhook_id=webhook), "ok")
    outcome(person.does("delete_webhook", webhook_id=webhook), "not_found")


def a_rotation_leaves_the_old_secret_for_a_day():
    clear()
    person = Person()
    webhook = hook(person, types=["calendar.*"])
    changed = outcome(person.does("update_webhook", webhook_id=webhook, secret_kept="new", secret_sealed="shown",
                                  body={"rotate_secret": True}), "ok")
    equal(changed["sealed"], "shown")
    equal(outcome(person.does("update_webhook", webhook_id=webhook, secret_kept="not", secret_sealed="not",
                              body={"description": "x"}), "ok")["sealed"], None)
    person.calendar()
    row = claim()[0]
    equal((row["secret"], row["old_secret"]), ("new", "kept"))
    world.session().run("UPDATE webhooks SET old_secret_until = now() - interval '1 second';"
                        "UPDATE webhook_outbox SET next_at = now()")
    equal(claim()[0]["old_secret"], None)
    equal(world.call("purge_deliveries")["outcome"], "ok")
    equal(sql("SELECT old_secret FROM webhooks")[0]["old_secret"], None)


def a_user_has_fifty_webhooks_at_most():
    clear()
    person = Person()
    for _ in range(50):
        hook(person)
    outcome(person.does("create_webhook", secret_kept="x", body={"url": "https://a.example", "types": ["acl.*"]}),
            "too_many_webhooks")


def the_log_is_kept_for_seven_days():
    clear()
    person = Person()
    webhook = hook(person, types=["calendar.*"])
    for _ in range(3):
        person.calendar()
    rows = claim()
    finish(rows[0], True)
    finish(rows[1], True)
    world.session().run("UPDATE webhook_outbox SET created_at = now() - interval '8 days'"
                        f" WHERE id IN ('{rows[0]['id']}', '{rows[2]['id']}')")
    equal(world.call("purge_deliveries")["purged"], 1)
    left = person.does("list_deliveries", webhook_id=webhook)
    equal(sorted(row["id"] for row in left), sorted([rows[1]["id"], rows[2]["id"]]))  # what waits is not purged
    equal([row["id"] for row in person.does("list_deliveries", webhook_id=webhook, status="pending")], [rows[2]["id"]])


def a_list_of_deliveries_goes_page_by_page():
    clear()
    person = Person()
    webhook = hook(person, types=["calendar.*"])
    for _ in range(5):
        person.calendar()
    seen, after = [], None
    for _ in range(5):
        page = person.does("list_deliveries", webhook_id=webhook, limit=2, after=after)
        seen += [row["id"] for row in page[:2]]
        if len(page) < 3:
            break
        after = page[1]["cursor_key"]
    equal(seen, outbox(webhook, "id")[::-1])


def a_repeated_request_makes_no_second_webhook():
    clear()
    person, key = Person(), {"idempotency_key": uuid.uuid4().hex, "request_hash": "h"}
    make = lambda: person.does("create_webhook", secret_kept="k", secret_sealed="s", **key,  # noqa: E731
                               body={"url": "https://a.example", "types": ["acl.*"]})
    first = make()
    pinged = world.call("record_ping", caller=person.id, idempotency_key=key["idempotency_key"],
                        webhook_id=first["id"], ping={"delivered": True}, kept="s")
    again = make()
    equal((again["id"], again["ping"], again["sealed"], again["replayed"]),
          (first["id"], {"delivered": True}, "s", True))
    equal(pinged["ping"], {"delivered": True})
    equal(len(person.does("list_webhooks")), 1)


# ---- reminders ---------------------------------------------------------------------------------------------

def due():
    return world.call("claim_reminders", most=100, all=True)


def plan(row, next_s=32503680000, **more):
    return {"calendar_id": row["calendar_id"], "event_id": row["event_id"], "stamp": row["stamp"],
            "done_until_s": row["now_s"], "next_s": next_s, "due": [], **more}


WEBHOOK = [{"method": "webhook", "minutes_before": 10}, {"method": "display", "minutes_before": 5}]


def every_change_of_an_event_lets_its_reminders_be_reckoned_anew():
    clear()
    person = Person()
    calendar = person.calendar()
    person.event(calendar)
    person.event(calendar, reminders=[{"method": "display", "minutes_before": 5}])
    equal(due(), [])
    event = person.event(calendar, reminders=WEBHOOK)
    row = due()[0]
    equal((row["id"], row["minutes"]), (event["id"], "10"))
    equal(due(), [])  # claimed
    person.does("update_event", calendar_id=calendar, event_id=event["id"], body={"title": "x"})
    equal(world.call("store_reminders", plans=[plan(row)])["stored"], 0)  # from before the change
    again = due()[0]
    equal(world.call("store_reminders", plans=[plan(again)])["stored"], 1)
    equal(due(), [])
    person.does("delete_event", calendar_id=calendar, event_id=event["id"])
    equal(due(), [])
    equal(sql("SELECT count(*) AS n FROM event_reminders"), [{"n": 0}])


def a_cancelled_event_and_a_deleted_calendar_remind_of_nothing():
    clear()
    person = Person()
    for change in (lambda c, e: person.does("update_event", calendar_id=c, event_id=e, body={"status": "cancelled"}),
                   lambda c, e: person.does("update_event", calendar_id=c, event_id=e, body={"reminders": []}),
                   lambda c, e: person.does("delete_calendar", calendar_id=c)):
        calendar = person.calendar()
        event = person.event(calendar, reminders=WEBHOOK)
        outcome(change(calendar, event["id"]), "ok")
        equal(due(), [])


def a_reminder_has_one_id_however_often_it_is_reckoned():
    clear()
    person = Person()
    webhook, calendar = hook(person, types=["reminder.due"]), person.calendar()
    event = person.event(calendar, reminders=WEBHOOK)
    row = due()[0]
    told = plan(row, due=[{"object_id": event["id"], "start_s": 1795509000, "minutes": 10}])
    for _ in range(2):
        equal(world.call("store_reminders", plans=[told])["stored"], 1)
    equal(outbox(webhook, "object_id", "extra->'reminder'->>'start_time'"), [(event["id"], "2026-11-24T08:30:00Z")])


def a_moved_event_goes_on_where_it_stood():
    clear()
    person = Person()
    here, there = person.calendar(), person.calendar()
    event = person.event(here, reminders=WEBHOOK)
    world.session().run("UPDATE event_reminders SET done_until = now() - interval '1 hour'")
    person.does("update_event", calendar_id=here, event_id=event["id"], body={"calendar_id": there})
    row = due()[0]
    equal((row["calendar_id"], row["now_s"] - row["done_until_s"] >= 3600), (there, True))
