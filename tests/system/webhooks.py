#!/usr/bin/env python3
"""Deliveries to receivers that fail, hang, talk too much and send elsewhere; addresses that must not be reached; servers
that are killed, and several at once; reminders. webhooks.py [SERIES], more of them by hand. Run with loopback allowed and
http:// URLs."""
import collections
import datetime
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zoneinfo

import wire
from receiver import Receiver, verified
from second import Second
from waiting import until
from wire import Checks, make_calendar, make_event, make_user, request, sql

SERIES = int(sys.argv[1]) if len(sys.argv) > 1 else 6
check = Checks()


def hook(url, types=("event.created",), status=201, connection=None, **more):
    answer = request("POST", "/v1/webhooks", {"url": url, "types": list(types), **more}, timeout=40,
                     connection=connection)
    check.that(answer.status == status, f"{url}: {answer}")
    return answer.json()


def drop(*hooks):
    for each in hooks:
        request("DELETE", f"/v1/webhooks/{each['id']}")


def deliveries(webhook, **query):
    found, more = [], "?limit=200" + "".join(f"&{name}={value}" for name, value in query.items())
    while True:
        page = request("GET", f"/v1/webhooks/{webhook['id']}/deliveries{more}").json()
        found += page["items"]
        if page["next_cursor"] is None:
            return found
        more = f"?limit=200&cursor={page['next_cursor']}" + "".join(f"&{n}={v}" for n, v in query.items())


def one_delivery(webhook, **state):
    """The only delivery of a webhook, once it has this state."""
    until(lambda: any(all(each[name] == value for name, value in state.items()) for each in deliveries(webhook)))
    found = deliveries(webhook)
    check.that(len(found) == 1, f"one delivery: {found}")
    return found[0] if found else collections.defaultdict(str)


calendar = make_calendar()["id"]
good = Receiver()

# ---- the message and its signature -------------------------------------------------------------------------
first = hook(good.url())
check.that(first["ping"] == {"delivered": True, "status_code": 204, "error": None,
                             "latency_ms": first["ping"]["latency_ms"]}, first)
event = make_event(calendar)
got = good.wait(1, kind="event.created")
check.that([(m["object_id"], m["calendar_id"], m["version"]) for m in got] == [(event["id"], calendar, 1)], got)
check.that(set(got[0]) == {"id", "type", "calendar_id", "object_id", "version", "sync_token", "occurred_at"}, got[0])
page = request("GET", f"/v1/calendars/{calendar}/changes?token={got[0]['sync_token']}").json()
check.that([each["id"] for each in page.get("events", [])] == [event["id"]], f"listChanges goes on from sync_token: {page}")
for _, message, headers, body in good.got:
    check.that(verified([first["secret"]], headers["X-Cal-Signature"], body), f"{message['type']} is signed")
    check.that(not verified(["another"], headers["X-Cal-Signature"], body), "by this secret alone")
turned = request("PATCH", f"/v1/webhooks/{first['id']}", {"rotate_secret": True}).json()
check.that(turned["secret"] != first["secret"] and turned["old_secret_until"], turned)
make_event(calendar)
good.wait(2, kind="event.created")
_, _, headers, body = good.got[-1]
check.that(verified([turned["secret"], first["secret"]], headers["X-Cal-Signature"], body)
           == [turned["secret"], first["secret"]], f"both secrets sign: {headers['X-Cal-Signature']}")

# ---- invitations, ready for a mailer --------------------------------------------------------------------
ada = make_user("ada", email="ada@example.org")
invites = request("POST", "/v1/webhooks", {"url": good.url("/invite"), "types": ["invitation.request", "invitation.cancel"]},
                  key=ada["api_key"]).json()
meeting = make_event(make_calendar(ada["api_key"])["id"], ada["api_key"], title="Plan",
                     attendees=[{"email": "bob@example.org"}, {"email": "eve@example.org"}])
request("DELETE", f"/v1/calendars/{meeting['calendar_id']}/events/{meeting['id']}/attendees/eve@example.org",
        key=ada["api_key"])
asked, = good.wait(1, path="/invite", kind="invitation.request")
off, = good.wait(1, path="/invite", kind="invitation.cancel")
for message, method, here, away in ((asked, "REQUEST", "bob@example.org", "nobody"), (off, "CANCEL", "eve@example.org", "bob@")):
    text = (message["itip"] or "").replace("\r\n ", "")
    check.that(text.startswith("BEGIN:VCALENDAR\r\n") and f"\r\nMETHOD:{method}\r\n" in text, f"{method}: {message}")
    check.that("ORGANIZER" in text and "mailto:ada@example.org" in text and f"UID:{meeting['uid']}" in text, text)
    check.that(here in text and away not in text, f"{method} names {here} and not {away}: {text}")
