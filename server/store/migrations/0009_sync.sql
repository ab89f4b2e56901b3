-- What listChanges reads. Where it stopped is a place (seq, id): many rows may share one seq, so the
-- index that serves the order holds both. About its predicate see 0006_lookups.sql.
DROP INDEX events_seq;
CREATE INDEX events_seq ON events (calendar_id, seq, id) WHERE seq IS NOT NULL;

-- Deleted rows, the oldest first, for the purge.
CREATE INDEX events_deleted ON events (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX calendars_deleted ON calendars (deleted_at) WHERE deleted_at IS NOT NULL;

-- When the calendar's own members changed, and when its rules did. By triggers, so that no write can
-- forget it, those of the release before included: a change of the members raises version, and every
-- change of a rule goes through calendar_acl (a new owner leaves a rule for the old one).
ALTER TABLE calendars ADD COLUMN settings_seq bigint NOT NULL DEFAULT 0;
ALTER TABLE calendars ADD COLUMN acl_seq bigint NOT NULL DEFAULT 0;

-- Since which seq a user has this rule: who lost access and has it again starts anew.
ALTER TABLE calendar_acl ADD COLUMN granted_seq bigint NOT NULL DEFAULT 0;

CREATE FUNCTION note_settings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.settings_seq := NEW.seq;
	RETURN NEW;
END $$;
CREATE TRIGGER calendars_settings BEFORE UPDATE ON calendars
	FOR EACH ROW WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION note_settings();

CREATE FUNCTION note_rule() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	rule public.calendar_acl := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
	raised bigint;
BEGIN
	UPDATE public.calendars c SET acl_seq = c.seq WHERE c.id = rule.calendar_id
	RETURNING c.seq INTO raised;
	IF TG_OP = 'INSERT' THEN
		rule.granted_seq := raised;
	END IF;
	RETURN rule;
END $$;
CREATE TRIGGER calendar_acl_noted BEFORE INSERT OR UPDATE OR DELETE ON calendar_acl
	FOR EACH ROW EXECUTE FUNCTION note_rule();

-- Sync tokens are signed with the secret and belong to an epoch. After a restore from a backup seq
-- counts again from where it was then, so the operator begins a new epoch: api-server new-sync-epoch.
CREATE TABLE sync_epoch (
	only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
	epoch bigint NOT NULL,
	secret bytea NOT NULL,
	begun_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO sync_epoch (epoch, secret)
SELECT ('x' || left(md5(gen_random_uuid()::text), 15))::bit(60)::bigint,
	sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
