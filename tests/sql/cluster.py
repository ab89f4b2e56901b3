"""A private PostgreSQL cluster and the statements of server/store/sql, called as the server calls them.

Only psql is needed: a session is a psql process that reads from a pipe, so that two of them can hold locks
against each other. Names are resolved by the generator's own scanner."""

import glob
import json
import os
import re
import shutil
import subprocess
import sys
import uuid

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "generator"))
import sqltext  # noqa: E402
import sqlwrite  # noqa: E402

BIN = os.environ.get("PG_BIN", "/usr/lib/postgresql/15/bin")
HOME = os.environ.get("SQL_TEST_HOME", f"/var/tmp/libapi-sql-{os.getpid()}")  # two runs at once do not meet
SQL = os.path.join(ROOT, "server/store/sql")
SCHEMA = "api_0123456789ab"
CONTEXT = {"caller": "uuid", "key_id": "uuid", "is_admin": "boolean", "scopes": "text[]", "request_id": "text",
           "operation": "text", "idempotency_key": "text", "request_hash": "text", "if_match": "bigint",
           "if_none_match_any": "boolean", "new_id": "uuid", "secret_hash": "text", "secret_prefix": "text",
           "secret_sealed": "text", "secret_kept": "text", "after": "text", "limit": "integer", "is_patch": "boolean", "plan": "jsonb"}
ALL_SCOPES = ["calendars:read", "calendars:write", "events:read", "events:write", "freebusy:read", "webhooks:manage"]


def run(*command, **more):
    user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    return subprocess.run([*user, *command], check=True, stdout=subprocess.DEVNULL, cwd="/", **more)


def start():
    stop()
    os.makedirs(HOME)
    if os.getuid() == 0:
        shutil.chown(HOME, "postgres")
    run(f"{BIN}/initdb", "-D", f"{HOME}/data", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-U", "postgres", "-N")
    options = (f"-c listen_addresses= -c unix_socket_directories={HOME} -c fsync=off -c timezone=UTC "
               "-c shared_buffers=64MB -c autovacuum=off -c jit=off")
    run(f"{BIN}/pg_ctl", "-D", f"{HOME}/data", "-l", f"{HOME}/log", "-o", options, "-w", "start")


def stop():
    if os.path.exists(f"{HOME}/data/postmaster.pid"):
        run(f"{BIN}/pg_ctl", "-D", f"{HOME}/data", "-m", "immediate", "-w", "stop")
    shutil.rmtree(HOME, ignore_errors=True)


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return sqlwrite.expand(file.read())


def files():
    return {os.path.basename(path)[:-4]: text_of(path) for path in sorted(glob.glob(f"{SQL}/*.sql"))}


def load(session):
    """What the migrator does: tables, then a schema of functions, lib first, each in the order of its names."""
    session.run("CREATE TABLE schema_migrations (number integer PRIMARY KEY, name text, applied_at timestamptz)")
    for path in sorted(glob.glob(f"{ROOT}/server/store/migrations/*.sql")):
        number, name = os.path.basename(path)[:-4].split("_", 1)
        session.run(f"BEGIN;\n{text_of(path)}\nINSERT INTO schema_migrations VALUES ({int(number)}, '{name}', now());"
                    "COMMIT;")
    functions = [text_of(path) for path in sorted(glob.glob(f"{SQL}/lib/*.sql"))]
    functions += [text for text in files().values() if is_write(text)]
    session.run(f"CREATE SCHEMA {SCHEMA}; SET search_path = {SCHEMA}, public;\n" + "\n".join(functions))


def is_write(text):
    return sqltext.masked(text).lstrip().startswith("CREATE")


class Failed(Exception):
    """PostgreSQL said no; args[0] is its SQLSTATE."""


class Session:
    def __init__(self, setup=True, database="postgres"):
        self.psql = subprocess.Popen(
            ["psql", "-XqAt", "-v", "VERBOSITY=verbose", "-h", HOME, "-U", "postgres", database],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, bufsize=1, cwd="/")
        self.run("SET client_min_messages = error")
        if setup:
            self.run(f"SET search_path = {SCHEMA}, public; SET lock_timeout = '1s'; SET timezone = 'UTC'")

    def send(self, sql):
        self.mark = "end " + uuid.uuid4().hex
        self.psql.stdin.write(f"{sql}\n;\n\\echo {self.mark}\n")
        self.psql.stdin.flush()

    def receive(self):
        lines = []
        for line in self.psql.stdout:
            if line.rstrip("\n") == self.mark:
                break
            lines.append(line.rstrip("\n"))
        text = "\n".join(lines)
        failed = re.search(r"^(?:ERROR|FATAL): +(\w{5}): ", text, re.MULTILINE)
        if failed:
            raise Failed(failed.group(1), text)
        return text

    def run(self, sql):
        self.send(sql)
        return self.receive()

    def rows(self, sql):
        return [json.loads(line) for line in self.run(f"SELECT to_jsonb(t)::text FROM ({sql}) t").splitlines() if line]

    def close(self):
        self.psql.stdin.close()
        self.psql.wait()


def literal(value, type_name):
    if value is None:
        return f"NULL::{type_name}"
    if isinstance(value, bool):
        return f"{str(value).lower()}::{type_name}"
    if isinstance(value, list) and type_name == "text[]":
        value = "{" + ",".join(f'"{each}"' for each in value) + "}"
    elif isinstance(value, (dict, list)):
        value = json.dumps(value)
    return "'" + str(value).replace("'", "''") + f"'::{type_name}"


GUESS = {"calendar_ids": "uuid[]", "calendar_id": "uuid", "body": "jsonb", "drop_exceptions": "boolean", "event_id": "uuid", "user_id": "uuid", "transfer_to": "uuid", "from": "timestamptz",
         "to": "timestamptz", "updated_since": "timestamptz", "include_deleted": "boolean",
         "include_public": "boolean", "owner": "uuid", "webhook_id": "uuid", **CONTEXT}


def statement(name, **values):
    """The SQL of one call, with its values in place."""
    text = files()[name]
    context = {"operation": name, "request_id": "r", "limit": 50, "if_none_match_any": False, "is_patch": False,
               "new_id": str(uuid.uuid4()), "is_admin": False, "scopes": ALL_SCOPES, **values}
    if not is_write(text):
        bare = sqltext.without_comments(text).rstrip(";")
        return sqltext.rewrite(bare, lambda each, cast: "(" + literal(context.get(each), GUESS.get(each, "text")) + ")")
    head = re.search(rf"CREATE FUNCTION {name}\s*\((.*?)\)\s*(?:RETURNS|LANGUAGE)", text, re.DOTALL).group(1)
    ins = [part.split() for part in head.split(",") if not part.split()[0] == "OUT"]
    outs = [part.split()[1] for part in head.split(",") if part.split()[0] == "OUT"]
    request = "ROW(" + ", ".join(literal(context.get(each), CONTEXT[each]) for each in CONTEXT) + ")::request"
    arguments = [request if each == "request" else literal(context.get(each), kind) for each, kind in ins]
    columns = ", ".join("(answer).*" if each == "answer" else each for each in outs) or "*"
    return f"SELECT {columns} FROM {name}({', '.join(arguments)})"
