#!/usr/bin/env python3
"""What --code prints does what the command does: for every operation of the contract the command, the C program and
the curl line run in three equal worlds, and give the same answer and leave the same state.

    code.py BUILD    the build folder with cli/calctl and meson-uninstalled/"""
import json
import os
import pathlib
import re
import shlex
import string
import subprocess
import sys
import tempfile

from wire import KEY, Checks, make_calendar, make_event, make_user, request

BUILD = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "generator"))
import contract  # noqa: E402

ADMIN, MINE = "the admin's key", "the key of the world's user"


class Case:
    """words: as after `calctl`, with $names of the world. fails: True, False, or None where both will do."""

    def __init__(self, operation, words, key=MINE, fails=False, text=None):
        self.operation, self.words, self.key, self.fails, self.text = operation, words, key, fails, text

    def in_world(self, world):
        return [string.Template(word).substitute(world) for word in shlex.split(self.words)]

    def input(self, world):
        return None if self.text is None else string.Template(self.text).substitute(world)


CASES = [
    Case("getCapabilities", "capabilities get"),
    Case("getOpenApi", "openapi get"),
    Case("createUser", "user create --username new-$token --email $token@example.org --display-name 'Ädä \"L\"' "
         "--time-zone Europe/Paris --no-is-admin", ADMIN),
    Case("createUser", "user create --username new-$token --working-hours day=1,start=09:00,end=17:30 "
         "--working-hours day=5,start=09:00,end=12:00 --is-admin", ADMIN),
    Case("createUser", "user create --username $username", ADMIN, True),
    Case("listUsers", "user list --q $username --limit 5", ADMIN),
    Case("listUsers", "user list --q $token --all", ADMIN),
    Case("getUser", "user get $user"),
    Case("getUser", "user get 0193590c-2b5e-7a40-9d11-0c5f3a6b7c81", ADMIN, True),
    Case("updateUser", "user update me --display-name 'Grace Hopper' --no-email"),
    Case("updateUser", "user update $user --time-zone Mars/Olympus", ADMIN, True),
    Case("deleteUser", "user delete $other --transfer-to $user", ADMIN),
    Case("createApiKey", "key create $user --name 'the $token one' --scope events:read --scope calendars:read "
         "--expires-at 2099-01-01T00:00:00Z"),
    Case("createApiKey", "key create me --name x --no-expires-at --scope events:read --idempotency-key $token-1"),
    Case("listApiKeys", "key list me --limit 1"),
    Case("listApiKeys", "key list $user --all"),
    Case("revokeApiKey", "key revoke $user $key"),
    Case("createCalendar", "calendar create --name Team --description '' --color '#AbCdEf' --time-zone Asia/Tokyo "
         "--public-read --public-write=false"),
    Case("createCalendar", "calendar create --json -", text='{\n  "name": "a?\\"??/\\\\é",\n  "description": null\n}\n'),
    Case("createCalendar", "calendar create --name x --color red", fails=True),
    Case("listCalendars", "calendar list --role-min editor --owner $user --no-include-public --q Team"),
    Case("listCalendars", "calendar list --all --limit 1"),
    Case("getCalendar", "calendar get $calendar"),
    Case("getCalendar", "calendar get $calendar --if-none-match 7"),
    Case("updateCalendar", "calendar update $calendar --name 'New name' --no-color --if-match 1"),
    Case("updateCalendar", "calendar update $calendar --name 'New name' --if-match 9", fails=True),
    Case("deleteCalendar", "calendar delete $calendar --if-match 1 --timeout 5s"),
    Case("exportCalendar", "calendar export $calendar --from 2030-01-01T00:00:00Z --to 2031-01-01T00:00:00Z"),
    Case("exportCalendar", "calendar export $calendar --event-id $calendar", fails=True),
    Case("importCalendar", "calendar import $calendar tests/ics/people.ics --mode skip --dry-run"),
    Case("importCalendar", "calendar import $calendar VERSION", fails=True),
    Case("createFeed", "feed create $calendar --name Phone --detail busy --future-days 10"),
    Case("listFeeds", "feed list $calendar --limit 1"),
    Case("revokeFeed", "feed revoke $calendar $fresh", fails=True),
    Case("getFeed", "feed get cal_nobody", fails=True),
    Case("listAcl", "acl list $calendar --limit 1"),
    Case("listAcl", "acl list $calendar --all"),
    Case("putAclRule", "acl put $calendar $other --role editor"),
    Case("deleteAclRule", "acl delete $calendar $other --request-id 0193590c-2b5e-7a40-9d11-0c5f3a6b7c81"),
    Case("createEvent", "event create $calendar --title 'All \"kinds\" ?? \\ of\nflags' --description '' --no-location "
         "--url https://example.org/a?b=c --start-time 2026-12-01T10:00:00 --end-time 2026-12-01T11:00:00 "
         "--time-zone Europe/Berlin --attendee email=a@example.org,name='Smith, J',role=chair "
         "--attendee '{\"email\": \"b@example.org\"}' --reminder method=display,minutes-before=10 "
         "--category a --category 'b, c' --metadata k=v=w --metadata 'ü=?' --floating=false"),
    Case("createEvent", "event create $calendar --title Short --start-time 2026-12-01T10:00:00Z "
         "--end-time 2026-12-01T11:00:00Z --status tentative --visibility private --transparency transparent --uid $token "
         "--reminder method=display,minutes-before=10 --reminder method=webhook,minutes_before=0 --color '#00ff00'"),
    Case("createEvent", "event create $calendar --title 'A day' --is-all-day --start-date 2026-12-24 --end-date 2026-12-27 "
         "--no-attendee --no-category --no-metadata --no-reminder --id $fresh --idempotency-key $token"),
    Case("createEvent", "event create $calendar --title Weekly --start-time 2026-12-01T10:00:00 --end-time "
         "2026-12-01T11:00:00 --recurrence rrule=FREQ=WEEKLY;BYDAY=MO,TU;COUNT=4", fails=None),
    Case("createEvent", "event create $calendar --start-time 2026-12-01T10:00:00", fails=True),
    Case("listEvents", "event list $calendar --from 2026-12-01T00:00:00Z --to 2027-01-01T00:00:00+01:00 --limit 2 "
         "--category a --time-zone America/New_York --status confirmed --expand none"),
    Case("listEvents", "event list $calendar --fields id,title --include-deleted --limit 1 --cursor $cursor"),
    Case("listEvents", "event list $calendar --all --limit 1 --updated-since 2020-01-01T00:00:00Z"),
    Case("listEvents", "event list $calendar --fields titel", fails=True),
    Case("getEvent", "event get $calendar $event --time-zone Asia/Kolkata"),
    Case("getEvent", "event get $calendar $event --if-none-match '\"9\"'"),
    Case("putEvent", "event put $calendar $fresh --if-none-match '*' --title New --start-time 2026-12-01T10:00:00Z "
         "--end-time 2026-12-01T11:00:00Z"),
    Case("putEvent", "event put $calendar $event --json - --category z --metadata n=1", text="$event_json"),
    Case("putEvent", "event put $calendar $event --json - --if-match 5", text="$event_json", fails=True),
    Case("updateEvent", "event update $calendar $event --title Changed --no-description --no-category --metadata k "
         "--metadata new=1 --reminder method=display,minutes-before=1 --drop-exceptions --if-match 1"),
    Case("updateEvent", "event update $calendar $event --json - --location Here", text='{"title": "T", "url": null}'),
    Case("deleteEvent", "event delete $calendar $event --if-match 1"),
    Case("deleteEvent", "event delete $calendar $fresh", fails=True),
    Case("listAgenda", "agenda list --from 2026-12-01T00:00:00Z --to 2027-01-01T00:00:00Z --time-zone Asia/Tokyo --limit 4"),
    Case("listAgenda", "agenda list --calendar-id $calendar --from 2026-12-01T00:00:00Z --to 2026-12-20T00:00:00Z --all"),
    Case("searchEvents", "event search --q 'all kinds' --calendar-id $calendar --from 2026-12-01T00:00:00Z --limit 4"),
    Case("searchEvents", "event search --q '!?'", fails=True),
    Case("listAudit", "audit list --resource event/$fresh --actor me --action createEvent"),
    Case("listAudit", "audit list --resource calendar/$calendar --all"),
    Case("listInstances", "instance list $calendar $series --from 2026-12-01T00:00:00Z --to 2027-01-01T00:00:00Z "
         "--limit 2 --include-cancelled"),
    Case("listInstances", "instance list $calendar $series --all --limit 2 --from 2026-12-01T00:00:00Z "
         "--to 2027-02-01T00:00:00Z"),
    Case("getInstance", "instance get $calendar $series 20261214T100000 --time-zone America/New_York"),
    Case("getInstance", "instance get $calendar $series 20261215T100000", fails=True),
    Case("updateInstance", "instance update $calendar $series 20261214T100000 --title Moved --start-time "
         "2026-12-14T11:00:00 --no-location --if-match 1"),
    Case("deleteInstance", "instance delete $calendar $series 20261214T100000"),
    Case("splitSeries", "series split $calendar $series --recurrence-id 20261221T100000 --patch title=After"),
    Case("splitSeries", "series split $calendar $series --recurrence-id 20261221T100000 --delete-following"),
    Case("putAttendee", "attendee put $calendar $series new@example.org --name 'Neu, N.' --role optional"),
    Case("putAttendee", "attendee put $calendar $series nobody", fails=True),
    Case("removeAttendee", "attendee remove $calendar $series user-$token@example.org"),
    Case("respondToEvent", "event respond $calendar $series --partstat accepted --comment 'With cake'"),
    Case("respondToEvent", "event respond $calendar $event --partstat declined", fails=True),
    Case("queryFreeBusy", "freebusy query --from 2026-12-01T00:00:00Z --to 2026-12-20T00:00:00Z "
         "--subject user_id=$user --subject calendar_id=$calendar"),
    Case("findTimes", "times find --from 2026-12-07T00:00:00Z --to 2026-12-09T00:00:00Z --duration-minutes 30 "
         "--attendee user_id=$user,required=true --max-results 3 --within-working-hours"),
    Case("listChanges", "change list $calendar --limit 2 --wait 0"),
    Case("listChanges", "change list $calendar --token nonsense", fails=True),
    Case("createWebhook", "webhook create --url http://127.0.0.1:9/x --type event.created --type 'rsvp.*' --calendar-id "
         "$calendar --description 'What for?'"),
    Case("createWebhook", "webhook create --url http://127.0.0.1:9/x", fails=True),
    Case("listWebhooks", "webhook list --limit 1"),
    Case("updateWebhook", "webhook update $webhook --no-enabled --type event.deleted --no-description"),
    Case("deleteWebhook", "webhook delete $webhook"),
    Case("listDeliveries", "delivery list $webhook --status delivered --limit 3"),
    Case("batch", "batch run --request id=me,method=GET,path=/v1/users/me --request "
         "'id=here,method=PATCH,path=/v1/users/me,body={\"display_name\":\"One\"}'"),
    Case("batch", "batch run --atomic --request id=lost,method=GET,path=/v1/nowhere", fails=True),
]

