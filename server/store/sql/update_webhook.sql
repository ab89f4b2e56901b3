-- PATCH /v1/webhooks/{webhook_id}. A new secret signs at once, and for a day the old one beside it. Switched on again,
-- a webhook gets what waited, with three days anew.
CREATE WRITE update_webhook(webhook_id uuid, body jsonb) ANSWERS (sealed text, answer webhook_view) AS $$
DECLARE
	old webhooks;
	errors jsonb;
	rotates boolean := coalesce((body->>'rotate_secret')::boolean, false);
	enables boolean := (body->>'enabled')::boolean;
BEGIN
	SELECT * INTO old FROM webhooks w
	WHERE w.id = update_webhook.webhook_id AND w.user_id = request.caller FOR NO KEY UPDATE;
	IF old.id IS NULL THEN
		outcome := 'not_found';
		EXIT work;
	END IF;
	errors := webhook_errors(body->'calendar_ids', request.caller) || read_only_errors(
		to_jsonb(webhook_shown(old.id)), body, 'id', 'disabled_reason', 'old_secret_until', 'ping', 'created_at',
		'updated_at');
	IF errors <> '[]' THEN
		outcome := errors_outcome(errors);
		detail := errors_detail(errors);
		EXIT work;
	END IF;
	UPDATE webhooks w SET
		url = coalesce(body->>'url', w.url),
		types = CASE WHEN body ? 'types' THEN text_list(body->'types') ELSE w.types END,
		calendar_ids = CASE WHEN body ? 'calendar_ids' THEN calendar_list(body->'calendar_ids')
			ELSE w.calendar_ids END,
		description = CASE WHEN body ? 'description' THEN body->>'description' ELSE w.description END,
		enabled = coalesce(enables, w.enabled),
		disabled_reason = CASE WHEN enables THEN NULL ELSE w.disabled_reason END,
		secret = CASE WHEN rotates THEN request.secret_kept ELSE w.secret END,
		old_secret = CASE WHEN rotates THEN w.secret ELSE w.old_secret END,
		old_secret_until = CASE WHEN rotates THEN this_second() + interval '24 hours'
			ELSE w.old_secret_until END,
		updated_at = this_second()
	WHERE w.id = old.id;
	IF enables <> old.enabled THEN
		PERFORM hold_deliveries(old.id, NOT enables);
	END IF;
	outcome := 'ok';
	sealed := CASE WHEN rotates THEN request.secret_sealed END;
	answer := webhook_shown(old.id);
	PERFORM record_audit(request, 'webhook/' || old.id, NULL, to_jsonb(answer)
		|| jsonb_build_object('rotated', rotates));
END $$;
