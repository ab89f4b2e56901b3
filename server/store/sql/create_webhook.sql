-- POST /v1/webhooks. The handler looked at the URL, and sends the first delivery afterwards: record_ping.sql.
CREATE WRITE create_webhook(body jsonb) ANSWERS (sealed text, answer webhook_view) AS $$
DECLARE
	errors jsonb;
BEGIN
	errors := webhook_errors(body->'calendar_ids', request.caller);
	IF errors <> '[]' THEN
		outcome := errors_outcome(errors);
		detail := errors_detail(errors);
		EXIT work;
	END IF;
	-- The user's row, so that two at once do not both find the last place free.
	PERFORM FROM users u WHERE u.id = request.caller FOR NO KEY UPDATE;
	IF (SELECT count(*) FROM webhooks w WHERE w.user_id = request.caller) >= 50 THEN
		outcome := 'too_many_webhooks';
		EXIT work;
	END IF;
	INSERT INTO webhooks (id, user_id, url, types, calendar_ids, description, secret, created_at, updated_at)
	VALUES (request.new_id, request.caller, body->>'url', text_list(body->'types'),
		calendar_list(body->'calendar_ids'), body->>'description', request.secret_kept, this_second(),
		this_second());
	outcome := 'created';
	sealed := request.secret_sealed;
	answer := webhook_shown(request.new_id);
	PERFORM record_audit(request, 'webhook/' || request.new_id, NULL, to_jsonb(answer));
END $$;
