#!/usr/bin/env python3
"""zone.py ANSWERS [--all | NAME…]: every change of a clock, as server/domain/zone and as Python's zoneinfo know it.

For 40 zones (or those named; --all: every name of the database) and the years 1900-2200:
  - the list of changes, found by our iterators in both directions and by sampling zoneinfo: once a day from 1970 to
    2100, every fifth day before and after;
  - around each change, from -1 s to +1 s: the offset, the summer flag and the abbreviation of instants;
  - around each gap and overlap, with fold 0 and 1: kind and instant of wall times.
Then the same over the database compiled anew by zic in its slim form, where the footers carry most years. zic 2022
writes one such file wrong (America/Ojinaga: its footer contradicts its table); to refuse a slim file is no difference,
but it is told. Ends with the time per call.
ANSWERS is the program built from zone/answers.c.
"""
import datetime
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zoneinfo

ZONES = """
    Africa/Cairo Africa/Casablanca Africa/El_Aaiun Africa/Johannesburg Africa/Monrovia America/Anchorage
    America/Caracas America/Havana America/Los_Angeles America/Mexico_City America/New_York America/Nuuk
    America/Santiago America/Sao_Paulo America/Scoresbysund America/St_Johns Antarctica/Troll Asia/Amman Asia/Gaza
    Asia/Jerusalem Asia/Kathmandu Asia/Kolkata Asia/Pyongyang Asia/Tehran Asia/Tokyo Atlantic/Azores
    Australia/Eucla Australia/Lord_Howe Australia/Sydney Europe/Berlin Europe/Dublin Europe/Istanbul Europe/Lisbon
    Europe/London Europe/Moscow Pacific/Apia Pacific/Auckland Pacific/Chatham Pacific/Kiritimati UTC
""".split()
UTC = datetime.timezone.utc
EPOCH = datetime.datetime(1970, 1, 1)
FIRST = int((datetime.datetime(1900, 1, 1) - EPOCH).total_seconds())
END = int((datetime.datetime(2200, 12, 31) - EPOCH).total_seconds())
DAY = 86400
DAILY = range(0, 131 * 366 * DAY)  # 1970-2100


def clock(zone, utc):
    """Offset, summer, abbreviation: what Python says of an instant."""
    at = (EPOCH.replace(tzinfo=UTC) + datetime.timedelta(seconds=utc)).astimezone(zone)
    return int(at.utcoffset().total_seconds()), int(bool(at.dst())), at.tzname()


def changes(zone, daily):
    """Python has no list of changes: sample, then halve."""
    found, last, last_clock, utc = [], FIRST - 1, clock(zone, FIRST - 1), FIRST - 1
    while utc < END - 1:
        utc = min(utc + (DAY if utc in daily else 5 * DAY), END - 1)
        now = clock(zone, utc)
        if now != last_clock:
            low, high = last, utc
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if clock(zone, middle) == last_clock else (low, middle)
            found.append(high)
        last, last_clock = utc, now
    return found


def from_wall(zone, local, fold):
    """Kind and instant of a wall time, by PEP 495: in a gap the offset of fold 0 is the smaller, in an overlap the
    larger. An occurrence in a gap takes the offset before, which is that of fold 0."""
    wall = EPOCH + datetime.timedelta(seconds=local)
    first, second = (int(wall.replace(tzinfo=zone, fold=f).utcoffset().total_seconds()) for f in (0, 1))
    kind = "ordinary" if first == second else "overlap" if first > second else "gap"
    offset = second if kind == "overlap" and fold == 1 else first
    return f"{kind} {local - offset} {offset}"


def ask(answers, folder, questions):
    run = subprocess.run([answers], input="\n".join(questions) + "\n", capture_output=True, text=True, check=False,
                         env={**os.environ, "TZDIR": folder})
    if run.returncode != 0:
        sys.exit(f"{answers} with TZDIR={folder}: {run.stderr.strip() or run.returncode}")
    lines = run.stdout.splitlines()
    if len(lines) != len(questions):
        sys.exit(f"{len(questions)} questions, {len(lines)} answers")
    return lines


class Report:
    """Counts; prints the first few differences."""

    def __init__(self):
        self.compared, self.differences = 0, 0

    def compare(self, what, ours, theirs):
        self.compared += 1
        if ours != theirs:
            self.differences += 1
            if self.differences <= 20:
                print(f"{what}: ours {ours:.200}, zoneinfo {theirs:.200}")