check = Checks()


# ---- three equal worlds ----------------------------------------------------------------------------------

def make_world(serial):
    """A user with a calendar that another one may read, three events in it, a spare key."""
    token = f"w{serial:04d}"
    user = make_user(f"user-{token}", email=f"user-{token}@example.org")
    other = make_user(f"other-{token}")
    secret = user["api_key"]
    calendar = make_calendar(secret, color="#123456")["id"]
    make_calendar(other["api_key"], name="Other")
    events = [make_event(calendar, secret, title=title, categories=["a"], metadata={"k": "v"}, description="d",
                         attendees=[{"email": "z@example.org", "role": "optional"}]) for title in ("One", "Two", "Three")]
    series = make_event(calendar, secret, title="Weekly", start_time="2026-12-07T10:00:00", end_time="2026-12-07T11:00:00",
                        recurrence={"rrule": "FREQ=WEEKLY;COUNT=5"}, attendees=[{"email": f"user-{token}@example.org"}])
    answer = request("PUT", f"/v1/calendars/{calendar}/acl/{other['id']}", {"role": "reader"}, key=secret)
    assert answer.status in (200, 201), answer
    key = request("POST", f"/v1/users/{user['id']}/keys", {"name": "spare", "scopes": ["events:read"]}, key=secret).json()
    page = request("GET", f"/v1/calendars/{calendar}/events?limit=1&fields=id,title&include_deleted=true", key=secret).json()
    hook = request("POST", "/v1/webhooks", {"url": "http://127.0.0.1:9/", "types": ["acl.*"]}, key=secret).json()
    return {"token": token, "webhook": hook["id"], "username": f"user-{token}", "user": user["id"], "other": other["id"], "secret": secret,
            "calendar": calendar, "event": events[0]["id"], "series": series["id"], "event_json": json.dumps(events[0]), "key": key["id"],
            "cursor": page["next_cursor"], "fresh": f"0193590c-0000-7000-8000-{serial:012d}"}


