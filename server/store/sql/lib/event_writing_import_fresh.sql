-- Events that a calendar does not have yet: all of most files. One statement a batch stores them. What it leaves out is
-- import_master()'s, row by row: what is there already, and what is wrong and has to be named.

-- When a row of a file is. Its times are instants, or have no zone at all (server/domain/ics_when.c), so that few of
-- the questions of event_when() are left. NULL: a zone that somebody should look at.
CREATE FUNCTION import_when(draft jsonb, default_zone text) RETURNS event_when LANGUAGE plpgsql STABLE AS $$
DECLARE
	at event_when;
	day interval := '1 day';
BEGIN
	at.is_all_day := draft->>'start_date' IS NOT NULL;
	at.floating := coalesce((draft->>'floating')::boolean, false);
	at.tzid := coalesce(draft->>'time_zone', default_zone);
	at.start_fold := 0;
	IF at.is_all_day OR at.floating THEN
		at.start_local := coalesce(draft->>'start_date', draft->>'start_time')::timestamp;
		at.start_utc := at.start_local AT TIME ZONE 'UTC';
		at.end_utc := coalesce(draft->>'end_date', draft->>'end_time')::timestamp AT TIME ZONE 'UTC';
	ELSIF at.tzid = default_zone OR zone_known(at.tzid) THEN
		at.start_utc := (draft->>'start_time')::timestamptz;
		at.end_utc := (draft->>'end_time')::timestamptz;
		at.start_local := at.start_utc AT TIME ZONE at.tzid;
		-- Where the clock is not changed there are no two equal wall times.
		IF (at.start_utc - day) AT TIME ZONE at.tzid <> at.start_local - day
				OR (at.start_utc + day) AT TIME ZONE at.tzid <> at.start_local + day THEN
			at.start_fold := (wall_instant(at.start_local, at.tzid, 0) < at.start_utc)::integer;
		END IF;
	ELSE
		RETURN NULL;
	END IF;
	IF at.is_all_day THEN
		at.duration_days := at.end_utc::date - at.start_utc::date;
	ELSE
		at.duration_s := extract(epoch FROM at.end_utc - at.start_utc);
	END IF;
	RETURN at;
END $$;

-- Its row, with NULL for an id where import_master() has to look.
CREATE FUNCTION import_new(calendar calendars, item jsonb, caller uuid, seq bigint, OUT event events)
LANGUAGE plpgsql STABLE AS $$
DECLARE
	draft jsonb := item->'draft';
	at event_when := import_when(draft, calendar.time_zone);
	planned record;
BEGIN
	IF (at.start_utc IS NOT NULL AND draft->>'title' IS NOT NULL AND length_errors(at, true) = '[]'
			AND (draft->'attendees'->1 IS NULL OR attendee_errors(draft->'attendees') = '[]')) IS NOT TRUE THEN
		RETURN;
	END IF;
	event := event_filled(draft, at, NULL);
	event.span := event_span(at);
	IF item ? 'plan' THEN
		SELECT * INTO planned FROM apply_plan(import_plan(item, NULL, event), NULL, draft->'recurrence', event);
		IF planned.errors <> '[]' THEN
			event := NULL;
			RETURN;
		END IF;
		event := planned.event;
	END IF;
	event := import_extras(event, item);
	event.calendar_id := calendar.id;
	event.id := (item->>'id')::uuid;
	event.seq := import_new.seq;
	event.version := 1;
	event.creator_user_id := caller;
	event.created_at := this_second();
	event.updated_at := event.created_at;
	event.attendee_count := 0;
END $$;

CREATE FUNCTION import_fresh_people(calendar_id uuid, rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	INSERT INTO event_attendees (calendar_id, event_id, email_key, position, email, name, role, partstat,
		comment, user_id, partstat_from)
	SELECT import_fresh_people.calendar_id, (r->>'id')::uuid, p.*
	FROM jsonb_array_elements(rows) r, LATERAL attendee_rows(r->'draft'->'attendees', NULL) p;
	UPDATE events e SET attendee_count = jsonb_array_length(r->'draft'->'attendees')
	FROM jsonb_array_elements(rows) r
	WHERE e.calendar_id = import_fresh_people.calendar_id AND e.id = (r->>'id')::uuid;
END $$;

-- known: the ids of what the calendar has, by UID; fresh: of what was stored here.
CREATE FUNCTION import_fresh(calendar calendars, rows jsonb, known jsonb, caller uuid,
	OUT fresh jsonb, OUT counts import_counts) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	ids jsonb;
	invited jsonb;
BEGIN
	counts := (0, 0, 0, '[]', calendar.seq);
	WITH stored AS (
		INSERT INTO events
		SELECT e.*
		FROM (SELECT item, row_number() OVER () AS nth FROM jsonb_array_elements(rows) item
				WHERE NOT item ? 'slot' AND NOT known ? (item->>'uid')) AS t (item, nth),
			LATERAL import_new(calendar, t.item, caller, calendar.seq + t.nth) e
		WHERE e.id IS NOT NULL
		RETURNING id, seq
	)
	SELECT coalesce(jsonb_object_agg(s.id, true), '{}'), count(*), coalesce(max(s.seq), calendar.seq)
	INTO ids, counts.created, counts.seq FROM stored s;
	SELECT coalesce(jsonb_object_agg(r->>'uid', r->'id'), '{}'),
		jsonb_agg(r) FILTER (WHERE r->'draft'->'attendees'->0 IS NOT NULL)
	INTO fresh, invited FROM jsonb_array_elements(rows) r WHERE ids ? (r->>'id');
	IF invited IS NOT NULL THEN
		PERFORM import_fresh_people(calendar.id, invited);
	END IF;
END $$;
