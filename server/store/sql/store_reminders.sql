-- What the server reckoned: [{calendar_id, event_id, stamp, done_until_s, next_s, due: [{object_id, start_s,
-- minutes}]}]. Messages and the place to go on from change together, so a server that is killed loses nothing and
-- writes nothing twice. An event that changed meanwhile is reckoned anew.
CREATE FUNCTION store_reminders(plans jsonb, OUT outcome text, OUT stored integer) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	plan jsonb;
	version bigint;
BEGIN
	outcome := 'ok';
	stored := 0;
	FOR plan IN SELECT p FROM jsonb_array_elements(plans) p ORDER BY p->>'calendar_id', p->>'event_id' LOOP
		UPDATE event_reminders r SET
			done_until = to_timestamp((plan->>'done_until_s')::bigint),
			due_at = to_timestamp((plan->>'next_s')::bigint)
		WHERE r.calendar_id = (plan->>'calendar_id')::uuid AND r.event_id = (plan->>'event_id')::uuid
			AND r.stamp = (plan->>'stamp')::bigint;
		CONTINUE WHEN NOT FOUND;
		stored := stored + 1;
		CONTINUE WHEN plan->'due' = '[]' OR NOT EXISTS (SELECT FROM webhooks w WHERE w.enabled);
		SELECT e.version INTO version FROM events e
		WHERE e.calendar_id = (plan->>'calendar_id')::uuid AND e.id = (plan->>'event_id')::uuid;
		PERFORM publish((plan->>'calendar_id')::uuid, 'reminder.due', d->>'object_id', version,
			jsonb_build_object('reminder', jsonb_build_object('minutes_before', (d->>'minutes')::integer,
				'start_time', to_char(to_timestamp((d->>'start_s')::bigint) AT TIME ZONE 'UTC',
					'YYYY-MM-DD"T"HH24:MI:SS"Z"'))),
			reminder_id((plan->>'event_id')::uuid, (d->>'start_s')::bigint, (d->>'minutes')::integer))
		FROM jsonb_array_elements(plan->'due') d;
	END LOOP;
END $$;
