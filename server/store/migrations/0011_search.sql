-- What searchEvents looks through: the words of events, without accents and case, in any language. And
-- the order in which listAudit reads.

CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA public;

-- No stop words and no stems: most words here are names, and "The Who" is one of them.
CREATE TEXT SEARCH CONFIGURATION event_words (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION event_words
	ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part,
		hword_numpart
	WITH unaccent, simple;

-- Words, one like another in all its Unicode forms. PostgreSQL's parser would keep ada@example.com,
-- well-known and /tmp/x whole, and then nobody finds "example": so what is no letter and no digit is a
-- space, in what is stored and in what is asked.
CREATE FUNCTION search_text(value text, most integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT left(translate(normalize(value, NFKC), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', repeat(' ', 32)), most)
$$;

-- By a trigger, because an event's words also lie in event_attendees and because the release before
-- writes here too. The bounds keep a tsvector below its limit of 1 MiB.
CREATE FUNCTION index_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	people text;
BEGIN
	IF NEW.deleted_at IS NOT NULL THEN
		NEW.tsv := NULL;
		RETURN NEW;
	END IF;
	IF NEW.attendee_count > 0 THEN -- of a row that moves they still lie in its old calendar
		SELECT string_agg(concat_ws(' ', a.name, a.email), ' ') INTO people FROM public.event_attendees a
		WHERE a.calendar_id = coalesce(OLD.calendar_id, NEW.calendar_id) AND a.event_id = NEW.id;
	END IF;
	NEW.tsv := setweight(to_tsvector('public.event_words', public.search_text(NEW.title, 2000)), 'A')
		|| setweight(to_tsvector('public.event_words',
			public.search_text(coalesce(NEW.location, ''), 5000)), 'B')
		|| setweight(to_tsvector('public.event_words',
			public.search_text(coalesce(NEW.description, ''), 20000)), 'C')
		|| setweight(to_tsvector('public.event_words', public.search_text(coalesce(people, ''), 60000)), 'D');
	RETURN NEW;
END $$;
CREATE TRIGGER events_words BEFORE INSERT
	OR UPDATE OF title, location, description, attendee_count, deleted_at, tsv ON events
	FOR EACH ROW EXECUTE FUNCTION index_event();
UPDATE events SET tsv = NULL;

-- Everybody searches few calendars of many: without the calendar in the index a frequent word would
-- bring up the rows of all. The predicate is false of deleted rows, and keeps the index, which begins with
-- the calendar, for statements that ask about words.
DROP INDEX events_text;
CREATE INDEX events_text ON events USING gin (calendar_id, tsv) WHERE tsv IS NOT NULL;

-- The newest first, of everything or of one actor; the indexes of 0005 serve one calendar and one thing.
CREATE INDEX audit_order ON audit (at, id);
CREATE INDEX audit_actor ON audit (actor, at);
