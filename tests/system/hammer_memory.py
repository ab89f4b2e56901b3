#!/usr/bin/env python3
"""200,000 requests more do not make the server larger. HAMMER_REQUESTS: how many, HAMMER_WARM: how many before that
(half), HAMMER_LIMIT_KB: what it may grow by (2048). Needs wrk."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from wire import EVENT, KEY, Checks, make_calendar, make_event
import json

if shutil.which("wrk") is None:
    print("skipped: no wrk")
    sys.exit(77)
check = Checks()
wanted = int(os.environ.get("HAMMER_REQUESTS", "200000"))
calendar = make_calendar()["id"]
made = [make_event(calendar, title=f"event {n}")["id"] for n in range(50)]
status = pathlib.Path(f"/proc/{os.environ['SERVER_PID']}/status")
paths = [f"/v1/calendars/{calendar}/events/{each}" for each in made] + [
    f"/v1/calendars/{calendar}", f"/v1/calendars/{calendar}/events?limit=5", "/v1/users/me", "/v1/nothing",
    f"/v1/calendars/{calendar}/events?limit=x", "/v1/users?limit=3"]
lua = tempfile.NamedTemporaryFile("w", suffix=".lua", dir=os.path.dirname(os.environ["SERVER_LOG"]))
lua.write(f"""
local paths = {{ {", ".join(json.dumps(p) for p in paths)} }}
local plain = {{ ["X-API-Key"] = "{KEY}" }}
local json = {{ ["X-API-Key"] = "{KEY}", ["Content-Type"] = "application/json" }}
local n = 0
request = function()
	n = n + 1
	if n % 40 == 0 then
		return wrk.format("PATCH", paths[1 + n % 50], json, '{{"title":"changed"}}')
	elseif n % 41 == 0 then
		return wrk.format("POST", "/v1/calendars/{calendar}/events", json, '{{"title":7}}')
	end
	return wrk.format("GET", paths[1 + n % #paths], plain)
end
""")
lua.flush()


def rss_kb():
    return int(re.search(r"VmRSS:\s+(\d+)", status.read_text(encoding="ascii")).group(1))


def send(count):
    sent = 0
    while sent < count:
        done = subprocess.run(["wrk", "-t1", "-c32", "-d5s", "-s", lua.name, os.environ["LIBAPI_URL"]], check=True, capture_output=True, text=True)
        sent += int(re.search(r"(\d+) requests in", done.stdout).group(1))
    return sent


print(f"at the start {rss_kb()} kB")
warm = send(int(os.environ.get("HAMMER_WARM", wanted // 2)))
before = rss_kb()
sent = send(wanted)
after = rss_kb()
print(f"after {warm} requests {before} kB, after {sent} more {after} kB: {after - before:+d} kB")
# A leak of the smallest piece of memory a request would be 6 MB; the heap itself settles within one.
check.that(after - before <= int(os.environ.get("HAMMER_LIMIT_KB", "2048")), f"the server grew by {after - before} kB")
check.done()
