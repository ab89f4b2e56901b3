-- POST /v1/batch with an Idempotency-Key: the key belongs to this batch. Its requests have keys of their
-- own, so what is answered for them is stored with each; a batch that comes again finds them there.
CREATE FUNCTION batch(request request, OUT outcome text, OUT detail jsonb, OUT replayed boolean)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	past record;
BEGIN
	SELECT * INTO past FROM claim(request);
	outcome := coalesce(past.outcome, 'ok');
	detail := past.detail;
	replayed := past.replayed;
	IF past.outcome IS NULL THEN
		PERFORM complete(request, outcome, detail, NULL);
	END IF;
END $$;
