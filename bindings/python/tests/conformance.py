"""Every case of tests/conformance, through Client or AsyncClient.

    conformance.py sync|async scripted|reference CASES LIBAPI_JSON [TEST_SERVER] [PREFIX]

scripted: each case against a server of its own. reference: those marked so, against LIBAPI_URL with LIBAPI_KEY. Nothing is
skipped. After all scripted cases, a function of the library that none of them called is a failure, save for those that
UNUSED names with the reason.
"""
import asyncio
import faulthandler
import json
import os
import pathlib
import re
import sys

import recorder

RECORDER = recorder.install()

import steps  # noqa: E402  (after the recorder)
from server import Server  # noqa: E402

CASE_MAX_S = 180
MEMBERS = {"title", "server", "left", "connections", "config", "steps", "reference"}
UNUSED = [
    (r"_unset_\w+$", "keyword arguments are never taken back"),
    (r"_(set_)?user_data$", "a Call is found by its pointer"),
    (r"libapi_client_(open|ref)$", "Client() loads settings itself, and is held by Python"),
    (r"libapi_config_(load|set_(connect_timeout_ms|ca_file|client_certificate|proxy|allow_insecure_http|log))$",
     "no case has such settings; test_client.py has"),
    (r"libapi_call_(idempotency_key|raw_json)$", "no case asks; test_client.py does"),
    (r"_from_json$|_(draft|patch)_to_json$", "a mapping is what Python has instead"),
    (r"_pager_(new|next|free)$", "test_client.py walks every list"),
    (r"libapi_(client_fd|call_is_done)$", "test_client.py watches the descriptor"),
    (r"libapi_error_code$", "the code that came back is the same"),
    (r"libapi_version_number$", "__version__ is the text"),
    (r"libapi_rrule_\w+$", "a rule is a text; f-strings write it"),
    (r"libapi_((observation|exchange)_\w+|config_set_(observer|trace|transport)|set_allocator)$", "hooks that C functions hang on; not wrapped"),
    (r"libapi_webhook_(verify|signature)\w*$", "no case; a webhook's receiver has hmac in Python's own library"),
]


def flavour(name):
    return {"sync": steps.Blocking, "async": steps.Awaited}[name]


def run(name, coroutine):
    if name == "async":
        return asyncio.run(coroutine)
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    raise AssertionError("a step of the blocking client was suspended")


async def play(case, name, url, key, paths):
    import inputs
    settings = inputs.settings(case.get("config", {}), url, key, url.rsplit(":", 1)[1])
    scene = steps.Scene(flavour(name), settings, paths)
    scene.names["PORT"] = url.rsplit(":", 1)[1]
    try:
        await scene.run_all(case["steps"])
    finally:
        scene.held.clear()
        if scene.opened is None:
            scene.side.client.close()


def play_scripted(case, name, program, paths):
    server = Server(program, case["server"])
    fault = None
    try:
        run(name, play(case, name, server.url, "cal_test_key", paths))
    except AssertionError as failure:
        fault = str(failure)
    report = server.report()
    if report["fault"]:
        fault = f"the server: {report['fault']} ({fault})"
    for member in ["left"] + ["connections"] * ("connections" in case):
        if report[member] != case.get(member, 0):
            fault = fault or f"the server's report: {json.dumps(report)}"
    return fault


def play_reference(case, name, paths):
    try:
        run(name, play(case, name, os.environ["LIBAPI_URL"], os.environ["LIBAPI_KEY"], paths))
    except AssertionError as failure:
        return str(failure)
    return None


def main(name, mode, folder, described, program="", prefix=""):
    library = json.loads(pathlib.Path(described).read_text())
    paths = {row["id"]: row["path_params"] for row in library["operations"]}
    count, failures = 0, 0
    for path in sorted(pathlib.Path(folder).glob(f"{prefix}*.json")):
        case = json.loads(path.read_text())
        if mode == "reference" and not case.get("reference"):
            continue
        assert set(case) <= MEMBERS and case["steps"], path
        faulthandler.dump_traceback_later(CASE_MAX_S, exit=True)
        count += 1
        fault = play_reference(case, name, paths) if mode == "reference" else play_scripted(case, name, program, paths)
        if fault:
            failures += 1
            print(f"{path.name}: {case['title']}\n    {fault}", file=sys.stderr)
    faulthandler.cancel_dump_traceback_later()
    missing = unreached(library, name) if mode == "scripted" and not prefix else []
    for function in missing:
        print(f"no case calls {function}", file=sys.stderr)
    print(f"{name}, {mode}: {count} cases, {failures} failed; {len(RECORDER.called)} functions called, "
          f"{len(missing)} not reached")
    return 1 if not count or failures or missing else 0


def unreached(library, name):
    rules = re.compile("|".join(rule for rule, _ in UNUSED))
    parts = {each["result"]["type"] for each in library["functions"] if each["result"].get("ownership") == "borrowed"}
    whole = {each["ref"] for each in library["types"] if each["name"] not in parts}  # never held a second time
    waiting = {row["function"] for row in library["operations"]}  # started and waited for instead: see call.py
    functions = {each["name"] for each in library["functions"]} - waiting - whole
    functions -= {"libapi_call_wait"} if name == "async" else set()  # the loop waits
    return sorted(each for each in functions - RECORDER.called if not rules.search(each))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
