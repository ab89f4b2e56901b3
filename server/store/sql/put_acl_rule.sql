-- PUT …/acl/{user_id}: a role for a user. The role owner hands the calendar over, and the old owner
-- becomes editor. The calendar's row is locked, so of two hand-overs the second finds itself editor.
CREATE WRITE put_acl_rule(calendar_id uuid, user_id uuid, body jsonb) ANSWERS (answer acl_view) AS $$
DECLARE
	old calendars;
	caller_role calendar_role;
	new_role calendar_role := body->>'role';
	errors jsonb;
BEGIN
	-- The user first, as delete_user does: whoever is being deleted receives nothing.
	PERFORM FROM users u WHERE u.id = put_acl_rule.user_id AND u.deleted_at IS NULL FOR SHARE;
	IF NOT FOUND THEN
		outcome := 'not_found';
		EXIT work;
	END IF;
	old := lock_calendar(calendar_id);
	caller_role := calendar_role(old, request.caller);
	IF caller_role IS DISTINCT FROM 'owner' THEN
		outcome := CASE WHEN caller_role IS NULL THEN 'not_found' ELSE 'forbidden' END;
		EXIT work;
	END IF;
	errors := read_only_errors(jsonb_build_object('user_id', user_id,
		'created_at', (acl_rule(old, user_id)).created_at),
		body, 'user_id', 'created_at');
	IF errors <> '[]' THEN
		outcome := errors_outcome(errors);
		detail := errors_detail(errors);
		EXIT work;
	ELSIF old.owner_user_id = user_id AND new_role <> 'owner' THEN
		outcome := 'owner_required';
		EXIT work;
	END IF;
	PERFORM raise_seq(old.id);
	IF new_role < 'owner' THEN
		outcome := grant_role(old.id, user_id, new_role);
	ELSE
		outcome := hand_over(old, user_id);
	END IF;
	SELECT * INTO old FROM calendars c WHERE c.id = old.id;
	answer := acl_rule(old, user_id);
	PERFORM record_audit(request, concat('calendar/', old.id, '/acl/', user_id), old.id,
		to_jsonb(answer));
END $$;
