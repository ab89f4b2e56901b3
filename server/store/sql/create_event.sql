-- POST …/events
CREATE FUNCTION create_event(request request, calendar_id uuid, body jsonb,
	OUT outcome text, OUT detail jsonb, OUT replayed boolean, OUT answer event_view)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	past record;
	calendar calendars;
	event events;
	ruled record;
	planned record;
	errors jsonb;
	shown jsonb; -- the answer, for the audit and for the same request again
BEGIN
	past := claim(request);
	IF past.outcome IS NOT NULL THEN
		outcome := past.outcome;
		detail := past.detail;
		replayed := past.replayed;
		answer := jsonb_populate_record(NULL::event_view, past.answer);
		RETURN;
	END IF;

	<<work>>
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
	END;
	PERFORM complete(request, outcome, detail, shown);
END $$;
