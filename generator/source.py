"""The contract's YAML with the line of every entry, so that each refusal can name its place.

PyYAML's own loader drops the lines; this one walks its node graph and keeps them beside the values. It also
refuses duplicate keys, which YAML parsers let pass silently."""

import yaml


class Refused(Exception):
    """The contract contradicts itself: `PATH:LINE: reason`."""

    def __init__(self, path, line, reason):
        super().__init__(f"{path}:{line}: {reason}")
        self.path, self.line, self.reason = path, line, reason


class Map(dict):
    """A mapping; `line` is its own, `at(key)` that of an entry."""

    line = 0

    def at(self, key):
        return self.lines.get(key, self.line)


class List(list):
    """A sequence; `line` is its own, `at(index)` that of an entry."""

    line = 0

    def at(self, index):
        return self.lines[index]


class _Builder:
    def __init__(self, path):
        self.path, self.scalars, self.seen = path, yaml.constructor.SafeConstructor(), {}

    def build(self, node):
        if id(node) not in self.seen:
            self.seen[id(node)] = self._make(node)
        return self.seen[id(node)]

    def _make(self, node):
        if isinstance(node, yaml.MappingNode):
            return self._map(node)
        if isinstance(node, yaml.SequenceNode):
            made = List(self.build(child) for child in node.value)
            made.line, made.lines = _line(node), [_line(child) for child in node.value]
            return made
        value = self.scalars.construct_object(node)
        if not isinstance(value, (str, int, float, bool, type(None))):
            raise Refused(
                self.path, _line(node), f"quote {node.value!r}: YAML takes it for something else"
            )
        return value

    def _map(self, node):
        made = Map()
        made.line, made.lines = _line(node), {}
        for key_node, value_node in node.value:
            key = self.build(key_node)
            if key in made:
                raise Refused(self.path, _line(key_node), f"{key!r} stands here twice")
            made[key] = self.build(value_node)
            made.lines[key] = _line(key_node)
        return made


def _line(node):
    return node.start_mark.line + 1


def read_text(text, path):
    """Text of a YAML document -> Map."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Refused(path, mark.line + 1 if mark else 1, f"not YAML: {error.problem}") from None
    if not isinstance(node, yaml.MappingNode):
        raise Refused(path, 1, "not a mapping")
    return _Builder(path).build(node)
