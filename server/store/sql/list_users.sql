-- GET /v1/users, by name. Addresses only for administrators and of oneself, also as what is searched for.
SELECT 'ok' AS outcome, v.*, u.username AS cursor_key
FROM users u,
	user_answer(u, u.id = :caller OR acts_as_admin(:is_admin, :scopes)) v
WHERE u.deleted_at IS NULL
	AND u.username > coalesce(:after::text, '')
	AND (:q::text IS NULL OR lower(v.email) = lower(:q::text)
		OR position(lower(:q::text) IN lower(u.username)) > 0
		OR position(lower(:q::text) IN lower(u.display_name)) > 0)
ORDER BY u.username
LIMIT :limit + 1
