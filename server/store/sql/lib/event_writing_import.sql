-- What an import does with the rows that were made of a file (server/domain/ics_import.h), a batch at a time. All
-- rows of one UID stand in one batch, the series before its occurrences.
--
-- An event is found by its UID. Its content counts, not its stamps: a row that would change nothing is skipped.

CREATE TYPE import_counts AS (created integer, updated integer, skipped integer, failed jsonb, seq bigint);

-- An import may replace what anybody made, so it takes an editor even where the public may write.
CREATE FUNCTION import_access(calendar calendars, caller uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
	outcome text := event_write_access(calendar, NULL, caller);
BEGIN
	RETURN CASE WHEN outcome = 'ok' AND calendar_role(calendar, caller) < 'editor'
		THEN 'forbidden' ELSE outcome END;
END $$;

-- The first of the errors, as an entry of `failed`.
CREATE FUNCTION import_failure(item jsonb, code text, detail text) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
	SELECT jsonb_build_array(jsonb_build_object('uid', left(item->>'uid', 255), 'line', item->'line',
		'code', code, 'detail', detail))
$$;

CREATE FUNCTION import_errors(item jsonb, errors jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
	SELECT import_failure(item, errors->0->>'code',
		concat(substr(errors->0->>'pointer', 2), ': ', errors->0->>'message'))
$$;

-- What two rows must have in common to say the same.
CREATE FUNCTION import_content(event events) RETURNS jsonb LANGUAGE sql STABLE AS $$
	SELECT to_jsonb(event) - ARRAY['seq', 'version', 'created_at', 'updated_at', 'attendee_count', 'tsv',
		'creator_user_id', 'split_from', 'overridden']
$$;

-- Whether the people of a row are those of a draft. What the draft does not say of them is as it is.
CREATE FUNCTION import_same_people(event events, attendees jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	IF coalesce(attendees, '[]') = '[]' OR event.attendee_count = 0 THEN
		RETURN event.attendee_count = 0 AND coalesce(attendees, '[]') = '[]';
	END IF;
	RETURN (SELECT count(a.email_key) = count(*)
			AND count(*) = event.attendee_count
			AND bool_and(a.position = t.position AND a.name IS NOT DISTINCT FROM t.entry->>'name'
				AND a.role = coalesce(t.entry->>'role', 'required')
				AND a.partstat = coalesce(t.entry->>'partstat', a.partstat)
				AND (NOT t.entry ? 'comment' OR a.comment IS NOT DISTINCT FROM t.entry->>'comment'))
		FROM jsonb_array_elements(attendees) WITH ORDINALITY AS t (entry, position)
		LEFT JOIN event_attendees a ON a.calendar_id = event.calendar_id AND a.event_id = event.id
			AND a.email_key = lower(t.entry->>'email'));
END $$;

-- The members that an import sets beyond those of a draft.
-- Its organizer is the file's, else the one it has, else who imports it.
CREATE FUNCTION import_extras(event events, item jsonb) RETURNS events LANGUAGE plpgsql STABLE AS $$
DECLARE
	organizer jsonb := coalesce(nullif(event.body->'organizer', 'null'), item->'by');
BEGIN
	event.sequence := (item->>'sequence')::integer;
	event.raw_ics := item->>'kept';
	IF item ? 'organizer' THEN
		organizer := item->'organizer'
			|| jsonb_build_object('user_id', user_of_email(lower(item->'organizer'->>'email')));
	END IF;
	event.body := event.body || jsonb_build_object('organizer', organizer);
	RETURN event;
END $$;

-- The plan of a series, good for what is about to be stored: a file is computed and stored under one lock.
CREATE FUNCTION import_plan(item jsonb, old events, event events) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
	RETURN item->'plan' || jsonb_build_object('basis', series_basis(old, event, item->'draft'->'recurrence'));
END $$;

-- A row as it is to be stored; old: the one that it replaces, or NULL.
CREATE FUNCTION import_event(calendar calendars, old events, item jsonb,
	OUT event events, OUT errors jsonb) LANGUAGE plpgsql STABLE AS $$
DECLARE
	draft jsonb := item->'draft' || '{"imported": true}';
	ruled record;
	planned record;
BEGIN
	SELECT * INTO ruled FROM event_rules(draft, coalesce(old.tzid, calendar.time_zone), old);
	SELECT * INTO planned FROM apply_plan(import_plan(item, old, ruled.event), old, draft->'recurrence',
		ruled.event);
	errors := ruled.errors || planned.errors;
	event := import_extras(planned.event, item);
END $$;

-- The members in which an occurrence is another than its series would have it.
CREATE FUNCTION import_overridden(event events, plain events, own_people boolean) RETURNS text[]
LANGUAGE sql STABLE AS $$
	SELECT array_agg(m.name ORDER BY m.name) FROM (VALUES
		('title', event.title IS DISTINCT FROM plain.title),
		('description', event.description IS DISTINCT FROM plain.description),
		('location', event.location IS DISTINCT FROM plain.location),
		('url', event.url IS DISTINCT FROM plain.url),
		('start_time', NOT event.is_all_day AND event.start_local <> plain.start_local),
		('start_date', event.is_all_day AND event.start_local <> plain.start_local),
		('end_time', NOT event.is_all_day
			AND (event.end_utc - event.start_utc) <> (plain.end_utc - plain.start_utc)),
		('end_date', event.is_all_day AND event.duration_days <> plain.duration_days),
		('time_zone', event.tzid <> plain.tzid),
		('floating', event.floating <> plain.floating),
		('status', event.status <> plain.status),
		('visibility', event.visibility <> plain.visibility),
		('transparency', event.transparency <> plain.transparency),
		('color', event.body->'color' IS DISTINCT FROM plain.body->'color'),
		('categories', event.body->'categories' IS DISTINCT FROM plain.body->'categories'),
		('reminders', event.body->'reminders' IS DISTINCT FROM plain.body->'reminders'),
		('metadata', event.body->'metadata' IS DISTINCT FROM plain.body->'metadata'),
		('attendees', own_people)) m (name, own)
	WHERE m.own
$$;

CREATE FUNCTION import_replace(old events, event events, attendees jsonb, version bigint)
RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	PERFORM replace_event(old, event, import_replace.version);
	UPDATE events e SET sequence = event.sequence, raw_ics = event.raw_ics
	WHERE e.calendar_id = event.calendar_id AND e.id = event.id;
	IF NOT import_same_people(old, attendees) THEN
		PERFORM store_attendees(event.calendar_id, event.id, attendees);
	END IF;
END $$;

CREATE FUNCTION import_insert(event events, attendees jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	event.created_at := this_second();
	event.updated_at := event.created_at;
	event.attendee_count := 0;
	INSERT INTO events SELECT event.*;
	IF jsonb_array_length(coalesce(attendees, '[]')) > 0 THEN
		PERFORM store_attendees(event.calendar_id, event.id, attendees);
	END IF;
END $$;

-- Whether what is stored stays, by the mode and by SEQUENCE (RFC 5546 §2.1.5: the higher is the newer).
CREATE FUNCTION import_stays(old events, item jsonb, mode text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
	SELECT mode = 'skip' OR (mode = 'upsert' AND old.sequence > (item->>'sequence')::integer)
$$;

-- Exceptions of a series that a file brings anew, without those in it: with it they go.
CREATE FUNCTION import_drop_exceptions(old events, item jsonb, seq bigint) RETURNS boolean
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	kept timestamp[] := slots_of(item->'slots');
	dropped timestamp[];
BEGIN
	SELECT array_agg(s) INTO dropped FROM unnest(exception_slots(old.id)) s WHERE s <> ALL (kept);
	IF dropped IS NOT NULL THEN
		PERFORM strip_exceptions(old, dropped, import_drop_exceptions.seq);
	END IF;
	RETURN dropped IS NOT NULL;
END $$;

-- An event or a series; id: of the one that has its UID, or NULL.
CREATE FUNCTION import_master(calendar calendars, id uuid, item jsonb, mode text, caller uuid,
	INOUT counts import_counts) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	old events;
	made record;
	event events;
	attendees jsonb := item->'draft'->'attendees';
	dropped boolean := false;
BEGIN
	SELECT e.* INTO old FROM events e WHERE e.calendar_id = calendar.id AND e.id = import_master.id;
	IF old.id IS NOT NULL AND import_stays(old, item, mode) THEN
		counts.skipped := counts.skipped + 1;
		RETURN;
	END IF;
	SELECT * INTO made FROM import_event(calendar, old, item);
	event := made.event;
	IF made.errors <> '[]' THEN
		counts.failed := counts.failed || import_errors(item, made.errors);
		RETURN;
	END IF;
	IF is_series(old) THEN
		dropped := import_drop_exceptions(old, item, counts.seq + 1);
	END IF;
	IF NOT dropped AND old.id IS NOT NULL AND import_content(event) = import_content(old)
			AND import_same_people(old, attendees) THEN
		counts.skipped := counts.skipped + 1;
		RETURN;
	END IF;
	counts.seq := counts.seq + 1;
	event.seq := counts.seq;
	IF old.id IS NULL THEN
		event.calendar_id := calendar.id;
		event.id := (item->>'id')::uuid;
		event.version := 1;
		event.creator_user_id := caller;
		PERFORM import_insert(event, attendees);
		counts.created := counts.created + 1;
		RETURN;
	END IF;
	PERFORM import_replace(old, event, attendees, old.version + 1);
	PERFORM series_stored(old, event);
	counts.updated := counts.updated + 1;
END $$;

-- A changed occurrence; id: of its series, which is stored by now.
CREATE FUNCTION import_occurrence(calendar calendars, id uuid, item jsonb, mode text,
	INOUT counts import_counts) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	master events;
	old events;
	plain events;
	made record;
	event events;
	slot timestamp := (item->>'slot')::timestamp;
	attendees jsonb := item->'draft'->'attendees';
BEGIN
	SELECT e.* INTO master FROM events e
	WHERE e.calendar_id = calendar.id AND e.id = import_occurrence.id;
	IF master.id IS NULL OR NOT is_series(master) THEN
		counts.failed := counts.failed || import_failure(item, 'series_missing', 'its series was not imported');
		RETURN;
	END IF;
	SELECT e.* INTO old FROM events e
	WHERE e.series_id = master.id AND e.recurrence_id = slot AND e.deleted_at IS NULL;
	IF old.id IS NOT NULL AND import_stays(old, item, mode) THEN
		counts.skipped := counts.skipped + 1;
		RETURN;
	END IF;
	plain := occurrence_at(master, slot, coalesce(old.id, (item->>'id')::uuid));
	SELECT * INTO made FROM import_event(calendar, plain, item);
	event := made.event;
	IF made.errors <> '[]' THEN
		counts.failed := counts.failed || import_errors(item, made.errors);
		RETURN;
	END IF;
	event.uid := master.uid;
	event.overridden := coalesce(import_overridden(event, plain,
		NOT import_same_people(master, attendees)), '{}');
	IF old.id IS NOT NULL AND import_content(event) = import_content(old)
			AND event.overridden = old.overridden AND import_same_people(old, attendees) THEN
		counts.skipped := counts.skipped + 1;
		RETURN;
	END IF;
	counts.seq := counts.seq + 1;
	event.seq := counts.seq;
	IF old.id IS NULL THEN
		event.version := master.version + 1;
		PERFORM import_insert(event, attendees);
		counts.created := counts.created + 1;
	ELSE
		PERFORM import_replace(old, event, attendees, greatest(master.version, old.version) + 1);
		counts.updated := counts.updated + 1;
	END IF;
	PERFORM touch_event(master, counts.seq, greatest(master.version, old.version) + 1);
END $$;

-- The ids of a batch's UIDs, where there are any. Planned anew each time: a plan from when the table was small walks
-- through the whole calendar for each batch, which made a large import quadratic.
CREATE FUNCTION import_known(calendar_id uuid, rows jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE
SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
	uids text[] := ARRAY(SELECT r->>'uid' FROM jsonb_array_elements(rows) r);
BEGIN
	RETURN (SELECT coalesce(jsonb_object_agg(e.uid, e.id), '{}') FROM events e
	WHERE e.calendar_id = import_known.calendar_id AND e.uid = ANY (uids)
		AND e.recurrence_id IS NULL AND e.deleted_at IS NULL);
END $$;

CREATE FUNCTION import_batch(calendar calendars, rows jsonb, mode text, caller uuid)
RETURNS import_counts LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	counts import_counts;
	item jsonb;
	known jsonb := import_known(calendar.id, rows);
	importer jsonb := jsonb_build_object('by', organizer_of(caller));
	made record;
	id uuid;
BEGIN
	rows := coalesce(jsonb_agg(importer || r), '[]') FROM jsonb_array_elements(rows) r;
	made := import_fresh(calendar, rows, known, caller);
	counts := made.counts;
	known := known || made.fresh;
	FOR item IN SELECT r FROM jsonb_array_elements(rows) r
			WHERE r ? 'slot' OR NOT made.fresh ? (r->>'uid') LOOP
		id := known->>(item->>'uid');
		IF item ? 'slot' THEN
			counts := import_occurrence(calendar, id, item, mode, counts);
		ELSE
			counts := import_master(calendar, id, item, mode, caller, counts);
			known := jsonb_build_object(item->>'uid', item->'id') || known;
		END IF;
	END LOOP;
	IF counts.seq > calendar.seq THEN
		UPDATE calendars c SET seq = counts.seq WHERE c.id = calendar.id;
		PERFORM note_changed(calendar.id);
	END IF;
	RETURN counts;
END $$;

-- A trial is done for real and taken back, so that it counts what would happen; variables outlive it. Only a trial:
-- a block that catches is a subtransaction, and past 64 of them every snapshot of the server gets slower.
CREATE FUNCTION import_rows(calendar calendars, rows jsonb, mode text, dry_run boolean, caller uuid)
RETURNS import_counts LANGUAGE plpgsql AS $$
DECLARE
	counts import_counts;
BEGIN
	IF NOT dry_run THEN
		RETURN import_batch(calendar, rows, mode, caller);
	END IF;
	BEGIN
		counts := import_batch(calendar, rows, mode, caller);
		RAISE EXCEPTION USING errcode = 'IC001';
	EXCEPTION WHEN SQLSTATE 'IC001' THEN
		RETURN counts;
	END;
END $$;
