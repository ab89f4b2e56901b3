-- DELETE /v1/webhooks/{webhook_id}: with all that waits for it. A second time answers not_found: nothing is kept of it.
CREATE FUNCTION delete_webhook(request request, webhook_id uuid,
	OUT outcome text, OUT detail jsonb, OUT replayed boolean) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	past record;
BEGIN
	SELECT * INTO past FROM claim(request);
	IF past.outcome IS NOT NULL THEN
		outcome := past.outcome;
		detail := past.detail;
		replayed := past.replayed;
		RETURN;
	END IF;

	DELETE FROM webhooks w WHERE w.id = delete_webhook.webhook_id AND w.user_id = request.caller;
	outcome := CASE WHEN FOUND THEN 'ok' ELSE 'not_found' END;
	IF FOUND THEN
		PERFORM record_audit(request, 'webhook/' || webhook_id, NULL, jsonb_build_object('deleted', true));
	END IF;
	PERFORM complete(request, outcome, detail, NULL);
END $$;
