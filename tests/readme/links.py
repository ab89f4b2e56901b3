"""links.py: the relative links of all Markdown files lead to files of this project, their #parts to headings; and
paths in backquotes that name a file with an ending exist. Run in the project's root."""
import pathlib
import re
import subprocess
import sys


def anchor(heading):
    return re.sub(r"[^\w\- ]", "", heading.strip().lower().replace("`", "")).replace(" ", "-")


def faults_of(path, text):
    plain = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", plain):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, part = target.partition("#")
        file = (path.parent / name) if name else path
        if not file.exists():
            yield f"{path}: no file {target}"
        elif part and part not in [anchor(h) for h in re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.M)]:
            yield f"{path}: no heading for {target}"
    for name in re.findall(r"`((?:docs|server|libapi|include|cli|generator|openapi|examples|tests|scripts|bench)/"
                           r"[\w./-]+\.\w+)`", plain):
        if not re.search(r"OPERATION|NOUN|NAME", name) and not pathlib.Path(name).exists():
            yield f"{path}: no file `{name}`"


def main():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "*.md"], capture_output=True, text=True,
                            check=True).stdout.split()
    # The test proves that it can fail before it is believed.
    assert list(faults_of(pathlib.Path("README.md"), "[gone](docs/gone.md)"))
    assert list(faults_of(pathlib.Path("README.md"), "`server/gone.c`"))
    faults = [fault for name in listed if pathlib.Path(name).exists()
              for fault in faults_of(pathlib.Path(name), pathlib.Path(name).read_text(encoding="utf-8"))]
    print("\n".join(faults) or f"{len(listed)} documents, every link leads somewhere")
    return 1 if faults else 0


sys.exit(main())
