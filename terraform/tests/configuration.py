"""Reads HCL into plain dictionaries: strings without their quotes, expressions as they are written."""
import pathlib

import hcl2


def plain(value):
    if isinstance(value, str):
        return value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else value
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {plain(key): plain(item) for key, item in value.items() if key != "__is_block__"}
    return value


def read(folder):
    """All blocks of a folder's *.tf by kind, each with the file it stands in."""
    blocks = {}
    for path in sorted(pathlib.Path(folder).glob("*.tf")):
        with open(path, encoding="utf-8") as file:
            for kind, found in plain(hcl2.load(file)).items():
                blocks.setdefault(kind, []).extend((path, block) for block in found)
    return blocks


def named(blocks, kind):
    """Yields (file, name, body) of variables, outputs, modules."""
    for path, block in blocks.get(kind, []):
        for name, body in block.items():
            yield path, name, body


def resources(blocks):
    """Yields (file, type, name, body)."""
    for path, block in blocks.get("resource", []):
        for kind, by_name in block.items():
            for name, body in by_name.items():
                yield path, kind, name, body
