-- GET …/events/{event_id}: four index probes and no more. Creators and attendees see their events
-- whatever their role; readers see private ones masked; 410 only for those who could have read it.
SELECT g.outcome, v.*
FROM calendars c
LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = :caller
LEFT JOIN events e ON e.calendar_id = c.id AND e.id = :event_id
LEFT JOIN LATERAL (
	SELECT true AS invited FROM event_attendees i
	WHERE i.calendar_id = e.calendar_id AND i.event_id = e.id AND i.user_id = :caller
	LIMIT 1
) i ON true
CROSS JOIN LATERAL (
	SELECT role_on(c, a.role, :caller) AS role,
		coalesce(e.creator_user_id = :caller OR i.invited, false) AS involved
) r
CROSS JOIN LATERAL (
	SELECT CASE
		WHEN e.id IS NULL AND r.role = 'freebusy' THEN 'freebusy_only'
		WHEN e.id IS NULL THEN 'not_found'
		WHEN r.role IS NULL AND NOT r.involved THEN 'not_found'
		WHEN r.role = 'freebusy' AND NOT r.involved THEN 'freebusy_only'
		WHEN e.deleted_at IS NOT NULL THEN 'gone'
		WHEN :time_zone::text IS NOT NULL AND NOT zone_known(:time_zone::text) THEN 'malformed_query'
		ELSE 'ok'
	END AS outcome
) g
LEFT JOIN LATERAL event_answer(e, e.visibility = 'private'
	AND coalesce(r.role < 'editor', true) AND NOT r.involved, :time_zone::text) v ON g.outcome = 'ok'
WHERE c.id = :calendar_id AND c.deleted_at IS NULL
