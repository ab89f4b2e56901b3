-- GET /v1/users/{user_id}
SELECT 'ok' AS outcome, v.*
FROM users u,
	user_answer(u, u.id = :caller OR acts_as_admin(:is_admin, :scopes)) v
WHERE u.id = :user_id AND u.deleted_at IS NULL
