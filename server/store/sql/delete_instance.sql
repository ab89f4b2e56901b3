-- DELETE …/instances/{recurrence_id}: the slot joins the exdates. One that stands there already answers alike.
CREATE WRITE delete_instance(calendar_id uuid, event_id uuid, recurrence_id text) AS $$
DECLARE
	target record;
	calendar calendars;
	master events;
	event events;
	exception events;
	slot timestamp;
BEGIN
	target := event_to_write(request, calendar_id, event_id);
	outcome := target.outcome;
	IF outcome <> 'ok' THEN
		EXIT work;
	END IF;
	calendar := target.calendar;
	master := target.event;
	IF NOT is_series(master) OR delete_instance.recurrence_id IS NULL THEN
		outcome := 'not_an_occurrence';
		EXIT work;
	END IF;
	slot := delete_instance.recurrence_id::timestamp;
	IF slot = ANY (master.exdates) THEN
		EXIT work;
	ELSIF request.plan->>'basis' IS DISTINCT FROM
			slot_basis(master, delete_instance.recurrence_id, true) THEN
		outcome := 'needs_plan';
		RETURN; -- nothing was done, and the next call takes the claim over
	ELSIF (request.plan->>'spent')::boolean THEN
		outcome := 'rrule_too_complex';
		EXIT work;
	ELSIF NOT (request.plan->>'slot_valid')::boolean THEN
		outcome := 'not_an_occurrence';
		EXIT work;
	END IF;
	SELECT e.* INTO exception FROM events e
	WHERE e.series_id = master.id AND e.recurrence_id = slot AND e.deleted_at IS NULL;
	IF is_stale(request, coalesce(exception.version, master.version)) THEN
		outcome := 'stale';
		detail := stale_detail(coalesce(exception.version, master.version));
		EXIT work;
	ELSIF NOT (request.plan->>'remains')::boolean THEN
		outcome := 'last_occurrence';
		EXIT work;
	END IF;
	event := master;
	event.exdates := ARRAY(SELECT unnest(master.exdates || slot) ORDER BY 1);
	event.span := series_span(event, request.plan);
	event.seq := raise_seq(calendar.id);
	PERFORM strip_exceptions(master, ARRAY[slot], event.seq);
	PERFORM replace_event(master, event);
	outcome := 'ok';
	PERFORM record_audit(request, 'event/' || master.id || '_' || delete_instance.recurrence_id,
		calendar.id, jsonb_build_object('deleted', true));
END $$;
