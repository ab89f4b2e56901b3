-- PATCH /v1/calendars/{calendar_id}. public_write implies public_read: whoever sets one of them so that
-- they contradict each other gets both.
CREATE WRITE update_calendar(calendar_id uuid, body jsonb) ANSWERS (answer calendar_view) AS $$
DECLARE
	old calendars;
	role calendar_role;
	stored jsonb;
	draft jsonb;
	errors jsonb;
BEGIN
	old := lock_calendar(calendar_id);
	role := calendar_role(old, request.caller);
	IF role IS DISTINCT FROM 'owner' THEN
		outcome := CASE WHEN role IS NULL THEN 'not_found' ELSE 'forbidden' END;
		EXIT work;
	ELSIF is_stale(request, old.version) THEN
		outcome := 'stale';
		detail := stale_detail(old.version);
		EXIT work;
	END IF;
	stored := to_jsonb(calendar_shown(old.id, request.caller));
	draft := merge_patch(stored, body);
	errors := read_only_errors(stored, body, 'id', 'my_role', 'owner_user_id', 'seq', 'version',
		'created_at', 'updated_at');
	IF draft->>'time_zone' <> old.time_zone AND NOT zone_known(draft->>'time_zone') THEN
		errors := errors || zone_error(draft->>'time_zone');
	END IF;
	IF errors <> '[]' THEN
		outcome := errors_outcome(errors);
		detail := errors_detail(errors);
		EXIT work;
	END IF;
	PERFORM raise_seq(old.id);
	UPDATE calendars c SET name = draft->>'name', description = draft->>'description',
		color = draft->>'color', time_zone = coalesce(draft->>'time_zone', old.time_zone),
		public_read = coalesce((draft->>'public_read')::boolean, false)
			OR coalesce((draft->>'public_write')::boolean, false),
		public_write = coalesce((draft->>'public_write')::boolean, false),
		version = c.version + 1, updated_at = this_second()
	WHERE c.id = old.id;
	outcome := 'ok';
	answer := calendar_shown(old.id, request.caller);
	PERFORM record_audit(request, 'calendar/' || old.id, old.id, to_jsonb(answer));
END $$;
