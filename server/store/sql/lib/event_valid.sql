-- The one place where the members of an event become a row: create, put and patch all pass here
-- with the state that would be stored. Shapes, lengths and unknown members were checked before.

-- What a patch means, as the full draft it leads to. RFC 7396, and then: a patch of dates turns
-- stored times away and the reverse; a patch of the start alone drops the end, and event_when()
-- keeps the length (the member keep_length says so). A patch of time_zone alone keeps the instant,
-- because the stored start_time is shown with its offset.
CREATE FUNCTION event_merge(stored jsonb, patch jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
	draft jsonb := merge_patch(stored, patch);
	times boolean := coalesce(patch->>'start_time', patch->>'end_time') IS NOT NULL;
	dates boolean := coalesce(patch->>'start_date', patch->>'end_date') IS NOT NULL;
BEGIN
	IF dates AND NOT times THEN
		draft := draft - ARRAY['start_time', 'end_time'];
	ELSIF times AND NOT dates THEN
		draft := draft - ARRAY['start_date', 'end_date'];
	END IF;
	IF times IS DISTINCT FROM dates AND NOT patch ? 'is_all_day' THEN
		draft := draft - 'is_all_day';
	END IF;
	IF (patch->>'start_time' IS NOT NULL AND NOT patch ? 'end_time')
			OR (patch->>'start_date' IS NOT NULL AND NOT patch ? 'end_date') THEN
		draft := draft - ARRAY['end_time', 'end_date'] || '{"keep_length": true}';
	END IF;
	RETURN draft;
END $$;

CREATE FUNCTION attendee_errors(attendees jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object(
		'pointer', format('/attendees/%s/email', position - 1), 'code', 'duplicate', 'message', format('%s is invited already.', email)) ORDER BY position), '[]')
	FROM (
		SELECT position, a->>'email' AS email,
			row_number() OVER (PARTITION BY lower(a->>'email') ORDER BY position) AS nth
		FROM jsonb_array_elements(attendees) WITH ORDINALITY AS t (a, position)
	) AS numbered
	WHERE nth > 1);
END $$;

-- A draft as a row with these times. old: the stored row, or NULL. The caller sets what a draft does not say: ids,
-- versions, creator, organizer, stamps; and the span, once it is known to be one.
CREATE FUNCTION event_filled(draft jsonb, at event_when, old events) RETURNS events
LANGUAGE plpgsql STABLE AS $$
DECLARE
	event events := old;
BEGIN
	event.uid := coalesce(draft->>'uid', old.uid);
	event.title := draft->>'title';
	event.description := draft->>'description';
	event.location := draft->>'location';
	event.url := draft->>'url';
	event.is_all_day := at.is_all_day;
	event.floating := at.floating;
	event.tzid := at.tzid;
	event.start_local := at.start_local;
	event.start_fold := at.start_fold;
	event.duration_s := at.duration_s;
	event.duration_days := at.duration_days;
	event.start_utc := at.start_utc;
	event.end_utc := at.end_utc;
	event.status := coalesce(draft->>'status', 'confirmed');
	event.visibility := coalesce(draft->>'visibility', 'default');
	event.transparency := coalesce(draft->>'transparency', 'opaque');
	event.body := jsonb_build_object(
		'color', draft->'color',
		'categories', coalesce(nullif(draft->'categories', 'null'), '[]'),
		'reminders', coalesce(nullif(draft->'reminders', 'null'), '[]'),
		'metadata', coalesce(nullif(draft->'metadata', 'null'), '{}'),
		'organizer', old.body->'organizer');
	RETURN event;
END $$;

-- What a write would store, with every rule of a draft; see event_filled().
CREATE FUNCTION event_rules(draft jsonb, default_zone text, old events,
	OUT event events, OUT errors jsonb) LANGUAGE plpgsql STABLE AS $$
DECLARE
	answer record;
	at event_when;
BEGIN
	answer := event_when(draft, default_zone, old);
	at := answer."when";
	errors := answer.errors;
	IF draft->>'title' IS NULL THEN
		errors := errors || field_error('/title', 'required', 'An event needs a title.');
	END IF;
	IF jsonb_typeof(draft->'attendees') = 'array' THEN
		errors := errors || attendee_errors(draft->'attendees');
	END IF;
	event := event_filled(draft, at, old);
	event.span := CASE WHEN errors = '[]' THEN event_span(at) END;
END $$;

-- RFC 5546 §2.1.4: attendees have to look again when the time changed or the event was called off.
CREATE FUNCTION sequence_raised(old events, event events) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT (old.start_utc, old.end_utc, old.is_all_day, old.floating, old.tzid)
			IS DISTINCT FROM (event.start_utc, event.end_utc, event.is_all_day, event.floating, event.tzid)
		OR (old.rrule, old.rdates, old.exdates) IS DISTINCT FROM (event.rrule, event.rdates, event.exdates)
		OR (event.status = 'cancelled' AND old.status <> 'cancelled')
$$;
