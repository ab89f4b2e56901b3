-- Series: what a write needs to know of a rule comes from outside. The database does not expand rules; the
-- server reads what a write would be based on (plan_series), computes, and calls the write again with a plan:
--
--   write ──needs_plan──> plan_series ──> computed in C ──> write with the plan ──> ok
--                             ^─────────────── needs_plan: changed meanwhile ─┘
--
-- A plan is good for its `basis` alone: text of everything it was computed from. So nothing stays locked
-- between the two, and a plan for what has changed is refused.

CREATE FUNCTION is_series(event events) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT event.rrule IS NOT NULL OR event.rdates IS NOT NULL
$$;

-- An empty recurrence repeats nothing: it is like null.
CREATE FUNCTION asks_for_series(recurrence jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce(recurrence->>'rrule' IS NOT NULL
		OR (jsonb_typeof(recurrence->'rdates') = 'array' AND recurrence->'rdates' <> '[]'), false)
$$;

CREATE FUNCTION series_basis(old events, event events, asked jsonb) RETURNS text
LANGUAGE sql STABLE AS $$
	SELECT concat_ws('|', old.id, old.version, event.start_local, event.is_all_day, event.floating,
		event.tzid, event.duration_s, event.duration_days, asked)
$$;

-- Of a slot alone. Whether it is one depends on the rule and not on the version, so people who answer for one
-- series at the same time do not disturb each other; what a series is without it depends on the exdates too.
CREATE FUNCTION slot_basis(master events, slot text, without boolean) RETURNS text
LANGUAGE sql STABLE AS $$
	SELECT concat_ws('|', master.id, slot, master.start_local, master.start_fold, master.is_all_day,
		master.floating, master.tzid, master.duration_s, master.duration_days, master.rrule, master.rdates,
		CASE WHEN without THEN master.exdates END)
$$;

CREATE FUNCTION slots_of(list jsonb) RETURNS timestamp[] LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT coalesce(array_agg(s::timestamp ORDER BY s::timestamp), '{}')
	FROM jsonb_array_elements_text(CASE jsonb_typeof(list) WHEN 'array' THEN list ELSE '[]' END) s);
END $$;

CREATE FUNCTION slots_text(slots timestamp[], is_all_day boolean) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
	RETURN (SELECT coalesce(string_agg(slot_text(s, is_all_day), ',' ORDER BY s), '')
	FROM unnest(slots) s);
END $$;

CREATE FUNCTION exception_slots(series_id uuid) RETURNS timestamp[] LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT coalesce(array_agg(e.recurrence_id::timestamp ORDER BY e.recurrence_id), '{}')
	FROM events e
	WHERE e.series_id = exception_slots.series_id AND e.deleted_at IS NULL);
END $$;

-- A slot as an instant. RFC 5545 §3.3.5: in a gap by the offset before it, of two the first.
CREATE FUNCTION slot_instant(slot timestamp, event events) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
	SELECT CASE WHEN event.is_all_day OR event.floating THEN slot AT TIME ZONE 'UTC'
		ELSE coalesce(wall_instant(slot, event.tzid, 0), slot AT TIME ZONE event.tzid) END
$$;

CREATE FUNCTION event_length(event events) RETURNS interval LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce(event.duration_s * interval '1 second', event.duration_days * interval '1 day')
$$;

-- From the first start to the last end, both as a plan tells them; last NULL: for ever.
CREATE FUNCTION series_span(event events, plan jsonb) RETURNS tstzrange LANGUAGE sql STABLE AS $$
	SELECT tstzrange(
		least(event.start_utc, to_timestamp((plan->>'first')::double precision)) - pad,
		coalesce(to_timestamp((plan->>'last')::double precision) + pad, 'infinity'), '[]')
	FROM (VALUES (CASE WHEN event.is_all_day OR event.floating
		THEN interval '14 hours' ELSE interval '0' END)) p (pad)
$$;

-- The occurrence of a slot that follows its series in everything, as a row that is not stored.
CREATE FUNCTION occurrence_at(master events, slot timestamp, id uuid) RETURNS events
LANGUAGE plpgsql STABLE AS $$
DECLARE
	event events := master;
