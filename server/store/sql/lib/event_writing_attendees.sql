-- One attendee of one row of events: invited, removed, answering.

CREATE FUNCTION put_attendee_row(calendar_id uuid, event_id uuid, email text, body jsonb) RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	UPDATE event_attendees a SET
		name = CASE WHEN body ? 'name' THEN body->>'name' ELSE a.name END,
		role = coalesce(body->>'role', a.role)
	WHERE a.calendar_id = put_attendee_row.calendar_id AND a.event_id = put_attendee_row.event_id
		AND a.email_key = lower(put_attendee_row.email);
	IF NOT FOUND THEN
		INSERT INTO event_attendees (calendar_id, event_id, email_key, position, email, name, role, partstat,
			user_id)
		SELECT put_attendee_row.calendar_id, put_attendee_row.event_id, lower(put_attendee_row.email),
			coalesce(max(a.position), 0) + 1, put_attendee_row.email, body->>'name',
			coalesce(body->>'role', 'required'), 'needs_action', user_of_email(lower(put_attendee_row.email))
		FROM event_attendees a
		WHERE a.calendar_id = put_attendee_row.calendar_id AND a.event_id = put_attendee_row.event_id;
	END IF;
	PERFORM count_attendees(put_attendee_row.calendar_id, put_attendee_row.event_id);
END $$;

CREATE FUNCTION drop_attendee_row(calendar_id uuid, event_id uuid, email_key text) RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	DELETE FROM event_attendees a
	WHERE a.calendar_id = drop_attendee_row.calendar_id AND a.event_id = drop_attendee_row.event_id
		AND a.email_key = drop_attendee_row.email_key;
	PERFORM count_attendees(drop_attendee_row.calendar_id, drop_attendee_row.event_id);
END $$;

CREATE FUNCTION answer_attendee_row(calendar_id uuid, event_id uuid, email_key text, body jsonb)
RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	UPDATE event_attendees a SET partstat = body->>'partstat', partstat_from = NULL,
		comment = CASE WHEN body ? 'comment' THEN body->>'comment' ELSE a.comment END
	WHERE a.calendar_id = answer_attendee_row.calendar_id
		AND a.event_id = answer_attendee_row.event_id AND a.email_key = answer_attendee_row.email_key;
END $$;

-- The people of one occurrence become its own: from here on it does not follow those of its series.
CREATE FUNCTION own_attendees(event events, master events, stored boolean, seq bigint, version bigint)
RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	event.overridden := ARRAY(
		SELECT DISTINCT unnest(event.overridden || ARRAY['attendees']) ORDER BY 1);
	event.seq := own_attendees.seq;
	event.version := own_attendees.version;
	IF stored THEN
		UPDATE events e SET overridden = event.overridden WHERE e.calendar_id = event.calendar_id
			AND e.id = event.id;
		PERFORM touch_event(event, event.seq, event.version);
	ELSE
		PERFORM insert_exception(event, master);
	END IF;
END $$;

-- May the caller answer for themselves? Whoever sees the event without being invited learns so later.
CREATE FUNCTION rsvp_access(calendar calendars, event events, caller uuid) RETURNS text
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
	role calendar_role := calendar_role(calendar, caller);
BEGIN
	IF event.id IS NOT NULL AND (event.creator_user_id = caller OR EXISTS (
			SELECT FROM event_attendees a JOIN events e ON e.calendar_id = a.calendar_id AND e.id = a.event_id
			WHERE a.user_id = caller AND a.calendar_id = event.calendar_id
				AND (a.event_id = event.id OR (e.series_id = event.id AND e.deleted_at IS NULL)))) THEN
		RETURN 'ok';
	ELSIF role >= 'reader' THEN
		RETURN CASE WHEN event.id IS NULL THEN 'not_found' ELSE 'ok' END;
	END IF;
	RETURN CASE WHEN role = 'freebusy' THEN 'freebusy_only' ELSE 'not_found' END;
END $$;
