-- POST …/feeds: a link that reads without a key. Only an owner may make one.
CREATE WRITE create_feed(calendar_id uuid, body jsonb) ANSWERS (sealed text, answer feed_view) AS $$
DECLARE
	calendar calendars;
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
END $$;