BEGIN
	event.id := id;
	event.series_id := master.id;
	event.recurrence_id := slot;
	event.overridden := '{}';
	event.rrule := NULL;
	event.rdates := NULL;
	event.exdates := NULL;
	event.attendee_count := 0;
	event.raw_ics := NULL;
	RETURN follow_times(event, master);
END $$;

-- What begins with this slot when the series is split: an event of its own. A slot that the clock skips stays one:
-- occurrence_at() has the wall time that the clock shows in its place.
CREATE FUNCTION series_from(master events, slot timestamp, id uuid) RETURNS events
LANGUAGE plpgsql STABLE AS $$
DECLARE
	event events := occurrence_at(master, slot, id);
BEGIN
	event.series_id := NULL;
	event.recurrence_id := NULL;
	event.overridden := NULL;
	IF event.start_local <> slot THEN
		event.start_local := slot;
		event.start_fold := 0;
	END IF;
	RETURN event;
END $$;

-- Start and end of an exception, where they follow the series.
CREATE FUNCTION follow_times(event events, master events) RETURNS events LANGUAGE plpgsql STABLE AS $$
DECLARE
	start_own boolean := event.overridden && ARRAY['start_time', 'start_date'];
	end_own boolean := event.overridden && ARRAY['end_time', 'end_date'];
	at event_when;
BEGIN
	IF NOT start_own THEN
		event.is_all_day := master.is_all_day;
		IF NOT event.overridden && ARRAY['floating'] THEN
			event.floating := master.floating;
		END IF;
		IF NOT event.overridden && ARRAY['time_zone'] THEN
			event.tzid := master.tzid;
		END IF;
		event.start_utc := slot_instant(event.recurrence_id, master);
		event.start_local := CASE WHEN event.is_all_day OR event.floating THEN event.recurrence_id
			ELSE event.start_utc AT TIME ZONE event.tzid END;
		event.start_fold := CASE
			WHEN NOT event.is_all_day AND NOT event.floating
				AND wall_instant(event.start_local, event.tzid, 0) < event.start_utc THEN 1 ELSE 0 END;
	END IF;
	IF NOT end_own THEN
		event.duration_s := master.duration_s;
		event.duration_days := master.duration_days;
	END IF;
	event.end_utc := event.start_utc + event_length(event);
	at.is_all_day := event.is_all_day;
	at.floating := event.floating;
	at.start_utc := event.start_utc;
	at.end_utc := event.end_utc;
	event.span := event_span(at);
	RETURN event;
END $$;

-- The members of an exception that it has not of its own, anew from its series.
CREATE FUNCTION follow_master(exception events, master events) RETURNS events
LANGUAGE plpgsql STABLE AS $$
DECLARE
	event events := exception;
	own text[] := coalesce(exception.overridden, '{}');
	key text;
BEGIN
	event.calendar_id := master.calendar_id;
	event.series_id := master.id;
	event.uid := master.uid;
	event.seq := master.seq;
	event.split_from := master.split_from;
	IF NOT 'title' = ANY (own) THEN event.title := master.title; END IF;
	IF NOT 'description' = ANY (own) THEN event.description := master.description; END IF;
	IF NOT 'location' = ANY (own) THEN event.location := master.location; END IF;
	IF NOT 'url' = ANY (own) THEN event.url := master.url; END IF;
	IF NOT 'status' = ANY (own) THEN event.status := master.status; END IF;
	IF NOT 'visibility' = ANY (own) THEN event.visibility := master.visibility; END IF;
	IF NOT 'transparency' = ANY (own) THEN event.transparency := master.transparency; END IF;
	FOREACH key IN ARRAY ARRAY['color', 'categories', 'reminders', 'metadata'] LOOP
		IF NOT key = ANY (own) THEN
			event.body := jsonb_set(event.body, ARRAY[key], coalesce(master.body->key, 'null'));
		END IF;
	END LOOP;
	RETURN follow_times(event, master);
END $$;

-- After the master was stored: its exceptions follow. moved_from: the calendar they still lie in, and the
-- seq that its readers see them leave by.
CREATE FUNCTION exceptions_follow(master events, old events, old_seq bigint = NULL) RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	exception events;
	event events;
