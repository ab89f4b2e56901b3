-- Webhooks, what is to be delivered to them, and when the reminders of events are due.

CREATE TABLE webhooks (
	id uuid PRIMARY KEY,
	user_id uuid NOT NULL REFERENCES users,
	url text NOT NULL,
	host text NOT NULL GENERATED ALWAYS AS (lower(substring(url FROM '://([^/?#]*)'))) STORED,
	types text[] NOT NULL,
	calendar_ids uuid[], -- NULL: every calendar that the user owns or has a rule on
	description text,
	enabled boolean NOT NULL DEFAULT true,
	disabled_reason text, -- 'failing': given up after three days
	secret text NOT NULL, -- sealed under the operator's key, which the database never sees
	old_secret text, -- the one before, while receivers change over
	old_secret_until timestamptz(0),
	ping jsonb, -- how the first delivery went
	created_at timestamptz(0) NOT NULL,
	updated_at timestamptz(0) NOT NULL
);
CREATE INDEX webhooks_user ON webhooks (user_id, id);
-- What a write asks: who wants to hear of it? Empty where there are no webhooks, which costs one probe.
CREATE INDEX webhooks_listening ON webhooks (user_id) WHERE enabled;
CREATE INDEX webhooks_named ON webhooks USING gin (calendar_ids) WHERE enabled;

-- One row a webhook and message, written in the transaction of the change and kept as the log of its
-- delivery. A claim moves next_at beyond the longest attempt: who dies with a claim loses it, not the row.
CREATE TABLE webhook_outbox (
	webhook_id uuid NOT NULL REFERENCES webhooks ON DELETE CASCADE,
	id uuid NOT NULL, -- the same in every attempt; of a reminder derived from what it reminds of
	type text NOT NULL,
	calendar_id uuid,
	object_id text,
	version bigint,
	seq bigint, -- of the calendar, as of this change
	occurred_at timestamptz(0) NOT NULL,
	extra jsonb, -- more members of the message; gone once delivered
	status text NOT NULL DEFAULT 'pending', -- then delivered, or failed: given up
	attempts integer NOT NULL DEFAULT 0,
	next_at timestamptz NOT NULL DEFAULT clock_timestamp(),
	first_attempt_at timestamptz,
	last_attempt_at timestamptz,
	status_code integer,
	latency_ms integer,
	error text,
	created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
	PRIMARY KEY (webhook_id, id)
);
CREATE INDEX webhook_outbox_due ON webhook_outbox (next_at) WHERE status = 'pending';
CREATE INDEX webhook_outbox_log ON webhook_outbox (webhook_id, created_at, id);
CREATE INDEX webhook_outbox_age ON webhook_outbox (created_at);

-- When the next reminder of a row of events is due. The database does not expand rules: a change makes the
-- row due at once, and the server reckons anew.
CREATE TABLE event_reminders (
	calendar_id uuid NOT NULL,
	event_id uuid NOT NULL,
	stamp bigint NOT NULL DEFAULT 0, -- raised by every change: what was reckoned from an older one is void
	done_until timestamptz NOT NULL, -- reminders up to here were sent or were not the event's to send
	due_at timestamptz NOT NULL, -- the next one, or now: to be reckoned
	PRIMARY KEY (calendar_id, event_id)
);
CREATE INDEX event_reminders_due ON event_reminders (due_at);

-- An event that moves to another calendar, and an occurrence that gets a row of its own, go on where the row before
-- stood: what fell due a moment ago is still to be sent.
CREATE FUNCTION note_reminders() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	done timestamptz;
BEGIN
	IF TG_OP = 'UPDATE' AND OLD.calendar_id <> NEW.calendar_id THEN
		SELECT r.done_until INTO done FROM public.event_reminders r
		WHERE r.calendar_id = OLD.calendar_id AND r.event_id = OLD.id;
	ELSIF TG_OP = 'INSERT' AND NEW.series_id IS NOT NULL THEN
		SELECT r.done_until INTO done FROM public.event_reminders r
		WHERE r.calendar_id = NEW.calendar_id AND r.event_id = NEW.series_id;
	END IF;
	INSERT INTO public.event_reminders AS r (calendar_id, event_id, done_until, due_at)
	VALUES (NEW.calendar_id, NEW.id, coalesce(done, clock_timestamp()), clock_timestamp())
	ON CONFLICT (calendar_id, event_id) DO UPDATE SET stamp = r.stamp + 1, due_at = clock_timestamp();
	RETURN NULL;
END $$;
-- Two triggers, as a condition on OLD is none for an INSERT.
CREATE TRIGGER events_reminders_new AFTER INSERT ON events FOR EACH ROW
	WHEN (NEW.body @> '{"reminders": [{"method": "webhook"}]}')
	EXECUTE FUNCTION note_reminders();
CREATE TRIGGER events_reminders_changed AFTER UPDATE ON events FOR EACH ROW
	WHEN (NEW.body @> '{"reminders": [{"method": "webhook"}]}'
		OR OLD.body @> '{"reminders": [{"method": "webhook"}]}')
	EXECUTE FUNCTION note_reminders();

-- Events that had such reminders before anybody kept them.
INSERT INTO event_reminders (calendar_id, event_id, done_until, due_at)
SELECT e.calendar_id, e.id, now(), now() FROM events e
WHERE e.deleted_at IS NULL AND e.body @> '{"reminders": [{"method": "webhook"}]}';
