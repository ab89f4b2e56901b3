"""From a case's JSON to the arguments of the package's methods."""
import datetime
import keyword

import libapi
from libapi import _operations, resources
from libapi._operation import Operation
from libapi.times import format_time, parse_time

OPERATIONS = {each.id: each for each in vars(_operations).values() if isinstance(each, Operation)}


def method_names():
    """operation id → (noun, [verb, verb_page])"""
    found = {}
    for noun, kind in resources.NOUNS.items():
        for verb, method in vars(kind).items():
            code = getattr(method, "__code__", None)
            used = [name for name in code.co_names if name.isupper()] if code and not verb.startswith("__") else []
            for name in used:
                found.setdefault(getattr(_operations, name).id, (noun, []))[1].append(verb)
    return found


METHODS = method_names()


def method_of(client, operation, pages=False):
    noun, verbs = METHODS[operation]
    return getattr(getattr(client, noun), sorted(verbs, key=lambda verb: verb.endswith("_page"))[-1 if pages else 0])


def arguments(step, operation, path_names):
    """(path parameters, keyword arguments)"""
    path = step.get("path", {})
    unknown = set(path) - set(path_names)
    if unknown:
        raise KeyError(f"path has no {unknown}")
    named = {}
    values = [path.get(name) for name in path_names]
    if OPERATIONS[operation].text_body:
        values.append(step.get("body"))
    for part in ("query", "body") if isinstance(step.get("body", {}), dict) else ("query",):
        for name, value in step.get(part, {}).items():
            named[keyword_of(name, path_names)] = native(value, name)
    if step.get("body") == {}:
        named["body"] = {}
    if "options" in step:
        named["options"] = options(step["options"])
    return values, named


def keyword_of(name, path_names):
    return f"new_{name}" if name in path_names else name + "_" * keyword.iskeyword(name)


def native(value, name=""):
    """Times and dates as Python has them where nothing is lost, so that their conversion is tested too."""
    if name.endswith("_zoned"):
        (wall, zone), = value.items()
        return native(wall), zone
    if isinstance(value, dict):
        return {key: native(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return [native(each) for each in value]
    if not isinstance(value, str):
        return value
    return moment(value, DATE if name.endswith("_date") else TIME)


TIME = (parse_time, format_time)
DATE = (datetime.date.fromisoformat, datetime.date.isoformat)


def moment(text, form):
    read, write = form
    try:
        value = read(text)
    except ValueError:
        return text
    return value if write(value) == text else text


def options(members):
    known = dict(members)
    if "timeout_ms" in known:
        known["timeout"] = known.pop("timeout_ms") / 1000
    if "if_match_version" in known:
        known["if_match"] = known.pop("if_match_version")
    return libapi.CallOptions(**known)


def settings(config, url, key, port):
    known = {"url": url, "key": key, **config}
    known["url"] = known["url"].replace("${PORT}", port)
    if "timeout_ms" in known:
        known["timeout"] = known.pop("timeout_ms") / 1000
    return known
