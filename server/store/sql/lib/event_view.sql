-- An event as the API shows it. Member names and order are the contract's Event.
CREATE TYPE event_view AS (
	id text,
	calendar_id uuid,
	uid text,
	title text,
	description text,
	location text,
	url text,
	is_all_day boolean,
	start_time text,
	end_time text,
	start_date text,
	end_date text,
	time_zone text,
	floating boolean,
	recurrence jsonb,
	series_id uuid,
	recurrence_id text,
	is_exception boolean,
	status text,
	visibility text,
	transparency text,
	attendees jsonb,
	organizer jsonb,
	reminders jsonb,
	categories jsonb,
	color text,
	metadata jsonb,
	masked boolean,
	sequence integer,
	version bigint,
	creator_user_id uuid,
	split_from uuid,
	created_at timestamptz(0),
	updated_at timestamptz(0),
	deleted_at timestamptz(0)
);

CREATE FUNCTION slot_list(slots timestamp[], is_all_day boolean) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT coalesce(jsonb_agg(slot_text(s, is_all_day) ORDER BY s), '[]') FROM unnest(slots) s);
END $$;

-- The row of a table becomes the members of an answer. A SETOF function in FROM, because the planner
-- pulls its body into the query: columns, not a composite that would be taken apart 40 times.
-- masked: only when it is and how it counts. zone: show times there; NULL: in the event's own.
CREATE FUNCTION event_answer(event events, masked boolean, zone text)
RETURNS SETOF event_view LANGUAGE sql STABLE AS $$
	SELECT CASE WHEN event.series_id IS NULL THEN event.id::text
			ELSE concat(event.series_id, '_', slot_text(event.recurrence_id, event.is_all_day)) END,
		event.calendar_id,
		CASE WHEN masked THEN event.id::text ELSE event.uid END, -- a UID may say where it came from
		CASE WHEN masked THEN 'Busy' ELSE event.title END,
		CASE WHEN masked THEN NULL ELSE event.description END,
		CASE WHEN masked THEN NULL ELSE event.location END,
		CASE WHEN masked THEN NULL ELSE event.url END,
		event.is_all_day,
		CASE WHEN event.is_all_day THEN NULL
			WHEN event.floating THEN wall_text(event.start_local)
			WHEN zone IS NULL THEN
				instant_text(event.start_utc, zone_shift(event.start_utc, event.start_local))
			ELSE instant_text(event.start_utc,
				zone_shift(event.start_utc, event.start_utc AT TIME ZONE zone)) END,
		CASE WHEN event.is_all_day THEN NULL
			WHEN event.floating THEN wall_text(event.end_utc AT TIME ZONE 'UTC')
			ELSE instant_text(event.end_utc,
				zone_shift(event.end_utc, event.end_utc AT TIME ZONE coalesce(zone, event.tzid))) END,
		CASE WHEN event.is_all_day THEN to_char(event.start_local, 'YYYY-MM-DD') END,
		CASE WHEN event.is_all_day THEN to_char(event.end_utc AT TIME ZONE 'UTC', 'YYYY-MM-DD') END,
		event.tzid, event.floating,
		CASE WHEN event.rrule IS NOT NULL OR event.rdates IS NOT NULL THEN jsonb_build_object(
			'rrule', event.rrule, 'rdates', slot_list(event.rdates, event.is_all_day),
			'exdates', slot_list(event.exdates, event.is_all_day)) END,
		event.series_id, slot_text(event.recurrence_id, event.is_all_day),
		event.recurrence_id IS NOT NULL,
		event.status, event.visibility, event.transparency,
		CASE WHEN masked OR event.attendee_count = 0 THEN '[]' ELSE attendees_at(event, NULL) END,
		CASE WHEN masked THEN NULL ELSE nullif(event.body->'organizer', 'null') END,
		CASE WHEN masked THEN '[]' ELSE coalesce(event.body->'reminders', '[]') END,
		CASE WHEN masked THEN '[]' ELSE coalesce(event.body->'categories', '[]') END,
		CASE WHEN masked THEN NULL ELSE event.body->>'color' END,
		CASE WHEN masked THEN '{}' ELSE coalesce(event.body->'metadata', '{}') END,
		masked, event.sequence, event.version,
		CASE WHEN masked THEN NULL ELSE event.creator_user_id END,
		CASE WHEN masked THEN NULL ELSE event.split_from END,
		event.created_at, event.updated_at, event.deleted_at
$$;

-- The stored event as those see it who may write it.
CREATE FUNCTION event_shown(calendar_id uuid, event_id uuid) RETURNS event_view
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT v FROM events e, event_answer(e, false, NULL) v
	WHERE e.calendar_id = event_shown.calendar_id AND e.id = event_shown.event_id);
END $$;
