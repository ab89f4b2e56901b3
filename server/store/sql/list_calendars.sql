-- GET /v1/calendars: owned ones, shared ones and, if asked for, public ones, by id.
SELECT 'ok' AS outcome, v.*, c.id::text AS cursor_key
FROM (
	SELECT o.id FROM calendars o WHERE o.owner_user_id = :caller AND o.deleted_at IS NULL
	UNION
	SELECT s.calendar_id FROM calendar_acl s WHERE s.user_id = :caller
	UNION
	SELECT p.id FROM calendars p
	WHERE :include_public::boolean AND p.public_read AND p.deleted_at IS NULL
) known
JOIN calendars c ON c.id = known.id AND c.deleted_at IS NULL
LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = :caller
CROSS JOIN LATERAL calendar_answer(c, role_on(c, a.role, :caller)) v
WHERE c.id > coalesce(:after::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
	AND (:owner::uuid IS NULL OR c.owner_user_id = :owner::uuid)
	AND (:role_min::text IS NULL OR v.my_role >= :role_min::text::calendar_role)
	AND (:q::text IS NULL OR position(lower(:q::text) IN lower(c.name)) > 0
		OR position(lower(:q::text) IN lower(c.description)) > 0)
ORDER BY c.id
LIMIT :limit + 1
