#!/usr/bin/env python3
"""rrule_bench.py BUILD: our expander, libical and python-dateutil on the same rules (rrule_rules.h), in turns;
medians of BENCH_ROUNDS (5) rounds. CPU time; every figure of a peer is a ratio to ours in the same round."""
import os
import pathlib
import statistics
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parents[1]
build = pathlib.Path(sys.argv[1])
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
OURS = [build / "bench/rrule"]
PEERS = {"libical": [build / "bench/rrule_libical"],
         "dateutil": [root / ".dev/venv/bin/python", root / "bench/rrule_dateutil.py"]}


class Line:
    """A rule of one round: what it cost and what was found."""

    def __init__(self, text):
        rule, walk, jump, walked, jumped, more = text.split("\t")
        self.rule, self.cost, self.more = rule, {"walk": float(walk), "jump": float(jump)}, float(more)
        self.found = {"walk": walked, "jump": jumped}


def run(command, rules=""):
    done = subprocess.run(command, input=rules, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return [Line(line) for line in done.stdout.splitlines()]


def ratio(rounds, peer, number, kind):
    """How often ours goes into a peer's cost; None where the peer found something else."""
    if any(each[peer][number].found[kind] != each["ours"][number].found[kind] for each in rounds):
        return None
    return statistics.median(each[peer][number].cost[kind] / each["ours"][number].cost[kind] for each in rounds)


def one_round(_):
    ours = run(OURS)
    rules = "\n".join(line.rule for line in ours)
    return {"ours": ours, **{name: run(command, rules) for name, command in PEERS.items()}}


def shown(value):
    return f"{'differs':>9s}" if value is None else f"{value:8.1f}×"


rounds = [one_round(number) for number in range(ROUNDS)]
print(f"{'':80s} {'an occurrence':>28s}   {'a jump of fifty years':>28s}   {'slice':>6s}")
print(f"{'rule, in America/New_York from 2001-01-01 09:00':80s}" + f" {'ns':>8s} {'libical':>9s} {'dateutil':>9s}  " * 2
      + f" {'us':>6s}")
for at, line in enumerate(rounds[0]["ours"]):
    row = f"{line.rule:80s}"
    for what in ("walk", "jump"):
        ns = statistics.median(each["ours"][at].cost[what] for each in rounds)
        row += f" {ns:8.1f} {shown(ratio(rounds, 'libical', at, what))} {shown(ratio(rounds, 'dateutil', at, what))}  "
    print(row + f" {statistics.median(each['ours'][at].more for each in rounds):6.1f}")
print("differs: the peer finds other instants than ours, or refuses the rule, so its cost is left out")
