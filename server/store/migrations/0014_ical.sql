-- Links by which calendar programs subscribe. Of the link itself only the hash is kept.

CREATE TABLE feeds (
	id uuid PRIMARY KEY,
	calendar_id uuid NOT NULL REFERENCES calendars,
	token_hash bytea NOT NULL, -- SHA-256
	prefix text NOT NULL, -- of the token, for people to tell links apart
	name text NOT NULL,
	detail text NOT NULL,
	past_days integer NOT NULL,
	future_days integer NOT NULL,
	creator_user_id uuid NOT NULL REFERENCES users,
	created_at timestamptz(0) NOT NULL,
	revoked_at timestamptz(0)
);
CREATE UNIQUE INDEX feeds_token ON feeds (token_hash);
CREATE INDEX feeds_calendar ON feeds (calendar_id, id) WHERE revoked_at IS NULL;
