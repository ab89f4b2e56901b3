-- When an event is: from the members of the API to the columns of the table, with every rule.

CREATE TYPE event_when AS (
	is_all_day boolean,
	floating boolean,
	tzid text,
	start_local timestamp,
	start_fold smallint,
	duration_s integer,
	duration_days integer,
	start_utc timestamptz,
	end_utc timestamptz
);

-- One time of a body. With an offset it is an instant, and its wall time follows from the zone;
-- without one it is a wall time. `at` is NULL where the clock skips it.
CREATE FUNCTION read_time(value text, tz text, floating boolean,
	OUT wall timestamp, OUT at timestamptz, OUT fold smallint) LANGUAGE plpgsql STABLE AS $$
BEGIN
	fold := 0;
	IF value !~* '(z|[+-]\d\d:\d\d)$' THEN
		wall := value::timestamp;
		at := CASE WHEN floating THEN wall AT TIME ZONE 'UTC' ELSE wall_instant(wall, tz, 0) END;
		RETURN;
	END IF;
	at := value::timestamptz;
	wall := at AT TIME ZONE tz;
	IF floating THEN
		at := wall AT TIME ZONE 'UTC';
	ELSIF wall_instant(wall, tz, 0) < at THEN
		fold := 1;
	END IF;
END $$;

-- Start and end of a timed event. keep_s: the length to keep when only the start was patched.
CREATE FUNCTION timed_when(draft jsonb, keep_s integer, INOUT "when" event_when, OUT errors jsonb)
LANGUAGE plpgsql STABLE AS $$
DECLARE
	first record;
	last record;
	last_at timestamptz; -- a record that was never read must not even be named
BEGIN
	errors := '[]';
	IF draft->>'start_time' IS NULL THEN
		errors := errors || field_error('/start_time', 'required', 'An event needs start_time.');
	ELSE
		first := read_time(draft->>'start_time', "when".tzid, "when".floating);
		IF first.at IS NULL THEN
			errors := errors || field_error('/start_time', 'nonexistent_local_time', format(
				'%s does not exist in %s: the clock skips it.', draft->>'start_time', "when".tzid));
		END IF;
	END IF;
	IF draft->>'end_time' IS NULL AND keep_s IS NULL THEN
		errors := errors || field_error('/end_time', 'required', 'An event needs end_time.');
	ELSIF draft->>'end_time' IS NOT NULL THEN
		last := read_time(draft->>'end_time', "when".tzid, "when".floating);
		last_at := last.at;
		IF last_at IS NULL THEN
			errors := errors || field_error('/end_time', 'nonexistent_local_time', format(
				'%s does not exist in %s: the clock skips it.', draft->>'end_time', "when".tzid));
		END IF;
	END IF;
	IF errors <> '[]' THEN
		RETURN;
	END IF;
	"when".start_local := first.wall;
	"when".start_fold := first.fold;
	"when".start_utc := first.at;
	"when".end_utc := CASE WHEN draft->>'end_time' IS NULL
		THEN first.at + keep_s * interval '1 second' ELSE last_at END;
	"when".duration_s := extract(epoch FROM "when".end_utc - first.at);
END $$;

-- First and last day of an all-day event. Clients that know no dates send one day as
-- 00:00:00–23:59:59.
CREATE FUNCTION dated_when(draft jsonb, keep_days integer, INOUT "when" event_when, OUT errors jsonb)
LANGUAGE plpgsql STABLE AS $$
DECLARE
	first timestamp := (draft->>'start_date')::timestamp;
	last timestamp := (draft->>'end_date')::timestamp;
	day record;
	day_end record;
BEGIN
	errors := '[]';
	IF draft->>'start_time' IS NOT NULL OR draft->>'end_time' IS NOT NULL THEN
		day := read_time(draft->>'start_time', "when".tzid, true);
		day_end := read_time(draft->>'end_time', "when".tzid, true);
		IF (day.wall = date_trunc('day', day.wall)
				AND day_end.wall = day.wall + interval '23:59:59') IS NOT TRUE THEN
			errors := errors || field_error('/is_all_day', 'excluded',
				'An event of whole days takes start_date and end_date in place of times.');
			RETURN;
		END IF;
		first := day.wall;
		last := day.wall + interval '1 day';
	END IF;
	IF first IS NULL THEN
		errors := errors || field_error('/start_date', 'required', 'An all-day event needs start_date.');
	END IF;
	IF last IS NULL AND keep_days IS NULL THEN
		errors := errors || field_error('/end_date', 'required',
			'An all-day event needs end_date, the day after its last.');
	END IF;
	IF errors <> '[]' THEN
		RETURN;
	END IF;
	last := coalesce(last, first + keep_days * interval '1 day');
	"when".start_local := first;
	"when".start_fold := 0;
	"when".start_utc := first AT TIME ZONE 'UTC';
	"when".end_utc := last AT TIME ZONE 'UTC';
	"when".duration_days := last::date - first::date;
