-- What searchEvents finds. The words are stored by the trigger of migration 0010.

-- All words, the last one perhaps unfinished; NULL: there is none. Quotes and operators are spaces by
-- then, and what is put behind the text of a tsquery marks its last word.
CREATE FUNCTION search_query(q text) RETURNS tsquery LANGUAGE sql STABLE AS $$
	SELECT CASE WHEN numnode(words) > 0 THEN (words::text || ':*')::tsquery END
	FROM plainto_tsquery('public.event_words', search_text(q, 512)) words
$$;

-- The matches of one calendar. A series matches once: an exception counts by itself only where its
-- series does not match. Private events match for those who may read them. Nothing here is for the index of
-- spans: few events have the words, and by time it would read the whole calendar.
CREATE FUNCTION search_places(calendar_id uuid, caller uuid, role calendar_role, zone text, query tsquery,
	"from" timestamptz, "to" timestamptz, attendee text)
RETURNS TABLE (id uuid, rank real, start_utc timestamptz) LANGUAGE plpgsql STABLE ROWS 10 AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY WITH found AS MATERIALIZED (
		SELECT e.id, e.series_id, ts_rank(e.tsv, query) AS rank, e.start_utc::timestamptz AS start_utc
		FROM events e
		WHERE e.calendar_id = search_places.calendar_id AND e.deleted_at IS NULL AND e.tsv @@ query
			AND may_match(e, search_places.role, search_places.caller)
			AND happens_within(e, search_places.zone, "from", "to")
			AND (attendee IS NULL OR EXISTS (
				SELECT FROM event_attendees a
				WHERE a.calendar_id = e.calendar_id AND a.event_id = e.id AND a.email_key = lower(attendee)))
	)
	SELECT f.id, f.rank, f.start_utc FROM found f
	WHERE f.series_id IS NULL OR NOT EXISTS (SELECT FROM found m WHERE m.id = f.series_id);
END $$;

-- Whether a match stands behind the place of a cursor: [rank, start, id], best and latest first.
CREATE FUNCTION is_after_match(rank real, start_utc timestamptz, id uuid, after text) RETURNS boolean
LANGUAGE sql STABLE AS $$
	SELECT after IS NULL OR (rank, start_utc) < ((after::jsonb->>0)::real, (after::jsonb->>1)::timestamptz)
		OR ((rank, start_utc) = ((after::jsonb->>0)::real, (after::jsonb->>1)::timestamptz)
			AND id > (after::jsonb->>2)::uuid)
$$;