BEGIN
	FOR exception IN SELECT e.* FROM events e
			WHERE e.series_id = old.id AND e.calendar_id = old.calendar_id AND e.deleted_at IS NULL LOOP
		event := follow_master(exception, master);
		IF event.calendar_id <> exception.calendar_id THEN
			PERFORM move_event(exception, event, old_seq);
		ELSIF row_to_json(event)::jsonb - 'seq' <> row_to_json(exception)::jsonb - 'seq' THEN
			PERFORM replace_event(exception, event, greatest(master.version, exception.version + 1));
		END IF;
	END LOOP;
END $$;

-- The same, for those who hold the master as it was and as it is to be; a single event costs nothing here.
CREATE FUNCTION series_stored(old events, event events, old_seq bigint = NULL) RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	master events;
BEGIN
	IF is_series(old) THEN
		SELECT e.* INTO master FROM events e WHERE e.calendar_id = event.calendar_id AND e.id = event.id;
		PERFORM exceptions_follow(master, old, old_seq);
		PERFORM answers_move(event.calendar_id, event.id,
			CASE WHEN is_series(event) THEN tsrange '(,)' ELSE tsrange 'empty' END,
			event.start_local - old.start_local);
	END IF;
END $$;

-- The attendees of a series become those of another row, with the answers that they gave for a slot.
CREATE FUNCTION copy_attendees(calendar_id uuid, from_id uuid, to_id uuid, slot timestamp) RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	DELETE FROM event_attendees a
	WHERE a.calendar_id = copy_attendees.calendar_id AND a.event_id = to_id;
	INSERT INTO event_attendees (calendar_id, event_id, email_key, position, email, name, role, partstat,
		comment, user_id)
	SELECT a.calendar_id, to_id, a.email_key, a.position, a.email, a.name, a.role, s->>'partstat',
		s->>'comment', a.user_id
	FROM event_attendees a, attendee_shown(a, copy_attendees.slot, false) s
	WHERE a.calendar_id = copy_attendees.calendar_id AND a.event_id = from_id;
	PERFORM count_attendees(calendar_id, to_id);
END $$;

-- Behind every change of an event's people: how many there are, and (the trigger events_words) their names
-- among its words.
CREATE FUNCTION count_attendees(calendar_id uuid, event_id uuid) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	UPDATE events e SET attendee_count = (SELECT count(*) FROM event_attendees a
		WHERE a.calendar_id = count_attendees.calendar_id AND a.event_id = count_attendees.event_id)
	WHERE e.calendar_id = count_attendees.calendar_id AND e.id = count_attendees.event_id;
END $$;

-- Exceptions whose people are still those of the series.
CREATE FUNCTION attendees_follow(master events) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	PERFORM copy_attendees(master.calendar_id, master.id, e.id, e.recurrence_id),
		touch_event(e, master.seq, greatest(master.version, e.version + 1))
	FROM events e
	WHERE e.series_id = master.id AND e.deleted_at IS NULL
		AND NOT e.overridden && ARRAY['attendees'];
END $$;

-- A change to an occurrence is a change to its series: version and seq, not sequence. The version is at
-- least the one given, and always a new one.
CREATE FUNCTION touch_event(event events, seq bigint, version bigint = NULL) RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	UPDATE events e SET seq = touch_event.seq,
		version = greatest(touch_event.version, e.version + 1), updated_at = this_second()
	WHERE e.calendar_id = event.calendar_id AND e.id = event.id;
END $$;

-- An exception for a slot: the stored one (then stored is true), or what would be stored first. A slot is
-- known by an exception on it, or else by a plan.
CREATE FUNCTION exception_for(master events, slot text, new_id uuid, plan jsonb,
	OUT outcome text, OUT event events, OUT stored boolean) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	IF NOT is_series(master) OR slot IS NULL THEN
		outcome := 'not_an_occurrence';
		RETURN;
	END IF;
	SELECT e.* INTO event FROM events e
	WHERE e.series_id = master.id AND e.deleted_at IS NULL
		AND slot_text(e.recurrence_id, master.is_all_day) = slot
		AND e.recurrence_id = slot::timestamp;
	stored := event.id IS NOT NULL;
	IF stored THEN
		outcome := 'ok';
	ELSIF slot::timestamp = ANY (master.exdates) THEN
		outcome := 'not_an_occurrence';
	ELSIF plan->>'basis' IS DISTINCT FROM slot_basis(master, slot, false) THEN
		outcome := 'needs_plan';
	ELSIF (plan->>'spent')::boolean THEN
		outcome := 'rrule_too_complex';
	ELSIF NOT (plan->>'slot_valid')::boolean THEN
		outcome := 'not_an_occurrence';
	ELSE
		event := occurrence_at(master, slot::timestamp, new_id);
		outcome := 'ok';
	END IF;
