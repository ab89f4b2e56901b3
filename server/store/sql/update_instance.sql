-- PATCH …/instances/{recurrence_id}: a merge patch over the occurrence as it is shown. The members that it
-- names are the occurrence's own from here on; all others keep following the series.
CREATE WRITE update_instance(calendar_id uuid, event_id uuid, recurrence_id text, body jsonb)
ANSWERS (answer event_view) AS $$
DECLARE
	target record;
	found_at record;
	ruled record;
	calendar calendars;
	master events;
	old events;
	event events;
	stored jsonb;
	errors jsonb;
BEGIN
	target := event_to_write(request, calendar_id, event_id);
	outcome := target.outcome;
	IF outcome <> 'ok' THEN
		EXIT work;
	END IF;
	calendar := target.calendar;
	master := target.event;
	SELECT * INTO found_at
	FROM exception_for(master, update_instance.recurrence_id, request.new_id, request.plan);
	IF found_at.outcome = 'needs_plan' THEN
		outcome := found_at.outcome;
		RETURN; -- nothing was done, and the next call takes the claim over
	ELSIF found_at.outcome <> 'ok' THEN
		outcome := found_at.outcome;
		EXIT work;
	END IF;
	old := found_at.event;
	IF is_stale(request, old.version) THEN
		outcome := 'stale';
		detail := stale_detail(old.version);
		EXIT work;
	END IF;

	SELECT to_jsonb(v) INTO stored FROM event_answer(old, false, NULL) v;
	IF NOT found_at.stored THEN
		stored := stored || jsonb_build_object('attendees',
			attendees_at(master, old.recurrence_id));
	END IF;
	ruled := event_rules(event_merge(stored, body), calendar.time_zone, old);
	event := ruled.event;
	errors := ruled.errors || read_only_errors(stored, body, VARIADIC event_read_only()
		|| ARRAY['attendees', 'calendar_id', 'uid', 'recurrence']);
	IF event.is_all_day IS DISTINCT FROM master.is_all_day THEN
		errors := errors || field_error('/is_all_day', 'excluded',
			'An occurrence takes whole days if its series does.');
	END IF;
	IF errors <> '[]' THEN
		outcome := errors_outcome(errors);
		detail := errors_detail(errors);
		EXIT work;
	END IF;
	event.overridden := ARRAY(SELECT DISTINCT unnest(old.overridden || overridden_by(body)) ORDER BY 1);
	event.seq := raise_seq(calendar.id);
	IF found_at.stored THEN
		PERFORM replace_event(old, event, greatest(master.version, old.version) + 1);
	ELSE
		event.version := master.version + 1;
		event.sequence := master.sequence + sequence_raised(old, event)::integer;
		PERFORM insert_exception(event, master);
	END IF;
	PERFORM touch_event(master, event.seq, greatest(master.version, old.version) + 1);
	outcome := 'ok';
	answer := event_shown(calendar.id, event.id);
	shown := to_jsonb(answer);
	PERFORM record_audit(request, 'event/' || answer.id, calendar.id, shown);
END $$;
