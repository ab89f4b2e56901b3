-- A rule of a calendar as the API shows it. Member names and order are the contract's AclRule.
CREATE TYPE acl_view AS (user_id uuid, role calendar_role, created_at timestamptz(0));

-- The rule of one user, or NULL. The owner's stands in calendars alone.
CREATE FUNCTION acl_rule(calendar calendars, user_id uuid) RETURNS acl_view
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
	rule acl_view;
BEGIN
	IF calendar.owner_user_id = acl_rule.user_id THEN
		RETURN (calendar.owner_user_id, 'owner', calendar.owner_since)::acl_view;
	END IF;
	SELECT a.user_id, a.role, a.created_at INTO rule FROM calendar_acl a
	WHERE a.calendar_id = calendar.id AND a.user_id = acl_rule.user_id;
	RETURN CASE WHEN FOUND THEN rule END;
END $$;

-- Both under the calendar's row lock. 'created' where the user had no role before.
CREATE FUNCTION grant_role(calendar_id uuid, user_id uuid, role calendar_role) RETURNS text
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	UPDATE calendar_acl a SET role = grant_role.role
	WHERE a.calendar_id = grant_role.calendar_id AND a.user_id = grant_role.user_id;
	IF FOUND THEN
		RETURN 'ok';
	END IF;
	INSERT INTO calendar_acl
	VALUES (grant_role.calendar_id, grant_role.user_id, grant_role.role, this_second());
	RETURN 'created';
END $$;

CREATE FUNCTION hand_over(calendar calendars, user_id uuid) RETURNS text LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	had_role boolean;
BEGIN
	IF calendar.owner_user_id = hand_over.user_id THEN
		RETURN 'ok';
	END IF;
	DELETE FROM calendar_acl a WHERE a.calendar_id = calendar.id AND a.user_id = hand_over.user_id;
	had_role := FOUND;
	PERFORM grant_role(calendar.id, calendar.owner_user_id, 'editor');
	UPDATE calendars c SET owner_user_id = hand_over.user_id, owner_since = this_second(),
		version = c.version + 1, updated_at = this_second()
	WHERE c.id = calendar.id;
	RETURN CASE WHEN had_role THEN 'ok' ELSE 'created' END;
END $$;
