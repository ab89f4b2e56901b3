-- A row is found by its primary key, whatever the statistics say. On a database that was never
-- analysed all indexes that begin alike cost the same, and a generic plan once made is kept: looking
-- up one event walked through its whole calendar, one calendar through all owners. These indexes
-- serve an order, so they are only for statements that compare what they are sorted by: the predicate
-- is true of every row, and implied by any comparison.

DROP INDEX events_start;
CREATE INDEX events_start ON events (calendar_id, start_utc, id) WHERE start_utc IS NOT NULL;
DROP INDEX events_seq;
CREATE INDEX events_seq ON events (calendar_id, seq) WHERE seq IS NOT NULL;
DROP INDEX calendars_owner;
CREATE INDEX calendars_owner ON calendars (owner_user_id, id)
	WHERE deleted_at IS NULL AND owner_user_id IS NOT NULL;
