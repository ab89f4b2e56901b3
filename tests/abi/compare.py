"""abidiff's verdict on two libraries, or on a dump and a library. What is added is welcome."""
import shutil
import subprocess

# abidiff(1): bits of its exit status.
ERROR, USAGE, CHANGE = 1, 2, 4


def missing_tool():
    """None, or why nothing can be said; then the test fails, it is not skipped."""
    return None if shutil.which("abidiff") else "abidiff is missing: install abigail-tools"


def changes(old, new, *options):
    """None when every program linked against `old` runs with `new`, else abidiff's own words."""
    done = subprocess.run(["abidiff", "--no-added-syms", "--harmless", *options, str(old), str(new)],
                          text=True, capture_output=True, check=False)
    if done.returncode & (ERROR | USAGE):
        raise RuntimeError(f"abidiff failed: {done.stderr or done.stdout}")
    return done.stdout if done.returncode & CHANGE else None
