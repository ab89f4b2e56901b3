-- POST …/split: this and following. What came before keeps the id; what follows becomes a series of its own,
-- with a uid of its own, and takes its exceptions, exdates and rdates along.
--
--   master ──┬─ before: the rule ends before the slot
--            └─ after:  the rest of the rule, patched; or nothing, with delete_following
CREATE WRITE split_series(calendar_id uuid, event_id uuid, body jsonb) ANSWERS (before jsonb, after jsonb) AS $$
DECLARE
	target record;
	ruled record;
	calendar calendars;
	master events;
	early events;
	late events;
	base events;
	stored jsonb;
	plan jsonb := request.plan;
	patch jsonb := coalesce(nullif(body->'patch', 'null'), '{}');
	only_before boolean := coalesce((body->>'delete_following')::boolean, false);
	slot timestamp;
	later timestamp[]; -- slots of exceptions from the split on
	lost timestamp[] := '{}';
	errors jsonb;
BEGIN
	target := event_to_write(request, calendar_id, event_id);
	outcome := target.outcome;
	IF outcome <> 'ok' THEN
		EXIT work;
	END IF;
	calendar := target.calendar;
	master := target.event;
	IF is_stale(request, master.version) THEN
		outcome := 'stale';
		detail := stale_detail(master.version);
		EXIT work;
	ELSIF NOT is_series(master) THEN
		outcome := 'not_an_occurrence';
		EXIT work;
	ELSIF plan->>'basis' IS DISTINCT FROM series_basis(master, master,
			body || jsonb_build_object('slot', body->>'recurrence_id')) THEN
		outcome := 'needs_plan';
		RETURN; -- nothing was done, and the next call takes the claim over
	ELSIF (plan->>'spent')::boolean THEN
		outcome := 'rrule_too_complex';
		EXIT work;
	ELSIF NOT (plan->>'slot_valid')::boolean THEN
		outcome := 'not_an_occurrence';
		EXIT work;
	ELSIF (plan->>'slot_first')::boolean THEN
		outcome := 'first_occurrence';
		EXIT work;
	END IF;
	slot := (body->>'recurrence_id')::timestamp;
	later := ARRAY(SELECT s FROM unnest(exception_slots(master.id)) s WHERE s >= slot);

	IF NOT only_before THEN
		base := series_from(master, (plan->'after'->>'start')::timestamp, request.new_id);
		base.uid := request.new_id::text;
		SELECT to_jsonb(v) INTO stored FROM event_answer(base, false, NULL) v;
		ruled := event_rules(event_merge(stored, patch), calendar.time_zone, base);
		late := ruled.event;
		errors := ruled.errors || coalesce(plan->'errors', '[]')
			|| read_only_errors(stored, patch, VARIADIC event_read_only()
				|| ARRAY['attendees', 'calendar_id']);
		IF errors <> '[]' THEN
			errors := (SELECT jsonb_agg(jsonb_set(e, '{pointer}', to_jsonb('/patch' || (e->>'pointer'))))
				FROM jsonb_array_elements(errors) e);
			outcome := errors_outcome(errors);
			detail := errors_detail(errors);
			EXIT work;
		END IF;
		late.rrule := plan->'after'->>'rrule';
		IF (plan->'after'->>'recurs')::boolean THEN
			late.rdates := slots_of(plan->'after'->'rdates');
			late.exdates := slots_of(plan->'after'->'exdates');
			late.span := series_span(late, plan->'after');
		END IF;
		late.split_from := master.id;
		lost := slots_of(plan->'dropped');
		IF lost <> '{}' AND (body->>'drop_exceptions')::boolean IS NOT TRUE THEN
			outcome := 'would_drop_exceptions';
			detail := dropped_detail(lost, master.is_all_day);
			EXIT work;
		END IF;
		outcome := clash(late);
		IF outcome IS NOT NULL THEN
			EXIT work;
		END IF;
	END IF;

	early := master;
	early.rrule := plan->>'rrule';
	early.rdates := slots_of(plan->'rdates');
	early.exdates := slots_of(plan->'exdates');
	early.span := series_span(early, plan);
	early.split_from := CASE WHEN only_before THEN master.split_from ELSE master.id END;
	early.seq := raise_seq(calendar.id);
	PERFORM replace_event(master, early);
	SELECT e.* INTO early FROM events e WHERE e.calendar_id = calendar.id AND e.id = master.id;
	IF only_before THEN
		PERFORM strip_exceptions(master, later, early.seq);
	ELSE
		PERFORM strip_exceptions(master, lost, early.seq);
		late.seq := early.seq;
		late.version := 1;
		late.sequence := 0;
		late.created_at := this_second();
		late.updated_at := late.created_at;
		late.attendee_count := 0;
		INSERT INTO events SELECT late.*;
		PERFORM copy_attendees(calendar.id, master.id, late.id, slot);
		UPDATE event_attendees a SET partstat_from = m.partstat_from FROM event_attendees m
		WHERE a.calendar_id = calendar.id AND a.event_id = late.id AND m.calendar_id = calendar.id
			AND m.event_id = master.id AND m.email_key = a.email_key;
		PERFORM answers_move(calendar.id, late.id, tsrange(slot, NULL, '()'),
			late.start_local - base.start_local);
		PERFORM replace_event(e, follow_master(e, late), early.version)
		FROM events e
		WHERE e.series_id = master.id AND e.deleted_at IS NULL AND e.recurrence_id >= slot;
		after := event_json(event_shown(calendar.id, late.id));
		IF lost <> '{}' THEN
			after := after || jsonb_build_object('dropped_exceptions',
				slot_list(lost, master.is_all_day));
		END IF;
		PERFORM record_audit(request, 'event/' || late.id, calendar.id, after);
	END IF;
	PERFORM answers_move(calendar.id, master.id, tsrange(NULL, slot), interval '0');
	PERFORM exceptions_follow(early, master); -- split_from
	outcome := 'ok';
	before := event_json(event_shown(calendar.id, master.id));
	shown := jsonb_build_object('before', before, 'after', after);
	PERFORM record_audit(request, 'event/' || master.id, calendar.id, before);
END $$;
