"""tables.py: docs/operations.md lists the settings of `api-server --help`, docs/metrics.md the metrics of /metrics. Run by
with_server.sh, in the project's root. Prints the rows that are missing, ready to be copied."""
import os
import pathlib
import re
import subprocess
import sys
import urllib.request


def settings():
    text = subprocess.run([os.environ["SERVER_PROGRAM"], "--help"], capture_output=True, text=True, check=True).stdout
    for name, _, default, words in re.findall(r"^  ([A-Z_]+)(=(\S+))?\n      (.+)$", text, re.M):
        yield f"| `{name}` | {f'`{default}`' if default else ''} | {words} |"


def metrics():
    with urllib.request.urlopen(os.environ["ADMIN_URL"] + "/metrics", timeout=10) as answer:
        text = answer.read().decode()
    for name, words, kind in re.findall(r"^# HELP (\S+) (.+)\n# TYPE \S+ (\S+)$", text, re.M):
        yield f"| `{name}` | {kind} | {words} |"


def main():
    faults = []
    # Of a metric's row the beginning: what it tells is for people.
    for what, rows, file, pattern in (("settings", list(settings()), "operations.md", r"\| `(?:API_|DATABASE_).*"),
                                      ("metrics", list(metrics()), "metrics.md", r"\| `api_\w+` \|[^|]+\|[^|]+\|")):
        there = re.findall(f"^{pattern}", pathlib.Path("docs", file).read_text(encoding="utf-8"), re.M)
        assert len(rows) > 20, f"the server lists {len(rows)} {what}"
        faults += [f"no row, or not like this: {row}" for row in rows if row not in there]
        faults += [f"the server has none like this: {row}" for row in there if row not in rows]
    print("\n".join(faults) or "the documents agree with the server")
    return 1 if faults else 0


sys.exit(main())
