-- GET …/acl: editors and owners see every rule, others their own. The owner's stands in calendars.
SELECT g.outcome, r.user_id, r.role, r.created_at, r.user_id::text AS cursor_key
FROM (VALUES (1)) one
LEFT JOIN LATERAL (
	SELECT c.id, c.owner_user_id, c.owner_since, role_on(c, a.role, :caller) AS role
	FROM calendars c
	LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = :caller
	WHERE c.id = :calendar_id AND c.deleted_at IS NULL
) c ON true
CROSS JOIN LATERAL (SELECT CASE WHEN c.role IS NULL THEN 'not_found' ELSE 'ok' END AS outcome) g
LEFT JOIN LATERAL (
	SELECT rule.* FROM (
		SELECT c.owner_user_id AS user_id, 'owner'::calendar_role AS role, c.owner_since AS created_at
		UNION ALL
		SELECT l.user_id, l.role, l.created_at FROM calendar_acl l WHERE l.calendar_id = c.id
	) rule
	WHERE g.outcome = 'ok' AND (c.role >= 'editor' OR rule.user_id = :caller)
		AND rule.user_id > coalesce(:after::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
	ORDER BY rule.user_id
	LIMIT :limit + 1
) r ON true
WHERE g.outcome <> 'ok' OR r.user_id IS NOT NULL
ORDER BY r.user_id
