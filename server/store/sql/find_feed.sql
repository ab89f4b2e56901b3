-- Which calendar a link shows, and a tag that changes with everything it shows: seq with each change of an event,
-- version with the calendar's name and colour, the day because the window moves with it.
SELECT f.calendar_id, f.detail, c.name, c.description, c.color,
	concat_ws('-', f.id, c.seq, c.version, w.today) AS tag,
	(w.today - f.past_days)::timestamp AT TIME ZONE c.time_zone AS "from",
	(w.today + f.future_days + 1)::timestamp AT TIME ZONE c.time_zone AS "to"
FROM feeds f
JOIN calendars c ON c.id = f.calendar_id AND c.deleted_at IS NULL
CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE c.time_zone)::date AS today) w
WHERE f.token_hash = decode(:token_hash, 'hex') AND f.revoked_at IS NULL
