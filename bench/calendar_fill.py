"""calendar_fill.py: a database filled by calendar_fill.sql, made once and kept while what it follows from stays."""
import concurrent.futures
import hashlib
import pathlib
import re
import subprocess
import time

root = pathlib.Path(__file__).resolve().parents[1]
FILL = root / "bench/calendar_fill.sql"
TABLES = "('events', 'event_attendees')"
SIZES = f"""
	SELECT format('%-32s %9s', name, pg_size_pretty(bytes)) FROM (
		SELECT relname || ', rows' AS name, pg_table_size(oid) AS bytes, relname AS of, 0 AS place
		FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname IN {TABLES}
		UNION ALL
		SELECT indexrelid::regclass::text, pg_relation_size(indexrelid), c.relname, 1
		FROM pg_index JOIN pg_class c ON c.oid = indrelid
		WHERE c.relnamespace = 'public'::regnamespace AND c.relname IN {TABLES}) s
	ORDER BY of DESC, place, bytes DESC"""


def psql(url, *arguments):
    done = subprocess.run(["psql", "-qAtX", "-v", "ON_ERROR_STOP=1", "-d", url, *arguments], capture_output=True,
                          text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def ask(url, sql):
    return psql(url, "-c", sql)


def sizes(url):
    return ask(url, SIZES).splitlines()


def stamp_of(people):
    """What the rows and indexes follow from: the fill, the migrations and how many people."""
    told = hashlib.sha256(str(people).encode())
    for file in (FILL, *sorted((root / "server/store/migrations").glob("*.sql"))):
        told.update(file.read_bytes())
    return told.hexdigest()


def take_indexes(url):
    """Drop what a fill would keep up row by row; the statements that make it again, keys before references."""
    keys = ask(url, "SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,"
               f" pg_get_constraintdef(oid)) FROM pg_constraint WHERE conrelid::regclass::text IN {TABLES}"
               " AND contype IN ('p', 'f') ORDER BY contype DESC").splitlines()
    indexes = ask(url, f"SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename IN {TABLES}"
                  " AND indexname NOT IN (SELECT conname FROM pg_constraint)").splitlines()
    for key in sorted(keys, key=lambda each: "FOREIGN" not in each):
        ask(url, re.sub(r"ADD CONSTRAINT (\S+) .*", r"DROP CONSTRAINT \1", key))
    for index in indexes:
        ask(url, "DROP INDEX " + re.search(r"INDEX (\S+) ON", index).group(1))
    return keys, indexes


def make_indexes(url, keys, indexes):
    # The dearest first, so that both workers end together.
    work = sorted(indexes, key=lambda each: ("gist" not in each, "gin" not in each))
    work = work[:1] + [key for key in keys if "PRIMARY" in key] + work[1:]
    setting = "SET maintenance_work_mem = '512MB'; SET max_parallel_maintenance_workers = 0; "
    with concurrent.futures.ThreadPoolExecutor(2) as workers:
        list(workers.map(lambda each: ask(url, setting + each), work))
    for key in (key for key in keys if "FOREIGN" in key):
        ask(url, key)


def warm(url):
    """Read tables and indexes into PostgreSQL's memory, as those of a service that runs are."""
    ask(url, "CREATE EXTENSION IF NOT EXISTS pg_prewarm SCHEMA bench")
    ask(url, f"SELECT sum(bench.pg_prewarm(c.oid)) FROM pg_class c WHERE relnamespace = 'public'::regnamespace"
        " AND relkind IN ('r', 'i')")


def fill(admin_url, url, name, people, migrate):
    """Make the database `name` unless it stands already; seconds it took, or None."""
    stamp = stamp_of(people)
    if ask(admin_url, f"SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '{name}'") == stamp:
        return None
    began = time.monotonic()
    ask(admin_url, f"DROP DATABASE IF EXISTS {name}")
    ask(admin_url, f"CREATE DATABASE {name}")
    migrate(url)
    kept = take_indexes(url)
    psql(url, "-v", f"people={people}", "-f", str(FILL))
    make_indexes(url, *kept)
    ask(url, "VACUUM ANALYZE")
    ask(admin_url, f"COMMENT ON DATABASE {name} IS '{stamp}'")
    return time.monotonic() - began
