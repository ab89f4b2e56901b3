-- GET /v1/webhooks: the caller's own; secrets are not shown again.
SELECT v.*, w.id::text AS cursor_key
FROM webhooks w, webhook_answer(w) v
WHERE w.user_id = :caller AND w.id > coalesce(:after::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
ORDER BY w.id
LIMIT :limit + 1
