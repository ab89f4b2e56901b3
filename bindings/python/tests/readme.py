"""README.md's programs: each passes mypy --strict and prints what stands below it.

    readme.py README    with LIBAPI_URL, LIBAPI_KEY and MYPY
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile


def check(number, program, printed):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, f"program_{number}.py")
        path.write_text(program)
        mypy = subprocess.run([os.environ["MYPY"], "--strict", "--python-executable", sys.executable,
                               "--cache-dir", f"{folder}/cache", str(path)], capture_output=True, text=True, check=False)
        run = subprocess.run([sys.executable, str(path)], capture_output=True, text=True, check=False)
    if mypy.returncode != 0:
        return mypy.stdout + mypy.stderr
    if run.stdout != printed or run.returncode != 0:
        return f"printed {run.stdout!r}, expected {printed!r}\n{run.stderr}"
    return None


def refuses_a_wrong_type():
    """The types say something: an int is no title, and an event has no colour of that name."""
    fault = check(0, "import libapi\n\nwith libapi.Client() as client:\n"
                     "    client.events.create(\"\", title=5)\n    client.users.get(\"me\").colour\n", "")
    return None if fault and fault.count("error:") == 2 else f"mypy should find two faults, and says: {fault}"


def main(readme):
    found = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", pathlib.Path(readme).read_text(), re.S)
    faults = [check(number, *pair) for number, pair in enumerate(found, 1)] + [refuses_a_wrong_type()]
    for fault in filter(None, faults):
        print(fault, file=sys.stderr)
    print(f"{len(found)} programs of the README")
    return 1 if len(found) < 2 or any(faults) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