request("DELETE", f"/v1/webhooks/{invites['id']}", key=ada["api_key"])

# ---- no secret in a dump -----------------------------------------------------------------------------------
dump = subprocess.run(["pg_dump", os.environ["DATABASE_URL"]], capture_output=True, text=True, check=True).stdout
check.that(first["id"] in dump, "the dump is one")
for secret in (first["secret"], turned["secret"], os.environ["API_SECRET_KEY"]):
    check.that(secret not in dump and secret[13:] not in dump, "no signing secret in a dump")
log = open(os.environ["SERVER_LOG"], encoding="utf-8").read()
check.that(first["secret"][13:] not in log and turned["secret"][13:] not in log, "nor in the log")
drop(first)

# ---- receivers that misbehave ------------------------------------------------------------------------------
elsewhere, tries = Receiver(), collections.Counter()


def behave(path, message):
    tries[path, message["type"]] += 1
    if message["type"] == "webhook.ping":
        return 204
    if path == "/fails":
        return 500 if tries[path, message["type"]] == 1 else 204
    if path == "/long":
        return 200, {}, b"x" * 10_000_000
    if path == "/moved":
        return 307, {"Location": elsewhere.url()}, b""
    return None  # hangs


bad, slow = Receiver(behave), Receiver(behave)
hooks = {path: hook(bad.url(path)) for path in ("/fails", "/long", "/moved")}
hanging = [hook(slow.url("/hangs")) for _ in range(3)]
well = hook(good.url("/well"))
make_event(calendar)
for _ in range(9):
    make_event(calendar)
check.that(len(good.wait(10, path="/well", kind="event.created", timeout=25)) == 10, "a hanging receiver holds up no other")
check.that(not [d for each in hanging for d in deliveries(each) if d["status"] == "delivered"], "while it hangs")
long = [d for d in deliveries(hooks["/long"]) if d["error"]] or until(
    lambda: [d for d in deliveries(hooks["/long"]) if d["error"]])
check.that(long and long[0]["error"] == "the answer is longer than 65536 bytes", long)
moved = until(lambda: [d for d in deliveries(hooks["/moved"]) if d["error"]])
check.that(moved[0]["status_code"] == 307 and "not followed" in moved[0]["error"], moved[0])
check.that(elsewhere.got == [], "a redirect is not followed")
failed = until(lambda: [d for d in deliveries(hooks["/fails"]) if d["attempts"] > 1 and d["status"] == "delivered"])
check.that(failed and failed[0]["attempts"] == 2, f"tried again after ten seconds: {failed}")
hung = until(lambda: [d for each in hanging for d in deliveries(each) if d["error"]])
check.that(hung and "Timeout" in hung[0]["error"] and 9000 < hung[0]["latency_ms"] < 30000, hung[:1])
slow.released.set()
metrics = wire.http.client.HTTPConnection(os.environ["ADMIN_URL"].split("//")[1])
metrics.request("GET", "/metrics")
text = metrics.getresponse().read().decode()
check.that('api_webhook_attempts_total{result="failed"} 0\n' not in text and "api_webhook_outbox_age_seconds" in text,
           "metrics count attempts")
drop(well, *hanging, *hooks.values())

# ---- where deliveries must not go --------------------------------------------------------------------------
for url in ("https://10.1.2.3/", "https://169.254.169.254/latest", "https://[::1]/", "https://[::ffff:10.0.0.1]/",
            "https://0.0.0.0/", "https://100.64.0.1/", "https://[fd00::1]/", "https://2130706434/", "http://127.0.0.2/"):
    answer = request("POST", "/v1/webhooks", {"url": url, "types": ["acl.*"]})
    check.that((answer.status, [e["code"] for e in answer.json().get("errors", [])]) == (422, ["private_address"]),
               f"{url}: {answer}")
for url in ("ftp://example.com/", "https://user:word@example.com/", "https://example.com/#part", "https://"):
    answer = request("POST", "/v1/webhooks", {"url": url, "types": ["acl.*"]})
    check.that(answer.status == 422 and answer.pointers() == ["/url"], f"{url}: {answer}")

