-- Whose key is this? One row for a live key, none for any other.
SELECT u.id AS caller, k.id AS key_id, u.is_admin, k.scopes::text AS scopes,
	extract(epoch FROM k.expires_at)::bigint AS expires_at
FROM api_keys k
JOIN users u ON u.id = k.user_id
WHERE k.hash = decode(:key_hash::text, 'hex')
	AND k.revoked_at IS NULL
	AND (k.expires_at IS NULL OR k.expires_at > now())
	AND u.deleted_at IS NULL
