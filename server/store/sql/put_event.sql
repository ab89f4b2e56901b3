-- PUT …/events/{event_id}: the whole event, under an id that the client knows.
--
--   no such event:  If-Match → stale      else → created
--   there is one:   If-None-Match: * → stale   no If-Match → precondition_required
--                   another version → stale    else → ok
--   deleted:        gone; its id does not come back
CREATE WRITE put_event(calendar_id uuid, event_id uuid, body jsonb) ANSWERS (answer event_view) AS $$
DECLARE
	calendar calendars;
	old events;
	event events;
	ruled record;
	planned record;
	errors jsonb;
BEGIN
	calendar := lock_calendar(calendar_id);
	SELECT * INTO old FROM events e WHERE e.calendar_id = calendar.id AND e.id = event_id AND e.series_id IS NULL;
	outcome := event_write_access(calendar, old, request.caller);
	IF outcome <> 'ok' THEN
		EXIT work;
	ELSIF old.deleted_at IS NOT NULL THEN
		outcome := 'gone';
		EXIT work;
	END IF;
	outcome := put_condition(request, old);
	IF outcome IS NOT NULL THEN
		detail := CASE WHEN outcome = 'stale' AND old.id IS NOT NULL THEN stale_detail(old.version) END;
		EXIT work;
	END IF;

	ruled := event_rules(body, calendar.time_zone, old);
	planned := apply_plan(request.plan, old, body->'recurrence', ruled.event);
	event := planned.event;
	IF planned.outcome IS NOT NULL THEN
		outcome := planned.outcome;
		RETURN; -- nothing was done, and the next call takes the claim over
	END IF;
	errors := ruled.errors || planned.errors || read_only_errors(CASE WHEN old.id IS NULL
			THEN jsonb_build_object('id', event_id, 'calendar_id', calendar.id)
			ELSE to_jsonb(event_shown(calendar.id, old.id)) END,
		body, VARIADIC event_read_only() || 'calendar_id'::text);
	IF errors <> '[]' THEN
		outcome := errors_outcome(errors);
		detail := errors_detail(errors);
		EXIT work;
	END IF;
	IF planned.dropped <> '{}' THEN
		outcome := 'would_drop_exceptions';
		detail := dropped_detail(planned.dropped, old.is_all_day);
		EXIT work;
	END IF;
	event.calendar_id := calendar.id;
	event.id := event_id;
	event.uid := coalesce(event.uid, event.id::text);
	outcome := clash(event, old);
	IF outcome IS NOT NULL THEN
		EXIT work;
	END IF;
	event.seq := raise_seq(calendar.id);
	IF old.id IS NULL THEN
		PERFORM insert_event(event, body->'attendees', request.caller);
		outcome := 'created';
	ELSE
		PERFORM replace_event(old, event);
		PERFORM series_stored(old, event);
		IF old.attendee_count > 0 OR jsonb_typeof(body->'attendees') = 'array' THEN
			PERFORM store_attendees(calendar.id, event.id, body->'attendees');
			PERFORM attendees_follow(e) FROM events e
			WHERE is_series(old) AND e.calendar_id = calendar.id AND e.id = event.id;
		END IF;
		outcome := 'ok';
	END IF;
	answer := event_shown(calendar.id, event.id);
	shown := to_jsonb(answer);
	PERFORM record_audit(request, 'event/' || event.id, calendar.id, shown);
END $$;
