-- Stored answers live for 24 hours. A bounded batch: call again while it purges a full one. Of several
-- servers one does it at a time; rows that a request holds at the moment are left for the next time.
CREATE FUNCTION purge_idempotency(OUT outcome text, OUT purged integer) LANGUAGE plpgsql AS $$
BEGIN
	outcome := 'ok';
	purged := 0;
	IF NOT pg_try_advisory_xact_lock(hashtext('purge_idempotency')) THEN
		RETURN;
	END IF;
	DELETE FROM idempotency i WHERE i.ctid = ANY (ARRAY(
		SELECT o.ctid FROM idempotency o
		WHERE o.created_at < now() - interval '24 hours'
		ORDER BY o.created_at LIMIT 1000 FOR UPDATE SKIP LOCKED));
	GET DIAGNOSTICS purged = ROW_COUNT;
END $$;
