-- Writing an event's rows. Every function here runs under the calendar's row lock.

-- May the caller write this event (create one, with event NULL)? 'ok' or the problem.
-- With public_write anyone may create, and change what they created.
CREATE FUNCTION event_write_access(calendar calendars, event events, caller uuid)
RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
	role calendar_role := calendar_role(calendar, caller);
	own boolean := coalesce(event.creator_user_id = caller, event.id IS NULL);
BEGIN
	IF role >= 'editor' OR (calendar.public_write AND own) THEN
		RETURN 'ok';
	ELSIF role >= 'reader' THEN
		RETURN 'forbidden';
	ELSIF event.id IS NOT NULL AND (own OR EXISTS (
			SELECT FROM event_attendees a
			WHERE a.calendar_id = event.calendar_id AND a.event_id = event.id AND a.user_id = caller)) THEN
		RETURN 'forbidden'; -- may see it
	END IF;
	RETURN CASE WHEN role = 'freebusy' THEN 'freebusy_only' ELSE 'not_found' END;
END $$;

CREATE FUNCTION uid_taken(event events) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT EXISTS (
		SELECT FROM events e
		WHERE e.calendar_id = event.calendar_id AND e.uid = event.uid
			AND e.recurrence_id IS NOT DISTINCT FROM event.recurrence_id
			AND e.deleted_at IS NULL AND e.id <> event.id));
END $$;

-- Why this event cannot be stored in its calendar beside the others, or NULL. old: the row that it
-- replaces. A tombstone holds its id, except against an event that moves in.
CREATE FUNCTION clash(event events, old events = NULL) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
	moves boolean := coalesce(old.calendar_id <> event.calendar_id, false);
BEGIN
	IF (old.id IS NULL OR moves) AND EXISTS (
			SELECT FROM events e WHERE e.calendar_id = event.calendar_id AND e.id = event.id
				AND NOT (moves AND e.deleted_at IS NOT NULL)) THEN
		RETURN 'id_exists';
	END IF;
	RETURN CASE WHEN uid_taken(event) THEN 'uid_exists' END;
END $$;

-- The members of an event that only the server sets.
CREATE FUNCTION event_read_only() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
	SELECT ARRAY['id', 'series_id', 'recurrence_id', 'is_exception', 'organizer', 'masked', 'sequence',
		'version', 'creator_user_id', 'split_from', 'created_at', 'updated_at', 'deleted_at']
$$;

-- The people of a draft as rows of event_attendees. answered: what those who were there before have said, by email_key.
CREATE FUNCTION attendee_rows(attendees jsonb, answered jsonb) RETURNS TABLE (email_key text, "position" bigint,
	email text, name text, role text, partstat text, comment text, user_id uuid, partstat_from jsonb)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY
	SELECT key, position, a->>'email', a->>'name',
		coalesce(a->>'role', 'required'),
		coalesce(a->>'partstat', answered->key->>'partstat', 'needs_action'),
		CASE WHEN a ? 'comment' THEN a->>'comment' ELSE answered->key->>'comment' END,
		user_of_email(key),
		CASE WHEN coalesce(a->>'partstat' = answered->key->>'partstat', true)
			THEN nullif(answered->key->'partstat_from', 'null') END
	FROM jsonb_array_elements(CASE jsonb_typeof(attendees) WHEN 'array' THEN attendees ELSE '[]' END)
			WITH ORDINALITY AS t (a, position),
		lower(a->>'email') AS key;
END $$;

-- A replaced list keeps what an attendee answered where the new one does not say.
CREATE FUNCTION store_attendees(calendar_id uuid, event_id uuid, attendees jsonb)
RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	answered jsonb;
BEGIN
	WITH gone AS (
		DELETE FROM event_attendees a
		WHERE a.calendar_id = store_attendees.calendar_id AND a.event_id = store_attendees.event_id
		RETURNING a.email_key, a.partstat, a.comment, a.partstat_from
	)
	SELECT jsonb_object_agg(g.email_key, to_jsonb(g)) INTO answered FROM gone g;
	INSERT INTO event_attendees (calendar_id, event_id, email_key, position, email, name, role, partstat,
		comment, user_id, partstat_from)
	SELECT store_attendees.calendar_id, store_attendees.event_id, r.*
	FROM attendee_rows(attendees, answered) r;
	PERFORM count_attendees(calendar_id, event_id);
END $$;

CREATE FUNCTION organizer_of(user_id uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT jsonb_build_object('email', u.email, 'name', coalesce(u.display_name, u.username),
		'user_id', u.id)
	FROM users u WHERE u.id = organizer_of.user_id);
END $$;

-- Two calendars that change together, locked in id order; NULLs for what there is not.
CREATE FUNCTION lock_both(calendar_id uuid, target_id uuid,
	OUT calendar calendars, OUT target calendars) LANGUAGE plpgsql AS $$
