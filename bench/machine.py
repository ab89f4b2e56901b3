"""machine.py: what things cost on this machine: CPU of process trees, memory, medians, figures beside their limits."""
import os
import statistics

TICK = os.sysconf("SC_CLK_TCK")


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as listed:
            return [int(child) for child in listed.read().split()]
    except OSError:
        return []


def cpu_seconds(pid, tree=False):
    """User and system time of a process; with tree, of its children too, those that have ended included."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    ticks = int(fields[11]) + int(fields[12]) + ((int(fields[13]) + int(fields[14])) if tree else 0)
    return ticks / TICK + (sum(cpu_seconds(child, True) for child in children(pid)) if tree else 0)


def rss_mib(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    return 0.0


def spread(values):
    """median [least … greatest]"""
    return f"{statistics.median(values):8.2f}  [{min(values):.2f} … {max(values):.2f}]"


class Figures:
    """Told as they come, and written to `file` (kept.py); finish() counts those that broke their limit."""

    def __init__(self, file):
        self.file, self.count, self.misses = file, 0, []

    def say(self, name, values, limit=None, at_least=True):
        """One figure: its median and spread beside the limit it must keep."""
        median = statistics.median(values)
        kept = limit is None or (median >= limit if at_least else median <= limit)
        due = "" if limit is None else f"   {'at least' if at_least else 'at most'} {limit}{'' if kept else '   MISSED'}"
        print(f"{name:80s} {spread(values)}{due}", flush=True)
        self.file.add(name, values, limit=limit, at_least=at_least)
        self.count += 1
        if not kept:
            self.misses.append(name)

    def finish(self):
        print(f"{self.count} figures, {len(self.misses)} missed" + "".join(f"\n  {name}" for name in self.misses))
        return 1 if self.misses else 0
