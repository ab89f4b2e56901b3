#!/usr/bin/env python3
"""Imports and feeds as a client on the wire sees them: wrong input, modes, keys that repeat, links that end."""
import os
import re
import subprocess
import time

from wire import KEY, Checks, make_calendar, make_event, make_user, request, sql

check = Checks()
calendar = make_calendar()["id"]
base = f"/v1/calendars/{calendar}"


def event(uid, title="Event", sequence=0, more=""):
    return (f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:20261201T100000Z\r\nDTEND:20261201T110000Z\r\nSUMMARY:{title}\r\n"
            f"SEQUENCE:{sequence}\r\n{more}END:VEVENT\r\n")


def file(*events):
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(events) + "END:VCALENDAR\r\n").encode()


def send(body, query="", key=KEY, to=base, **headers):
    return request("POST", f"{to}/import{query}", body, key=key, timeout=90,
                   headers={"Content-Type": "text/calendar; charset=utf-8", **headers})


def refused(what, answer, status, code):
    check.that((answer.status, answer.code) == (status, code), f"{what}: {status} {code} expected, got {answer}")


def counts(answer):
    return tuple(answer.json().get(name) for name in ("created", "updated", "skipped"))


def seq():
    return int(sql(f"SELECT seq FROM calendars WHERE id = '{calendar}'"))


# ---- wrong input --------------------------------------------------------------------------------------------------
refused("JSON as a body", send(b"{}", **{"Content-Type": "application/json"}), 415, "unsupported_media_type")
refused("no calendar", send(b"hello"), 400, "malformed_calendar")
refused("nothing", send(b""), 400, "malformed_calendar")
refused("too large", send(b"x" * (4 * 1024 * 1024 + 1)), 413, "payload_too_large")
refused("too many", send(file(*[event(n) for n in range(10001)])), 422, "too_many_components")
refused("a mode that is none", send(file(), "?mode=merge"), 400, "malformed_query")
refused("a stranger", send(file(event(1)), key=make_user("stranger")["api_key"]), 404, "not_found")
reader = make_user("reader")
request("PUT", f"{base}/acl/{reader['id']}", {"role": "reader"})
started = seq()
refused("a reader", send(file(event(1)), key=reader["api_key"]), 403, "forbidden")
check.that(seq() == started and sql("SELECT count(*) FROM events") == "0", "a refused import left something")

# ---- modes and SEQUENCE -------------------------------------------------------------------------------------------
check.that(counts(send(file(event("a"), event("b", sequence=3)))) == (2, 0, 0), "two are created")
check.that(counts(send(file(event("a", "New"), event("b", "Older", 2)))) == (0, 1, 1), "the older one stays")
check.that(counts(send(file(event("a", "Newer"), event("c")), "?mode=skip")) == (1, 0, 1), "skip leaves what is there")
check.that(counts(send(file(event("b", "Older", 2)), "?mode=replace")) == (0, 1, 0), "replace does not ask for SEQUENCE")
check.that(counts(send(file(event("b", "Older", 2)), "?mode=replace")) == (0, 0, 1), "the same is no change")
titles = [each["title"] for each in request("GET", f"{base}/events").json()["items"]]
check.that(sorted(titles) == ["Event", "New", "Older"], titles)
before = seq()
check.that(counts(send(file(event("a", "Dry"), event("z")), "?dry_run=true")) == (1, 1, 0), "a dry run counts")
check.that(seq() == before, "a dry run raised seq")

# An exception that the file has no more goes with its series; equal ones stay.
series = event("s", more="RRULE:FREQ=DAILY;COUNT=5\r\n")
moved = event("s", "Moved", more="RECURRENCE-ID:20261202T100000Z\r\n").replace("DTSTART:20261201T10", "DTSTART:20261201T12").replace("DTEND:20261201T11", "DTEND:20261201T13")
other = event("s", "Other", more="RECURRENCE-ID:20261203T100000Z\r\n")
check.that(counts(send(file(series, moved, other))) == (3, 0, 0), "a series and two occurrences")
check.that(counts(send(file(series, moved))) == (0, 1, 1), "one occurrence is plain again")
left = [each["title"] for each in request("GET", f"{base}/events?uid=s").json()["items"]]
check.that(sorted(left) == ["Event", "Moved"], left)

# ---- a key that repeats -------------------------------------------------------------------------------------------
keyed = {"Idempotency-Key": "import-1"}
first, again = send(file(event("k")), **keyed), send(file(event("k")), **keyed)
check.that(again.headers["Idempotent-Replayed"] == "true" and first.body == again.body, f"{first} {again}")
refused("the key for another file", send(file(event("l")), **keyed), 422, "idempotency_key_reused")

