-- POST /v1/calendars: the caller owns it.
CREATE WRITE create_calendar(body jsonb) ANSWERS (answer calendar_view) AS $$
DECLARE
	owner users;
	zone text;
	writable boolean := coalesce((body->>'public_write')::boolean, false);
BEGIN
	SELECT * INTO owner FROM users u WHERE u.id = request.caller AND u.deleted_at IS NULL FOR SHARE;
	zone := coalesce(body->>'time_zone', owner.time_zone);
	IF owner.id IS NULL THEN
		outcome := 'forbidden'; -- deleted while the key was still cached
		EXIT work;
	ELSIF NOT zone_known(zone) THEN
		outcome := 'unknown_time_zone';
		detail := errors_detail(zone_error(zone));
		EXIT work;
	END IF;
	INSERT INTO calendars (id, owner_user_id, owner_since, name, description, color, time_zone,
		public_read, public_write, seq, created_at, updated_at)
	VALUES (request.new_id, owner.id, this_second(), body->>'name', body->>'description',
		body->>'color', zone, writable OR coalesce((body->>'public_read')::boolean, false), writable,
		1, this_second(), this_second());
	outcome := 'created';
	answer := calendar_shown(request.new_id, request.caller);
	PERFORM record_audit(request, 'calendar/' || request.new_id, request.new_id, to_jsonb(answer));
END $$;
