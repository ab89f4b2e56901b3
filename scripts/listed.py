#!/usr/bin/env python3
"""listed.py STAMP DEPFILE FOLDER NAME…: fail when FOLDER has a C file that the build was not configured with.

The list of sources is read when the build is configured. The depfile names the folders, so this runs again whenever
a file comes or goes, before anything is compiled."""
import pathlib
import sys

stamp, depfile, folder, listed = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), set(sys.argv[4:])
folders = [folder, *(each for each in sorted(folder.rglob("*")) if each.is_dir())]
found = {str(path.relative_to(folder)) for path in folder.rglob("*.c") if path.name != "main.c"}
pathlib.Path(depfile).write_text(f"{stamp}: {' '.join(map(str, folders))}\n", encoding="utf-8")
if found != listed:
    for name in sorted(found ^ listed):
        print(f"{folder.name}/{name} {'is new' if name in found else 'is gone'}: the list is read again, so build again", file=sys.stderr)
    (folder / "meson.build").touch()  # newer than the build files: the next run of ninja configures first
    sys.exit(1)
pathlib.Path(stamp).write_text("/* Every source file is part of the build. */\n", encoding="utf-8")