BEGIN
	IF calendar_id <= target_id THEN
		calendar := lock_calendar(calendar_id);
		target := calendar;
		IF calendar_id < target_id THEN
			target := lock_calendar(target_id);
		END IF;
	ELSE
		target := lock_calendar(target_id);
		calendar := lock_calendar(calendar_id);
	END IF;
END $$;

-- A new row. What event_rules() left open is set here; seq was just raised.
CREATE FUNCTION insert_event(event events, attendees jsonb, caller uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	event.version := 1;
	event.sequence := 0;
	event.creator_user_id := caller;
	event.created_at := this_second();
	event.updated_at := event.created_at;
	event.body := event.body || jsonb_build_object('organizer', organizer_of(caller));
	event.attendee_count := 0;
	INSERT INTO events SELECT event.*;
	IF jsonb_typeof(attendees) = 'array' AND attendees <> '[]' THEN
		PERFORM store_attendees(event.calendar_id, event.id, attendees);
	END IF;
END $$;

-- A stripped row in the place of one that left its calendar or goes by another id there.
CREATE FUNCTION leave_tombstone(old events, id uuid, seq bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	tombstone events := old;
BEGIN
	tombstone.id := id;
	tombstone.deleted_at := this_second(); -- two live rows of one exception there must not be
	INSERT INTO events SELECT tombstone.*;
	PERFORM strip_event(tombstone, seq);
END $$;

-- The id of an exception tells its series and its slot. One that is given to another series, or whose
-- slots become days, has a new id; who mirrors the calendar must drop the old one.
CREATE FUNCTION is_renamed(old events, event events) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT old.series_id IS NOT NULL AND event.calendar_id = old.calendar_id
		AND (event.series_id, event.is_all_day) IS DISTINCT FROM (old.series_id, old.is_all_day)
$$;

-- The new state of a stored row, under the next version.
CREATE FUNCTION replace_event(old events, event events, version bigint = NULL) RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	IF is_renamed(old, event) THEN
		PERFORM leave_tombstone(old, uuid_v7(), event.seq);
	END IF;
	UPDATE events e SET (calendar_id, series_id, uid, seq, version, sequence, title, description, location, url,
		is_all_day, floating, tzid, start_local, start_fold, duration_s, duration_days,
		start_utc, end_utc, span, rrule, rdates, exdates, overridden, status, visibility, transparency,
		body, split_from, updated_at)
	= (event.calendar_id, event.series_id, event.uid, event.seq,
		coalesce(replace_event.version, old.version + 1),
		old.sequence + sequence_raised(old, event)::integer,
		event.title, event.description, event.location, event.url,
		event.is_all_day, event.floating, event.tzid, event.start_local, event.start_fold,
		event.duration_s, event.duration_days, event.start_utc, event.end_utc, event.span,
		event.rrule, event.rdates, event.exdates, event.overridden, event.status, event.visibility,
		event.transparency, event.body, event.split_from, this_second())
	WHERE e.calendar_id = old.calendar_id AND e.id = old.id;
END $$;

-- What stays of a deleted event: enough for sync to say that it is gone, and nothing to read.
CREATE FUNCTION strip_event(event events, seq bigint) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	DELETE FROM event_attendees a
	WHERE event.attendee_count > 0 AND a.calendar_id = event.calendar_id AND a.event_id = event.id;
	UPDATE events e SET seq = strip_event.seq, version = e.version + 1, title = '', description = NULL,
		location = NULL, url = NULL, status = 'cancelled', body = '{}', raw_ics = NULL,
		attendee_count = 0, updated_at = this_second(), deleted_at = this_second()
	WHERE e.calendar_id = event.calendar_id AND e.id = event.id;
END $$;

-- The event goes to another calendar; both are locked. The old one keeps a stripped row of the same
-- id, so that those who sync it learn that the event left; one that lies in the new one from an
-- earlier move makes room. An exception that was given to another series meanwhile had another name then, which
-- somebody may still have to hear: that row stays, under an id of its own. Attendees follow through their foreign key.
CREATE FUNCTION move_event(old events, event events, old_seq bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	UPDATE events e SET id = uuid_v7()
	WHERE e.calendar_id = event.calendar_id AND e.id = event.id AND e.deleted_at IS NOT NULL AND e.series_id IS NOT NULL
		AND (e.series_id, e.is_all_day) IS DISTINCT FROM (event.series_id, event.is_all_day);
	DELETE FROM events e
	WHERE e.calendar_id = event.calendar_id AND e.id = event.id AND e.deleted_at IS NOT NULL;
	PERFORM replace_event(old, event);
	PERFORM leave_tombstone(old, old.id, old_seq);
	PERFORM publish(old.calendar_id, 'event.deleted', place_id(old), old.version + 1);
END $$;
