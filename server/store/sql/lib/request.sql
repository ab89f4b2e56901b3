-- Who asks, and how: the context of a request, in the order of enum context_param in store/store.h.
--
-- Files of lib/ are created in the order of their names, and an SQL function needs the functions it
-- calls: so the files that take a request have names after this one.
CREATE TYPE request AS (
	caller uuid,
	key_id uuid,
	is_admin boolean,
	scopes text[],
	request_id text,
	operation text,
	idempotency_key text,
	request_hash text,
	if_match bigint,
	if_none_match_any boolean,
	new_id uuid,
	secret_hash text,
	secret_prefix text,
	secret_sealed text,
	secret_kept text,
	after text,
	"limit" integer,
	is_patch boolean,
	plan jsonb -- what the server computed for a write to a series: lib/event_writing_series.sql
);

-- An administrator with a key that lacks the admin scope is a user like any other.
CREATE FUNCTION acts_as_admin(is_admin boolean, scopes text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce(is_admin AND 'admin' = ANY (scopes), false)
$$;

-- If-Match: the version that the caller read is no longer the one that is stored; 0 stands for `*`,
-- whichever version it is (RFC 9110 §13.1.1).
CREATE FUNCTION is_stale(request request, version bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce(request.if_match NOT IN (0, version), false)
$$;

-- RFC 9110 §13.1 for PUT; the table stands in put_event.sql.
CREATE FUNCTION put_condition(request request, old events) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE
		WHEN old.id IS NULL THEN CASE WHEN request.if_match IS NOT NULL THEN 'stale' END
		WHEN request.if_none_match_any THEN 'stale'
		WHEN request.if_match IS NULL THEN 'precondition_required'
		WHEN is_stale(request, old.version) THEN 'stale'
	END
$$;
