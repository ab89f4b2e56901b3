-- Events whose reminders have to be reckoned, with all that it takes; for half a minute for nobody else. An event that
-- is gone, or has no such reminder any more, has no row afterwards.
CREATE FUNCTION claim_reminders(most integer) RETURNS SETOF reminder_view LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	due record;
BEGIN
	FOR due IN
		SELECT r.calendar_id, r.event_id, e.id IS NOT NULL AND e.deleted_at IS NULL AND e.status <> 'cancelled'
				AND c.deleted_at IS NULL AND e.body @> '{"reminders": [{"method": "webhook"}]}' AS alive
		FROM event_reminders r
		LEFT JOIN events e ON e.calendar_id = r.calendar_id AND e.id = r.event_id
		LEFT JOIN calendars c ON c.id = r.calendar_id
		WHERE r.due_at <= clock_timestamp()
		ORDER BY r.due_at
		LIMIT most FOR UPDATE OF r SKIP LOCKED
	LOOP
		IF NOT due.alive THEN
			DELETE FROM event_reminders r WHERE r.calendar_id = due.calendar_id AND r.event_id = due.event_id;
			CONTINUE;
		END IF;
		UPDATE event_reminders r SET due_at = clock_timestamp() + interval '30 seconds'
		WHERE r.calendar_id = due.calendar_id AND r.event_id = due.event_id;
		RETURN QUERY SELECT v.* FROM event_reminders r, reminder_answer(r) v
		WHERE r.calendar_id = due.calendar_id AND r.event_id = due.event_id;
	END LOOP;
END $$;