def state(world):
    """What the world looks like from inside, and its people from outside."""
    here = f"/v1/calendars/{world['calendar']}"
    answers = [request("GET", path, key=world["secret"]) for path in
               ("/v1/calendars", here, here + "/acl", here + "/events?include_deleted=true", "/v1/users/me/keys",
                "/v1/webhooks")]
    answers += [request("GET", f"/v1/users?q={world['token']}"), request("GET", f"/v1/users/{world['other']}")]
    return [(answer.status, plain(answer.body.decode(), world)) for answer in answers]


def plain(text, world):
    """Without what differs between two worlds: ids, keys, times of writing, the token, cursors."""
    text = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID", text)
    text = re.sub(r"cal_\w{8}_[\w-]{43}", "KEY", text).replace(world["token"], "TOKEN")
    text = re.sub(r'"((?:created|updated|deleted|last_used)_at)": ?(?:"[^"]*"|null)', r'"\1":"TIME"', text)
    text = re.sub(r'"(latency_ms)": ?(?:\d+|null)', r'"\1":0', re.sub(r"whk_\w{8}_[\w-]{43}", "SECRET", text))
    text = re.sub(r'"next_token": ?"[^"]+"', '"next_token":"NEXT"', text)
    text = re.sub(r'"prefix": ?"\w+"', '"prefix":"PREFIX"', text)
    return re.sub(r'"next_cursor": ?"[^"]+"', '"next_cursor":"CURSOR"', text)


