-- The calendars of a question about many: those that it names, or else all on which the caller has at
-- least the reader's role.

CREATE FUNCTION calendars_asked(calendar_ids uuid[], caller uuid)
RETURNS TABLE (id uuid, time_zone text, role calendar_role) LANGUAGE plpgsql STABLE ROWS 20 AS $$
#variable_conflict use_column
BEGIN
	IF calendar_ids IS NOT NULL THEN
		RETURN QUERY SELECT DISTINCT c.id, c.time_zone, role_on(c, a.role, caller)
		FROM unnest(calendar_ids) asked (id)
		JOIN calendars c ON c.id = asked.id AND c.deleted_at IS NULL
		LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = caller;
		RETURN;
	END IF;
	RETURN QUERY SELECT c.id, c.time_zone, 'owner'::calendar_role FROM calendars c
	WHERE c.owner_user_id = caller AND c.deleted_at IS NULL
	UNION
	SELECT c.id, c.time_zone, role_on(c, a.role, caller) FROM calendar_acl a
	JOIN calendars c ON c.id = a.calendar_id AND c.deleted_at IS NULL
	WHERE a.user_id = caller AND role_on(c, a.role, caller) >= 'reader';
END $$;

-- Whether the caller may read each of them: 'ok', or the problem, which names all that it is about.
CREATE FUNCTION asked_access(calendar_ids uuid[], caller uuid, OUT outcome text, OUT detail jsonb)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	SELECT CASE WHEN bool_or(w.role IS NULL) THEN 'not_found' ELSE 'freebusy_only' END,
		errors_detail(jsonb_agg(jsonb_build_object('pointer', 'calendar_ids', 'code', 'unknown_reference',
			'message', format('%s is no calendar that you may read.', asked.id))))
	INTO outcome, detail
	FROM unnest(calendar_ids) asked (id)
	LEFT JOIN calendars_asked(calendar_ids, caller) w ON w.id = asked.id
	WHERE coalesce(w.role < 'reader', true)
	HAVING count(*) > 0;
	outcome := coalesce(outcome, 'ok');
END $$;
