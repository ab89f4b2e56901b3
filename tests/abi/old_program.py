#!/usr/bin/env python3
"""A program that was built long ago runs with the library of today.

    old_program.py OLD_RELEASE_DIR LIBAPI_SO CC SOURCE

Built against the headers of that release and linked against a library that has its symbols only; then run with
today's libapi.so.1 in its place. LIBAPI_URL and LIBAPI_KEY tell the program where to go.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "generator")]

import abi  # noqa: E402 (after the path above)
import stub  # noqa: E402


def old_description(release):
    return abi.described({f"include/api/{path.name}": path.read_text(encoding="utf-8")
                          for path in sorted((release / "include" / "api").glob("*.h"))})


def main():
    release, library, compiler, source = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3].split(), sys.argv[4]
    with tempfile.TemporaryDirectory() as folder:
        linked = stub.build(old_description(release), folder, compiler)
        program = pathlib.Path(folder, "program")
        subprocess.run([*compiler, f"-I{release / 'include'}", "-o", program, source, linked], check=True)
        done = subprocess.run([program], text=True, capture_output=True, check=False,
                              env=os.environ | {"LD_LIBRARY_PATH": str(pathlib.Path(library).resolve().parent)})
    print(done.stdout + done.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
