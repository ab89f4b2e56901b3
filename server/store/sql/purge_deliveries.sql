-- The log of deliveries lives for seven days; what waits for a webhook that is switched off no longer either. A bounded
-- batch, as purge_idempotency.
CREATE FUNCTION purge_deliveries(OUT outcome text, OUT purged integer) LANGUAGE plpgsql AS $$
BEGIN
	outcome := 'ok';
	purged := 0;
	IF NOT pg_try_advisory_xact_lock(hashtext('purge_deliveries')) THEN
		RETURN;
	END IF;
	DELETE FROM webhook_outbox o WHERE o.ctid = ANY (ARRAY(
		SELECT p.ctid FROM webhook_outbox p
		WHERE p.created_at < now() - interval '7 days' AND (p.status <> 'pending' OR NOT isfinite(p.next_at))
		ORDER BY p.created_at LIMIT 1000 FOR UPDATE SKIP LOCKED));
	GET DIAGNOSTICS purged = ROW_COUNT;
	UPDATE webhooks w SET old_secret = NULL, old_secret_until = NULL WHERE w.old_secret_until < now();
END $$;
