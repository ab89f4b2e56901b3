-- The key was used. At most one write a minute, however often the servers say so.
CREATE FUNCTION touch_key(key_id uuid, OUT outcome text) LANGUAGE plpgsql AS $$
BEGIN
	UPDATE api_keys k SET last_used_at = this_second()
	WHERE k.id = touch_key.key_id
		AND (k.last_used_at IS NULL OR k.last_used_at < now() - interval '1 minute');
	outcome := 'ok';
END $$;
