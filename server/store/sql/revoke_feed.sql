-- DELETE …/feeds/{feed_id}. A second time answers the same. Every reading asks the row, so it ends at once.
CREATE WRITE revoke_feed(calendar_id uuid, feed_id uuid) AS $$
DECLARE
	calendar calendars;
	old feeds;
BEGIN
	calendar := lock_calendar(calendar_id);
	outcome := owner_access(calendar, request.caller);
	IF outcome <> 'ok' THEN
		EXIT work;
	END IF;
	SELECT * INTO old FROM feeds f WHERE f.id = feed_id AND f.calendar_id = calendar.id;
	IF old.id IS NULL THEN
		outcome := 'not_found';
	ELSIF old.revoked_at IS NULL THEN
		UPDATE feeds f SET revoked_at = this_second() WHERE f.id = old.id;
		PERFORM record_audit(request, 'feed/' || old.id, calendar.id, jsonb_build_object('revoked', true));
	END IF;
END $$;
