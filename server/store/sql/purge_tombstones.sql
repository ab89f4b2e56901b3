-- Deleted events are remembered for 90 days; then their rows go, and min_seq says up to where: a sync
-- token from before must start anew. So do all rows of a calendar that was deleted that long ago. A
-- bounded batch: call again while it purges something. Of several servers one does it at a time, and a
-- calendar that is being written is left for the next time.
CREATE FUNCTION purge_tombstones(OUT outcome text, OUT purged integer) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	batch record;
	due timestamptz := now() - interval '90 days';
BEGIN
	outcome := 'ok';
	purged := 0;
	IF NOT pg_try_advisory_xact_lock(hashtext('purge_tombstones')) THEN
		RETURN;
	END IF;
	FOR batch IN
		WITH oldest AS MATERIALIZED (
			(SELECT e.calendar_id, e.id, e.seq FROM events e
			WHERE e.deleted_at < due ORDER BY e.deleted_at LIMIT 1000)
			UNION
			(SELECT e.calendar_id, e.id, e.seq FROM calendars c
			JOIN LATERAL (SELECT * FROM events e WHERE e.calendar_id = c.id LIMIT 1000) e ON true
			WHERE c.deleted_at < due LIMIT 1000)
		)
		SELECT o.calendar_id, array_agg(o.id) AS ids, max(o.seq) AS seq FROM oldest o
		GROUP BY o.calendar_id ORDER BY o.calendar_id
	LOOP
		PERFORM FROM calendars c WHERE c.id = batch.calendar_id FOR NO KEY UPDATE SKIP LOCKED;
		CONTINUE WHEN NOT FOUND;
		UPDATE calendars c SET min_seq = greatest(c.min_seq, batch.seq) WHERE c.id = batch.calendar_id;
		DELETE FROM event_attendees a
		WHERE a.calendar_id = batch.calendar_id AND a.event_id = ANY (batch.ids);
		DELETE FROM events e WHERE e.calendar_id = batch.calendar_id AND e.id = ANY (batch.ids);
		purged := purged + cardinality(batch.ids);
	END LOOP;
END $$;