def answer_of(text, world):
    """JSON, several of it line by line, iCalendar text, or nothing."""
    text = plain(text, world).strip()
    if text.startswith("BEGIN:VCALENDAR"):
        return re.sub(r"\d{8}T\d{6}Z", "TIME", text).splitlines()
    try:
        value = json.loads(text) if text else None
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines()]
    return value["items"] if isinstance(value, dict) and "next_cursor" in value else value


# ---- three ways ------------------------------------------------------------------------------------------

def run(words, world, case, text=None):
    environment = {**os.environ, "LIBAPI_KEY": KEY if case.key == ADMIN else world["secret"]}
    try:
        return subprocess.run(words, input=text, capture_output=True, text=True, timeout=60, check=False, env=environment)
    except OSError as error:
        return subprocess.CompletedProcess(words, 127, "", str(error))


def calctl(world, case, *more):
    return run([BUILD / "cli/calctl", *case.in_world(world), *more], world, case, case.input(world))


def pretty(source, case):
    """What a reader minds: length, width, and that the program is his own operation."""
    lines = source.splitlines()
    check.that(len(lines) <= 60, f"{case.words}: {len(lines)} lines")
    wide = [line for line in lines if len(line.expandtabs(8)) > 100 and not line.strip().startswith('"')]
    check.that(not wide, f"{case.words}: wide lines {wide}")
    check.that(not [line for line in lines if line != line.rstrip()], f"{case.words}: space at the end of a line")
    check.that(lines[:1] and lines[0].startswith(f"/* {case.operation}: "), f"{case.words}: {lines[:1]}")


