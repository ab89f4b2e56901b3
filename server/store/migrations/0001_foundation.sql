-- What every table builds on: the extension behind the (calendar, span) index, the order of
-- roles, and the time zones that an event may name.

CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;

-- An enum, not text: roles are compared (role >= 'editor'), and greatest() picks the stronger one.
CREATE TYPE calendar_role AS ENUM ('freebusy', 'reader', 'editor', 'owner');

-- pg_timezone_names reads some 600 files per query, and AT TIME ZONE alone also takes abbreviations
-- and POSIX strings ("CEST", "Foo/Bar+3"). So the names are copied once; zone_known() in
-- sql/lib/event_time.sql lets newer names of later time zone databases through.
CREATE TABLE time_zones (
	name text COLLATE "C" PRIMARY KEY
);
INSERT INTO time_zones
SELECT DISTINCT name FROM pg_timezone_names
WHERE name !~ '^(posix|right)/' AND name ~ '^[A-Z]' AND name <> 'Factory';
CREATE INDEX time_zones_lower ON time_zones (lower(name));
