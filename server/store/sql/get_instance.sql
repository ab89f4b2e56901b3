-- GET …/instances/{recurrence_id}: the exception of this slot where there is one, else the series, from which the
-- server tells whether it has the slot. Who may is as in get_event.sql.
WITH gate AS MATERIALIZED (
	SELECT r.id, r.role, r.zone,
		CASE
			WHEN r.id IS NULL AND r.role IS NOT NULL AND r.role > 'freebusy' THEN 'not_found'
			WHEN r.role IS NULL AND NOT r.involved THEN 'not_found'
			WHEN r.role = 'freebusy' AND NOT r.involved THEN 'freebusy_only'
			WHEN r.deleted_at IS NOT NULL THEN 'gone'
			WHEN NOT r.recurs THEN 'not_an_occurrence'
			WHEN :time_zone::text IS NOT NULL AND NOT zone_known(:time_zone::text) THEN 'malformed_query'
			ELSE 'ok'
		END AS outcome
	FROM (
		SELECT e.id, e.deleted_at, coalesce(:time_zone::text, c.time_zone) AS zone,
			e.rrule IS NOT NULL OR e.rdates IS NOT NULL AS recurs,
			role_on(c, a.role, :caller) AS role, involves(e, :caller) IS TRUE AS involved
		FROM calendars c
		LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = :caller
		LEFT JOIN events e ON e.calendar_id = c.id AND e.id = :event_id
		WHERE c.id = :calendar_id AND c.deleted_at IS NULL
		OFFSET 0
	) r
)
SELECT gate.outcome, gate.zone AS viewer_zone, e.recurrence_id IS NULL AS recurs, v.*, s.*,
	CASE WHEN e.recurrence_id IS NULL THEN attendees_by_slot(e) END AS attendees_by_slot
FROM gate
LEFT JOIN LATERAL (
	SELECT e.* FROM events e
	WHERE gate.outcome = 'ok' AND e.calendar_id = :calendar_id AND e.deleted_at IS NULL AND (e.id = gate.id
		OR (e.series_id = gate.id AND slot_text(e.recurrence_id, e.is_all_day) = :recurrence_id))
	ORDER BY e.recurrence_id NULLS LAST
	LIMIT 1
) x ON true
LEFT JOIN events e ON e.calendar_id = :calendar_id AND e.id = x.id
LEFT JOIN LATERAL event_answer(e, NOT may_match(e, gate.role, :caller), :time_zone::text) v ON true
LEFT JOIN LATERAL stored_answer(e) s ON true
