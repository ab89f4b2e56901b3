-- What every write leaves behind: the answer for a repeated request, and a line for the auditor.

CREATE TABLE idempotency (
	user_id uuid NOT NULL,
	key text COLLATE "C" NOT NULL,
	request_hash text NOT NULL,
	created_at timestamptz NOT NULL,
	outcome text, -- NULL only inside the transaction that claimed the row
	detail jsonb,
	sealed text, -- a secret under a key derived from the caller's API key
	answer jsonb, -- the result columns, not the rendered answer
	PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);

CREATE TABLE audit (
	at timestamptz NOT NULL,
	id bigint GENERATED ALWAYS AS IDENTITY,
	actor uuid,
	key_id uuid,
	action text NOT NULL, -- operationId
	resource text NOT NULL, -- "event/<id>"
	calendar_id uuid,
	after jsonb, -- without secrets; before is the row before it
	request_id text
) PARTITION BY RANGE (at);
CREATE INDEX audit_resource ON audit (resource, at);
CREATE INDEX audit_calendar ON audit (calendar_id, at) WHERE calendar_id IS NOT NULL;
CREATE INDEX audit_at ON audit USING brin (at);
CREATE TABLE audit_default PARTITION OF audit DEFAULT;

-- A year of months ahead, in UTC; what comes later without a partition is kept by the default one.
DO $$
DECLARE
	first timestamp := date_trunc('month', now() AT TIME ZONE 'UTC');
	month timestamp;
BEGIN
	FOR month IN SELECT generate_series(first, first + interval '12 months', '1 month') LOOP
		EXECUTE format('CREATE TABLE %I PARTITION OF audit FOR VALUES FROM (%L) TO (%L)',
			'audit_' || to_char(month, 'YYYY_MM'),
			to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00',
			to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
	END LOOP;
END $$;
