-- GET …/events/{event_id}/instances: the series, and its exceptions that happen in the window. Who may is as in
-- get_event.sql.
WITH gate AS MATERIALIZED (
	SELECT r.id, r.role, r.zone, w.first, w.last,
		CASE
			WHEN r.id IS NULL AND r.role IS NOT NULL AND r.role > 'freebusy' THEN 'not_found'
			WHEN r.role IS NULL AND NOT r.involved THEN 'not_found'
			WHEN r.role = 'freebusy' AND NOT r.involved THEN 'freebusy_only'
			WHEN r.deleted_at IS NOT NULL THEN 'gone'
			WHEN q.errors <> '[]' THEN 'malformed_query'
			ELSE 'ok'
		END AS outcome,
		CASE WHEN (r.role > 'freebusy' OR r.involved) AND q.errors <> '[]' THEN errors_detail(q.errors) END AS detail
	FROM (
		SELECT e.id, e.deleted_at, coalesce(:time_zone::text, c.time_zone) AS zone,
			role_on(c, a.role, :caller) AS role, involves(e, :caller) IS TRUE AS involved
		FROM calendars c
		LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = :caller
		LEFT JOIN events e ON e.calendar_id = c.id AND e.id = :event_id
		WHERE c.id = :calendar_id AND c.deleted_at IS NULL
		OFFSET 0
	) r
	CROSS JOIN LATERAL (
		SELECT coalesce(:from::timestamptz, :to::timestamptz - interval '1 year', date_trunc('second', now())),
			coalesce(:to::timestamptz, :from::timestamptz + interval '1 year',
				date_trunc('second', now()) + interval '1 year')
	) w (first, last)
	CROSS JOIN LATERAL (SELECT window_errors(w.first, w.last, true, :time_zone::text) OFFSET 0) q (errors)
), places AS (
	SELECT e.id, true AS recurs, NULL::bigint AS place_s, NULL::text AS place_id
	FROM gate JOIN events e ON e.calendar_id = :calendar_id AND e.id = gate.id
	WHERE gate.outcome = 'ok' AND (e.rrule IS NOT NULL OR e.rdates IS NOT NULL)
		AND (e.status <> 'cancelled' OR :include_cancelled::boolean)
	UNION ALL
	(SELECT e.id, false, place_s(e, gate.zone), place_id(e)
	FROM gate JOIN events e ON e.series_id = gate.id AND e.calendar_id = :calendar_id
	WHERE gate.outcome = 'ok' AND e.deleted_at IS NULL
		AND happens_within(e, gate.zone, gate.first, gate.last)
		AND (e.status <> 'cancelled' OR :include_cancelled::boolean)
		AND (place_s(e, gate.zone), place_id(e)) > (place_after_s(:after::text), place_after_id(:after::text))
	ORDER BY 3, 4
	LIMIT :limit + 1)
)
SELECT gate.outcome, gate.detail, gate.zone AS viewer_zone,
	epoch_s(gate.first) AS from_s, epoch_s(gate.last) AS to_s,
	p.recurs, p.place_s, p.place_id, v.*, s.*,
	CASE WHEN p.recurs THEN overridden_slots(e.id, gate.first, gate.last) END AS overridden_slots,
	CASE WHEN p.recurs THEN attendees_by_slot(e) END AS attendees_by_slot
FROM gate
LEFT JOIN places p ON true
LEFT JOIN events e ON e.calendar_id = :calendar_id AND e.id = p.id
LEFT JOIN LATERAL event_answer(e, NOT may_match(e, gate.role, :caller), :time_zone::text) v ON true
LEFT JOIN LATERAL stored_answer(e) s ON true
WHERE gate.outcome <> 'ok' OR p.id IS NOT NULL
