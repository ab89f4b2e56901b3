-- Who is busy: the events behind the busy times of a person or a calendar.

-- The caller's way to a subject: NULL where the caller may not know of it. A person's busy time is known to the
-- person, and to whoever has a role on one of the person's calendars; who owns none has nothing to hide.
CREATE FUNCTION busy_zone(user_id uuid, calendar_id uuid, caller uuid) RETURNS text
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	IF busy_zone.calendar_id IS NOT NULL THEN
		RETURN (SELECT c.time_zone FROM calendars c
		LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = busy_zone.caller
		WHERE c.id = busy_zone.calendar_id AND c.deleted_at IS NULL
			AND role_on(c, a.role, busy_zone.caller) IS NOT NULL);
	END IF;
	RETURN (SELECT u.time_zone FROM users u
	WHERE u.id = busy_zone.user_id AND u.deleted_at IS NULL AND (u.id = busy_zone.caller
		OR NOT EXISTS (SELECT FROM calendars c WHERE c.owner_user_id = u.id AND c.deleted_at IS NULL)
		OR EXISTS (SELECT FROM calendars c
			LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = busy_zone.caller
			WHERE c.owner_user_id = u.id AND c.deleted_at IS NULL
				AND role_on(c, a.role, busy_zone.caller) IS NOT NULL)));
END $$;

CREATE FUNCTION makes_busy(event events, zone text, "from" timestamptz, "to" timestamptz)
RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT event.deleted_at IS NULL AND event.transparency = 'opaque' AND event.status <> 'cancelled'
		AND event.span && tstzrange("from", "to") AND happens_within(event, zone, "from", "to")
$$;

-- Events of one calendar; of those to which `declined_by` said no, none.
CREATE FUNCTION busy_of_calendar(calendar_id uuid, declined_by uuid, zone text, "from" timestamptz,
	"to" timestamptz)
RETURNS TABLE (in_calendar uuid, event_id uuid, tentative boolean) LANGUAGE plpgsql STABLE ROWS 10 AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY SELECT e.calendar_id, e.id, e.status = 'tentative' OR coalesce(a.partstat = 'tentative', false)
	FROM events e
	LEFT JOIN event_attendees a ON e.attendee_count > 0 AND a.calendar_id = e.calendar_id
		AND a.event_id = e.id AND a.user_id = declined_by
	WHERE e.calendar_id = busy_of_calendar.calendar_id AND e.span && tstzrange("from", "to")
		AND makes_busy(e, zone, "from", "to") AND a.partstat IS DISTINCT FROM 'declined';
END $$;

-- Events that a person attends on other people's calendars, and has not declined. Found by person and window, then
-- row by row: without OFFSET the planner would rather read all calendars, or all that happens in the window, to join
-- the few.
CREATE FUNCTION busy_of_invitations(user_id uuid, caller uuid, zone text, "from" timestamptz, "to" timestamptz)
RETURNS TABLE (in_calendar uuid, event_id uuid, tentative boolean) LANGUAGE plpgsql STABLE ROWS 10 AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY SELECT e.calendar_id, e.id, e.status = 'tentative' OR a.partstat <> 'accepted'
	FROM event_attendees a
	CROSS JOIN LATERAL (SELECT e.* FROM events e WHERE e.calendar_id = a.calendar_id AND e.id = a.event_id OFFSET 0) e
	CROSS JOIN LATERAL (SELECT c.* FROM calendars c WHERE c.id = a.calendar_id OFFSET 0) c
	LEFT JOIN calendar_acl r ON r.calendar_id = c.id AND r.user_id = caller
	WHERE a.user_id = busy_of_invitations.user_id AND a.span && tstzrange("from", "to")
		AND a.partstat <> 'declined' AND makes_busy(e, zone, "from", "to")
		AND c.deleted_at IS NULL AND c.owner_user_id <> busy_of_invitations.user_id
		AND (busy_of_invitations.user_id = caller OR role_on(c, r.role, caller) IS NOT NULL);
END $$;

-- All of one subject. ROWS says that there are few: the rows are fetched by their keys.
CREATE FUNCTION busy_of(user_id uuid, calendar_id uuid, caller uuid, zone text, "from" timestamptz,
	"to" timestamptz)
RETURNS TABLE (in_calendar uuid, event_id uuid, tentative boolean) LANGUAGE plpgsql STABLE ROWS 20 AS $$
#variable_conflict use_column
BEGIN
	IF busy_of.zone IS NULL THEN
		RETURN;
	ELSIF busy_of.calendar_id IS NOT NULL THEN
		RETURN QUERY SELECT * FROM busy_of_calendar(busy_of.calendar_id, NULL, zone, "from", "to");
		RETURN;
	END IF;
	RETURN QUERY SELECT b.* FROM calendars c
	LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = busy_of.caller
	CROSS JOIN LATERAL busy_of_calendar(c.id, busy_of.user_id, zone, "from", "to") b
	WHERE c.owner_user_id = busy_of.user_id AND c.deleted_at IS NULL
		AND (busy_of.user_id = busy_of.caller OR role_on(c, a.role, busy_of.caller) IS NOT NULL);
	RETURN QUERY SELECT * FROM busy_of_invitations(busy_of.user_id, busy_of.caller, zone, "from", "to");
END $$;

-- An id of a body: the word me is the caller.
CREATE FUNCTION user_ref(value text, caller uuid) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE WHEN value = 'me' THEN caller ELSE value::uuid END
$$;

-- Working hours as "day start end,…", in minutes of the day.
CREATE FUNCTION work_minutes(hours jsonb) RETURNS text LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT string_agg(concat_ws(' ', w->>'day', (extract(epoch FROM (w->>'start')::time) / 60)::integer,
		(extract(epoch FROM (w->>'end')::time) / 60)::integer), ',') FROM jsonb_array_elements(hours) w);
END $$;
