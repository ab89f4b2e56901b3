-- What every write does: claim its Idempotency-Key, lock its calendar, raise seq, leave a line in the
-- audit, store its answer. All in one transaction with the effect, so that a crash leaves neither a
-- double nor a stuck key.

-- Before anything else. outcome NULL: go on. Otherwise the request is answered: the same one before
-- has left its answer, or the key was used for another, or one with this key still runs: it is waited
-- for up to lock_timeout. Not by the row but by an advisory lock in front of it, so that this timeout
-- can be told from a calendar's, and only who has to wait pays for a subtransaction.
CREATE FUNCTION claim(request request,
	OUT outcome text, OUT detail jsonb, OUT replayed boolean, OUT sealed text, OUT answer jsonb)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	row idempotency;
	turn bigint := hashtextextended(concat(request.caller, ' ', request.idempotency_key), 0);
BEGIN
	IF request.idempotency_key IS NULL THEN
		RETURN;
	END IF;
	IF NOT pg_try_advisory_xact_lock(turn) THEN
		BEGIN
			PERFORM pg_advisory_xact_lock(turn);
		EXCEPTION WHEN lock_not_available THEN
			outcome := 'idempotency_in_progress';
			RETURN;
		END;
	END IF;
	INSERT INTO idempotency (user_id, key, request_hash, created_at)
	VALUES (request.caller, request.idempotency_key, request.request_hash, now())
	ON CONFLICT DO NOTHING;
	IF FOUND THEN
		RETURN;
	END IF;
	SELECT * INTO row FROM idempotency i
	WHERE i.user_id = request.caller AND i.key = request.idempotency_key FOR UPDATE;
	IF row.created_at < now() - interval '24 hours' OR row.outcome IS NULL THEN
		DELETE FROM idempotency i WHERE i.user_id = request.caller AND i.key = request.idempotency_key;
		INSERT INTO idempotency (user_id, key, request_hash, created_at)
		VALUES (request.caller, request.idempotency_key, request.request_hash, now());
	ELSIF row.request_hash <> request.request_hash THEN
		outcome := 'idempotency_key_reused';
	ELSE
		outcome := row.outcome;
		detail := row.detail;
		sealed := row.sealed;
		answer := row.answer;
		replayed := true;
	END IF;
END $$;

-- After everything else, problems included: the same request again is answered alike.
CREATE FUNCTION complete(request request, outcome text, detail jsonb, answer jsonb, sealed text = NULL)
RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	IF request.idempotency_key IS NULL THEN
		RETURN;
	END IF;
	UPDATE idempotency i SET outcome = complete.outcome, detail = complete.detail,
		answer = complete.answer, sealed = complete.sealed
	WHERE i.user_id = request.caller AND i.key = request.idempotency_key;
END $$;

-- The calendar's row, held until commit; NULL if there is none. Every write of a calendar's content,
-- rules and settings starts here, so what is checked afterwards stays true, and commit order is seq
-- order. Only raise_seq() changes it: a refused write leaves nothing behind.
CREATE FUNCTION lock_calendar(calendar_id uuid) RETURNS calendars LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	calendar calendars;
BEGIN
	SELECT * INTO calendar FROM calendars c
	WHERE c.id = lock_calendar.calendar_id AND c.deleted_at IS NULL
	FOR NO KEY UPDATE;
	RETURN calendar;
END $$;

CREATE FUNCTION raise_seq(calendar_id uuid) RETURNS bigint LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	raised bigint;
BEGIN
	UPDATE calendars c SET seq = c.seq + 1 WHERE c.id = raise_seq.calendar_id RETURNING c.seq INTO raised;
	PERFORM note_changed(raise_seq.calendar_id);
	RETURN raised;
END $$;

-- Which calendars this transaction changed, for the server to tell those who wait for it. Not by
-- NOTIFY here: inside the transaction it halves the rate of writes. Too many to name are all: `*`.
CREATE FUNCTION changed_calendars() RETURNS text LANGUAGE sql VOLATILE AS $$
	SELECT nullif(current_setting('api.changed', true), '')
$$;
CREATE FUNCTION note_changed(calendar_id uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	known text := coalesce(current_setting('api.changed', true), '');
BEGIN
	IF known = '' THEN
		PERFORM set_config('api.changed', calendar_id::text, true);
	ELSIF known <> '*' AND strpos(known, calendar_id::text) = 0 THEN
		PERFORM set_config('api.changed', CASE WHEN length(known) > 7000 THEN '*'
			ELSE known || ' ' || calendar_id::text END, true);
	END IF;
END $$;

-- Also what webhooks hear of: nothing changes that the audit does not know. Before the new line, which would hide
-- the state before.
CREATE FUNCTION record_audit(request request, resource text, calendar_id uuid, after jsonb)
RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	IF calendar_id IS NOT NULL AND EXISTS (SELECT FROM webhooks w WHERE w.enabled) THEN
		PERFORM publish_change(request, resource, calendar_id, after);
	END IF;
	INSERT INTO audit (at, actor, key_id, action, resource, calendar_id, after, request_id)
	VALUES (clock_timestamp(), request.caller, request.key_id, request.operation, resource, calendar_id,
		after, request.request_id);
END $$;

CREATE FUNCTION errors_detail(errors jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
	SELECT jsonb_build_object('errors', errors)
$$;

CREATE FUNCTION stale_detail(version bigint) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
	SELECT jsonb_build_object('version', version)
$$;
