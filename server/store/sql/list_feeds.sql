-- GET …/feeds
SELECT g.outcome, v.*, v.id::text AS cursor_key
FROM (
	SELECT CASE WHEN role_on(c, a.role, :caller) IS NULL THEN 'not_found'
		WHEN role_on(c, a.role, :caller) < 'owner' THEN 'forbidden' ELSE 'ok' END AS outcome
	FROM (VALUES (1)) one
	LEFT JOIN calendars c ON c.id = :calendar_id AND c.deleted_at IS NULL
	LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = :caller
) g
LEFT JOIN LATERAL (
	SELECT f.* FROM feed_view f
	WHERE g.outcome = 'ok' AND f.calendar_id = :calendar_id
		AND f.id > coalesce(:after::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
	ORDER BY f.id
	LIMIT :limit + 1
) v ON true
WHERE g.outcome <> 'ok' OR v.id IS NOT NULL
ORDER BY v.id
