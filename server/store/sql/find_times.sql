-- POST /v1/find-times: for each person the events that make them busy around the window, and their working hours.
WITH asked AS (
	SELECT (:body->>'from')::timestamptz - buffer AS first, (:body->>'to')::timestamptz + buffer AS last
	FROM (SELECT coalesce((:body->>'buffer_minutes')::integer, 0) * interval '1 minute') b (buffer)
), subject AS MATERIALIZED (
	SELECT s.position - 1 AS position, u.user_id, busy_zone(u.user_id, NULL, :caller) AS zone
	FROM jsonb_array_elements(:body->'attendees') WITH ORDINALITY s (value, position)
	CROSS JOIN LATERAL (SELECT user_ref(s.value->>'user_id', :caller)) u (user_id)
)
SELECT s.position, s.user_id, s.zone AS viewer_zone, work_minutes(u.working_hours) AS work_minutes,
	epoch_s(asked.first) AS from_s, epoch_s(asked.last) AS to_s,
	e.id, b.tentative, e.rrule IS NOT NULL OR e.rdates IS NOT NULL AS recurs,
	place_s(e, s.zone) AS place_s, place_end_s(e, s.zone) AS place_end_s, stored.*,
	CASE WHEN e.rrule IS NOT NULL OR e.rdates IS NOT NULL
		THEN overridden_slots(e, asked.first, asked.last) END AS overridden_slots
FROM asked CROSS JOIN subject s
LEFT JOIN users u ON u.id = s.user_id
LEFT JOIN LATERAL busy_of(s.user_id, NULL, :caller, s.zone, asked.first, asked.last) b ON true
LEFT JOIN events e ON e.calendar_id = b.in_calendar AND e.id = b.event_id
LEFT JOIN LATERAL stored_answer(e) stored ON true
ORDER BY s.position