END $$;

-- RFC 5545 lets an event be empty; here only an import may make one, or one of seconds. event_when() does
-- not ask when the times stay as they were.
CREATE FUNCTION length_errors("when" event_when, imported boolean) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
	pointer text := CASE WHEN "when".is_all_day THEN '/end_date' ELSE '/end_time' END;
	length interval := "when".end_utc - "when".start_utc; -- of instants: days of 24 hours
BEGIN
	IF length < interval '0' OR (length = interval '0' AND NOT imported) THEN
		RETURN field_error(pointer, 'not_after', 'The end must be after the start.');
	ELSIF length < interval '1 minute' AND NOT imported THEN
		RETURN field_error(pointer, 'event_too_short', 'An event lasts at least one minute.');
	ELSIF length > interval '366 days' THEN
		RETURN field_error(pointer, 'event_too_long', 'An event lasts at most 366 days.');
	END IF;
	RETURN '[]';
END $$;

-- The whole question. old: the stored event, whose length stays where the draft says so.
CREATE FUNCTION event_when(draft jsonb, default_zone text, old events,
	OUT "when" event_when, OUT errors jsonb) LANGUAGE plpgsql STABLE AS $$
DECLARE
	has_times boolean := coalesce(draft->>'start_time', draft->>'end_time') IS NOT NULL;
	has_dates boolean := coalesce(draft->>'start_date', draft->>'end_date') IS NOT NULL;
	found_at record;
	keep events;
BEGIN
	errors := '[]';
	"when".tzid := coalesce(draft->>'time_zone', default_zone);
	"when".floating := coalesce((draft->>'floating')::boolean, false);
	"when".is_all_day := coalesce((draft->>'is_all_day')::boolean, has_dates AND NOT has_times);
	-- The calendar's zone was known when it was stored.
	IF "when".tzid IS DISTINCT FROM default_zone AND NOT zone_known("when".tzid) THEN
		errors := errors || field_error('/time_zone', 'unknown_time_zone', format(
			'There is no time zone %s; use an IANA name such as Europe/Berlin.', "when".tzid));
		"when".tzid := 'UTC'; -- so that the other rules can still be checked
	END IF;
	IF has_times AND has_dates THEN
		errors := errors || field_error('/start_date', 'excluded', 'Give either dates or times, not both.');
		RETURN;
	ELSIF has_dates AND NOT "when".is_all_day THEN
		errors := errors || field_error('/is_all_day', 'excluded',
			'An event with start_date and end_date takes whole days.');
		RETURN;
	END IF;
	IF draft ? 'keep_length' THEN
		keep := old;
	END IF;
	IF "when".is_all_day THEN
		found_at := dated_when(draft, keep.duration_days, "when");
	ELSE
		found_at := timed_when(draft, keep.duration_s, "when");
	END IF;
	"when" := found_at."when";
	-- A series may begin with a slot that the clock skips. It shows later than it is, and said again as it shows
	-- it is still that slot.
	IF NOT "when".is_all_day AND NOT "when".floating AND draft->>'start_time' ~* '(z|[+-]\d\d:\d\d)$'
			AND ("when".start_utc, "when".tzid) = (old.start_utc, old.tzid) THEN
		"when".start_local := old.start_local;
		"when".start_fold := old.start_fold;
	END IF;
	errors := errors || found_at.errors;
	IF found_at.errors = '[]' AND ("when".start_utc, "when".end_utc)
			IS DISTINCT FROM (old.start_utc, old.end_utc) THEN
		errors := errors || length_errors("when", draft ? 'imported');
	END IF;
END $$;

-- What the GiST index holds. A floating or all-day event happens up to 14 hours earlier or later,
-- as seen from the zone of the one who asks. An empty event still needs a point to be found by.
CREATE FUNCTION event_span("when" event_when) RETURNS tstzrange LANGUAGE sql STABLE AS $$
	SELECT CASE
		WHEN "when".is_all_day OR "when".floating
			THEN tstzrange("when".start_utc - interval '14 hours', "when".end_utc + interval '14 hours')
		WHEN "when".end_utc = "when".start_utc THEN tstzrange("when".start_utc, "when".end_utc, '[]')
		ELSE tstzrange("when".start_utc, "when".end_utc)
	END
$$;
