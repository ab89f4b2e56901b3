-- How the first delivery of a webhook went: into the answer of createWebhook, and into the stored one, so that the same
-- request again is answered alike.
CREATE FUNCTION record_ping(caller uuid, idempotency_key text, webhook_id uuid, ping jsonb, kept text,
	OUT outcome text, OUT sealed text, OUT answer webhook_view) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	UPDATE webhooks w SET ping = record_ping.ping
	WHERE w.id = record_ping.webhook_id AND w.user_id = record_ping.caller;
	outcome := CASE WHEN FOUND THEN 'created' ELSE 'not_found' END;
	sealed := kept;
	answer := webhook_shown(webhook_id);
	UPDATE idempotency i SET answer = to_jsonb(record_ping.answer)
	WHERE i.user_id = record_ping.caller AND i.key = record_ping.idempotency_key;
END $$;
