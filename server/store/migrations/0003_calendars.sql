-- Calendars and who may do what with them.

CREATE TABLE calendars (
	id uuid PRIMARY KEY,
	owner_user_id uuid NOT NULL REFERENCES users,
	owner_since timestamptz(0) NOT NULL,
	name text NOT NULL,
	description text,
	color text,
	time_zone text NOT NULL DEFAULT 'UTC',
	public_read boolean NOT NULL DEFAULT false,
	public_write boolean NOT NULL DEFAULT false,
	seq bigint NOT NULL DEFAULT 0, -- raised under the row's lock by every write: the sync order
	min_seq bigint NOT NULL DEFAULT 0, -- tombstones below it are purged
	version bigint NOT NULL DEFAULT 1, -- of the calendar's own members
	created_at timestamptz(0) NOT NULL,
	updated_at timestamptz(0) NOT NULL,
	deleted_at timestamptz(0),
	CHECK (public_read OR NOT public_write)
) WITH (fillfactor = 70); -- room for HOT updates: every write touches seq
CREATE INDEX calendars_owner ON calendars (owner_user_id, id) WHERE deleted_at IS NULL;
CREATE INDEX calendars_public ON calendars (id) WHERE public_read AND deleted_at IS NULL;

-- The owner stands in calendars alone: one truth, and no row here that could contradict it.
CREATE TABLE calendar_acl (
	calendar_id uuid NOT NULL REFERENCES calendars,
	user_id uuid NOT NULL REFERENCES users,
	role calendar_role NOT NULL CHECK (role < 'owner'),
	created_at timestamptz(0) NOT NULL,
	PRIMARY KEY (calendar_id, user_id)
);
CREATE INDEX calendar_acl_user ON calendar_acl (user_id, calendar_id);
