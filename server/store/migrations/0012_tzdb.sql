-- Which time zone database the stored UTC was computed with, and how far the servers have come with a
-- newer one. The empty version is older than any: what is there already is looked through once.
CREATE TABLE zone_refresh (
	the_row boolean PRIMARY KEY DEFAULT true CHECK (the_row),
	version text COLLATE "C" NOT NULL DEFAULT '', -- every row is of this one
	target text COLLATE "C" NOT NULL DEFAULT '', -- and those up to the place of this one
	calendar_id uuid,
	event_id uuid
);
INSERT INTO zone_refresh DEFAULT VALUES;
