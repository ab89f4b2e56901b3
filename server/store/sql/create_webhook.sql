-- POST /v1/webhooks. The handler looked at the URL, and sends the first delivery afterwards: record_ping.sql.
CREATE FUNCTION create_webhook(request request, body jsonb,
	OUT outcome text, OUT detail jsonb, OUT replayed boolean, OUT sealed text, OUT answer webhook_view)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	past record;
	errors jsonb;
BEGIN
	SELECT * INTO past FROM claim(request);
	IF past.outcome IS NOT NULL THEN
		outcome := past.outcome;
		detail := past.detail;
		replayed := past.replayed;
		sealed := past.sealed;
		answer := jsonb_populate_record(NULL::webhook_view, past.answer);
		RETURN;
	END IF;

	<<work>>
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
	END;
	PERFORM complete(request, outcome, detail, to_jsonb(answer), sealed);
END $$;