def wall_times(zone, change):
    """Wall times at, beside and between both ends of a jump."""
    before, after = change + clock(zone, change - 1)[0], change + clock(zone, change)[0]
    points = {before, after, (before + after) // 2, before - 1800, after + 1800}
    return sorted(point + step for point in points for step in (-1, 0, 1))


def exam(folder, name, daily=DAILY):
    """Questions about one zone and zoneinfo's answers; None: any."""
    with open(pathlib.Path(folder) / name, "rb") as file:
        zone = zoneinfo.ZoneInfo.from_file(file, key=name)
    known = changes(zone, daily)
    pairs = [(f"z {name}", None), (f"c {FIRST} {END}", " ".join(map(str, known))),
             (f"p {FIRST} {END}", " ".join(map(str, reversed(known))))]
    for utc in [FIRST, END - 1] + [change + step for change in known for step in (-1, 0, 1)]:
        pairs.append((f"u {utc}", "{} {} {}".format(*clock(zone, utc))))
    for local in [point for change in known for point in wall_times(zone, change)]:
        pairs += [(f"l {local} {fold}", from_wall(zone, local, fold)) for fold in (0, 1)]
    return name, len(known), pairs


def hold_exam(answers, folder, name, pairs, report):
    """False: the program refuses the zone."""
    lines = ask(answers, folder, [question for question, _ in pairs])
    if lines[0].startswith("!"):
        print(f"{name}: {lines[0][2:]}")
        return False
    for (question, expected), ours in zip(pairs, lines):
        if expected is not None:
            report.compare(f"{name}, {question}", ours.rstrip(), expected)
    return True


def check_facts(answers, folder, report):
    """Facts from the news, so that two readers of one broken file cannot agree with each other alone."""
    def seconds(*parts):
        return int((datetime.datetime(*parts) - EPOCH).total_seconds())
    facts = [
        # Samoa went from Thursday 29 to Saturday 31 December 2011: the whole Friday is a gap of 24 h.
        ("Pacific/Apia", f"l {seconds(2011, 12, 30, 12)} 0", f"gap {seconds(2011, 12, 30, 22)} -36000"),
        # Half an hour of summer on Lord Howe: 02:00 to 02:30.
        ("Australia/Lord_Howe", f"l {seconds(2026, 10, 4, 2, 15)} 0", f"gap {seconds(2026, 10, 3, 15, 45)} 37800"),
        ("Europe/Dublin", f"u {seconds(2026, 1, 1)}", "0 1 GMT"),  # by law winter is the exception
        ("Europe/Dublin", f"u {seconds(2026, 7, 1)}", "3600 0 IST"),
        ("Africa/Casablanca", f"u {seconds(2026, 3, 1)}", "0 1 +00"),  # Ramadan 1447
        ("Asia/Kathmandu", f"u {seconds(2026, 1, 1)}", "20700 0 +0545"),
        ("America/New_York", f"l {seconds(2026, 3, 8, 2, 30)} 0", f"gap {seconds(2026, 3, 8, 7, 30)} -18000"),
        ("America/New_York", f"l {seconds(2026, 11, 1, 1, 30)} 0", f"overlap {seconds(2026, 11, 1, 5, 30)} -14400"),
        ("America/New_York", f"l {seconds(2026, 11, 1, 1, 30)} 1", f"overlap {seconds(2026, 11, 1, 6, 30)} -18000"),
        ("America/New_York", f"u {seconds(2199, 7, 1)}", "-14400 1 EDT"),  # from the footer
        ("US/Eastern", "z US/Eastern", "America/New_York"),
    ]
    for name, question, known in facts:
        report.compare(f"{name}, {question}", ask(answers, folder, [f"z {name}", question])[1], known)


def slim_copy(system, folder):
    """The same database, compiled without what the footers can say. False: no zic on this machine."""
    zic = shutil.which("zic", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if zic is None:
        return False
    subprocess.run([zic, "-b", "slim", "-d", folder, f"{system}/tzdata.zi"], check=True, capture_output=True)
    lines = pathlib.Path(system, "tzdata.zi").read_text(encoding="utf-8").splitlines(keepends=True)
    pathlib.Path(folder, "tzdata.zi").write_text("# version slim\n" + "".join(lines[1:]), encoding="utf-8")
    return True


def compare_folder(answers, folder, exams, kind):
    """(differences, zones refused)"""
    report = Report()
    with open(pathlib.Path(folder) / "tzdata.zi", encoding="utf-8") as file:
        report.compare("version", f"# version {ask(answers, folder, ['v'])[0]}", file.readline().strip())
    held = [count for name, count, pairs in exams if hold_exam(answers, folder, name, pairs, report)]
    check_facts(answers, folder, report)
    refused = len(exams) - len(held)
    print(f"{kind} files: {len(held)} zones, {sum(held)} changes, "
          f"{report.compared} answers compared, {report.differences} differ, {refused} zones refused")
    return report.differences, refused


def names_of(system):
    lines = pathlib.Path(system, "tzdata.zi").read_text(encoding="utf-8").splitlines()
    return sorted(line.split()[1 if line[0] == "Z" else 2] for line in lines if line[:2] in ("Z ", "L "))


def main():
    answers, names = sys.argv[1], sys.argv[2:] or ZONES
    system = os.environ.get("TZDIR") or "/usr/share/zoneinfo"
    exams = [exam(system, name) for name in (names_of(system) if names == ["--all"] else names)]
    differences, refused = compare_folder(answers, system, exams, "the system's")
    with tempfile.TemporaryDirectory() as folder:
        if slim_copy(system, folder):
            exams = [exam(folder, name, daily=()) for name, _, _ in exams]
            differences += compare_folder(answers, folder, exams, "slim")[0]
        else:
            print("no zic here: slim files not compared")
    print(ask(answers, system, ["b"])[0].replace("; ", "\n"))
    return 1 if differences or refused else 0


if __name__ == "__main__":
    sys.exit(main())
