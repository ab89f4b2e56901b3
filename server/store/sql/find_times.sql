-- POST /v1/find-times: for each person the events that make them busy around the window, and their working hours.
WITH asked AS MATERIALIZED (
	SELECT (:body->>'from')::timestamptz - buffer AS first, (:body->>'to')::timestamptz + buffer AS last
	FROM (SELECT coalesce((:body->>'buffer_minutes')::integer, 0) * interval '1 minute') b (buffer)
), subject AS MATERIALIZED (
	SELECT s.position - 1 AS position, u.user_id, busy_zone(u.user_id, NULL, :caller) AS zone
	FROM jsonb_array_elements(:body->'attendees') WITH ORDINALITY s (value, position)
	CROSS JOIN LATERAL (SELECT user_ref(s.value->>'user_id', :caller)) u (user_id)
)
SELECT s.position, s.user_id, s.zone AS viewer_zone, work_minutes(u.working_hours) AS work_minutes,
	epoch_s(asked.first) AS from_s, epoch_s(asked.last) AS to_s, busy.*
FROM asked CROSS JOIN subject s
LEFT JOIN LATERAL (SELECT u.working_hours FROM users u WHERE u.id = s.user_id OFFSET 0) u ON true
LEFT JOIN LATERAL (
	SELECT e.id, b.tentative, epoch_s(lower(b.slots) AT TIME ZONE 'UTC') AS slot_from_s,
		epoch_s(upper(b.slots) AT TIME ZONE 'UTC') AS slot_to_s, is_series(e) AS recurs, place_s(e, s.zone) AS place_s, place_end_s(e, s.zone) AS place_end_s,
		stored.*, CASE WHEN is_series(e) THEN overridden_slots(e.id, asked.first, asked.last) END AS overridden_slots
	FROM busy_of(s.user_id, NULL, :caller, s.zone, asked.first, asked.last) b
	CROSS JOIN LATERAL (SELECT e.* FROM events e WHERE e.calendar_id = b.in_calendar AND e.id = b.event_id OFFSET 0) e
	CROSS JOIN LATERAL stored_answer(e) stored
) busy ON true
ORDER BY s.position
