-- Who hears of what: from a line of the audit to rows of the outbox, in the transaction of the change.

-- Whose webhook may hear this? Asked when the row is written and again when it is sent. What masks a private event in
-- reads (answers, reminders, people) is not told either, only that something about it changed.
CREATE FUNCTION may_hear(calendar calendars, user_id uuid, type text, object_id text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
	role calendar_role := calendar_role(calendar, user_id);
BEGIN
	IF role IS NULL OR role < 'reader' OR (calendar.deleted_at IS NOT NULL AND type <> 'calendar.deleted') THEN
		RETURN false;
	ELSIF type LIKE 'acl.%' THEN
		RETURN role >= 'editor' OR object_id = user_id::text;
	ELSIF role >= 'editor' OR type !~ '^(rsvp|reminder|invitation)\.' THEN
		RETURN true;
	END IF;
	RETURN NOT EXISTS (
		SELECT FROM events e
		WHERE e.calendar_id = calendar.id AND e.visibility = 'private'
			AND e.id = split_part(object_id, '_', 1)::uuid
		UNION ALL
		SELECT FROM events e
		WHERE e.calendar_id = calendar.id AND e.visibility = 'private'
			AND e.series_id = split_part(object_id, '_', 1)::uuid
			AND slot_text(e.recurrence_id, e.is_all_day) = split_part(object_id, '_', 2));
END $$;

-- Webhooks that ask for all their user's calendars, and those that name this one.
CREATE FUNCTION listeners(calendar calendars, type text) RETURNS SETOF webhooks LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
	wanted text := CASE WHEN type ~ '^(rsvp|calendar|acl)\.' THEN split_part(type, '.', 1) || '.*' ELSE type END;
BEGIN
	RETURN QUERY
	SELECT w.* FROM webhooks w
	WHERE w.enabled AND w.calendar_ids IS NULL AND wanted = ANY (w.types)
		AND w.user_id IN (SELECT calendar.owner_user_id
			UNION SELECT a.user_id FROM calendar_acl a WHERE a.calendar_id = calendar.id)
	UNION ALL
	SELECT w.* FROM webhooks w
	WHERE w.enabled AND w.calendar_ids @> ARRAY[calendar.id] AND wanted = ANY (w.types);
END $$;

-- id: given where a message may come to be written twice; the second time it is there already.
CREATE FUNCTION publish(calendar_id uuid, type text, object_id text, version bigint, extra jsonb = NULL,
	id uuid = NULL) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	calendar calendars;
	one_id uuid := coalesce(publish.id, uuid_v7());
BEGIN
	SELECT c.* INTO calendar FROM calendars c WHERE c.id = publish.calendar_id;
	INSERT INTO webhook_outbox (webhook_id, id, type, calendar_id, object_id, version, seq, occurred_at, extra)
	SELECT l.id, one_id, publish.type, calendar.id, publish.object_id, publish.version, calendar.seq, this_second(),
		publish.extra
	FROM listeners(calendar, publish.type) l
	WHERE may_hear(calendar, l.user_id, publish.type, publish.object_id)
	ON CONFLICT DO NOTHING;
END $$;

-- resource: calendar/ID, calendar/ID/acl/USER or event/ID, as the audit names it.
CREATE FUNCTION publish_change(request request, resource text, calendar_id uuid, after jsonb) RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	noun text := CASE WHEN resource LIKE '%/acl/%' THEN 'acl' ELSE split_part(resource, '/', 1) END;
	object_id text := substring(resource FROM '[^/]*$');
	gone boolean := after ? 'deleted';
	version bigint := after->>'version';
	answer text;
BEGIN
	IF request.operation = 'respondToEvent' THEN
		SELECT a->>'partstat' INTO answer FROM jsonb_array_elements(after->'attendees') a
		WHERE a->>'user_id' = request.caller::text;
	END IF;
	IF gone AND noun = 'event' THEN
		SELECT e.version INTO version FROM events e
		WHERE e.calendar_id = publish_change.calendar_id AND e.id = split_part(object_id, '_', 1)::uuid;
	END IF;
	PERFORM publish(calendar_id, CASE
			WHEN answer IS NOT NULL THEN 'rsvp.' || answer
			WHEN gone THEN noun || '.deleted'
			WHEN version = 1 THEN noun || '.created'
			ELSE noun || '.updated' END, object_id, version);
	IF noun = 'event' THEN
		PERFORM publish_invitations(calendar_id, object_id, version, after, answer IS NOT NULL, request.caller);
	END IF;
END $$;
