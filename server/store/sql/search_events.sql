-- GET /v1/search: events by their words, best first, then latest first. A rank depends on the event and
-- the question alone, so pages can go on behind one.
WITH wanted AS MATERIALIZED (
	SELECT * FROM calendars_asked(:calendar_ids::uuid[], :caller)
), gate AS MATERIALIZED (
	SELECT search_query(:q::text) AS query, e.errors, CASE WHEN e.errors <> '[]' THEN 'malformed_query' ELSE a.outcome END AS outcome,
		CASE WHEN e.errors <> '[]' THEN errors_detail(e.errors) ELSE a.detail END AS detail
	FROM asked_access(:calendar_ids::uuid[], :caller) a
	CROSS JOIN LATERAL (SELECT window_errors(:from::timestamptz, :to::timestamptz, false, :time_zone::text)
		|| CASE WHEN search_query(:q::text) IS NULL
			THEN field_error('q', 'format', 'There is no word in q: give letters or digits.') ELSE '[]' END
		OFFSET 0) e (errors)
), page AS MATERIALIZED (
	SELECT w.id AS calendar_id, m.*
	FROM gate CROSS JOIN wanted w CROSS JOIN LATERAL search_places(w.id, :caller, w.role,
		coalesce(:time_zone::text, w.time_zone), gate.query, :from::timestamptz, :to::timestamptz,
		:attendee::text) m
	WHERE gate.outcome = 'ok' AND is_after_match(m.rank, m.start_utc, m.id, :after::text)
	ORDER BY m.rank DESC, m.start_utc DESC, m.id
	LIMIT :limit + 1
)
SELECT gate.outcome, gate.detail, v.*,
	jsonb_build_array(page.rank::text, page.start_utc, page.id)::text AS cursor_key
FROM gate
LEFT JOIN page ON true
LEFT JOIN events e ON e.calendar_id = page.calendar_id AND e.id = page.id
LEFT JOIN LATERAL event_answer(e, false, :time_zone::text) v ON true
WHERE gate.outcome <> 'ok' OR page.id IS NOT NULL
ORDER BY page.rank DESC, page.start_utc DESC, page.id
