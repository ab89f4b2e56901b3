#!/usr/bin/env python3
"""Today's library keeps what a release promised: its functions, as abidiff sees them, and its constants.

    release.py OLD_RELEASE_DIR LIBAPI_SO INCLUDE_DIR CC

A release is a folder beside this file: the headers as they were, and the library's dump (libapi.abi), written by
`./dev abi-snapshot`. Constants have no symbol, so the compiler compares them.
"""
import pathlib
import subprocess
import sys

import compare

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "generator")]

import abi_read  # noqa: E402 (after the path above)


def promised_constants(release):
    return [value for path in sorted((release / "include" / "api").glob("*.h"))
            for _, values in abi_read.enums(path.read_text(encoding="utf-8")) for value in values]


def changed_constants(release, include_dir, compiler):
    """What the compiler says of constants that are gone or have another value; empty: nothing."""
    asserts = [f'_Static_assert({name} == {value}, "{name} was {value}");'
               for name, value in promised_constants(release)]
    done = subprocess.run([*compiler, "-std=c11", "-fsyntax-only", f"-I{include_dir}", "-x", "c", "-"],
                          input="\n".join(['#include "api/api.h"', *asserts]), text=True, capture_output=True, check=False)
    return [done.stderr] if done.returncode else []


def main():
    release, library, include_dir, compiler = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4].split()
    if compare.missing_tool():
        print(compare.missing_tool())
        return 1
    said = compare.changes(release / "libapi.abi", library, "--headers-dir2", include_dir,
                           "--suppressions", str(HERE / "private.suppr"))
    failures = ([said] if said else []) + changed_constants(release, include_dir, compiler)
    print("\n".join(failures) or f"keeps what {release.name} promised, {len(promised_constants(release))} constants too")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
