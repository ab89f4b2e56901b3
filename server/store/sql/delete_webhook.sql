-- DELETE /v1/webhooks/{webhook_id}: with all that waits for it. A second time answers not_found: nothing is kept of it.
CREATE WRITE delete_webhook(webhook_id uuid) AS $$
BEGIN
	DELETE FROM webhooks w WHERE w.id = delete_webhook.webhook_id AND w.user_id = request.caller;
	outcome := CASE WHEN FOUND THEN 'ok' ELSE 'not_found' END;
	IF FOUND THEN
		PERFORM record_audit(request, 'webhook/' || webhook_id, NULL, jsonb_build_object('deleted', true));
	END IF;
END $$;
