-- What listChanges needs: rows in the order of their changes, and what a token is judged by.

-- The place of a token, as the server writes it: [seq, id, base].
CREATE FUNCTION sync_seq(after text) RETURNS bigint LANGUAGE sql STABLE AS $$
	SELECT coalesce((after::jsonb->>0)::bigint, 0)
$$;
CREATE FUNCTION sync_id(after text) RETURNS uuid LANGUAGE sql STABLE AS $$
	SELECT coalesce((after::jsonb->>1)::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
$$;

-- One page of rows that changed after a place, the order being (seq, id): many rows may share one seq.
-- A snapshot is the same from the very beginning, without the deleted rows up to `base`, the seq at
-- which it began: who starts has nothing to delete. What changes while its pages are read gets a higher
-- seq, and comes again. An exception that was deleted and made anew has two rows of one id: the live one
-- tells enough.
CREATE FUNCTION change_page(calendar_id uuid, after_seq bigint, after_id uuid, base bigint, "limit" integer)
RETURNS TABLE (seq bigint, id uuid) LANGUAGE plpgsql STABLE ROWS 1
SET enable_sort = off SET enable_bitmapscan = off AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY SELECT e.seq, e.id FROM events e
	WHERE e.calendar_id = change_page.calendar_id AND (e.seq, e.id) > (after_seq, after_id)
		AND (e.deleted_at IS NULL OR (e.seq > base AND NOT (e.series_id IS NOT NULL AND EXISTS (
			SELECT FROM events x
			WHERE x.series_id = e.series_id AND x.recurrence_id = e.recurrence_id
				AND x.is_all_day = e.is_all_day AND x.calendar_id = e.calendar_id
				AND x.deleted_at IS NULL))))
	ORDER BY e.seq, e.id
	LIMIT "limit";
END $$;

-- As a member of an answer that holds more.
CREATE FUNCTION calendar_json(shown calendar_view) RETURNS jsonb LANGUAGE sql STABLE AS $$
	SELECT to_jsonb(shown) || jsonb_build_object(
		'created_at', to_char(shown.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
		'updated_at', to_char(shown.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
$$;
