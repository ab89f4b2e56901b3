-- GET /v1/users/{user_id}/keys: oneself, or anybody for an administrator. Expired keys are listed.
SELECT g.outcome, v.*, v.id::text AS cursor_key
FROM (
	SELECT CASE WHEN NOT live_user(:user_id) THEN 'not_found'
		WHEN :user_id = :caller OR acts_as_admin(:is_admin, :scopes) THEN 'ok'
		ELSE 'forbidden' END AS outcome
) g
LEFT JOIN LATERAL (
	SELECT k.* FROM api_key_view k
	WHERE g.outcome = 'ok' AND k.user_id = :user_id
		AND k.id > coalesce(:after::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
	ORDER BY k.id
	LIMIT :limit + 1
) v ON true
WHERE g.outcome <> 'ok' OR v.id IS NOT NULL
ORDER BY v.id
