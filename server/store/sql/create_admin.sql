-- The way in: the administrator called username, made if need be, gets a key with every scope.
CREATE FUNCTION create_admin(username text, secret_hash text, secret_prefix text,
	OUT outcome text, OUT user_id uuid, OUT key_id uuid) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	INSERT INTO users (id, username, is_admin, created_at, updated_at)
	VALUES (uuid_v7(), create_admin.username, true, this_second(), this_second())
	ON CONFLICT (username) WHERE deleted_at IS NULL
	DO UPDATE SET is_admin = true, updated_at = this_second()
	RETURNING id INTO user_id;
	INSERT INTO api_keys (id, user_id, name, prefix, hash, scopes, created_at)
	VALUES (uuid_v7(), create_admin.user_id, 'admin', secret_prefix, decode(secret_hash, 'hex'),
		all_scopes(true), this_second())
	RETURNING id INTO key_id;
	outcome := 'created';
END $$;
