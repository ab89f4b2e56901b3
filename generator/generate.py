#!/usr/bin/python3
"""The generator's one door.

    generate.py --contract openapi/calendar.yaml --out DIR WHAT
    generate.py [--contract …] committed [--check]

WHAT: wire, server, sdk, cli, man, openapi, abi, conformance or cpp_conformance. The first form writes what only the
build reads. The second rewrites what is committed (the public headers, the symbol map, the low layers of the C++ and
Python bindings); with --check it changes nothing and fails if something would change."""

import argparse
import importlib
import os
import sys

sys.dont_write_bytecode = True

import contract as contracts  # noqa: E402 (after the switch above)

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--contract", default=os.path.join(ROOT, "openapi", "calendar.yaml"))
    parser.add_argument(
        "--root", default=ROOT, help="the source tree, for SQL files and committed files"
    )
    parser.add_argument("--out", help="folder to write to")
    parser.add_argument("--depfile", help="where to write what was read, for ninja")
    parser.add_argument(
        "--check", action="store_true", help="committed: fail on drift, write nothing"
    )
    parser.add_argument(
        "--names", action="store_true", help="print the names of the files, write nothing"
    )
    parser.add_argument(
        "what",
        choices=["wire", "server", "sdk", "cli", "man", "openapi", "abi", "conformance",
                 "cpp_conformance", "committed"],
    )
    options = parser.parse_args()
    try:
        contract = contracts.load(options.contract)
        if options.what == "committed":
            return committed(contract, options)
        texts = build(contract, options)
    except contracts.Refused as refused:
        print(
            os.path.relpath(str(refused)) if os.path.isabs(str(refused)) else refused,
            file=sys.stderr,
        )
        return 1
    if options.names:
        print("\n".join(texts))
        return 0
    if options.out is None:
        parser.error("--out is missing")
    for name, text in texts.items():
        write(os.path.join(options.out, name), text)
    return 0


def build(contract, options):
    """name -> text of one writer's files. Writers are imported only when asked for."""
    writer = importlib.import_module(options.what)
    if options.what == "server":
        texts, read = writer.sources(contract, options.root)
        write_depfile(options, list(texts), read)
        return texts
    if options.what == "man":
        return writer.pages(contract, public_headers(options.root))
    if options.what == "abi":
        return writer.sources(contract, public_headers(options.root))
    return writer.sources(contract)


def write_depfile(options, names, read):
    if options.depfile:
        outputs = " ".join(os.path.join(os.path.dirname(options.depfile), name) for name in names)
        write(options.depfile, f"{outputs}: {' '.join(read)}\n")


def public_headers(root):
    """path -> text of every public header, hand-written or generated."""
    folder = os.path.join(root, "include", "api")
    return {
        f"include/api/{name}": read(os.path.join(folder, name))
        for name in sorted(os.listdir(folder))
        if name.endswith(".h")
    }


def committed(contract, options):
    """Headers first: the symbol map is read from all of them."""
    sdk = importlib.import_module("sdk")
    wanted = dict(sdk.headers(contract))
    headers = {**public_headers(options.root), **wanted}
    wanted["libapi/libapi.syms"] = sdk.symbols(headers)
    wanted |= importlib.import_module("binding_python").sources(contract, headers)
    wanted.update(importlib.import_module("cpp").headers(contract, headers))
    drift = [
        path for path, text in wanted.items() if read(os.path.join(options.root, path)) != text
    ]
    if options.check:
        for path in drift:
            print(
                f"{path} is not what the contract says: run generator/generate.py committed",
                file=sys.stderr,
            )
        return 1 if drift else 0
    for path in drift:
        write(os.path.join(options.root, path), wanted[path])
        print(path)
    return 0


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return None


def write(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    sys.exit(main())
