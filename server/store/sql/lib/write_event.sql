-- Where a write to an event or series begins: its calendar locked, the event if the caller may write it. `gone` comes
-- with the event.
CREATE FUNCTION event_to_write(request request, calendar_id uuid, event_id uuid,
	OUT outcome text, OUT calendar calendars, OUT event events) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	calendar := lock_calendar(calendar_id);
	SELECT * INTO event FROM events e
	WHERE e.calendar_id = calendar.id AND e.id = event_id AND e.series_id IS NULL;
	outcome := CASE
		WHEN event.id IS NULL AND calendar_role(calendar, request.caller) >= 'reader' THEN 'not_found'
		ELSE event_write_access(calendar, event, request.caller) END;
	IF outcome = 'ok' AND event.deleted_at IS NOT NULL THEN
		outcome := 'gone';
	END IF;
END $$;
