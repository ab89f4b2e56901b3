-- DELETE …/attendees/{email}: from the event, of a series from every occurrence, or from one occurrence.
-- Somebody who is not invited is as good as removed.
CREATE WRITE remove_attendee(calendar_id uuid, event_id uuid, email text, recurrence_id text) AS $$
DECLARE
	target record;
	found_at record;
	is_stored boolean := true; -- false: an occurrence that has no row yet
	calendar calendars;
	master events;
	event events; -- the series, the single event, or the one occurrence
	known event_attendees;
	next_version bigint; -- neither is named like a column: in a query that would be meant
	raised bigint;
BEGIN
	target := event_to_write(request, calendar_id, event_id);
	outcome := target.outcome;
	IF outcome <> 'ok' THEN
		EXIT work;
	END IF;
	calendar := target.calendar;
	master := target.event;
	event := master;
	IF remove_attendee.recurrence_id IS NOT NULL THEN
		SELECT * INTO found_at
		FROM exception_for(master, remove_attendee.recurrence_id, request.new_id, request.plan);
		IF found_at.outcome = 'needs_plan' THEN
			outcome := found_at.outcome;
			RETURN; -- nothing was done, and the next call takes the claim over
		ELSIF found_at.outcome <> 'ok' THEN
			outcome := found_at.outcome;
			EXIT work;
		END IF;
		event := found_at.event;
		is_stored := found_at.stored;
	END IF;
	IF is_stale(request, event.version) THEN
		outcome := 'stale';
		detail := stale_detail(event.version);
		EXIT work;
	END IF;
	SELECT a.* INTO known FROM event_attendees a
	WHERE a.calendar_id = calendar.id AND a.email_key = lower(remove_attendee.email)
		AND (a.event_id = event.id OR (a.event_id = master.id AND NOT is_stored)
			OR (remove_attendee.recurrence_id IS NULL AND a.event_id IN (
				SELECT e.id FROM events e WHERE e.series_id = master.id AND e.deleted_at IS NULL)))
	LIMIT 1;
	IF known.email_key IS NULL THEN
		outcome := 'ok';
		EXIT work;
	END IF;
	raised := raise_seq(calendar.id);
	next_version := greatest(master.version, event.version) + 1;
	IF remove_attendee.recurrence_id IS NOT NULL THEN
		PERFORM own_attendees(event, master, is_stored, raised, next_version);
	END IF;
	PERFORM drop_attendee_row(calendar.id, event.id, known.email_key);
	IF remove_attendee.recurrence_id IS NULL THEN
		PERFORM drop_attendee_row(calendar.id, e.id, known.email_key), touch_event(e, raised, next_version)
		FROM events e WHERE e.series_id = master.id AND e.deleted_at IS NULL;
	END IF;
	PERFORM touch_event(master, raised, next_version);
	outcome := 'ok';
	PERFORM record_audit(request, 'event/' || event.id, calendar.id,
		to_jsonb(event_shown(calendar.id, event.id)));
END $$;
