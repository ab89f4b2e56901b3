-- Who is to be written to about an event, as RFC 5546 has it: REQUEST to those who are invited or whose
-- invitation changed, CANCEL to those who no longer are, REPLY to the organizer.

-- The last known state, from the audit; of an occurrence that was never changed by itself that of its series.
CREATE FUNCTION event_before(object_id text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT a.after FROM audit a
	WHERE a.resource IN ('event/' || event_before.object_id, 'event/' || split_part(event_before.object_id, '_', 1))
		AND a.after ? 'attendees'
	ORDER BY a.at DESC, a.id DESC LIMIT 1);
END $$;

-- Nobody writes to themselves: the organizer is no recipient.
CREATE FUNCTION invited(event jsonb) RETURNS TABLE (email_key text, email text, how text)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY
	SELECT lower(a->>'email'), a->>'email', concat_ws(' ', a->>'role', a->>'name')
	FROM jsonb_array_elements(CASE jsonb_typeof(event->'attendees') WHEN 'array' THEN event->'attendees'
		ELSE '[]' END) a
	WHERE lower(a->>'email') IS DISTINCT FROM lower(event->'organizer'->>'email');
END $$;

CREATE FUNCTION publish_invitation(calendar_id uuid, object_id text, version bigint, method text,
	recipients text[], event jsonb, attendee jsonb = NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	IF cardinality(recipients) > 0 THEN
		PERFORM publish(calendar_id, 'invitation.' || method, object_id, version, jsonb_build_object('invitation',
			jsonb_build_object('method', upper(method), 'recipients', to_jsonb(recipients), 'attendee', attendee,
				'event', event)));
	END IF;
END $$;

CREATE FUNCTION publish_invitations(calendar_id uuid, object_id text, version bigint, after jsonb,
	is_answer boolean, caller uuid) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	before jsonb;
	event jsonb := after;
	over boolean;
	anew boolean;
BEGIN
	IF NOT EXISTS (SELECT FROM webhooks w WHERE w.enabled AND w.types
			&& ARRAY['invitation.request', 'invitation.cancel', 'invitation.reply']) THEN
		RETURN; -- the audit need not be read
	END IF;
	IF is_answer THEN
		PERFORM publish_invitation(calendar_id, object_id, version, 'reply',
			array_remove(ARRAY[after->'organizer'->>'email'], NULL), after, a)
		FROM jsonb_array_elements(after->'attendees') a WHERE a->>'user_id' = caller::text;
		RETURN;
	END IF;
	before := event_before(object_id);
	over := after ? 'deleted' OR after->>'status' = 'cancelled';
	IF after ? 'deleted' THEN -- a row that is gone can raise its SEQUENCE no more, RFC 5546 §3.2.5 wants it raised
		event := before || jsonb_build_object('status', 'cancelled',
			'sequence', (before->>'sequence')::integer + 1);
	ELSIF over AND before->>'status' = 'cancelled' THEN
		RETURN;
	END IF;
	anew := before IS NULL OR (after->>'sequence')::integer > (before->>'sequence')::integer
		OR before->>'id' <> object_id;
	IF over THEN
		PERFORM publish_invitation(calendar_id, object_id, version, 'cancel', ARRAY(
			SELECT i.email FROM invited(before) i ORDER BY 1), event);
	ELSE -- who is off the list is told alone: the text names that one attendee
		PERFORM publish_invitation(calendar_id, object_id, version, 'cancel', ARRAY[i.email], event,
			jsonb_build_object('email', i.email))
		FROM (SELECT i.email FROM invited(before) i
			WHERE i.email_key NOT IN (SELECT n.email_key FROM invited(after) n) ORDER BY 1) i;
	END IF;
	PERFORM publish_invitation(calendar_id, object_id, version, 'request', ARRAY(
		SELECT n.email FROM invited(after) n LEFT JOIN invited(before) i ON i.email_key = n.email_key
		WHERE NOT over AND (anew OR n.how IS DISTINCT FROM i.how) ORDER BY 1), event);
END $$;
