-- The work is over, or stops here to go on later from its place.
CREATE FUNCTION end_zone_refresh(is_done boolean, OUT outcome text, OUT unlocked integer)
LANGUAGE plpgsql AS $$
BEGIN
	outcome := 'ok';
	IF is_done THEN
		UPDATE zone_refresh z SET version = z.target, calendar_id = NULL, event_id = NULL;
	END IF;
	unlocked := pg_advisory_unlock(zone_refresh_lock())::integer;
END $$;
