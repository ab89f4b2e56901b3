-- GET …/events with expand=occurrences: who may, then the candidates of the window. The server expands the
-- series among them, merges, and cuts the page.
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
	LEFT JOIN calendars c ON c.id = :calendar_id::uuid AND c.deleted_at IS NULL
	LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = :caller::uuid
	CROSS JOIN LATERAL (SELECT role_on(c, a.role, :caller::uuid)) r (role)
	CROSS JOIN LATERAL (SELECT window_errors(:from::timestamptz, :to::timestamptz, true, :time_zone::text)
		OFFSET 0) q (errors)
)
SELECT gate.outcome, gate.detail, gate.zone AS viewer_zone,
	epoch_s(:from::timestamptz) AS from_s, epoch_s(:to::timestamptz) AS to_s,
	p.recurs, p.place_s, p.place_id, v.*, s.*,
	CASE WHEN p.recurs THEN overridden_slots(e.id, :from::timestamptz, :to::timestamptz) END AS overridden_slots,
	CASE WHEN p.recurs THEN attendees_by_slot(e) END AS attendees_by_slot
FROM gate
LEFT JOIN LATERAL occurrence_places(CASE WHEN gate.outcome = 'ok' THEN :calendar_id::uuid END, :caller::uuid,
	gate.role, gate.zone, :from::timestamptz, :to::timestamptz, :status::text, :uid::text, :category::text,
	:updated_since::timestamptz, :after::text, :limit::integer + 1) p ON true
LEFT JOIN events e ON e.calendar_id = :calendar_id::uuid AND e.id = p.id
LEFT JOIN LATERAL event_answer(e, p.masked, :time_zone::text) v ON true
LEFT JOIN LATERAL stored_answer(e) s ON true
WHERE gate.outcome <> 'ok' OR p.id IS NOT NULL
