"""shown.py BUILD: README.md shows what happens. Run by with_server.sh, in the project's root.

The program in README.md is examples/01_first.c, byte for byte. Every ```console block is typed into one shell, in
order, as a reader would: "$ " starts a command, "> " goes on with it, all else is what it prints. Ids and the
times of the clock differ from run to run and are masked on both sides; all other bytes must be equal.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

MARK = "--- next command ---"
COMPILE = "cc app.c $(pkg-config --cflags --libs libapi)"
MASKS = [
    (r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID"),
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "TIME"),  # the server's stamps; event times carry an offset
]


def blocks(text, kind):
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.M | re.S)


def mask(text):
    for pattern, word in MASKS:
        text = re.sub(pattern, word, text)
    return text


def dialogue(text):
    """[(command, what it prints), …] of all console blocks."""
    steps = []
    for line in "".join(blocks(text, "console")).splitlines():
        if line.startswith("$ "):
            steps.append([line[2:], []])
        elif line.startswith("> ") and steps and not steps[-1][1]:
            steps[-1][0] += "\n" + line[2:]
        elif steps:
            steps[-1][1].append(line)
        else:
            sys.exit(f"README.md: output before the first command: {line}")
    return [(command, "\n".join(printed)) for command, printed in steps]


def type_all(commands, folder, build):
    """What each command prints, standard output and errors as a terminal mixes them."""
    env = dict(os.environ, LC_ALL="C.UTF-8", HOME=folder,
               PATH=f"{build}/cli:{build}/server:{os.environ['PATH']}",
               PKG_CONFIG_PATH=f"{build}/meson-uninstalled", LD_LIBRARY_PATH=f"{build}/libapi")
    script = "\n".join(f"echo '{MARK}'\n{command}" for command in commands)
    script = script.replace("http://127.0.0.1:8080", os.environ["LIBAPI_URL"])
    ran = subprocess.run(["bash", "-c", script], cwd=folder, env=env, text=True, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, timeout=90)
    return [part.strip("\n") for part in ran.stdout.split(MARK + "\n")[1:]]


def check_program(readme):
    shown, file = blocks(readme, "c"), pathlib.Path("examples/01_first.c").read_text(encoding="utf-8")
    if len(shown) != 1 or shown[0] != file:
        sys.exit("README.md: its program is not examples/01_first.c; copy the file into the ```c block")
    if file.count("\n") > 25:
        sys.exit(f"examples/01_first.c: {file.count(chr(10))} lines; a first screen holds 25")
    if COMPILE not in readme:
        sys.exit(f"README.md: the line that compiles its program is gone: {COMPILE}")
    return file


def differences(steps, outputs):
    for (command, wanted), got in zip(steps, outputs):
        if mask(got.replace(os.environ["LIBAPI_URL"], "http://127.0.0.1:8080")) != mask(wanted):
            yield f"README.md shows\n{wanted}\nand now it is\n{got}\nfor: {command}"
    if len(outputs) != len(steps):
        yield f"{len(steps)} commands, {len(outputs)} ran"


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    readme = pathlib.Path("README.md").read_text(encoding="utf-8")
    program = check_program(readme)
    steps = dialogue(readme)
    folder = tempfile.mkdtemp(prefix="libapi-readme-")
    try:
        here = pathlib.Path(folder)
        (here / "app.c").write_text(program, encoding="utf-8")
        (here / ".dev").mkdir()
        (here / ".dev/admin.key").write_text(os.environ["LIBAPI_KEY"] + "\n", encoding="utf-8")
        faults = list(differences(steps, type_all([step[0] for step in steps], folder, build)))
    finally:
        shutil.rmtree(folder)
    print("\n\n".join(faults) or f"{len(steps)} commands print what README.md shows")
    return 1 if faults else 0


sys.exit(main())
