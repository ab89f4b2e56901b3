-- What is wrong with a body, field by field, and merge patches.

-- One entry for `errors`, as an array: lists of errors are added up with ||.
CREATE FUNCTION field_error(pointer text, code text, message text) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
	SELECT jsonb_build_array(jsonb_build_object('pointer', pointer, 'code', code, 'message', message))
$$;

-- The problem that a list of errors amounts to: their code, where all have the same one and it is a
-- problem in its own right; else invalid_fields.
CREATE FUNCTION errors_outcome(errors jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE
		WHEN min(e->>'code') = max(e->>'code') AND min(e->>'code') IN ('nonexistent_local_time',
			'unknown_time_zone', 'read_only', 'rrule_invalid', 'rrule_unsupported', 'rrule_too_many',
			'rrule_no_instances', 'rrule_too_complex', 'too_many_attendees') THEN min(e->>'code')
		ELSE 'invalid_fields'
	END
	FROM jsonb_array_elements(errors) e
$$;

-- RFC 7396 §2. PostgreSQL's || replaces nested objects whole and keeps nulls.
CREATE FUNCTION merge_patch(target jsonb, patch jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	member record;
BEGIN
	IF jsonb_typeof(patch) <> 'object' THEN
		RETURN patch;
	END IF;
	IF jsonb_typeof(target) IS DISTINCT FROM 'object' THEN
		target := '{}';
	END IF;
	FOR member IN SELECT key, value FROM jsonb_each(patch) LOOP
		IF member.value = 'null' THEN
			target := target - member.key;
		ELSE
			target := jsonb_set(target, ARRAY[member.key], merge_patch(target->member.key, member.value));
		END IF;
	END LOOP;
	RETURN target;
END $$;

-- Two texts that are one instant in two spellings are the same value.
CREATE FUNCTION same_value(stored jsonb, sent jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
	RETURN coalesce(stored, 'null') = sent OR lower(stored#>>'{}') = lower(sent#>>'{}')
		OR (sent#>>'{}' ~ '^\d{4}-\d\d-\d\d[Tt]' AND stored#>>'{}' ~ '^\d{4}-\d\d-\d\d[Tt ]'
			AND (stored#>>'{}')::timestamptz = (sent#>>'{}')::timestamptz);
EXCEPTION WHEN OTHERS THEN
	RETURN false; -- a text that is no time is not the stored one
END $$;

-- The server's own members may be sent back as they were read, and not otherwise.
CREATE FUNCTION read_only_errors(stored jsonb, body jsonb, VARIADIC members text[]) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('pointer', '/' || m, 'code', 'read_only',
		'message', format('%s is set by the server; leave it out or as it is.', m)) ORDER BY m), '[]')
	FROM unnest(members) m
	WHERE body ? m AND same_value(stored->m, body->m) IS NOT TRUE);
END $$;

CREATE FUNCTION zone_error(zone text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
	SELECT field_error('/time_zone', 'unknown_time_zone',
		concat('There is no time zone ', zone, '; use an IANA name such as Europe/Berlin.'))
$$;
