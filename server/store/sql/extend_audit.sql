-- The audit's partitions are made a year ahead, months in UTC; migration 0005 made the first ones. So
-- the default partition stays empty, and a month that has begun never has to be moved out of it.
CREATE FUNCTION extend_audit(OUT outcome text, OUT made integer) LANGUAGE plpgsql AS $$
DECLARE
	first timestamp := date_trunc('month', now() AT TIME ZONE 'UTC');
	month timestamp;
	name text;
BEGIN
	outcome := 'ok';
	made := 0;
	IF NOT pg_try_advisory_xact_lock(hashtext('extend_audit')) THEN
		RETURN;
	END IF;
	FOR month IN SELECT generate_series(first, first + interval '12 months', '1 month') LOOP
		name := 'audit_' || to_char(month, 'YYYY_MM');
		CONTINUE WHEN to_regclass('public.' || name) IS NOT NULL;
		EXECUTE format('CREATE TABLE public.%I PARTITION OF public.audit FOR VALUES FROM (%L) TO (%L)',
			name, to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00',
			to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
		made := made + 1;
	END LOOP;
END $$;
