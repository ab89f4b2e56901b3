"""kept.py: what a run measured, as lines of JSON under .dev/bench, for plot.py and for comparison with later runs.

A line is {run, at, commit, machine, name, unit, values}; values are those of the rounds. `run` begins with what was
run; scale's lines carry `axis`, `at_x` and `loops` too."""
import json
import os
import pathlib
import subprocess
import time

root = pathlib.Path(__file__).resolve().parents[1]
FOLDER = pathlib.Path(os.environ.get("BENCH_FOLDER", root / ".dev/bench"))


class Kept:
    def __init__(self, what):
        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=root, capture_output=True, text=True, check=False)
        self.common = {"run": what, "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
                       "commit": commit.stdout.strip(), "machine": f"{os.cpu_count()} cores",
                       "load": round(os.getloadavg()[0], 1)}
        FOLDER.mkdir(parents=True, exist_ok=True)
        self.path = FOLDER / f"{what}.jsonl"

    def add(self, name, values, unit="ratio", **more):
        line = {**self.common, "name": name, "unit": unit, "values": [float(f"{value:.5g}") for value in values], **more}
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def last_run(what):
    """The lines of the newest run; [] if none was kept."""
    path = FOLDER / f"{what}.jsonl"
    if not path.exists():
        return []
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line["at"] == lines[-1]["at"]]
