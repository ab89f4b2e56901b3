"""Man pages: one a header, every function an alias of its page, and libapi(3) with the calls that people need.

    pages(contract, headers)  name → text; headers: path → text of include/api/*.h
"""
import man_headers
import man_roff
from contract import Refused

SKIPPED = {"api"}
TITLES = {
    "base": "what every header of libapi shares", "version": "which libapi this is",
    "error": "what went wrong, and who may try again", "options": "what one call does differently",
    "client": "one server, one key, one pool of connections", "call": "calls that run in the background",
    "testing": "a server that answers from a script",
    "rrule": "a recurrence rule, part by part",
    "sync": "keep a copy of a calendar up to date",
    "webhook_verify": "whether a delivery comes from the service",
    "hooks": "what was sent and what came, its trace, its memory",
    "transport": "requests through the program's own stack",
}
CORE = [
    ("Connect", ["libapi_client_open", "libapi_config_new", "libapi_config_set_url", "libapi_config_set_key",
                 "libapi_client_new", "libapi_client_unref"]),
    ("When it fails", ["libapi_error_text", "libapi_error_code", "libapi_error_free"]),
    ("Calendars and sharing", ["libapi_calendar_create", "libapi_calendar_list", "libapi_calendar_get",
                               "libapi_calendar_update", "libapi_calendar_delete", "libapi_acl_put",
                               "libapi_acl_list", "libapi_acl_delete"]),
    ("Events", ["libapi_event_draft_new", "libapi_event_draft_set_title", "libapi_event_draft_set_start_time",
                "libapi_event_draft_set_end_time", "libapi_event_create", "libapi_event_get",
                "libapi_event_pager_new", "libapi_event_pager_next", "libapi_event_patch_new",
                "libapi_event_update", "libapi_event_delete", "libapi_event_title", "libapi_event_start_time",
                "libapi_event_to_json", "libapi_event_unref"]),
    ("Options", ["libapi_call_options_new", "libapi_call_options_set_timeout_ms",
                 "libapi_call_options_set_if_match_version", "libapi_call_options_set_idempotency_key"]),
    ("In the background", ["libapi_event_create_start", "libapi_client_fd", "libapi_client_process",
                           "libapi_client_next_done", "libapi_call_take_event", "libapi_call_free"]),
    ("Anything else", ["libapi_client_request"]),
]
OVERVIEW = [
    "libapi is the client library of the calendar service. It is thread safe, starts no thread of its own, and",
    "hands out opaque handles only: what a function gives through an out parameter is released with the noun's own",
    "_unref() or _free(), which accept NULL.",
    "",
    "Functions that can fail return LIBAPI_OK (0) or a code of libapi_error(3), and take a libapi_error ** last,",
    "which may be NULL. Every operation waits for its answer; the function of the same name with _start returns at",
    "once. Lists have a pager.",
]
EXAMPLE = """\
LIBAPI_AUTO(client) *client = NULL;
LIBAPI_AUTO(event) *event = NULL;
LIBAPI_AUTO(error) *error = NULL;

if (libapi_client_open(NULL, &client, &error) != LIBAPI_OK ||
    libapi_event_get(client, calendar_id, event_id, NULL, NULL, &event, &error) != LIBAPI_OK) {
    fprintf(stderr, "%s\\n", libapi_error_text(error));
    return 1;
}
puts(libapi_event_title(event));"""


def pages(contract, headers):
    read = [man_headers.read(path, text) for path, text in headers.items()]
    read = [header for header in read if header.name not in SKIPPED]
    texts = {"libapi.3": overview(contract, read)}
    for header in read:
        texts[f"libapi_{header.name}.3"] = page_text(contract, header, read)
    for header in read:
        for function in functions(header):
            # libapi_version() is a function and a page: the page wins.
            texts.setdefault(f"{function.name}.3", f".so man3/libapi_{header.name}.3\n")
    return texts


def functions(header):
    return [function for section in header.sections for function in section.functions]


def title(contract, header):
    text = contract.tags.get(header.name) or TITLES.get(header.name)
    if text is None:
        raise Refused(f"include/api/{header.name}.h", 1, "no tag in the contract and no entry in man.py's TITLES")
    text = text.rstrip(".")
    return text[0].lower() + text[1:] if text[1:2].islower() else text


def start(contract, name, about):
    return [f'.TH {name} 3 "" "libapi {contract.version}" "libapi manual"', ".SH NAME",
            f"{name} \\- {man_roff.escape(about)}", ".SH SYNOPSIS"]


def synopsis(name):
    package = "libapi-testing" if name == "testing" else "libapi"
    build = man_roff.escape(f"cc … $(pkg-config --cflags --libs {package})")
    return [".nf", f"#include <api/{name}.h>", "", build, ".fi"]


def page_text(contract, header, read):
    lines = start(contract, f"libapi_{header.name}", title(contract, header))
    lines += [*synopsis(header.name), ".SH DESCRIPTION", *man_roff.paragraphs(header.idea)]
    for section in header.sections:
        lines += [f'.SH "{man_roff.escape(section.title.upper())}"', *man_roff.paragraphs(section.text)]
        for function in section.functions:
            lines += [f".SS {function.name}()", *man_roff.prototype(function.prototype), ".PP",
                      *man_roff.paragraphs(function.doc)]
    return "\n".join(lines + see_also(header.name, read)) + "\n"


def see_also(own, read):
    names = ["libapi"] + [f"libapi_{header.name}" for header in read if header.name != own]
    return [".SH SEE ALSO", *[f".BR {name} (3){',' if name != names[-1] else ''}" for name in names]]


def first_sentence(doc):
    text = " ".join(line.strip() for line in doc).split(". ")[0].rstrip(".")
    return text.split(";")[0]


def overview(contract, read):
    known = {function.name: function for header in read for function in functions(header)}
    lines = start(contract, "libapi", "client library of the calendar service")
    lines += [*synopsis("api"), ".SH DESCRIPTION", *man_roff.paragraphs(OVERVIEW), ".SH EXAMPLE", *man_roff.code(EXAMPLE.split("\n")), ".SH THE CORE CALLS"]
    for heading, names in CORE:
        lines.append(f".SS {heading}")
        for name in names:
            if name not in known:
                raise Refused("generator/man.py", 1, f"the core call {name}() is in no header")
            lines += [".TP", f".BR {name} (3)", man_roff.escape(first_sentence(known[name].doc))]
    return "\n".join(lines + see_also("", read)) + "\n"
