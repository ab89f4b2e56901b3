-- GET …/events/{event_id}: a few index probes and no more. Creators and attendees see their events
-- whatever their role; readers see private ones masked; 410 only for those who could have read it.
--
-- What is decided once and used in many columns stands behind OFFSET 0: the planner would copy the
-- expressions into each of them otherwise. The row's second probe costs less than those copies.
SELECT g.outcome, v.*
FROM (
	SELECT
		CASE
			WHEN r.id IS NULL AND r.role IS NOT NULL AND r.role > 'freebusy' THEN 'not_found'
			WHEN r.role IS NULL AND NOT r.involved THEN 'not_found'
			WHEN r.role = 'freebusy' AND NOT r.involved THEN 'freebusy_only'
			WHEN r.deleted_at IS NOT NULL THEN 'gone'
			WHEN :time_zone::text IS NOT NULL AND NOT zone_known(:time_zone::text) THEN 'malformed_query'
			ELSE 'ok'
		END AS outcome,
		r.visibility = 'private' AND NOT r.involved AND coalesce(r.role < 'editor', true) AS masked
	FROM (
		SELECT e.id, e.visibility, e.deleted_at, role_on(c, a.role, :caller) AS role,
			e.creator_user_id IS NOT DISTINCT FROM :caller OR (e.attendee_count > 0 AND EXISTS (
				SELECT FROM event_attendees i
				WHERE i.calendar_id = e.calendar_id AND i.event_id = e.id AND i.user_id = :caller
			)) IS TRUE AS involved
		FROM calendars c
		LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = :caller
		LEFT JOIN events e ON e.calendar_id = c.id AND e.id = :event_id
		WHERE c.id = :calendar_id AND c.deleted_at IS NULL
		OFFSET 0
	) r
	OFFSET 0
) g
LEFT JOIN events e ON g.outcome = 'ok' AND e.calendar_id = :calendar_id AND e.id = :event_id
LEFT JOIN LATERAL event_answer(e, g.masked, :time_zone::text) v ON true
