#!/usr/bin/env python3
"""profile.py BUILD: the instructions of one point read in the server, by callgrind, split by part.

The server runs under valgrind with one loop; after a warm-up COUNT reads of one client are counted, one after the other,
and nothing else. Instructions are the same on any machine's day; what the kernel does is not among them. Two splits:
by who executes them (self), and by step of a request with all that it calls (steps do not overlap).
BENCH_READS (2,000)."""
import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(root / "tests/system"))
from kept import FOLDER, Kept
from second import Second
from wire import KEY, make_calendar, make_event

READS = int(os.environ.get("BENCH_READS", "2000"))
WARM = 200

# By whom: the first pattern that fits `file:function [object]`.
PARTS = (
    ("h2o", r"\[.*libh2o|h2o_|phr_|h2o"),
    ("libpq", r"\[.*libpq"),
    ("OpenSSL", r"\[.*lib(crypto|ssl)"),
    ("kernel's clock (vdso)", r"clock_gettime|vdso|gettimeofday"),
    ("memory: malloc, free", r"malloc|free|calloc|realloc|arena"),
    ("memory: copies, comparisons", r"mem(cpy|move|set|cmp|chr)|str(len|cmp|chr|spn|cspn|ncmp|cpy)|explicit_bzero"),
    ("printf", r"printf|_itoa|vfprintf|buffered"),
    ("server/base: log, metrics, loop", r"server/base"),
    ("server/http", r"server/http"),
    ("server/flow", r"server/flow"),
    ("server/store", r"server/store"),
    ("server/domain", r"server/domain"),
    ("libapi/wire: encode, decode", r"libapi/wire"),
    ("libc, the rest", r"\[.*libc"),
    ("our own, in a build without -g", r"\[.*api-server"),
)
# By step, with all that it calls: functions that do not call one another.
STEPS = (  # what is left of a step is what is between the names that it does not share with the next one
    ("h2o: events, parsing, writing", "h2o_evloop_run", ("request_on_req",)),
    ("take the request over, guard, route, trace", "request_on_req", ("admit_request",)),
    ("who asks: the key's digest, cache, rate", "admit_request", ("enter_operation",)),
    ("bind values to the statement, queue", "enter_operation", ()),
    ("send the query: libpq's writing", "loop_end_turn", ()),
    ("read the answer: libpq's parsing", "conn_take_results", ("pool_deliver",)),
    ("write the row as JSON", "pool_deliver", ("call_answer",)),
    ("headers, handing over to h2o", "call_answer", ("access_record",)),
    ("log line, metrics", "access_record", ()),
)


def annotate(file, *flags):
    """(instructions, `file:function [object]`) of every function that callgrind saw, and the sum."""
    done = subprocess.run(["callgrind_annotate", "--threshold=100", "--auto=no", "--show-percs=no", *flags, file],
                          capture_output=True, text=True, check=True)
    total = int(re.search(r"^\s*([\d,]+).*PROGRAM TOTALS", done.stdout, re.M)[1].replace(",", ""))
    rows = re.findall(r"^\s*([\d,]+)\s+(?:\([^)]*\)\s+)?(\S.*)$", done.stdout, re.M)
    return [(int(count.replace(",", "")), name) for count, name in rows if "PROGRAM TOTALS" not in name], total


def control(server, *flags):
    done = subprocess.run(["callgrind_control", *flags, str(server.process.pid)], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "not running" not in done.stdout.lower(), done.stdout + done.stderr


def read(connection, path, count):
    for _ in range(count):
        connection.request("GET", path, headers={"X-API-Key": KEY})
        answer = connection.getresponse()
        assert answer.status == 200, answer.status
        answer.read()


def record(build, folder):
    """The files that callgrind wrote about READS reads."""
    calendar = make_calendar()["id"]
    path = f"/v1/calendars/{calendar}/events/{make_event(calendar)['id']}"
    out = f"{folder}/callgrind.out"
    os.environ["SERVER_PROGRAM"] = str(build / "server/api-server")
    server = Second(before=("valgrind", "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={out}"),
                    API_LOOPS="1", API_RATE_LIMIT="0")
    connection = server.connection()
    read(connection, path, WARM)
    control(server, "-i", "on")
    read(connection, path, READS)
    control(server, "-i", "off")
    control(server, "-d")
    server.stop()
    return max(pathlib.Path(folder).glob("callgrind.out*"), key=lambda file: file.stat().st_size)


def split(rows, patterns):
    """Part → instructions; each row goes to the first part that it fits."""
    found = collections.Counter()
    for count, name in rows:
        part = next((part for part, pattern in patterns if re.search(pattern, name)), "other")
        found[part] += count
    return found


def inclusive(rows, total):
    """Step → instructions from its function on, without those from the functions that begin the next steps on."""
    by_function = collections.Counter()
    for count, name in rows:
        function = re.sub(r"'\d+$", "", name.split(" [")[0].split(":")[-1])
        by_function[function] = max(by_function[function], count)
    found = {}
    for step, function, others in STEPS:
        assert by_function[function] > 0, f"no {function} was called: STEPS must follow the source"
        found[step] = by_function[function] - sum(by_function[each] for each in others)
    found["loops, threads, the rest"] = total - sum(found.values())
    return found


def tell(title, found, total, kept):
    print(f"\n{title}\n| part | instructions a read | share |\n|---|---:|---:|")
    for part, count in sorted(found.items(), key=lambda each: -each[1]):
        print(f"| {part} | {count / READS:,.0f} | {count / total:.1%} |")
        kept.add(part, [count / READS], "instructions", split=title, share=count / total)


def main():
    build, kept = pathlib.Path(sys.argv[1]).absolute(), Kept("profile")
    with tempfile.TemporaryDirectory(prefix="libapi-profile-") as folder:
        shutil.copy(record(build, folder), FOLDER / "profile.callgrind")
    file = FOLDER / "profile.callgrind"  # kcachegrind shows the rest
    own, total = annotate(file)
    everything, _ = annotate(file, "--inclusive=yes")
    print(f"{total / READS:,.0f} instructions a point read in the server, {READS} reads")
    tell("by who executes them", split(own, PARTS), total, kept)
    tell("by step, with all that it calls", inclusive(everything, total), total, kept)
    print("\nthe dearest functions by themselves")
    for count, name in sorted(own, reverse=True)[:25]:
        print(f"{count / READS:8,.0f}  {count / total:6.1%}  {name[-100:]}")


main()
