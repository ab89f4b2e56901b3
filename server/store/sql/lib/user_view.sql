-- Users as the API shows them, and questions about them.

CREATE TYPE user_view AS (
	id uuid,
	username text,
	email text,
	display_name text,
	time_zone text,
	is_admin boolean,
	working_hours jsonb,
	created_at timestamptz(0),
	updated_at timestamptz(0)
);

-- full: for the user and for administrators. Others do not see the address.
CREATE FUNCTION user_answer(person users, "full" boolean) RETURNS SETOF user_view
LANGUAGE sql IMMUTABLE AS $$
	SELECT person.id, person.username, CASE WHEN "full" THEN person.email END, person.display_name,
		person.time_zone, person.is_admin, person.working_hours, person.created_at, person.updated_at
$$;

CREATE FUNCTION user_shown(user_id uuid) RETURNS user_view LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT v FROM users u, user_answer(u, true) v WHERE u.id = user_shown.user_id);
END $$;

-- The user with an address, given in lower case. Of several the oldest: a later one must not come
-- to see events by claiming an address.
CREATE FUNCTION user_of_email(email_key text) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT u.id FROM users u
	WHERE lower(u.email) = email_key AND u.deleted_at IS NULL
	ORDER BY u.created_at, u.id LIMIT 1);
END $$;

CREATE FUNCTION live_user(user_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT EXISTS (SELECT FROM users u WHERE u.id = live_user.user_id AND u.deleted_at IS NULL));
END $$;

-- Every scope a key can have; `admin` only for administrators.
CREATE FUNCTION all_scopes(is_admin boolean) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE WHEN is_admin THEN ARRAY['admin'] ELSE ARRAY[]::text[] END
		|| ARRAY['calendars:read', 'calendars:write', 'events:read', 'events:write', 'freebusy:read',
			'webhooks:manage']
$$;

-- Whether nobody could administrate any more without this user (or, with a key, without that key).
-- Taken under a lock of its own: two administrators must not remove each other at once.
CREATE FUNCTION last_administrator(without_user uuid, without_key uuid) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_advisory_xact_lock(hashtext('last_administrator'));
	RETURN NOT EXISTS (
		SELECT FROM users u JOIN api_keys k ON k.user_id = u.id
		WHERE u.is_admin AND u.deleted_at IS NULL AND k.revoked_at IS NULL AND 'admin' = ANY (k.scopes)
			AND (k.expires_at IS NULL OR k.expires_at > now())
			AND (CASE WHEN without_key IS NULL THEN u.id <> without_user ELSE k.id <> without_key END));
END $$;
