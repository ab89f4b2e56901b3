-- What changed of a batch, an array of {calendar_id, id, version, start_local, start_fold, start_s, end_s,
-- first, last}, and the place behind it. left: how many rows were changed by somebody else meanwhile; then
-- the place stays, and the batch is read again.
CREATE FUNCTION store_zone_refresh(changes jsonb, calendar_id uuid, event_id uuid,
	OUT outcome text, OUT "left" integer) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	one jsonb;
	event events;
	calendar calendars;
	seq bigint;
BEGIN
	outcome := 'ok';
	"left" := 0;
	FOR one IN SELECT c FROM jsonb_array_elements(changes) c
			ORDER BY (c->>'calendar_id')::uuid, (c->>'id')::uuid LOOP
		IF calendar.id IS DISTINCT FROM (one->>'calendar_id')::uuid THEN
			calendar := lock_calendar((one->>'calendar_id')::uuid);
			CONTINUE WHEN calendar.id IS NULL; -- deleted: nobody reads it
			seq := raise_seq(calendar.id);
		END IF;
		SELECT e.* INTO event FROM events e
		WHERE e.calendar_id = calendar.id AND e.id = (one->>'id')::uuid;
		IF event.version = (one->>'version')::bigint AND event.deleted_at IS NULL THEN
			PERFORM refresh_event(event, one, seq);
		ELSE
			"left" := "left" + 1;
		END IF;
	END LOOP;
	IF "left" = 0 THEN
		UPDATE zone_refresh z
		SET calendar_id = store_zone_refresh.calendar_id, event_id = store_zone_refresh.event_id;
	END IF;
END $$;
