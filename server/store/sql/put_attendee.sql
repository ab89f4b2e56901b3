-- PUT …/attendees/{email}: invites somebody, or changes how; what they answered stays. Of a series all
-- occurrences take part, those with people of their own too.
CREATE WRITE put_attendee(calendar_id uuid, event_id uuid, email text, recurrence_id text, body jsonb)
ANSWERS (answer event_view) AS $$
DECLARE
	target record;
	found_at record;
	is_stored boolean := true; -- false: an occurrence that has no row yet
	calendar calendars;
	master events;
	event events; -- the series, the single event, or the one occurrence
	known event_attendees;
	errors jsonb := '[]';
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
	IF put_attendee.recurrence_id IS NOT NULL THEN
		SELECT * INTO found_at
		FROM exception_for(master, put_attendee.recurrence_id, request.new_id, request.plan);
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
	IF length(email) NOT BETWEEN 3 AND 254 OR email !~ '^[^[:space:]@<>,;]+@[^[:space:]@<>,;]+$' THEN
		errors := field_error('email', 'format', 'email is not an e-mail address');
		outcome := 'invalid_fields';
		detail := errors_detail(errors);
		EXIT work;
	END IF;
	SELECT a.* INTO known FROM event_attendees a
	WHERE a.calendar_id = calendar.id AND a.email_key = lower(put_attendee.email)
		AND a.event_id = CASE WHEN NOT is_stored
			THEN master.id ELSE event.id END;
	IF known.email_key IS NULL AND greatest(event.attendee_count,
			CASE WHEN put_attendee.recurrence_id IS NULL THEN 0 ELSE master.attendee_count END) >= 500 THEN
		outcome := 'too_many_attendees';
		EXIT work;
	END IF;
	raised := raise_seq(calendar.id);
	next_version := greatest(master.version, event.version) + 1;
	IF put_attendee.recurrence_id IS NOT NULL THEN
		PERFORM own_attendees(event, master, is_stored, raised, next_version);
	END IF;
	PERFORM put_attendee_row(calendar.id, event.id, put_attendee.email, put_attendee.body);
	IF put_attendee.recurrence_id IS NULL THEN
		PERFORM put_attendee_row(calendar.id, e.id, put_attendee.email, put_attendee.body),
			touch_event(e, raised, next_version)
		FROM events e WHERE e.series_id = master.id AND e.deleted_at IS NULL;
	END IF;
	PERFORM touch_event(master, raised, next_version);
	outcome := CASE WHEN known.email_key IS NULL THEN 'created' ELSE 'ok' END;
	answer := event_shown(calendar.id, event.id);
	shown := to_jsonb(answer);
	PERFORM record_audit(request, 'event/' || answer.id, calendar.id, shown);
END $$;
