-- POST …/events
CREATE WRITE create_event(calendar_id uuid, body jsonb) ANSWERS (answer event_view) AS $$
DECLARE
	calendar calendars;
	event events;
	ruled record;
	planned record;
	errors jsonb;
BEGIN
	calendar := lock_calendar(calendar_id);
	outcome := event_write_access(calendar, NULL, request.caller);
	IF outcome <> 'ok' THEN
		EXIT work;
	END IF;
	ruled := event_rules(body, calendar.time_zone, NULL);
	planned := apply_plan(request.plan, NULL, body->'recurrence', ruled.event);
	event := planned.event;
	errors := ruled.errors || planned.errors;
	IF planned.outcome IS NOT NULL THEN
		outcome := planned.outcome;
		RETURN; -- nothing was done, and the next call takes the claim over
	END IF;
	IF errors <> '[]' THEN
		outcome := errors_outcome(errors);
		detail := errors_detail(errors);
		EXIT work;
	END IF;
	event.calendar_id := calendar.id;
	event.id := coalesce((body->>'id')::uuid, request.new_id);
	event.uid := coalesce(event.uid, event.id::text);
	outcome := clash(event);
	IF outcome IS NOT NULL THEN
		EXIT work;
	END IF;
	event.seq := raise_seq(calendar.id);
	PERFORM insert_event(event, body->'attendees', request.caller);
	outcome := 'created';
	answer := event_shown(calendar.id, event.id);
	shown := to_jsonb(answer);
	PERFORM record_audit(request, 'event/' || event.id, calendar.id, shown);
END $$;
