#!/usr/bin/env python3
"""bench.py BUILD [NAME…]: every figure is a ratio against something measured in the same run, in turns with it;
printed are medians of ROUNDS rounds with their least and greatest.

NAMEs: read create list memory fair bombs ical imports. BENCH_SECONDS and BENCH_ROUNDS shorten or lengthen it."""
import concurrent.futures
import contextlib
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

root = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(root / "tests/system"), str(root / "bench"), str(root / "generator")]
from machine import Figures, cpu_seconds, rss_mib, spread
from bomb_field import Field
from kept import Kept
from wire import KEY, connect, make_calendar, make_event, request, sql

build = pathlib.Path(sys.argv[1])
wanted = sys.argv[2:]
SECONDS = float(os.environ.get("BENCH_SECONDS", "3"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
CLIENTS = 16
server = int(os.environ["SERVER_PID"])
data = subprocess.run([root / "scripts/cluster.sh", "data", os.environ["CLUSTER_DIR"]], capture_output=True, text=True,
                      check=True).stdout.strip()
postmaster = int(pathlib.Path(data, "postmaster.pid").read_text(encoding="ascii").split()[0])
from contract import load
from sqlfiles import Folder

CONTRACT = load(str(root / "openapi/calendar.yaml"))
FOLDER = Folder(CONTRACT, str(root)).load()
schema = sql("SELECT max(nspname) FROM pg_namespace WHERE nspname LIKE 'api\\_%'")
figures = Figures(Kept("limits"))
say = figures.say


class Cost:
    """CPU of the server and of PostgreSQL over a piece of work."""

    def __enter__(self):
        self.server, self.database, self.began = cpu_seconds(server), cpu_seconds(postmaster, True), time.monotonic()
        return self

    def __exit__(self, *_):
        self.server = cpu_seconds(server) - self.server
        self.database = cpu_seconds(postmaster, True) - self.database
        self.wall = time.monotonic() - self.began


def statement(name, values):
    """The server's own statement as one line of a pgbench script. `values`: parameter name -> text (sent as a
    parameter) or None (SQL NULL) or Sql (stands in the text: something made anew by each call)."""
    found = next(each for each in FOLDER.statements if each.name == name)
    operation = next(each for each in CONTRACT.operations if each.snake == name)
    defines = []

    def fill(number):
        param = found.params[int(number.group(1)) - 1]
        named = {"PATH": operation.path_fields, "QUERY": operation.query_fields}.get(param.source)
        label = "body" if param.source == "BODY" else param.index if named is None else names_of(named)[param.index]
        value = values.get(label)
        if value is None or isinstance(value, Sql):
            return value or "NULL"
        defines.append(f"-Dp{number.group(1)}={value}")
        return f":p{number.group(1)}"

    text = re.sub(r"--[^\n]*", "", found.sql).strip().rstrip(";")
    return re.sub(r"\$(\d+)", fill, " ".join(text.split())), sorted(set(defines))


class Sql(str):
    pass


def names_of(fields):
    return [field.name for field in getattr(fields, "fields", fields)]


def caller():
    """What the server binds for the caller, read from it."""
    who = request("GET", "/v1/capabilities").json()["caller"]
    return {"caller": who["user_id"], "key_id": who["key_id"], "is_admin": "t", "request_id": "bench",
            "scopes": "{" + ",".join(who["scopes"]) + "}", "new_id": Sql("gen_random_uuid()")}


def pgbench(script, defines, clients=CLIENTS, per_script=1):
    """Statements per second of a script run with prepared statements, and what they cost."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for n, text in enumerate([script] if isinstance(script, str) else script):
            pathlib.Path(folder, f"{n}.sql").write_text(text, encoding="utf-8")
            files += ["-f", f"{folder}/{n}.sql"]
        with Cost() as cost:
            done = subprocess.run(
                ["pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", "2", "-T", f"{SECONDS:.0f}", *files,
                 *defines, os.environ["DATABASE_URL"]], capture_output=True, text=True, check=False,
                env={**os.environ, "PGOPTIONS": f"-c search_path={schema},public -c plan_cache_mode=auto"})
        assert done.returncode == 0, done.stderr[-2000:] + done.stdout[-500:]
    rate = float(re.search(r"tps = ([\d.]+)", done.stdout).group(1)) * per_script
    count = int(re.search(r"actually processed: (\d+)", done.stdout).group(1)) * per_script
    return rate, cost, count


def wrk(path, script=None, clients=CLIENTS, header=True):
    command = ["wrk", "-t", "1", "-c", str(clients), "-d", f"{SECONDS:.0f}s", "--timeout", "10s"]
    command += ["-H", f"X-API-Key: {KEY}"] if header else []
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        if script:
            file.write(script)
            file.flush()
            command += ["-s", file.name]
        with Cost() as cost:
            done = subprocess.run([*command, os.environ["LIBAPI_URL"] + path], capture_output=True, text=True, check=True)
    assert "Non-2xx" not in done.stdout, done.stdout
    count = int(re.search(r"(\d+) requests in", done.stdout).group(1))
    return float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout).group(1)), cost, count


def bench_read():
    calendar = make_calendar()["id"]
    event = make_event(calendar)["id"]
    path = f"/v1/calendars/{calendar}/events/{event}"
    line, defines = statement("get_event", {**caller(), "calendar_id": calendar, "event_id": event})
    pipelined = "\\startpipeline\n" + (line + ";\n") * 16 + "\\endpipeline\n"
    cpu, bound, goal = [], [], []
    for _ in range(ROUNDS):
        plain_rate, plain, plain_count = pgbench(line + ";\n", defines)
        p_rate, _, _ = pgbench(pipelined, defines, per_script=16)
        c_rate, _, _ = wrk("/version", header=False)
        rate, cost, count = wrk(path)
        cpu.append((cost.server + cost.database) / count / (plain.database / plain_count))
        bound.append(rate / (1 / (1 / p_rate + 1 / c_rate)))
        goal.append((rate, plain_rate, p_rate, c_rate, cost.server / count * 1e6, cost.database / count * 1e6,
                     plain.database / plain_count * 1e6))
    for name, column in zip(("us of server a read", "us of PostgreSQL a read", "us of PostgreSQL a pgbench transaction"), (4, 5, 6)):
        print(f"    {name:68s} {spread([row[column] for row in goal])}")
    say("CPU of server + PostgreSQL a point read / PostgreSQL's by pgbench", cpu, 3, at_least=False)
    say("point reads/s / bound 1/(1/P + 1/C)", bound, 0.35)
    say("point reads/s / pgbench -M prepared", [row[0] / row[1] for row in goal])


LUA_POST = """
local n = 0
local calendars = {%s}
request = function()
  n = n + 1
  local calendar = calendars[n %% #calendars + 1]
  return wrk.format("POST", "/v1/calendars/" .. calendar .. "/events",
    {["X-API-Key"] = "%s", ["Content-Type"] = "application/json"}, '%s')
end
"""


def bench_create():
    body = '{"title":"Standup","start_time":"2026-12-01T10:00:00","end_time":"2026-12-01T10:15:00"}'
    calendars = [make_calendar()["id"] for _ in range(100)]
    for what, chosen in (("over 100 calendars", calendars), ("over one", calendars[:1])):
        ratios, cpu = [], []
        scripts, defines = [], []
        for calendar in chosen[:100]:  # pgbench takes at most 128 scripts
            line, given = statement("create_event", {**caller(), "operation": "createEvent", "body": body,
                                                     "is_patch": "f", "if_none_match_any": "f", "calendar_id": Sql(f"'{calendar}'")})
            scripts.append(line + ";\n")
            defines = given
        for _ in range(ROUNDS):
            p_rate, p_cost, p_count = pgbench(scripts, defines)
            rate, cost, count = wrk("/", LUA_POST % (",".join(f'"{c}"' for c in chosen), KEY, body), header=False)
            ratios.append(rate / p_rate)
            cpu.append((cost.server + cost.database) / count / (p_cost.database / p_count))
        say(f"creates/s {what} / pgbench calling the same function", ratios)
        say(f"CPU of a create {what} / pgbench's", cpu)


def bench_list():
    calendar = make_calendar()["id"]
    for n in range(400):
        make_event(calendar, start_time=f"2026-12-{1 + n // 16:02d}T{8 + n % 16 // 2:02d}:{n % 2 * 30:02d}:00",
                   end_time=f"2026-12-{1 + n // 16:02d}T{8 + n % 16 // 2:02d}:{n % 2 * 30 + 15:02d}:00")
    sql("ANALYZE")
    start, end = "2026-12-05T00:00:00Z", "2026-12-12T00:00:00Z"
    path = f"/v1/calendars/{calendar}/events?from={start}&to={end}&limit=50"
    assert len(request("GET", path).json()["items"]) == 50
    line, defines = statement(
        "list_events", {**caller(), "calendar_id": calendar, "from": start, "to": end, "limit": "50", "expand": "none",
                        "include_deleted": "f"})
    ratios, cpu = [], []
    for _ in range(ROUNDS):
        p_rate, p_cost, p_count = pgbench(line + ";\n", defines)
        rate, cost, count = wrk(path)
        ratios.append(rate / p_rate)
        cpu.append((cost.server + cost.database) / count / (p_cost.database / p_count))
    say("50-event range lists/s / pgbench", ratios)
    say("CPU of a 50-event range list / pgbench's", cpu)


def bench_memory():
    idle = rss_mib(server)
    held = [connect() for _ in range(1000)]
    for connection in held:
        connection.connect()
        request("GET", "/v1/users/me", connection=connection)
    say("RSS MiB before", [idle])
    say("RSS MiB with 1,000 connections", [rss_mib(server)])
    for connection in held:
        connection.close()


class Beside:
    """What the point reads of others notice of some load: their p99 alone, beside the load, and beside as many programs
    that only count as there are cores. The last says what this machine gives to anybody when it is full: database,
    server and clients share its cores here, and its scheduler lets a program run for milliseconds before another."""

    def __init__(self, what):
        calendar = make_calendar()["id"]
        self.path, self.what, self.rows = f"/v1/calendars/{calendar}/events/{make_event(calendar)['id']}", what, []

    def round(self, read):
        """`read` starts the load, reads beside it by read_p99, and returns when the load is over."""
        alone = read_p99(self.path)
        with full_machine():
            full = read_p99(self.path)
        self.rows.append((alone, full, read(self.path)))

    def say(self, limit_alone=None, limit_full=None):
        for n, beside in enumerate(("alone", "on a machine full of counting", f"beside {self.what}")):
            print(f"    {'read p99 in ms ' + beside:68s} {spread([row[n] * 1e3 for row in self.rows])}")
        for n, than, limit in ((0, "alone", limit_alone), (1, "on a full machine", limit_full)):
            say(f"read p99 beside {self.what} / {than}", [row[2] / row[n] for row in self.rows], limit, at_least=False)


@contextlib.contextmanager
def full_machine():
    counting = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count())]
    try:
        time.sleep(0.3)
        yield
    finally:
        for each in counting:
            each.kill()
            each.wait()


def wrk_beside(script, clients, path):
    """The p99 of reads beside wrk and its requests a second. wrk gives way: clients have machines of their own."""
    wrk = subprocess.Popen(["nice", "-n", "19", "wrk", "-t", "1", "-c", str(clients), "-d", f"{SECONDS + 1:.0f}s", "--timeout", "20s",
                            "-s", script, os.environ["LIBAPI_URL"]], stdout=subprocess.PIPE, text=True)
    time.sleep(0.5)
    beside = read_p99(path)
    return beside, float(re.search(r"Requests/sec:\s+([\d.]+)", wrk.communicate()[0]).group(1))


def bench_fair():
    """64 clients write one calendar; what it does to the reads of others."""
    busy, beside, rates = make_calendar()["id"], Beside("64 writers of one calendar"), []
    body = '{"title":"Standup","start_time":"2026-12-01T10:00:00","end_time":"2026-12-01T10:15:00"}'
    sql("CREATE TABLE bench_row (id int primary key, seq bigint); INSERT INTO bench_row VALUES (1, 0)")
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(LUA_POST % (f'"{busy}"', KEY, body))
        file.flush()

        def read(path):
            p99, rate = wrk_beside(file.name, 64, path)
            rates.append(rate / pgbench("UPDATE bench_row SET seq = seq + 1 WHERE id = 1;\n", [], clients=8)[0])
            return p99

        for _ in range(ROUNDS):
            beside.round(read)
    sql("DROP TABLE bench_row")
    beside.say(limit_alone=2)
    say("writes/s on one calendar / pgbench updating one row", rates)


LUA_ALL = """
local all, n = {%s}, 0
request = function()
  n = n + 1
  return all[n %% #all + 1]
end
"""


def bench_bombs():
    """16 clients ask for nothing but rules made to be expensive; what it does to the point reads of others."""
    field, beside, rates = Field(), Beside("16 clients with bombs"), []
    heads = [(method, each, key or KEY, json.dumps(body) if body else "") for method, each, body, key in field.all()]
    texts = (f"{method} {each} HTTP/1.1\r\nHost: x\r\nX-API-Key: {key}\r\nContent-Type: application/json\r\n"
             f"Content-Length: {len(body)}\r\n\r\n{body}" for method, each, key, body in heads)
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(LUA_ALL % ",".join(map(json.dumps, texts)))
        file.flush()

        def read(path):
            p99, rate = wrk_beside(file.name, 16, path)
            rates.append(rate)
            return p99

        for _ in range(ROUNDS):
            beside.round(read)
    print(f"    {'bombs/s':68s} {spread(rates)}")
    beside.say(limit_full=2)


def ics_file(count):
    events = "".join(f"BEGIN:VEVENT\r\nUID:{n}@example.com\r\nDTSTART;TZID=Europe/Berlin:2026{1 + n % 12:02}{1 + n % 28:02}"
                     f"T{n % 24:02}0000\r\nDURATION:PT1H\r\nSUMMARY:Meeting {n}\r\nDESCRIPTION:{'some words ' * 20}\r\n"
                     "END:VEVENT\r\n" for n in range(count))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n".encode()


def send_ics(calendar, body):
    return request("POST", f"/v1/calendars/{calendar}/import", body, timeout=120, headers={"Content-Type": "text/calendar"})


def bench_ical():
    """A file of 10,000 events against COPY of the rows it becomes, into a table with the same indexes; and back."""
    count, body, ratios, rates, exports, cpu = 10000, ics_file(10000), [], [], [], []
    sql("CREATE TABLE copied (LIKE events INCLUDING ALL)")
    for _ in range(ROUNDS):
        calendar = make_calendar()["id"]
        with Cost() as cost:
            answer = send_ics(calendar, body)
        imported = cost.wall
        assert answer.status == 200 and answer.json()["created"] == count, answer
        with tempfile.NamedTemporaryFile(suffix=".copy") as file:
            os.chmod(file.name, 0o666)
            sql(f"\\copy (SELECT * FROM events WHERE calendar_id = '{calendar}') TO '{file.name}'")
            with Cost() as copy:
                sql(f"\\copy copied FROM '{file.name}'")
        sql("TRUNCATE copied")
        began = time.monotonic()
        assert request("GET", f"/v1/calendars/{calendar}/export.ics", timeout=120).body.count(b"BEGIN:VEVENT") == count
        exports.append(count / (time.monotonic() - began))
        rates.append(count / imported)
        ratios.append(copy.wall / imported)
        cpu.append((cost.server + cost.database) / copy.database)
    print(f"    {'events imported a second':68s} {spread(rates)}\n    {'events exported a second':68s} {spread(exports)}")
    say("events/s imported from one file / COPY of the same rows", ratios)
    say("CPU of server + PostgreSQL an import / PostgreSQL's by that COPY", cpu)


def bench_imports():
    """Ten files of 10,000 events at once: how many are imported, and what the point reads of others notice."""
    body, beside, done, seconds = ics_file(10000), Beside("ten imports"), [], []

    def read(path):
        calendars = [make_calendar()["id"] for _ in range(10)]
        with concurrent.futures.ThreadPoolExecutor(10) as pool:
            began = time.monotonic()
            sent = [pool.submit(send_ics, each, body) for each in calendars]
            time.sleep(0.5)
            p99 = read_p99(path, lambda: all(each.done() for each in sent))
            done.append([each.result().status for each in sent].count(200))
            seconds.append(time.monotonic() - began)
        return p99

    for _ in range(ROUNDS):
        beside.round(read)
    print(f"    {'seconds until all are answered':68s} {spread(seconds)}")
    say("imports done of ten at once", done, 10)
    beside.say(limit_alone=2)


def read_p99(path, is_over=None):
    """p99 in seconds of one closed-loop reader, for SECONDS or until something is over."""
    times, connection, end = [], connect(), time.monotonic() + SECONDS
    while not is_over() if is_over else time.monotonic() < end:
        began = time.perf_counter()
        answer = request("GET", path, connection=connection)
        times.append(time.perf_counter() - began)
        assert answer.status == 200, answer
    connection.close()
    times.sort()
    return times[int(len(times) * 0.99)]


for name, run in (("read", bench_read), ("create", bench_create), ("list", bench_list),
                  ("memory", bench_memory), ("fair", bench_fair), ("bombs", bench_bombs), ("ical", bench_ical), ("imports", bench_imports)):
    if not wanted or name in wanted:
        run()
sys.exit(figures.finish())
