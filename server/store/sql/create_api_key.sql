-- POST /v1/users/{user_id}/keys: oneself, or anybody for an administrator. Nobody gives a scope that
-- the calling key lacks; administrators give any, but `admin` only to administrators.
CREATE WRITE create_api_key(user_id uuid, body jsonb) ANSWERS (sealed text, answer api_key_view) AS $$
DECLARE
	holder users;
	admin boolean := acts_as_admin(request.is_admin, request.scopes);
	errors jsonb;
BEGIN
	SELECT * INTO holder FROM users u WHERE u.id = create_api_key.user_id AND u.deleted_at IS NULL
	FOR SHARE;
	IF holder.id IS NULL THEN
		outcome := 'not_found';
		EXIT work;
	ELSIF holder.id <> request.caller AND NOT admin THEN
		outcome := 'forbidden';
		EXIT work;
	END IF;
	SELECT coalesce(jsonb_agg(jsonb_build_object('pointer', '/scopes/' || position - 1,
		'code', 'not_granted', 'message', format('You cannot give the scope %s.', scope))
		ORDER BY position), '[]') INTO errors
	FROM jsonb_array_elements_text(body->'scopes') WITH ORDINALITY AS t (scope, position)
	WHERE CASE WHEN admin THEN scope = 'admin' AND NOT holder.is_admin
		ELSE scope <> ALL (request.scopes) OR (scope = 'admin' AND NOT holder.is_admin) END;
	IF (body->>'expires_at')::timestamptz <= now() THEN
		errors := errors || field_error('/expires_at', 'in_the_past', 'A key must end in the future.');
	END IF;
	IF errors <> '[]' THEN
		outcome := errors_outcome(errors);
		detail := errors_detail(errors);
		EXIT work;
	END IF;
	INSERT INTO api_keys (id, user_id, name, prefix, hash, scopes, expires_at, created_at)
	VALUES (request.new_id, holder.id, body->>'name', request.secret_prefix,
		decode(request.secret_hash, 'hex'),
		ARRAY(SELECT DISTINCT s FROM jsonb_array_elements_text(body->'scopes') s ORDER BY s),
		(body->>'expires_at')::timestamptz, this_second());
	outcome := 'created';
	sealed := request.secret_sealed;
	SELECT * INTO answer FROM api_key_view v WHERE v.id = request.new_id;
	PERFORM record_audit(request, 'key/' || request.new_id, NULL, to_jsonb(answer));
END $$;