strict = {"API_WEBHOOK_ALLOW": "", "API_WEBHOOK_ALLOW_HTTP": "false"}
with Second(**strict) as server:
    for url in (good.url(), "http://example.com/"):
        answer = request("POST", "/v1/webhooks", {"url": url, "types": ["acl.*"]}, connection=server.connection())
        check.that(answer.status == 422 and answer.pointers() == ["/url"], f"{url}: {answer}")
with Second(**{**strict, "API_SECRET_KEY": ""}) as server:
    answer = request("POST", "/v1/webhooks", {"url": "https://example.com/", "types": ["acl.*"]},
                     connection=server.connection())
    check.that(answer.status == 503 and "API_SECRET_KEY" in answer.json()["detail"], f"no key, no webhooks: {answer}")

# A name that stands for something else when it is connected to: a server with a list of hosts of its own. Only that
# server may deliver, so the one under test stands still meanwhile.
folder = tempfile.mkdtemp()
with open(f"{folder}/hosts", "w", encoding="ascii") as file:
    file.write("127.0.0.1 localhost\n169.254.169.254 metadata.test\n127.0.0.1 loop.test\n")
apart = {"LD_PRELOAD": "libnss_wrapper.so", "NSS_WRAPPER_HOSTS": f"{folder}/hosts"}
unknown = hook("https://metadata.test/latest", types=["calendar.*"])
loop = hook(f"http://loop.test:{good.port}/rebound", types=["calendar.*"])
check.that(not unknown["ping"]["delivered"] and "resolve" in unknown["ping"]["error"], unknown["ping"])
os.kill(int(os.environ["SERVER_PID"]), signal.SIGSTOP)
with Second(**apart, **strict) as server:
    here = server.connection()
    answer = request("POST", "/v1/webhooks", {"url": "https://metadata.test/latest", "types": ["acl.*"]}, connection=here)
    check.that(answer.status == 422 and answer.json()["errors"][0]["code"] == "private_address",
               f"a name that stands for the metadata service: {answer}")
    made = request("POST", "/v1/calendars", {"name": "x", "time_zone": "UTC"}, connection=server.connection())
    check.that(made.status == 201, made)
    for each in (unknown, loop):
        path = f"/v1/webhooks/{each['id']}/deliveries"
        ask = lambda: [d for d in request("GET", path, connection=server.connection()).json()["items"]  # noqa: E731
                       if d["error"]]
        until(ask)
        error = (ask() or [{"error": None}])[0]["error"]
        wanted = "public" if each is unknown else "rotocol"
        check.that(error and wanted in error, f"refused when connecting to {each['url']}: {error}")
os.kill(int(os.environ["SERVER_PID"]), signal.SIGCONT)
check.that(good.messages(path="/rebound") == [], "nothing arrived on loopback")
shutil.rmtree(folder)
drop(unknown, loop)

# ---- several servers, and servers that are killed ----------------------------------------------------------
shared = hook(good.url("/shared"))
with Second(), Second():
    made = [make_event(calendar)["id"] for _ in range(100)]
    got = good.wait(100, path="/shared", kind="event.created")
    time.sleep(2)
    ids = collections.Counter(message["id"] for message in good.messages(path="/shared", kind="event.created"))
    objects = {message["object_id"] for message in good.messages(path="/shared")} & set(made)
    check.that(len(objects) == 100 and set(ids.values()) == {1}, f"each once: {len(objects)} {ids.most_common(2)}")
drop(shared)

lazy = Receiver(lambda path, message: time.sleep(0.3) or 204)
killed = hook(lazy.url("/killed"))
os.kill(int(os.environ["SERVER_PID"]), signal.SIGSTOP)  # the others do the work
try:
    for _ in range(3):
        server = Second()
        made = [request("POST", f"/v1/calendars/{calendar}/events", wire.EVENT, connection=server.connection()).json()["id"]
                for _ in range(12)]
        lazy.wait(len(lazy.messages()) + 4, timeout=20)
        server.kill()
    # A claim of the dead runs out after a minute; here at once.
    sql("UPDATE webhook_outbox SET next_at = now() WHERE status = 'pending'")
finally:
    os.kill(int(os.environ["SERVER_PID"]), signal.SIGCONT)
until(lambda: not deliveries(killed, status="pending"))
wanted = {d["object_id"] for d in deliveries(killed)}
seen = collections.defaultdict(set)
for message in lazy.messages(kind="event.created"):
    seen[message["object_id"]].add(message["id"])
check.that(len(wanted) == 36 and wanted == set(seen), f"all arrived: {len(wanted)} {len(seen)}")
check.that(all(len(ids) == 1 for ids in seen.values()), "and those that came twice have one id")
drop(killed)

