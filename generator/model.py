"""What the contract says, as objects that every writer shares. Order is always the document's.

Import these names from contract.py, whose load() makes them."""

import re
from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional, Tuple


def snake(name):
    """createEvent, EventDraft -> create_event, event_draft"""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def first_sentence(text):
    """The part of a description that help texts and man pages show."""
    text = " ".join(text.split())
    end = re.search(r"\.(\s|$)", text)
    return text[: end.start() + 1] if end else text


@dataclass
class Field:
    """A member of a schema, an item of a list, a value of a map, or a path or query parameter."""

    name: str
    type: str = "text"  # text int bool record list map json, as enum wire_type
    format: str = (
        "plain"  # of a text; the lower-case ends of enum wire_format: plain enum uuid user_ref instant …
    )
    required: bool = False
    nullable: bool = False
    read_only: bool = False
    min: int = 0  # code points, value or count; max 0 means no bound
    max: int = 0
    key_max: int = 0
    names: Tuple[str, ...] = ()  # values of an enum
    schema: Optional["Schema"] = None  # of a record
    item: Optional["Field"] = None  # of a list or map
    after: Optional[str] = None  # sibling that must be earlier
    kinds: Optional[Dict[str, str]] = None  # of an event_time: date zone floating other → sibling
    default: Optional[str] = None  # as text: "50", "false", "confirmed"
    description: str = ""
    create_only: bool = False  # x-create-only: read-only in a patch
    patch_only: bool = False  # x-patch-only: read-only in a draft
    example: Any = None  # parameters only
    line: int = 0
    raw: Any = None  # the YAML it came from

    @property
    def help(self):
        return first_sentence(self.description)

    @property
    def writable(self):
        return not self.read_only


@dataclass
class Schema:
    """An object. Drafts and patches have all members of `of`, the server's own ones as read_only."""

    name: str  # EventDraft
    kind: str = "plain"  # plain draft patch page path query
    of: Optional["Schema"] = None  # of a draft, patch or page: what it is made of
    fields: List[Field] = field(default_factory=list)
    description: str = ""
    line: int = 0
    raw: Any = None

    @property
    def snake(self):
        return snake(self.name)

    @property
    def c_name(self):
        return "wire_schema_" + self.snake

    def c_index(self, name):
        """EVENT_DRAFT_TITLE: the place of a field in the C table."""
        return f"{self.snake}_{name}".upper()

    def find(self, name):
        return next((each for each in self.fields if each.name == name), None)

    @property
    def writable(self):
        return [each for each in self.fields if not each.read_only]


@dataclass
class Operation:
    """One method on one path."""

    id: str  # createEvent
    sdk: str  # event_create
    method: str  # POST
    path: str
    tag: str
    summary: str
    description: str
    scope: str  # none, any, or a scope
    since: str
    line: int
    role: str = ""
    safe: bool = False
    deadline_s: int = 10
    deadline_plus: Optional[str] = None  # the query parameter of seconds that comes on top
    body_limit: int = 1 << 20
    handler: bool = False
    probe: bool = False
    alone: bool = False  # no part of a batch
    is_list: bool = False
    raw_answer: bool = False  # the answer is text of no schema: JSON, or of a type of TEXT_TYPES
    secret: Optional[str] = None
    secret_path: Optional[str] = None  # the path that the secret stands in, as {secret}
    location: Optional[str] = None
    if_match: bool = False
    if_none_match: bool = False
    own_problems: Tuple[str, ...] = ()  # as stated
    problems: Tuple[str, ...] = ()  # with the common ones, in the catalogue's order
    path_fields: List[Field] = field(default_factory=list)
    query_fields: List[Field] = field(default_factory=list)
    path_schema: Optional[Schema] = None  # None where there are no such fields
    query_schema: Optional[Schema] = None
    body: Optional[Schema] = None
    body_without: Tuple[str, ...] = ()  # members of its schema that the operation refuses to change
    body_mode: str = "create"  # create replace patch
    body_type: str = "application/json"
    text_body: bool = False  # the body is text of body_type, and has no schema
    answer: Optional[Schema] = None  # of a list: one item; None for 204 and raw answers
    page: Optional[Schema] = None  # of a list
    statuses: Tuple[int, ...] = ()  # of success, as listed
    body_example: Any = None
    answer_examples: Dict[int, Any] = field(default_factory=dict)
    raw: Any = None

    @property
    def noun(self):
        return self.sdk.rsplit("_", 1)[0]

    @property
    def verb(self):
        return self.sdk.rsplit("_", 1)[1]

    @property
    def snake(self):
        """create_event: name of the SQL file or the C handler."""
        return snake(self.id)

    @property
    def c_index(self):
        return "OPERATION_" + self.sdk.upper()

    @property
    def success(self):
        return self.statuses[0]

    @property
    def public(self):
        return self.scope == "none"

    @property
    def etag(self):
        version = self.answer and not self.is_list and self.answer.find("version")
        return bool(version) and version.type == "int"

    @property
    def idempotent(self):
        """Takes an Idempotency-Key."""
        return not self.safe and not self.public

    @property
    def help(self):
        return first_sentence(self.summary)


@dataclass
class ProblemKind:
    code: str
    status: int
    title: str
    help: str
    line: int


@dataclass
class Contract:
    path: str
    version: str
    operations: List[Operation]  # without the probes
    probes: List[Operation]
    schemas: Dict[str, Schema]  # components.schemas by name, in order
    problems: Dict[str, ProblemKind]
    field_codes: Dict[str, str]
    tags: Dict[str, str]  # noun -> sentence
    document: Any  # the YAML as Map and List (see source.py)

    def operation(self, id_or_sdk):
        return next((each for each in self.operations if id_or_sdk in (each.id, each.sdk)), None)

    @property
    def nouns(self):
        """Nouns of x-sdk, in order of first use."""
        return list(dict.fromkeys(each.noun for each in self.operations))