def by_c(world, case, folder):
    printed = calctl(world, case, "--code", "c")
    check.that(printed.returncode == 0, f"{case.words} --code c: {printed.stderr}")
    pretty(printed.stdout, case)
    (folder / "prog").unlink(missing_ok=True)
    (folder / "prog.c").write_text(printed.stdout, encoding="utf-8")
    done = subprocess.run(["sh", "-c", "cc -std=c99 -Wall -Wextra -pedantic -Werror -o prog prog.c "
                           f"$(pkg-config --cflags --libs libapi) -Wl,-rpath,{BUILD}/libapi"], cwd=folder,
                          capture_output=True, text=True, check=False,
                          env={**os.environ, "PKG_CONFIG_PATH": f"{BUILD}/meson-uninstalled"})
    check.that(done.returncode == 0, f"{case.words} --code c: {done.stderr}")
    return run([folder / "prog"], world, case)


def by_curl(world, case):
    printed = calctl(world, case, "--code", "curl")
    check.that(printed.returncode == 0, f"{case.words} --code curl: {printed.stderr}")
    return run(["bash", "-euc", printed.stdout], world, case)


def same_failure(case, command, program, curl, worlds):
    check.that(program.returncode == 1, f"{case.words}: the program ends with {program.returncode}")
    check.that(program.stdout == "", f"{case.words}: the program prints {program.stdout}")
    ours, theirs = plain(command.stderr, worlds[0]), plain(program.stderr, worlds[1])
    check.that(ours == theirs and ours, f"{case.words}: the command says\n{ours}the program\n{theirs}")
    check.that(curl.returncode == 22, f"{case.words}: curl ends with {curl.returncode} {curl.stderr}")
    code = json.loads(curl.stdout or "{}").get("code")
    check.that(code and (code in command.stderr or "invalid field" in command.stderr), f"{case.words}: curl got {code}")


def same_answer(case, command, others, worlds):
    ours = answer_of(command.stdout, worlds[0])
    for what, done, world in others:
        check.that(done.returncode == 0, f"{case.words} as {what}: {done.returncode} {done.stderr} {done.stdout}")
        if done.returncode == 0:
            theirs = answer_of(done.stdout, world)
            check.that(ours == theirs, f"{case.words} as {what}:\n  {theirs}\ninstead of\n  {ours}")


def try_case(case, serial, folder):
    worlds = [make_world(serial + each) for each in range(3)]
    every_page = "--all" in case.words
    command = calctl(worlds[0], case, "-o", "jsonl" if every_page else "json")
    program = by_c(worlds[1], case, folder)
    if case.fails is not None:
        check.that(case.fails == (command.returncode != 0), f"{case.words}: {command.returncode} {command.stderr}")
    if every_page:
        same_answer(case, command, [("C", program, worlds[1])], worlds)
        return
    curl = by_curl(worlds[2], case)
    if command.returncode:
        same_failure(case, command, program, curl, worlds)
    else:
        same_answer(case, command, [("C", program, worlds[1]), ("curl", curl, worlds[2])], worlds)
    states = [state(world) for world in worlds]
    for what, theirs in (("C", states[1]), ("curl", states[2])):
        check.that(theirs == states[0], f"{case.words}: {what} leaves\n  {theirs}\ninstead of\n  {states[0]}")


known = {operation.id for operation in contract.load(str(ROOT / "openapi/calendar.yaml")).operations}
check.that({case.operation for case in CASES} == known, f"operations without a case: {known - {case.operation for case in CASES}}"
           f", cases without an operation: {[case.operation for case in CASES if case.operation not in known]}")

with tempfile.TemporaryDirectory(prefix="libapi-code-") as name:
    for index, one in enumerate(CASES):
        try_case(one, 10 * index, pathlib.Path(name))
check.done()
