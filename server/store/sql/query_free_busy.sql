-- POST /v1/free-busy: for each subject the events that make it busy; a subject without any has one row still.
-- Series are expanded by the server, which merges all of them.
WITH asked AS (
	SELECT (:body->>'from')::timestamptz AS first, (:body->>'to')::timestamptz AS last
), subject AS MATERIALIZED (
	SELECT s.position - 1 AS position, u.user_id, u.calendar_id, busy_zone(u.user_id, u.calendar_id, :caller) AS zone
	FROM jsonb_array_elements(:body->'subjects') WITH ORDINALITY s (value, position)
	CROSS JOIN LATERAL (SELECT user_ref(s.value->>'user_id', :caller), (s.value->>'calendar_id')::uuid)
		u (user_id, calendar_id)
)
SELECT s.position, s.user_id, s.calendar_id, s.zone AS viewer_zone,
	epoch_s(asked.first) AS from_s, epoch_s(asked.last) AS to_s,
	e.id, b.tentative, e.rrule IS NOT NULL OR e.rdates IS NOT NULL AS recurs,
	place_s(e, s.zone) AS place_s, place_end_s(e, s.zone) AS place_end_s, stored.*,
	CASE WHEN e.rrule IS NOT NULL OR e.rdates IS NOT NULL
		THEN overridden_slots(e, asked.first, asked.last) END AS overridden_slots
FROM asked CROSS JOIN subject s
LEFT JOIN LATERAL busy_of(s.user_id, s.calendar_id, :caller, s.zone, asked.first, asked.last) b ON true
LEFT JOIN events e ON e.calendar_id = b.in_calendar AND e.id = b.event_id
LEFT JOIN LATERAL stored_answer(e) stored ON true
ORDER BY s.position