# ---- private events -----------------------------------------------------------------------------------------------
make_event(calendar, title="Doctor", visibility="private", location="Clinic")
whole = request("GET", f"{base}/export.ics").body
check.that(b"SUMMARY:Doctor" in whole, "an owner exports all")
masked = request("GET", f"{base}/export.ics", key=reader["api_key"]).body
check.that(b"SUMMARY:Busy" in masked and b"Doctor" not in masked and b"Clinic" not in masked, "a reader sees a mask")
refused("an export by a stranger", request("GET", f"{base}/export.ics", key=make_user("other")["api_key"]), 404, "not_found")
refused("an event that is not there", request("GET", f"{base}/export.ics?event_id={calendar}"), 404, "not_found")

# ---- feeds --------------------------------------------------------------------------------------------------------
made = request("POST", f"{base}/feeds", {"name": "Phone"}, headers={"Idempotency-Key": "feed-1"})
check.that(made.status == 201 and made.json()["detail"] == "full", made)
url = made.json()["url"]
check.that(re.fullmatch(r"/v1/feeds/cal_[a-z2-7]{8}_[A-Za-z0-9_-]{43}\.ics", url), url)
replay = request("POST", f"{base}/feeds", {"name": "Phone"}, headers={"Idempotency-Key": "feed-1"})
check.that(replay.body == made.body and replay.headers["Idempotent-Replayed"] == "true", "the link is shown again to its key")
read = request("GET", url, key=None)
check.that(read.status == 200 and b"REFRESH-INTERVAL;VALUE=DURATION:PT1H" in read.body and b"X-PUBLISHED-TTL:PT1H" in read.body, read)
check.that(b"SUMMARY:New" in read.body and b"Doctor" not in read.body, "a feed masks what is private")
tag = read.headers["ETag"]
same = request("GET", url, key=None, headers={"If-None-Match": tag})
check.that(same.status == 304 and same.headers["ETag"] == tag and same.body == b"", same)
make_event(calendar, title="Fresh")
fresh = request("GET", url, key=None, headers={"If-None-Match": tag})
check.that(fresh.status == 200 and fresh.headers["ETag"] != tag and b"SUMMARY:Fresh" in fresh.body, "a change is seen at once")
busy = request("POST", f"{base}/feeds", {"name": "Colleagues", "detail": "busy"}).json()["url"]
text = request("GET", busy, key=None).body
check.that(b"SUMMARY:Busy" in text and b"Fresh" not in text and b"ATTENDEE" not in text, text)
past = request("POST", f"{base}/feeds", {"name": "Narrow", "past_days": 0, "future_days": 1}).json()["url"]
check.that(b"Fresh" not in request("GET", past, key=None).body, "a feed shows its window")
listed = request("GET", f"{base}/feeds").json()["items"]
check.that(len(listed) == 3 and "url" not in listed[0] and url not in str(listed), listed)
refused("feeds of others", request("GET", f"{base}/feeds", key=reader["api_key"]), 403, "forbidden")
refused("a feed by a reader", request("POST", f"{base}/feeds", {"name": "x"}, key=reader["api_key"]), 403, "forbidden")
refused("a feed without a name", request("POST", f"{base}/feeds", {"future_days": 0}), 422, "invalid_fields")
refused("a token as a key", request("GET", "/v1/users/me", key=url[10:-4]), 401, "unauthenticated")
refused("a link that never was", request("GET", url.replace("_", "-"), key=None), 404, "not_found")
gone = request("DELETE", f"{base}/feeds/{made.json()['id']}")
check.that(gone.status == 204, gone)
refused("a revoked link", request("GET", url, key=None, headers={"If-None-Match": tag}), 404, "not_found")
check.that(request("DELETE", f"{base}/feeds/{made.json()['id']}").status == 204, "revoking it again answers the same")

# ---- secrets ------------------------------------------------------------------------------------------------------
token = url[len("/v1/feeds/"):-len(".ics")]
secret = token.rsplit("_", 1)[-1] if token.count("_") == 2 else token[13:]
dump = subprocess.run(["pg_dump", "-d", os.environ["DATABASE_URL"]], capture_output=True, text=True, check=True).stdout
check.that(made.json()["id"] in dump and secret not in dump, "the database holds a link")
time.sleep(0.2)
with open(os.environ["SERVER_LOG"], encoding="utf-8") as log:
    check.that(secret not in log.read(), "the log holds a link")
check.done()