# ---- reminders ---------------------------------------------------------------------------------------------
remind = hook(good.url("/remind"), types=["reminder.due"])
soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=65)
shape = "%Y-%m-%dT%H:%M:%SZ"
event = make_event(calendar, start_time=soon.strftime(shape),
                   end_time=(soon + datetime.timedelta(minutes=5)).strftime(shape),
                   reminders=[{"method": "webhook", "minutes_before": 1}, {"method": "display", "minutes_before": 0}])
gone = make_event(calendar, start_time=soon.strftime(shape), end_time=(soon + datetime.timedelta(minutes=5)).strftime(shape),
                  reminders=[{"method": "webhook", "minutes_before": 1}])
request("DELETE", f"/v1/calendars/{calendar}/events/{gone['id']}")
got = good.wait(1, path="/remind", kind="reminder.due")
late = datetime.datetime.now(datetime.timezone.utc) - soon + datetime.timedelta(minutes=1)
check.that([(m["object_id"], m["reminder"]) for m in got]
           == [(event["id"], {"minutes_before": 1, "start_time": soon.strftime(shape)})], got)
check.that(late.total_seconds() > -2, f"not too early: {late}")

# Months of reminders at once, across two changes of clocks in several zones, by servers that are killed: as after a long
# silence. What is due is what Python's zones say.
ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kolkata", "Africa/Casablanca"]
today = datetime.datetime.now(datetime.timezone.utc)
first_day = (today - datetime.timedelta(days=420)).date()
wanted = {}
os.kill(int(os.environ["SERVER_PID"]), signal.SIGSTOP)
server = Second()


def remaining():
    return int(sql("SELECT count(*) FROM event_reminders WHERE due_at <= now() + interval '1 minute'"))


try:
    for number in range(SERIES):
        zone = zoneinfo.ZoneInfo(ZONES[number % len(ZONES)])
        start = datetime.datetime.combine(first_day, datetime.time(number % 24, 30))
        body = {**wire.EVENT, "time_zone": zone.key, "start_time": start.isoformat(),
                "end_time": (start + datetime.timedelta(minutes=15)).isoformat(),
                "recurrence": {"rrule": "FREQ=DAILY"}, "reminders": [{"method": "webhook", "minutes_before": 30}]}
        made = request("POST", f"/v1/calendars/{calendar}/events", body, connection=server.connection())
        check.that(made.status == 201, made)
        for day in range(400):
            wall = (start + datetime.timedelta(days=day)).replace(tzinfo=zone, fold=0)
            name = f"{made.json()['id']}_{wall:%Y%m%dT%H%M%S}"
            wanted[name] = wall.astimezone(datetime.timezone.utc).strftime(shape)
        since = min(at for name, at in wanted.items() if name.startswith(made.json()["id"]))
        sql(f"UPDATE event_reminders SET stamp = stamp + 1, done_until = '{since}'::timestamptz - interval '31 minutes',"
            f" due_at = now() WHERE event_id = '{made.json()['id']}'")
    for _ in range(2):
        good.wait(len(good.messages(path="/remind")) + 200, path="/remind", timeout=20)
        server.kill()
        sql("UPDATE webhook_outbox SET next_at = now() WHERE status = 'pending';"
            "UPDATE event_reminders SET due_at = now() WHERE due_at < now() + interval '1 minute'")
        server = Second()
    until(lambda: remaining() == 0, within_s=120)
    until(lambda: sql("SELECT count(*) FROM webhook_outbox WHERE status = 'pending'") == "0", within_s=600)
    server.stop()
finally:
    os.kill(int(os.environ["SERVER_PID"]), signal.SIGCONT)
ids = collections.defaultdict(set)
times = {}
for message in good.messages(path="/remind", kind="reminder.due"):
    ids[message["object_id"]].add(message["id"])
    times[message["object_id"]] = message["reminder"]["start_time"]
missing = [name for name in wanted if name not in times]
check.that(not missing, f"{len(missing)} of {len(wanted)} reminders are missing, as {missing[:3]}")
wrong = [(name, times[name], at) for name, at in wanted.items() if name in times and times[name] != at]
check.that(not wrong, f"{len(wrong)} at another time, as {wrong[:3]}")
check.that(all(len(each) == 1 for each in ids.values()), "doubles share one id")
print(f"{len(wanted)} reminders, {len(good.messages(path='/remind'))} deliveries")
check.done()
