-- The conditions of lists of events. What can be, is written so that the planner inlines it.

-- The place of a cursor: [start, id]. Without one the list begins before everything.
CREATE FUNCTION after_time(after text) RETURNS timestamptz LANGUAGE sql STABLE AS $$
	SELECT coalesce((after::jsonb->>0)::timestamptz, '-infinity'::timestamptz)
$$;
CREATE FUNCTION after_id(after text) RETURNS uuid LANGUAGE sql STABLE AS $$
	SELECT coalesce((after::jsonb->>1)::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
$$;

-- Overlap with a window, exactly. Floating and all-day events happen in the zone of the one who looks.
-- An empty event lies in a window that holds its point. A series is there from its first start to its last end.
CREATE FUNCTION happens_within(event events, zone text, "from" timestamptz, "to" timestamptz)
RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT CASE
		WHEN event.rrule IS NOT NULL OR event.rdates IS NOT NULL THEN event.span && tstzrange("from", "to")
		WHEN event.is_all_day OR event.floating
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

-- The filters. One on something that is masked must not answer by what it finds.
CREATE FUNCTION may_match(event events, role calendar_role, caller uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
	SELECT event.visibility <> 'private' OR role >= 'editor' OR involves(event, caller)
$$;

CREATE FUNCTION event_wanted(event events, role calendar_role, caller uuid, status text, uid text,
	category text, updated_since timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT (status IS NULL OR event.status = status)
		AND (updated_since IS NULL OR event.updated_at >= updated_since)
		AND (uid IS NULL OR (event.uid = uid AND may_match(event, role, caller)))
		AND (category IS NULL
			OR (event.body->'categories' ? category AND may_match(event, role, caller)))
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

-- One page of a calendar's events, as their places in the order (start, id) and
-- whether the caller sees them masked. With a window the GiST
-- index finds what overlaps, and the few rows are sorted.
CREATE FUNCTION page_of_window(calendar_id uuid, caller uuid, role calendar_role, zone text,
	"from" timestamptz, "to" timestamptz, status text, uid text, category text,
	updated_since timestamptz, after text, "limit" integer)
RETURNS TABLE (start_utc timestamptz, id uuid, masked boolean) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY SELECT e.start_utc::timestamptz, e.id, NOT may_match(e, page_of_window.role, caller)
	FROM events e
	WHERE e.calendar_id = page_of_window.calendar_id AND e.deleted_at IS NULL
		AND e.span && tstzrange("from", "to")
		AND happens_within(e, zone, "from", "to")
		AND (e.start_utc, e.id) > (after_time(after), after_id(after))
		AND event_wanted(e, page_of_window.role, caller, page_of_window.status, page_of_window.uid,
			category, updated_since)
	ORDER BY e.start_utc, e.id
	LIMIT "limit";
END $$;

-- Without one, or with deleted rows, which that index lacks: the order of events_start is the order of
-- the answer, and a page stops early. The planner cannot know how much the filters let pass and would
-- rather sort the whole calendar, so it is told not to.
CREATE FUNCTION page_in_order(calendar_id uuid, caller uuid, role calendar_role, zone text,
	"from" timestamptz, "to" timestamptz, status text, uid text, category text,
	updated_since timestamptz, include_deleted boolean, after text, "limit" integer)
RETURNS TABLE (start_utc timestamptz, id uuid, masked boolean) LANGUAGE plpgsql STABLE
SET enable_sort = off SET enable_bitmapscan = off AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY SELECT e.start_utc::timestamptz, e.id, NOT may_match(e, page_in_order.role, caller)
	FROM events e
	WHERE e.calendar_id = page_in_order.calendar_id
		AND (e.deleted_at IS NULL OR include_deleted)
		AND happens_within(e, zone, "from", "to")
		AND e.start_utc >= after_time(after) -- says nothing new, but by it events_start may be used
		AND (e.start_utc, e.id) > (after_time(after), after_id(after))
		AND event_wanted(e, page_in_order.role, caller, page_in_order.status, page_in_order.uid,
			category, updated_since)
	ORDER BY e.start_utc, e.id
	LIMIT "limit";
END $$;

-- ROWS 1 is no estimate: it makes the planner fetch the rows of a page by their keys, and never read a
-- whole calendar to join it.
CREATE FUNCTION event_page(calendar_id uuid, caller uuid, role calendar_role, zone text,
	"from" timestamptz, "to" timestamptz, status text, uid text, category text,
	updated_since timestamptz, include_deleted boolean, after text, "limit" integer)
RETURNS TABLE (start_utc timestamptz, id uuid, masked boolean)
LANGUAGE plpgsql STABLE ROWS 1 AS $$
BEGIN
	IF coalesce("from", "to") IS NULL OR include_deleted THEN
		RETURN QUERY SELECT * FROM page_in_order(calendar_id, caller, role, zone, "from", "to", status,
			uid, category, updated_since, coalesce(include_deleted, false), after, "limit");
	ELSE
		RETURN QUERY SELECT * FROM page_of_window(calendar_id, caller, role, zone, "from", "to", status,
			uid, category, updated_since, after, "limit");
	END IF;
END $$;
