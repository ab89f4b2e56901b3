-- GET …/export.ics: who may, then one page. The first row tells of the calendar; :after goes on.
SELECT g.outcome, g.name, g.description, g.color, p.place, p.event, p.kept
FROM (
	SELECT c.name, c.description, c.color, r.role,
		CASE WHEN r.role IS NULL THEN 'not_found' WHEN r.role = 'freebusy' THEN 'freebusy_only'
			WHEN :event_id IS NOT NULL AND NOT EXISTS (SELECT FROM events e WHERE e.id = :event_id
				AND e.calendar_id = c.id AND e.deleted_at IS NULL AND e.series_id IS NULL)
			THEN 'not_found' ELSE 'ok' END AS outcome
	FROM (VALUES (1)) one
	LEFT JOIN calendars c ON c.id = :calendar_id AND c.deleted_at IS NULL
	LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = :caller
	CROSS JOIN LATERAL (SELECT role_on(c, a.role, :caller)) r (role)
	OFFSET 0
) g
LEFT JOIN LATERAL export_page(CASE WHEN g.outcome = 'ok' THEN :calendar_id END, :event_id, :from, :to,
	:after::uuid, :caller, g.role < 'editor') p ON true
