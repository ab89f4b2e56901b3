-- POST /v1/users: a user and a first key, whose secret the caller alone knows.
CREATE WRITE create_user(body jsonb) ANSWERS (sealed text, answer user_view) AS $$
DECLARE
	zone text := coalesce(body->>'time_zone', 'UTC');
	admin boolean := coalesce((body->>'is_admin')::boolean, false);
BEGIN
	IF NOT acts_as_admin(request.is_admin, request.scopes) THEN
		outcome := 'forbidden';
		EXIT work;
	ELSIF NOT zone_known(zone) THEN
		outcome := 'unknown_time_zone';
		detail := errors_detail(zone_error(zone));
		EXIT work;
	END IF;
	INSERT INTO users (id, username, email, display_name, time_zone, is_admin, working_hours,
		created_at, updated_at)
	VALUES (request.new_id, body->>'username', body->>'email', body->>'display_name', zone, admin,
		coalesce(body->'working_hours', '[]'), this_second(), this_second())
	ON CONFLICT (username) WHERE deleted_at IS NULL DO NOTHING;
	IF NOT FOUND THEN
		outcome := 'username_taken';
		EXIT work;
	END IF;
	INSERT INTO api_keys (id, user_id, name, prefix, hash, scopes, created_at)
	VALUES (uuid_v7(), request.new_id, 'first', request.secret_prefix,
		decode(request.secret_hash, 'hex'), all_scopes(admin), this_second());
	outcome := 'created';
	sealed := request.secret_sealed;
	answer := user_shown(request.new_id);
	PERFORM record_audit(request, 'user/' || request.new_id, NULL, to_jsonb(answer));
END $$;
