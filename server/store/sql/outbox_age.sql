-- For how many seconds the oldest message has been due: of a healthy service below one.
SELECT coalesce(greatest(0, extract(epoch FROM clock_timestamp() - min(o.next_at))), 0)::bigint AS age_s
FROM webhook_outbox o
WHERE o.status = 'pending'
