-- The next rows behind the place, by key, and of those that matter what their instants follow from: with a
-- time zone, and not over yet. The last one is always there: it is the next place.
SELECT e.calendar_id, e.id, e.version, s.*,
	NOT e.is_all_day AND NOT e.floating AND upper(e.span) > now() AS matters,
	e.recurrence_id IS NOT NULL AND NOT e.overridden && ARRAY['start_time', 'start_date'] AS follows,
	e.recurrence_id::timestamp AS slot, m.tzid AS series_tzid,
	epoch_s(e.start_utc) AS start_s, epoch_s(e.end_utc) AS end_s, epoch_s(lower(e.span)) AS first_s,
	CASE WHEN isfinite(upper(e.span)) THEN epoch_s(upper(e.span)) END AS last_s
FROM (
	SELECT n.calendar_id, n.id, lead(n.id) OVER (ORDER BY n.calendar_id, n.id) IS NULL AS is_last
	FROM zone_refresh z CROSS JOIN LATERAL (
		SELECT e.calendar_id, e.id FROM events e
		WHERE (e.calendar_id, e.id) > (
			coalesce(z.calendar_id, '00000000-0000-0000-0000-000000000000'::uuid),
			coalesce(z.event_id, '00000000-0000-0000-0000-000000000000'::uuid))
		ORDER BY e.calendar_id, e.id
		LIMIT 500
	) n
) k
JOIN events e ON e.calendar_id = k.calendar_id AND e.id = k.id
LEFT JOIN events m ON m.calendar_id = e.calendar_id AND m.id = e.series_id
CROSS JOIN LATERAL stored_answer(e) s
WHERE k.is_last OR (e.deleted_at IS NULL AND NOT e.is_all_day AND NOT e.floating AND upper(e.span) > now())
ORDER BY e.calendar_id, e.id
