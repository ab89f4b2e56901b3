-- POST …/feeds: a link that reads without a key. Only an owner may make one.
CREATE FUNCTION create_feed(request request, calendar_id uuid, body jsonb,
	OUT outcome text, OUT detail jsonb, OUT replayed boolean, OUT sealed text, OUT answer feed_view)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	past record;
	calendar calendars;
BEGIN
	SELECT * INTO past FROM claim(request);
	IF past.outcome IS NOT NULL THEN
		outcome := past.outcome;
		detail := past.detail;
		replayed := past.replayed;
		sealed := past.sealed;
		answer := jsonb_populate_record(NULL::feed_view, past.answer);
		RETURN;
	END IF;

	<<work>>
	BEGIN
		calendar := lock_calendar(calendar_id);
		outcome := owner_access(calendar, request.caller);
		IF outcome <> 'ok' THEN
			EXIT work;
		END IF;
		INSERT INTO feeds (id, calendar_id, token_hash, prefix, name, detail, past_days, future_days,
			creator_user_id, created_at)
		VALUES (request.new_id, calendar.id, decode(request.secret_hash, 'hex'), request.secret_prefix,
			body->>'name', coalesce(body->>'detail', 'full'), coalesce((body->>'past_days')::integer, 30),
			coalesce((body->>'future_days')::integer, 365), request.caller, this_second());
		outcome := 'created';
		sealed := request.secret_sealed;
		SELECT * INTO answer FROM feed_view v WHERE v.id = request.new_id;
		PERFORM record_audit(request, 'feed/' || request.new_id, calendar.id, to_jsonb(answer));
	END;
	PERFORM complete(request, outcome, detail, to_jsonb(answer), sealed);
END $$;
