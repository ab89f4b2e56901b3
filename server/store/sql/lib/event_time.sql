-- Zones and times: wall time ↔ instant ↔ the text of the API.

-- A wall time as an instant, or NULL where the clock skips it. AT TIME ZONE never says that a time
-- is skipped or doubled, so the offsets a day before and after are tried: each one that maps back
-- is a reading, and the earliest is the first. fold = 1 asks for the last.
CREATE FUNCTION wall_instant(wall timestamp, tz text, fold integer)
RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
DECLARE
	guess timestamptz := wall AT TIME ZONE tz;
	around timestamptz;
	reading timestamptz;
	found_at timestamptz;
BEGIN
	FOREACH around IN ARRAY ARRAY[guess - interval '24 hours', guess, guess + interval '24 hours'] LOOP
		reading := (wall AT TIME ZONE 'UTC') - ((around AT TIME ZONE tz) - (around AT TIME ZONE 'UTC'));
		IF reading AT TIME ZONE tz = wall THEN
			found_at := CASE WHEN fold = 1 THEN greatest(found_at, reading) ELSE least(found_at, reading) END;
		END IF;
	END LOOP;
	RETURN found_at;
END $$;

-- Whether tz is a name of the IANA database, in its own spelling. The table comes first. A newer
-- name passes if PostgreSQL has it and it cannot be something else: a POSIX string always has a
-- digit, an abbreviation never has a slash.
CREATE FUNCTION zone_known(tz text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
	RETURN EXISTS (SELECT FROM time_zones z WHERE z.name = tz) OR zone_works(tz);
END $$;

-- On its own: a block that catches costs a subtransaction each time it is entered.
CREATE FUNCTION zone_works(tz text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
	IF tz !~ '^[A-Z][A-Za-z_-]*(/[A-Z][A-Za-z_-]*)+$'
			OR EXISTS (SELECT FROM time_zones z WHERE lower(z.name) = lower(tz)) THEN
		RETURN false;
	END IF;
	PERFORM timestamp '2000-01-01' AT TIME ZONE tz;
	RETURN true;
EXCEPTION WHEN invalid_parameter_value THEN
	RETURN false;
END $$;

CREATE FUNCTION wall_text(wall timestamp) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT to_char(wall, 'YYYY-MM-DD"T"HH24:MI:SS')
$$;

-- RFC 3339 with the offset of a zone, from an instant and its wall time there: the offset is their
-- difference. Zones have local mean time with seconds before their first rule, RFC 3339 has only
-- minutes: the offset is cut and the wall time moved along, so that the instant stays right.
CREATE FUNCTION instant_text(at timestamptz, shift interval) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT wall_text((at AT TIME ZONE 'UTC') + shift)
		|| CASE WHEN shift < '0' THEN '-' ELSE '+' END || to_char(greatest(shift, -shift), 'HH24:MI')
$$;

CREATE FUNCTION zone_shift(at timestamptz, wall timestamp) RETURNS interval LANGUAGE sql STABLE AS $$
	SELECT date_trunc('minute', wall - (at AT TIME ZONE 'UTC'))
$$;

CREATE FUNCTION slot_text(slot timestamp, is_all_day boolean) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT to_char(slot, CASE WHEN is_all_day THEN 'YYYYMMDD' ELSE 'YYYYMMDD"T"HH24MISS' END)
$$;
