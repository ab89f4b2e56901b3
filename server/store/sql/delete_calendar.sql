-- DELETE /v1/calendars/{calendar_id}. Its events go with it: every way to them leads over the
-- calendar, so nothing else is written; the purge takes the rows later.
CREATE WRITE delete_calendar(calendar_id uuid) AS $$
DECLARE
	old calendars;
	role calendar_role;
BEGIN
	old := lock_calendar(calendar_id);
	role := calendar_role(old, request.caller);
	IF role IS DISTINCT FROM 'owner' THEN
		outcome := CASE WHEN role IS NULL THEN 'not_found' ELSE 'forbidden' END;
		EXIT work;
	ELSIF is_stale(request, old.version) THEN
		outcome := 'stale';
		detail := stale_detail(old.version);
		EXIT work;
	END IF;
	PERFORM raise_seq(old.id);
	UPDATE calendars c SET deleted_at = this_second(), updated_at = this_second(),
		version = c.version + 1
	WHERE c.id = old.id;
	outcome := 'ok';
	PERFORM record_audit(request, 'calendar/' || old.id, old.id, jsonb_build_object('deleted', true));
END $$;
