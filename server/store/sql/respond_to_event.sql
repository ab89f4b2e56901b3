-- POST …/rsvp: the caller's own answer. An attendee needs no role on the calendar. A series is answered for all
-- occurrences but those that were answered one by one; or from one of them on.
CREATE WRITE respond_to_event(calendar_id uuid, event_id uuid, body jsonb) ANSWERS (answer event_view) AS $$
DECLARE
	found_at record;
	is_stored boolean := true; -- false: an occurrence that has no row yet
	calendar calendars;
	master events;
	event events; -- the series, the single event, or the one occurrence
	known event_attendees;
	from_slot text := body->>'from_recurrence_id';
	slot text := coalesce(body->>'recurrence_id', from_slot);
	next_version bigint; -- neither is named like a column: in a query that would be meant
	raised bigint;
BEGIN
	calendar := lock_calendar(calendar_id);
	SELECT * INTO master FROM events e
	WHERE e.calendar_id = calendar.id AND e.id = event_id AND e.series_id IS NULL;
	outcome := rsvp_access(calendar, master, request.caller);
	IF outcome <> 'ok' THEN
		EXIT work;
	ELSIF master.deleted_at IS NOT NULL THEN
		outcome := 'gone';
		EXIT work;
	END IF;
	event := master;
	IF from_slot IS NOT NULL AND body->>'recurrence_id' IS NOT NULL THEN
		outcome := 'invalid_fields';
		detail := errors_detail(field_error('/from_recurrence_id', 'excluded',
			'Answer for one occurrence or from one on, not both.'));
		EXIT work;
	END IF;
	IF slot IS NOT NULL THEN
		SELECT * INTO found_at
		FROM exception_for(master, slot, request.new_id, request.plan);
		IF found_at.outcome = 'needs_plan' THEN
			outcome := found_at.outcome;
			RETURN; -- nothing was done, and the next call takes the claim over
		ELSIF found_at.outcome <> 'ok' THEN
			outcome := found_at.outcome;
			EXIT work;
		END IF;
		IF from_slot IS NULL THEN
			event := found_at.event;
			is_stored := found_at.stored;
		END IF;
	END IF;
	SELECT a.* INTO known FROM event_attendees a
	WHERE a.calendar_id = calendar.id AND a.user_id = request.caller
		AND a.event_id = CASE WHEN NOT is_stored
			THEN master.id ELSE event.id END;
	IF known.email_key IS NULL THEN
		outcome := 'not_invited';
		EXIT work;
	ELSIF from_slot IS NOT NULL AND jsonb_array_length(known.partstat_from) >= 32 THEN
		outcome := 'invalid_fields';
		detail := errors_detail(field_error('/from_recurrence_id', 'too_many',
			'This answer changes 32 times along the series: answer for all of it first.'));
		EXIT work;
	END IF;
	raised := raise_seq(calendar.id);
	next_version := greatest(master.version, event.version) + 1;
	IF from_slot IS NOT NULL THEN
		PERFORM answer_from(known, slot::timestamp, body);
	ELSE
		IF slot IS NOT NULL THEN
			PERFORM own_attendees(event, master, is_stored, raised, next_version);
		END IF;
		PERFORM answer_attendee_row(calendar.id, event.id, known.email_key, body);
	END IF;
	IF event.id = master.id THEN
		PERFORM answer_attendee_row(calendar.id, e.id, known.email_key, respond_to_event.body),
			touch_event(e, raised, next_version)
		FROM events e
		WHERE e.series_id = master.id AND e.deleted_at IS NULL
			AND (from_slot IS NULL OR e.recurrence_id >= slot::timestamp)
			AND (NOT e.overridden && ARRAY['attendees'] OR e.recurrence_id = from_slot::timestamp);
	END IF;
	PERFORM touch_event(master, raised, next_version);
	outcome := 'ok';
	answer := event_shown(calendar.id, event.id);
	shown := to_jsonb(answer);
	PERFORM record_audit(request, 'event/' || answer.id, calendar.id, shown);
END $$;
