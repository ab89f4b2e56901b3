"""CREATE WRITE in server/store/sql/*.sql -> the function that it stands for.

    CREATE WRITE update_user(user_id uuid, body jsonb) ANSWERS (answer user_view) AS $$
    DECLARE                            what the effect needs; may be left out
    BEGIN
        …                              the effect; `EXIT work` ends it early, with `outcome` set
    END $$;

What every write does around its effect is said here once: an Idempotency-Key is claimed first, and who comes again
with it gets what was answered; after the effect the answer is stored under it. RETURN instead of EXIT leaves the claim
open: nothing was done, and the next call takes it over.

The lines stay where they are, so that PostgreSQL's messages name those of the file."""

import re

WRITE = re.compile(
    r"^(?P<head>CREATE WRITE (?P<name>\w+)\((?P<takes>[^)]*)\)(?:\s+ANSWERS \((?P<answers>[^)]*)\))?\s+AS \$\$\n)"
    r"(?P<declare>DECLARE\n(?:(?:\t.*)?\n)*?)?"
    r"BEGIN\n(?P<effect>(?:(?:\t.*)?\n)*?)END \$\$;",
    re.MULTILINE,
)


class Unreadable(Exception):
    """A CREATE WRITE that is not as above; `at` is its offset."""

    def __init__(self, at):
        super().__init__("is not CREATE WRITE name(…) [ANSWERS (…)] AS $$ [DECLARE …] BEGIN … END $$;")
        self.at = at


def expand(text):
    """`text` with its CREATE WRITE written out."""
    written = WRITE.sub(_function, text)
    left = re.search(r"^CREATE WRITE\b", written, re.MULTILINE)
    if left:
        raise Unreadable(left.start())
    return written


def _function(found):
    columns = _columns(found["answers"])
    return "".join(
        (
            f"CREATE FUNCTION {found['name']}({_arguments(found['takes'], columns)}) LANGUAGE plpgsql AS $$ ",
            "#variable_conflict use_column DECLARE past record; shown jsonb;",
            "\n" * found["head"].count("\n"),
            (found["declare"] or "").replace("DECLARE", "", 1),
            f"BEGIN past := claim(request); IF past.outcome IS NOT NULL THEN {_again(columns)} RETURN; END IF;",
            " <<work>> BEGIN\n",
            found["effect"],
            f"END; PERFORM complete(request, outcome, detail, {_kept(columns, found['effect'])}); END $$;",
        )
    )


def _columns(listed):
    """[(name, type)] of `name type, …`."""
    return [tuple(each.split()) for each in (listed or "").split(",") if each.strip()]


def _arguments(takes, columns):
    outs = [("outcome", "text"), ("detail", "jsonb"), ("replayed", "boolean"), *columns]
    taken = [" ".join(each.split()) for each in takes.split(",") if each.strip()]
    return ", ".join(["request request", *taken, *(f"OUT {name} {kind}" for name, kind in outs)])


def _again(columns):
    """The same request comes again: the columns out of what was kept."""
    kept = {"outcome": "past.outcome", "detail": "past.detail", "replayed": "past.replayed"}
    for name, kind in columns:
        if name == "sealed":
            kept[name] = "past.sealed"
        elif name == "answer":
            kept[name] = f"jsonb_populate_record(NULL::{kind}, past.answer)"
        else:
            kept[name] = f"nullif(past.answer->'{name}', 'null')"
    return " ".join(f"{name} := {value};" for name, value in kept.items())


def _kept(columns, effect):
    """What is kept: `shown` if the effect says it, or else the answer."""
    names = [name for name, _ in columns]
    if re.search(r"\bshown := ", effect):
        answer = "shown"
    else:
        answer = "to_jsonb(answer)" if "answer" in names else "NULL"
    return answer + (", sealed" if "sealed" in names else "")
