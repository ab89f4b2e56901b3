#!/usr/bin/python3
"""symbols.py LIBAPI_JSON INCLUDE: every function of libapi.json is used by a header of the C++ binding."""
import json
import pathlib
import re
import sys

# Not wrapped; the C headers come with the binding, so they are there all the same.
IN_C = [
    r"libapi_rrule_\w+",  # builds a text, which every rule takes
    r"libapi_((observation|exchange)_\w+|config_set_(observer|trace|transport)|set_allocator)",  # hooks that C functions hang on
]
names = {function["name"] for function in json.load(open(sys.argv[1], encoding="utf-8"))["functions"]}
text = "".join(path.read_text(encoding="utf-8") for path in sorted(pathlib.Path(sys.argv[2]).rglob("*.hpp")))
used = set(re.findall(r"\blibapi_\w+", text))
# Options and settings are named by macros: the noun, then the setting.
for verb, noun, setting in re.findall(r"LIBAPI_CPP_(SET|UNSET)_(?:TEXT|NUMBER)\((\w+), (\w+)", text):
    used.add(f"libapi_{noun}_set_{setting}")
missing = sorted(name for name in names - used if not re.fullmatch("|".join(IN_C), name))
for name in missing:
    print(f"the C++ binding lacks {name}()", file=sys.stderr)
print(f"{len(names)} functions, {len(missing)} missing")
sys.exit(1 if missing or len(names) < 100 else 0)
