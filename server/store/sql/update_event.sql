-- PATCH …/events/{event_id}: a merge patch over what the API shows. A new calendar_id moves the event;
-- both calendars are locked then, in id order, and the caller must be able to write in both.
CREATE WRITE update_event(calendar_id uuid, event_id uuid, body jsonb, drop_exceptions boolean)
ANSWERS (answer event_view, dropped_exceptions jsonb) AS $$
DECLARE
	locked record;
	ruled record;
	planned record;
	draft jsonb;
	calendar calendars;
	target calendars;
	old_seq bigint;
	old events;
	event events;
	stored jsonb;
	errors jsonb;
BEGIN
	SELECT * INTO locked
	FROM lock_both(calendar_id, coalesce((body->>'calendar_id')::uuid, calendar_id));
	calendar := locked.calendar;
	target := locked.target;
	SELECT * INTO old FROM events e WHERE e.calendar_id = calendar.id AND e.id = event_id AND e.series_id IS NULL;
	outcome := CASE WHEN old.id IS NULL AND calendar_role(calendar, request.caller) >= 'reader'
		THEN 'not_found' ELSE event_write_access(calendar, old, request.caller) END;
	IF outcome <> 'ok' THEN
		EXIT work;
	ELSIF old.deleted_at IS NOT NULL THEN
		outcome := 'gone';
		EXIT work;
	ELSIF is_stale(request, old.version) THEN
		outcome := 'stale';
		detail := stale_detail(old.version);
		EXIT work;
	END IF;

	stored := to_jsonb(event_shown(calendar.id, old.id));
	draft := event_merge(stored, body);
	ruled := event_rules(draft, calendar.time_zone, old);
	planned := apply_plan(request.plan, old, draft->'recurrence', ruled.event);
	event := planned.event;
	IF planned.outcome IS NOT NULL THEN
		outcome := planned.outcome;
		RETURN; -- nothing was done, and the next call takes the claim over
	END IF;
	errors := ruled.errors || planned.errors
		|| read_only_errors(stored, body, VARIADIC event_read_only() || 'attendees'::text);
	outcome := CASE WHEN target.id = calendar.id THEN 'ok'
		ELSE event_write_access(target, NULL, request.caller) END;
	IF outcome IN ('not_found', 'freebusy_only') THEN
		errors := errors || field_error('/calendar_id', 'unknown_reference',
			'There is no such calendar, or none that you may see events of.');
	ELSIF outcome <> 'ok' THEN
		EXIT work;
	END IF;
	IF errors <> '[]' THEN
		outcome := errors_outcome(errors);
		detail := errors_detail(errors);
		EXIT work;
	END IF;
	IF planned.dropped <> '{}' AND drop_exceptions IS NOT TRUE THEN
		outcome := 'would_drop_exceptions';
		detail := dropped_detail(planned.dropped, old.is_all_day);
		EXIT work;
	END IF;
	event.calendar_id := target.id;
	outcome := clash(event, old);
	IF outcome IS NOT NULL THEN
		EXIT work;
	END IF;
	event.seq := raise_seq(target.id);
	IF target.id <> calendar.id THEN
		old_seq := raise_seq(calendar.id);
	END IF;
	IF planned.dropped <> '{}' THEN
		PERFORM strip_exceptions(old, planned.dropped, coalesce(old_seq, event.seq));
		dropped_exceptions := slot_list(planned.dropped, old.is_all_day);
	END IF;
	IF target.id <> calendar.id THEN
		PERFORM move_event(old, event, old_seq);
	ELSE
		PERFORM replace_event(old, event);
	END IF;
	PERFORM series_stored(old, event, old_seq);
	outcome := 'ok';
	answer := event_shown(target.id, event.id);
	shown := to_jsonb(answer)
		|| jsonb_strip_nulls(jsonb_build_object('dropped_exceptions', dropped_exceptions));
	PERFORM record_audit(request, 'event/' || event.id, target.id, shown);
END $$;
