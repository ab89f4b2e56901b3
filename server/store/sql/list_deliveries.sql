-- GET /v1/webhooks/{webhook_id}/deliveries: what was or is to be sent, the latest first; kept for seven days.
SELECT CASE WHEN w.id IS NULL THEN 'not_found' ELSE 'ok' END AS outcome, d.*
FROM (VALUES (1)) one
LEFT JOIN webhooks w ON w.id = :webhook_id AND w.user_id = :caller
LEFT JOIN LATERAL (
	SELECT o.id, o.type, o.calendar_id, o.object_id, o.version, o.status, o.attempts, o.status_code, o.latency_ms,
		o.error, o.occurred_at, o.last_attempt_at,
		CASE WHEN o.status = 'pending' AND isfinite(o.next_at) THEN o.next_at END AS next_attempt_at,
		to_char(o.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' || o.id AS cursor_key
	FROM webhook_outbox o
	WHERE o.webhook_id = w.id AND (:status IS NULL OR o.status = :status)
		AND (o.created_at, o.id) < (coalesce(split_part(:after, ' ', 1)::timestamptz, 'infinity'),
			coalesce(split_part(:after, ' ', 2)::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
	ORDER BY o.created_at DESC, o.id DESC
	LIMIT :limit + 1
) d ON true
WHERE w.id IS NULL OR d.id IS NOT NULL
ORDER BY d.cursor_key DESC
