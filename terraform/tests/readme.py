#!/usr/bin/env python3
"""readme.py [--check]: writes the tables of inputs and outputs into each module's README, out of its HCL.

Prose above the mark is kept. With --check nothing is written, and a README that lags is a fault.
"""
import pathlib
import sys

from configuration import named, read

ROOT = pathlib.Path(__file__).resolve().parent.parent
MARK = "<!-- below: written by terraform/tests/readme.py -->\n"


def cell(value):
    return str(value).replace("|", "\\|").replace("\n", " ").replace("${", "").replace("}", "") \
        if isinstance(value, str) and value.startswith("${") else str(value).replace("|", "\\|")


def tables(folder):
    blocks = read(folder)
    lines = ["", "| input | type | default | meaning |", "|---|---|---|---|"]
    for _, name, body in named(blocks, "variable"):
        kind = str(body.get("type", "any"))
        kind = kind.split("(")[0].replace("${", "").rstrip("}")
        default = "required" if "default" not in body else f"`{cell(body['default'])}`"
        if "default" in body and body["default"] is None:
            default = "`null`"
        lines.append(f"| `{name}` | {kind} | {default} | {cell(body.get('description', ''))} |")
    lines += ["", "| output | meaning |", "|---|---|"]
    for _, name, body in named(blocks, "output"):
        lines.append(f"| `{name}` | {cell(body.get('description', ''))} |")
    return "\n".join(lines) + "\n"


def main():
    lagging = []
    for folder in sorted((ROOT / "modules").iterdir()) + [ROOT / "stack", ROOT / "bootstrap"]:
        path = folder / "README.md"
        old = path.read_text(encoding="utf-8") if path.exists() else f"# {folder.name}\n\n{MARK}"
        new = old.split(MARK)[0] + MARK + tables(folder)
        if new != old:
            lagging.append(str(path.relative_to(ROOT)))
            if "--check" not in sys.argv:
                path.write_text(new, encoding="utf-8")
    for path in lagging if "--check" in sys.argv else []:
        print(f"{path} is not what its HCL says; run terraform/tests/readme.py")
    return 1 if lagging and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
