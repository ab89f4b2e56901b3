-- How attempts went: [{webhook_id, id, delivered, status_code, latency_ms, error}]. A webhook that was deleted
-- meanwhile has no row any more.
CREATE FUNCTION finish_deliveries(results jsonb, OUT outcome text, OUT finished integer) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	result jsonb;
	row webhook_outbox;
BEGIN
	outcome := 'ok';
	finished := 0;
	FOR result IN SELECT r FROM jsonb_array_elements(results) r ORDER BY r->>'webhook_id', r->>'id' LOOP
		UPDATE webhook_outbox o SET
			status = CASE WHEN (result->>'delivered')::boolean THEN 'delivered'
				WHEN o.first_attempt_at < clock_timestamp() - interval '3 days' THEN 'failed' ELSE 'pending' END,
			next_at = CASE WHEN isfinite(o.next_at) THEN clock_timestamp() + retry_pause(o.attempts)
				ELSE o.next_at END, -- switched off meanwhile
			extra = CASE WHEN (result->>'delivered')::boolean THEN NULL ELSE o.extra END,
			status_code = (result->>'status_code')::integer,
			latency_ms = (result->>'latency_ms')::integer,
			error = result->>'error'
		WHERE o.webhook_id = (result->>'webhook_id')::uuid AND o.id = (result->>'id')::uuid
			AND o.status = 'pending'
		RETURNING o.* INTO row;
		finished := finished + FOUND::integer;
		IF FOUND AND row.status = 'failed' THEN
			PERFORM give_up(row);
		END IF;
	END LOOP;
END $$;
