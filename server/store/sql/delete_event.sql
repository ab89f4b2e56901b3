-- DELETE …/events/{event_id}: a stripped row stays. Deleting it again answers the same.
CREATE WRITE delete_event(calendar_id uuid, event_id uuid) AS $$
DECLARE
	target record;
	old events;
	seq bigint;
BEGIN
	target := event_to_write(request, calendar_id, event_id);
	old := target.event;
	outcome := CASE target.outcome WHEN 'gone' THEN 'ok' ELSE target.outcome END;
	IF target.outcome <> 'ok' THEN
		EXIT work;
	ELSIF is_stale(request, old.version) THEN
		outcome := 'stale';
		detail := stale_detail(old.version);
		EXIT work;
	END IF;
	seq := raise_seq(old.calendar_id);
	IF is_series(old) THEN
		PERFORM strip_exceptions(old, exception_slots(old.id), seq);
	END IF;
	PERFORM strip_event(old, seq);
	PERFORM record_audit(request, 'event/' || old.id, old.calendar_id, jsonb_build_object('deleted', true));
END $$;
