-- Events for iCalendar text, a page at a time in the order of their ids: a series and after it its exceptions, as
-- JSON. With a window whatever has a part in it, whole.

CREATE FUNCTION in_window(event events, "from" timestamptz, "to" timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
	SELECT event.span && tstzrange("from", "to")
$$;

-- after: the last id of the page before; busy: only what makes people busy. 200 events and series; a series brings all its exceptions.
CREATE FUNCTION export_masters(calendar_id uuid, event_id uuid, "from" timestamptz, "to" timestamptz,
	after uuid, busy boolean) RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE ROWS 200 AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY SELECT e.id FROM events e
	WHERE e.calendar_id = export_masters.calendar_id AND e.deleted_at IS NULL AND e.series_id IS NULL
		AND e.id > coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)
		AND (event_id IS NULL OR e.id = event_id)
		AND NOT (busy AND (e.transparency = 'transparent' OR e.status = 'cancelled'))
		AND (coalesce("from", "to") IS NULL OR in_window(e, "from", "to") OR EXISTS (
			SELECT FROM events x WHERE x.series_id = e.id AND x.deleted_at IS NULL
				AND in_window(x, "from", "to")))
	ORDER BY e.id
	LIMIT 200;
END $$;

-- masks: whether the one who asks sees private events masked unless they are theirs; caller NULL: nobody's.
CREATE FUNCTION export_page(calendar_id uuid, event_id uuid, "from" timestamptz, "to" timestamptz,
	after uuid, caller uuid, masks boolean, busy boolean = false)
RETURNS TABLE (place uuid, event text, kept text) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY SELECT m.id, event_json(v)::text, CASE WHEN NOT v.masked THEN e.raw_ics END
	FROM export_masters(calendar_id, event_id, "from", "to", after, busy) m
	CROSS JOIN LATERAL (
		SELECT x.* FROM events x WHERE x.calendar_id = export_page.calendar_id AND x.id = m.id
		UNION ALL
		SELECT x.* FROM events x WHERE x.series_id = m.id AND x.deleted_at IS NULL
	) r
	JOIN events e ON e.calendar_id = r.calendar_id AND e.id = r.id
	CROSS JOIN LATERAL event_answer(e, masks AND e.visibility = 'private'
		AND (caller IS NULL OR NOT involves(e, caller)), NULL) v
	ORDER BY m.id, e.recurrence_id NULLS FIRST;
END $$;
