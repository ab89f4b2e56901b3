-- GET /v1/agenda: the candidates of many calendars. Each calendar is asked by its own index scan; of the
-- single events all calendars together give one page.
WITH wanted AS MATERIALIZED (
	SELECT c.id, c.time_zone, role_on(c, a.role, :caller) AS role
	FROM unnest(:calendar_ids::uuid[]) wanted (id)
	JOIN calendars c ON c.id = wanted.id AND c.deleted_at IS NULL
	LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = :caller
	WHERE :calendar_ids::uuid[] IS NOT NULL
	UNION
	SELECT c.id, c.time_zone, 'owner' FROM calendars c
	WHERE :calendar_ids::uuid[] IS NULL AND c.owner_user_id = :caller AND c.deleted_at IS NULL
	UNION
	SELECT c.id, c.time_zone, role_on(c, a.role, :caller) FROM calendar_acl a
	JOIN calendars c ON c.id = a.calendar_id AND c.deleted_at IS NULL
	WHERE :calendar_ids::uuid[] IS NULL AND a.user_id = :caller AND role_on(c, a.role, :caller) >= 'reader'
), gate AS MATERIALIZED (
	SELECT g.outcome, CASE g.outcome
		WHEN 'malformed_query' THEN errors_detail(q.errors)
		WHEN 'not_found' THEN errors_detail(g.unknown)
		WHEN 'freebusy_only' THEN errors_detail(g.unknown) END AS detail
	FROM (SELECT window_errors(:from::timestamptz, :to::timestamptz, true, :time_zone::text)) q (errors)
	CROSS JOIN LATERAL (
		SELECT CASE
				WHEN q.errors <> '[]' THEN 'malformed_query'
				WHEN EXISTS (SELECT FROM unnest(:calendar_ids::uuid[]) u (id)
					WHERE NOT EXISTS (SELECT FROM wanted w WHERE w.id = u.id AND w.role IS NOT NULL))
					THEN 'not_found'
				WHEN EXISTS (SELECT FROM wanted w WHERE w.role < 'reader') THEN 'freebusy_only'
				WHEN (SELECT count(*) FROM wanted) > 50 THEN 'too_many_calendars'
				ELSE 'ok'
			END,
			(SELECT jsonb_agg(jsonb_build_object('pointer', 'calendar_ids', 'code', 'unknown_reference',
				'message', format('%s is no calendar that you may read.', u.id)))
			FROM unnest(:calendar_ids::uuid[]) u (id)
			WHERE NOT EXISTS (SELECT FROM wanted w WHERE w.id = u.id AND w.role >= 'reader'))
	) g (outcome, unknown)
), places AS MATERIALIZED (
	SELECT w.id AS calendar_id, coalesce(:time_zone::text, w.time_zone) AS zone, p.*
	FROM gate CROSS JOIN wanted w CROSS JOIN LATERAL occurrence_places(w.id, :caller, w.role,
		coalesce(:time_zone::text, w.time_zone), :from::timestamptz, :to::timestamptz, NULL, NULL, NULL, NULL,
		:after::text, :limit + 1) p
	WHERE gate.outcome = 'ok'
), shown AS (
	SELECT * FROM places WHERE recurs
	UNION ALL
	(SELECT * FROM places WHERE NOT recurs ORDER BY place_s, place_id LIMIT :limit + 1)
)
SELECT gate.outcome, gate.detail, p.zone AS viewer_zone,
	epoch_s(:from::timestamptz) AS from_s, epoch_s(:to::timestamptz) AS to_s,
	p.recurs, p.place_s, p.place_id, v.*, s.*,
	CASE WHEN p.recurs THEN overridden_slots(e.id, :from::timestamptz, :to::timestamptz) END AS overridden_slots
FROM gate
LEFT JOIN shown p ON true
LEFT JOIN events e ON e.calendar_id = p.calendar_id AND e.id = p.id
LEFT JOIN LATERAL event_answer(e, p.masked, :time_zone::text) v ON true
LEFT JOIN LATERAL stored_answer(e) s ON true
WHERE gate.outcome <> 'ok' OR p.id IS NOT NULL
