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

-- The calendars whose events make a subject busy: the one that is asked for, or the person's own.
CREATE FUNCTION busy_calendars(user_id uuid, calendar_id uuid, caller uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE ROWS 1 AS $$
	SELECT busy_calendars.calendar_id WHERE busy_calendars.calendar_id IS NOT NULL
	UNION ALL
	SELECT c.id FROM calendars c
	LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = busy_calendars.caller
	WHERE busy_calendars.calendar_id IS NULL
		AND c.owner_user_id = busy_calendars.user_id AND c.deleted_at IS NULL
		AND (busy_calendars.user_id = caller OR role_on(c, a.role, caller) IS NOT NULL)
$$;

-- Their events; of those to which the person said no, none. slots: only these occurrences of a series, NULL for
-- all.
CREATE FUNCTION busy_of_calendars(user_id uuid, calendar_id uuid, caller uuid, zone text, "from" timestamptz,
	"to" timestamptz)
RETURNS TABLE (in_calendar uuid, event_id uuid, tentative boolean, slots tsrange) LANGUAGE sql STABLE ROWS 10 AS $$
	SELECT e.calendar_id, e.id, e.status = 'tentative' OR coalesce(s.partstat = 'tentative', false), s.slots
	FROM busy_calendars(busy_of_calendars.user_id, busy_of_calendars.calendar_id, caller) c (id)
	CROSS JOIN LATERAL (
		SELECT e.calendar_id, e.id, e.status, e.attendee_count FROM events e
		WHERE e.calendar_id = c.id AND e.span && tstzrange("from", "to") AND makes_busy(e, zone, "from", "to")
		OFFSET 0
	) e
	LEFT JOIN LATERAL (
		SELECT a.partstat, a.partstat_from FROM event_attendees a
		WHERE e.attendee_count > 0 AND busy_of_calendars.calendar_id IS NULL AND a.calendar_id = e.calendar_id
			AND a.event_id = e.id AND a.user_id = busy_of_calendars.user_id
		OFFSET 0
	) a ON true
	CROSS JOIN LATERAL answer_spans(a.partstat, a.partstat_from) s
	WHERE s.partstat IS DISTINCT FROM 'declined'
$$;

-- Events that a person attends on other people's calendars, and has not declined: found by person and window.
CREATE FUNCTION busy_of_invitations(user_id uuid, caller uuid, zone text, "from" timestamptz, "to" timestamptz)
RETURNS TABLE (in_calendar uuid, event_id uuid, tentative boolean, slots tsrange) LANGUAGE sql STABLE ROWS 10 AS $$
	SELECT e.calendar_id, e.id, e.status = 'tentative' OR s.partstat <> 'accepted', s.slots
	FROM (
		SELECT a.calendar_id, a.event_id, a.partstat, a.partstat_from FROM event_attendees a
		WHERE a.user_id = busy_of_invitations.user_id AND a.span && tstzrange("from", "to")
			AND (a.partstat <> 'declined' OR a.partstat_from IS NOT NULL)
		OFFSET 0
	) a
	CROSS JOIN LATERAL answer_spans(a.partstat, a.partstat_from) s
	CROSS JOIN LATERAL (SELECT e.* FROM events e WHERE e.calendar_id = a.calendar_id AND e.id = a.event_id OFFSET 0) e
	CROSS JOIN LATERAL (
		SELECT FROM calendars c
		LEFT JOIN calendar_acl r ON r.calendar_id = c.id AND r.user_id = caller
		WHERE c.id = a.calendar_id AND c.deleted_at IS NULL AND c.owner_user_id <> busy_of_invitations.user_id
			AND (busy_of_invitations.user_id = caller OR role_on(c, r.role, caller) IS NOT NULL)
		OFFSET 0
	) c
	WHERE s.partstat <> 'declined' AND makes_busy(e, zone, "from", "to")
$$;

-- All of one subject. These functions become part of the statement that calls them: one plan, started once, where a
-- PL/pgSQL function would start three for each subject. OFFSET 0 says how the plan goes: by the keys and the window of
-- each subject. The planner takes a body's 50 subjects for thousands of rows and would rather read whole tables.
CREATE FUNCTION busy_of(user_id uuid, calendar_id uuid, caller uuid, zone text, "from" timestamptz,
	"to" timestamptz)
RETURNS TABLE (in_calendar uuid, event_id uuid, tentative boolean, slots tsrange) LANGUAGE sql STABLE ROWS 20 AS $$
	SELECT b.* FROM busy_of_calendars(busy_of.user_id, busy_of.calendar_id, caller, zone, "from", "to") b
	WHERE zone IS NOT NULL
	UNION ALL
	SELECT b.* FROM busy_of_invitations(busy_of.user_id, caller, zone, "from", "to") b
	WHERE zone IS NOT NULL AND busy_of.calendar_id IS NULL
$$;

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
