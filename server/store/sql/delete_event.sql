-- DELETE …/events/{event_id}: a stripped row stays. Deleting it again answers the same.
CREATE WRITE delete_event(calendar_id uuid, event_id uuid) AS $$
DECLARE
	calendar calendars;
	old events;
	seq bigint;
BEGIN
	calendar := lock_calendar(calendar_id);
	SELECT * INTO old FROM events e WHERE e.calendar_id = calendar.id AND e.id = event_id AND e.series_id IS NULL;
	outcome := CASE WHEN old.id IS NULL AND calendar_role(calendar, request.caller) >= 'reader'
		THEN 'not_found' ELSE event_write_access(calendar, old, request.caller) END;
	IF outcome <> 'ok' OR old.deleted_at IS NOT NULL THEN
		EXIT work;
	ELSIF is_stale(request, old.version) THEN
		outcome := 'stale';
		detail := stale_detail(old.version);
		EXIT work;
	END IF;
	seq := raise_seq(calendar.id);
	IF is_series(old) THEN
		PERFORM strip_exceptions(old, exception_slots(old.id), seq);
	END IF;
	PERFORM strip_event(old, seq);
	PERFORM record_audit(request, 'event/' || old.id, calendar.id, jsonb_build_object('deleted', true));
END $$;
