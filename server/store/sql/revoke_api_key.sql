-- DELETE /v1/users/{user_id}/keys/{key_id}. A second time answers the same.
CREATE WRITE revoke_api_key(user_id uuid, key_id uuid) AS $$
DECLARE
	old api_keys;
BEGIN
	IF NOT live_user(user_id) THEN
		outcome := 'not_found';
		EXIT work;
	ELSIF user_id <> request.caller AND NOT acts_as_admin(request.is_admin, request.scopes) THEN
		outcome := 'forbidden';
		EXIT work;
	END IF;
	SELECT * INTO old FROM api_keys k
	WHERE k.id = revoke_api_key.key_id AND k.user_id = revoke_api_key.user_id FOR NO KEY UPDATE;
	IF old.id IS NULL THEN
		outcome := 'not_found';
		EXIT work;
	ELSIF old.revoked_at IS NULL AND 'admin' = ANY (old.scopes) AND last_administrator(NULL, old.id) THEN
		outcome := 'last_admin_key';
		EXIT work;
	END IF;
	outcome := 'ok';
	IF old.revoked_at IS NULL THEN
		UPDATE api_keys k SET revoked_at = this_second() WHERE k.id = old.id;
		PERFORM record_audit(request, 'key/' || old.id, NULL, jsonb_build_object('revoked', true));
	END IF;
END $$;
