-- A calendar as the API shows it, with the caller's role on it.
CREATE TYPE calendar_view AS (
	id uuid,
	name text,
	description text,
	color text,
	time_zone text,
	public_read boolean,
	public_write boolean,
	my_role calendar_role,
	owner_user_id uuid,
	seq bigint,
	version bigint,
	created_at timestamptz(0),
	updated_at timestamptz(0)
);

-- The strongest of: owner, the granted rule, what the public may do. NULL: a stranger, who must not
-- learn that the calendar exists. A function of columns alone, so that reads inline it beside their
-- join to calendar_acl.
CREATE FUNCTION role_on(calendar calendars, granted calendar_role, caller uuid)
RETURNS calendar_role LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE
		WHEN calendar.owner_user_id = caller THEN 'owner'::calendar_role
		WHEN calendar.public_read THEN greatest(granted, 'reader'::calendar_role)
		ELSE granted
	END
$$;

-- The same for writes, which hold the calendar's row.
CREATE FUNCTION calendar_role(calendar calendars, caller uuid)
RETURNS calendar_role LANGUAGE plpgsql STABLE AS $$
DECLARE
	granted calendar_role;
BEGIN
	IF calendar.owner_user_id = caller THEN
		RETURN 'owner';
	END IF;
	SELECT a.role INTO granted FROM calendar_acl a
	WHERE a.calendar_id = calendar.id AND a.user_id = caller;
	RETURN CASE WHEN calendar.public_read THEN greatest(granted, 'reader') ELSE granted END;
END $$;

CREATE FUNCTION calendar_answer(calendar calendars, role calendar_role)
RETURNS SETOF calendar_view LANGUAGE sql IMMUTABLE AS $$
	SELECT calendar.id, calendar.name, calendar.description, calendar.color, calendar.time_zone,
		calendar.public_read, calendar.public_write, role, calendar.owner_user_id,
		calendar.seq, calendar.version, calendar.created_at, calendar.updated_at
$$;

-- The stored calendar as the caller sees it, for the answers of writes.
CREATE FUNCTION calendar_shown(calendar_id uuid, caller uuid) RETURNS calendar_view
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
	shown calendar_view;
BEGIN
	SELECT v.* INTO shown FROM calendars c, calendar_answer(c, calendar_role(c, caller)) v
	WHERE c.id = calendar_shown.calendar_id;
	RETURN shown;
END $$;
