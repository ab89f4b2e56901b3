#!/usr/bin/env python3
"""Every example is built and does what its first line says.

    examples.py EXAMPLES_DIR

SHOWN says what each must print; an example that is not there, or has no entry, is a failure, so none goes untested.
LIBAPI_URL and LIBAPI_KEY name a fresh server.
"""
import pathlib
import re
import subprocess
import sys

VERSION = r"server \d+\.\d+\.\d+"
BERLIN = r"2026-\d\d-\d\dT{}:00\+0{}:00\n"
SHOWN = {
    "01_first": r"Standup at 2026-.*\n",
    "02_pages": r"([0-9a-f-]{36}  .*\n)+",
    "03_conflict": r"(.*\n)+",
    "04_async": rf"({VERSION}, request .+\n){{20}}",
    "05_sync": r"calendar .*\n(\+ .*\n)*go on from .*\n",
    "06_libuv": rf"{VERSION}\n",
    "07_libevent": rf"{VERSION}\n",
    "08_glib": rf"{VERSION}\n",
    "09_patch": r"Team Berlin, Europe/Berlin, color none\n",
    # 12 October; the moved one on 20 October; 26 October is after the end of summer time; from 2 November on at ten.
    "10_series": (r"2026-10-12T09:00:00\+02:00\n2026-10-20T14:00:00\+02:00\n2026-10-26T09:00:00\+01:00\n"
                  r"2026-11-02T10:00:00\+01:00\n2026-11-09T10:00:00\+01:00\n2026-11-16T10:00:00\+01:00\n"),
    "11_find_time": r"(2026-12-01T.*\n){3}",
    "12_testing": r'LIBAPI_E_STALE, now at "8"; the script was kept\n',
}


def run(program):
    return subprocess.run([program], text=True, capture_output=True, timeout=60, check=False)


def run_sync(program):
    """It goes on for ever; up to its first token is enough. Its calendar is one that the examples before have made."""
    calendar = run(program.with_name("example_02_pages")).stdout.split()[0]
    with subprocess.Popen(["stdbuf", "-oL", program, calendar], text=True, stdout=subprocess.PIPE) as started:
        lines = []
        while not lines or lines[-1] and not lines[-1].startswith("go on"):
            lines.append(started.stdout.readline())
        started.terminate()
    return subprocess.CompletedProcess(program, 0, "".join(lines), "")


def fault(name, program):
    """None, or what is wrong with an example."""
    if not program.exists():
        return f"{name} was not built"
    done = run_sync(program) if name == "05_sync" else run(program)
    if done.returncode != 0 or not re.fullmatch(SHOWN[name], done.stdout):
        return f"{name}: exit {done.returncode}\n{done.stdout}{done.stderr}"
    return None


def main():
    sources = {path.stem for path in pathlib.Path(__file__).resolve().parents[2].glob("examples/*.c")}
    faults = [f"{name} has no entry in SHOWN" for name in sorted(sources - set(SHOWN))]
    faults += [f"examples/{name}.c is not there" for name in sorted(set(SHOWN) - sources)]
    for name in sorted(sources & set(SHOWN)):
        faults.append(fault(name, pathlib.Path(sys.argv[1], f"example_{name}")))
    faults = [text for text in faults if text]
    print("\n".join(faults) or f"{len(sources)} examples do what they say")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
