-- GET …/events, ordered by (start, id).
--
-- One prepared statement serves every combination of filters, so the two ways to the rows stand
-- beside each other, and a condition without columns switches one of them off before it runs: with
-- a window the GiST index finds what overlaps; without one, or with deleted rows, which that index
-- lacks, the order of events_start is the order of the answer and a page stops early.
WITH gate AS MATERIALIZED (
	SELECT r.role, coalesce(:time_zone::text, c.time_zone) AS zone,
		CASE
			WHEN r.role IS NULL THEN 'not_found'
			WHEN r.role = 'freebusy' THEN 'freebusy_only'
			WHEN q.errors <> '[]' THEN 'malformed_query'
			ELSE 'ok'
		END AS outcome,
		CASE WHEN r.role >= 'reader' AND q.errors <> '[]' THEN errors_detail(q.errors) END AS detail
	FROM (VALUES (1)) one
	LEFT JOIN calendars c ON c.id = :calendar_id AND c.deleted_at IS NULL
	LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = :caller
	CROSS JOIN LATERAL (SELECT role_on(c, a.role, :caller)) r (role)
	CROSS JOIN LATERAL (SELECT window_errors(:from::timestamptz, :to::timestamptz,
		coalesce(:expand::text, 'none') = 'occurrences', :time_zone::text) OFFSET 0) q (errors)
)
SELECT gate.outcome, gate.detail, v.*, jsonb_build_array(e.start_utc, e.id)::text AS cursor_key
FROM gate
LEFT JOIN LATERAL (
	(
		SELECT w.start_utc, w.id FROM events w
		WHERE gate.outcome = 'ok'
			AND (:from::timestamptz IS NOT NULL OR :to::timestamptz IS NOT NULL)
			AND :include_deleted::boolean IS NOT TRUE
			AND w.calendar_id = :calendar_id AND w.deleted_at IS NULL
			AND w.span && tstzrange(:from::timestamptz, :to::timestamptz)
			AND happens_within(w, gate.zone, :from::timestamptz, :to::timestamptz)
			AND (w.start_utc, w.id) > (after_time(:after::text), after_id(:after::text))
			AND (:status::text IS NULL OR w.status = :status::text)
			AND (:updated_since::timestamptz IS NULL OR w.updated_at >= :updated_since::timestamptz)
			AND (:uid::text IS NULL
				OR (w.uid = :uid::text AND may_match(w, gate.role, :caller)))
			AND (:category::text IS NULL
				OR (w.body->'categories' ? :category::text AND may_match(w, gate.role, :caller)))
		ORDER BY w.start_utc, w.id
		LIMIT :limit + 1
	)
	UNION ALL
	(
		SELECT s.start_utc, s.id FROM events s
		WHERE gate.outcome = 'ok'
			AND ((:from::timestamptz IS NULL AND :to::timestamptz IS NULL)
				OR :include_deleted::boolean IS TRUE)
			AND s.calendar_id = :calendar_id
			AND (s.deleted_at IS NULL OR :include_deleted::boolean IS TRUE)
			AND happens_within(s, gate.zone, :from::timestamptz, :to::timestamptz)
			AND (s.start_utc, s.id) > (after_time(:after::text), after_id(:after::text))
			AND (:status::text IS NULL OR s.status = :status::text)
			AND (:updated_since::timestamptz IS NULL OR s.updated_at >= :updated_since::timestamptz)
			AND (:uid::text IS NULL
				OR (s.uid = :uid::text AND may_match(s, gate.role, :caller)))
			AND (:category::text IS NULL
				OR (s.body->'categories' ? :category::text AND may_match(s, gate.role, :caller)))
		ORDER BY s.start_utc, s.id
		LIMIT :limit + 1
	)
) page ON true
LEFT JOIN events e ON e.calendar_id = :calendar_id AND e.id = page.id
LEFT JOIN LATERAL event_answer(e, NOT may_match(e, gate.role, :caller), :time_zone::text) v ON true
WHERE gate.outcome <> 'ok' OR e.id IS NOT NULL
ORDER BY page.start_utc, page.id
