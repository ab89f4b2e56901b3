-- What the server reckons the reminders of an event from.
CREATE TYPE reminder_view AS (
	calendar_id uuid,
	event_id uuid,
	id text, -- as the API names it
	version bigint,
	stamp bigint,
	done_until_s bigint,
	now_s bigint,
	minutes text, -- "10,1440": those of method webhook
	viewer_zone text, -- where all-day and floating events happen: the calendar's
	stored_is_all_day text,
	stored_floating text,
	stored_tzid text,
	stored_start_local text,
	stored_start_fold text,
	stored_duration_s text,
	stored_duration_days text,
	stored_rrule text,
	stored_rdates text,
	stored_exdates text,
	overridden_slots text -- occurrences with a row, and so with reminders, of their own
);

CREATE FUNCTION reminder_answer(due event_reminders) RETURNS SETOF reminder_view LANGUAGE sql STABLE AS $$
	SELECT e.calendar_id, e.id, place_id(e), e.version, due.stamp, floor(extract(epoch FROM due.done_until))::bigint,
		floor(extract(epoch FROM clock_timestamp()))::bigint,
		(SELECT string_agg(DISTINCT m->>'minutes_before', ',') FROM jsonb_array_elements(e.body->'reminders') m
			WHERE m->>'method' = 'webhook'),
		c.time_zone, v.stored_is_all_day::text, v.stored_floating::text, v.stored_tzid, v.stored_start_local::text,
		v.stored_start_fold::text, v.stored_duration_s::text, v.stored_duration_days::text, v.stored_rrule,
		v.stored_rdates::text, v.stored_exdates::text,
		CASE WHEN is_series(e) THEN exception_slots(e.id)::text END
	FROM events e JOIN calendars c ON c.id = e.calendar_id, stored_answer(e) v
	WHERE e.calendar_id = due.calendar_id AND e.id = due.event_id
$$;

-- One id for one reminder, whoever reckons it and however often.
CREATE FUNCTION reminder_id(event_id uuid, start_s bigint, minutes integer) RETURNS uuid
LANGUAGE sql IMMUTABLE AS $$
	SELECT md5(concat_ws(' ', event_id, start_s, minutes))::uuid
$$;
