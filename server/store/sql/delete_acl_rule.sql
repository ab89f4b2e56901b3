-- DELETE …/acl/{user_id}: by the owner, or by the user. The owner's rule cannot go.
CREATE WRITE delete_acl_rule(calendar_id uuid, user_id uuid) AS $$
DECLARE
	old calendars;
	role calendar_role;
BEGIN
	old := lock_calendar(calendar_id);
	role := calendar_role(old, request.caller);
	IF role IS NULL THEN
		outcome := 'not_found';
		EXIT work;
	ELSIF role <> 'owner' AND user_id <> request.caller THEN
		outcome := 'forbidden';
		EXIT work;
	ELSIF user_id = old.owner_user_id THEN
		outcome := 'owner_required';
		EXIT work;
	ELSIF acl_rule(old, user_id) IS NULL THEN
		outcome := 'not_found';
		EXIT work;
	END IF;
	PERFORM raise_seq(old.id);
	DELETE FROM calendar_acl a
	WHERE a.calendar_id = old.id AND a.user_id = delete_acl_rule.user_id;
	outcome := 'ok';
	PERFORM record_audit(request, concat('calendar/', old.id, '/acl/', user_id), old.id,
		jsonb_build_object('deleted', true));
END $$;
