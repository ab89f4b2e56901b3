"""observed.py: the dashboard, the alert rules, docs/metrics.md and docs/logs.md speak of what the server has. Run by
with_server.sh, in the project's root."""
import json
import os
import pathlib
import re
import sys
import time
import urllib.request

root = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(root / "tests/system"))
from wire import Checks, make_calendar, make_event, request

check = Checks()
DASHBOARD, RULES = "packaging/grafana/libapi.json", "packaging/prometheus/alerts.yaml"
# Of other programs, or not of metrics: up is Prometheus's own.
NO_METRICS = {"up"}
RARE = {"user_id", "key_prefix", "error", "operation"}  # in a line only where there is one


def samples():
    """Metric -> names of its labels, and every series name that a query may use."""
    with urllib.request.urlopen(os.environ["ADMIN_URL"] + "/metrics", timeout=30) as answer:
        text = answer.read().decode()
    kinds = dict(re.findall(r"^# TYPE (\S+) (\S+)$", text, re.M))
    labels, series = {name: None for name in kinds}, set()
    for name, _, inside in re.findall(r"^(api_\w+)(\{(.*)\})? \S+$", text, re.M):
        base = re.sub(r"_(bucket|sum|count)$", "", name)
        base = base if kinds.get(base) == "histogram" else name
        series.add(name)
        labels[base] = (labels[base] or set()) | set(re.findall(r'(\w+)="', inside)) - {"le"}
    return labels, series


def expressions():
    for panel in json.loads((root / DASHBOARD).read_text(encoding="utf-8"))["panels"]:
        for target in panel.get("targets", ()):
            yield f"{DASHBOARD}, {panel['title']}", target["expr"]
    for alert, expr in re.findall(r"alert: (\w+)\n\s+expr: (.+)", (root / RULES).read_text(encoding="utf-8")):
        yield f"{RULES}, {alert}", expr


def queries(labels, series):
    used, count = set(), 0
    for where, expr in expressions():
        count += 1
        plain = re.sub(r'"[^"]*"', '""', expr)
        found = set(re.findall(r"\bapi_\w+", plain))
        check.that(found or any(each in plain for each in NO_METRICS), f"{where}: no metric in {expr}")
        check.that(found <= series, f"{where}: the server has no {found - series}")
        bases = {re.sub(r"_(bucket|sum|count)$", "", name) if name not in labels else name for name in found}
        known = {"job", "instance", "le"}.union(*(labels.get(base) or () for base in bases))
        named = set(re.findall(r'(\w+)\s*(?:=~|!~|!=|=)""', plain))
        for group in re.findall(r"\bby \(([^)]*)\)", plain):
            named |= {each.strip() for each in group.split(",")}
        check.that(named <= known, f"{where}: no label {named - known} at {found}")
        used |= bases
    check.that(count > 40, f"only {count} expressions were found")
    check.that(used == set(labels), f"neither drawn nor watched: {set(labels) - used}")


def labels_told(labels):
    text = (root / "docs/metrics.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(api_\w+)` \| \w+ \| [^|]+ \| ([^|]+) \| [^|]{20,} \|$", text, re.M))
    check.that(set(rows) == set(labels), f"docs/metrics.md: rows for {set(rows) ^ set(labels)}")
    for name, told in rows.items():
        there = labels.get(name)
        told = set() if told == "–" else set(told.split(", "))
        check.that(there is None or there == told, f"docs/metrics.md: {name} has labels {there}, not {told}")
    alerts = set(re.findall(r"^\| `([A-Z]\w+)` \|", text, re.M))
    rules = set(re.findall(r"alert: (\w+)", (root / RULES).read_text(encoding="utf-8")))
    check.that(alerts == rules, f"docs/metrics.md: alerts {alerts ^ rules}")


def log_lines():
    """What this server wrote, whole lines only, once the request below is among them."""
    due = time.monotonic() + 60
    while time.monotonic() < due:
        lines = pathlib.Path(os.environ["SERVER_LOG"]).read_text(encoding="utf-8").splitlines()
        told = [json.loads(line) for line in lines if line.startswith("{") and line.endswith("}")]
        if any(line.get("request_id") == "observed" for line in told):
            return told
        time.sleep(0.05)
    return []


def events_in_source():
    """Message -> names of its fields, of every LOG_EVENT and of the lines that are put together elsewhere."""
    passed = {"log_failure": {"lane", "reason", "failures"}}  # functions that take the message from whoever calls them
    found = {}
    for path in sorted((root / "server").rglob("*.c")):
        text = re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))
        for call in re.findall(r"LOG_EVENT\( ?(.+?)\);", text):
            head = re.split(r"LOG_(?:TEXT|NUMBER|BOOL)\(", call)[0]
            fields = set(re.findall(r'LOG_(?:TEXT|NUMBER|BOOL)\( ?"(\w+)"', call))
            for message in re.findall(r'"([^"]+)"', head):
                found[message] = found.get(message, set()) | fields
        for function, fields in passed.items():
            for message in re.findall(function + r'\([^;{]*?"([^"]+)"', text):
                found[message] = fields
    return found


def logs_told():
    text = (root / "docs/logs.md").read_text(encoding="utf-8")
    rows = {name: set(re.findall(r"`(\w+)`", fields))
            for name, fields in re.findall(r"^\| `([^`]+)` \| \w+(?:, \w+)? \| ([^|]*) \|", text, re.M)}
    source = events_in_source()
    check.that(len(source) > 20, f"only {len(source)} messages were found in the source")
    for message, fields in source.items():
        check.that(rows.get(message) == fields, f"docs/logs.md: `{message}` has {sorted(fields)}, not {rows.get(message)}")
    lines = log_lines()
    known = set(re.findall(r"^\| `(\w+)` \| [^|]+ \| [^|]+ \|$", text.split("## A request")[1].split("\n## ")[0], re.M))
    of_requests = [line for line in lines if line["message"] in ("request", "client gone")]
    seen = set().union(*map(set, of_requests))
    check.that(seen == known, f"docs/logs.md: fields of a request {seen ^ known}")
    for line in of_requests:
        check.that(known - set(line) <= RARE, f"a line without {known - set(line) - RARE}: {line}")
    for line in lines:
        message, fields = line["message"], set(line) - {"time", "level", "message"}
        check.that(line in of_requests or fields <= rows.get(message, set()), f"docs/logs.md: not told: {line}")


make_event(make_calendar()["id"])
request("GET", "/nothing")
request("GET", "/v1/users/me", headers={"X-Request-Id": "observed"})
found = samples()
queries(*found)
labels_told(found[0])
logs_told()
check.done()