END $$;

-- The members of a patch that an occurrence can have of its own.
CREATE FUNCTION overridden_by(body jsonb) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN ARRAY(SELECT k FROM jsonb_object_keys(body) k
	WHERE k = ANY (ARRAY['title', 'description', 'location', 'url', 'start_time', 'end_time', 'start_date',
		'end_date', 'time_zone', 'floating', 'status', 'visibility', 'transparency', 'reminders',
		'categories', 'color', 'metadata']));
END $$;

-- A first exception of its slot. Its version continues that of the series, so that the ETag of an
-- occurrence never comes back with other content.
CREATE FUNCTION insert_exception(event events, master events) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	event.created_at := this_second();
	event.updated_at := event.created_at;
	INSERT INTO events SELECT event.*;
	IF master.attendee_count > 0 THEN
		PERFORM copy_attendees(master.calendar_id, master.id, event.id, event.recurrence_id);
	END IF;
END $$;

-- The column list of an event as JSON, for answers that hold more than one.
CREATE FUNCTION event_json(shown event_view) RETURNS jsonb LANGUAGE sql STABLE AS $$
	SELECT to_jsonb(shown) || jsonb_build_object(
		'created_at', to_char(shown.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
		'updated_at', to_char(shown.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
$$;

CREATE FUNCTION strip_exceptions(series events, slots timestamp[], seq bigint) RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	PERFORM strip_event(e, strip_exceptions.seq) FROM events e
	WHERE e.series_id = series.id AND e.recurrence_id = ANY (slots) AND e.deleted_at IS NULL;
END $$;

-- What a plan says about an event that is to be stored. outcome 'needs_plan': there is none for this.
-- dropped: the slots of exceptions that would have none any more.
CREATE FUNCTION apply_plan(plan jsonb, old events, recurrence jsonb,
	INOUT event events, OUT outcome text, OUT errors jsonb, OUT dropped timestamp[])
LANGUAGE plpgsql STABLE AS $$
BEGIN
	errors := '[]';
	dropped := '{}';
	IF event.span IS NULL THEN
		RETURN; -- refused anyway, and without a start nothing can be said about a rule
	ELSIF asks_for_series(recurrence) THEN
		IF plan->>'basis' IS DISTINCT FROM series_basis(old, event, recurrence) THEN
			outcome := 'needs_plan';
			RETURN;
		END IF;
		errors := plan->'errors';
		IF errors <> '[]' THEN
			RETURN;
		END IF;
		event.rrule := plan->>'rrule';
		event.rdates := slots_of(plan->'rdates');
		event.exdates := slots_of(plan->'exdates');
		event.span := series_span(event, plan);
		dropped := slots_of(plan->'dropped');
	ELSE
		event.rrule := NULL;
		event.rdates := NULL;
		event.exdates := NULL;
		IF is_series(old) THEN
			dropped := exception_slots(old.id);
		END IF;
	END IF;
END $$;

CREATE FUNCTION dropped_detail(slots timestamp[], is_all_day boolean) RETURNS jsonb
LANGUAGE sql STABLE AS $$
	SELECT jsonb_build_object('detail', 'These changed occurrences would be lost: '
		|| slots_text(slots[1:20], is_all_day) || CASE WHEN cardinality(slots) > 20 THEN ',…' ELSE '' END)
$$;

-- What a plan is made from. operation is the operationId; slot: the occurrence it is about.
CREATE FUNCTION series_plan_from(operation text, calendar_id uuid, event_id uuid, body jsonb, slot text,
	OUT basis text, OUT is_all_day boolean, OUT floating boolean, OUT tzid text, OUT start text,
	OUT rrule text, OUT rdates text, OUT exdates text, OUT exceptions text,
	OUT length_s integer, OUT length_days integer,
	OUT old_is_all_day boolean, OUT old_floating boolean, OUT old_start_second boolean, OUT old_tzid text,
	OUT old_length_s integer, OUT old_length_days integer, OUT old_start text, OUT old_rrule text, OUT old_rdates text, OUT old_exdates text,
	OUT asks_rrule boolean, OUT asks_rdates boolean, OUT asks_exdates boolean, OUT asks_start boolean,
	OUT asks_single boolean, OUT start_second boolean)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
	calendar calendars;
	old events;
	event events;
	ruled record;
	draft jsonb;
	recurrence jsonb;
BEGIN
	SELECT c.* INTO calendar FROM calendars c WHERE c.id = series_plan_from.calendar_id;
	SELECT e.* INTO old FROM events e
	WHERE e.calendar_id = calendar.id AND e.id = series_plan_from.event_id
		AND e.series_id IS NULL AND e.deleted_at IS NULL;
	IF operation IN ('createEvent', 'putEvent', 'updateEvent') THEN
		draft := CASE operation WHEN 'updateEvent'
			THEN event_merge(to_jsonb(event_shown(calendar.id, old.id)), body) ELSE body END;
		ruled := event_rules(draft, calendar.time_zone, old);
		event := ruled.event;
		recurrence := draft->'recurrence';
		basis := series_basis(old, event, recurrence);
		IF event.span IS NULL THEN
			event.start_local := NULL;
		END IF;
	ELSIF operation = 'splitSeries' AND old.id IS NOT NULL THEN
		event := series_from(old, slot::timestamp, old.id);
		recurrence := body->'patch'->'recurrence';
		basis := series_basis(old, old, body || jsonb_build_object('slot', slot));
		draft := event_merge(to_jsonb(v), coalesce(body->'patch', '{}'))
			FROM event_answer(event, false, NULL) v;
		ruled := event_rules(draft, calendar.time_zone, event);
		asks_start := (event.start_local, event.is_all_day)
			IS DISTINCT FROM ((ruled.event).start_local, (ruled.event).is_all_day);
		event := ruled.event;
		IF event.span IS NULL THEN
			event.start_local := NULL;
		END IF;
	ELSE
		event := old;
		recurrence := jsonb_build_object('rrule', old.rrule, 'rdates', slot_list(old.rdates, old.is_all_day),
			'exdates', slot_list(old.exdates, old.is_all_day));
		basis := slot_basis(old, slot, operation = 'deleteInstance');
	END IF;
	is_all_day := event.is_all_day;
	floating := event.floating;
	tzid := event.tzid;
	length_s := event.duration_s;
	length_days := event.duration_days;
	start := slot_text(event.start_local, event.is_all_day);
	rrule := recurrence->>'rrule';
	start_second := event.start_fold = 1;
	asks_single := coalesce(jsonb_typeof(recurrence) = 'null', false);
	asks_rrule := coalesce(recurrence ? 'rrule', false);
	asks_rdates := coalesce(recurrence ? 'rdates', false);
	asks_exdates := coalesce(recurrence ? 'exdates', false);
	rdates := (SELECT string_agg(s, ',') FROM jsonb_array_elements_text(
		CASE jsonb_typeof(recurrence->'rdates') WHEN 'array' THEN recurrence->'rdates' ELSE '[]' END) s);
	exdates := (SELECT string_agg(s, ',') FROM jsonb_array_elements_text(
		CASE jsonb_typeof(recurrence->'exdates') WHEN 'array' THEN recurrence->'exdates' ELSE '[]' END) s);
	IF is_series(old) THEN
		old_is_all_day := old.is_all_day;
		old_floating := old.floating;
		old_start_second := old.start_fold = 1;
		old_tzid := old.tzid;
		old_length_s := old.duration_s;
		old_length_days := old.duration_days;
		old_start := slot_text(old.start_local, old.is_all_day);
		old_rrule := old.rrule;
		old_rdates := slots_text(old.rdates, old.is_all_day);
		old_exdates := slots_text(old.exdates, old.is_all_day);
		exceptions := slots_text(exception_slots(old.id), old.is_all_day);
	END IF;
END $$;
