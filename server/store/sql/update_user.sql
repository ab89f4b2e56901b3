-- PATCH /v1/users/{user_id}: oneself, or anybody for an administrator.
CREATE WRITE update_user(user_id uuid, body jsonb) ANSWERS (answer user_view) AS $$
DECLARE
	old users;
	stored jsonb;
	draft jsonb;
	errors jsonb;
BEGIN
	SELECT * INTO old FROM users u WHERE u.id = update_user.user_id AND u.deleted_at IS NULL
	FOR NO KEY UPDATE;
	stored := to_jsonb(user_shown(old.id));
	draft := merge_patch(stored, body);
	IF old.id IS NULL THEN
		outcome := 'not_found';
		EXIT work;
	ELSIF NOT acts_as_admin(request.is_admin, request.scopes)
			AND (old.id <> request.caller OR draft->'is_admin' <> stored->'is_admin') THEN
		outcome := 'forbidden';
		EXIT work;
	ELSIF (draft->>'is_admin')::boolean IS NOT TRUE AND old.is_admin
			AND last_administrator(old.id, NULL) THEN
		outcome := 'last_admin_key';
		EXIT work;
	END IF;
	errors := read_only_errors(stored, body, 'id', 'created_at', 'updated_at');
	draft := jsonb_build_object('time_zone', 'UTC', 'working_hours', '[]'::jsonb) || draft;
	IF draft->>'time_zone' <> old.time_zone AND NOT zone_known(draft->>'time_zone') THEN
		errors := errors || zone_error(draft->>'time_zone');
	END IF;
	IF errors <> '[]' THEN
		outcome := errors_outcome(errors);
		detail := errors_detail(errors);
		EXIT work;
	END IF;
	BEGIN
		UPDATE users u SET username = draft->>'username', email = draft->>'email',
			display_name = draft->>'display_name', time_zone = draft->>'time_zone',
			is_admin = coalesce((draft->>'is_admin')::boolean, false),
			working_hours = draft->'working_hours', updated_at = this_second()
		WHERE u.id = old.id;
	EXCEPTION WHEN unique_violation THEN
		outcome := 'username_taken';
		EXIT work;
	END;
	outcome := 'ok';
	answer := user_shown(old.id);
	PERFORM record_audit(request, 'user/' || old.id, NULL, to_jsonb(answer));
END $$;
