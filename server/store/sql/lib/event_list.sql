-- The conditions of lists of events. What can be, is written so that the planner inlines it.

-- The place of a cursor: [start, id]. Without one the list begins before everything.
CREATE FUNCTION after_time(after text) RETURNS timestamptz LANGUAGE sql STABLE AS $$
	SELECT coalesce((after::jsonb->>0)::timestamptz, '-infinity'::timestamptz)
$$;
CREATE FUNCTION after_id(after text) RETURNS uuid LANGUAGE sql STABLE AS $$
	SELECT coalesce((after::jsonb->>1)::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
$$;

-- Overlap with a window, exactly. Floating and all-day events happen in the zone of the one who looks.
-- An empty event lies in a window that holds its point.
CREATE FUNCTION happens_within(event events, zone text, "from" timestamptz, "to" timestamptz)
RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT CASE WHEN event.is_all_day OR event.floating
		THEN ("to" IS NULL OR event.start_local AT TIME ZONE zone < "to")
			AND ("from" IS NULL OR (event.end_utc AT TIME ZONE 'UTC') AT TIME ZONE zone > "from")
		ELSE ("to" IS NULL OR event.start_utc < "to")
			AND ("from" IS NULL OR event.end_utc > "from"
				OR (event.end_utc = event.start_utc AND event.start_utc >= "from"))
	END
$$;

-- Created by the caller, or the caller is invited.
CREATE FUNCTION involves(event events, caller uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
	RETURN event.creator_user_id = caller OR EXISTS (
		SELECT FROM event_attendees a
		WHERE a.calendar_id = event.calendar_id AND a.event_id = event.id AND a.user_id = caller);
END $$;

-- A filter on something that is masked must not answer by what it finds.
CREATE FUNCTION may_match(event events, role calendar_role, caller uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
	SELECT event.visibility <> 'private' OR role >= 'editor' OR involves(event, caller)
$$;

-- What is wrong with the query parameters together.
CREATE FUNCTION window_errors("from" timestamptz, "to" timestamptz, expanded boolean, zone text)
RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
	errors jsonb := '[]';
BEGIN
	IF zone IS NOT NULL AND NOT zone_known(zone) THEN
		errors := errors || jsonb_set(zone_error(zone), '{0,pointer}', '"time_zone"');
	END IF;
	IF expanded AND "from" IS NULL THEN
		errors := errors || field_error('from', 'required', 'Occurrences need a window: give from.');
	END IF;
	IF expanded AND "to" IS NULL THEN
		errors := errors || field_error('to', 'required', 'Occurrences need a window: give to.');
	END IF;
	IF expanded AND "to" - "from" > interval '400 days' THEN
		errors := errors || field_error('to', 'too_large', 'Occurrences: at most 400 days after from.');
	END IF;
	RETURN errors;
END $$;
