-- Events: one row for a single event, a series or an exception of a series.
--
-- Stored are wall time, zone and duration; UTC is derived (and derived again when the time zone
-- database changes). All-day and floating rows have no zone of their own: their start_utc is the
-- wall time read as UTC, and their span is 14 hours wider on both sides, so that the index finds
-- them from every zone. The key starts with calendar_id: tables that grow can be distributed by it,
-- and an event that moved away leaves a tombstone of the same id behind.

CREATE TABLE events (
	id uuid NOT NULL,
	calendar_id uuid NOT NULL REFERENCES calendars,
	series_id uuid,
	recurrence_id timestamp(0), -- the original local slot of an exception
	uid text NOT NULL,
	seq bigint NOT NULL, -- of the calendar when the row last changed
	version bigint NOT NULL DEFAULT 1, -- the ETag: every change
	sequence integer NOT NULL DEFAULT 0, -- RFC 5546: changes that attendees must answer again
	title text NOT NULL,
	description text,
	location text,
	url text,
	is_all_day boolean NOT NULL,
	floating boolean NOT NULL,
	tzid text NOT NULL,
	start_local timestamp(0) NOT NULL,
	start_fold smallint NOT NULL DEFAULT 0, -- 1: the second of two equal wall times
	duration_s integer, -- timed events: exact seconds
	duration_days integer, -- all-day events
	start_utc timestamptz(0) NOT NULL,
	end_utc timestamptz(0) NOT NULL,
	span tstzrange NOT NULL,
	rrule text,
	rdates timestamp(0)[],
	exdates timestamp(0)[],
	overridden text[], -- of an exception: the members that no longer follow the series
	status text NOT NULL,
	visibility text NOT NULL,
	transparency text NOT NULL,
	body jsonb NOT NULL, -- color, categories, reminders, metadata, organizer
	attendee_count integer NOT NULL DEFAULT 0, -- spares most reads the look into event_attendees
	raw_ics text,
	tsv tsvector,
	creator_user_id uuid NOT NULL,
	split_from uuid,
	created_at timestamptz(0) NOT NULL,
	updated_at timestamptz(0) NOT NULL,
	deleted_at timestamptz(0),
	PRIMARY KEY (calendar_id, id),
	CHECK ((duration_s IS NULL) = (duration_days IS NOT NULL))
);
CREATE INDEX events_span ON events USING gist (calendar_id, span) WHERE deleted_at IS NULL;
CREATE INDEX events_start ON events (calendar_id, start_utc, id);
CREATE INDEX events_seq ON events (calendar_id, seq);
CREATE UNIQUE INDEX events_uid ON events (calendar_id, uid, recurrence_id) NULLS NOT DISTINCT
	WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX events_exception ON events (series_id, recurrence_id)
	WHERE series_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX events_creator ON events (creator_user_id);
CREATE INDEX events_text ON events USING gin (tsv) WHERE deleted_at IS NULL;

CREATE TABLE event_attendees (
	calendar_id uuid NOT NULL,
	event_id uuid NOT NULL,
	email_key text COLLATE "C" NOT NULL, -- lower case: who it is; email: as it was written
	position integer NOT NULL,
	email text NOT NULL,
	name text,
	role text NOT NULL,
	partstat text NOT NULL,
	comment text,
	user_id uuid, -- whose address it was when the attendee was added
	PRIMARY KEY (calendar_id, event_id, email_key),
	FOREIGN KEY (calendar_id, event_id) REFERENCES events ON UPDATE CASCADE
);
CREATE INDEX event_attendees_user ON event_attendees (user_id, calendar_id, event_id)
	WHERE user_id IS NOT NULL;
