-- What is due, for the server that asks, and for a minute for nobody else: longer than an attempt can take.
-- busy: {"host": attempts under way}; of one host at most four at a time, so that a slow receiver keeps none but its
-- own messages waiting. What its user may not see any more is dropped.
CREATE FUNCTION claim_deliveries(busy jsonb, most integer) RETURNS SETOF delivery_view LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	due record;
	listener record;
	claimed delivery_view;
BEGIN
	-- Looked through without a lock: of a thousand that are due for one host four are taken.
	FOR due IN
		SELECT f.webhook_id, f.id, f.host FROM (
			SELECT q.*, row_number() OVER (PARTITION BY q.host ORDER BY q.next_at) AS place
			FROM (
				SELECT o.webhook_id, o.id, o.next_at, w.host
				FROM webhook_outbox o JOIN webhooks w ON w.id = o.webhook_id
				WHERE o.status = 'pending' AND o.next_at <= clock_timestamp() AND w.enabled
					AND coalesce((busy->>w.host)::integer, 0) < 4
				ORDER BY o.next_at
				LIMIT 1000
			) q
		) f
		WHERE f.place <= 64 -- other servers take from these too
		ORDER BY f.next_at
	LOOP
		EXIT WHEN most <= 0;
		CONTINUE WHEN (busy->>due.host)::integer >= 4;
		PERFORM FROM webhook_outbox o
		WHERE o.webhook_id = due.webhook_id AND o.id = due.id AND o.status = 'pending'
			AND o.next_at <= clock_timestamp()
		FOR UPDATE SKIP LOCKED;
		CONTINUE WHEN NOT FOUND;
		most := most - 1;
		busy := busy || jsonb_build_object(due.host, coalesce((busy->>due.host)::integer, 0) + 1);
		SELECT may_hear(c, w.user_id, o.type, o.object_id) AS hears, s.epoch, encode(s.secret, 'hex') AS secret,
			role_on(c, a.role, w.user_id) >= 'editor' AS sees_all, coalesce(a.granted_seq, 0) AS granted_seq
		INTO listener
		FROM webhook_outbox o JOIN webhooks w ON w.id = o.webhook_id JOIN calendars c ON c.id = o.calendar_id
		LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = w.user_id
		LEFT JOIN sync_epoch s ON c.deleted_at IS NULL
		WHERE o.webhook_id = due.webhook_id AND o.id = due.id;
		IF NOT listener.hears THEN
			DELETE FROM webhook_outbox o WHERE o.webhook_id = due.webhook_id AND o.id = due.id;
			CONTINUE;
		END IF;
		UPDATE webhook_outbox o SET attempts = o.attempts + 1, next_at = clock_timestamp() + interval '1 minute',
			first_attempt_at = coalesce(o.first_attempt_at, clock_timestamp()), last_attempt_at = clock_timestamp()
		FROM webhooks w
		WHERE o.webhook_id = due.webhook_id AND o.id = due.id AND w.id = o.webhook_id
		RETURNING o.webhook_id, o.id, o.type, o.calendar_id, o.object_id, o.version, w.user_id,
			o.seq, listener.epoch, listener.secret, listener.sees_all, listener.granted_seq, o.occurred_at,
			o.extra #- '{invitation,event}', o.extra#>'{invitation,event}',
			o.extra#>>'{invitation,attendee,email}', w.url, w.host, w.secret, CASE WHEN w.old_secret_until > now() THEN w.old_secret END
		INTO claimed;
		RETURN NEXT claimed;
	END LOOP;
END $$;
