"""What a step does, through the blocking client or the asyncio one.

Steps are coroutines for both; those of the blocking client never suspend. An outcome is (answer, call), or an
exception of the package.
"""
import asyncio
import os
import time

import inputs
import libapi
import picture

DRAIN_MAX_S = 60


class Blocking:
    def __init__(self, settings):
        self.client = libapi.Client(**settings)

    async def invoke(self, method, path, named):
        return method(*path, **named)

    async def request(self, *given, **named):
        return self.client.request(*given, **named)

    async def next(self, pager):
        return next(pager, None)

    async def finish(self, call):
        return call.result()

    async def drain(self, calls):
        due, end = list(calls), time.monotonic() + DRAIN_MAX_S
        while due and time.monotonic() < end:
            self.client.process(0.1)
            for call in self.client.completed():
                due.remove(call)
        if due or list(self.client.completed()):
            raise AssertionError(f"{len(due)} calls did not come out, or one more did")


class Awaited:
    def __init__(self, settings):
        self.client = libapi.AsyncClient(**settings)

    async def invoke(self, method, path, named):
        return await method(*path, **named)

    async def request(self, *given, **named):
        return await self.client.request(*given, **named)

    async def next(self, pager):
        return await anext(pager, None)

    async def finish(self, call):
        return await call

    async def drain(self, calls):
        await asyncio.wait_for(asyncio.gather(*(call.wait() for call in calls)), DRAIN_MAX_S)
        assert all(call.done() for call in calls)


class Scene:
    """The names of a case and what they stand for."""

    def __init__(self, flavour, settings, paths):
        self.paths, self.held, self.names = paths, {}, {}
        self.opened = None
        try:
            self.side = flavour(settings)
        except libapi.Error as failure:
            self.opened = failure

    def ask(self):
        if self.opened is not None:
            raise self.opened
        return self.side.client

    async def run_all(self, steps):
        for number, step in enumerate(steps):
            try:
                await self.run(step if "fork" in step else fill_in(step, self.names))
            except Exception as fault:
                raise AssertionError(f"steps.{number}: {type(fault).__name__}: {fault}") from fault

    async def run(self, step):
        kind = next(name for name in KINDS if name in step)
        run, members = KINDS[kind]
        unknown = set(step) - {kind, *members.split()}
        if unknown:
            raise AssertionError(f"a step with {kind} has no member {unknown}")
        outcome = {}
        try:
            await run(self, step, outcome)
        except libapi.Error as failure:
            outcome["failure"] = failure
        judge(outcome, step)
        for name, place in step.get("save", {}).items():
            self.names[name] = at(outcome["gives"], place)


def fill_in(value, names):
    if isinstance(value, dict):
        return {key: fill_in(each, names) for key, each in value.items()}
    if isinstance(value, list):
        return [fill_in(each, names) for each in value]
    if isinstance(value, str) and "${" in value:
        before, name = value.split("${", 1)
        name, behind = name.split("}", 1)
        if not before and not behind:
            return names[name]
        return fill_in(f"{before}{names[name]}{behind}", names)
    return value


def at(value, place):
    for name in place.split("."):
        value = value[int(name)] if isinstance(value, list) else value[name]
    if value is None:
        raise AssertionError(f"save: the answer has no {place}")
    return value


def judge(outcome, step):
    failure, due = outcome.get("failure"), step.get("fails")
    if failure is not None and due is None:
        raise failure
    if due is not None:
        got = {"code": "LIBAPI_OK"} if failure is None else picture.of_failure(failure)
        expect("fails", due, got, True)
    for name in ("gives", "text", "answer", "attempts"):
        if name in step:
            expect(name, step[name], outcome.get(name), False)


def expect(name, due, got, may_begin):
    fault = picture.difference(name, due, got, may_begin)
    if fault is not None:
        raise AssertionError(fault)


def keep(outcome, answer):
    outcome["gives"] = picture.of(answer)
    outcome["text"] = answer if isinstance(answer, str) else None


# ---- the kinds of steps ------------------------------------------------------------------------------------


async def do_call(scene, step, outcome):
    client, name = scene.ask(), step["call"]
    path, named = inputs.arguments(step, name, scene.paths[name])
    keep(outcome, await scene.side.invoke(inputs.method_of(client, name, True), path, named))


async def do_raw(scene, step, outcome):
    scene.ask()
    body = step.get("body")
    response = await scene.side.request(
        step["raw"], step["target"], None if body is None else body.encode(),
        options=inputs.options(step["options"]) if "options" in step else None)
    outcome["gives"] = picture.of_response(response, step.get("gives", {}).get("headers", {}))


async def do_list(scene, step, outcome):
    client, name = scene.ask(), step["list"]
    path, named = inputs.arguments(step, name, scene.paths[name])
    await walk(scene, inputs.method_of(client, name)(*path, **named), step, outcome)


async def do_sync(scene, step, outcome):
    named = {name: step[name] for name in ("token", "limit", "wait") if name in step}
    if "options" in step:
        named["options"] = inputs.options(step["options"])
    await walk(scene, scene.ask().sync(step["sync"], **named), step, outcome)


async def walk(scene, pager, step, outcome):
    if "as" in step:
        scene.held[step["as"]] = pager
    outcome["gives"] = []
    while len(outcome["gives"]) < step.get("max", 1 << 30):
        item = await scene.side.next(pager)
        if item is None:
            return
        is_change = isinstance(item, libapi.Change)
        outcome["gives"].append(picture.of_change(item, pager.token) if is_change else picture.of(item))


async def do_more(scene, step, outcome):
    scene.ask()
    await walk(scene, scene.held[step["more"]], step, outcome)


async def do_start(scene, step, _):
    client, name = scene.ask(), step["start"]
    path, named = inputs.arguments(step, name, scene.paths[name])
    assert step["as"] not in scene.held
    scene.held[step["as"]] = call = client.start(inputs.method_of(client, name, True), *path, **named)
    assert call.operation == name


async def do_cancel(scene, step, _):
    scene.held[step["cancel"]].cancel()


async def do_finish(scene, step, outcome):
    call = scene.held.pop(step["finish"])
    try:
        keep(outcome, await scene.side.finish(call))
    finally:
        outcome["attempts"] = call.attempts
        outcome["answer"] = picture.of_call(call, step.get("answer", {}).get("headers", {}))


async def do_drain(scene, step, _):
    scene.ask()
    await scene.side.drain([scene.held[name] for name in step["drain"]])


async def do_release(scene, step, _):
    scene.held.pop(step["release"]).close()


async def do_fork(scene, step, _):
    child = os.fork()
    if child == 0:
        status = 1
        try:
            await scene.run_all(step["fork"])
            status = 0
        except AssertionError as fault:
            os.write(2, f"in the child: {fault}\n".encode())
        finally:
            os._exit(status)
    if os.waitpid(child, 0)[1] != 0:
        raise AssertionError("the child failed")


async def do_close(scene, _step, _outcome):
    scene.side.client.close()


INPUTS = "path query body options"
KINDS = {
    "call": (do_call, f"{INPUTS} gives text fails save"),
    "raw": (do_raw, "target body options gives fails save"),
    "list": (do_list, "path query options max as gives fails save"),
    "sync": (do_sync, "token limit wait options max as gives fails save"),
    "more": (do_more, "max gives fails save"),
    "start": (do_start, f"as {INPUTS} fails"),
    "cancel": (do_cancel, ""),
    "finish": (do_finish, "gives text fails attempts answer save"),
    "drain": (do_drain, "fails"),
    "release": (do_release, ""),
    "fork": (do_fork, ""),
    "close": (do_close, ""),
}
