-- Answers that change along a series: an attendee's row holds the first one, and in partstat_from those
-- that others follow, each for its slot and all after it. An endless series has no other end to hold them by.

CREATE FUNCTION answers_of(attendee event_attendees)
RETURNS TABLE (slot timestamp, partstat text, comment text) LANGUAGE sql STABLE AS $$
	SELECT (h->>'slot')::timestamp, h->>'partstat', h->>'comment'
	FROM jsonb_array_elements(attendee.partstat_from) h
$$;

-- An attendee as the API shows it: of a series, or (with a slot) of its occurrence.
CREATE FUNCTION attendee_shown(attendee event_attendees, slot timestamp, is_all_day boolean) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
	shown jsonb := jsonb_build_object('email', attendee.email, 'name', attendee.name, 'role', attendee.role,
		'partstat', attendee.partstat, 'comment', attendee.comment, 'user_id', attendee.user_id);
	last jsonb;
BEGIN
	IF attendee.partstat_from IS NULL THEN
		RETURN shown;
	ELSIF attendee_shown.slot IS NULL THEN
		RETURN shown || jsonb_build_object('partstat_from', (
			SELECT jsonb_agg(jsonb_build_object('recurrence_id', slot_text(a.slot, is_all_day),
				'partstat', a.partstat, 'comment', a.comment) ORDER BY a.slot)
			FROM answers_of(attendee) a));
	END IF;
	SELECT jsonb_build_object('partstat', a.partstat, 'comment', a.comment) INTO last
	FROM answers_of(attendee) a WHERE a.slot <= attendee_shown.slot ORDER BY a.slot DESC LIMIT 1;
	RETURN shown || coalesce(last, '{}');
END $$;

CREATE FUNCTION attendees_at(event events, slot timestamp) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT coalesce(jsonb_agg(attendee_shown(a, attendees_at.slot, event.is_all_day)
		ORDER BY a.position), '[]')
	FROM event_attendees a WHERE a.calendar_id = event.calendar_id AND a.event_id = event.id);
END $$;

-- For the server, which expands: lines "seconds attendees", each for the slots from there on. NULL: the
-- attendees are the same all along.
CREATE FUNCTION attendees_by_slot(event events) RETURNS text LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	IF event.attendee_count = 0 THEN
		RETURN NULL;
	END IF;
	RETURN (SELECT string_agg(concat(coalesce(epoch_s(s.slot AT TIME ZONE 'UTC'), -9223372036854775808), ' ',
		attendees_at(event, coalesce(s.slot, '-infinity'))), E'\n' ORDER BY s.slot NULLS FIRST)
	FROM (SELECT a.slot
		FROM event_attendees e CROSS JOIN LATERAL answers_of(e) a
		WHERE e.calendar_id = event.calendar_id AND e.event_id = event.id AND e.partstat_from IS NOT NULL
		GROUP BY GROUPING SETS ((a.slot), ())
		HAVING count(*) > 0
	) s);
END $$;

-- The answers of one attendee as the spans of slots that they hold for; one row, and NULL for all slots,
-- where there is one answer: only the others cost a call.
CREATE FUNCTION changing_answer_spans(partstat text, partstat_from jsonb)
RETURNS TABLE (partstat_then text, slots tsrange) LANGUAGE plpgsql STABLE ROWS 2 AS $$
BEGIN
	RETURN QUERY SELECT s.said, tsrange(s.slot, lead(s.slot) OVER (ORDER BY s.slot NULLS FIRST))
	FROM (
		SELECT NULL::timestamp AS slot, changing_answer_spans.partstat AS said
		UNION ALL
		SELECT (h->>'slot')::timestamp, h->>'partstat' FROM jsonb_array_elements(partstat_from) h
	) s;
END $$;

CREATE FUNCTION answer_spans(first text, later jsonb) RETURNS TABLE (partstat text, slots tsrange)
LANGUAGE sql STABLE ROWS 1 AS $$
	SELECT first, NULL::tsrange WHERE later IS NULL
	UNION ALL
	SELECT c.partstat_then, c.slots FROM changing_answer_spans(first, later) c WHERE later IS NOT NULL
$$;

-- What holds from a slot on takes the place of everything later.
CREATE FUNCTION answer_from(attendee event_attendees, slot timestamp, body jsonb) RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	UPDATE event_attendees a SET partstat_from = (
		SELECT coalesce(jsonb_agg(h ORDER BY h->>'slot')
			FILTER (WHERE (h->>'slot')::timestamp < answer_from.slot), '[]')
		FROM jsonb_array_elements(coalesce(attendee.partstat_from, '[]')) h
	) || jsonb_build_object('slot', wall_text(answer_from.slot), 'partstat', body->>'partstat', 'comment',
		CASE WHEN body ? 'comment' THEN body->>'comment'
			ELSE attendee_shown(attendee, answer_from.slot, false)->>'comment' END)
	WHERE a.calendar_id = attendee.calendar_id AND a.event_id = attendee.event_id
		AND a.email_key = attendee.email_key;
END $$;

-- Only the answers of these slots stay, moved by as much as the slots themselves.
CREATE FUNCTION answers_move(calendar_id uuid, event_id uuid, kept tsrange, by interval) RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	UPDATE event_attendees e SET partstat_from = (
		SELECT jsonb_agg(jsonb_build_object('slot', wall_text(a.slot + by), 'partstat', a.partstat, 'comment',
			a.comment) ORDER BY a.slot)
		FROM answers_of(e) a WHERE a.slot <@ kept)
	WHERE e.calendar_id = answers_move.calendar_id AND e.event_id = answers_move.event_id
		AND e.partstat_from IS NOT NULL;
END $$;
