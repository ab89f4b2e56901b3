-- Stored UTC after a change of the time zone database: wall times stay, instants are computed again by
-- the server. Rows are looked through in the order of their key; the place lies in zone_refresh.
--
--   begin_zone_refresh ──> read_zone_refresh ──> computed in C ──> store_zone_refresh ──> end_zone_refresh
--                                  ^───────────────────────────────────┘ until no row is left

-- Whoever works holds this lock as a session, so that a server that is gone holds nothing up.
CREATE FUNCTION zone_refresh_lock() RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
	SELECT hashtextextended('zone_refresh', 0)
$$;

-- New instants of a row. Neither an edit nor a version: what people wrote is as it was. But seq is of
-- this moment, so that whoever mirrors the calendar hears of it.
CREATE FUNCTION refresh_event(event events, change jsonb, seq bigint) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	at event_when;
BEGIN
	event.start_local := (change->>'start_local')::timestamp;
	event.start_fold := (change->>'start_fold')::smallint;
	event.start_utc := to_timestamp((change->>'start_s')::double precision);
	event.end_utc := to_timestamp((change->>'end_s')::double precision);
	at.is_all_day := false;
	at.floating := false;
	at.start_utc := event.start_utc;
	at.end_utc := event.end_utc;
	event.span := CASE WHEN is_series(event) THEN series_span(event, change) ELSE event_span(at) END;
	UPDATE events e SET seq = refresh_event.seq, start_local = event.start_local,
		start_fold = event.start_fold, start_utc = event.start_utc, end_utc = event.end_utc,
		span = event.span
	WHERE e.calendar_id = event.calendar_id AND e.id = event.id;
END $$;
