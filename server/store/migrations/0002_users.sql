-- People and the keys they act with. A deleted user keeps a row: events and the audit name them.

CREATE TABLE users (
	id uuid PRIMARY KEY,
	username text COLLATE "C" NOT NULL,
	email text,
	display_name text,
	time_zone text NOT NULL DEFAULT 'UTC',
	is_admin boolean NOT NULL DEFAULT false,
	working_hours jsonb NOT NULL DEFAULT '[]',
	created_at timestamptz(0) NOT NULL,
	updated_at timestamptz(0) NOT NULL,
	deleted_at timestamptz(0)
);
CREATE UNIQUE INDEX users_username ON users (username) WHERE deleted_at IS NULL;
CREATE INDEX users_email ON users (lower(email)) WHERE deleted_at IS NULL;

CREATE TABLE api_keys (
	id uuid PRIMARY KEY,
	user_id uuid NOT NULL REFERENCES users,
	name text NOT NULL,
	prefix text NOT NULL, -- of the secret, for people to tell keys apart
	hash bytea NOT NULL, -- SHA-256 of the secret, which is stored nowhere
	scopes text[] NOT NULL,
	expires_at timestamptz(0),
	last_used_at timestamptz(0),
	created_at timestamptz(0) NOT NULL,
	revoked_at timestamptz(0)
);
CREATE UNIQUE INDEX api_keys_hash ON api_keys (hash);
CREATE INDEX api_keys_user ON api_keys (user_id, id);

-- Servers cache keys: tell them, by hash, which one to forget. The use of a key does not count.
CREATE FUNCTION notify_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('api_keys', encode(NEW.hash, 'hex'));
	RETURN NULL;
END $$;
CREATE TRIGGER api_keys_changed AFTER INSERT OR UPDATE OF scopes, expires_at, revoked_at ON api_keys
	FOR EACH ROW EXECUTE FUNCTION notify_key();

CREATE FUNCTION notify_keys_of_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('api_keys', encode(k.hash, 'hex')) FROM public.api_keys k
	WHERE k.user_id = NEW.id AND k.revoked_at IS NULL;
	RETURN NULL;
END $$;
CREATE TRIGGER users_changed AFTER UPDATE OF is_admin, deleted_at ON users
	FOR EACH ROW EXECUTE FUNCTION notify_keys_of_user();
