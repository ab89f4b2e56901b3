-- GET …/events, ordered by (start, id): who may, then one page of places, then the rows. Floating and
-- all-day events happen in the zone of the one who looks: time_zone, or else the calendar's.
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
SELECT gate.outcome, gate.detail, v.*, jsonb_build_array(page.start_utc, page.id)::text AS cursor_key
FROM gate
LEFT JOIN LATERAL event_page(CASE WHEN gate.outcome = 'ok' THEN :calendar_id END, :caller, gate.role,
	gate.zone, :from::timestamptz, :to::timestamptz, :status::text, :uid::text, :category::text,
	:updated_since::timestamptz, :include_deleted::boolean, :after::text, :limit + 1) page ON true
LEFT JOIN events e ON e.calendar_id = :calendar_id AND e.id = page.id
LEFT JOIN LATERAL event_answer(e, page.masked, :time_zone::text) v ON true
WHERE gate.outcome <> 'ok' OR page.id IS NOT NULL
ORDER BY page.start_utc, page.id
