#!/usr/bin/env python3
"""Every operationId has a route, an SDK function (declared, in the symbol map, exported), a CLI command, a system
test and a conformance case. everywhere.py BUILD"""
import json
import pathlib
import re
import subprocess
import sys

import yaml

build = pathlib.Path(sys.argv[1])
contract = yaml.safe_load(pathlib.Path("openapi/calendar.yaml").read_text(encoding="utf-8"))
routes = (build / "generator/routes.c").read_text(encoding="utf-8")
headers = "".join(p.read_text(encoding="utf-8") for p in pathlib.Path("include/api").glob("*.h"))
symbols = pathlib.Path("libapi/libapi.syms").read_text(encoding="utf-8")
described = json.loads((build / "generator/libapi.json").read_text(encoding="utf-8"))
described = {operation["function"] for operation in described["operations"]}  # what bindings make at load
exported = subprocess.run(["nm", "-D", "--defined-only", build / "libapi/libapi.so.1"], capture_output=True,
                          text=True, check=True).stdout
tests = "".join(p.read_text(encoding="utf-8") for p in pathlib.Path("tests/system").glob("*.c"))
cases = [json.loads(p.read_text(encoding="utf-8")) for p in pathlib.Path("tests/conformance").glob("*.json")]
called = {step.get(how) for case in cases for step in case["steps"] for how in ("call", "list", "start")
          if "fails" not in step}
cli = {}
faults, count = [], 0
for path, item in contract["paths"].items():
    for method, operation in item.items():
        if method not in ("get", "post", "put", "patch", "delete") or operation.get("x-probe"):
            continue
        count += 1
        name, sdk = operation["operationId"], operation["x-sdk"]
        noun, verb = sdk.split("_", 1)
        if noun not in cli:
            cli[noun] = subprocess.run([build / "cli/calctl", noun, "--help"], capture_output=True, text=True).stdout
        constant = f"OPERATION_{sdk.upper()}]"
        for what, there in {
            "route": constant in routes,
            "function": re.search(rf"\blibapi_{sdk}\(", headers),
            "_start": re.search(rf"\blibapi_{sdk}_start\(", headers),
            "symbol map": re.search(rf"\blibapi_{sdk};", symbols),
            "exported symbol": re.search(rf" libapi_{sdk}(@|$)", exported, re.M),
            "entry in libapi.json (Lua's methods)": f"libapi_{sdk}" in described,
            "CLI command": re.search(rf"\b{verb.replace('_', '-')}\b", cli[noun]),
            "system test": re.search(rf"\blibapi_{sdk}\(", tests),
            "conformance case": name in called,
        }.items():
            if not there:
                faults.append(f"{name} ({method.upper()} {path}) has no {what}")
print("\n".join(faults) or f"{count} operations, each everywhere")
sys.exit(1 if faults or not count else 0)
