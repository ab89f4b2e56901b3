-- Whether (1) this server, with this time zone database, has to look through the stored times. One does at a
-- time, and none goes back to an older database than the one that another server works with.
CREATE FUNCTION begin_zone_refresh(tzdb_version text, OUT outcome text, OUT wanted integer)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	outcome := 'ok';
	wanted := 0;
	PERFORM FROM zone_refresh z
	WHERE tzdb_version ~ '^\d{4}[a-z]' AND tzdb_version COLLATE "C" > z.version
		AND tzdb_version COLLATE "C" >= z.target;
	IF NOT FOUND THEN
		RETURN;
	ELSIF NOT pg_try_advisory_lock(zone_refresh_lock()) THEN
		wanted := -1; -- another is at it; should it die, somebody has to go on
		RETURN;
	END IF;
	UPDATE zone_refresh z SET target = tzdb_version, calendar_id = NULL, event_id = NULL
	WHERE z.target <> tzdb_version;
	IF FOUND THEN -- by the rule of migration 0001
		INSERT INTO time_zones SELECT DISTINCT p.name FROM pg_timezone_names p
		WHERE p.name !~ '^(posix|right)/' AND p.name ~ '^[A-Z]' AND p.name <> 'Factory'
		ON CONFLICT DO NOTHING;
	END IF;
	wanted := 1;
END $$;
