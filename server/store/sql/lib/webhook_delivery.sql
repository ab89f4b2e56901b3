-- From the outbox to the wire: what one attempt needs to know, and what comes of it.
CREATE TYPE delivery_view AS (
	webhook_id uuid,
	id uuid,
	type text,
	calendar_id uuid,
	object_id text,
	version bigint,
	sync_user uuid, -- with the five below: from where listChanges tells this change
	sync_seq bigint,
	sync_epoch bigint,
	sync_secret text,
	sync_sees_all boolean,
	sync_granted_seq bigint,
	occurred_at timestamptz(0),
	extra jsonb,
	invited_to jsonb, -- the event of an invitation, which does not travel as it is
	url text,
	host text,
	secret text,
	old_secret text -- NULL but for a day after a rotation
);

-- Ten seconds, doubled each time up to six hours; a tenth of chance keeps receivers from being met by all at once.
CREATE FUNCTION retry_pause(attempts integer) RETURNS interval LANGUAGE sql VOLATILE AS $$
	SELECT least(interval '6 hours', interval '10 seconds' * power(2, least(attempts, 13) - 1))
		* (0.95 + random() * 0.1)
$$;

-- What waits for a webhook that is switched off stands still, out of the way of the queue.
CREATE FUNCTION hold_deliveries(webhook_id uuid, held boolean) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	UPDATE webhook_outbox o SET next_at = CASE WHEN held THEN 'infinity' ELSE clock_timestamp() END, attempts = 0,
		first_attempt_at = NULL
	WHERE o.webhook_id = hold_deliveries.webhook_id AND o.status = 'pending';
END $$;

-- After three days of failing. One message that a receiver chokes on is given up alone; a receiver that took nothing
-- else in all that time either is left alone.
CREATE FUNCTION give_up(delivery webhook_outbox) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	IF EXISTS (SELECT FROM webhook_outbox o WHERE o.webhook_id = delivery.webhook_id AND o.status = 'delivered'
			AND o.last_attempt_at > delivery.first_attempt_at) THEN
		RETURN;
	END IF;
	UPDATE webhooks w SET enabled = false, disabled_reason = 'failing', updated_at = this_second()
	WHERE w.id = delivery.webhook_id AND w.enabled;
	IF FOUND THEN
		PERFORM hold_deliveries(delivery.webhook_id, true);
	END IF;
END $$;
