-- May the caller manage this calendar's links? Who reads it learns that it is there, and no more.
CREATE FUNCTION owner_access(calendar calendars, caller uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
	role calendar_role := calendar_role(calendar, caller);
BEGIN
	RETURN CASE WHEN role IS NULL THEN 'not_found' WHEN role < 'owner' THEN 'forbidden' ELSE 'ok' END;
END $$;
