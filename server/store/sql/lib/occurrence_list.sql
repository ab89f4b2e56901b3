-- What may happen in a window: single events and exceptions exactly, series as candidates that the server
-- expands. Times leave here as seconds since 1970: the server reckons with them.

CREATE FUNCTION epoch_s(at timestamptz) RETURNS bigint LANGUAGE sql STABLE AS $$
	SELECT extract(epoch FROM at)::bigint
$$;

-- Where an event stands in the order (start, id). Floating and all-day events happen in the zone of the one
-- who looks.
CREATE FUNCTION place_s(event events, zone text) RETURNS bigint LANGUAGE sql STABLE AS $$
	SELECT epoch_s(CASE WHEN event.is_all_day OR event.floating
		THEN event.start_local AT TIME ZONE zone ELSE event.start_utc END)
$$;

CREATE FUNCTION place_end_s(event events, zone text) RETURNS bigint LANGUAGE sql STABLE AS $$
	SELECT epoch_s(CASE WHEN event.is_all_day OR event.floating
		THEN (event.end_utc AT TIME ZONE 'UTC') AT TIME ZONE zone ELSE event.end_utc END)
$$;

-- The id as the API shows it: an exception is an occurrence of its series.
CREATE FUNCTION place_id(event events) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT CASE WHEN event.recurrence_id IS NULL THEN event.id::text
		ELSE event.series_id::text || '_' || slot_text(event.recurrence_id, event.is_all_day) END COLLATE "C"
$$;

-- The place of a cursor: "seconds id". Without one the list begins before everything.
CREATE FUNCTION place_after_s(after text) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce(split_part(after, ' ', 1)::bigint, -9223372036854775808)
$$;
CREATE FUNCTION place_after_id(after text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce(split_part(after, ' ', 2), '') COLLATE "C"
$$;

-- The slots of a series that have a row of their own and may matter to a window: an occurrence lasts up to
-- 366 days, and slots are wall times. Takes the id alone: a whole row would be put together for each call.
CREATE FUNCTION overridden_slots(series_id uuid, "from" timestamptz, "to" timestamptz) RETURNS timestamp[]
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT array_agg(x.recurrence_id::timestamp ORDER BY x.recurrence_id) FROM events x
	WHERE x.series_id = overridden_slots.series_id AND x.deleted_at IS NULL
		AND x.recurrence_id >= ("from" AT TIME ZONE 'UTC') - interval '368 days'
		AND x.recurrence_id <= ("to" AT TIME ZONE 'UTC') + interval '2 days');
END $$;

-- What the server expands an event from.
CREATE TYPE stored_view AS (
	stored_is_all_day boolean,
	stored_floating boolean,
	stored_tzid text,
	stored_start_local timestamp,
	stored_start_fold smallint,
	stored_duration_s integer,
	stored_duration_days integer,
	stored_rrule text,
	stored_rdates timestamp[],
	stored_exdates timestamp[]
);

CREATE FUNCTION stored_answer(event events) RETURNS SETOF stored_view LANGUAGE sql STABLE AS $$
	SELECT event.is_all_day, event.floating, event.tzid, event.start_local::timestamp, event.start_fold,
		event.duration_s, event.duration_days, event.rrule, event.rdates::timestamp[],
		event.exdates::timestamp[]
$$;

-- One calendar's candidates: every series that wakes in the window, and of the rest the first after the
-- cursor. One scan of the GiST index.
CREATE FUNCTION occurrence_places(calendar_id uuid, caller uuid, role calendar_role, zone text,
	"from" timestamptz, "to" timestamptz, status text, uid text, category text,
	updated_since timestamptz, after text, "limit" integer)
RETURNS TABLE (id uuid, recurs boolean, place_s bigint, place_id text, masked boolean)
LANGUAGE plpgsql STABLE ROWS 10 AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY WITH found AS MATERIALIZED (
		SELECT e.id, e.rrule IS NOT NULL OR e.rdates IS NOT NULL AS recurs,
			place_s(e, occurrence_places.zone) AS place_s, place_id(e) AS place_id,
			NOT may_match(e, occurrence_places.role, occurrence_places.caller) AS masked
		FROM events e
		WHERE e.calendar_id = occurrence_places.calendar_id AND e.deleted_at IS NULL
			AND e.span && tstzrange("from", "to")
			AND happens_within(e, occurrence_places.zone, "from", "to")
			AND event_wanted(e, occurrence_places.role, occurrence_places.caller, occurrence_places.status,
				occurrence_places.uid, category, updated_since)
	)
	SELECT f.id, true, NULL::bigint, NULL::text, f.masked FROM found f WHERE f.recurs
	UNION ALL
	(SELECT f.id, false, f.place_s, f.place_id, f.masked FROM found f
	WHERE NOT f.recurs AND (f.place_s, f.place_id) > (place_after_s(after), place_after_id(after))
	ORDER BY f.place_s, f.place_id
	LIMIT "limit");
END $$;
